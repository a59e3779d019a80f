//! What is wrong with a request: a stable code, every fault that was found, and what to do.

use crate::allocation::NotSchools;
use collegium_cycle::counterfactual::NotObserved;
use serde::{Serialize, Serializer};

/// Why a request could not be taken. A refused command is no fault: it is an answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The line is not UTF-8.
    #[error("the line is not UTF-8")]
    NotUtf8,
    /// The line is longer than is taken.
    #[error("the line is longer than {most} bytes")]
    TooLong {
        /// How many bytes are taken, without the line feed.
        most: u64,
    },
    /// The line is no JSON.
    #[error("the line is no JSON: {why}")]
    NotJson {
        /// What the reader said.
        why: String,
    },
    /// The line has not the shape of a request.
    #[error("{why}")]
    Malformed {
        /// What is wrong with it.
        why: String,
    },
    /// No request has this type.
    #[error("no request {code:?} is known")]
    UnknownRequest {
        /// The type as it was sent.
        code: String,
    },
    /// The request is about a network, and the line names none.
    #[error("{code} is about a network, and none is named")]
    NoNetworkNamed {
        /// The type of the request.
        code: &'static str,
    },
    /// No network has this id here.
    #[error("no network {network:?} is held here")]
    UnknownNetwork {
        /// The id as it was sent.
        network: String,
    },
    /// A network has this id already.
    #[error("network {network:?} is held already")]
    NetworkHeld {
        /// The id.
        network: String,
    },
    /// The request opens, closes or lists networks, and was put to a single one.
    #[error("{code} cannot be asked of a single network")]
    NotOfOneNetwork {
        /// The type of the request.
        code: &'static str,
    },
    /// A protocol cannot be read or does not hold.
    #[error("a protocol does not hold: {} faults", .faults.len())]
    InvalidProtocol {
        /// Every fault.
        faults: Vec<Found>,
    },
    /// The network's log is empty, so there is nothing to ask about.
    #[error("the network has no calendar: its log does not begin yet")]
    NetworkNotOpen,
    /// Lines of a log do not follow on what the network holds.
    #[error("the lines do not follow: {} faults", .faults.len())]
    BadLines {
        /// Every fault that could be told.
        faults: Vec<Found>,
    },
    /// A snapshot is of no use here.
    #[error("the snapshot cannot be restored: {why}")]
    StaleSnapshot {
        /// Why.
        why: String,
    },
    /// A place in the log that is not reached yet.
    #[error("the log has {position} entries; there is none after {after}")]
    BeyondLog {
        /// The place asked about.
        after: u64,
        /// How many entries there are.
        position: u64,
    },
    /// A supposition speaks of what was never observed.
    #[error(transparent)]
    NotObserved(#[from] NotObserved),
    /// Shares were given for what is no school of the network.
    #[error("shares were given for what is no school of the network: {} faults", .faults.len())]
    NotSchools {
        /// Each of them.
        faults: Vec<Found>,
    },
}

/// One of several faults.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Found {
    /// Where: a field, or a line from 1.
    pub place: String,
    /// What is wrong.
    pub what: String,
}

impl Fault {
    /// Its stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not_utf8",
            Self::TooLong { .. } => "too_long",
            Self::NotJson { .. } => "not_json",
            Self::Malformed { .. } => "malformed",
            Self::UnknownRequest { .. } => "unknown_request",
            Self::NoNetworkNamed { .. } => "no_network_named",
            Self::UnknownNetwork { .. } => "unknown_network",
            Self::NetworkHeld { .. } => "network_held",
            Self::NotOfOneNetwork { .. } => "not_of_one_network",
            Self::InvalidProtocol { .. } => "invalid_protocol",
            Self::NetworkNotOpen => "network_not_open",
            Self::BadLines { .. } => "bad_lines",
            Self::StaleSnapshot { .. } => "stale_snapshot",
            Self::BeyondLog { .. } => "beyond_log",
            Self::NotObserved(_) => "not_observed",
            Self::NotSchools { .. } => "not_schools",
        }
    }

    /// What the sender can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "write the line as UTF-8",
            Self::TooLong { .. } => "send less at once, or let longer lines be taken",
            Self::NotJson { .. } => "write one JSON object on one line",
            Self::Malformed { .. } => {
                "write {\"id\",\"network\",\"request\":{\"type\",\"data\"}}; `collegium schema request` tells all fields"
            }
            Self::UnknownRequest { .. } => "see `collegium schema request` for the types there are",
            Self::NoNetworkNamed { .. } => "name the network beside the request",
            Self::UnknownNetwork { .. } => "open or restore it first; `networks` lists those held",
            Self::NetworkHeld { .. } => "choose another id, or close that network first",
            Self::NotOfOneNetwork { .. } => "ask whoever holds the networks",
            Self::InvalidProtocol { .. } => "set right every fault that is told",
            Self::NetworkNotOpen => "apply open_network, or evolve the stored log",
            Self::BadLines { .. } => {
                "hand in the stored lines in order, from the place after the network's position"
            }
            Self::StaleSnapshot { .. } => "open the network and evolve its log from the first line",
            Self::BeyondLog { .. } => "ask for a place that `position` tells",
            Self::NotObserved(error) => error.help(),
            Self::NotSchools { .. } => NotSchools::HELP,
        }
    }

    /// Each fault by itself, where there are several.
    pub fn faults(&self) -> &[Found] {
        match self {
            Self::InvalidProtocol { faults } | Self::BadLines { faults } | Self::NotSchools { faults } => {
                faults
            }
            _ => &[],
        }
    }
}

impl From<NotSchools> for Fault {
    fn from(error: NotSchools) -> Self {
        let found = |school| Found {
            place: format!("disadvantaged.{school}"),
            what: "no school of the network".to_owned(),
        };
        let faults = error.schools.into_iter().map(found).collect();
        Self::NotSchools { faults }
    }
}

/// A fault as it travels.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Fault"))]
struct Wire<'a> {
    /// Its stable code.
    code: &'a str,
    /// What is wrong, in English.
    what: String,
    /// What the sender can do.
    help: &'a str,
    /// Each fault by itself, where there are several.
    #[serde(skip_serializing_if = "<[Found]>::is_empty")]
    faults: &'a [Found],
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (code, help, faults) = (self.code(), self.help(), self.faults());
        let what = self.to_string();
        Wire {
            code,
            what,
            help,
            faults,
        }
        .serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Fault {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Wire::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Wire::json_schema(generator)
    }
}
