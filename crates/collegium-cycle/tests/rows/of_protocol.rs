//! What the rows add to a protocol of their own: tasks, decisions, reviews of progress.

use crate::world::{code, role};
use collegium_cycle::{
    acts::Act,
    protocol::{ApprovalRule, Protocol, Step, Task},
};
use collegium_model::short_code::OutcomeCode;
use std::collections::BTreeMap;

/// What a task or a decision can come to, each named after its code.
pub(crate) fn outcomes(codes: &[&str]) -> BTreeMap<OutcomeCode, String> {
    codes.iter().map(|it| (code(it), (*it).to_owned())).collect()
}

/// A decision that an adviser recommends and a commissioner takes.
pub(crate) fn rule(after: &[&str]) -> ApprovalRule {
    ApprovalRule {
        label: "Decision".to_owned(),
        outcomes: outcomes(&["go", "wait"]),
        recommended_by: [role("adviser")].into(),
        decided_by: [role("commissioner")].into(),
        after: after.iter().map(|it| code(it)).collect(),
        when: Vec::new(),
        milestone: None,
        with_conditions: false,
    }
}

/// A task of an adviser.
pub(crate) fn task(name: &str, after: &[&str]) -> Task {
    Task {
        code: code(name),
        label: name.to_owned(),
        roles: [role("adviser")].into(),
        milestone: None,
        after: after.iter().map(|it| code(it)).collect(),
        when: Vec::new(),
        outcomes: BTreeMap::new(),
        due: None,
        grace: None,
        remind: Vec::new(),
        guards: Vec::new(),
        optional: false,
    }
}

/// Reviews of progress, planned and recorded by an adviser.
pub(crate) fn with_progress_reviews(protocol: &mut Protocol) {
    let words = "Going well".to_owned();
    protocol.progress.insert(code("going_well"), words);
    for act in [Act::PlanProgressReview, Act::RecordProgressReview] {
        let roles = [role("adviser")].into();
        let step = Step {
            roles,
            ..Step::default()
        };
        protocol.steps.insert(act, step);
    }
}
