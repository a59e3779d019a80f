//! What a network came to, kept so that its log is not folded from its first line.
//!
//! A snapshot is a line for its head and a line for each stream, so that a host can keep each stream's beside the
//! stream and write anew only those that moved on. It is disposable: it says nothing that the entries do not say,
//! and it is read only by the software that made it, under the protocol that it names. Whoever holds a stale one
//! folds the log. Lines of different moments do not go together; the head tells. A line that was changed by
//! accident is told by its hash; one that somebody forged is not.
//!
//! It holds what the entries hold: pseudonyms, and nothing of a cycle that was erased. A host that erases a cycle
//! takes a new snapshot and destroys the old.
//!
//! ```
//! use collegium_engine::{
//!     acts::Command, context::Context, cycle::{protocol::Protocol, rules::Rules}, journal::Journal,
//!     network::Network, opening::OpenedNetwork,
//! };
//! use collegium_model::{
//!     calendar::SchoolCalendar, chrono::NaiveDate, code::Role, id::{CommandId, NetworkId, PersonId}, uuid::Uuid,
//! };
//!
//! let rules = Rules::compile(Protocol::standard())?;
//! let mut journal = Journal::new(Network::new(rules.clone()));
//! let now = NaiveDate::from_ymd_opt(2026, 9, 7).and_then(|day| day.and_hms_opt(9, 0, 0)).ok_or("a time")?;
//! let (command, person) = (CommandId::new(Uuid::from_u128(1)), PersonId::new(Uuid::from_u128(2)));
//! let open = Command::OpenNetwork(OpenedNetwork {
//!     network: NetworkId::new(Uuid::from_u128(3)),
//!     calendar: SchoolCalendar::typical_england(2026, 2)?,
//!     members: Vec::new(),
//! });
//! journal.handle(&open, &Context::new(command, person, Role::new("broker")?, now))?;
//!
//! let kept = journal.network().snapshot()?;
//! let restored = Network::restore(rules, [], &kept)?;
//! assert_eq!((restored.position(), restored.repeated(command)), (1, Some(1..=1)));
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

use crate::{
    ledger::Ledger,
    network::{Network, Opened},
    partnership::Partnership,
    reviewers::OfReview,
    round::Round,
    seal::{Seal, Sealer, hex},
    stream::Stream,
};
use chrono::NaiveDateTime;
use collegium_cycle::{
    cycle::{Cycle, CyclePhase},
    rules::{Pin, Rules},
};
use collegium_model::id::{CommandId, CycleId, PersonId, SchoolId};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::value::{RawValue, to_raw_value};
use sha2::{Digest, Sha256};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

/// The software that reads a snapshot of a network, and the form of what it keeps; cycles are kept in
/// [theirs](collegium_cycle::snapshot::FORM). The number rises whenever anything else is kept otherwise, or an
/// event applied otherwise, within one release.
pub const FORM: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"), ", form 1");

/// Why a snapshot is of no use. Nothing is lost: the entries of the log tell the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Stale {
    /// Other software made it.
    #[error("the snapshot was made by {found}; this is {}", this())]
    OtherForm {
        /// Who made it.
        found: String,
    },
    /// The network ran under another protocol.
    #[error("the snapshot was made under protocol {} version {}; this is {} version {}", .made.id, .made.version, .offered.id, .offered.version)]
    OtherProtocol {
        /// The protocol under which it was made.
        made: Box<Pin>,
        /// The protocol under which it was to be restored.
        offered: Box<Pin>,
    },
    /// A line is not whole.
    #[error("line {line} of the snapshot cannot be read: {why}")]
    Unreadable {
        /// The line, from 1; the head is the first.
        line: usize,
        /// What the reader said.
        why: String,
    },
    /// A line is missing, stands twice or was kept at another moment than the head.
    #[error(
        "the lines of the snapshot are not those of its head: it names {told} streams, and there are {found}, or of another moment"
    )]
    OfOtherMoments {
        /// How many streams the head names.
        told: u64,
        /// How many there are.
        found: u64,
    },
}

impl Stale {
    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        "fold the log from its first entry, and take a new snapshot"
    }
}

/// Everything that a restored network rests on.
fn this() -> String {
    format!("{FORM}, with {}", collegium_cycle::snapshot::FORM)
}

/// The first line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct First<'a> {
    form: String,
    /// SHA-256 over the text of `head`, in hex.
    sha256: String,
    #[serde(borrow)]
    head: Cow<'a, RawValue>,
}

