//! Statistics on series whose truth is known: coverage, warm-up, common luck, quantiles.
#![expect(
    clippy::print_stdout,
    reason = "`docs/simulation-theory.md` quotes what is measured here"
)]

use collegium_sim::{
    chance::{Exponential, Law, Normal, Stream, StreamKey, StreamName},
    parameter::Faults,
    statistics::{Contrast, Interval, LookAhead, Precision, Running, Verdict, mser_5, quantile},
};

fn stream(name: &str, replication: u32) -> Stream {
    Stream::new(StreamKey {
        seed: 2026,
        replication,
        name: StreamName::new(name),
        entity: 0,
    })
}

const REPETITIONS: u32 = 1000;

/// How many of a thousand intervals of `count` samples cover the law's mean.
fn covered(name: &str, law: &impl Law<Sample = f64>, count: usize) -> Result<u32, Faults> {
    let mut covered = 0;
    for repetition in 0..REPETITIONS {
        let mut stream = stream(name, repetition);
        let values: Running = (0..count).map(|_| law.sample(&mut stream)).collect();
        covered += u32::from(Interval::of(&values, 0.95)?.covers(law.mean()));
    }
    Ok(covered)
}

#[test]
fn normal_samples_are_covered_as_often_as_said() -> Result<(), Faults> {
    // 950 expected, standard deviation 6.9: within three of them.
    for count in [3, 5, 20] {
        let covered = covered("normal", &Normal::new(10.0, 3.0)?, count)?;
        println!("normal, n = {count}: {covered} of {REPETITIONS}");
        assert!(covered.abs_diff(950) <= 21, "n = {count}: {covered}");
    }
    Ok(())
}

#[test]
fn exponential_samples_are_covered_a_little_less_often() -> Result<(), Faults> {
    // Skewness costs coverage at small n, and less at larger n.
    for (count, band) in [(20, 900..=945), (100, 925..=960), (400, 930..=970)] {
        let covered = covered("exponential", &Exponential::new(1.0)?, count)?;
        println!("exponential, n = {count}: {covered} of {REPETITIONS}");
        assert!(band.contains(&covered), "n = {count}: {covered}");
    }
    Ok(())
}

#[test]
fn quantiles_are_covered_at_least_as_often_as_said() -> Result<(), Faults> {
    let law = Exponential::new(1.0)?;
    for (share, count) in [(0.5, 15), (0.9, 60), (0.25, 40)] {
        let truth = law.quantile(share);
        let mut covered = 0;
        for repetition in 0..REPETITIONS {
            let mut stream = stream("quantile", repetition);
            let values: Vec<f64> = (0..count).map(|_| law.sample(&mut stream)).collect();
            let quantile = quantile(&values, share, 0.95)?;
            let (Some(low), Some(high)) = (quantile.low, quantile.high) else {
                panic!("{count} values are enough");
            };
            assert!(low <= quantile.value && quantile.value <= high);
            covered += u32::from(low <= truth && truth <= high);
        }
        println!("quantile {share}, n = {count}: {covered} of {REPETITIONS}");
        // Ends fall on whole ranks, so the coverage is somewhat above 95 %.
        assert!((935..=992).contains(&covered), "{share}: {covered}");
    }
    Ok(())
}

#[test]
fn common_luck_pays_where_policies_are_alike() -> Result<(), Faults> {
    // Two laws on the same numbers: the difference is a tenth of either.
    let (base, slower) = (Exponential::with_mean(1.0)?, Exponential::with_mean(1.1)?);
    let of = |law: &Exponential, name: &str| -> Vec<f64> {
        (0..500)
            .map(|replication| law.sample(&mut stream(name, replication)))
            .collect()
    };
    let together = Contrast::paired(&of(&slower, "luck"), &of(&base, "luck"), 0.95)?;
    let apart = Contrast::paired(&of(&slower, "other luck"), &of(&base, "luck"), 0.95)?;
    // Exactly (1.1² + 1) / 0.1² = 221 together; about 1 apart.
    let ratio = together.variance_ratio().expect("samples vary");
    println!(
        "variance ratio: {ratio:.1} together, {:.3} apart",
        apart.variance_ratio().unwrap_or(0.0)
    );
    assert!((ratio - 221.0).abs() < 1e-6, "{ratio}");
    assert!(
        apart
            .variance_ratio()
            .is_some_and(|it| (0.85..1.18).contains(&it))
    );
    assert!(together.difference().covers(0.1));
    assert!(together.difference().half_width() < apart.difference().half_width() / 10.0);
    Ok(())
}

#[test]
fn a_known_warm_up_is_found() -> Result<(), Faults> {
    // A start 20 deviations too high that fades by 5 % a step is below noise after about 100 steps.
    let noise = Normal::new(0.0, 1.0)?;
    let mut left_out = Running::default();
    for replication in 0..100 {
        let mut stream = stream("warm-up", replication);
        let series: Vec<f64> = (0..1000)
            .map(|step| 50.0 + 20.0 * 0.95_f64.powi(step) + noise.sample(&mut stream))
            .collect();
        let warm_up = mser_5(&series)?;
        assert!(warm_up.is_settled && warm_up.left_out % 5 == 0);
        assert!((30..=400).contains(&warm_up.left_out), "{warm_up:?}");
        left_out.push(f64::from(u32::try_from(warm_up.left_out).expect("small")));
        let rest = &series[warm_up.left_out..];
        let bias = rest.iter().sum::<f64>() / f64::from(u32::try_from(rest.len()).expect("small")) - 50.0;
        assert!(bias.abs() < 0.15, "{bias}");
    }
    println!("left out on average: {:?}", left_out.mean());
    // Without a transient next to nothing is left out.
    let mut stream = stream("steady", 0);
    let steady: Vec<f64> = (0..1000).map(|_| noise.sample(&mut stream)).collect();
    assert!(mser_5(&steady)?.left_out < 200);
    // A series that never settles says so.
    let climbing: Vec<f64> = (0..1000).map(f64::from).collect();
    assert!(!mser_5(&climbing)?.is_settled);
    assert!(mser_5(&steady[..49]).is_err());
    Ok(())
}

#[test]
fn looking_ahead_stops_where_the_mean_is_known() -> Result<(), Faults> {
    // Mean 10, deviation 3, half-width 5 %: (1.96 · 3 / 0.5)² ≈ 138 replications.
    let law = Normal::new(10.0, 3.0)?;
    let (mut made, mut close) = (Running::default(), 0);
    for study in 0..200 {
        let mut stream = stream("study", study);
        let mut rule = LookAhead::new(0.95, Precision::Relative(0.05), 5)?;
        let replications = loop {
            if let Verdict::Enough { replications } = rule.push(law.sample(&mut stream)) {
                break replications;
            }
        };
        made.push(f64::from(u32::try_from(replications).expect("small")));
        let interval = Interval::of(rule.values(), 0.95)?;
        close += u32::from((interval.mean() - 10.0).abs() <= 0.5);
    }
    println!("replications: {:?}, within 5 %: {close} of 200", made.mean());
    assert!(made.mean().is_some_and(|it| (115.0..150.0).contains(&it)));
    assert!(close >= 180, "{close}");
    Ok(())
}
