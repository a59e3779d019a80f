//! A line of enquiry: a question, the evidence for it, and what was found. Numbers say what happened,
//! observation and conversation say why.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload, kept},
    table::{Transition, phases},
};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{
    id::{EnquiryId, EvidenceId, NeedId, ReviewId},
    short_code::EvidenceKind,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

phases! {
    /// Where an enquiry stands.
    EnquiryPhase {
        /// The question is asked.
        Open "open" "Open",
        /// It is answered by a finding.
        Answered "answered" "Answered",
        /// It was dropped with what it belonged to.
        Dropped "dropped" "Dropped",
    }
}

use EnquiryPhase as P;

/// The enquiry machine.
pub const TABLE: &[Transition<EnquiryPhase>] = &[
    Transition::makes(Act::OpenEnquiry, P::Open),
    Transition::anywhere(Act::RecordEvidence),
    Transition::moves(Act::AnswerEnquiry, &[P::Open], P::Answered),
    Transition::moves(Act::ReopenEnquiry, &[P::Answered], P::Open),
];

/// What leaders do that makes a school better; a diagnosis that does not ask about one of these says so.
///
/// # Source
/// The three families of practice in the literature on school leadership that the domain's row H5 names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LeadershipDomain {
    /// Where the school is going.
    #[serde(rename = "setting_directions")]
    SettingDirections,
    /// The people who work there.
    #[serde(rename = "developing_people")]
    DevelopingPeople,
    /// How the work is organised.
    #[serde(rename = "redesigning_organisation")]
    RedesigningOrganisation,
}

impl LeadershipDomain {
    /// All three.
    pub const ALL: [Self; 3] = [
        Self::SettingDirections,
        Self::DevelopingPeople,
        Self::RedesigningOrganisation,
    ];

    /// The domain as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::SettingDirections => "Setting directions",
            Self::DevelopingPeople => "Developing people",
            Self::RedesigningOrganisation => "Redesigning the organisation",
        }
    }
}

/// An enquiry within its cycle; its wording lives with the school.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Enquiry {
    /// Where it stands.
    pub phase: EnquiryPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// The need it is about, if it is about one.
    pub need: Option<NeedId>,
    /// The review it belongs to, if it belongs to one.
    pub review: Option<ReviewId>,
    /// What of leadership it asks about, if it does.
    pub domain: Option<LeadershipDomain>,
    /// The evidence so far.
    pub evidence: BTreeMap<EvidenceId, EvidenceKind>,
    /// What was found; none before it is answered.
    pub finding: Option<Finding>,
}

/// What an enquiry came to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// The kinds of evidence that it rests on.
    pub kinds: BTreeSet<EvidenceKind>,
    /// Whether it says that something is the cause of something.
    pub causal: bool,
}

kept!(Enquiry: EnquiryPhase, TABLE, open: P::Open, ended: Some(P::Dropped),
need(of) { of.need },
made(phase, recorded) {
    let Event::EnquiryOpened(it) = recorded.event else { return None };
    let (need, review, domain) = (it.need, it.review, it.domain);
    let evidence = BTreeMap::new();
    Some(Self { phase, since: recorded.at, need, review, domain, evidence, finding: None })
}, note(this, recorded) {
    match recorded.event {
        Event::EvidenceRecorded(it) => {
            this.evidence.insert(it.evidence, it.kind);
        }
        Event::EnquiryAnswered(it) => {
            let kinds = it.evidence.iter().filter_map(|id| this.evidence.get(id)).copied().collect();
            this.finding = Some(Finding { kinds, causal: it.causal });
        }
        Event::EnquiryReopened(_) => this.finding = None,
        _ => {}
    }
});

/// An enquiry as it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenedEnquiry {
    /// The enquiry.
    pub enquiry: EnquiryId,
    /// The need it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedId>,
    /// The review it belongs to, if it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewId>,
    /// What of leadership it asks about, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<LeadershipDomain>,
}
addressed!(OpenedEnquiry.enquiry => Enquiry);

/// A piece of evidence: its kind and its day, never its content.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordedEvidence {
    /// The enquiry it is for.
    pub enquiry: EnquiryId,
    /// The evidence.
    pub evidence: EvidenceId,
    /// What kind of evidence it is.
    pub kind: EvidenceKind,
    /// The day it is from.
    pub on: NaiveDate,
}
addressed!(RecordedEvidence.enquiry => Enquiry);

/// An answer with the evidence it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnsweredEnquiry {
    /// The enquiry.
    pub enquiry: EnquiryId,
    /// Evidence of this enquiry that the answer rests on.
    pub evidence: Vec<EvidenceId>,
    /// Whether it says that something is the cause of something.
    #[serde(default)]
    pub causal: bool,
}
addressed!(AnsweredEnquiry.enquiry => Enquiry);

bare_payload! {
    /// Names an enquiry.
    OfEnquiry {
        /// The enquiry.
        enquiry: EnquiryId
    } => Enquiry
}
