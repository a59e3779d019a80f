//! Exhaustive search: every order of a few commands at a few moments, through the real `decide` and
//! `evolve`, breadth first, so that what is found is found by a shortest way.
//!
//! A state is a cycle at one of the world's moments. Because a cycle holds no other time than those moments,
//! there are finitely many states; two are the same where they are equal, told by 128 bits of their hash.
//! Nothing in it is random: the same world gives the same counts, traces and order on every machine.

use super::{Story, Who};
use crate::{
    acts::{Command, Event},
    context::Recorded,
    cycle::Cycle,
    decide::Accepted,
    refusal::Refusal,
};
use chrono::NaiveDateTime;
use collegium_model::code::Role;
use std::{
    collections::{BTreeMap, VecDeque},
    fmt,
    hash::{DefaultHasher, Hash, Hasher},
};

/// A world that is small enough to be visited whole.
#[derive(Debug)]
pub struct World {
    /// Where it begins: protocol, calendar, and a cycle that is usually not opened yet.
    pub start: Story,
    /// The moments, in order; time passes from one to the next and never back.
    pub moments: Vec<NaiveDateTime>,
    /// Who can ask for what.
    pub moves: Vec<(Who, Command)>,
    /// Whether a move is offered in a state: what is kept in a list without end is offered so often only that
    /// the world stays finite.
    pub offers: Offers,
    /// How many states are visited at most.
    pub most_states: usize,
    /// Who judges: the real engine, or one with a fault planted to show that it would be found.
    pub judge: Judge,
    /// Who applies.
    pub apply: Apply,
}

/// Whether a move is offered.
pub type Offers = fn(&Cycle, &Command) -> bool;

/// Judges a command in a story.
pub type Judge = fn(&Story, &Who, &Command) -> Result<Accepted, Refusal>;

/// Applies an event.
pub type Apply = fn(&mut Cycle, &Recorded<'_>);

impl World {
    /// A world of the real engine.
    pub fn new(start: Story, moments: Vec<NaiveDateTime>, moves: Vec<(Who, Command)>) -> Self {
        Self {
            start,
            moments,
            moves,
            offers: |_, _| true,
            most_states: 50_000,
            judge: |story, who, command| story.cycle.decide(command, &story.context(who), &story.rules),
            apply: |cycle, recorded| cycle.evolve(recorded),
        }
    }
}

/// What looks on while a world is visited. An error ends the search, with the shortest trace to it.
pub trait Watch {
    /// Looks at a state.
    ///
    /// # Errors
    /// What must not be, in words.
    fn state(&mut self, _story: &Story) -> Result<(), String> {
        Ok(())
    }

    /// Looks at a step: before it, who asked for what, what came of it, and the cycle after it.
    ///
    /// # Errors
    /// What must not be, in words.
    fn step(
        &mut self,
        _before: &Story,
        _who: &Who,
        _command: &Command,
        _outcome: &Result<Accepted, Refusal>,
        _after: &Cycle,
    ) -> Result<(), String> {
        Ok(())
    }
}

/// What a whole visit found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visited {
    /// States, each once.
    pub states: usize,
    /// Accepted steps and passings of time, from all states.
    pub transitions: usize,
    /// Commands that were judged.
    pub judged: usize,
    /// Whether all of it was visited, or the limit on states came first.
    pub whole: bool,
    /// The shortest trace to a state from which no closed cycle can be reached; none where there is no such
    /// state. Only told of a world that was visited whole.
    pub dead_end: Option<Trace>,
}

/// Something that must not be, with a shortest way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What must not be.
    pub what: String,
    /// The way to it.
    pub trace: Trace,
    /// The same as moments and moves of the world, passings of time left out.
    pub way: Vec<(usize, usize)>,
    /// The time at its end.
    pub at: NaiveDateTime,
}

/// A way through a world: when, in which roles, what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace(pub Vec<String>);

impl fmt::Display for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" → ")?;
            }
            f.write_str(step)?;
        }
        Ok(())
    }
}

struct Node {
    cycle: Cycle,
    moment: usize,
    from: Option<(usize, usize)>,
}

/// Visits every state that can be reached.
///
/// # Errors
/// [`Found`] where the watch found what must not be.
///
/// # Complexity
/// States × moves judgements; memory of all states.
pub fn visit(world: &World, watch: &mut impl Watch) -> Result<Visited, Found> {
    explore(world, watch, &mut |_, _, _, _| {}).map(|(visited, _)| visited)
}

/// Told of every step: the state's place, the move's place, the state, and what came of it.
pub(super) type OnStep<'a> = &'a mut dyn FnMut(usize, usize, &Story, &Result<Accepted, Refusal>);

