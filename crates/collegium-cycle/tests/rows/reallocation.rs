//! What the rule recommends and why, when something can be recommended, and what a decision does to the help
//! that is live.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command, Event},
    counterfactual::Supposition,
    decision::Outcome,
    kit::{Story, Who},
    monitoring::{Channel, Rating},
    need::OfNeed,
    protocol::Guard,
    recommend::{Reason, Recommendation},
};
use collegium_model::quantity::Units;

/// Help at work, seen once on each of these ratings, a day apart and by two channels in turn.
fn seen(mut story: Story, ratings: &[Rating]) -> Story {
    for (rating, channel) in ratings
        .iter()
        .zip([Channel::DataCheck, Channel::InformalVisit].into_iter().cycle())
    {
        let next = story.now.date().succ_opt().unwrap();
        story.on(next);
        story.does("adviser", observe(1, channel, next, *rating));
    }
    story
}

fn recommended(story: &Story) -> Recommendation {
    story.cycle.recommend(need(1), &story.rules).unwrap()
}

/// One recommends, another decides; the codes of what the decision brought beside itself.
fn decided(story: &mut Story, number: u128, outcome: Outcome) -> Vec<&'static str> {
    story.does("adviser", recommend(number, 1, outcome));
    let accepted = story.does("commissioner", decide(number, outcome));
    accepted.events[1..].iter().map(Event::code).collect()
}

#[test]
fn half_of_the_observations_are_no_majority_to_either_side() {
    use Rating::{Amber, Green, Red};
    // A protocol that lets help fade on the first green visit, so that only the majority counts.
    let helped = || {
        let mut story = opened_with(|protocol| {
            let rule = protocol.reallocation.as_mut().unwrap();
            (rule.greens_to_taper, rule.greens_to_close) = (1, 4);
        });
        diagnosed(&mut story, 1, 1);
        at_work(&mut story, proposal(1, 1));
        story
    };
    for (ratings, outcome) in [
        (&[Red, Amber][..], Outcome::Continue),
        (&[Red, Red, Amber], Outcome::Intensify),
        (&[Red, Red, Amber, Green], Outcome::Continue),
        (&[Green, Amber], Outcome::Continue),
        (&[Green, Green, Amber], Outcome::Taper),
        (&[Green, Green, Amber, Amber], Outcome::Continue),
        (&[Green, Green, Green, Red], Outcome::Continue),
        (&[Green, Green, Green, Green], Outcome::Close),
    ] {
        let story = seen(helped(), ratings);
        assert_eq!(recommended(&story).outcome, outcome, "{ratings:?}");
    }
}

#[test]
fn e1a_as_many_channels_as_the_protocol_asks_for_are_enough_to_recommend_on() {
    use Rating::Red;
    let one = Reason::Untriangulated {
        channels: 1,
        least: 2,
    };
    let of_one = recommended(&seen(helped(), &[Red]));
    assert_eq!((of_one.outcome, &of_one.reasons[0]), (Outcome::Continue, &one));
    let of_two = recommended(&seen(helped(), &[Red, Red]));
    assert_eq!(of_two.outcome, Outcome::Intensify);
    let (red, amber, green) = (2, 0, 0);
    assert_eq!(of_two.reasons, [Reason::Recent { red, amber, green }]);
}

#[test]
fn red_after_a_change_escalates_and_says_what_was_tried() {
    let mut story = seen(helped(), &[Rating::Red, Rating::Red]);
    assert_eq!(recommended(&story).outcome, Outcome::Intensify);
    decided(&mut story, 1, Outcome::Continue);
    assert_eq!(
        recommended(&story).outcome,
        Outcome::Intensify,
        "going on as agreed is no change"
    );
    decided(&mut story, 2, Outcome::Intensify);
    let Recommendation { outcome, reasons } = recommended(&story);
    assert_eq!(outcome, Outcome::Escalate);
    let tried = Reason::TriedBefore {
        outcome: Outcome::Intensify,
    };
    assert_eq!(reasons.last(), Some(&tried));
}

