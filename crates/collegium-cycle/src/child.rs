//! What a command is about: the cycle itself, or one of the small machines inside it.

use collegium_model::id::{
    DecisionId, DeploymentId, NeedId, ObjectiveId, RequestId, ReviewId, SelfEvaluationId,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A kind of machine; each has one table of transitions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Machine {
    /// The cycle: active, paused, closed.
    #[serde(rename = "cycle")]
    Cycle,
    /// A need.
    #[serde(rename = "need")]
    Need,
    /// A self-evaluation.
    #[serde(rename = "self_evaluation")]
    SelfEvaluation,
    /// A review visit.
    #[serde(rename = "review")]
    Review,
    /// A request.
    #[serde(rename = "request")]
    Request,
    /// A deployment.
    #[serde(rename = "deployment")]
    Deployment,
    /// An objective.
    #[serde(rename = "objective")]
    Objective,
    /// A recommendation with its decision.
    #[serde(rename = "decision")]
    Decision,
}

/// One machine of a cycle, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "machine", content = "id")]
#[non_exhaustive]
pub enum Child {
    /// The cycle itself.
    #[serde(rename = "cycle")]
    Cycle,
    /// A need.
    #[serde(rename = "need")]
    Need(NeedId),
    /// A self-evaluation.
    #[serde(rename = "self_evaluation")]
    SelfEvaluation(SelfEvaluationId),
    /// A review visit.
    #[serde(rename = "review")]
    Review(ReviewId),
    /// A request.
    #[serde(rename = "request")]
    Request(RequestId),
    /// A deployment.
    #[serde(rename = "deployment")]
    Deployment(DeploymentId),
    /// An objective.
    #[serde(rename = "objective")]
    Objective(ObjectiveId),
    /// A recommendation with its decision.
    #[serde(rename = "decision")]
    Decision(DecisionId),
}

impl Child {
    /// The kind of machine it is.
    pub const fn machine(self) -> Machine {
        match self {
            Self::Cycle => Machine::Cycle,
            Self::Need(_) => Machine::Need,
            Self::SelfEvaluation(_) => Machine::SelfEvaluation,
            Self::Review(_) => Machine::Review,
            Self::Request(_) => Machine::Request,
            Self::Deployment(_) => Machine::Deployment,
            Self::Objective(_) => Machine::Objective,
            Self::Decision(_) => Machine::Decision,
        }
    }
}

impl fmt::Display for Child {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cycle => f.write_str("the cycle"),
            Self::Need(id) => write!(f, "need {id}"),
            Self::SelfEvaluation(id) => write!(f, "self-evaluation {id}"),
            Self::Review(id) => write!(f, "review {id}"),
            Self::Request(id) => write!(f, "request {id}"),
            Self::Deployment(id) => write!(f, "deployment {id}"),
            Self::Objective(id) => write!(f, "objective {id}"),
            Self::Decision(id) => write!(f, "decision {id}"),
        }
    }
}

/// A payload knows which machine it is for.
pub(crate) trait Addressed {
    fn child(&self) -> Child;
}

/// A payload that names a machine and says nothing more.
macro_rules! bare_payload {
    ($(#[$doc:meta])* $name:ident { $(#[$field_doc:meta])* $field:ident: $id:ty } => $child:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub struct $name { $(#[$field_doc])* pub $field: $id }
        $crate::child::addressed!($name.$field => $child);
    };
}
pub(crate) use bare_payload;

/// Says which field of a payload names its machine.
macro_rules! addressed {
    ($name:ident.$field:ident => $child:ident) => {
        impl $crate::child::Addressed for $name {
            fn child(&self) -> $crate::child::Child {
                $crate::child::Child::$child(self.$field)
            }
        }
    };
}
pub(crate) use addressed;
