//! What a reader finds on the page of a simulation study, large, small and odd.

mod support;

use collegium_report::study::render_study;
use collegium_report::study::view::{
    Compared, Comparison, Curves, Effect, Estimate, MappedSchool, Measure, Number, Point, Policy, SchoolMap,
    Setting, StudyOrigin, StudyView, Term,
};
use collegium_report::view::Place;
use proptest::prelude::*;
use support::{elements, text, tree};

const NO_DIFFERENCE: &str = "no difference that these runs can tell";
const SEES_THE_TRUTH: &str = "sees the truth: no policy for real use";

fn measure(key: &str, label: &str, unit: &str, less_is_better: bool) -> Measure {
    Measure {
        key: key.to_owned(),
        label: label.to_owned(),
        unit: unit.to_owned(),
        says: "What it is.".to_owned(),
        less_is_better,
    }
}

fn known(mean: f64, half_width: f64) -> Estimate {
    Estimate {
        mean,
        half_width: Some(half_width),
    }
}

/// The first policy has 10, the second 12 by more than chance, the third 10.5 by chance, the last sees the truth.
fn comparison() -> Comparison {
    let compared = |mean, difference| Compared {
        value: known(mean, 2.0),
        difference,
    };
    Comparison {
        against: Some(0),
        policies: vec![
            compared(10.0, None),
            compared(12.0, Some(known(2.0, 0.5))),
            compared(10.5, Some(known(0.5, 0.75))),
            compared(7.0, Some(known(-3.0, 1.0))),
        ],
    }
}

fn point(ratio: &str) -> Point {
    let curves = Curves {
        waits: vec![(0, 5), (2, 3), (9, 2)],
        terms: (0..6)
            .map(|term| Term {
                day: term * 120,
                capacity: 20.0,
                at_work: 10.0 + f64::from(term),
                waiting: 4.0,
                in_need: 15.0,
            })
            .collect(),
    };
    Point {
        settings: vec![Setting {
            field: "ratio".to_owned(),
            value: ratio.to_owned(),
        }],
        measures: vec![comparison(), comparison()],
        curves: vec![curves; 4],
    }
}

fn study() -> StudyView {
    let policy = |name: &str, clairvoyant| Policy {
        name: name.to_owned(),
        says: format!("what {name} does"),
        clairvoyant,
    };
    let number = |place: &str, is_assumption| Number {
        place: place.to_owned(),
        value: "0.5".to_owned(),
        unit: "share".to_owned(),
        source: if is_assumption {
            "assumption"
        } else {
            "a public page"
        }
        .to_owned(),
        is_assumption,
    };
    StudyView {
        name: "A made-up county".to_owned(),
        question: "Which policy?".to_owned(),
        origin: StudyOrigin {
            seed: 2026,
            replications: 10,
            most_replications: 10,
            runs: 80,
            days: 720,
            warm_up_days: 120,
            software: "Collegium 0".to_owned(),
            study_sha256: "ab12".to_owned(),
            commands: vec!["collegium simulate run study".to_owned()],
        },
        policies: vec![
            policy("First come", false),
            policy("Worst first", false),
            policy("Nearest", false),
            policy("Clairvoyant", true),
        ],
        measures: vec![
            measure("wait_mean", "Mean wait", "days", true),
            measure("in_need", "Schools in need", "schools", true),
        ],
        waiting: 0,
        need: 1,
        overall: vec![comparison(), comparison()],
        points: vec![point("3"), point("4")],
        effects: vec![Effect {
            field: "ratio".to_owned(),
            from: "3".to_owned(),
            to: "4".to_owned(),
            measures: vec![known(5.0, 1.0), known(0.2, 1.0)],
        }],
        map: Some(SchoolMap {
            policy: 0,
            point: 0,
            replication: 0,
            schools: vec![
                school(400_000, 0, 0, 2),
                school(420_000, 500, 1, 0),
                school(410_000, 30, 1, 1),
            ],
        }),
        varied: vec!["The ratio is taken to mean something.".to_owned()],
        numbers: vec![number("one", true), number("two", true), number("three", false)],
        readings: vec!["Help is called home.".to_owned()],
    }
}

const fn school(easting: u32, days_in_need: u32, helped: u32, lent: u32) -> MappedSchool {
    MappedSchool {
        place: Place {
            easting,
            northing: 300_000,
        },
        days_in_need,
        helped,
        lent,
    }
}

