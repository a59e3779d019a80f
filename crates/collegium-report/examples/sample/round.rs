//! A fictional round of any size, the same each time.

use chrono::{Days, NaiveDate};
use collegium_report::view::{
    Act, Alternative, Attention, AttentionKind, Calendar, Capacity, Channel, Check, Deployment,
    DeploymentState, DerivationRule, Direction, Figure, Moment, MomentKind, Nature, Need, NeedIndex, Origin,
    Outcome, Period, Place, Proof, Protocol, Rating, Reallocation, Role, RoundView, School, SchoolIndex,
    Severity, SkippedRows,
};

const FIRST_WORDS: [&str; 16] = [
    "Larkmere",
    "Thornby Vale",
    "Oxwick",
    "Saltersford",
    "Brackenholt",
    "Hazeldown",
    "Winterbeck",
    "Fennimore",
    "Kestrel Rise",
    "Copperfield",
    "Ashgrave",
    "Millrace",
    "Dunmarsh",
    "Quillbrook",
    "Rookhampton",
    "Elverstone",
];
const PHASES: [&str; 3] = ["Primary", "Secondary", "All-through"];
const AUTHORITIES: [&str; 5] = [
    "Northmarch (fictional)",
    "Eastholme (fictional)",
    "Vale of Sarn (fictional)",
    "Isle of Merrow (fictional)",
    "Westerling (fictional)",
];
const AREAS: [&str; 6] = [
    "Mathematics, Year 6",
    "Early reading",
    "Attendance",
    "Leadership of teaching",
    "English, Year 11",
    "Support for pupils with additional needs",
];
const KINDS: [&str; 3] = [
    "Specialist leader",
    "Executive leader",
    "Middle leader who coaches",
];
const REASONS_TO_DECLINE: [&str; 3] = [
    "A conflict of interest",
    "The person is needed at their own school",
    "The dates clash with examinations",
];

/// A generator of numbers that only have to look scattered (Knuth's MMIX multiplier).
struct Scatter(u64);

impl Scatter {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(self.0 >> 33).expect("31 bits fit");
        high % limit.max(1)
    }

    fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(u32::try_from(items.len()).expect("a short list")) as usize]
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
}

fn period(label: &str, first: NaiveDate, last: NaiveDate) -> Period {
    Period {
        label: label.to_owned(),
        first,
        last,
    }
}

fn calendar() -> Calendar {
    Calendar {
        half_terms: vec![
            period("Autumn 1", day(2025, 9, 2), day(2025, 10, 24)),
            period("Autumn 2", day(2025, 11, 3), day(2025, 12, 19)),
            period("Spring 1", day(2026, 1, 5), day(2026, 2, 13)),
            period("Spring 2", day(2026, 2, 23), day(2026, 3, 27)),
            period("Summer 1", day(2026, 4, 13), day(2026, 5, 22)),
            period("Summer 2", day(2026, 6, 1), day(2026, 7, 21)),
        ],
        closures: vec![
            period("October half term", day(2025, 10, 25), day(2025, 11, 2)),
            period("Christmas holiday", day(2025, 12, 20), day(2026, 1, 4)),
            period("February half term", day(2026, 2, 14), day(2026, 2, 22)),
            period("Easter holiday", day(2026, 3, 28), day(2026, 4, 12)),
            period("Early May bank holiday", day(2026, 5, 4), day(2026, 5, 4)),
            period("May half term", day(2026, 5, 23), day(2026, 5, 31)),
        ],
    }
}