#[test]
fn what_was_tried_for_another_need_was_not_tried_for_this_one() {
    let mut story = seen(helped(), &[Rating::Red, Rating::Red]);
    diagnosed(&mut story, 2, 1);
    at_work(&mut story, proposal(2, 2));
    let today = story.now.date();
    story.does("adviser", observe(2, Channel::DataCheck, today, Rating::Red));
    story.does("adviser", recommend(1, 2, Outcome::Intensify));
    story.does("commissioner", decide(1, Outcome::Intensify));
    assert_eq!(recommended(&story).outcome, Outcome::Intensify);
}

#[test]
fn c9_a_reason_is_told_in_a_sentence() {
    let told = |reason: Reason| reason.to_string();
    let on = day("2026-10-05");
    let rating = Rating::Amber;
    assert_eq!(
        told(Reason::FormalReview { on, rating }),
        "the formal review of 5 October 2026 was amber"
    );
    let recent = |red, amber, green| told(Reason::Recent { red, amber, green });
    assert_eq!(recent(2, 0, 1), "of the latest 3 observations: 2 red, 1 green");
    assert_eq!(recent(0, 2, 0), "of the latest 2 observations: 2 amber");
    let (channels, least) = (1, 2);
    assert_eq!(
        told(Reason::Untriangulated { channels, least }),
        "only 1 of the 2 kinds of evidence needed have been recorded"
    );
    let outcome = Outcome::StepDown;
    assert_eq!(
        told(Reason::TriedBefore { outcome }),
        "step down was tried before"
    );
    assert!(told(Reason::Contradicted).starts_with("the formal review points the other way"));
}

#[test]
fn c9_a_counterfactual_leaves_out_as_little_as_changes_the_outcome() {
    use Rating::{Amber, Red};
    let told = |ratings: &[Rating]| {
        let story = seen(helped(), ratings);
        story.cycle.counterfactuals(need(1), &story.rules).unwrap()
    };
    // Two red ones by two channels intensify; without either one channel alone is left.
    let found = told(&[Red, Red]);
    assert_eq!((found.without.len(), found.searched), (2, 1));
    assert!(found.without.iter().all(|it| {
        let outcome = it.recommended.as_ref().map(|it| it.outcome);
        outcome == Some(Outcome::Continue)
    }));
    // Without the only one, there is nothing to recommend on.
    let found = told(&[Amber]);
    assert_eq!((found.without.len(), found.rated.len()), (1, 0));
    assert_eq!(found.without[0].recommended, None);
    // The window holds six: an older one comes in where one is left out.
    let found = told(&[Red, Amber, Amber, Amber, Red, Red, Red]);
    assert_eq!(found.searched, 1);
    let places: Vec<_> = found.without.iter().map(|it| it.supposed.clone()).collect();
    let one = |place| Supposition::Without(vec![place]);
    assert_eq!(places, [one(1), one(2), one(3)]);
    // Nothing is recommended, so nothing could be otherwise.
    let story = helped();
    assert_eq!(story.cycle.counterfactuals(need(1), &story.rules), None);
}

#[test]
fn a_change_is_recommended_for_a_need_that_is_watched() {
    let change = |number| recommend(number, 1, Outcome::Escalate);
    let mut story = opened();
    story.refuses_role("adviser", change(1), &[("unknown", &[])]);
    let waits: [(&str, &[&str]); 1] = [("not_monitored", &[])];
    diagnosed(&mut story, 1, 2);
    story.refuses_role("adviser", change(1), &waits);
    consented(&mut story, proposal(1, 1));
    story.refuses_role("adviser", change(1), &waits);
    let from_today = agreement(&story);
    story.does("broker", agree(1, from_today));
    story.does("broker", Command::StartDeployment(with_deployment(1)));
    story.refuses_role("adviser", change(1), &waits);
    let today = story.now.date();
    story.does("adviser", observe(1, Channel::DataCheck, today, Rating::Red));
    decided(&mut story, 1, Outcome::Intensify);
    // It waits for one giver more, and is watched while somebody helps.
    story.then_stands(of_need(1), "matching");
    assert!(story.cycle.is_watched(need(1)));
    let mut broken_off = story.clone();
    broken_off.does_because(
        "commissioner",
        "strike",
        Command::CancelDeployment(with_deployment(1)),
    );
    assert!(!broken_off.cycle.is_watched(need(1)));
    broken_off.refuses_role("adviser", change(2), &waits);
    story.does("adviser", change(2));
}

