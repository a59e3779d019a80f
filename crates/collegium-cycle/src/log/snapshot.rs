//! What a cycle came to at one place of its stream, kept so that a long stream is not folded from its start.
//!
//! A snapshot is disposable: it says nothing that the entries do not say, and it is read only by the software
//! that made it. Any other release folds the stream anew, for its machines may have learnt something.
//!
//! ```
//! use collegium_cycle::{
//!     acts::Command, cycle::{Cycle, OpenedCycle}, kit::{Story, Who}, protocol::Protocol, rules::Rules,
//!     snapshot::{Snapshot, Stale},
//! };
//! use collegium_model::{calendar::SchoolCalendar, chrono::NaiveDate, id::SchoolId, uuid::Uuid};
//!
//! let day = NaiveDate::from_ymd_opt(2026, 9, 7).ok_or("a date")?;
//! let rules = Rules::compile(Protocol::standard())?;
//! let mut story = Story::under(rules, SchoolCalendar::typical_england(2026, 2)?, day);
//! let open = OpenedCycle { school: SchoolId::new(Uuid::from_u128(9)), turn: 1 };
//! story.when(&Who::in_role("broker"), Command::OpenCycle(open)).then_accepted();
//!
//! // Kept after the first entry of the stream; the host folds those from seq 2 on over it.
//! let kept = Snapshot { seq: 1, protocol: story.rules.pin().clone(), cycle: story.cycle.clone() }.to_json()?;
//! let restored = Snapshot::from_json(&kept)?;
//! assert_eq!((restored.seq, restored.cycle), (1, story.cycle));
//!
//! let of_another = kept.replace(collegium_cycle::snapshot::FORM, "collegium-cycle 0.0.1, form 1");
//! assert!(matches!(Snapshot::from_json(&of_another), Err(Stale::OtherForm { .. })));
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

use crate::{cycle::Cycle, rules::Pin};
use serde::{Deserialize, Serialize};

/// The software that reads a snapshot, and the form of what it keeps. The number rises whenever a cycle is
/// kept otherwise, or an event applied otherwise, within one release.
pub const FORM: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"), ", form 2");

/// A cycle as the first entries of its stream made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// How many entries of the stream it holds; the next to apply is `seq + 1`.
    pub seq: u64,
    /// The protocol under which the cycle then ran.
    pub protocol: Pin,
    /// What the entries came to.
    pub cycle: Cycle,
}

/// Why a snapshot is of no use. Nothing is lost: the entries of the stream tell the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stale {
    /// Other software made it.
    #[error("the snapshot was made by {found}; this is {FORM}")]
    OtherForm {
        /// Who made it.
        found: String,
    },
    /// It is not whole.
    #[error("the snapshot cannot be read: {why}")]
    Unreadable {
        /// What the reader said.
        why: String,
    },
}

impl Stale {
    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        "fold the stream from its first entry, and take a new snapshot"
    }
}

#[derive(Deserialize)]
struct Made {
    form: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept<S, P, C> {
    form: S,
    seq: u64,
    protocol: P,
    cycle: C,
}

impl Snapshot {
    /// As one line of JSON. The same snapshot is the same bytes.
    ///
    /// Complexity: O(size of the cycle).
    ///
    /// # Errors
    /// Where the JSON cannot be written; no cycle that was folded is such.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(&Kept {
            form: FORM,
            seq: self.seq,
            protocol: &self.protocol,
            cycle: &self.cycle,
        })
    }

    /// Reads what [`Snapshot::to_json`] of the same release wrote.
    ///
    /// Complexity: O(length of the text).
    ///
    /// # Errors
    /// [`Stale`] where other software wrote it, or it is not whole.
    pub fn from_json(text: &str) -> Result<Self, Stale> {
        let unreadable = |error: serde_json::Error| Stale::Unreadable {
            why: error.to_string(),
        };
        let made: Made = serde_json::from_str(text).map_err(unreadable)?;
        if made.form != FORM {
            return Err(Stale::OtherForm { found: made.form });
        }
        let Kept::<String, Pin, Cycle> {
            seq, protocol, cycle, ..
        } = serde_json::from_str(text).map_err(unreadable)?;
        Ok(Self { seq, protocol, cycle })
    }
}

#[cfg(all(test, feature = "schema"))]
mod tests {
    use super::FORM;
    use crate::{cycle::Cycle, protocol::hash::hex};
    use serde_json::Value;
    use sha2::{Digest, Sha256};

    /// Takes out what is for people only.
    fn shape(schema: &mut Value) {
        match schema {
            Value::Object(fields) => {
                fields.remove("description");
                fields.values_mut().for_each(shape);
            }
            Value::Array(items) => items.iter_mut().for_each(shape),
            _ => {}
        }
    }

    #[test]
    fn a_cycle_that_is_kept_otherwise_is_another_form() {
        let mut schema = schemars::schema_for!(Cycle).to_value();
        shape(&mut schema);
        let hash = hex(&Sha256::digest(schema.to_string()));
        assert_eq!(
            (FORM, hash.as_str()),
            (
                "collegium-cycle 0.1.0, form 2",
                "a50abd9383320b3dd5514d8ad857973c152222d66598d35f7aa7f5b3b41b7349"
            ),
            "a cycle is kept otherwise than before: raise the number of the form, and pin the hash"
        );
    }
}
