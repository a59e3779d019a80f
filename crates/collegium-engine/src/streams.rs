//! All streams of one kind: of each, how many entries it holds and what came of them.

use crate::dense::Dense;
use collegium_model::uuid::Uuid;
use std::{
    fmt,
    hash::{Hash, Hasher},
    ops::{Index, RangeBounds},
};

/// Streams of one kind by their ids. One is found in the same short time however many there are; whoever looks
/// through all sees them in the order of their ids.
///
/// A stream can hold entries and have no state: where it was erased.
#[derive(Clone)]
pub struct Streams<Id, State> {
    numbers: Dense<Id>,
    rows: Vec<Row<State>>,
    /// The last one that was changed, which is often the next: an entry is counted, then applied.
    last: Option<(Id, usize)>,
}

#[derive(Clone)]
struct Row<State> {
    entries: u64,
    state: Option<Box<State>>,
}

impl<Id, State> Default for Streams<Id, State> {
    fn default() -> Self {
        Self {
            numbers: Dense::default(),
            rows: Vec::new(),
            last: None,
        }
    }
}

impl<Id: Copy + Ord + Into<Uuid>, State> Streams<Id, State> {
    /// What came of a stream's entries.
    pub fn get(&self, id: &Id) -> Option<&State> {
        self.row(*id)?.state.as_deref()
    }

    /// Whether there is such a stream.
    pub fn contains_key(&self, id: &Id) -> bool {
        self.get(id).is_some()
    }

    /// How many entries a stream holds.
    pub fn entries(&self, id: Id) -> u64 {
        self.row(id).map_or(0, |row| row.entries)
    }

    /// All of them in the order of their ids.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Id, &State)> {
        self.numbers.iter().filter_map(|it| self.told(it))
    }

    /// Those whose ids lie in a range, in order.
    pub fn range(&self, ids: impl RangeBounds<Id>) -> impl DoubleEndedIterator<Item = (&Id, &State)> {
        self.numbers.range(ids).filter_map(|it| self.told(it))
    }

    /// The ids in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Id> {
        self.iter().map(|(id, _)| id)
    }

    /// The states in the order of ids.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &State> {
        self.iter().map(|(_, state)| state)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.iter().filter(|row| row.state.is_some()).count()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    pub(crate) fn get_mut(&mut self, id: &Id) -> Option<&mut State> {
        let number = self.numbers.number(*id)?;
        self.rows.get_mut(number)?.state.as_deref_mut()
    }

    /// Counts one entry more: its place in the stream.
    pub(crate) fn count(&mut self, id: Id) -> u64 {
        let row = self.row_mut(id);
        row.entries = row.entries.saturating_add(1);
        row.entries
    }

    pub(crate) fn insert(&mut self, id: Id, state: State) {
        self.row_mut(id).state = Some(Box::new(state));
    }

    pub(crate) fn or_default(&mut self, id: Id) -> &mut State
    where
        State: Default,
    {
        self.row_mut(id).state.get_or_insert_default()
    }

    /// Every stream, erased ones included, with how many entries it holds, in the order of ids.
    pub(crate) fn sequences(&self) -> impl Iterator<Item = (Id, u64)> {
        let row = |(id, number): (&Id, usize)| Some((*id, self.rows.get(number)?.entries));
        self.numbers.iter().filter_map(row)
    }

    /// Hands on every state, to be changed.
    pub(crate) fn each_mut(&mut self, mut change: impl FnMut(&mut State)) {
        let states = self.rows.iter_mut().filter_map(|row| row.state.as_deref_mut());
        states.for_each(&mut change);
    }

    /// Puts a stream as it was.
    pub(crate) fn restore(&mut self, id: Id, entries: u64, state: Option<State>) {
        let row = self.row_mut(id);
        (row.entries, row.state) = (entries, state.map(Box::new));
    }

    /// Forgets what came of a stream; how many entries it holds stays.
    pub(crate) fn forget(&mut self, id: Id) {
        self.row_mut(id).state = None;
    }

    fn told<'a>(&'a self, (id, number): (&'a Id, usize)) -> Option<(&'a Id, &'a State)> {
        Some((id, self.rows.get(number)?.state.as_deref()?))
    }

    fn row(&self, id: Id) -> Option<&Row<State>> {
        self.rows.get(self.numbers.number(id)?)
    }

    fn row_mut(&mut self, id: Id) -> &mut Row<State> {
        let number = match self.last {
            Some((last, number)) if last == id => number,
            _ => self.numbers.number_or_next(id),
        };
        self.last = Some((id, number));
        if number >= self.rows.len() {
            self.rows.resize_with(number + 1, Row::default);
        }
        &mut self.rows[number]
    }
}

impl<State> Default for Row<State> {
    fn default() -> Self {
        Self {
            entries: 0,
            state: None,
        }
    }
}

impl<Id: Copy + Ord + Into<Uuid>, State: PartialEq> PartialEq for Streams<Id, State> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<Id: Copy + Ord + Into<Uuid>, State: Eq> Eq for Streams<Id, State> {}

impl<Id: Copy + Ord + Into<Uuid> + Hash, State: Hash> Hash for Streams<Id, State> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.len().hash(hasher);
        self.iter().for_each(|it| it.hash(hasher));
    }
}

impl<Id: Copy + Ord + Into<Uuid> + fmt::Debug, State: fmt::Debug> fmt::Debug for Streams<Id, State> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<Id: Copy + Ord + Into<Uuid>, State> Index<&Id> for Streams<Id, State> {
    type Output = State;

    fn index(&self, id: &Id) -> &State {
        self.get(id).expect("a stream that is there")
    }
}