/// What the first line says of the whole network.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    protocol: Pin,
    position: u64,
    recorded: Option<NaiveDateTime>,
    /// How many streams, and the hash of their names and sequences.
    streams: Seal,
    /// The last commands with the entries of each, the oldest first.
    recent: Vec<(CommandId, u64, u64)>,
}

/// Whose the first line is, whatever else stands in it.
#[derive(Deserialize)]
struct Made {
    form: String,
}

/// The line of one stream.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept<'a> {
    #[serde(borrow)]
    stream: Cow<'a, str>,
    seq: u64,
    /// SHA-256 over the text of `state`, in hex.
    sha256: String,
    /// `null` where the stream was erased.
    #[serde(borrow)]
    state: Cow<'a, RawValue>,
}

/// What is kept of the stream of the network itself.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Own<'a> {
    opened: Option<Cow<'a, Opened>>,
    reviewing: Cow<'a, BTreeMap<PersonId, SchoolId>>,
    visits: Vec<(OfReview, Cow<'a, BTreeSet<PersonId>>)>,
    erased: Cow<'a, BTreeSet<CycleId>>,
}

impl Network {
    /// The whole network: its head first, then a line for each stream. The same state is the same bytes.
    ///
    /// Complexity: O(size of the state).
    ///
    /// # Errors
    /// Where JSON cannot be written; no network that was folded is such.
    pub fn snapshot(&self) -> Result<Vec<String>, serde_json::Error> {
        let mut lines = vec![self.snapshot_head()?];
        for (stream, _) in self.sequences() {
            lines.push(self.snapshot_of(stream)?);
        }
        Ok(lines)
    }

    /// The first line: it says which lines of streams go with it.
    ///
    /// Complexity: O(streams).
    ///
    /// # Errors
    /// As [`Network::snapshot`].
    pub fn snapshot_head(&self) -> Result<String, serde_json::Error> {
        let recent = self.recent.iter();
        let head = to_raw_value(&Head {
            protocol: self.rules().pin().clone(),
            position: self.position,
            recorded: self.last_recorded,
            streams: sealed(self.sequences()),
            recent: recent
                .map(|(command, at)| (command, *at.start(), *at.end()))
                .collect(),
        })?;
        serde_json::to_string(&First {
            form: this(),
            sha256: hash(&head),
            head: Cow::Owned(head),
        })
    }

    /// The line of one stream, whether it has entries or not.
    ///
    /// Complexity: O(size of what the stream came to).
    ///
    /// # Errors
    /// As [`Network::snapshot`].
    pub fn snapshot_of(&self, stream: Stream) -> Result<String, serde_json::Error> {
        let state = match stream {
            Stream::Network => to_raw_value(&self.own()),
            Stream::Charter(id) => to_raw_value(&self.partnerships.get(&id)),
            Stream::Ledger(id) => to_raw_value(&self.ledgers.get(&id)),
            Stream::Cycle(id) => to_raw_value(&self.cycles.get(&id)),
            Stream::Round(id) => to_raw_value(&self.rounds.get(&id)),
        }?;
        serde_json::to_string(&Kept {
            stream: stream.to_string().into(),
            seq: self.seq(stream),
            sha256: hash(&state),
            state: Cow::Owned(state),
        })
    }

    /// A network as a snapshot has it, with other protocols at hand as [`Network::with_protocol`]. It goes on as
    /// the one that was kept would have.
    ///
    /// Complexity: O(length of the lines).
    ///
    /// # Errors
    /// [`Stale`]: then the log is to be folded.
    pub fn restore<Line: AsRef<str>>(
        rules: Rules,
        others: impl IntoIterator<Item = Rules>,
        lines: impl IntoIterator<Item = Line>,
    ) -> Result<Self, Stale> {
        let mut lines = lines.into_iter();
        let head = lines
            .next()
            .map_or_else(|| head(""), |line| head(line.as_ref()))?;
        if head.protocol != *rules.pin() {
            return Err(Stale::OtherProtocol {
                made: Box::new(head.protocol),
                offered: Box::new(rules.pin().clone()),
            });
        }
        let mut network = others.into_iter().fold(Self::new(rules), Self::with_protocol);
        let mut found = 0;
        for (text, number) in lines.zip(2..) {
            let put = network.put(text.as_ref());
            put.map_err(|why| Stale::Unreadable { line: number, why })?;
            found += 1;
        }
        let told = head.streams.events;
        if found != told || sealed(network.sequences()) != head.streams {
            return Err(Stale::OfOtherMoments { told, found });
        }
        (network.position, network.last_recorded) = (head.position, head.recorded);
        for (command, from, to) in head.recent {
            network.recent.note(command, from);
            network.recent.note(command, to);
        }
        network.find_again();
        Ok(network)
    }

