//! The best plan over all needs, those that are helped included, that moves help only where it is worth it.

use super::{Choice, OptimalBatch, Policy, PolicyFailed};
use crate::{scenario::Scenario, view::View};
use collegium_engine::matching::score::Score;

/// Plans anew for all needs whenever it is asked: most needs met, then the best score, in which help that stays
/// counts the price of a change more. A need more that is met is worth any price; a better giver, or a more severe
/// need in the place of another, only what it scores.
#[derive(Clone, Copy, Debug)]
pub struct LeastChange {
    round: OptimalBatch,
    price: Option<Score>,
}

impl LeastChange {
    /// Points that a move must be worth where nobody says: a rank of severity, or half of what nearness counts. An
    /// assumption.
    pub const PRICE: f64 = 20.0;
    /// No price is higher, but one that nothing is worth.
    pub const DEAREST: f64 = 1e6;

    /// With so many points a move, from 0 to [`LeastChange::DEAREST`]. Where none are told help is never moved, and
    /// each choice is a round as of [`OptimalBatch`].
    pub fn new(scenario: &Scenario, price: Option<f64>) -> Self {
        Self {
            round: OptimalBatch::new(scenario),
            price: price.map(in_micros),
        }
    }
}

/// Points to the millionth, and one millionth more: what gains nothing moves nothing.
#[expect(clippy::cast_possible_truncation, reason = "bounded before")]
fn in_micros(points: f64) -> Score {
    let micros = (points.clamp(0.0, LeastChange::DEAREST) * 1e6) as i64;
    Score::from_micros(micros + 1).unwrap_or(Score::ZERO)
}

impl Policy for LeastChange {
    fn name(&self) -> &'static str {
        "least_change"
    }

    fn moves_help(&self) -> bool {
        self.price.is_some()
    }

    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        let policy = self.name().to_owned();
        let round = self.round.choose(view);
        let round = round.map_err(|failed| PolicyFailed { policy, ..failed })?;
        let Some(price) = self.price else { return Ok(round) };
        Ok(Choice::Anew {
            candidates: self.round.candidates(),
            price,
        })
    }
}
