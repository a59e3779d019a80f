//! Every exact value that the simulator is held to, to each of its printed digits.

use collegium_sim::{
    parameter::Faults,
    theory::{
        Cobham, DynamicMatching, EasyAndHard, EndogenousCapacity, ErlangA, ErlangC, FiniteSource,
        MonitoringDelay, OneSideAsks, OneTeam, PairMarket, RestlessSchool, TeamPolicy,
        partial_assignment_cost, random_assignment_cost, sparse_matching_share,
    },
};

/// The value is what is printed, rounded to as many places.
fn printed(digits: &str, value: f64) {
    let number: f64 = digits.parse().expect("a printed number");
    let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
    let half = 0.5 * 10_f64.powi(-i32::try_from(places).expect("few places"));
    assert!(
        (value - number).abs() <= half * 1.001,
        "{value} is printed as {digits}"
    );
}

#[test]
fn a_brokerage_queue() -> Result<(), Faults> {
    for (givers, arrival, chance, wait, present, beyond) in [
        (
            3,
            2.4,
            ".6471910112",
            "1.0786516854",
            "4.9887640449",
            ".3551859577",
        ),
        (
            10,
            9.0,
            ".6687315241",
            ".6687315241",
            "15.0185837170",
            ".2460125794",
        ),
    ] {
        let queue = ErlangC::new(givers, arrival, 1.0)?;
        printed(chance, queue.wait_chance());
        printed(wait, queue.mean_wait());
        printed(present, queue.mean_present());
        printed(beyond, queue.wait_beyond(1.0));
    }
    let leaving = ErlangA::new(3, 2.4, 1.0, 0.5)?;
    printed(".57530582", leaving.mean_queue());
    printed(".11985538", leaving.abandonment_chance());
    Ok(())
}

#[test]
fn b_priority_by_need() -> Result<(), Faults> {
    let classes = Cobham::new(3, &[0.6, 0.9, 0.9], 1.0)?;
    let [first, second, third] = classes.waits() else {
        panic!("three classes");
    };
    printed(".2696629213", *first);
    printed(".5393258427", *second);
    printed("2.1573033708", *third);
    printed("1.0786516854", classes.mean_wait());
    Ok(())
}

#[test]
fn c_a_network_of_schools() -> Result<(), Faults> {
    let repair = FiniteSource::new(20, 4, 0.25, 1.0)?;
    printed("5.68644872", repair.mean_in_need());
    printed("2.10806090", repair.mean_unsupported());
    for (carriers, in_need, unsupported, shortage) in [
        (3, "3.92629603", ".79061694", ".21223116"),
        (4, "5.45811786", "2.83304603", ".55660561"),
    ] {
        let network = EndogenousCapacity::new(20, carriers, 0.20, 1.0, 0.1)?;
        printed(in_need, network.mean_in_need());
        printed(unsupported, network.mean_unsupported());
        printed(shortage, network.shortage_chance());
    }
    Ok(())
}

#[test]
fn e_monitoring_delay() -> Result<(), Faults> {
    printed(".168981", MonitoringDelay::new(0.25, 1.0 / 3.0, 1.0)?.mean());
    Ok(())
}

#[test]
fn f_whittle_index_and_one_team() -> Result<(), Faults> {
    let schools = vec![
        RestlessSchool::new([0.10, 0.85], [0.50, 0.95])?,
        RestlessSchool::new([0.25, 0.75], [0.75, 0.95])?,
        RestlessSchool::new([0.05, 0.70], [0.30, 0.90])?,
    ];
    for index in [
        schools[1].whittle(0.9)?,
        schools[1].whittle_by_value_iteration(0.9)?,
    ] {
        printed(".81818182", index.in_need);
        printed(".21951220", index.good);
    }
    let team = OneTeam::new(schools, 0.9)?;
    let start = [false; 3];
    printed("15.68257138", team.optimum(&start)?);
    for (policy, value) in [
        (TeamPolicy::Whittle, "15.68257138"),
        (TeamPolicy::Myopic, "15.51297418"),
        (TeamPolicy::WorstFirst, "15.33856235"),
        (TeamPolicy::Random, "13.71031364"),
    ] {
        printed(value, team.value(policy, &start)?);
    }
    Ok(())
}

#[test]
fn g_dynamic_matching() -> Result<(), Faults> {
    let market = DynamicMatching::new(4.0)?;
    printed(".14043", market.greedy_loss());
    printed(".06339", market.patient_loss());
    for (arrivals, greedy, patient) in [(100.0, ".1398034", ".0634292"), (1_000.0, ".1403722", ".0633934")] {
        let market = PairMarket::new(arrivals, 4.0)?;
        printed(greedy, market.greedy_loss());
        printed(patient, market.patient_loss());
    }
    Ok(())
}

/// Who may wait for whom: with one side that asks waiting gains nothing, and with enough hard ones it loses.
#[test]
fn g_where_waiting_does_not_pay() -> Result<(), Faults> {
    let one_side = OneSideAsks::new(50.0, 4.0)?;
    printed(".30390", one_side.loss());
    assert!(one_side.waiting_if_on_arrival() < one_side.waiting_if_on_leaving());
    let market = EasyAndHard::new(20.0, 10.0, 0.5)?;
    let (greedy, patient) = (market.greedy(), market.patient());
    printed(".33700", greedy.loss);
    printed(".34093", patient.loss);
    printed("20.1140", patient.waiting);
    assert!(greedy.loss < patient.loss && greedy.waiting < patient.waiting);
    Ok(())
}

#[test]
fn h_static_matching() -> Result<(), Faults> {
    printed("1.6349839", random_assignment_cost(100)?);
    printed(".3598271", partial_assignment_cost(5, 5, 15)?);
    printed(".78393", sparse_matching_share(2.0)?);
    Ok(())
}
