//! A scenario that fits schools that were counted.
//!
//! What was counted replaces the numbers of another scenario, with its source; what nobody counted stays as it
//! is there, with its own source.

use super::{Land, Parameter, Scenario, SchoolKind, Severities, Unit};
use collegium_model::place::Place;

/// Schools of a real or fictional area, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// Schools by kind; kinds without a school are left out of a scenario.
    pub kinds: Vec<CountedKind>,
    /// Where schools stand, as far as that is known.
    pub places: Vec<Place>,
    /// Where schools, pupils and places were counted.
    pub register: String,
    /// Where it was found which schools are in need.
    pub needs: String,
}

/// Schools of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountedKind {
    /// What people call them.
    pub name: String,
    /// How many there are.
    pub schools: u32,
    /// Pupils of all whose number is known.
    pub pupils: u64,
    /// Of how many schools that is known.
    pub with_pupils: u32,
    /// How many schools anything is known of by which they could be in need.
    pub judged: u32,
    /// How many of those are in need, by how serious their most serious need is: low, moderate, high, urgent.
    pub in_need: [u32; 4],
}

/// Of fewer schools nobody is told how many are in need: who knows the schools would know which. An assumption.
const SMALLEST_GROUP: u32 = 10;

/// Schools of which it is told how many are in need.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    judged: u32,
    in_need: [u32; 4],
}

impl Told {
    fn of<'a>(kinds: impl Iterator<Item = &'a CountedKind>) -> Option<Self> {
        let all = kinds.fold(Self::default(), |sum, kind| {
            let mut in_need = sum.in_need;
            for (all, more) in in_need.iter_mut().zip(kind.in_need) {
                *all = all.saturating_add(more);
            }
            Self {
                judged: sum.judged.saturating_add(kind.judged),
                in_need,
            }
        });
        (all.judged >= SMALLEST_GROUP).then_some(all)
    }

    fn all_in_need(&self) -> u64 {
        self.in_need.iter().map(|it| u64::from(*it)).sum()
    }
}

impl CountedKind {
    fn is_small(&self) -> bool {
        self.judged < SMALLEST_GROUP
    }
}

impl Census {
    /// The scenario `base` for these schools.
    ///
    /// A kind fares as the kind of its name in `base`, or else as the first. Each school has one area: it is in
    /// need as a whole, or not. Schools of which nothing is known count neither as in need nor as well. Kinds of
    /// which fewer than ten are judged are put together, and share one number; where those are fewer than ten,
    /// too, they are counted nowhere, and their share in need stays that of `base`. The land is the square in which schools
    /// drawn evenly are as far apart, in the mean of squares, as these are.
    ///
    /// # Units
    /// Pupils are the mean of a kind's schools; the side of the land is in kilometres.
    ///
    /// # Complexity
    /// Linear in kinds and places. Sums are of whole numbers, so that order does not matter.
    #[must_use]
    pub fn fit(&self, base: &Scenario) -> Scenario {
        let counted = self.kinds.iter().filter(|it| it.schools > 0);
        let small = Told::of(self.kinds.iter().filter(|it| it.is_small()));
        Scenario {
            schools: counted
                .filter_map(|it| {
                    let same = base.schools.iter().find(|kind| kind.name == it.name);
                    Some(self.kind(it, small, same.or(base.schools.first())?))
                })
                .collect(),
            severities: self.shares(small.is_some()).or_else(|| base.severities.clone()),
            land: base.land.as_ref().map(|land| Land {
                side: self.side().unwrap_or_else(|| land.side.clone()),
                farthest: land.farthest.clone(),
            }),
            ..base.clone()
        }
    }

    fn kind(&self, counted: &CountedKind, small: Option<Told>, base: &SchoolKind) -> SchoolKind {
        let CountedKind {
            schools, with_pupils, ..
        } = counted;
        let pupils = share(counted.pupils, u64::from(*with_pupils)).map(|value| Parameter {
            value,
            unit: Unit::Pupils,
            source: format!(
                "{}: mean of the {with_pupils} of {schools} schools whose number is told",
                self.register
            ),
        });
        let (told, of) = if counted.is_small() {
            let of = format!("schools of kinds of which fewer than {SMALLEST_GROUP} are told of, together");
            (small, of)
        } else {
            let of = format!("of {schools} schools of which anything is told");
            (Told::of(std::iter::once(counted)), of)
        };
        let at_start = told.and_then(|told| {
            let (in_need, judged) = (told.all_in_need(), told.judged);
            Some(Parameter {
                value: share(in_need, u64::from(judged))?,
                unit: Unit::Share,
                source: format!("{}: {in_need} of the {judged} {of}", self.needs),
            })
        });
        SchoolKind {
            name: counted.name.clone(),
            count: *schools,
            areas: 1,
            pupils: pupils.or_else(|| base.pupils.clone()),
            in_need_at_start: at_start.or_else(|| base.in_need_at_start.clone()),
            ..base.clone()
        }
    }

    /// Shares of severities among those of whom it is told how many are in need; none where too few are.
    fn shares(&self, with_small: bool) -> Option<Severities> {
        let told = Told::of(self.kinds.iter().filter(|it| with_small || !it.is_small()))?;
        let all = told.all_in_need();
        if all < u64::from(SMALLEST_GROUP) {
            return None;
        }
        let of = |schools: u32| {
            Some(Parameter {
                value: share(u64::from(schools), all)?,
                unit: Unit::Share,
                source: format!("{}: {schools} of {all} schools in need", self.needs),
            })
        };
        let [low, moderate, high, urgent] = told.in_need;
        Some(Severities {
            low: of(low)?,
            moderate: of(moderate)?,
            high: of(high)?,
            urgent: of(urgent)?,
        })
    }