    fn own(&self) -> Own<'_> {
        Own {
            opened: self.opened.as_ref().map(Cow::Borrowed),
            reviewing: Cow::Borrowed(&self.reviewing),
            visits: self
                .visits
                .iter()
                .map(|(of, people)| (*of, Cow::Borrowed(people)))
                .collect(),
            erased: Cow::Borrowed(&self.erased),
        }
    }

    /// Puts the line of one stream in its place.
    fn put(&mut self, text: &str) -> Result<(), String> {
        let told = |error: serde_json::Error| error.to_string();
        let Kept {
            stream,
            seq,
            sha256,
            state,
        } = serde_json::from_str(text).map_err(told)?;
        if sha256 != hash(&state) {
            return Err(CHANGED.to_owned());
        }
        match stream.parse::<Stream>().map_err(|error| error.to_string())? {
            Stream::Network => {
                let own = read::<Own<'static>>(&state)
                    .map_err(told)?
                    .ok_or("the network has no state")?;
                self.own_entries = seq;
                self.opened = own.opened.map(Cow::into_owned);
                self.reviewing = own.reviewing.into_owned();
                self.visits = own
                    .visits
                    .into_iter()
                    .map(|(of, people)| (of, people.into_owned()))
                    .collect();
                self.erased = own.erased.into_owned();
            }
            Stream::Charter(id) => {
                self.partnerships
                    .restore(id, seq, read::<Partnership>(&state).map_err(told)?);
            }
            Stream::Ledger(id) => self
                .ledgers
                .restore(id, seq, read::<Ledger>(&state).map_err(told)?),
            Stream::Cycle(id) => self.cycles.restore(id, seq, read::<Cycle>(&state).map_err(told)?),
            Stream::Round(id) => self.rounds.restore(id, seq, read::<Round>(&state).map_err(told)?),
        }
        Ok(())
    }

    /// Every stream that has entries, and that of the network, with how many it has.
    fn sequences(&self) -> impl Iterator<Item = (Stream, u64)> {
        let own = std::iter::once((Stream::Network, self.own_entries));
        let charters = self.partnerships.sequences();
        let charters = charters.map(|(id, seq)| (Stream::Charter(id), seq));
        let ledgers = self
            .ledgers
            .sequences()
            .map(|(id, seq)| (Stream::Ledger(id), seq));
        let cycles = self.cycles.sequences().map(|(id, seq)| (Stream::Cycle(id), seq));
        let rounds = self.rounds.sequences().map(|(id, seq)| (Stream::Round(id), seq));
        own.chain(charters).chain(ledgers).chain(cycles).chain(rounds)
    }

    /// What only says where something is found, or follows from the calendar.
    fn find_again(&mut self) {
        for (id, cycle) in self.cycles.iter() {
            self.needs.extend(cycle.needs.keys().map(|need| (*need, *id)));
            self.deployments
                .extend(cycle.deployments.keys().map(|it| (*it, *id)));
            if let Some(opened) = cycle.opened.as_ref().filter(|it| it.phase != CyclePhase::Closed) {
                self.open_cycles.insert(opened.school, *id);
            }
        }
        if let Some(opened) = &self.opened {
            self.ledgers.each_mut(|ledger| ledger.place_in_terms(opened));
        }
    }
}

fn head(text: &str) -> Result<Head, Stale> {
    let unreadable = |why: String| Stale::Unreadable { line: 1, why };
    let told = |error: serde_json::Error| unreadable(error.to_string());
    let made: Made = serde_json::from_str(text).map_err(told)?;
    if made.form != this() {
        return Err(Stale::OtherForm { found: made.form });
    }
    let First { sha256, head, .. } = serde_json::from_str(text).map_err(told)?;
    if sha256 != hash(&head) {
        return Err(unreadable(CHANGED.to_owned()));
    }
    serde_json::from_str(head.get()).map_err(told)
}

/// What is told of a line whose hash is another.
const CHANGED: &str = "it is not as it was written";

fn hash(text: &RawValue) -> String {
    hex(&Sha256::digest(text.get()))
}

fn read<State: DeserializeOwned>(state: &RawValue) -> Result<Option<State>, serde_json::Error> {
    serde_json::from_str(state.get())
}

fn sealed(streams: impl Iterator<Item = (Stream, u64)>) -> Seal {
    let mut sealer = Sealer::default();
    streams.for_each(|(stream, seq)| sealer.line(&format!("{stream} {seq}")));
    sealer.seal().seal
}