/// The visit, with what it keeps of the ways that it went.
pub(super) fn explore<'w>(
    world: &'w World,
    watch: &mut impl Watch,
    on_step: OnStep<'_>,
) -> Result<(Visited, Search<'w>), Found> {
    let mut search = Search {
        world,
        nodes: Vec::new(),
        known: BTreeMap::new(),
        edges: Vec::new(),
    };
    search.add(world.start.cycle.clone(), 0, None);
    let (mut judged, mut whole) = (0, true);
    let mut queue = VecDeque::from([0]);
    let mut story = world.start.clone();
    while let Some(at) = queue.pop_front() {
        let Some(node) = search.nodes.get(at) else { break };
        let moment = node.moment;
        story.cycle.clone_from(&node.cycle);
        story.now = world.moments.get(moment).copied().unwrap_or(story.now);
        watch.state(&story).map_err(|what| search.found(what, at, None))?;
        if search.nodes.len() >= world.most_states {
            whole = false;
            continue;
        }
        if moment + 1 < world.moments.len() {
            let cycle = story.cycle.clone();
            queue.extend(search.reach(cycle, moment + 1, at, world.moves.len()));
        }
        for (index, (who, command)) in world.moves.iter().enumerate() {
            if !(world.offers)(&story.cycle, command) {
                continue;
            }
            judged += 1;
            let outcome = (world.judge)(&story, who, command);
            on_step(at, index, &story, &outcome);
            let after = outcome.as_ref().ok().map(|accepted| {
                let mut after = story.cycle.clone();
                apply(world, &mut after, &accepted.events, story.now, who);
                after
            });
            watch
                .step(
                    &story,
                    who,
                    command,
                    &outcome,
                    after.as_ref().unwrap_or(&story.cycle),
                )
                .map_err(|what| search.found(what, at, Some(index)))?;
            queue.extend(after.and_then(|after| search.reach(after, moment, at, index)));
        }
    }
    let visited = Visited {
        states: search.nodes.len(),
        transitions: search.edges.len(),
        judged,
        whole,
        dead_end: if whole { search.dead_end() } else { None },
    };
    Ok((visited, search))
}

/// Applies what a move brought.
pub(super) fn apply(world: &World, cycle: &mut Cycle, events: &[Event], at: NaiveDateTime, who: &Who) {
    for event in events {
        let recorded = Recorded {
            event,
            at,
            actor: who.person,
            on_behalf_of: who.on_behalf_of,
            reason: who.reason.as_ref(),
        };
        (world.apply)(cycle, &recorded);
    }
}

/// What a visit keeps of the ways that it went.
pub(super) struct Search<'a> {
    world: &'a World,
    nodes: Vec<Node>,
    known: BTreeMap<(u64, u64), usize>,
    edges: Vec<(usize, usize)>,
}

impl Search<'_> {
    /// The state's place, if it is new.
    fn add(&mut self, cycle: Cycle, moment: usize, from: Option<(usize, usize)>) -> (usize, bool) {
        let key = fingerprint(&cycle, moment);
        let place = self.nodes.len();
        if let Some(known) = self.known.get(&key) {
            return (*known, false);
        }
        self.known.insert(key, place);
        self.nodes.push(Node { cycle, moment, from });
        (place, true)
    }

    /// Adds a step; the place of the state it leads to, where that is new.
    fn reach(&mut self, cycle: Cycle, moment: usize, from: usize, by: usize) -> Option<usize> {
        let (place, is_new) = self.add(cycle, moment, Some((from, by)));
        self.edges.push((from, place));
        is_new.then_some(place)
    }

    fn found(&self, what: String, at: usize, last: Option<usize>) -> Found {
        let mut trace = self.trace(at);
        trace.0.extend(last.map(|index| self.told(index)));
        let mut way = self.way(at);
        way.extend(last.map(|index| (self.moment(at), index)));
        let moment = self.world.moments.get(self.moment(at)).copied();
        let at = moment.unwrap_or(self.world.start.now);
        Found { what, trace, way, at }
    }

    fn told(&self, index: usize) -> String {
        match self.world.moves.get(index) {
            Some((who, command)) => {
                let roles: Vec<_> = who.roles.iter().map(Role::as_str).collect();
                let who = if roles.len() > 2 {
                    "anybody".to_owned()
                } else {
                    roles.join(" and ")
                };
                format!("{}: {}", who, command.act())
            }
            None => "time passes".to_owned(),
        }
    }

    /// The way to a state: at which moment which move, passings of time left out.
    pub(super) fn way(&self, at: usize) -> Vec<(usize, usize)> {
        let mut steps = Vec::new();
        let mut at = at;
        while let Some((from, by)) = self.nodes.get(at).and_then(|node| node.from) {
            let moment = self.moment(from);
            steps.extend((by < self.world.moves.len()).then_some((moment, by)));
            at = from;
        }
        steps.reverse();
        steps
    }

    /// The moment of a state.
    pub(super) fn moment(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(0, |node| node.moment)
    }

    fn trace(&self, at: usize) -> Trace {
        let mut steps = Vec::new();
        let mut at = at;
        while let Some((from, by)) = self.nodes.get(at).and_then(|node| node.from) {
            steps.push(self.told(by));
            at = from;
        }
        steps.reverse();
        Trace(steps)
    }

    /// The first state, in the order of the search, from which no end can be reached.
    fn dead_end(&self) -> Option<Trace> {
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); self.nodes.len()];
        for (from, to) in &self.edges {
            if let Some(list) = before.get_mut(*to) {
                list.push(*from);
            }
        }
        let ends = |node: &Node| !node.cycle.is_open() && node.cycle.opened.is_some();
        let mut reaches: Vec<bool> = self.nodes.iter().map(ends).collect();
        let mut queue: Vec<usize> = (0..reaches.len())
            .filter(|at| reaches.get(*at) == Some(&true))
            .collect();
        while let Some(at) = queue.pop() {
            for from in before.get(at).into_iter().flatten() {
                if let Some(reached @ false) = reaches.get_mut(*from) {
                    *reached = true;
                    queue.push(*from);
                }
            }
        }
        let stuck = reaches.iter().position(|reached| !reached)?;
        Some(self.trace(stuck))
    }
}

/// 128 bits that tell states apart. The hasher has fixed keys.
fn fingerprint(cycle: &Cycle, moment: usize) -> (u64, u64) {
    let mut one = DefaultHasher::new();
    (moment, cycle).hash(&mut one);
    let mut other = DefaultHasher::new();
    (u64::MAX, cycle, moment).hash(&mut other);
    (one.finish(), other.finish())
}
