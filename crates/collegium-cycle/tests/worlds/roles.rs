//! Every role with every command in every state of each kind's own world: nothing is allowed that the table
//! and the protocol do not allow, and everything that they do is allowed somewhere.

use crate::{
    kinds::{of_kind, opening, pausing, world},
    who_may::{Written, only_whom_the_table_names},
};
use collegium_cycle::{
    acts::{Act, Command, Kind},
    child::Machine,
    cycle::Cycle,
    decide::Accepted,
    kit::{
        Story, Who,
        search::{Watch, World, visit},
    },
    refusal::Refusal,
};
use collegium_model::code::Role;
use std::collections::BTreeSet;

pub(crate) struct EveryRole {
    written: Written,
    judged: usize,
    allowed: BTreeSet<(Act, Role)>,
}

impl EveryRole {
    pub(crate) fn of(world: &World) -> Self {
        Self {
            written: Written::of(&world.start),
            judged: 0,
            allowed: BTreeSet::new(),
        }
    }
}

impl Watch for EveryRole {
    fn step(
        &mut self,
        before: &Story,
        who: &Who,
        command: &Command,
        _: &Result<Accepted, Refusal>,
        _: &Cycle,
    ) -> Result<(), String> {
        let allowed = only_whom_the_table_names(&self.written, before, who, command)?;
        self.judged += self.written.roles().len() + 2;
        self.allowed
            .extend(allowed.into_iter().map(|role| (command.act(), role)));
        Ok(())
    }
}

#[test]
fn nothing_is_allowed_that_the_table_does_not_allow() {
    let (mut states, mut judged) = (0, 0);
    let (mut named, mut allowed) = (BTreeSet::new(), BTreeSet::new());
    for kind in Machine::ALL {
        let of_cycle = if *kind == Machine::Cycle {
            pausing()
        } else {
            Vec::new()
        };
        let world = world([opening(), of_cycle, of_kind(*kind)].concat());
        let mut roles = EveryRole::of(&world);
        let visited = visit(&world, &mut roles)
            .unwrap_or_else(|found| panic!("{}: {}\n  {}", kind.words(), found.what, found.trace));
        states += visited.states;
        judged += roles.judged;
        allowed.extend(roles.allowed);
        let steps = &world.start.rules.protocol().steps;
        let wishes = world.moves.iter().map(|(_, command)| command);
        for command in wishes.filter(|it| it.act().kind() == Kind::Wish) {
            let act = command.act();
            match command {
                // Claimed in one role, whoever else the step names.
                Command::GiveConsent(it) => named.extend([(act, it.by.clone())]),
                Command::DeclineDeployment(it) => named.extend([(act, it.by.clone())]),
                _ => {
                    let roles = steps.get(&act).into_iter().flat_map(|step| &step.roles);
                    named.extend(roles.map(|role| (act, role.clone())));
                }
            }
        }
    }
    println!("{states} states, {judged} judgements in single roles");
    let never: Vec<_> = named.difference(&allowed).collect();
    assert!(
        never.is_empty(),
        "named in the protocol and never allowed: {never:?}"
    );
}
