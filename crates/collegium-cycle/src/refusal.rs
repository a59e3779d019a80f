//! Refusals: all the reasons at once, and who could lift each.

mod blocker;

pub use blocker::Blocker;

use collegium_model::code::{Role, Roles};
use serde::Serialize;
use std::fmt;

/// What a reason for a refusal can say of itself.
pub trait Reason: fmt::Display + Serialize {
    /// What the reader can do, as an imperative.
    fn help(&self) -> &'static str;
}

impl Reason for Blocker {
    fn help(&self) -> &'static str {
        self.help()
    }
}

/// A blocker with who could lift it. Written as `{"code","params","liftable_by","help"}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked<B = Blocker> {
    /// The reason.
    pub blocker: B,
    /// Roles that could lift it; none where only another command would do.
    pub liftable_by: Roles,
}

impl<B: Reason> Serialize for Blocked<B> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        struct Wire<'a> {
            code: serde_json::Value,
            #[serde(skip_serializing_if = "serde_json::Value::is_null")]
            params: serde_json::Value,
            liftable_by: &'a [Role],
            help: &'a str,
        }
        let mut value = serde_json::to_value(&self.blocker).map_err(serde::ser::Error::custom)?;
        let (code, params) = (value["code"].take(), value["params"].take());
        let (liftable_by, help) = (&self.liftable_by, self.blocker.help());
        Wire {
            code,
            params,
            liftable_by,
            help,
        }
        .serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl<B: schemars::JsonSchema> schemars::JsonSchema for Blocked<B> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Blocked_{}", B::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        /// A reason with who could lift it.
        #[derive(schemars::JsonSchema)]
        #[expect(dead_code, reason = "only its shape is asked for")]
        struct Wire<B> {
            #[serde(flatten)]
            blocker: B,
            /// Roles that could lift it; none where only another command would do.
            liftable_by: Roles,
            /// What the reader can do.
            help: String,
        }
        Wire::<B>::json_schema(generator)
    }
}

/// A command turned down: every reason, never only the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent, bound = "B: Reason")]
pub struct Refusal<B = Blocker> {
    /// The reasons, in the order of the table: existence, phase, role, guards.
    pub blockers: Vec<Blocked<B>>,
}

impl<B> Refusal<B> {
    /// The same refusal in the words of whoever passes it on.
    pub fn map<C>(self, wrap: impl Fn(B) -> C) -> Refusal<C> {
        let blocked = |it: Blocked<B>| Blocked {
            blocker: wrap(it.blocker),
            liftable_by: it.liftable_by,
        };
        Refusal {
            blockers: self.blockers.into_iter().map(blocked).collect(),
        }
    }
}

impl<B: Reason + fmt::Debug> std::error::Error for Refusal<B> {}

impl<B: fmt::Display> fmt::Display for Refusal<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, blocked) in self.blockers.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            blocked.blocker.fmt(f)?;
        }
        Ok(())
    }
}