/// One policy at one point in one replication.
fn smallest() -> StudyView {
    let mut study = study();
    let alone = Comparison {
        against: Some(0),
        policies: vec![Compared {
            value: Estimate {
                mean: 10.0,
                half_width: None,
            },
            difference: None,
        }],
    };
    (study.origin.replications, study.origin.most_replications) = (1, 1);
    study.policies.truncate(1);
    study.points.truncate(1);
    study.effects.clear();
    study.overall = vec![alone.clone(), alone];
    for point in &mut study.points {
        point.measures.clone_from(&study.overall);
        point.curves.truncate(1);
        point.settings.clear();
    }
    study
}

fn words(page: &str) -> String {
    text(tree(page).root_element())
}

/// The section of an id, as text.
fn section(page: &str, id: &str) -> String {
    let tree = tree(page);
    let found = elements(&tree, "section").find(|node| node.attribute("aria-labelledby") == Some(id));
    text(found.expect("a section of that name"))
}

#[test]
fn a_study_is_a_page_that_holds_together_and_loads_nothing() {
    let page = render_study(&study());
    support::holds_together(&page);
    assert_eq!(
        page,
        render_study(&study()),
        "the same study gives the same bytes"
    );
    assert!(
        !page.contains("http://")
            || page.matches("http://").count() == page.matches("http://www.w3.org/1999/xhtml").count()
    );
}

#[test]
fn it_says_on_top_that_nobody_is_real() {
    let page = render_study(&study());
    let tree = tree(&page);
    let notice = text(elements(&tree, "aside").next().expect("a notice"));
    assert!(notice.contains("Simulated: nobody real"), "{notice}");
    assert!(page.contains("@top-center { content: \"Simulated: nobody real"));
    assert!(section(&page, "map").contains("no map of anywhere"));
}

#[test]
fn every_section_is_in_the_contents() {
    let page = render_study(&study());
    let tree = tree(&page);
    let contents = elements(&tree, "nav").next().expect("a list of contents");
    let links = contents
        .descendants()
        .filter(|node| node.has_attribute("href"))
        .count();
    assert_eq!(links, 7);
}

#[test]
fn differences_are_told_as_far_as_runs_can_tell() {
    let short = section(&render_study(&study()), "short");
    for says in [
        "First come came out lowest, at 10.0\u{a0}days (8.0 to 12.0), but between it and Nearest there is",
        "Worst first: 2.0\u{a0}days more (1.5 to 2.5)",
        "Nearest: no difference that these runs can tell (−0.2 to 1.2\u{a0}days)",
        "Clairvoyant (sees the truth: no policy for real use): 3.0\u{a0}days fewer (2.0 to 4.0)",
        "Ratio from 3 to 4: mean wait, 5.0\u{a0}days more (4.0 to 6.0); schools in need, no difference that these",
        "2 of the 3 numbers behind this are assumed",
    ] {
        assert!(short.contains(says), "{says:?} is not in:\n{short}");
    }
}

#[test]
fn a_policy_is_best_only_where_every_other_lies_behind() {
    let mut study = study();
    for comparison in &mut study.overall {
        comparison.policies[2].difference = Some(known(0.5, 0.25));
    }
    let short = section(&render_study(&study), "short");
    assert!(short.contains("First come is best"), "{short}");
    for comparison in &mut study.overall {
        for compared in &mut comparison.policies[1..] {
            compared.difference = Some(known(0.0, 0.0));
        }
    }
    let short = section(&render_study(&study), "short");
    assert!(
        short.contains("the same in every run") && short.contains(NO_DIFFERENCE),
        "{short}"
    );
}

#[test]
fn one_policy_one_point_one_run_tells_nothing_of_chance() {
    let page = render_study(&smallest());
    support::holds_together(&page);
    let short = section(&page, "short");
    assert!(
        short.contains("One run cannot tell a difference from chance"),
        "{short}"
    );
    assert!(!short.contains("is best"));
    assert!(section(&page, "comparison").contains("one run: not known"));
}

#[test]
fn several_policies_in_one_run_are_not_ranked() {
    let mut study = study();
    (study.origin.replications, study.origin.most_replications) = (1, 1);
    let all = study.overall.iter_mut();
    for comparison in all.chain(study.points.iter_mut().flat_map(|point| &mut point.measures)) {
        for compared in &mut comparison.policies {
            compared.value.half_width = None;
            if let Some(difference) = &mut compared.difference {
                difference.half_width = None;
            }
        }
    }
    let page = render_study(&study);
    support::holds_together(&page);
    let short = section(&page, "short");
    assert!(
        !short.contains("is best") && short.contains("one run cannot tell whether by chance"),
        "{short}"
    );
}

