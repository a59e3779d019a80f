//! What became of a school: its history followed through chains, splits and merges to the schools of today.

use crate::links::{Links, Manner};
use collegium_model::{chrono::NaiveDate, urn::Urn};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What a register says of a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Standing {
    /// It is open: it is what became of itself, whatever its links say.
    #[serde(rename = "open")]
    Open,
    /// It is closed.
    #[serde(rename = "closed")]
    Closed,
    /// The register does not tell.
    #[serde(rename = "unlisted")]
    Unlisted,
}

/// What became of a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "value")]
#[non_exhaustive]
pub enum Succession {
    /// No link names it.
    #[serde(rename = "unknown")]
    Unknown,
    /// It stands as it stood.
    #[serde(rename = "unchanged")]
    Unchanged,
    /// One school took its place, and nobody else's.
    #[serde(rename = "succeeded")]
    Succeeded {
        /// The schools after it, the present one last: the longest way, of equally long ones the one with
        /// the lowest numbers.
        chain: Vec<Urn>,
    },
    /// It became one with others.
    #[serde(rename = "merged")]
    Merged {
        /// The schools after it, the present one last.
        chain: Vec<Urn>,
        /// Those that came in from outside its own history. May be empty: the words of a link tell of a
        /// merger, and no link tells with whom.
        with: BTreeSet<Urn>,
    },
    /// Several schools came of it, or one part that is called so: a person decides.
    #[serde(rename = "split")]
    Split {
        /// The last schools of its history.
        into: BTreeSet<Urn>,
    },
    /// It, or the one school that took its place, is closed.
    #[serde(rename = "closed")]
    Closed {
        /// The schools after it, the closed one last; empty where it closed itself.
        chain: Vec<Urn>,
    },
    /// It became one with others, and nothing says which of them goes on.
    #[serde(rename = "untold")]
    Untold {
        /// The schools after it; the last is the one that became one with others.
        chain: Vec<Urn>,
        /// The others.
        with: BTreeSet<Urn>,
    },
    /// Its links lead in a circle, which contradicts itself: a person decides.
    #[serde(rename = "circular")]
    Circular {
        /// The circle, each followed by the next and the last by the first.
        circle: Vec<Urn>,
    },
}

impl Succession {
    /// The one school of today that is this one: itself, or what alone took its place.
    pub fn present(&self, urn: Urn) -> Option<Urn> {
        match self {
            Self::Unchanged => Some(urn),
            Self::Succeeded { chain } => chain.last().copied(),
            _ => None,
        }
    }
}

/// Where the history of a school ends.
#[derive(Clone, Copy, Debug)]
struct End {
    /// The one last school; none where there are several.
    at: Option<Urn>,
    /// The longest way to an end, in links.
    length: usize,
    /// The next school on that way.
    next: Option<Urn>,
    /// Whether a link on the way is called a merger.
    merged: bool,
    /// Whether a link on the way is called a split.
    split: bool,
}

/// The histories of all schools in a file of links.
///
/// A school that is open ends a history. Of two that became one, where no link says which goes on, the one
/// that alone is open does. What the words of the links do not say cannot be known: a school that plainly
/// succeeds another, and had a life before, is taken for nothing but its successor.
#[derive(Clone, Debug)]
pub struct Successions {
    standings: BTreeMap<Urn, Standing>,
    after: BTreeMap<Urn, BTreeMap<Urn, BTreeSet<Manner>>>,
    before: BTreeMap<Urn, BTreeSet<Urn>>,
    together: BTreeMap<Urn, BTreeSet<Urn>>,
    /// Without those whose links lead in a circle.
    ends: BTreeMap<Urn, End>,
}

impl Successions {
    /// Histories by these links, those of a later day than `on` left out and those without a day kept, and
    /// by what a register says of each school.
    ///
    /// Complexity: *n* log *n* in the links.
    ///
    /// # Example
    /// ```
    /// # use collegium_register::{links::Links, source::Source};
    /// # use collegium_register::succession::{Standing, Succession, Successions};
    /// let file = "URN,LinkURN,LinkType\n900001,900002,Successor\n900003,900002,Predecessor\n";
    /// let links = Links::read(Source::new("links.csv", file.as_bytes()))?;
    /// let histories = Successions::new(&links, None, |_| Standing::Unlisted);
    /// let [first, second, third] = ["900001", "900002", "900003"].map(|urn| urn.parse().unwrap());
    /// let became = histories.of(first);
    /// assert_eq!(became, Succession::Succeeded { chain: vec![second, third] });
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(links: &Links, on: Option<NaiveDate>, standing: impl Fn(Urn) -> Standing) -> Self {
        let holds = |since: Option<NaiveDate>| since.zip(on).is_none_or(|(since, on)| since <= on);
        let named = links.named.iter();
        let mut all = Self {
            standings: named.map(|&urn| (urn, standing(urn))).collect(),
            after: BTreeMap::new(),
            before: BTreeMap::new(),
            together: BTreeMap::new(),
            ends: BTreeMap::new(),
        };
        for (&(earlier, later), arc) in &links.arcs {
            if holds(arc.established) {
                all.link(earlier, later, &arc.manners);
            }
        }
        let merged = BTreeSet::from([Manner::Merged]);
        for (&(one, other), &since) in &links.together {
            if !holds(since) {
                continue;
            }
            match [one, other].map(|urn| all.is_open(urn)) {
                [true, false] => all.link(other, one, &merged),
                [false, true] => all.link(one, other, &merged),
                [true, true] => {}
                [false, false] => {
                    all.together.entry(one).or_default().insert(other);
                    all.together.entry(other).or_default().insert(one);
                }
            }
        }
        all.find_ends();
        all
    }

