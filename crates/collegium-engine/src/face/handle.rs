//! One network that answers requests.

use super::{
    Fault, Request, Response,
    opening::{GivenProtocol, Opening},
    redact::Shown,
    request::{AskedCommand, AskedLog, StoredLines},
    response::{Applied, Decided, Explained, LogLines, Placed, Position, ProtocolsAtHand, Snapshot},
    stored::{self, Lines, Stored},
};
use crate::{acts::Event, entry::Writer, journal::Journal, network::Network};
use collegium_cycle::{redact::Audience, rules::Rules};

/// The form of a snapshot of a network.
const FORM: &str = "collegium network, form 1";

/// A network with its log, as it answers requests.
///
/// The lines of the log are kept in memory beside the state, about 600 bytes each, so that they can be handed
/// out again.
#[derive(Clone, Debug)]
pub struct Handle {
    journal: Journal,
    also: Vec<Rules>,
    lines: Lines,
    writer: Writer,
}

impl Handle {
    /// Holds a network that has no entry yet.
    ///
    /// # Errors
    /// [`Fault::InvalidProtocol`] with every fault of every protocol.
    pub fn open(opening: &Opening) -> Result<Self, Fault> {
        let (own, also) = opening.rules()?;
        let with_all = |network: Network, other: &Rules| network.with_protocol(other.clone());
        Ok(Self {
            journal: Journal::new(also.iter().fold(Network::new(own), with_all)),
            also,
            lines: Lines::default(),
            writer: Writer::default(),
        })
    }

    /// Holds a network as a snapshot has it.
    ///
    /// # Errors
    /// [`Fault::StaleSnapshot`] where its form is another or its lines are not those that were sealed;
    /// otherwise as [`Handle::open`] and [`Handle::evolve`].
    pub fn restore(snapshot: &Snapshot) -> Result<Self, Fault> {
        let stale = |why: &str| Fault::StaleSnapshot { why: why.to_owned() };
        if snapshot.form != FORM {
            return Err(stale(&format!(
                "its form is {:?}; this is {FORM:?}",
                snapshot.form
            )));
        }
        let mut handle = Self::open(&snapshot.opening)?;
        handle.append(&snapshot.lines)?;
        if handle.lines.seal() != snapshot.seal {
            return Err(stale("its lines are not those that were sealed"));
        }
        Ok(handle)
    }

    /// The network as it now is.
    pub const fn network(&self) -> &Network {
        self.journal.network()
    }

    /// The protocols at hand.
    pub fn protocols(&self) -> ProtocolsAtHand {
        ProtocolsAtHand {
            protocol: self.network().rules().pin().clone(),
            also: self.also.iter().map(|rules| rules.pin().clone()).collect(),
        }
    }

    /// Answers a request about this network.
    ///
    /// # Errors
    /// [`Fault::NotOfOneNetwork`] for requests that open, close or list networks; otherwise that of the
    /// request's own method.
    pub fn answer(&mut self, request: &Request) -> Result<Response, Fault> {
        Ok(match request {
            Request::Open(_) | Request::Restore(_) | Request::Close(_) | Request::Networks(_) => {
                let code = request.code();
                return Err(Fault::NotOfOneNetwork { code });
            }
            Request::Decide(it) => Response::Decide(self.decide(it)),
            Request::Apply(it) => Response::Apply(self.apply(it)),
            Request::Explain(it) => Response::Explain(self.explain(it)),
            Request::Evolve(it) => Response::Evolve(self.evolve(it)?),
            Request::Actions(it) => Response::Actions(self.actions(it)?),
            Request::Clocks(it) => Response::Clocks(self.clocks(it)?),
            Request::Tasks(it) => Response::Tasks(self.tasks(it)?),
            Request::Check(it) => Response::Check(self.check(it)),
            Request::Overdue(it) => Response::Overdue(self.overdue(it)?),
            Request::Reallocation(it) => Response::Reallocation(self.reallocation(it)?),
            Request::Counterfactual(it) => Response::Counterfactual(Box::new(self.counterfactual(it)?)),
            Request::Allocation(it) => Response::Allocation(self.allocation(it)?),
            Request::View(it) => Response::View(Box::new(self.view(it))),
            Request::Overview(it) => Response::Overview(self.overview(it)?),
            Request::Snapshot(_) => Response::Snapshot(self.snapshot()),
            Request::Log(it) => Response::Log(self.log(*it)?),
            Request::Position(_) => Response::Position(self.position()),
        })
    }

