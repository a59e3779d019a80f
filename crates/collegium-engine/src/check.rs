//! Reading a stored log back and judging every line of it again.
//!
//! An accepted command is recorded whole, so every entry that is no consequence tells the command that
//! caused it. The check puts that command to the network as it then was, and compares what the engine says
//! now with what the log says. A line that could not have happened is found where it stands.

use crate::{
    acts::{Command, Event},
    context::Context,
    entry::{Entry, EntryFault, LineFault, Reader},
    erase::{Erased, ErasedLine},
    network::Network,
    refusal::{Blocker, Refusal},
    seal::{Seal, SealLine, Sealer},
    stream::Stream,
};
use collegium_cycle::{
    acts::Event as CycleEvent,
    rules::{Pin, Rules},
};
use std::collections::{BTreeMap, VecDeque};

/// What is wrong with one line of a log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {kind}")]
pub struct LogFault {
    /// The line, from 1.
    pub line: u64,
    /// What is wrong with it.
    #[source]
    pub kind: LogFaultKind,
}

/// What can be wrong with a line of a log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LogFaultKind {
    /// It is not an envelope, or is cut short.
    #[error("not a whole entry: {why}")]
    NotAnEntry {
        /// What the reader said.
        why: String,
    },
    /// Its event is unknown or malformed.
    #[error(transparent)]
    Entry(#[from] EntryFault),
    /// It is not the next entry.
    #[error("entry {found} stands where entry {expected} belongs: {}", position_word(*expected, *found))]
    Position {
        /// The place that comes next.
        expected: u64,
        /// The place it claims.
        found: u64,
    },
    /// It is not the next entry of its stream.
    #[error("entry {found} of stream {stream} stands where its entry {expected} belongs")]
    Sequence {
        /// The stream.
        stream: Stream,
        /// The place that comes next.
        expected: u64,
        /// The place it claims.
        found: u64,
    },
    /// It was recorded before the line above it.
    #[error("recorded before the entry above it")]
    BackInTime,
    /// It was judged under another protocol.
    #[error("judged under protocol {} version {}, hash {}; the check runs under {} version {}, hash {}",
        .found.id, .found.version, .found.hash, .expected.id, .expected.version, .expected.hash)]
    OtherProtocol {
        /// The protocol of the check.
        expected: Pin,
        /// The protocol of the line.
        found: Pin,
    },
    /// The engine would refuse the command that it records.
    #[error("{event} could not have happened: {refusal}")]
    Impossible {
        /// The event.
        event: &'static str,
        /// Why.
        refusal: Refusal,
    },
    /// A cycle was moved to a protocol that the check does not have.
    #[error("the cycle was moved to protocol {} version {}, hash {}, which is not at hand",
        .protocol.id, .protocol.version, .protocol.hash)]
    ProtocolNotAtHand {
        /// The protocol.
        protocol: Pin,
    },
    /// It only ever follows from another event, and does not follow from the one above.
    #[error("{event} does not follow from the entry above it")]
    DoesNotFollow {
        /// The event.
        event: &'static str,
    },
    /// The command above it must bring another event first.
    #[error("{found} stands where {expected} must follow from the entry above it")]
    Missing {
        /// The event that must come.
        expected: &'static str,
        /// The event that came.
        found: &'static str,
    },
    /// Consequences of the last command are missing at the end.
    #[error("the log ends before {expected}, which must follow")]
    Unfinished {
        /// The event that must come.
        expected: &'static str,
    },
    /// There is no entry at all.
    #[error("the log holds no entry: the first opens the network")]
    NoEntry,
    /// The log ends without its seal.
    #[error("the log ends without its seal: its end may have been cut off")]
    NoSeal,
    /// The stream of a cycle was erased in part, or its lines do not agree on how many there were.
    #[error("{stream} is erased in part: its entries are erased all, or none")]
    PartlyErased {
        /// The stream.
        stream: Stream,
    },
    /// Lines are erased of a cycle that no entry says was erased.
    #[error("{stream} is erased, and no entry says so")]
    ErasedWithoutRecord {
        /// The stream.
        stream: Stream,
    },
    /// Something stands below the seal.
    #[error("a line stands below the seal")]
    BelowSeal,
    /// The seal speaks of another number of entries.
    #[error("the seal speaks of {sealed} entries; {found} stand above it")]
    SealCount {
        /// Entries by the seal.
        sealed: u64,
        /// Entries found.
        found: u64,
    },
    /// The text above the seal is not the text that was sealed.
    #[error("the lines above the seal are not those that were sealed")]
    SealHash,
}

