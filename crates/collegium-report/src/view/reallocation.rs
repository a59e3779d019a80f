//! What was changed after the plan, who recommended it and who decided.

use chrono::NaiveDate;
use serde::Serialize;

use super::NeedIndex;

/// Help moved, changed or ended, with the reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reallocation {
    /// The need it is about.
    pub need: NeedIndex,
    /// What came of it.
    pub outcome: Outcome,
    /// Why, the weightiest first, one plain sentence each.
    pub reasons: Vec<String>,
    /// Who recommended it, and when.
    pub recommended: Act,
    /// Who decided it, and when; `None` while nobody has.
    pub decided: Option<Act>,
    /// What is different from before, one plain sentence each.
    pub difference: Vec<String>,
    /// Who lost help by it, one plain sentence each.
    pub displaced: Vec<String>,
}

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Act {
    /// The role, such as *adviser*; never a person's name.
    pub role: String,
    /// The day.
    pub date: NaiveDate,
}

/// What came of a reallocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Support goes on as it is.
    Continue,
    /// More support.
    Intensify,
    /// Less support, step by step.
    Taper,
    /// Support from another school, or of another kind.
    Switch,
    /// Support of a lighter kind.
    StepDown,
    /// The responsible body takes it further.
    Escalate,
    /// The need is met.
    Close,
}

impl Outcome {
    /// All outcomes, in the order of the summary.
    pub const ALL: [Self; 7] = [
        Self::Continue,
        Self::Intensify,
        Self::Taper,
        Self::Switch,
        Self::StepDown,
        Self::Escalate,
        Self::Close,
    ];

    /// The words on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Continue => "Continue",
            Self::Intensify => "Intensify",
            Self::Taper => "Taper",
            Self::Switch => "Switch",
            Self::StepDown => "Step down",
            Self::Escalate => "Escalate",
            Self::Close => "Close",
        }
    }

    /// What it means, in plain words.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Continue => "support goes on as it is",
            Self::Intensify => "more support",
            Self::Taper => "less support, step by step",
            Self::Switch => "support from another school, or of another kind",
            Self::StepDown => "support of a lighter kind",
            Self::Escalate => "the responsible body takes it further",
            Self::Close => "the need is met",
        }
    }
}
