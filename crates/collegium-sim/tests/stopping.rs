//! A study that stops by itself, on values whose law is known: how often its intervals cover the truth, and that
//! nothing but those values says when it stops.
#![expect(
    clippy::print_stdout,
    reason = "`docs/simulation-theory.md` quotes what is measured here"
)]

use collegium_sim::{
    chance::{Exponential, Law, Normal, Stream, StreamKey, StreamName},
    policy::{NAMED, Spec},
    run::MEASURES,
    scenario::Scenario,
    statistics::Running,
    study::{Design, Job, Stopping, Study, Until},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
};
use toml::Value;

fn scenario() -> Scenario {
    Scenario::from_toml(include_str!("../../collegium-cli/tests/simulate/small.toml")).expect("a scenario")
}

/// Two policies at two points, until the mean wait is known to 10 % and the mean in need to 1.
fn study() -> Study {
    let policies: Vec<Spec> = NAMED.iter().take(2).map(|(spec, _)| spec.clone()).collect();
    let until = |measure: &str, half_width, of_the_mean| Until {
        measure: measure.to_owned(),
        half_width,
        of_the_mean,
    };
    Study {
        scenario: scenario(),
        design: Design::grid(&[(
            "capacity.ratio".to_owned(),
            vec![Value::Integer(1), Value::Integer(2)],
        )]),
        policies,
        replications: 400,
        seed: 2026,
        stopping: Some(Stopping {
            least: 10,
            confidence: 0.95,
            look_ahead: 5,
            until: vec![until("wait_mean", 0.1, true), until("in_need", 1.0, false)],
        }),
    }
}

/// What each run comes to: the same number for every measure, by a law of mean 10.
fn value(law: &impl Law<Sample = f64>, study: u32, job: Job) -> Vec<f64> {
    let mut stream = Stream::new(StreamKey {
        seed: 2026,
        replication: study,
        name: StreamName::new("value"),
        entity: job.index,
    });
    vec![law.sample(&mut stream); MEASURES.len()]
}

/// Carries a study out; in each turn `does` picks what is done of the runs that are wanted and not done yet.
fn carried_out(
    study: &Study,
    come_to: &dyn Fn(Job) -> Vec<f64>,
    does: &dyn Fn(&[Job]) -> Vec<Job>,
) -> (BTreeSet<u64>, Vec<(u64, f64, bool)>) {
    let checked = study.check().expect("a study that holds");
    let mut replications = checked.replications();
    let mut done = BTreeMap::new();
    loop {
        let Ok(()) = replications.take(&mut |job| Ok::<_, Infallible>(done.get(&job.index).cloned()));
        let left: Vec<_> = replications
            .jobs()
            .filter(|job| !done.contains_key(&job.index))
            .collect();
        if left.is_empty() {
            break;
        }
        let doing = does(&left);
        done.extend(doing.into_iter().map(|job| (job.index, come_to(job))));
    }
    let known = replications.known().into_iter().map(|it| {
        let interval = it.interval.expect("more than two");
        let width = if it.until.of_the_mean {
            interval.relative_half_width()
        } else {
            interval.half_width()
        };
        assert_eq!(it.is_precise, width <= it.until.half_width);
        (it.replications, interval.mean(), interval.covers(10.0))
    });
    let known = known.collect();
    (done.into_keys().collect(), known)
}

#[test]
fn means_are_covered_where_a_study_stops_by_itself() {
    // 1,000 means of each law; 950 expected, standard deviation 6.9. Stopping where an interval is narrow costs a
    // little coverage, skewness more.
    let (normal, exponential) = (Normal::new(10.0, 3.0), Exponential::with_mean(10.0));
    let mut study = study();
    let covered = |come_to: &dyn Fn(u32, Job) -> Vec<f64>, study: &Study| {
        let (mut covered, mut made) = (0, Running::default());
        for number in 0..250 {
            let (_, known) = carried_out(study, &|job| come_to(number, job), &<[Job]>::to_vec);
            // All measures have the same values: one of them tells.
            for (replications, _, covers) in known.iter().step_by(known.len() / 4) {
                covered += u32::from(*covers);
                made.push(f64::from(u32::try_from(*replications).expect("few")));
            }
        }
        (covered, made.mean().expect("some"))
    };
    let normal = normal.expect("a law");
    let (found, made) = covered(&|number, job| value(&normal, number, job), &study);
    println!("normal: {found} of 1,000, after {made:.1} replications in the mean");
    assert!((915..=971).contains(&found), "{found}");
    // (1.96 · 3 / 1)² = 35, and five more; the slower of two policies decides.
    assert!((46.0..52.0).contains(&made), "{made}");
    let exponential = exponential.expect("a law");
    study.replications = 1_000;
    let until = &mut study.stopping.as_mut().expect("a rule").until;
    until.pop();
    until[0].half_width = 0.15;
    let (found, made) = covered(&|number, job| value(&exponential, number, job), &study);
    println!("exponential: {found} of 1,000, after {made:.1} replications in the mean");
    assert!((910..=965).contains(&found), "{found}");
}

#[test]
fn whatever_is_done_first_the_same_runs_are_done() {
    let law = Normal::new(10.0, 3.0).expect("a law");
    let study = study();
    let come_to = |job: Job| value(&law, 0, job);
    let expected = carried_out(&study, &come_to, &<[Job]>::to_vec);
    assert!(expected.0.len() < 1_600 && expected.0.len() > 4 * 15);
    let first = carried_out(&study, &come_to, &|left| left[..1].to_vec());
    let last = carried_out(&study, &come_to, &|left| left[left.len() - 1..].to_vec());
    let some = carried_out(&study, &come_to, &|left| {
        let shard = |job: &&Job| job.index % 3 == left[0].index % 3;
        left.iter().filter(shard).copied().collect()
    });
    for found in [first, last, some] {
        assert_eq!(found, expected);
    }
    // Runs that are there and not wanted change nothing.
    let checked = study.check().expect("a study that holds");
    let mut replications = checked.replications();
    let Ok(()) = replications.take(&mut |job| Ok::<_, Infallible>(Some(come_to(job))));
    let wanted: BTreeSet<_> = replications.jobs().map(|job| job.index).collect();
    let counts = replications.known().into_iter().map(|it| it.replications);
    assert_eq!(wanted, expected.0);
    assert!(counts.eq(expected.1.iter().map(|known| known.0)));
}

#[test]
fn it_stops_at_the_most_and_says_so() {
    let mut study = study();
    study.replications = 15;
    let law = Normal::new(10.0, 300.0).expect("a law");
    let checked = study.check().expect("a study that holds");
    let mut replications = checked.replications();
    for _ in 0..10 {
        let Ok(()) = replications.take(&mut |job| Ok::<_, Infallible>(Some(value(&law, 0, job))));
    }
    assert_eq!(replications.of_points(), [15, 15]);
    assert_eq!(replications.imprecise(), 2);
}