#[test]
fn who_sees_the_truth_is_marked_wherever_it_appears() {
    let page = render_study(&study());
    for id in ["short", "comparison", "waiting", "over-time"] {
        let section = section(&page, id);
        let named = section.matches("Clairvoyant").count();
        let marked = section.matches(SEES_THE_TRUTH).count();
        assert!(named > 0 && marked > 0, "{id}: {named} names, {marked} marks");
    }
    let tree = tree(&page);
    for header in elements(&tree, "th")
        .map(text)
        .filter(|it| it.contains("Clairvoyant"))
    {
        assert!(header.contains(SEES_THE_TRUTH), "{header}");
    }
}

#[test]
fn assumptions_are_counted_and_come_first() {
    let assumed = section(&render_study(&study()), "assumed");
    assert!(assumed.contains("2 of 3 numbers are assumptions"), "{assumed}");
    assert!(assumed.find("two") < assumed.find("three"));
    assert!(assumed.contains("a public page"));
}

#[test]
fn lines_are_told_apart_without_colour() {
    let page = render_study(&study());
    let tree = tree(&page);
    let drawing = elements(&tree, "svg")
        .find(|node| node.attribute("class") == Some("curves"))
        .expect("a drawing of waits");
    let looks = |prefix: &str| {
        let classes = drawing.descendants().filter_map(|node| node.attribute("class"));
        let mut found: Vec<_> = classes.filter(|class| class.starts_with(prefix)).collect();
        found.sort_unstable();
        found.dedup();
        found.len()
    };
    assert_eq!((looks("stroke stroke-"), looks("sign sign-")), (4, 4));
}

#[test]
fn many_points_are_cut_and_the_page_says_so() {
    let mut study = study();
    study.points = vec![point("3"); 40];
    let page = render_study(&study);
    support::holds_together(&page);
    assert!(words(&page).contains("this shows 12 of 40 settings"));
}

#[test]
fn the_text_of_a_scenario_is_text() {
    let mut study = study();
    let evil = "</title><script>alert(1)</script>\u{0}&\"'";
    study.name = evil.to_owned();
    study.question = evil.to_owned();
    study.policies[0].name = evil.to_owned();
    study.points[0].settings[0].value = evil.to_owned();
    study.numbers[0].place = evil.to_owned();
    let page = render_study(&study);
    support::holds_together(&page);
    assert!(!page.contains("<script>alert"));
}

fn estimate() -> impl Strategy<Value = Estimate> {
    (any::<f64>(), proptest::option::of(any::<f64>()))
        .prop_map(|(mean, half_width)| Estimate { mean, half_width })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_the_figures_the_page_holds_together(
        estimates in proptest::collection::vec(estimate(), 8),
        waits in proptest::collection::vec((any::<u32>(), any::<u64>()), 0..5),
        amounts in proptest::collection::vec(any::<f64>(), 5),
        places in proptest::collection::vec((0_u32..700_000, any::<u32>()), 0..4),
        (against, waiting, days) in (proptest::option::of(0_usize..9), 0_usize..4, any::<u32>()),
    ) {
        let mut study = study();
        study.waiting = waiting;
        study.origin.days = days;
        study.origin.warm_up_days = days / 2;
        let mut next = estimates.iter().copied().cycle();
        let all = study.overall.iter_mut();
        for comparison in all.chain(study.points.iter_mut().flat_map(|point| &mut point.measures)) {
            comparison.against = against;
            for compared in &mut comparison.policies {
                compared.value = next.next().expect("a cycle does not end");
                compared.difference = next.next();
            }
        }
        for curves in study.points.iter_mut().flat_map(|point| &mut point.curves) {
            curves.waits.clone_from(&waits);
            for (term, amount) in curves.terms.iter_mut().zip(&amounts) {
                *term = Term { day: days, capacity: *amount, at_work: -amount, ..*term };
            }
        }
        if let Some(map) = &mut study.map {
            map.schools = places.iter().map(|(easting, days)| school(*easting, *days, 0, 1)).collect();
        }
        let page = render_study(&study);
        support::holds_together(&page);
        prop_assert_eq!(&page, &render_study(&study));
    }
}