impl From<LineFault> for LogFaultKind {
    fn from(fault: LineFault) -> Self {
        match fault {
            // The reader counts lines within this one.
            LineFault::Envelope(error) => Self::NotAnEntry {
                why: error.to_string().replace(" at line 1 column", " at column"),
            },
            LineFault::Entry(fault) => Self::Entry(fault),
        }
    }
}

impl LogFaultKind {
    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::NotAnEntry { .. } => "restore the line from a copy of the log",
            Self::Entry(_) => "read the log with the software that wrote it, or a newer one",
            Self::Position { .. } | Self::Sequence { .. } => {
                "restore the missing line, or take out the doubled one"
            }
            Self::BackInTime => "put the lines back in the order in which they were recorded",
            Self::OtherProtocol { .. } => "check the log under the protocol it was written with",
            Self::ProtocolNotAtHand { .. } => "hand in that protocol, too",
            Self::Impossible { .. } | Self::DoesNotFollow { .. } | Self::Missing { .. } => {
                "restore the log from a copy: this line was changed, or lines above it are missing"
            }
            Self::Unfinished { .. } | Self::NoEntry | Self::NoSeal => {
                "restore the end of the log from a copy"
            }
            Self::PartlyErased { .. } | Self::ErasedWithoutRecord { .. } => {
                "restore the stream from a copy of the log"
            }
            Self::BelowSeal => "take out what stands below the seal, or restore the log from a copy",
            Self::SealCount { .. } | Self::SealHash => "restore the log from a copy",
        }
    }
}

fn position_word(expected: u64, found: u64) -> &'static str {
    if found > expected {
        "a line above it is missing or out of order"
    } else {
        "it is doubled or out of order"
    }
}

/// A check that is under way. Feed it every line, then [`finish`](Check::finish) it.
#[derive(Clone, Debug)]
pub struct Check {
    network: Network,
    line: u64,
    reader: Reader,
    sealer: Sealer,
    sealed: bool,
    last: Option<Entry>,
    /// Events that must follow from the last command.
    pending: VecDeque<Event>,
    /// Streams with erased lines, and how many entries each had.
    erased: BTreeMap<Stream, u64>,
    /// Whether the line above was erased, or only followed from one that was.
    after_erased: bool,
    /// Judging ends with the first line that does not hold: what comes after rests on it.
    broken: bool,
}

impl Check {
    /// A check under the rules by which the log was written.
    pub fn new(rules: Rules) -> Self {
        Self::of(Network::new(rules))
    }

    /// A check of a log whose cycles were moved between protocols: the network has them all at hand.
    pub fn of(network: Network) -> Self {
        Self {
            network,
            line: 0,
            reader: Reader::default(),
            sealer: Sealer::default(),
            sealed: false,
            last: None,
            pending: VecDeque::new(),
            erased: BTreeMap::new(),
            after_erased: false,
            broken: false,
        }
    }

    /// The network as far as the lines so far tell.
    pub const fn network(&self) -> &Network {
        &self.network
    }

    /// Reads one line, without its line feed, and judges it; returns its entry, or none for a seal.
    ///
    /// # Errors
    /// [`LogFault`]. The lines that follow are still read, and those that are no whole entries are still
    /// told of; they are no longer judged, for they rest on a line that does not hold.
    pub fn line(&mut self, text: &str) -> Result<Option<Entry>, LogFault> {
        self.line += 1;
        let line = self.line;
        let result = self.judge(text);
        self.broken |= result.is_err();
        result.map_err(|kind| LogFault { line, kind })
    }

