//! How help is spread over schools with more and with fewer disadvantaged pupils: the disadvantage gap.
//!
//! No pupil enters the network. Each school's share is handed in by the host beside the state, and nothing of
//! it is kept. What is told are sums over groups of schools, and none where a group is so small that a school
//! could be recognised.

use crate::{network::Network, opening::MemberKind};
use collegium_cycle::cycle::Cycle;
use collegium_matching::score_model::Portion;
use collegium_model::{
    id::SchoolId,
    quantity::{HalfDays, PerMille},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// How many schools a group holds at least before anything is told of it. Assumption.
pub const LEAST_SCHOOLS: u32 = 5;

/// How help is spread over the schools of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Allocation {
    /// Schools whose share of disadvantaged pupils is known.
    pub schools: u32,
    /// Schools of which it is not known. They are in no group; a share that is not known is not zero.
    pub unknown: u32,
    /// Working time a term that is given to the former.
    pub half_days: HalfDays,
    /// How it is spread.
    pub disadvantage: Disadvantage,
}

/// The disadvantage gap, as far as it can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "of")]
pub enum Disadvantage {
    /// It can be told.
    #[serde(rename = "gap")]
    Gap(Gap),
    /// One of the groups has fewer schools than are told of.
    #[serde(rename = "too_few")]
    TooFew {
        /// How many a group must hold.
        least: u32,
    },
    /// No help is given to any of them.
    #[serde(rename = "no_help")]
    NoHelp,
}

/// Schools in two groups: with at least the share of disadvantaged pupils that all of them together have, and
/// with less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// Schools with more disadvantaged pupils.
    pub more: Group,
    /// Schools with fewer.
    pub fewer: Group,
    /// The share of help that goes to the former, less their share of all disadvantaged pupils, in per mille:
    /// below zero, help does not reach them as often as disadvantage does.
    pub per_mille: i32,
}

/// A group of schools.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Group {
    /// How many schools.
    pub schools: u32,
    /// How many open needs they have.
    pub needs: u32,
    /// For how many of these somebody is at work.
    pub helped: u32,
    /// Working time a term that they are given.
    pub half_days: HalfDays,
    /// Of all help that is given to schools whose share is known, what goes to them.
    pub share_of_help: PerMille,
    /// Of all disadvantaged pupils of those schools, those who are theirs.
    pub share_of_disadvantaged: PerMille,
}

/// Shares were given for what is no school of the network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("shares were given for {} that are no schools of the network", .schools.len())]
pub struct NotSchools {
    /// Each of them.
    pub schools: Vec<SchoolId>,
}

impl NotSchools {
    pub(crate) const HELP: &str = "give shares of schools that are members; a central team has no pupils";

    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        Self::HELP
    }
}

impl Network {
    /// How help is spread now, told by the disadvantage gap. `disadvantaged` says of each school how many of
    /// its pupils are disadvantaged; a school may be left out.
    ///
    /// # Units
    /// Help is working time a term of deployments at work; shares are cut to whole per mille.
    ///
    /// # Errors
    /// [`NotSchools`] with everything that is no school of the network.
    ///
    /// # Complexity
    /// Members and the needs and deployments of their open cycles.
    pub fn allocation(&self, disadvantaged: &BTreeMap<SchoolId, Portion>) -> Result<Allocation, NotSchools> {
        let is_school = |school: &SchoolId| {
            let member = self.member(*school);
            member.is_some_and(|member| member.kind == MemberKind::School)
        };
        let strangers = disadvantaged.keys().filter(|school| !is_school(school));
        let schools: Vec<_> = strangers.copied().collect();
        if !schools.is_empty() {
            return Err(NotSchools { schools });
        }
        let members = self.opened.iter().flat_map(|opened| opened.members.keys());
        let all = members.filter(|school| is_school(school)).count();
        let whole = disadvantaged
            .values()
            .copied()
            .fold(Counted::default(), Counted::and);
        let [mut more, mut fewer] = [(Group::default(), Counted::default()); 2];
        for (school, share) in disadvantaged {
            let (group, pupils) = if whole.is_exceeded_by(*share) {
                &mut more
            } else {
                &mut fewer
            };
            *pupils = pupils.and(*share);
            group.add(self.open_cycle(*school).map(|(_, cycle)| cycle));
        }
        let half_days = more.0.half_days.plus(fewer.0.half_days);
        let schools = count(disadvantaged.len());
        Ok(Allocation {
            schools,
            unknown: count(all).saturating_sub(schools),
            half_days,
            disadvantage: if more.0.schools.min(fewer.0.schools) < LEAST_SCHOOLS {
                let least = LEAST_SCHOOLS;
                Disadvantage::TooFew { least }
            } else if half_days == HalfDays(0) {
                Disadvantage::NoHelp
            } else {
                let told = |(group, pupils): (Group, Counted)| Group {
                    share_of_help: per_mille(group.half_days.0.into(), half_days.0.into()),
                    share_of_disadvantaged: per_mille(pupils.disadvantaged, whole.disadvantaged),
                    ..group
                };
                let (more, fewer) = (told(more), told(fewer));
                let [help, disadvantage] = [more.share_of_help, more.share_of_disadvantaged];
                let per_mille = i32::from(help.get()) - i32::from(disadvantage.get());
                Disadvantage::Gap(Gap {
                    more,
                    fewer,
                    per_mille,
                })
            },
        })
    }
}

impl Group {
    fn add(&mut self, cycle: Option<&Cycle>) {
        self.schools += 1;
        let open = cycle.map(|cycle| (cycle, cycle.needs.iter().filter(|(_, state)| state.is_open())));
        for (cycle, need) in open
            .into_iter()
            .flat_map(|(cycle, needs)| needs.map(move |it| (cycle, it.0)))
        {
            self.needs += 1;
            let running = cycle.live_deployments(*need).filter(|(_, it)| it.is_running());
            let given: Vec<_> = running.map(|(_, it)| it.proposal.half_days).collect();
            self.helped += u32::from(!given.is_empty());
            self.half_days = given.into_iter().fold(self.half_days, HalfDays::plus);
        }
    }
}

/// Pupils of several schools.
#[derive(Clone, Copy, Default)]
struct Counted {
    disadvantaged: u64,
    pupils: u64,
}

impl Counted {
    fn and(self, share: Portion) -> Self {
        Self {
            disadvantaged: self.disadvantaged + u64::from(share.part()),
            pupils: self.pupils + u64::from(share.of()),
        }
    }

    /// Whether a share is at least as large as that of all of them.
    fn is_exceeded_by(self, share: Portion) -> bool {
        let [of_school, of_all] = [
            u128::from(share.part()) * u128::from(self.pupils),
            u128::from(self.disadvantaged) * u128::from(share.of()),
        ];
        of_school >= of_all
    }
}

fn per_mille(part: u64, whole: u64) -> PerMille {
    let share = u128::from(part) * 1000 / u128::from(whole).max(1);
    let share = u16::try_from(share)
        .ok()
        .and_then(|share| PerMille::new(share).ok());
    share.unwrap_or_default()
}

fn count(all: usize) -> u32 {
    u32::try_from(all).unwrap_or(u32::MAX)
}
