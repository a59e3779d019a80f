//! What becomes of members: a school converts and has another number, it becomes part of another, it closes. All of
//! it is fact; its history stays under the same id.

use crate::{
    acts::Event,
    network::{Network, Opened},
    refusal::Blocker,
    stream::{InStream, Stream},
};
use chrono::NaiveDate;
use collegium_cycle::{acts::Event as CycleEvent, facts::Conversion};
use collegium_model::{
    id::{CycleId, SchoolId},
    school::SchoolReference,
};
use serde::{Deserialize, Serialize};

/// A school that has another number, as when it converts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewReference {
    /// The school: its id stays, and with it all that happened.
    pub school: SchoolId,
    /// What files and plans call it from now on.
    pub reference: SchoolReference,
    /// Since when.
    pub on: NaiveDate,
}

/// A school that closed, or became part of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GoneSchool {
    /// The school.
    pub school: SchoolId,
    /// The member of which it became part; none where it closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<SchoolId>,
    /// Since when.
    pub on: NaiveDate,
}

impl InStream for NewReference {
    fn stream(&self) -> Stream {
        Stream::Network
    }
}

impl InStream for GoneSchool {
    fn stream(&self) -> Stream {
        Stream::Network
    }
}

impl Network {
    /// Whether a school closed, or became part of another.
    pub fn is_gone(&self, school: SchoolId) -> bool {
        self.opened
            .as_ref()
            .is_some_and(|opened| opened.gone.contains_key(&school))
    }

    /// Nothing new is begun with a school that is gone.
    pub(crate) fn judge_presence(&self, school: SchoolId, blockers: &mut Vec<Blocker>) {
        if let Some(into) = self.opened.as_ref().and_then(|opened| opened.gone.get(&school)) {
            let into = *into;
            blockers.push(Blocker::SchoolGone { school, into });
        }
    }

    /// A report is malformed about a school that is none of the network, or a number that is another's.
    pub(crate) fn judge_new_reference(it: &NewReference, opened: &Opened, blockers: &mut Vec<Blocker>) {
        if !opened.members.contains_key(&it.school) {
            blockers.push(Blocker::NotAMember { school: it.school });
        }
        opened.judge_reference(it.reference, blockers);
    }

    /// A report is malformed about schools that are none of the network, are gone already, or go on in themselves.
    pub(crate) fn judge_going(it: &GoneSchool, opened: &Opened, blockers: &mut Vec<Blocker>) {
        for school in [Some(it.school), it.into].into_iter().flatten() {
            if !opened.members.contains_key(&school) {
                blockers.push(Blocker::NotAMember { school });
            }
            if let Some(into) = opened.gone.get(&school) {
                let into = *into;
                blockers.push(Blocker::SchoolGone { school, into });
            }
        }
        if it.into == Some(it.school) {
            blockers.push(Blocker::MemberTwice { school: it.school });
        }
    }

    /// What a new number brings about in the school's open cycle: consents are asked again.
    pub(crate) fn conversion(&self, it: &NewReference) -> Option<Event> {
        let before = self.member(it.school)?.reference;
        let (SchoolReference::Urn(from), SchoolReference::Urn(to)) = (before, it.reference) else {
            return None;
        };
        let (cycle, _) = self.open_cycle(it.school)?;
        let converted = Conversion { from, to, on: it.on };
        Some(Event::InCycle(cycle, CycleEvent::ConversionReported(converted)))
    }

    /// Schools that are gone and still lend, or have a cycle open.
    pub(crate) fn left_behind(&self) -> impl Iterator<Item = (SchoolId, bool, Option<CycleId>)> {
        let gone = self.opened.iter().flat_map(|opened| opened.gone.keys().copied());
        gone.filter_map(|school| {
            let lends = self.ledgers.get(&school).is_some_and(|it| it.taken().units.0 > 0);
            let open = self.open_cycle(school).map(|(cycle, _)| cycle);
            (lends || open.is_some()).then_some((school, lends, open))
        })
    }
}