    /// Judges a command and changes nothing.
    pub fn decide(&self, asked: &AskedCommand) -> Decided {
        let mut answer = asked.sent.judge(self.network());
        if let Some(shown) = self.shown(asked.shown_to.as_ref()) {
            answer = shown.answer(&asked.sent.command, answer);
        }
        Decided { answer }
    }

    /// Judges a command and applies it where it is allowed.
    ///
    /// # Panics
    /// Never: every entry that the engine makes has a JSON form.
    pub fn apply(&mut self, asked: &AskedCommand) -> Applied {
        let (mut answer, entries) = asked.sent.apply(&mut self.journal);
        let mut log = Vec::with_capacity(entries.len());
        let mut is_erased = false;
        for entry in entries {
            let line = self.writer.line(&entry).expect("every entry has a JSON form");
            is_erased |= matches!(entry.event, Event::CycleErased(_));
            log.push(line.clone());
            self.lines.push(&Stored::Entry(Box::new(entry)), line);
        }
        if is_erased {
            self.lines.erase(self.journal.network());
        }
        if let Some(shown) = self.shown(asked.shown_to.as_ref()) {
            answer = shown.answer(&asked.sent.command, answer);
        }
        Applied { answer, log }
    }

    /// Why a command would be refused, and by whom each reason could be lifted.
    pub fn explain(&self, asked: &AskedCommand) -> Explained {
        let refused = self.decide(asked).answer.refused;
        let blockers = refused.map_or_else(Vec::new, |refusal| refusal.blockers);
        let allowed = blockers.is_empty();
        Explained { allowed, blockers }
    }

    /// Applies lines of a stored log, all of them or none. They are not judged again: [`Check`] does that.
    ///
    /// # Errors
    /// [`Fault::BadLines`]: every line that cannot be read, or the first that does not follow.
    ///
    /// [`Check`]: crate::check::Check
    pub fn evolve(&mut self, stored: &StoredLines) -> Result<Placed, Fault> {
        self.append(&stored.lines)
    }

    fn append(&mut self, lines: &[String]) -> Result<Placed, Fault> {
        let mut is_erased = false;
        for (stored, line) in stored::read(lines, self.network())? {
            match &stored {
                Stored::Entry(entry) => {
                    is_erased |= matches!(entry.event, Event::CycleErased(_));
                    self.journal.evolve(entry);
                }
                Stored::Erased(erased) => self.journal.pass_over(erased),
            }
            self.lines.push(&stored, line.to_owned());
        }
        if is_erased {
            self.lines.erase(self.journal.network());
        }
        Ok(self.placed())
    }

    /// The whole network in one value.
    ///
    /// Complexity: linear in the log, which it copies.
    ///
    /// # Panics
    /// Never: every protocol has a JSON form.
    pub fn snapshot(&self) -> Snapshot {
        let given = |rules: &Rules| {
            let protocol = serde_json::to_value(rules.protocol());
            GivenProtocol::Json(protocol.expect("every protocol has a JSON form"))
        };
        Snapshot {
            form: FORM.to_owned(),
            opening: Opening {
                protocol: given(self.network().rules()),
                also: self.also.iter().map(given).collect(),
            },
            seal: self.lines.seal(),
            lines: self.lines.after(0, usize::MAX),
        }
    }

    /// Lines of the log from a place on.
    ///
    /// # Errors
    /// [`Fault::BeyondLog`].
    pub fn log(&self, asked: AskedLog) -> Result<LogLines, Fault> {
        let (after, position) = (asked.after, self.network().position());
        if after > position {
            return Err(Fault::BeyondLog { after, position });
        }
        let whole = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let lines = self
            .lines
            .after(whole(after), asked.most.map_or(usize::MAX, whole));
        Ok(LogLines { lines, position })
    }

    /// How far the log and each of its streams have come.
    pub fn position(&self) -> Position {
        Position {
            position: self.network().position(),
            recorded: self.network().last_recorded(),
            streams: self.lines.streams(),
        }
    }

    /// How far the log has come.
    pub fn placed(&self) -> Placed {
        let position = self.network().position();
        Placed { position }
    }

    pub(super) fn shown<'a>(&'a self, audience: Option<&'a Audience>) -> Option<Shown<'a>> {
        audience.map(|audience| Shown::new(self.network(), audience))
    }
}