    /// Ends the check.
    ///
    /// # Errors
    /// A fault of the end: consequences that are missing, or no seal. After a fault in a line nothing more
    /// is said about the end.
    pub fn finish(self) -> Result<Network, LogFault> {
        let line = self.line + 1;
        match self.pending.front() {
            _ if self.broken => Ok(self.network),
            Some(event) => Err(LogFault {
                line,
                kind: LogFaultKind::Unfinished {
                    expected: event.code(),
                },
            }),
            None if !self.sealed => Err(LogFault {
                line,
                kind: LogFaultKind::NoSeal,
            }),
            None => Ok(self.network),
        }
    }

    fn judge(&mut self, text: &str) -> Result<Option<Entry>, LogFaultKind> {
        if self.sealed {
            return Err(LogFaultKind::BelowSeal);
        }
        if let Ok(SealLine { seal }) = serde_json::from_str(text) {
            self.sealed = true;
            return if self.broken {
                Ok(None)
            } else {
                self.judge_seal(&seal).map(|()| None)
            };
        }
        if let Ok(ErasedLine { erased }) = serde_json::from_str(text) {
            self.sealer.line(text);
            if !self.broken {
                self.pass_over(&erased)?;
            }
            return Ok(None);
        }
        let entry = self.reader.line(text)?;
        self.sealer.line(text);
        if self.broken {
            return Ok(Some(entry));
        }
        self.in_order(&entry)?;
        self.judge_event(&entry)?;
        self.network.evolve(&entry);
        self.last = Some(entry.clone());
        Ok(Some(entry))
    }

    fn judge_seal(&self, seal: &Seal) -> Result<(), LogFaultKind> {
        let found = self.sealer.seal().seal;
        if let Some(event) = self.pending.front() {
            Err(LogFaultKind::Unfinished {
                expected: event.code(),
            })
        } else if let Some(fault) = self.wrongly_erased() {
            Err(fault)
        } else if found.events == 0 {
            Err(LogFaultKind::NoEntry)
        } else if seal.events != found.events {
            Err(LogFaultKind::SealCount {
                sealed: seal.events,
                found: found.events,
            })
        } else if *seal != found {
            Err(LogFaultKind::SealHash)
        } else {
            Ok(())
        }
    }

    fn pass_over(&mut self, erased: &Erased) -> Result<(), LogFaultKind> {
        if let Some(expected) = self.pending.front() {
            let expected = expected.code();
            return Err(LogFaultKind::Unfinished { expected });
        }
        let stream = Stream::Cycle(erased.cycle);
        self.next(stream, erased.position, erased.seq)?;
        let of = *self.erased.entry(stream).or_insert(erased.of);
        if of != erased.of || erased.seq > of || self.network.cycles.contains_key(&erased.cycle) {
            return Err(LogFaultKind::PartlyErased { stream });
        }
        self.network.pass_over(erased);
        self.after_erased = true;
        Ok(())
    }

    /// A stream that was erased in part, or without a record.
    fn wrongly_erased(&self) -> Option<LogFaultKind> {
        self.erased.iter().find_map(|(stream, of)| {
            let stream = *stream;
            if self.network.seq(stream) != *of {
                return Some(LogFaultKind::PartlyErased { stream });
            }
            let is_told = matches!(stream, Stream::Cycle(cycle) if self.network.is_erased(cycle));
            (!is_told).then_some(LogFaultKind::ErasedWithoutRecord { stream })
        })
    }

    /// Whether a cycle runs at this place of the log whose entries are erased.
    fn rests_on_erased(&self) -> bool {
        let mut erased = self.erased.iter();
        erased.any(|(stream, of)| self.network.seq(*stream) < *of)
    }

    fn in_order(&self, entry: &Entry) -> Result<(), LogFaultKind> {
        let stream = entry.event.stream();
        self.next(stream, entry.position, entry.seq)?;
        if self.erased.contains_key(&stream) {
            return Err(LogFaultKind::PartlyErased { stream });
        }
        if self
            .last
            .as_ref()
            .is_some_and(|last| entry.recorded < last.recorded)
        {
            return Err(LogFaultKind::BackInTime);
        }
        let expected = self.network.rules_of_event(&entry.event).pin();
        if *entry.protocol != *expected {
            let (expected, found) = (expected.clone(), Pin::clone(&entry.protocol));
            return Err(LogFaultKind::OtherProtocol { expected, found });
        }
        Ok(())
    }

