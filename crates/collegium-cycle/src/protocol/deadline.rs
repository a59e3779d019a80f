//! Deadlines: due, grace and close are three days, and none of them is stored.

use super::is_default;
use crate::{acts::Act, child::Machine, request::RequestKind};
use collegium_model::{calendar::Span, code::RuleId};
use serde::{Deserialize, Serialize};

/// Something due a span after a machine entered a phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Its name.
    pub id: RuleId,
    /// The act that meets it.
    pub awaits: Act,
    /// The machine whose phase starts the clock, where it is another than that of the act: a need waits for
    /// a proposal.
    #[serde(default, skip_serializing_if = "is_default")]
    pub of: Option<Machine>,
    /// The kind of request it is for; all kinds where none is named.
    #[serde(default, skip_serializing_if = "is_default")]
    pub of_kind: Option<RequestKind>,
    /// The code of the phase whose beginning starts the clock.
    pub in_phase: String,
    /// When it is due.
    pub due: Span,
    /// How much later it still counts as done in time.
    #[serde(default, skip_serializing_if = "is_default")]
    pub grace: Option<Span>,
    /// When it closes, counted from the start of the clock: after that day the step is refused, unless more
    /// time is given.
    #[serde(default, skip_serializing_if = "is_default")]
    pub close: Option<ClosedAfter>,
    /// When reminders go out, counted from the start of the clock.
    #[serde(default, skip_serializing_if = "is_default")]
    pub remind: Vec<Span>,
}

impl Deadline {
    /// The machine whose phase starts the clock.
    pub fn machine(&self) -> Machine {
        self.of.unwrap_or(self.awaits.machine())
    }
}

/// The span after which a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ClosedAfter(pub Span);

/// What a pause does to clocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PauseClocks {
    /// Days of a pause do not count.
    #[default]
    #[serde(rename = "freeze")]
    Freeze,
    /// They count.
    #[serde(rename = "run")]
    Run,
}
