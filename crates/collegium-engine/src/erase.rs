//! Deleting a closed cycle at the end of its retention, without breaking the rest of the log.
//!
//! Two steps, of which the first is a command and the second the host's. [`EraseCycle`] is judged like any
//! other command: the cycle is closed, its retention over. From then on it is no part of the network's
//! state. After that the host takes its entries out of wherever it keeps them: [`Eraser::line`] says for each
//! line what takes its place. An erased line keeps its place in the log and in its stream, and nothing else:
//! no person, no time, not even the kind of event.
//!
//! A log with erased lines can be folded and checked. What rests on them cannot be judged again and is
//! taken as told: the ledger's entries that followed from them, and plans that were made while the cycle
//! ran. The check still finds a stream erased in part, or without a record of it.
//!
//! [`EraseCycle`]: crate::acts::Command::EraseCycle

use crate::{
    network::Network,
    stream::{InStream, Stream},
};
use collegium_model::id::CycleId;
use serde::{Deserialize, Serialize};

/// A cycle, whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfCycle {
    /// The cycle.
    pub cycle: CycleId,
}

impl InStream for OfCycle {
    /// The network's: the cycle's own stream is what is erased.
    fn stream(&self) -> Stream {
        Stream::Network
    }
}

/// What is left of an entry that was erased with its cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Erased {
    /// Its place in the log.
    pub position: u64,
    /// The cycle.
    pub cycle: CycleId,
    /// Its place in the cycle's stream.
    pub seq: u64,
    /// How many entries that stream had.
    pub of: u64,
}

/// The line that takes an erased entry's place: `{"erased":{"position","cycle","seq","of"}}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ErasedLine {
    /// What is left.
    pub erased: Erased,
}

/// Says for each line of a log what is left of it.
#[derive(Clone, Copy, Debug)]
pub struct Eraser<'a> {
    network: &'a Network,
}

impl<'a> Eraser<'a> {
    /// For the log of this network, which has taken all its entries.
    pub const fn new(network: &'a Network) -> Self {
        Self { network }
    }

    /// What takes the place of an entry; none where the entry stays as it is.
    pub fn line(&self, stream: Stream, position: u64, seq: u64) -> Option<ErasedLine> {
        let Stream::Cycle(cycle) = stream else {
            return None;
        };
        self.network.is_erased(cycle).then(|| ErasedLine {
            erased: Erased {
                position,
                cycle,
                seq,
                of: self.network.seq(stream),
            },
        })
    }
}