    /// Whether these are the next places in the log and in the stream.
    fn next(&self, stream: Stream, position: u64, seq: u64) -> Result<(), LogFaultKind> {
        let (expected, found) = (self.network.position() + 1, position);
        if expected != found {
            return Err(LogFaultKind::Position { expected, found });
        }
        let (expected, found) = (self.network.seq(stream) + 1, seq);
        if expected != found {
            return Err(LogFaultKind::Sequence {
                stream,
                expected,
                found,
            });
        }
        Ok(())
    }

    /// Whether a refusal comes only from entries that were erased.
    fn is_excused(&self, command: &Command, refusal: &Refusal) -> bool {
        let mut blockers = refusal.blockers.iter().map(|it| &it.blocker);
        match command {
            Command::EraseCycle(it) => {
                let stream = Stream::Cycle(it.cycle);
                let is_whole = self.erased.get(&stream) == Some(&self.network.seq(stream));
                is_whole && blockers.all(|it| matches!(it, Blocker::UnknownCycle { .. }))
            }
            Command::ProposePlan(_) => {
                self.rests_on_erased() && blockers.all(|it| matches!(it, Blocker::PlanNotProven { .. }))
            }
            _ => false,
        }
    }

    /// The fault of an event whose command the engine refuses.
    fn not_possible(&self, event: &Event, refusal: Refusal) -> LogFaultKind {
        match event {
            Event::InCycle(_, CycleEvent::CycleMigrated(it)) if self.network.protocol(&it.to).is_none() => {
                LogFaultKind::ProtocolNotAtHand {
                    protocol: it.to.clone(),
                }
            }
            _ => LogFaultKind::Impossible {
                event: event.code(),
                refusal,
            },
        }
    }

    fn judge_event(&mut self, entry: &Entry) -> Result<(), LogFaultKind> {
        let event = entry.event.code();
        if let Some(expected) = self.pending.pop_front() {
            let same_cause = self.last.as_ref().is_some_and(|last| {
                let cause = |it: &Entry| (it.command, it.at, it.recorded, it.actor, it.role.clone());
                cause(last) == cause(entry)
                    && last.reason == entry.reason
                    && last.note == entry.note
                    && last.on_behalf_of == entry.on_behalf_of
                    && (last.school, &last.facts, last.urgent) == (entry.school, &entry.facts, entry.urgent)
            });
            if !says(&expected, &entry.event) || !same_cause {
                return Err(LogFaultKind::Missing {
                    expected: expected.code(),
                    found: event,
                });
            }
            return Ok(());
        }
        let Some(command) = entry.event.command() else {
            // It followed from an entry that was erased.
            return if self.after_erased && matches!(entry.event.stream(), Stream::Ledger(_)) {
                Ok(())
            } else {
                Err(LogFaultKind::DoesNotFollow { event })
            };
        };
        self.after_erased = false;
        let context = Context {
            command: entry.command,
            actor: entry.actor,
            roles: entry.role.iter().cloned().collect(),
            on_behalf_of: entry.on_behalf_of,
            at: entry.at,
            recorded: entry.recorded,
            reason: entry.reason.clone(),
            note: entry.note,
            school: entry.school,
            facts: entry.facts.clone(),
            urgent: entry.urgent,
            expected: BTreeMap::new(),
        };
        if self.network.repeated(entry.command).is_some() {
            return Err(LogFaultKind::DoesNotFollow { event });
        }
        let accepted = match self.network.decide(&command, &context) {
            Ok(accepted) => accepted,
            Err(refusal) if self.is_excused(&command, &refusal) => return Ok(()),
            Err(refusal) => return Err(self.not_possible(&entry.event, refusal)),
        };
        self.pending = accepted.events.into_iter().skip(1).collect();
        Ok(())
    }
}

/// Whether an entry says what follows: entries from before capacity was kept by term do not say for which days.
fn says(expected: &Event, found: &Event) -> bool {
    match (expected, found) {
        (Event::CapacityCommitted(expected), Event::CapacityCommitted(found)) if found.from.is_none() => {
            (expected.giver, expected.deployment) == (found.giver, found.deployment)
        }
        _ => expected == found,
    }
}
