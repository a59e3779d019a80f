//! Judging, numbering and applying in one step: what a host calls for every command.

use crate::{
    acts::Command, context::Context, entry::Entry, erase::Erased, network::Network, refusal::Refusal,
};
use chrono::{NaiveDateTime, Timelike};
use collegium_cycle::decide::Effect;
use std::{iter, ops::RangeInclusive};

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
        if let Some(range) = self.network.repeated(context.command) {
            return Ok(Handled::Repeated(range));
        }
        let allowed = self.network.allowed(command, context)?;
        let (at, recorded) = (
            to_the_millisecond(context.at),
            to_the_millisecond(context.recorded),
        );
        let mut entries = Vec::with_capacity(2);
        allowed.record(&mut |event| {
            // Made where it will lie: to build it first and copy it then takes as long as to judge the command.
            entries.extend(iter::once_with(|| Entry {
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
            }));
        });
        let effects = allowed.effects();
        for entry in &mut entries {
            self.network.append(entry);
        }
        Ok(Handled::Accepted { entries, effects })
    }
}

fn to_the_millisecond(at: NaiveDateTime) -> NaiveDateTime {
    let within = at.nanosecond() % 1_000_000;
    at.with_nanosecond(at.nanosecond() - within).unwrap_or(at)
}