/// A fictional round with this many schools.
pub(crate) fn fictional(schools: u32) -> RoundView {
    let mut scatter = Scatter(u64::from(schools) + 7);
    let large = schools > 500;
    let extent = if large {
        (450_000, 550_000)
    } else {
        (38_000, 30_000)
    };
    let towns: Vec<_> = (0..if large { 160 } else { 5 })
        .map(|_| (90_000 + scatter.below(extent.0), 40_000 + scatter.below(extent.1)))
        .collect();
    let mut round = RoundView {
        title: "Review round 2025 to 2026, Larkmere Learning Alliance".to_owned(),
        subtitle: "A network of schools that review each other and lend each other people".to_owned(),
        nature: Nature::Fictional,
        origin: origin(),
        calendar: calendar(),
        schools: vec![],
        needs: vec![],
        capacity: vec![],
        deployments: vec![],
        reallocations: vec![],
        attention: vec![],
        figures: vec![Figure {
            label: "Longest wait for support".to_owned(),
            value: "34 school days".to_owned(),
            how: "From the day a need was agreed to the first day of its deployment, over all needs met."
                .to_owned(),
        }],
        skipped: vec![
            SkippedRows {
                reason: "School closed before the round".to_owned(),
                rows: u64::from(schools) / 11,
            },
            SkippedRows {
                reason: "Not a kind of school the rules cover".to_owned(),
                rows: u64::from(schools) / 29,
            },
        ],
        derivation: derivation(u64::from(schools)),
        assumptions: vec![
            "A deployment of a specialist leader takes 10 half-days a term.".to_owned(),
            "A school offers support in no more than three areas at once.".to_owned(),
        ],
        proof: Some(Proof {
            objective: "Meet as many needs as possible; among such plans, choose the best fit".to_owned(),
            value: "all units that can be met; total fit 21.480".to_owned(),
            bound: "the same".to_owned(),
            statement: "No other plan could meet more needs, nor as many with a better fit.".to_owned(),
            checked: true,
        }),
    };
    for index in 0..schools {
        round.schools.push(school(index, &towns, &mut scatter));
    }
    let offering: Vec<_> = (0..schools)
        .filter(|&index| round.schools[index as usize].role.offers())
        .collect();
    for &index in &offering {
        let at_once_declared = 1 + scatter.below(4);
        let half_days_declared = at_once_declared * 20;
        round.capacity.push(Capacity {
            school: SchoolIndex(index),
            areas: vec![scatter.of(&AREAS).to_owned(), scatter.of(&AREAS).to_owned()],
            at_once_declared,
            at_once_at_end: 0,
            at_once_peak: 0,
            half_days_declared,
            half_days_committed: 0,
        });
    }
    let receiving: Vec<_> = (0..schools)
        .filter(|&index| round.schools[index as usize].role.receives())
        .collect();
    for index in receiving {
        for _ in 0..=u32::from(scatter.below(4) == 0) {
            add_need(&mut round, index, &mut scatter);
        }
    }
    for capacity in &mut round.capacity {
        capacity.areas.dedup();
        let held = round.deployments.iter().filter(|deployment| {
            deployment.offering == capacity.school
                && matches!(
                    deployment.state,
                    DeploymentState::Active | DeploymentState::Tapering
                )
        });
        capacity.at_once_at_end = u32::try_from(held.count()).expect("few deployments");
    }
    round
}

fn origin() -> Origin {
    Origin {
        seed: Some(7),
        start: day(2025, 9, 2),
        end: day(2026, 7, 21),
        register: "a fictional register, made from the seed".to_owned(),
        rules: "default-derivation, version 3".to_owned(),
        protocol: Protocol {
            id: "default".to_owned(),
            version: "1.4".to_owned(),
            hash: "9f2c61e07b3a54d8c1e0f7a2b6d94c358e71a0d2f4b6c8e9a1b3d5f70912c4e6".to_owned(),
        },
        software: "Collegium 0.1.0".to_owned(),
    }
}

fn derivation(schools: u64) -> Vec<DerivationRule> {
    vec![
        DerivationRule {
            id: "attainment-below-band".to_owned(),
            meaning:
                "A school whose attainment is below its band two years running needs support in that area."
                    .to_owned(),
            needs: schools / 6,
            offers: 0,
            source: "Assumption".to_owned(),
        },
        DerivationRule {
            id: "strong-and-stable".to_owned(),
            meaning: "A school with strong results and a settled leadership can offer support.".to_owned(),
            needs: 0,
            offers: schools / 2,
            source: "Rule of thumb of 3 or 4 to 1 in the source document".to_owned(),
        },
    ]
}

