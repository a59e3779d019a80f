//! Paths through a small world, ready to be walked: by a test of an adapter, of a portal, of a database.
//!
//! A path is a list of commands with their circumstances and what must come of each. The paths of a world
//! together take every row of its tables that can be taken there, each row by a shortest way.

use super::{
    Story, Who,
    search::{Found, Search, Watch, World, apply, explore},
};
use crate::acts::{Act, Command, Event};
use chrono::NaiveDateTime;
use std::collections::{BTreeMap, BTreeSet};

/// A way through a world.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// What is done on it.
    pub steps: Vec<PathStep>,
    /// The time at its end; later than the last step where time had to pass.
    pub until: NaiveDateTime,
}

/// A command that is accepted there.
#[derive(Clone, Debug, PartialEq)]
pub struct PathStep {
    /// When.
    pub at: NaiveDateTime,
    /// Who asks.
    pub who: Who,
    /// For what.
    pub command: Command,
    /// What comes of it.
    pub events: Vec<Event>,
}

/// A row of a table as it is taken: what was done, and where its machine stood before; none where it was not
/// there yet.
type Row = (Act, Option<&'static str>);

fn row(story: &Story, command: &Command) -> Row {
    let stood = story.cycle.stands(command.child());
    (command.act(), stood.map(|(phase, _)| phase))
}

/// Nobody looks on.
struct Nobody;

impl Watch for Nobody {}

/// Paths that together take every row which can be taken in `world`, each by a shortest way; the longest path
/// first, and none whose rows the paths before it take already.
///
/// # Complexity
/// That of [`super::search::visit`].
pub fn paths(world: &World) -> Vec<Path> {
    let mut first: BTreeMap<Row, (usize, usize)> = BTreeMap::new();
    let explored = explore(world, &mut Nobody, &mut |at, by, story, outcome| {
        if let (Ok(_), Some((_, command))) = (outcome, world.moves.get(by)) {
            first.entry(row(story, command)).or_insert((at, by));
        }
    });
    // Nobody looks on, so nothing ends it.
    let Ok((_, search)) = explored else {
        return Vec::new();
    };
    let mut ways: Vec<_> = first.values().map(|(at, by)| way(&search, *at, *by)).collect();
    ways.sort_by_key(|way| std::cmp::Reverse(way.len()));
    let mut taken = BTreeSet::new();
    let mut paths = Vec::new();
    for way in ways {
        let (path, rows) = walked(world, &way);
        if !rows.is_subset(&taken) {
            taken.extend(rows);
            paths.push(path);
        }
    }
    paths
}

/// A shortest path to a state that `is_goal` holds for; none where there is none among the states visited.
pub fn path_to(world: &World, is_goal: impl Fn(&Story) -> bool) -> Option<Path> {
    struct Goal<F>(F);
    impl<F: Fn(&Story) -> bool> Watch for Goal<F> {
        fn state(&mut self, story: &Story) -> Result<(), String> {
            if (self.0)(story) {
                Err(String::new())
            } else {
                Ok(())
            }
        }
    }
    let Err(Found { way, at, .. }) = explore(world, &mut Goal(is_goal), &mut |_, _, _, _| {}) else {
        return None;
    };
    let (path, _) = walked(world, &way);
    Some(Path { until: at, ..path })
}

fn way(search: &Search<'_>, at: usize, by: usize) -> Vec<(usize, usize)> {
    let mut way = search.way(at);
    way.push((search.moment(at), by));
    way
}

/// The path, as the world's judge sees it, and the rows that it takes.
fn walked(world: &World, way: &[(usize, usize)]) -> (Path, BTreeSet<Row>) {
    let mut story = world.start.clone();
    let (mut steps, mut rows) = (Vec::new(), BTreeSet::new());
    for (moment, by) in way {
        story.now = world.moments.get(*moment).copied().unwrap_or(story.now);
        let Some((who, command)) = world.moves.get(*by) else {
            continue;
        };
        rows.insert(row(&story, command));
        let Ok(accepted) = (world.judge)(&story, who, command) else {
            continue;
        };
        let now = story.now;
        apply(world, &mut story.cycle, &accepted.events, now, who);
        steps.push(PathStep {
            at: story.now,
            who: who.clone(),
            command: command.clone(),
            events: accepted.events,
        });
    }
    let until = story.now;
    (Path { steps, until }, rows)
}
