//! Who is told what is recommended, whom it would touch, and what is late.

use crate::{
    eyes::{HIDDEN, audience, role, secretive},
    pack::{Story, asked, stories},
};
use collegium_engine::{
    acts::Command,
    apply::Sent,
    cycle::{counterfactual::Supposition, protocol::Preset, redact::Audience},
    face::{
        Fault, GivenProtocol, Handle, Opening,
        request::{AskedAllocation, AskedCounterfactual, AskedMoment, AskedReallocation},
        response::{Reallocations, Supposed},
    },
    ledger::FallenCapacity,
    matching::score_model::Portion,
    overdue::Overdue,
    reallocation::Reallocation,
};
use collegium_model::{
    candidate::CandidateRules,
    chrono::TimeDelta,
    id::{CommandId, NeedId, SchoolId},
    quantity::{HalfDays, Units},
    uuid::Uuid,
};
use serde_json::json;
use std::collections::BTreeSet;

fn moving(handle: &Handle, shown_to: impl Into<Option<Audience>>) -> Vec<Reallocation> {
    let asked = AskedReallocation {
        shown_to: shown_to.into(),
        ..AskedReallocation::default()
    };
    let Reallocations { needs } = handle.reallocation(&asked).unwrap();
    needs
}

fn supposed(
    handle: &Handle,
    need: NeedId,
    supposing: Option<Supposition>,
    shown_to: impl Into<Option<Audience>>,
) -> Result<Supposed, Fault> {
    let asked = AskedCounterfactual {
        need,
        supposing,
        candidates: CandidateRules::default(),
        shown_to: shown_to.into(),
    };
    handle.counterfactual(&asked)
}

fn of(name: &str, school: Option<SchoolId>) -> Audience {
    Audience {
        school,
        ..audience(0x77, &[role(name)])
    }
}

/// Every moment of the pack at which something is recommended, with the command that led to it.
fn moments(opening: Option<&Opening>) -> Vec<(Handle, Sent)> {
    let mut moments = Vec::new();
    for story in stories() {
        let mut handle = Handle::open(opening.unwrap_or(&story.opening)).unwrap();
        for sent in &story.commands {
            handle.apply(&asked(sent));
            if handle.network().opened().is_some() && !moving(&handle, None).is_empty() {
                moments.push((handle.clone(), sent.clone()));
            }
        }
    }
    moments
}

#[test]
fn a_school_is_told_its_own_and_those_who_plan_are_told_all() {
    let (mut freed, mut asked_for) = (0, 0);
    for (handle, _) in moments(None) {
        let all = moving(&handle, None);
        assert_eq!(moving(&handle, of("broker", None)), all);
        assert_eq!(moving(&handle, of("host_head", None)), []);
        assert_eq!(moving(&handle, of("stranger", None)), []);
        for it in &all {
            freed += it.frees.len();
            asked_for += usize::from(it.asks.is_some());
            let own = moving(&handle, of("host_head", Some(it.school)));
            assert!(own.iter().all(|own| own.school == it.school));
            let own = own.iter().find(|own| own.need == it.need).unwrap();
            assert_eq!(own.recommended, it.recommended);
            assert!(own.frees.iter().all(|it| it.room.is_none()));
            assert!(own.asks.iter().all(|it| it.givers.is_none()));
            // No other school is named but those that help this one.
            let told = serde_json::to_string(own).unwrap();
            let helpers: BTreeSet<_> = it.frees.iter().map(|it| it.giver).collect();
            for member in handle.network().opened().unwrap().members.keys() {
                let may_be_named = *member == it.school || helpers.contains(member);
                assert!(may_be_named || !told.contains(&member.to_string()), "{told}");
            }
            let own_to = |shown_to| supposed(&handle, it.need, None, shown_to).unwrap();
            assert_eq!(
                own_to(Some(of("host_head", Some(it.school)))).now.as_ref(),
                Some(own)
            );
            assert_eq!(own_to(Some(of("host_head", None))), Supposed::default());
            // What was never observed is a fault to whoever sees the need, and nothing to others.
            let beyond = || Some(Supposition::Without(vec![999]));
            let fault = supposed(&handle, it.need, beyond(), of("broker", None)).unwrap_err();
            assert_eq!(fault.code(), "not_observed");
            let told = supposed(&handle, it.need, beyond(), of("host_head", None));
            assert_eq!(told.unwrap(), Supposed::default());
        }
    }
    assert!(freed > 0 && asked_for > 0, "{freed}, {asked_for}");
}

#[test]
fn what_happens_elsewhere_changes_nothing_of_what_a_school_is_told() {
    let mut differed = 0;
    for (handle, sent) in moments(None) {
        let givers: Vec<_> = handle.network().ledgers.keys().copied().collect();
        for giver in givers {
            let mut fallen = handle.clone();
            let mut fall = sent.clone();
            fall.context.command = CommandId::new(Uuid::max());
            fall.context.expected.clear();
            fall.command = Command::ReportCapacityFall(FallenCapacity {
                term: None,
                school: giver,
                at_once: Units(0),
                per_term: HalfDays(0),
            });
            fallen.apply(&asked(&fall));
            let (before, after) = (moving(&handle, None), moving(&fallen, None));
            differed += usize::from(before != after);
            for it in before {
                let own = of("host_head", Some(it.school));
                assert_eq!(moving(&handle, own.clone()), moving(&fallen, own.clone()));
                let told = |handle| supposed(handle, it.need, None, own.clone()).unwrap();
                assert_eq!(told(&handle), told(&fallen));
            }
        }
    }
    assert!(differed > 0, "those who plan are told another thing");
}

