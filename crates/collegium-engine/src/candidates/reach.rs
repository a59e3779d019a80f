//! Givers that come into question for a need, and how many do not and why, without a look at each pair.

use super::{Giver, RuledOut};
use crate::opening::Member;
use collegium_model::{
    candidate::CandidateRules, code::Area, id::SchoolId, neighbourhood::Neighbourhood, quantity::Metres,
};
use std::collections::BTreeMap;

/// Givers by where they are and what they offer.
pub(super) struct Reach<'a> {
    all: &'a [Giver<'a>],
    farthest: Option<Metres>,
    near: Option<Neighbourhood>,
    /// Which of them a school is: more than one where its people are known.
    of_school: BTreeMap<SchoolId, Vec<u32>>,
    /// How many offer help in an area, and how many of those are at no known place.
    offering: BTreeMap<&'a Area, Offering>,
}

#[derive(Clone, Copy, Default)]
struct Offering {
    all: u32,
    no_place: u32,
}

impl<'a> Reach<'a> {
    /// Complexity: givers × areas of each.
    pub(super) fn new(all: &'a [Giver<'a>], rules: &CandidateRules) -> Self {
        let mut of_school = BTreeMap::<_, Vec<u32>>::new();
        let mut offering = BTreeMap::<_, Offering>::new();
        for (number, giver) in (0..).zip(all) {
            of_school.entry(giver.supply.school).or_default().push(number);
            let mut areas: Vec<_> = giver.areas.iter().collect();
            areas.sort_unstable();
            areas.dedup();
            for area in areas {
                let of_area = offering.entry(area).or_default();
                of_area.all += 1;
                of_area.no_place += u32::from(giver.member.place.is_none());
            }
        }
        let placed = || {
            (0..)
                .zip(all)
                .filter_map(|(number, giver)| Some((number, giver.member.place?)))
        };
        Self {
            all,
            farthest: rules.farthest,
            near: rules
                .farthest
                .map(|farthest| Neighbourhood::new(farthest, placed())),
            of_school,
            offering,
        }
    }

    /// Givers within reach of a taker that offer help in the area and were not tried, with why all others do
    /// not come into question.
    ///
    /// Complexity: givers near by, and all of them where none is.
    pub(super) fn of(
        &self,
        taker: &Member,
        area: &Area,
        tried: &[SchoolId],
    ) -> (Vec<&'a Giver<'a>>, RuledOut) {
        let may = |giver: &Giver<'_>| giver.member.school != taker.school && giver.areas.contains(area);
        let is_tried = |giver: &Giver<'_>| tried.contains(&giver.supply.school);
        let mut within: Vec<_> = match (&self.near, taker.place) {
            (None, _) => self.all.iter().collect(),
            (Some(_), None) => Vec::new(),
            (Some(near), Some(place)) => near
                .near(place)
                .filter_map(|(number, _)| self.all.get(number as usize))
                .collect(),
        };
        within.retain(|giver| may(giver) && !is_tried(giver));
        let mut ruled_out = self.counted(taker, area, tried);
        let left = ruled_out
            .too_far
            .saturating_sub(u32::try_from(within.len()).unwrap_or(u32::MAX));
        ruled_out.too_far = left;
        if within.is_empty() && left > 0 {
            let far = self.all.iter().filter(|giver| may(giver) && !is_tried(giver));
            let distance = |giver: &Giver<'_>| Some(taker.place?.distance(giver.member.place?));
            ruled_out.nearest_too_far = far.filter_map(distance).min();
        }
        (within, ruled_out)
    }

    /// Why givers do not come into question, where those within reach still count as too far.
    fn counted(&self, taker: &Member, area: &Area, tried: &[SchoolId]) -> RuledOut {
        let of = |school: &SchoolId| self.of_school.get(school).into_iter().flatten();
        let get = |number: &u32| self.all.get(*number as usize);
        let offers = |giver: &&Giver<'_>| giver.areas.contains(area);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let own = of(&taker.school).filter_map(get);
        let (own_all, own_offering) = (own.clone().count(), own.clone().filter(offers).count());
        let own_unplaced = own.filter(offers).filter(|it| it.member.place.is_none()).count();
        let asked = tried.iter().filter(|school| **school != taker.school);
        let asked: Vec<_> = asked.flat_map(of).filter_map(get).filter(offers).collect();
        let asked_unplaced = asked.iter().filter(|it| it.member.place.is_none()).count();
        let offering = self.offering.get(area).copied().unwrap_or_default();
        let offering_others = offering.all - count(own_offering);
        let open = offering_others - count(asked.len());
        let no_place = match (self.farthest, taker.place) {
            (None, _) => 0,
            (Some(_), None) => open,
            (Some(_), Some(_)) => offering.no_place - count(own_unplaced) - count(asked_unplaced),
        };
        RuledOut {
            other_area: count(self.all.len() - own_all) - offering_others,
            tried: count(asked.len()),
            no_place,
            too_far: open - no_place,
            ..RuledOut::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{candidates::Supply, opening::MemberKind};
    use collegium_model::{
        id::NeedId,
        need::{Need, NeedSource, Severity},
        place::Place,
        quantity::Units,
        school::{EducationPhase, SchoolReference},
    };
    use proptest::prelude::*;
    use uuid::Uuid;

    /// A school of a small town: its number, where it stands, if that is known, and the areas it offers.
    type Drawn = (u8, Option<(u16, u16)>, Vec<bool>);

    fn member((number, place, _): &Drawn) -> Member {
        let at = |(east, north): (u16, u16)| Place::new(Metres(east.into()), Metres(north.into())).unwrap();
        Member {
            school: SchoolId::new(Uuid::from_u128((*number).into())),
            reference: SchoolReference::Pseudonym((*number).into()),
            education_phase: EducationPhase::Primary,
            place: place.map(at),
            kind: MemberKind::School,
        }
    }

    /// The same by a look at each pair.
    fn pair_by_pair<'a>(
        all: &'a [Giver<'a>],
        rules: &CandidateRules,
        taker: &Member,
        need: &Need,
        tried: &[SchoolId],
    ) -> (Vec<String>, RuledOut) {
        let mut ruled_out = RuledOut::default();
        let within = all
            .iter()
            .filter(|giver| giver.score(taker, need, tried, rules, &mut ruled_out).is_some());
        let mut within: Vec<_> = within.map(|giver| giver.id.clone()).collect();
        if !within.is_empty() {
            ruled_out.nearest_too_far = None;
        }
        within.sort_unstable();
        (within, ruled_out)
    }

    fn drawn() -> impl Strategy<Value = Drawn> {
        let place = prop::option::weighted(0.8, (0..100_u16, 0..100_u16));
        (0..12_u8, place, prop::collection::vec(any::<bool>(), 3))
    }

    proptest! {
        #[test]
        fn it_counts_as_a_look_at_each_pair_does(
            schools in prop::collection::vec(drawn(), 0..14),
            taker in drawn(), tried in prop::collection::btree_set(0..12_u8, 0..4),
            farthest in prop::option::of(0..120_u32),
        ) {
            let areas: Vec<_> = ["one", "two", "three"].iter().map(|it| Area::new(it).unwrap()).collect();
            let members: Vec<_> = schools.iter().map(member).collect();
            let offered: Vec<Vec<_>> = schools
                .iter()
                .map(|(.., offers)| areas.iter().zip(offers).filter(|(_, it)| **it).map(|(it, _)| it.clone()).collect())
                .collect();
            // A school that is drawn twice lends two people.
            let all: Vec<_> = members.iter().zip(&offered).enumerate().map(|(number, (member, areas))| Giver {
                id: number.to_string(),
                member,
                supply: Supply { school: member.school, person: None },
                areas,
                units: Units(1),
            }).collect();
            let rules = CandidateRules { farthest: farthest.map(Metres), ..CandidateRules::default() };
            let tried: Vec<_> = tried.iter().map(|it| SchoolId::new(Uuid::from_u128((*it).into()))).collect();
            let (taker, reach) = (member(&taker), Reach::new(&all, &rules));
            for area in &areas {
                let need = Need {
                    id: NeedId::new(Uuid::nil()),
                    school: taker.school,
                    area: area.clone(),
                    severity: Severity::Moderate,
                    units: Units(1),
                    year_group: None,
                    source: NeedSource::Reported,
                };
                let (within, ruled_out) = reach.of(&taker, area, &tried);
                let mut within: Vec<_> = within.into_iter().map(|it| it.id.clone()).collect();
                within.sort_unstable();
                prop_assert_eq!((within, ruled_out), pair_by_pair(&all, &rules, &taker, &need, &tried));
            }
        }
    }
}