fn school(index: u32, towns: &[(u32, u32)], scatter: &mut Scatter) -> School {
    let town = scatter.of(towns);
    let spread = 9_000;
    let mut place = Place {
        easting: town.0 + scatter.below(spread) + scatter.below(spread),
        northing: town.1 + scatter.below(spread) + scatter.below(spread),
    };
    if index % 20 == 13 {
        place = Place {
            easting: town.0 + spread,
            northing: town.1 + spread,
        };
    }
    let phase = PHASES[usize::from(index % 5 == 3) + usize::from(index % 17 == 16)];
    let first_word = FIRST_WORDS[(index % 16) as usize];
    let name = match index / 16 {
        0 => format!("{first_word} {phase} School (fictional)"),
        1 => format!("St Osmund\u{92}s {phase} School, {first_word} (fictional)"),
        turn => format!("{first_word} {phase} School {turn} (fictional)"),
    };
    School {
        key: format!("F{:06}", 100_000 + index),
        name: Some(name),
        education_phase: Some(phase.to_owned()),
        local_authority: Some(scatter.of(&AUTHORITIES).to_owned()),
        place: (index % 23 != 22).then_some(place),
        role: match scatter.below(14) {
            0..=7 => Role::Offering,
            8 | 9 => Role::Receiving,
            10 => Role::Both,
            _ => Role::Neither,
        },
    }
}

fn add_need(round: &mut RoundView, school: u32, scatter: &mut Scatter) {
    let index = NeedIndex(u32::try_from(round.needs.len()).expect("few needs"));
    let severity = scatter.of(&[
        Severity::Low,
        Severity::Moderate,
        Severity::Moderate,
        Severity::High,
        Severity::Urgent,
    ]);
    let area = scatter.of(&AREAS);
    let offers = u32::try_from(round.capacity.len()).expect("few offers");
    let free: Vec<_> = (0..40)
        .map(|_| scatter.below(offers) as usize)
        .filter(|&position| {
            round.capacity.get(position).is_some_and(|capacity| {
                capacity.at_once_peak < capacity.at_once_declared && capacity.school.0 != school
            })
        })
        .collect();
    let asked = 1 + u32::from(severity == Severity::Urgent);
    let mut need = Need {
        key: format!("N-{:03}", index.0 + 1),
        school: SchoolIndex(school),
        area: area.to_owned(),
        severity,
        derived_by: Some("Attainment below its band two years running".to_owned()),
        units_asked: asked,
        units_met: 0,
        phase_at_end: "Matching".to_owned(),
        explanation: vec![],
        alternatives: vec![],
        why_nobody: None,
        moments: vec![Moment {
            date: day(2025, 9, 15) + Days::new(u64::from(scatter.below(20))),
            kind: MomentKind::Diagnosis,
            text: "The review agreed the need with the school.".to_owned(),
        }],
        checks: vec![],
    };
    for _ in 0..asked {
        if scatter.below(6) > 0 && !free.is_empty() {
            let position = *free
                .iter()
                .min_by_key(|&&position| {
                    distance(round, round.capacity[position].school, need.school).unwrap_or(u32::MAX)
                })
                .expect("at least one is free");
            deploy(round, position, index, &mut need, scatter);
        }
    }
    if need.units_met == 0 {
        need.why_nobody = Some(
            "Every school within reach that offers support in this area is already at the number it declared. \
             Freeing one place at any of the four nearest would meet this need."
                .to_owned(),
        );
    } else {
        watch(round, index, &mut need, scatter);
    }
    if severity == Severity::Urgent && index.0.is_multiple_of(3) {
        round.attention.push(Attention {
            kind: AttentionKind::Overdue,
            date: day(2026, 3, 20),
            school: Some(need.school),
            need: Some(index),
            text: "The termly formal review was due and has not been held.".to_owned(),
            resolved: index.0.is_multiple_of(2).then(|| day(2026, 4, 17)),
        });
    }
    round.needs.push(need);
}

