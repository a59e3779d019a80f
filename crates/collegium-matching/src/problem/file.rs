//! The wire form of a problem, `problem.json`: everything that the builder can be told.

use super::{At, FaultKind, List, Problem, ProblemBuilder, Sided};
use crate::{
    score::Score,
    score_model::{Apart, Metres, Minutes},
};
use serde::{Deserialize, Serialize};

/// A problem as it is stored; [`ProblemFile::to_builder`] and [`ProblemBuilder::build`] check it.
///
/// # Shape
/// The lists in any order; unknown fields are refused on reading.
///
/// # Example
/// ```
/// # use collegium_matching::problem::ProblemFile;
/// let json = br#"{
///     "givers": [{"id": "901234", "capacity": 2}],
///     "takers": [{"id": "900017", "demand": 1}],
///     "pairs": [{"giver": "901234", "taker": "900017", "score": 0.8}]
/// }"#;
/// let problem = ProblemFile::from_json(json)?.to_builder().build()?;
/// assert_eq!(ProblemFile::of(&problem).to_builder().build()?.hash(), problem.hash());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProblemFile {
    /// Who can give how much.
    pub givers: Vec<GiverEntry>,
    /// Who needs how much.
    pub takers: Vec<TakerEntry>,
    /// Which pairs are possible.
    pub pairs: Vec<PairEntry>,
    /// Which pairs must not be used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<ForbiddenEntry>,
    /// Which pairs must be used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<RequiredEntry>,
    /// The pairs of the plan that is at work now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub present: Vec<RequiredEntry>,
    /// What it counts when one of them stays, under `least_change`.
    #[serde(default, skip_serializing_if = "no_price")]
    pub change_price: Score,
    /// Pairs farther apart than this, in metres, are not possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_m: Option<Metres>,
    /// Pairs with a longer way than this, in minutes, are not possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_minutes: Option<Minutes>,
    /// Givers that share a limit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub giver_groups: Vec<GroupEntry>,
    /// Takers that share a limit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taker_groups: Vec<GroupEntry>,
}

/// A group: givers, or takers, that share a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupEntry {
    /// Its id, which nothing else of its side has.
    pub id: String,
    /// Units that its members together give, or receive, at most.
    pub maximum: u32,
    /// Units that they should have at least.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub minimum: u32,
    /// The group in which it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Whether it is a team: a group of takers in which a giver serves at most once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub team: bool,
}

/// A pair that must be used, or is used now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequiredEntry {
    /// The giver's id.
    pub giver: String,
    /// The taker's id.
    pub taker: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn no_price(price: &Score) -> bool {
    *price == Score::ZERO
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_zero(units: &u32) -> bool {
    *units == 0
}

/// A giver and its capacity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GiverEntry {
    /// Its id.
    pub id: String,
    /// Units it can give at once.
    pub capacity: u32,
    /// Units it should give at least.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub minimum: u32,
    /// The group in which it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
}

/// A taker and its demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TakerEntry {
    /// Its id.
    pub id: String,
    /// Units it asks for, each from a different giver.
    pub demand: u32,
    /// Units it should receive at least.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub minimum: u32,
    /// The group in which it lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
}

/// A possible pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PairEntry {
    /// The giver's id.
    pub giver: String,
    /// The taker's id.
    pub taker: String,
    /// How good the pair is.
    pub score: Score,
    /// How far apart the two are, in metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_m: Option<Metres>,
    /// How long the way takes, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_minutes: Option<Minutes>,
}

/// A forbidden pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForbiddenEntry {
    /// The giver's id.
    pub giver: String,
    /// The taker's id.
    pub taker: String,
}