#[test]
fn where_a_protocol_hides_needs_or_decisions_nothing_is_told_of_recommendations() {
    let mut only_decisions = serde_json::to_value(Preset::DEFAULT.protocol()).unwrap();
    only_decisions["visibility"]["decision"] = json!(["broker"]);
    let only_decisions = Opening {
        protocol: GivenProtocol::Json(only_decisions),
        also: vec![],
    };
    for opening in [secretive(), only_decisions] {
        let moments = moments(Some(&opening));
        assert!(!moments.is_empty());
        for (handle, _) in moments {
            for it in moving(&handle, None) {
                for name in ["host_head", "commissioner"] {
                    let shown_to = || of(name, Some(it.school));
                    assert_eq!(moving(&handle, shown_to()), []);
                    assert_eq!(
                        supposed(&handle, it.need, None, shown_to()).unwrap(),
                        Supposed::default()
                    );
                }
            }
            assert_eq!(moving(&handle, of("broker", None)), moving(&handle, None));
        }
    }
}

#[test]
fn help_that_a_protocol_hides_is_not_told_as_freed_or_displaced() {
    let mut protocol = serde_json::to_value(Preset::DEFAULT.protocol()).unwrap();
    protocol["visibility"]["deployment"] = json!(["broker"]);
    let opening = Opening {
        protocol: GivenProtocol::Json(protocol),
        also: vec![],
    };
    let mut hidden = 0;
    for (handle, _) in moments(Some(&opening)) {
        hidden += moving(&handle, None)
            .iter()
            .map(|it| it.frees.len())
            .sum::<usize>();
        let told = moving(&handle, of("commissioner", None));
        assert!(!told.is_empty() && told.iter().all(|it| it.frees.is_empty()));
        let givers = told.iter().filter_map(|it| it.asks.as_ref()?.givers.as_ref());
        assert!(givers.flatten().all(|it| it.displaces.is_empty()));
    }
    assert!(hidden > 0);
}

#[test]
fn what_is_late_is_told_to_its_school_and_to_those_who_plan() {
    let handle = Story::named("year").told_until(120);
    let at = handle.network().last_recorded().unwrap() + TimeDelta::days(60);
    let late = |shown_to| handle.overdue(&AskedMoment { at, shown_to }).unwrap().overdue;
    let all = late(None);
    let schools: BTreeSet<_> = all.iter().map(|it| it.school).collect();
    assert!(schools.len() > 1, "{all:?}");
    assert_eq!(late(Some(of("broker", None))), all);
    assert_eq!(late(Some(of("host_head", None))), []);
    for school in schools {
        let own = late(Some(of("host_head", Some(school))));
        let expected: Vec<_> = all.iter().filter(|it| it.school == school).cloned().collect();
        assert_eq!(own, expected);
    }
}

#[test]
fn what_is_late_in_what_a_protocol_hides_is_not_told() {
    let mut seen_by_planners = 0;
    for (handle, sent) in moments(Some(&secretive())) {
        let at = sent.context.at + TimeDelta::days(90);
        let late = |shown_to| handle.overdue(&AskedMoment { at, shown_to }).unwrap().overdue;
        let is_hidden = |it: &Overdue| HIDDEN.contains(&it.clock.child.machine().code());
        for cycle in handle.network().cycles.values() {
            let own = late(Some(of("host_head", cycle.school())));
            assert!(!own.iter().any(is_hidden), "{own:?}");
        }
        seen_by_planners += late(Some(of("broker", None)))
            .iter()
            .filter(|it| is_hidden(it))
            .count();
    }
    assert!(seen_by_planners > 0);
}

#[test]
fn how_help_is_spread_is_told_to_those_who_plan() {
    let handle = Story::named("year").told();
    let members = &handle.network().opened().unwrap().members;
    let half = Portion::new(1, 2).unwrap();
    let asked_by = |shown_to, strangers: &[u128]| {
        let strangers = strangers.iter().map(|it| SchoolId::new(Uuid::from_u128(*it)));
        let asked = AskedAllocation {
            disadvantaged: members
                .keys()
                .copied()
                .chain(strangers)
                .map(|it| (it, half))
                .collect(),
            shown_to,
        };
        handle.allocation(&asked)
    };
    let told = asked_by(None, &[]).unwrap();
    assert!(told.allocation.is_some());
    assert_eq!(asked_by(Some(of("commissioner", None)), &[]).unwrap(), told);
    assert_eq!(
        asked_by(Some(of("host_head", None)), &[]).unwrap().allocation,
        None
    );
    // Every stranger is told, to those who may know who belongs here.
    let fault = asked_by(None, &[0xdead, 0xbeef]).unwrap_err();
    assert_eq!((fault.code(), fault.faults().len()), ("not_schools", 2));
    assert!(asked_by(Some(of("stranger", None)), &[0xdead]).is_ok());
}