fn deploy(round: &mut RoundView, position: usize, index: NeedIndex, need: &mut Need, scatter: &mut Scatter) {
    let declined = scatter.below(8) == 0;
    let first = day(2025, 11, 3) + Days::new(u64::from(scatter.below(60)));
    let last = first + Days::new(60 + u64::from(scatter.below(90)));
    let capacity = &mut round.capacity[position];
    let half_days = 10;
    let offering = capacity.school;
    need.moments.push(Moment {
        date: day(2025, 10, 13),
        kind: MomentKind::Matching,
        text: "The plan proposed a school to offer support.".to_owned(),
    });
    need.moments.push(Moment {
        date: day(2025, 10, 20),
        kind: MomentKind::Agreement,
        text: if declined {
            "The school offering support declined."
        } else {
            "All sides agreed."
        }
        .to_owned(),
    });
    if !declined {
        capacity.at_once_peak += 1;
        capacity.half_days_committed += half_days;
        need.units_met += 1;
        need.moments.push(Moment {
            date: first,
            kind: MomentKind::Support,
            text: "Support began.".to_owned(),
        });
        need.explanation.push(
            "This school offers support in the area asked for, is close enough to visit in a morning, and had a \
             place free. It works with pupils of the same age."
                .to_owned(),
        );
        need.alternatives.push(Alternative {
            label: "Oxwick Primary School (fictional)".to_owned(),
            score: Some("0.78".to_owned()),
            cost: "One other need, of moderate severity, would not be met.".to_owned(),
        });
    }
    round.deployments.push(Deployment {
        offering,
        receiving: need.school,
        need: index,
        area: need.area.clone(),
        kind: scatter.of(&KINDS).to_owned(),
        first: (!declined).then_some(first),
        last: (!declined).then_some(last),
        state: if declined {
            DeploymentState::Declined
        } else {
            scatter.of(&[
                DeploymentState::Completed,
                DeploymentState::Completed,
                DeploymentState::Tapering,
                DeploymentState::Active,
            ])
        },
        half_days,
        distance_metres: distance(round, offering, need.school),
        declined_reason: declined.then(|| scatter.of(&REASONS_TO_DECLINE).to_owned()),
    });
}

/// Metres between two schools, in a straight line.
fn distance(round: &RoundView, one: SchoolIndex, other: SchoolIndex) -> Option<u32> {
    let (one, other) = (round.school(one)?.place?, round.school(other)?.place?);
    let (east, north) = (
        one.easting.abs_diff(other.easting),
        one.northing.abs_diff(other.northing),
    );
    (u64::from(east).pow(2) + u64::from(north).pow(2))
        .isqrt()
        .try_into()
        .ok()
}

fn watch(round: &mut RoundView, index: NeedIndex, need: &mut Need, scatter: &mut Scatter) {
    "Monitoring".clone_into(&mut need.phase_at_end);
    let visits = [
        (Channel::DataCheck, day(2025, 12, 15)),
        (Channel::InformalVisit, day(2026, 1, 21)),
        (Channel::DataCheck, day(2026, 2, 9)),
        (Channel::FormalReview, day(2026, 3, 18)),
        (Channel::ProgressNote, day(2026, 5, 12)),
        (Channel::DataCheck, day(2026, 6, 29)),
    ];
    for (channel, date) in visits {
        need.checks.push(Check {
            date: date + Days::new(u64::from(scatter.below(7))),
            channel,
            rating: scatter.of(&[
                Rating::Red,
                Rating::Amber,
                Rating::Amber,
                Rating::Green,
                Rating::Green,
                Rating::Unrated,
            ]),
            direction: scatter.of(&[
                Direction::Up,
                Direction::Level,
                Direction::Down,
                Direction::Unknown,
            ]),
        });
    }
    if scatter.below(3) > 0 {
        return;
    }
    let outcome = scatter.of(&Outcome::ALL);
    need.moments.push(Moment {
        date: day(2026, 3, 30),
        kind: MomentKind::Decision,
        text: format!("It was decided to {}.", outcome.label().to_lowercase()),
    });
    if outcome == Outcome::Close {
        "Closed".clone_into(&mut need.phase_at_end);
        need.moments.push(Moment {
            date: day(2026, 4, 20),
            kind: MomentKind::Closed,
            text: "The need was closed.".to_owned(),
        });
    }
    round.reallocations.push(Reallocation {
        need: index,
        outcome,
        reasons: vec![
            "Two data checks in a row were rated amber with no change.".to_owned(),
            "The formal review found that teachers use the approach in most lessons.".to_owned(),
        ],
        recommended: Act {
            role: "adviser".to_owned(),
            date: day(2026, 3, 23),
        },
        decided: (index.0 % 5 != 4).then(|| Act {
            role: "responsible body".to_owned(),
            date: day(2026, 3, 30),
        }),
        difference: vec!["10 half-days a term become 6.".to_owned()],
        displaced: if outcome == Outcome::Intensify {
            vec!["A need of low severity at another school waits one half term longer.".to_owned()]
        } else {
            vec![]
        },
    });
}
