//! How help is spread, and what was commissioned against what was delivered.

use crate::world::{World, id};
use collegium_engine::{
    acts::{Command, Event},
    allocation::{Disadvantage, LEAST_SCHOOLS},
    cycle::{
        acts::{Command as CycleCommand, Event as CycleEvent},
        need::OfNeed,
        review::OfReview,
    },
    matching::{
        objective::Objective,
        problem::Problem,
        score_model::{Metres, Months, PairFacts, Portion, ScoreModel},
        solve::solve,
    },
    opening::{EnrolledMember, Member, MemberKind},
};
use collegium_model::{
    code::ReasonCode,
    id::{CycleId, NeedId, ReviewId, SchoolId},
    quantity::{HalfDays, PerMille},
    school::{EducationPhase, SchoolReference},
};
use std::collections::BTreeMap;

/// Ten schools beside the giver: half of the pupils of schools 2 to 6 are disadvantaged, and a tenth of those
/// of schools 7 to 11.
fn ten_schools() -> (World, BTreeMap<SchoolId, Portion>) {
    let mut world = World::diagnosed();
    for number in 7..=12 {
        let member = Member {
            school: id(SchoolId::new, u128::from(number)),
            reference: SchoolReference::Pseudonym(number),
            education_phase: EducationPhase::Primary,
            place: None,
            kind: if number == 12 {
                MemberKind::CentralTeam
            } else {
                MemberKind::School
            },
        };
        world.must("broker", &Command::EnrolMember(EnrolledMember { member }));
    }
    let share = |number: u128| {
        let part = if number <= 6 { 100 } else { 20 };
        (id(SchoolId::new, number), Portion::new(part, 200).unwrap())
    };
    (world, (2..=11).map(share).collect())
}

#[test]
fn h6_the_allocation_shows_the_disadvantage_gap() {
    let (mut world, shares) = ten_schools();
    let told = |world: &World| world.journal.network().allocation(&shares).unwrap();
    let none = told(&world);
    assert_eq!(
        (none.schools, none.unknown),
        (10, 1),
        "the giver's share is not known"
    );
    assert_eq!(none.disadvantage, Disadvantage::NoHelp);

    world.at_work(1, 2, 1);
    let all = told(&world);
    assert_eq!(all.half_days, HalfDays(10));
    let Disadvantage::Gap(gap) = all.disadvantage else {
        panic!("{all:?}");
    };
    let per_mille = |share| PerMille::new(share).unwrap();
    // 500 of 600 disadvantaged pupils, and all of the help.
    assert_eq!(gap.more.share_of_disadvantaged, per_mille(833));
    assert_eq!((gap.more.share_of_help, gap.per_mille), (per_mille(1000), 167));
    assert_eq!((gap.more.schools, gap.more.needs, gap.more.helped), (5, 3, 1));
    assert_eq!((gap.fewer.schools, gap.fewer.half_days), (5, HalfDays(0)));

    // A school with fewer disadvantaged pupils gets as much: the gap turns.
    world.report(7);
    world.diagnose(7);
    world.at_work(2, 7, 1);
    let Disadvantage::Gap(gap) = told(&world).disadvantage else {
        panic!("ten schools are enough");
    };
    assert_eq!((gap.more.share_of_help, gap.per_mille), (per_mille(500), -333));
}

#[test]
fn h6_what_could_tell_of_one_school_is_not_told() {
    let (mut world, mut shares) = ten_schools();
    world.at_work(1, 2, 1);
    shares.remove(&id(SchoolId::new, 11));
    let told = world.journal.network().allocation(&shares).unwrap();
    let least = LEAST_SCHOOLS;
    assert_eq!(told.disadvantage, Disadvantage::TooFew { least });
    assert_eq!((told.schools, told.unknown), (9, 2));
    // Everything that is no school is told at once.
    for stranger in [1, 12, 99] {
        shares.insert(id(SchoolId::new, stranger), Portion::new(1, 2).unwrap());
    }
    let error = world.journal.network().allocation(&shares).unwrap_err();
    assert_eq!(error.schools, [id(SchoolId::new, 12), id(SchoolId::new, 99)]);
    // The state has nothing of it: a log tells no pupil.
    assert!(!world.log().join("").contains("disadvantag"));
}

