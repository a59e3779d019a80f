//! What every page keeps, whatever the round.

mod support;

use chrono::NaiveDate;
use collegium_report::render;
use collegium_report::view::{
    Act, Alternative, Attention, AttentionKind, Calendar, Capacity, Channel, Check, Deployment,
    DeploymentState, DerivationRule, Direction, Figure, Moment, MomentKind, Nature, Need, NeedIndex, Origin,
    Outcome, Period, Place, Proof, Protocol, Rating, Reallocation, Role, RoundView, School, SchoolIndex,
    Severity, SkippedRows,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Text as registers and people write it, and as attackers would.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z ]{0,20}",
        any::<String>(),
        select(vec![
            "<evil>&\"'</evil>",
            "</script><evil/>",
            "\" onload=\"alert(1)",
            "St John\u{92}s & St Mary's <C of E>",
            "{{ evil }}{% evil %}",
            "]]><evil/>",
            "--><evil/>",
            "\u{0}\u{b}\u{fffe}\u{202e}",
        ])
        .prop_map(str::to_owned),
    ]
}

fn date() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        8 => (2024_i32..2028, 1_u32..366).prop_map(|(year, day)| {
            NaiveDate::from_yo_opt(year, day).expect("every year has 365 days")
        }),
        1 => select(vec![NaiveDate::MIN, NaiveDate::MAX]),
    ]
}

fn school_index() -> impl Strategy<Value = SchoolIndex> {
    prop_oneof![9 => 0_u32..6, 1 => Just(u32::MAX)].prop_map(SchoolIndex)
}

fn need_index() -> impl Strategy<Value = NeedIndex> {
    prop_oneof![9 => 0_u32..6, 1 => Just(u32::MAX)].prop_map(NeedIndex)
}

fn amount() -> impl Strategy<Value = u32> {
    prop_oneof![9 => 0_u32..5, 1 => Just(u32::MAX)]
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        (0_u32..700_000, 0_u32..1_300_000),
        (400_000_u32..400_010, 300_000_u32..300_010),
        Just((u32::MAX, 0)),
    ]
    .prop_map(|(easting, northing)| Place { easting, northing })
}

fn school() -> impl Strategy<Value = School> {
    (
        text(),
        option::of(text()),
        option::of(text()),
        option::of(text()),
        option::of(place()),
        select(&Role::ALL[..]),
    )
        .prop_map(
            |(key, name, education_phase, local_authority, place, role)| School {
                key,
                name,
                education_phase,
                local_authority,
                place,
                role,
            },
        )
}

fn moment() -> impl Strategy<Value = Moment> {
    (date(), select(&MomentKind::ALL[..]), text()).prop_map(|(date, kind, text)| Moment { date, kind, text })
}

fn check() -> impl Strategy<Value = Check> {
    let ratings = vec![Rating::Red, Rating::Amber, Rating::Green, Rating::Unrated];
    let directions = vec![
        Direction::Up,
        Direction::Level,
        Direction::Down,
        Direction::Unknown,
    ];
    (
        date(),
        select(&Channel::ALL[..]),
        select(ratings),
        select(directions),
    )
        .prop_map(|(date, channel, rating, direction)| Check {
            date,
            channel,
            rating,
            direction,
        })
}

fn need() -> impl Strategy<Value = Need> {
    let alternative = (text(), option::of(text()), text()).prop_map(|(label, score, cost)| Alternative {
        label,
        score,
        cost,
    });
    (
        (
            text(),
            school_index(),
            text(),
            select(&Severity::ALL[..]),
            option::of(text()),
            amount(),
            amount(),
            text(),
        ),
        (
            vec(text(), 0..3),
            vec(alternative, 0..3),
            option::of(text()),
            vec(moment(), 0..5),
            vec(check(), 0..5),
        ),
    )
        .prop_map(
            |(
                (key, school, area, severity, derived_by, units_asked, units_met, phase_at_end),
                (explanation, alternatives, why_nobody, moments, checks),
            )| Need {
                key,
                school,
                area,
                severity,
                derived_by,
                units_asked,
                units_met,
                phase_at_end,
                explanation,
                alternatives,
                why_nobody,
                moments,
                checks,
            },
        )
}

fn capacity() -> impl Strategy<Value = Capacity> {
    (
        school_index(),
        vec(text(), 0..3),
        [amount(), amount(), amount(), amount(), amount()],
    )
        .prop_map(
            |(
                school,
                areas,
                [
                    at_once_declared,
                    at_once_at_end,
                    at_once_peak,
                    half_days_declared,
                    half_days_committed,
                ],
            )| {
                Capacity {
                    school,
                    areas,
                    at_once_declared,
                    at_once_at_end,
                    at_once_peak,
                    half_days_declared,
                    half_days_committed,
                }
            },
        )
}