impl ProblemFile {
    /// The wire form of `problem`, all lists by id. Forbidden pairs, and those too far apart, are among the
    /// pairs, too.
    pub fn of(problem: &Problem) -> Self {
        let ids = |pair: &super::Pair| {
            let giver = problem.giver(pair.giver).id.to_owned();
            (giver, problem.taker(pair.taker).id.to_owned())
        };
        let pairs = problem
            .pairs()
            .chain(problem.forbidden_pairs())
            .chain(problem.too_far_pairs());
        let pairs = pairs.map(|pair| {
            let (giver, taker) = ids(&pair);
            let apart = problem.apart(pair.giver, pair.taker);
            PairEntry {
                giver,
                taker,
                score: pair.score,
                distance_m: apart.distance,
                travel_minutes: apart.travel_time,
            }
        });
        let forbidden = problem.forbidden_pairs().map(|pair| {
            let (giver, taker) = ids(&pair);
            ForbiddenEntry { giver, taker }
        });
        let giver = |giver: super::Giver<'_>| GiverEntry {
            id: giver.id.to_owned(),
            capacity: giver.capacity,
            minimum: giver.minimum,
            within: problem
                .groups_of_giver(giver.index)
                .next()
                .map(|group| group.id.to_owned()),
        };
        let taker = |taker: super::Taker<'_>| TakerEntry {
            id: taker.id.to_owned(),
            demand: taker.demand,
            minimum: taker.minimum,
            within: problem
                .groups_of_taker(taker.index)
                .next()
                .map(|group| group.id.to_owned()),
        };
        let named = |(giver, taker)| RequiredEntry {
            giver: problem.giver(giver).id.to_owned(),
            taker: problem.taker(taker).id.to_owned(),
        };
        let groups = |groups: Vec<super::Group<'_>>| -> Vec<GroupEntry> {
            let entry = |group: &super::Group<'_>| GroupEntry {
                id: group.id.to_owned(),
                maximum: group.maximum,
                minimum: group.minimum,
                within: group.within.map(|it| groups[it.at()].id.to_owned()),
                team: group.is_team,
            };
            groups.iter().map(entry).collect()
        };
        Self {
            givers: problem.givers().map(giver).collect(),
            takers: problem.takers().map(taker).collect(),
            pairs: pairs.collect(),
            forbidden: forbidden.collect(),
            required: problem.required_pairs().map(named).collect(),
            present: problem.present_pairs().map(named).collect(),
            change_price: problem.change_price(),
            within_m: problem.within().distance,
            within_minutes: problem.within().travel_time,
            giver_groups: groups(problem.giver_groups().collect()),
            taker_groups: groups(problem.taker_groups().collect()),
        }
    }

    /// Reads a problem's wire form from JSON.
    pub fn from_json(json: &[u8]) -> Result<Self, ProblemUnreadable> {
        serde_json::from_slice(json).map_err(|error| ProblemUnreadable {
            line: error.line(),
            column: error.column(),
            message: error.to_string(),
        })
    }

    /// A builder that was told all of it; a fault's place is the list and the record in it.
    pub fn to_builder(&self) -> ProblemBuilder {
        let mut builder = Problem::builder();
        for giver in &self.givers {
            let at = builder.call(List::Givers);
            builder.add_giver(at, &giver.id, giver.capacity);
            limit(
                &mut builder,
                at,
                Sided::Givers,
                &giver.id,
                giver.minimum,
                giver.within.as_deref(),
            );
        }
        for taker in &self.takers {
            let at = builder.call(List::Takers);
            builder.add_taker(at, &taker.id, taker.demand);
            limit(
                &mut builder,
                at,
                Sided::Takers,
                &taker.id,
                taker.minimum,
                taker.within.as_deref(),
            );
        }
        for pair in &self.pairs {
            let at = builder.call(List::Pairs);
            builder.add_pair(at, &pair.giver, &pair.taker, pair.score);
            let apart = Apart {
                distance: pair.distance_m,
                travel_time: pair.travel_minutes,
            };
            builder.add_way(at, &pair.giver, &pair.taker, apart);
        }
        builder.within(Apart {
            distance: self.within_m,
            travel_time: self.within_minutes,
        });
        for pair in &self.forbidden {
            builder.forbid(&pair.giver, &pair.taker);
        }
        for pair in &self.required {
            builder.require(&pair.giver, &pair.taker);
        }
        for pair in &self.present {
            builder.present(&pair.giver, &pair.taker);
        }
        builder.change_price(self.change_price);
        for (side, list, groups) in [
            (Sided::Givers, List::GiverGroups, &self.giver_groups),
            (Sided::Takers, List::TakerGroups, &self.taker_groups),
        ] {
            for group in groups {
                let at = builder.call(list);
                builder.add_group(at, side, &group.id, group.maximum, group.team);
                if group.team && side == Sided::Givers {
                    builder.add_fault(at, Some("team"), FaultKind::TeamOfGivers { id: group.id.clone() });
                }
                limit(
                    &mut builder,
                    at,
                    side,
                    &group.id,
                    group.minimum,
                    group.within.as_deref(),
                );
            }
        }
        builder
    }
}

fn limit(builder: &mut ProblemBuilder, at: At, side: Sided, id: &str, minimum: u32, within: Option<&str>) {
    if minimum > 0 {
        builder.add_minimum(at, side, id, minimum);
    }
    if let Some(group) = within {
        builder.add_membership(at, side, id, group);
    }
}

/// JSON that is no problem.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no problem: {message}")]
pub struct ProblemUnreadable {
    /// The line, from 1; 0 where it cannot be told.
    pub line: usize,
    /// The column, from 1; 0 where it cannot be told.
    pub column: usize,
    /// What the reader stumbled over, in English, with the place.
    pub message: String,
}

impl ProblemUnreadable {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        "write `givers`, `takers` and `pairs`, and where there are any `forbidden`, `required`, `present` with \
         `change_price`, `within_m`, `within_minutes`, `giver_groups` and `taker_groups`; nothing else"
    }
}
