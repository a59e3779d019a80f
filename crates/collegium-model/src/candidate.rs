//! Which offers come into question for a need, and what speaks for each, as data.

use crate::quantity::Metres;
use serde::{Deserialize, Serialize};

/// How needs and offers are brought together before matching. All parts are assumptions of whoever sets
/// them; the defaults are Collegium's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CandidateRules {
    /// The farthest giver in question, in metres, in a straight line; none where distance does not
    /// matter. With a limit, a school without a known place is paired with nobody.
    pub farthest: Option<Metres>,
    /// Points for each rank of severity (1 low to 4 urgent).
    pub severity_points: u16,
    /// Points where giver and taker serve the same stage of education.
    pub same_phase_points: u16,
    /// Points for a giver next door, falling in a straight line to none at `farthest`.
    pub nearness_points: u16,
}

impl Default for CandidateRules {
    fn default() -> Self {
        Self {
            farthest: Some(Metres(50_000)),
            severity_points: 20,
            same_phase_points: 30,
            nearness_points: 40,
        }
    }
}