fn deployment() -> impl Strategy<Value = Deployment> {
    (
        (school_index(), school_index(), need_index(), text(), text()),
        (
            option::of(date()),
            option::of(date()),
            select(&DeploymentState::ALL[..]),
            amount(),
        ),
        (option::of(any::<u32>()), option::of(text())),
    )
        .prop_map(
            |(
                (offering, receiving, need, area, kind),
                (first, last, state, half_days),
                (distance_metres, declined_reason),
            )| Deployment {
                offering,
                receiving,
                need,
                area,
                kind,
                first,
                last,
                state,
                half_days,
                distance_metres,
                declined_reason,
            },
        )
}

fn act() -> impl Strategy<Value = Act> {
    (text(), date()).prop_map(|(role, date)| Act { role, date })
}

fn reallocation() -> impl Strategy<Value = Reallocation> {
    let lines = || vec(text(), 0..3);
    (
        need_index(),
        select(&Outcome::ALL[..]),
        act(),
        option::of(act()),
        [lines(), lines(), lines()],
    )
        .prop_map(
            |(need, outcome, recommended, decided, [reasons, difference, displaced])| Reallocation {
                need,
                outcome,
                reasons,
                recommended,
                decided,
                difference,
                displaced,
            },
        )
}

fn attention() -> impl Strategy<Value = Attention> {
    (
        select(vec![AttentionKind::Concern, AttentionKind::Overdue]),
        date(),
        option::of(school_index()),
        option::of(need_index()),
        text(),
        option::of(date()),
    )
        .prop_map(|(kind, date, school, need, text, resolved)| Attention {
            kind,
            date,
            school,
            need,
            text,
            resolved,
        })
}

fn origin() -> impl Strategy<Value = Origin> {
    (
        option::of(any::<u64>()),
        date(),
        date(),
        [text(), text(), text(), text(), text(), text()],
    )
        .prop_map(
            |(seed, start, end, [register, rules, id, version, hash, software])| Origin {
                seed,
                start,
                end,
                register,
                rules,
                protocol: Protocol { id, version, hash },
                software,
            },
        )
}

fn calendar() -> impl Strategy<Value = Calendar> {
    let periods = || {
        vec(
            (text(), date(), date()).prop_map(|(label, first, last)| Period { label, first, last }),
            0..4,
        )
    };
    (periods(), periods()).prop_map(|(half_terms, closures)| Calendar { half_terms, closures })
}

fn round() -> impl Strategy<Value = RoundView> {
    let proof = ([text(), text(), text(), text()], any::<bool>()).prop_map(
        |([objective, value, bound, statement], checked)| Proof {
            objective,
            value,
            bound,
            statement,
            checked,
        },
    );
    let derivation = ([text(), text(), text()], any::<u64>(), any::<u64>()).prop_map(
        |([id, meaning, source], needs, offers)| DerivationRule {
            id,
            meaning,
            needs,
            offers,
            source,
        },
    );
    (
        (
            text(),
            text(),
            select(vec![Nature::Fictional, Nature::PublicRegister, Nature::Invented]),
        ),
        (origin(), calendar(), vec(school(), 0..6), vec(need(), 0..6)),
        (
            vec(capacity(), 0..4),
            vec(deployment(), 0..8),
            vec(reallocation(), 0..4),
            vec(attention(), 0..4),
        ),
        (
            vec(
                [text(), text(), text()].prop_map(|[label, value, how]| Figure { label, value, how }),
                0..3,
            ),
            vec(
                (text(), any::<u64>()).prop_map(|(reason, rows)| SkippedRows { reason, rows }),
                0..3,
            ),
            vec(derivation, 0..3),
            vec(text(), 0..3),
            option::of(proof),
        ),
    )
        .prop_map(
            |(
                (title, subtitle, nature),
                (origin, calendar, schools, needs),
                (capacity, deployments, reallocations, attention),
                (figures, skipped, derivation, assumptions, proof),
            )| RoundView {
                title,
                subtitle,
                nature,
                origin,
                calendar,
                schools,
                needs,
                capacity,
                deployments,
                reallocations,
                attention,
                figures,
                skipped,
                derivation,
                assumptions,
                proof,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_page_holds_together_and_escapes_what_it_is_given(round in round()) {
        let page = render(&round);
        support::holds_together(&page);
        let tree = support::tree(&page);
        prop_assert!(!tree.descendants().any(|node| node.tag_name().name() == "evil"));
        prop_assert!(!tree.descendants().any(|node| node.attributes().any(|each| each.name().starts_with("on"))));
        prop_assert!(!page.chars().any(|character| character.is_control() && !"\n\t".contains(character)));
    }

    #[test]
    fn the_same_round_gives_the_same_bytes(round in round()) {
        prop_assert_eq!(render(&round), render(&round.clone()));
    }
}
