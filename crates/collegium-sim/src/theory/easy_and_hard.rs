//! Dynamic matching where some are easy to pair and some are hard.

use crate::{
    counts::{float, length, whole},
    parameter::{Check, Faults},
};

/// As [`PairMarket`](super::PairMarket), but `hard` and `easy` agents come in a mean stay. Two hard ones are never
/// compatible, any other two with chance p. Of those who are compatible one is drawn, each alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EasyAndHard {
    arrivals: [f64; 2],
    strangers: f64,
}

/// What becomes of such a market.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fate {
    /// The share of all agents that leave unhelped.
    pub loss: f64,
    /// How many wait on average.
    pub waiting: f64,
}

/// How many hard ones wait, and how many easy ones.
type Waiting = [u64; 2];

const HARD: usize = 0;
const EASY: usize = 1;

/// No more come of either kind in a stay: the chain has a state for each pair of numbers.
const MOST: f64 = 60.0;

impl EasyAndHard {
    /// With `hard` and `easy` from 0 to 60, not both 0, and `chance` above 0.
    ///
    /// # Source
    /// Ashlagi, Nikzad & Strack (2023), *Matching in dynamic imbalanced markets*. There the market grows while the
    /// chance stays; here it is of any size, by the chain on how many of each kind wait.
    pub fn new(hard: f64, easy: f64, chance: f64) -> Result<Self, Faults> {
        let must = format!("be from 0 to {MOST}");
        Check::default()
            .that((0.0..=MOST).contains(&hard), "hard", hard, must.clone())
            .that((0.0..=MOST).contains(&easy), "easy", easy, must)
            .that(
                hard != 0.0 || easy != 0.0,
                "hard and easy together",
                hard + easy,
                "be above 0",
            )
            .that(
                chance > 0.0 && chance <= 1.0,
                "chance",
                chance,
                "be above 0, and 1 or less",
            )
            .done()?;
        Ok(Self {
            arrivals: [hard, easy],
            strangers: 1.0 - chance,
        })
    }

    /// Where each is paired as it comes, if it can be.
    ///
    /// # Complexity
    /// As [`EasyAndHard::patient`].
    pub fn greedy(&self) -> Fate {
        self.settle(|waiting, kind, moves| {
            let (comes, leaves) = (self.arrivals[kind], float(waiting[kind]));
            let [hard, easy] = self.partner(waiting, kind);
            moves.push((less(waiting, HARD), comes * hard, 0.0));
            moves.push((less(waiting, EASY), comes * easy, 0.0));
            moves.push((more(waiting, kind), comes * (1.0 - hard - easy), 0.0));
            moves.push((less(waiting, kind), leaves, 1.0));
        })
    }

    /// Where each is paired only as it is about to leave, if it can be.
    ///
    /// # Complexity
    /// Numbers of hard ones × numbers of easy ones, in some hundred sweeps.
    pub fn patient(&self) -> Fate {
        self.settle(|waiting, kind, moves| {
            moves.push((more(waiting, kind), self.arrivals[kind], 0.0));
            let leaves = float(waiting[kind]);
            let others = less(waiting, kind);
            let [hard, easy] = self.partner(others, kind);
            moves.push((less(others, HARD), leaves * hard, 0.0));
            moves.push((less(others, EASY), leaves * easy, 0.0));
            moves.push((others, leaves * (1.0 - hard - easy), 1.0));
        })
    }

    /// The chances that one of a kind is paired with a hard one of those that wait, and with an easy one.
    fn partner(&self, waiting: Waiting, kind: usize) -> [f64; 2] {
        let [hard, easy] = if kind == HARD { [0, waiting[EASY]] } else { waiting };
        let all = hard + easy;
        let somebody = 1.0 - libm::pow(self.strangers, float(all));
        [hard, easy].map(|of| somebody * float(of) / float(all.max(1)))
    }

