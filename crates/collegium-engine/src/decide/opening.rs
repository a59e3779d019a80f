//! Opening a network.

use crate::{network::Network, opening::OpenedNetwork, refusal::Blocker};
use std::collections::BTreeSet;

impl Network {
    pub(super) fn judge_opening(&self, it: &OpenedNetwork, is_open: bool, blockers: &mut Vec<Blocker>) {
        if is_open || self.position() > 0 {
            blockers.push(Blocker::NetworkOpenAlready);
        }
        let (mut ids, mut references) = (BTreeSet::new(), BTreeSet::new());
        for member in &it.members {
            if !ids.insert(member.school) {
                blockers.push(Blocker::MemberTwice {
                    school: member.school,
                });
            }
            if !references.insert(member.reference) {
                blockers.push(Blocker::ReferenceTwice {
                    reference: member.reference.to_string(),
                });
            }
        }
    }
}
