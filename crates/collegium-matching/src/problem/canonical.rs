//! The name of a problem: a hash over one canonical form, the same for every order of its input.

use super::{GiverIndex, Problem, TakerIndex};
use crate::score_model::Apart;
use serde::{Deserialize, Serialize, de};
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fmt, str::FromStr};

/// Begins the hashed bytes; a change of the form below changes it.
const FORM: &[u8] = b"collegium-matching problem 1\n";

/// The SHA-256 of a problem's canonical form; on the wire 64 small hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = "^[0-9a-f]{64}$")))]
pub struct ProblemHash([u8; 32]);

/// Text that is no problem hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a problem hash is 64 digits from 0-9 and a-f")]
pub struct NotAProblemHash;

impl Problem {
    /// The name of this problem. A forbidden pair counts as a pair that is not there.
    ///
    /// # Shape
    /// SHA-256 over the form's name; the number of givers, and for each by id the length of the id, the
    /// id and the capacity; the takers likewise; and for each taker the number of its pairs, and for
    /// each by giver the giver's rank and the score in millionths. Numbers are little-endian, lengths
    /// and counts of 64 bits, ranks, capacities and demands of 32, scores of 64. Where there is a minimum, a
    /// group or a required pair, there follow the name of that part; per side the number of members with a
    /// minimum, for each its rank and its minimum, the number of groups, for each by id its id, maximum,
    /// minimum, the group it lies in and whether it is a team, and the number of members in a group, for each
    /// its rank and group; and the required pairs, as ranks. No group is 2³² − 1. Where a present plan has a
    /// possible pair, there follow that part's name, the price of a change, and those pairs. Where there is a limit
    /// of the way, or the way of a possible pair is known, there follow that part's name, for distance and travel
    /// time a byte, 1 where there is a limit, and the limit or 0, the number of such pairs, and for each its ranks, then its distance and its
    /// travel time in the same form. A pair too far apart counts as one that is not there.
    ///
    /// # Complexity
    /// Linear; computed at each call.
    pub fn hash(&self) -> ProblemHash {
        let mut hasher = Sha256::new();
        hasher.update(FORM);
        hash_side(&mut hasher, &self.giver_ids, &self.capacities);
        hash_side(&mut hasher, &self.taker_ids, &self.demands);
        let mut row = Vec::new();
        for taker in self.takers() {
            let pairs = self.pairs_of(taker.index);
            row.clear();
            row.extend((pairs.len() as u64).to_le_bytes());
            for pair in pairs {
                row.extend(pair.giver.0.to_le_bytes());
                row.extend(pair.score.micros().to_le_bytes());
            }
            hasher.update(&row);
        }
        if !self.is_plain() {
            self.hash_limits(&mut hasher);
        }
        if !self.present.pairs.is_empty() {
            hasher.update(PRESENT);
            hasher.update(self.present.price.micros().to_le_bytes());
            hash_list(&mut hasher, pairs(&self.present.pairs));
        }
        self.hash_ways(&mut hasher);
        ProblemHash(hasher.finalize().into())
    }
}

/// Begins what is hashed of a present plan.
const PRESENT: &[u8] = b"present 1\n";

/// Begins what is hashed of distances and travel times.
const WAYS: &[u8] = b"ways 1\n";

/// Begins what is hashed of minimums, groups and required pairs.
const LIMITS: &[u8] = b"limits 1\n";

impl Problem {
    fn hash_ways(&self, hasher: &mut Sha256) {
        let limit = self.within();
        let ways: Vec<_> = (self.ways.of.iter())
            .filter(|((taker, giver), _)| self.score(GiverIndex(*giver), TakerIndex(*taker)).is_some())
            .collect();
        if limit == Apart::default() && ways.is_empty() {
            return;
        }
        hasher.update(WAYS);
        hash_way(hasher, limit);
        hasher.update((ways.len() as u64).to_le_bytes());
        for ((taker, giver), apart) in ways {
            hasher.update(taker.to_le_bytes());
            hasher.update(giver.to_le_bytes());
            hash_way(hasher, *apart);
        }
    }

    fn hash_limits(&self, hasher: &mut Sha256) {
        hasher.update(LIMITS);
        let limits = &self.limits;
        for (minimums, groups) in [
            (&limits.giver_minimums, &limits.giver_groups),
            (&limits.taker_minimums, &limits.taker_groups),
        ] {
            let minimums = (0_u32..)
                .zip(minimums.iter().copied())
                .filter(|(_, minimum)| *minimum > 0);
            hash_list(
                hasher,
                minimums.map(|(member, minimum)| [member, minimum]).collect(),
            );
            hasher.update((groups.ids.len() as u64).to_le_bytes());
            for group in groups.all() {
                let within = group.within.map_or(u32::MAX, |it| it.0);
                hasher.update((group.id.len() as u64).to_le_bytes());
                hasher.update(group.id.as_bytes());
                for number in [group.maximum, group.minimum, within, u32::from(group.is_team)] {
                    hasher.update(number.to_le_bytes());
                }
            }
            let members = (0_u32..)
                .zip(&groups.of)
                .filter_map(|(member, group)| Some([member, (*group)?.0]));
            hash_list(hasher, members.collect());
        }
        hash_list(hasher, pairs(&limits.required));
    }
}

fn hash_way(hasher: &mut Sha256, apart: Apart) {
    let distance = apart.distance.map(|it| it.0);
    for known in [distance, apart.travel_time.map(|it| it.0)] {
        hasher.update([u8::from(known.is_some())]);
        hasher.update(known.unwrap_or(0).to_le_bytes());
    }
}

/// Pairs as ranks, by taker, then giver.
fn pairs(pairs: &BTreeSet<(u32, u32)>) -> Vec<[u32; 2]> {
    pairs.iter().map(|(taker, giver)| [*taker, *giver]).collect()
}

fn hash_list(hasher: &mut Sha256, list: Vec<[u32; 2]>) {
    hasher.update((list.len() as u64).to_le_bytes());
    for number in list.into_iter().flatten() {
        hasher.update(number.to_le_bytes());
    }
}

fn hash_side(hasher: &mut Sha256, ids: &[Box<str>], units: &[u32]) {
    hasher.update((ids.len() as u64).to_le_bytes());
    for (id, units) in ids.iter().zip(units) {
        hasher.update((id.len() as u64).to_le_bytes());
        hasher.update(id.as_bytes());
        hasher.update(units.to_le_bytes());
    }
}

impl fmt::Display for ProblemHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ProblemHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ProblemHash({self})")
    }
}

impl FromStr for ProblemHash {
    type Err = NotAProblemHash;

    fn from_str(text: &str) -> Result<Self, NotAProblemHash> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Ok(byte - b'0'),
            b'a'..=b'f' => Ok(byte - b'a' + 10),
            _ => Err(NotAProblemHash),
        };
        let (digits, rest) = text.as_bytes().as_chunks::<2>();
        if !rest.is_empty() || digits.len() != 32 {
            return Err(NotAProblemHash);
        }
        let mut hash = [0; 32];
        for (byte, [high, low]) in hash.iter_mut().zip(digits) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Self(hash))
    }
}

impl Serialize for ProblemHash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ProblemHash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}