    /// The stationary law of the chain whose moves out of a state, for each kind, are told with their rates and
    /// how many leave unhelped by each.
    ///
    /// Sweeps over the balance equations to and fro (Gauss–Seidel), until a sweep changes next to nothing.
    fn settle(&self, tell: impl Fn(Waiting, usize, &mut Vec<(Waiting, f64, f64)>)) -> Fate {
        let most = self.arrivals.map(|comes| {
            let spread = 8.0 * libm::sqrt(comes);
            if comes > 0.0 {
                whole(comes + spread) + 12
            } else {
                0
            }
        });
        let [most_hard, most_easy] = most;
        let width = most_easy + 1;
        let place = |[hard, easy]: Waiting| usize::try_from(hard * width + easy).unwrap_or(usize::MAX);
        let states = (0..=most_hard).flat_map(|hard| (0..=most_easy).map(move |easy| [hard, easy]));
        let states: Vec<Waiting> = states.collect();
        let mut into = vec![Vec::new(); states.len()];
        let mut out = vec![0.0; states.len()];
        let mut lost = vec![0.0; states.len()];
        let mut moves = Vec::new();
        for (from, waiting) in states.iter().enumerate() {
            moves.clear();
            tell(*waiting, HARD, &mut moves);
            tell(*waiting, EASY, &mut moves);
            let inside = |to: &Waiting| to[HARD] <= most_hard && to[EASY] <= most_easy;
            for (to, rate, unhelped) in moves.iter().filter(|(to, rate, _)| *rate > 0.0 && inside(to)) {
                into[place(*to)].push((from, *rate));
                out[from] += rate;
                lost[from] += rate * unhelped;
            }
        }
        let mut shares = vec![1.0 / length(&states); states.len()];
        for _ in 0..MOST_SWEEPS {
            let mut changed = 0.0;
            for state in (0..states.len()).rev().chain(0..states.len()) {
                let flows = into[state].iter().map(|(from, rate)| shares[*from] * rate);
                let share = flows.sum::<f64>() / out[state];
                changed += (share - shares[state]).abs();
                shares[state] = share;
            }
            let total: f64 = shares.iter().sum();
            for share in &mut shares {
                *share /= total;
            }
            if changed < 1e-14 {
                break;
            }
        }
        let mean =
            |worth: &dyn Fn(usize) -> f64| (0..states.len()).map(|it| worth(it) * shares[it]).sum::<f64>();
        Fate {
            loss: mean(&|state| lost[state]) / self.arrivals.iter().sum::<f64>(),
            waiting: mean(&|state| float(states[state].iter().sum())),
        }
    }
}

/// More than are ever needed; a bound, so that it ends.
const MOST_SWEEPS: u32 = 20_000;

fn more(mut waiting: Waiting, kind: usize) -> Waiting {
    waiting[kind] += 1;
    waiting
}

/// One fewer of a kind. Of none there is none fewer; no rate leads there.
fn less(mut waiting: Waiting, kind: usize) -> Waiting {
    waiting[kind] = waiting[kind].saturating_sub(1);
    waiting
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::PairMarket;

    #[test]
    fn without_hard_ones_all_are_alike() {
        for (arrivals, chance) in [(3.0, 0.5), (12.0, 0.2)] {
            let one = PairMarket::new(arrivals, arrivals * chance).unwrap();
            let two = EasyAndHard::new(0.0, arrivals, chance).unwrap();
            let (greedy, patient) = (two.greedy(), two.patient());
            assert!((greedy.loss - one.greedy_loss()).abs() < 1e-9);
            assert!((greedy.waiting - one.greedy_waiting()).abs() < 1e-9);
            assert!((patient.loss - one.patient_loss()).abs() < 1e-9);
            assert!((patient.waiting - one.patient_waiting()).abs() < 1e-9);
        }
    }

    #[test]
    fn hard_ones_alone_are_all_lost() {
        let alone = EasyAndHard::new(6.0, 0.0, 0.5).unwrap();
        for fate in [alone.greedy(), alone.patient()] {
            assert!((fate.loss - 1.0).abs() < 1e-6 && (fate.waiting - 6.0).abs() < 1e-4);
        }
    }

    #[test]
    fn whoever_comes_waits_or_is_paired() {
        let market = EasyAndHard::new(8.0, 5.0, 0.4).unwrap();
        // Greedy: all that wait leave at rate 1, unhelped.
        let greedy = market.greedy();
        assert!((greedy.waiting / 13.0 - greedy.loss).abs() < 1e-9);
        // Patient: whoever leaves has left at rate 1, unhelped or as one of a pair.
        let patient = market.patient();
        assert!((patient.waiting / 13.0 - patient.loss - (1.0 - patient.loss) / 2.0).abs() < 1e-9);
    }

    #[test]
    fn every_fault_at_once() {
        assert_eq!(EasyAndHard::new(-1.0, 61.0, 0.0).unwrap_err().iter().count(), 3);
        assert_eq!(
            EasyAndHard::new(0.0, 0.0, f64::NAN).unwrap_err().iter().count(),
            2
        );
    }
}
