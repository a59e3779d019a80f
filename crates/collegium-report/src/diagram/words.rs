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

/// A condition in words: its code, and behind a colon what it is about, if it names something.
pub(super) fn condition(guard: &impl Serialize) -> String {
    match serde_json::to_value(guard) {
        Ok(serde_json::Value::String(code)) => label(&code),
        Ok(serde_json::Value::Object(members)) => {
            let told = members.iter().map(|(code, about)| match about.as_str() {
                Some(about) => format!("{}: {}", label(code), label(about).to_lowercase()),
                None => label(code),
            });
            told.collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{code, condition, label};
    use collegium_engine::cycle::{child::Machine, protocol::Guard};
    use std::collections::BTreeMap;

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

    #[test]
    fn a_condition_may_be_about_something() {
        assert_eq!(condition(&Guard::VisitHasCome), "Visit has come");
        let about = BTreeMap::from([("fact_is_known", "safe_site")]);
        assert_eq!(condition(&about), "Fact is known: safe site");
        assert_eq!(condition(&BTreeMap::from([("told", 1)])), "Told");
    }
}