    /// The side of the square in which points drawn evenly have these places' variance: of one coordinate it is
    /// a twelfth of the side's square. None where all places are one.
    fn side(&self) -> Option<Parameter> {
        let places = i128::try_from(self.places.len()).ok()?;
        let spread = |of: fn(&Place) -> u32| {
            let (mut sum, mut squares) = (0_i128, 0_i128);
            for metres in self.places.iter().map(of).map(i128::from) {
                sum += metres;
                squares += metres * metres;
            }
            places * squares - sum * sum
        };
        let spread = spread(|it| it.easting().0) + spread(|it| it.northing().0);
        #[expect(clippy::cast_precision_loss, reason = "a side is told to the metre")]
        let metres = libm::sqrt(6.0 * spread as f64) / places as f64;
        (places > 0 && spread > 0).then(|| Parameter {
            value: libm::round(metres) / 1_000.0,
            unit: Unit::Kilometres,
            source: format!(
                "{}: a square in which schools drawn evenly are as far apart, in the mean of squares, as the {places} \
                 whose place is told",
                self.register
            ),
        })
    }
}

/// A share, or a mean; none of nothing.
#[expect(clippy::cast_precision_loss, reason = "schools and pupils are far below 2⁵³")]
fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_model::quantity::Metres;

    const BASE: &str = include_str!("../../../../examples/study/county.toml");

    fn census() -> Census {
        let place = |east, north| Place::new(Metres(east), Metres(north)).unwrap();
        Census {
            kinds: vec![
                CountedKind {
                    name: "secondary".to_owned(),
                    schools: 50,
                    pupils: 36_000,
                    with_pupils: 40,
                    judged: 40,
                    in_need: [0, 5, 0, 5],
                },
                CountedKind {
                    name: "nursery".to_owned(),
                    schools: 3,
                    ..CountedKind::default()
                },
                CountedKind::default(),
            ],
            places: vec![
                place(500_000, 300_000),
                place(530_000, 300_000),
                place(500_000, 340_000),
            ],
            register: "register.csv".to_owned(),
            needs: "rules".to_owned(),
        }
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "these have exact values")]
    fn what_was_counted_is_taken_and_the_rest_stays() {
        let base = Scenario::from_toml(BASE).unwrap();
        let found = census().fit(&base);
        found.check().unwrap();
        let [secondary, nursery] = &found.schools[..] else {
            panic!("{:?}", found.schools);
        };
        assert_eq!((secondary.count, nursery.count), (50, 3));
        assert_eq!(secondary.pupils.as_ref().unwrap().value, 900.0);
        assert_eq!(secondary.in_need_at_start.as_ref().unwrap().value, 0.25);
        // A kind of its name lends its dynamics, or the first does, with whatever was not counted.
        assert_eq!(secondary.dynamics, base.schools[1].dynamics);
        assert_eq!(nursery.dynamics, base.schools[0].dynamics);
        assert_eq!(nursery.pupils, base.schools[0].pupils);
        assert_eq!(nursery.in_need_at_start, base.schools[0].in_need_at_start);
        let severities = found.severities.unwrap();
        assert_eq!([severities.moderate.value, severities.low.value], [0.5, 0.0]);
        assert_eq!(found.capacity, base.capacity);
    }

    #[test]
    fn of_few_schools_nobody_is_told_how_many_are_in_need() {
        let base = Scenario::from_toml(BASE).unwrap();
        let kind = |name: &str, judged, urgent| CountedKind {
            name: name.to_owned(),
            schools: judged,
            judged,
            in_need: [0, 0, 0, urgent],
            ..CountedKind::default()
        };
        let fit = |kinds| Census { kinds, ..census() }.fit(&base);
        let share = |found: &Scenario, kind: usize| found.schools[kind].in_need_at_start.clone().unwrap();
        // One school that is in need is told of neither by itself nor by what is left of the rest.
        let found = fit(vec![kind("secondary", 40, 10), kind("all_through", 1, 1)]);
        assert_eq!(Some(share(&found, 1)), base.schools[0].in_need_at_start);
        assert!(share(&found, 0).source.contains("10 of the 40 of 40"));
        assert!(found.severities.unwrap().urgent.source.contains("10 of 10"));
        // Nine and one are ten, and have one share.
        let found = fit(vec![
            kind("secondary", 40, 10),
            kind("all_through", 1, 1),
            kind("nursery", 9, 2),
        ]);
        assert_eq!(share(&found, 1), share(&found, 2));
        assert!((share(&found, 1).value - 0.3).abs() < 1e-12);
        assert!(found.severities.unwrap().urgent.source.contains("13 of 13"));
        // How serious the needs of nine are is nobody's business.
        let found = fit(vec![kind("secondary", 40, 9)]);
        assert_eq!(found.severities, base.severities);
    }

    #[test]
    fn land_is_as_wide_as_schools_are_apart() {
        // Of nine ordered pairs, each of three distances stands twice: the mean of squares is 10⁹·10/9 m², and
        // evenly drawn in a square it is a third of the side's square.
        let expected = libm::sqrt(3.0 * 2.0 * (900.0 + 1_600.0 + 2_500.0) / 9.0);
        let side = census().side().unwrap();
        assert!((side.value - expected).abs() < 0.000_6, "{side} {expected}");
        let places = vec![census().places[0]; 4];
        assert_eq!(Census { places, ..census() }.side(), None);
        assert_eq!(Census::default().side(), None);
    }

    #[test]
    fn nothing_counted_leaves_everything() {
        let base = Scenario::from_toml(BASE).unwrap();
        let found = Census::default().fit(&base);
        assert_eq!(found.severities, base.severities);
        assert_eq!(found.land, base.land);
        assert!(found.check().unwrap_err().to_string().contains("has no school"));
    }
}