/// A need with help that fades, help at work, help that is agreed, and help that is only proposed.
fn with_help_in_every_phase() -> Story {
    let mut story = opened();
    diagnosed(&mut story, 1, 4);
    for number in [1, 2] {
        at_work(&mut story, proposal(number, 1));
    }
    story.does("broker", Command::TaperDeployment(with_deployment(1)));
    consented(&mut story, proposal(3, 1));
    let from_today = agreement(&story);
    story.does("broker", agree(3, from_today));
    story.does("broker", propose(4, 1));
    seen(story, &[Rating::Amber, Rating::Amber])
}

#[test]
fn a_decision_to_taper_lets_fade_what_is_at_work_and_nothing_else() {
    let mut story = with_help_in_every_phase();
    assert_eq!(
        decided(&mut story, 1, Outcome::Taper),
        ["deployment_tapered", "need_moved"]
    );
    for (number, phase) in [(1, "tapering"), (2, "tapering"), (3, "agreed"), (4, "proposed")] {
        story.then_stands(of_deployment(number), phase);
    }
}

#[test]
fn a_decision_to_switch_or_close_ends_all_help_each_as_its_phase_has_it() {
    for (outcome, stands) in [(Outcome::Switch, "matching"), (Outcome::Close, "closed")] {
        let mut story = with_help_in_every_phase();
        decided(&mut story, 1, outcome);
        for (number, phase) in [
            (1, "completed"),
            (2, "completed"),
            (3, "cancelled"),
            (4, "withdrawn"),
        ] {
            story.then_stands(of_deployment(number), phase);
        }
        story.then_stands(of_need(1), stands);
    }
}

#[test]
fn only_a_decision_to_intensify_asks_for_one_deployment_more() {
    for (outcome, units) in [
        (Outcome::Continue, 1),
        (Outcome::Intensify, 2),
        (Outcome::Taper, 1),
        (Outcome::Switch, 1),
        (Outcome::StepDown, 1),
        (Outcome::Escalate, 1),
        (Outcome::Close, 1),
    ] {
        let mut story = monitored();
        let brought = decided(&mut story, 1, outcome);
        assert_eq!(
            story.cycle.needs[&need(1)].need.units,
            Units(units),
            "{outcome:?}"
        );
        let asks_for_more = brought.contains(&"need_units_changed");
        assert_eq!(asks_for_more, outcome == Outcome::Intensify, "{brought:?}");
    }
}

#[test]
fn c6_pressure_ends_with_its_need_and_does_not_come_back_with_it() {
    let mut story = monitored();
    decided(&mut story, 1, Outcome::Escalate);
    assert!(story.cycle.needs[&need(1)].pressure.is_some());
    let brought = decided(&mut story, 2, Outcome::Close);
    assert!(brought.contains(&"pressure_changed"), "{brought:?}");
    story.does_because(
        "broker",
        "back_again",
        Command::ReopenNeed(OfNeed { need: need(1) }),
    );
    assert_eq!(story.cycle.needs[&need(1)].pressure, None);
}

#[test]
fn e1a_findings_about_another_need_are_no_evidence_on_this_one() {
    let mut story = opened_with(|protocol| {
        guarded(protocol, Act::RecommendReallocation, Guard::Triangulated);
    });
    diagnosed(&mut story, 1, 1);
    at_work(&mut story, proposal(1, 1));
    let today = story.now.date();
    story.does("adviser", observe(1, Channel::DataCheck, today, Rating::Red));
    story.does("broker", report_need(2));
    answered(&mut story, 1, Some(2));
    answered(&mut story, 2, None);
    assert_eq!(story.cycle.kinds_of_evidence(need(1), &story.rules), 1);
    let adviser = Who::in_role("adviser");
    story.refuses(
        &adviser,
        recommend(1, 1, Outcome::Switch),
        &[("untriangulated", &[])],
    );
    answered(&mut story, 3, Some(1));
    assert_eq!(story.cycle.kinds_of_evidence(need(1), &story.rules), 3);
    story.does("adviser", recommend(1, 1, Outcome::Switch));
}
