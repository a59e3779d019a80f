//! Words for codes.

use collegium_engine::cycle::serde_json;
use serde::Serialize;

/// English joins these words; a code cannot tell.
const JOINED: &[(&str, &str)] = &[("self evaluation", "self-evaluation")];

/// A code as a label: its words apart, the first with a capital.
pub(super) fn label(code: &str) -> String {
    let mut label = code.replace(['_', '-'], " ");
    for (apart, joined) in JOINED {
        label = label.replace(apart, joined);
    }
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    label
}

/// The wire code of a value that is written as one; empty for any other.
pub(super) fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{code, label};
    use collegium_engine::cycle::{child::Machine, protocol::Guard};

    #[test]
    fn a_code_reads_as_words() {
        let labels = ["begin_review", "draft_self_evaluation", "éa", ""].map(label);
        assert_eq!(labels, ["Begin review", "Draft self-evaluation", "éa", ""]);
    }

    #[test]
    fn codes_are_those_of_the_wire() {
        assert_eq!(code(&Machine::SelfEvaluation), "self_evaluation");
        assert_eq!(code(&Guard::VisitHasCome), "visit_has_come");
        assert_eq!(code(&7), "");
    }
}
