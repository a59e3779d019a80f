//! The streams of a network's log.

use collegium_model::{
    id::{CycleId, PartnershipId, RoundId, SchoolId},
    uuid::{Uuid, fmt::Hyphenated},
};
use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};

/// A part of the log with a sequence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stream {
    /// The network itself.
    Network,
    /// A partnership: who belongs to it, and its charter.
    Charter(PartnershipId),
    /// A giver's capacity.
    Ledger(SchoolId),
    /// A cycle.
    Cycle(CycleId),
    /// A round of matching.
    Round(RoundId),
}

/// What is recorded on one stream.
pub trait InStream {
    /// The stream that it belongs to.
    fn stream(&self) -> Stream;
}

/// Payloads that stand on the ledger of their `giver`.
macro_rules! on_ledger {
    ($($payload:ident),*) => {$(
        impl $crate::stream::InStream for $payload {
            fn stream(&self) -> $crate::stream::Stream {
                $crate::stream::Stream::Ledger(self.giver)
            }
        }
    )*};
}
pub(crate) use on_ledger;

/// Text that names no stream.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{found:?} names no stream; streams are `network`, and `charter/…`, `ledger/…`, `cycle/…` and `round/…` with a UUID"
)]
pub struct NotAStream {
    /// The text as it was found.
    pub found: String,
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Network => f.write_str("network"),
            Self::Charter(partnership) => write!(f, "charter/{partnership}"),
            Self::Ledger(school) => write!(f, "ledger/{school}"),
            Self::Cycle(cycle) => write!(f, "cycle/{cycle}"),
            Self::Round(round) => write!(f, "round/{round}"),
        }
    }
}

impl Serialize for Stream {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromStr for Stream {
    type Err = NotAStream;

    fn from_str(text: &str) -> Result<Self, NotAStream> {
        let named = |(kind, id): (&str, &str)| {
            let is_canonical =
                id.len() == Hyphenated::LENGTH && !id.bytes().any(|it| it.is_ascii_uppercase());
            let id = Uuid::try_parse(id).ok().filter(|_| is_canonical)?;
            match kind {
                "charter" => Some(Self::Charter(PartnershipId::new(id))),
                "ledger" => Some(Self::Ledger(SchoolId::new(id))),
                "cycle" => Some(Self::Cycle(CycleId::new(id))),
                "round" => Some(Self::Round(RoundId::new(id))),
                _ => None,
            }
        };
        let found = if text == "network" {
            Some(Self::Network)
        } else {
            text.split_once('/').and_then(named)
        };
        found.ok_or_else(|| NotAStream {
            found: text.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        let id = Uuid::from_u128(7);
        let streams = [
            Stream::Network,
            Stream::Charter(PartnershipId::new(id)),
            Stream::Ledger(SchoolId::new(id)),
            Stream::Cycle(CycleId::new(id)),
            Stream::Round(RoundId::new(id)),
        ];
        for stream in streams {
            assert_eq!(stream.to_string().parse(), Ok(stream));
        }
        for text in [
            "",
            "cycle",
            "cycle/7",
            "cycle/",
            "network/",
            "/00000000-0000-0000-0000-000000000007",
            "school/00000000-0000-0000-0000-000000000007",
            "cycle/00000000-0000-0000-0000-00000000000A",
            "cycle/0000000000000000000000000000000a",
            "cycle/{00000000-0000-0000-0000-000000000007}",
            "cycle/urn:uuid:00000000-0000-0000-0000-000000000007",
        ] {
            assert!(text.parse::<Stream>().is_err(), "{text}");
        }
    }
}