#[test]
fn e4c_help_goes_where_it_reaches_the_most_and_a_small_school_is_no_worse_for_its_size() {
    let model = ScoreModel::default();
    let reaches = |teachers: (u32, u32), pupils: (u32, u32)| {
        let facts = PairFacts {
            teachers: Portion::new(teachers.0, teachers.1).ok(),
            pupils: Portion::new(pupils.0, pupils.1).ok(),
            effect: Some(Months(6)),
            distance: Some(Metres(10_000)),
            ..PairFacts::default()
        };
        model.candidate(&facts).unwrap().total()
    };
    let (small, large) = (reaches((3, 3), (40, 40)), reaches((90, 90), (1400, 1400)));
    assert_eq!(
        small, large,
        "all of a small school is as much as all of a large one"
    );
    assert!(reaches((2, 3), (30, 40)) > reaches((30, 90), (400, 1400)));
    assert!(
        reaches((2, 3), (30, 40)) > reaches((1, 3), (10, 40)),
        "more of them is more"
    );
    // So the one best practitioner goes where they reach more of a school.
    let mut builder = Problem::builder();
    builder
        .giver("team", 1)
        .taker("large/reading", 1)
        .taker("small/reading", 1);
    builder.pair("team", "large/reading", reaches((30, 90), (400, 1400)));
    builder.pair("team", "small/reading", reaches((2, 3), (30, 40)));
    let problem = builder.build().unwrap();
    let plan = solve(&problem, Objective::Coverage).to_file(&problem);
    assert_eq!(plan.assignments[0].taker, "small/reading");
}

#[test]
fn e5a_commissioned_reviews_reconcile_with_those_delivered() {
    // Three schools were reviewed; one more review is planned at two of them, and one of these cancelled.
    let mut world = World::diagnosed();
    for number in [2, 3] {
        let review = id(ReviewId::new, 100 + number);
        world.must_in("broker", number, CycleCommand::PlanReview(OfReview { review }));
    }
    let review = id(ReviewId::new, 103);
    world.reason = ReasonCode::new("strike").ok();
    world.must_in("broker", 3, CycleCommand::CancelReview(OfReview { review }));
    let told = world.journal.network().review_balances();
    let balances: Vec<_> = told
        .iter()
        .map(|it| (it.commissioned, it.delivered, it.cancelled, it.outstanding))
        .collect();
    assert_eq!(balances, [(2, 1, 0, 1), (2, 1, 1, 0), (1, 1, 0, 0)]);
    // The log tells the same.
    for it in told {
        let count = |is_meant: fn(&CycleEvent) -> bool| {
            let of_cycle = world.entries.iter().filter(|entry| match &entry.event {
                Event::InCycle(cycle, event) => *cycle == it.cycle && is_meant(event),
                _ => false,
            });
            u32::try_from(of_cycle.count()).unwrap()
        };
        assert_eq!(
            it.commissioned,
            count(|event| matches!(event, CycleEvent::ReviewPlanned(_)))
        );
        assert_eq!(
            it.delivered,
            count(|event| matches!(event, CycleEvent::ReportAgreed(_)))
        );
        assert_eq!(
            it.cancelled,
            count(|event| matches!(event, CycleEvent::ReviewCancelled(_)))
        );
    }
    // Reopened, a report is not delivered yet.
    let (need, review) = (id(NeedId::new, 4), id(ReviewId::new, 4));
    world.must_in("adviser", 4, CycleCommand::WithdrawDiagnosis(OfNeed { need }));
    world.must_in("host_head", 4, CycleCommand::ReopenReport(OfReview { review }));
    let again = world.journal.network().review_balances();
    let of_four = again.iter().find(|it| it.cycle == id(CycleId::new, 4)).unwrap();
    assert_eq!((of_four.delivered, of_four.outstanding), (0, 1));
}
