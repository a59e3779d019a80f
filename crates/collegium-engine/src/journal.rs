//! Judging, numbering and applying in one step: what a host calls for every command.

use crate::{
    acts::Command, context::Context, entry::Entry, erase::Erased, network::Network, refusal::Refusal,
};
use chrono::{NaiveDateTime, Timelike};
use collegium_cycle::decide::Effect;
use std::ops::RangeInclusive;

/// A network with its log's numbering.
#[derive(Clone, Debug)]
pub struct Journal {
    network: Network,
}

/// What became of a command that was not refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Handled {
    /// It was accepted.
    Accepted {
        /// What goes to the log, in this order.
        entries: Vec<Entry>,
        /// What is to be done outside.
        effects: Vec<Effect>,
    },
    /// It was accepted before, under the same id; these are the places of its entries.
    Repeated(RangeInclusive<u64>),
}

/// What came of commands that were accepted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Out {
    /// What goes to the log, in this order.
    pub entries: Vec<Entry>,
    /// What is to be done outside.
    pub effects: Vec<Effect>,
}

impl Out {
    /// Empties it and keeps its room.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.effects.clear();
    }
}

impl Handled {
    /// The new entries; none for a repeated command.
    pub fn entries(self) -> Vec<Entry> {
        match self {
            Self::Accepted { entries, .. } => entries,
            Self::Repeated(_) => Vec::new(),
        }
    }
}

impl Journal {
    /// A journal that begins, or goes on, with a network.
    pub const fn new(network: Network) -> Self {
        Self { network }
    }

    /// The network as it now is.
    pub const fn network(&self) -> &Network {
        &self.network
    }

    /// Applies an entry that was judged before, such as one of a stored log. It is not judged again.
    pub fn evolve(&mut self, entry: &Entry) {
        self.network.evolve(entry);
    }

    /// Counts an entry that was taken out of the log with its cycle.
    pub fn pass_over(&mut self, erased: &Erased) {
        self.network.pass_over(erased);
    }

    /// Judges a command and, where it is allowed, applies it. A refused command changes nothing.
    ///
    /// Times are kept to the millisecond, as a log has them. A command id is remembered for the last 1,024
    /// commands; a host that may see older ones again asks its own index first.
    pub fn handle(&mut self, command: &Command, context: &Context) -> Result<Handled, Refusal> {
        let mut out = Out {
            entries: Vec::with_capacity(2),
            effects: Vec::new(),
        };
        Ok(match self.handle_into(command, context, &mut out)? {
            Some(range) => Handled::Repeated(range),
            None => Handled::Accepted {
                entries: out.entries,
                effects: out.effects,
            },
        })
    }

    /// The same with what comes of it put behind what `out` holds already: a host with many commands keeps one
    /// and empties it. Where the command was accepted before, the places of its entries, and nothing is put there.
    ///
    /// # Errors
    /// [`Refusal`] with every blocker; then nothing is put there either.
    pub fn handle_into(
        &mut self,
        command: &Command,
        context: &Context,
        out: &mut Out,
    ) -> Result<Option<RangeInclusive<u64>>, Refusal> {
        if let Some(range) = self.network.repeated(context.command) {
            return Ok(Some(range));
        }
        let allowed = self.network.allowed(command, context)?;
        let (at, recorded) = (
            to_the_millisecond(context.at),
            to_the_millisecond(context.recorded),
        );
        let Out { entries, effects } = out;
        let first = entries.len();
        allowed.record(&mut |event| {
            entries.push(Entry {
                position: 0,
                seq: 0,
                at,
                recorded,
                actor: context.actor,
                role: allowed.role.cloned(),
                on_behalf_of: context.on_behalf_of,
                command: context.command,
                reason: context.reason.clone(),
                note: context.note,
                school: context.school,
                facts: context.facts.clone(),
                urgent: context.urgent,
                protocol: allowed.protocol(&event),
                event,
            });
        });
        allowed.add_effects(effects);
        for entry in entries.iter_mut().skip(first) {
            self.network.append(entry);
        }
        Ok(None)
    }
}

fn to_the_millisecond(at: NaiveDateTime) -> NaiveDateTime {
    let within = at.nanosecond() % 1_000_000;
    at.with_nanosecond(at.nanosecond() - within).unwrap_or(at)
}