    /// What became of a school.
    ///
    /// Complexity: what follows it, and what came before that.
    pub fn of(&self, urn: Urn) -> Succession {
        if !self.standings.contains_key(&urn) {
            return Succession::Unknown;
        }
        let Some(end) = self.ends.get(&urn) else {
            let circle = self.circle_after(urn);
            return Succession::Circular { circle };
        };
        let Some(last) = end.at.filter(|_| !end.split) else {
            let all = reached(urn, |at| self.after(at));
            let into = all.into_iter().filter(|at| !self.after.contains_key(at));
            return Succession::Split { into: into.collect() };
        };
        let next = |at: &Urn| self.ends.get(at).and_then(|end| end.next);
        let chain: Vec<Urn> = std::iter::successors(next(&urn), next).collect();
        if let Some(with) = self.together.get(&last) {
            let with = with.clone();
            return Succession::Untold { chain, with };
        }
        if self.standings.get(&last) == Some(&Standing::Closed) {
            return Succession::Closed { chain };
        }
        if chain.is_empty() {
            return Succession::Unchanged;
        }
        let with = self.joined(urn);
        if end.merged || !with.is_empty() {
            Succession::Merged { chain, with }
        } else {
            Succession::Succeeded { chain }
        }
    }

    /// Every school whose history leads to this one; it is not among them, a circle aside.
    ///
    /// Complexity: what came before it.
    pub fn ancestors(&self, urn: Urn) -> BTreeSet<Urn> {
        reached(urn, |at| self.before(at))
    }

    /// Those that came into its history from outside.
    fn joined(&self, urn: Urn) -> BTreeSet<Urn> {
        let (later, earlier) = (reached(urn, |at| self.after(at)), self.ancestors(urn));
        let outside = later.iter().flat_map(|&at| self.before(at));
        let outside = outside.filter(|at| *at != urn && !later.contains(at) && !earlier.contains(at));
        outside.collect()
    }

    fn is_open(&self, urn: Urn) -> bool {
        self.standings.get(&urn) == Some(&Standing::Open)
    }

    fn link(&mut self, earlier: Urn, later: Urn, manners: &BTreeSet<Manner>) {
        if self.is_open(earlier) {
            return;
        }
        let after = self.after.entry(earlier).or_default();
        after.entry(later).or_default().extend(manners);
        self.before.entry(later).or_default().insert(earlier);
    }

    fn after(&self, urn: Urn) -> impl Iterator<Item = Urn> {
        let after = self.after.get(&urn).into_iter();
        after.flat_map(|after| after.keys().copied())
    }

    fn before(&self, urn: Urn) -> impl Iterator<Item = Urn> {
        self.before.get(&urn).into_iter().flatten().copied()
    }

    /// Takes last schools off, one after the other, until none is left or only circles and what leads there
    /// (Kahn 1962, doi:10.1145/368996.369025, from the far end).
    fn find_ends(&mut self) {
        let left = |urn: &Urn| self.after.get(urn).map_or(0, BTreeMap::len);
        let mut left: BTreeMap<Urn, usize> = self.standings.keys().map(|urn| (*urn, left(urn))).collect();
        let last = left.iter().filter(|(_, left)| **left == 0);
        let mut ready: VecDeque<Urn> = last.map(|(urn, _)| *urn).collect();
        while let Some(urn) = ready.pop_front() {
            let end = self.end_of(urn);
            self.ends.insert(urn, end);
            for earlier in self.before.get(&urn).into_iter().flatten() {
                if let Some(left) = left.get_mut(earlier) {
                    *left -= 1;
                    if *left == 0 {
                        ready.push_back(*earlier);
                    }
                }
            }
        }
    }

    /// The end of a history, where that of every next school is known.
    fn end_of(&self, urn: Urn) -> End {
        let mut found: Option<End> = None;
        for (&next, manners) in self.after.get(&urn).into_iter().flatten() {
            let Some(after) = self.ends.get(&next) else {
                continue;
            };
            let merged = after.merged || manners.contains(&Manner::Merged);
            let split = after.split || manners.contains(&Manner::Split);
            let length = after.length + 1;
            let next = Some(next);
            found = Some(match found {
                None => End {
                    at: after.at,
                    length,
                    next,
                    merged,
                    split,
                },
                Some(other) => End {
                    at: other.at.filter(|at| after.at == Some(*at)),
                    length: other.length.max(length),
                    next: if length > other.length { next } else { other.next },
                    merged: other.merged || merged,
                    split: other.split || split,
                },
            });
        }
        found.unwrap_or(End {
            at: Some(urn),
            length: 0,
            next: None,
            merged: false,
            split: false,
        })
    }

    /// The circle to which the lowest numbers lead.
    fn circle_after(&self, urn: Urn) -> Vec<Urn> {
        let mut way = vec![urn];
        let mut places = BTreeMap::from([(urn, 0)]);
        let mut at = urn;
        while let Some(next) = self.after(at).find(|next| !self.ends.contains_key(next)) {
            if let Some(&first) = places.get(&next) {
                return way.split_off(first);
            }
            places.insert(next, way.len());
            way.push(next);
            at = next;
        }
        way
    }
}

/// Everything that steps lead to, one step at least.
fn reached<I: Iterator<Item = Urn>>(from: Urn, step: impl Fn(Urn) -> I) -> BTreeSet<Urn> {
    let mut all = BTreeSet::new();
    let mut ahead: Vec<Urn> = step(from).collect();
    while let Some(urn) = ahead.pop() {
        if all.insert(urn) {
            ahead.extend(step(urn));
        }
    }
    all
}
