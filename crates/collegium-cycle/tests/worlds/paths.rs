//! Paths of a world: together they take every row, each can be walked by hand, and none is longer than need be.

use crate::planted::world_of;
use collegium_cycle::{
    acts::{Act, Command},
    child::Machine,
    cycle::Cycle,
    decide::Accepted,
    kit::{
        Story, Who,
        paths::{path_to, paths},
        search::{Watch, World, visit},
    },
    refusal::Refusal,
};
use std::collections::BTreeSet;

type Rows = BTreeSet<(Act, Option<String>)>;

/// Every row that is taken somewhere.
#[derive(Default)]
struct Taken(Rows);

fn row(cycle: &Cycle, command: &Command) -> (Act, Option<String>) {
    let stood = cycle.stands(command.child());
    (command.act(), stood.map(|(phase, _)| phase.to_owned()))
}

impl Watch for Taken {
    fn step(
        &mut self,
        before: &Story,
        _: &Who,
        command: &Command,
        outcome: &Result<Accepted, Refusal>,
        _: &Cycle,
    ) -> Result<(), String> {
        if outcome.is_ok() {
            self.0.insert(row(&before.cycle, command));
        }
        Ok(())
    }
}

fn all_rows(world: &World) -> Rows {
    let mut taken = Taken::default();
    visit(world, &mut taken).expect("nothing is forbidden");
    taken.0
}

#[test]
fn paths_take_every_row_and_can_be_walked() {
    for machine in Machine::ALL.iter().filter(|machine| **machine != Machine::Cycle) {
        let world = world_of(*machine);
        let paths = paths(&world);
        let mut rows = Rows::new();
        for path in &paths {
            let mut story = world.start.clone();
            let before = rows.len();
            for step in &path.steps {
                assert!(step.at >= story.now, "{machine:?}: time runs back");
                story.now = step.at;
                rows.insert(row(&story.cycle, &step.command));
                let told = story.when(&step.who, step.command.clone()).then_accepted();
                assert_eq!(told.events, step.events, "{machine:?}");
            }
            assert!(rows.len() > before, "{machine:?}: a path that takes nothing new");
        }
        assert_eq!(rows, all_rows(&world), "{machine:?}");
    }
}

#[test]
fn a_path_leads_to_where_it_was_asked_and_no_shorter_one_does() {
    let world = world_of(Machine::Request);
    let done = |story: &Story| story.cycle.opened.is_some() && !story.cycle.is_open();
    let path = path_to(&world, done).expect("it can be closed");
    assert_eq!(
        path.steps
            .iter()
            .map(|step| step.command.act())
            .collect::<Vec<_>>(),
        [Act::OpenCycle, Act::CloseCycle]
    );
    assert_eq!(path_to(&world, |story| story.cycle.challenges.len() > 1), None);
}
