//! Guards of enquiries: no action before a question is answered, and no answer on too little.

use super::{Asked, unless};
use crate::{
    acts::Command,
    child::Child,
    decision::Outcome,
    protocol::{EvidenceUse, Side},
    refusal::Blocker,
};
use collegium_model::{id::NeedId, short_code::EvidenceKind};
use std::collections::BTreeSet;

impl Asked<'_> {
    /// The need that an act is about, where it is about one.
    fn need(&self) -> Option<NeedId> {
        match (self.command, self.child) {
            (_, Child::Need(need)) => Some(need),
            (Some(Command::ProposeDeployment(it)), _) => Some(it.need),
            (Some(Command::RecommendReallocation(it)), _) => Some(it.need),
            _ => None,
        }
    }

    pub(super) fn enquiries_answered(&self) -> Vec<Blocker> {
        let Some(need) = self.need() else {
            return Vec::new();
        };
        let about = self
            .cycle
            .enquiries
            .iter()
            .filter(|(_, it)| it.need == Some(need));
        let open: Vec<_> = about
            .clone()
            .filter(|(_, it)| it.is_open())
            .map(|(id, _)| Child::Enquiry(*id))
            .collect();
        let answered = about.filter(|(_, it)| it.finding.is_some()).count();
        if !open.is_empty() {
            return vec![Blocker::EnquiryUnanswered { enquiries: open }];
        }
        unless(answered > 0, Blocker::NoEnquiry)
    }

    pub(super) fn evidence_suffices(&self) -> Vec<Blocker> {
        let Some(Command::AnswerEnquiry(it)) = self.command else {
            return Vec::new();
        };
        let Some(enquiry) = self.cycle.enquiries.get(&it.enquiry) else {
            return Vec::new();
        };
        let mut blockers = Vec::new();
        let mut kinds = BTreeSet::new();
        for evidence in &it.evidence {
            match enquiry.evidence.get(evidence) {
                Some(kind) => {
                    kinds.insert(*kind);
                }
                None => blockers.push(Blocker::EvidenceUnknown { evidence: *evidence }),
            }
        }
        blockers.extend(self.too_thin(&kinds));
        let rule = &self.rules.protocol().evidence;
        let is_causal = |kind: &EvidenceKind| rule.kinds.get(kind).is_some_and(|it| it.causal);
        if it.causal && !kinds.iter().any(is_causal) {
            let kinds = kinds.into_iter().collect();
            blockers.push(Blocker::NotCausal { kinds });
        }
        blockers
    }

    fn too_thin(&self, kinds: &BTreeSet<EvidenceKind>) -> Vec<Blocker> {
        let rule = &self.rules.protocol().evidence;
        let of_rule = kinds.iter().filter_map(|kind| rule.kinds.get(kind));
        let counting: Vec<_> = of_rule
            .filter(|it| it.counts_for.contains(&EvidenceUse::Answer))
            .collect();
        let (kinds, least) = (counting.len(), rule.to_answer.max(1));
        let mut blockers = unless(
            kinds >= usize::from(least),
            Blocker::EvidenceTooThin { kinds, least },
        );
        for (side, missing) in [(Side::What, "what happened"), (Side::Why, "why")] {
            if rule.both_sides && !counting.iter().any(|it| it.says == side) {
                blockers.push(Blocker::OneSided { missing });
            }
        }
        blockers
    }

    /// Nothing but going on as agreed may rest on one kind of evidence alone.
    pub(super) fn triangulated(&self) -> Vec<Blocker> {
        let Some(Command::RecommendReallocation(it)) = self.command else {
            return Vec::new();
        };
        let least = self.rules.protocol().evidence.to_triangulate.max(2);
        let kinds = self.cycle.kinds_of_evidence(it.need, self.rules);
        unless(
            it.outcome == Outcome::Continue || kinds >= usize::from(least),
            Blocker::Untriangulated { kinds, least },
        )
    }
}
