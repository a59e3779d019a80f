//! Help among numbered schools, for tests to draw.

use collegium_matching::support_network::SupportNetwork;
use proptest::prelude::*;

/// Help among numbered schools: giver, taker, round, units.
#[derive(Clone, Debug)]
pub(crate) struct Records {
    pub(crate) schools: usize,
    pub(crate) help: Vec<(usize, usize, u64, u64)>,
}

impl Records {
    /// Ids fall as numbers rise, so that the order of ids is not that of arrival.
    pub(crate) fn id(&self, school: usize) -> String {
        format!("s{:05}", self.schools - school)
    }

    pub(crate) fn build(&self) -> SupportNetwork {
        let mut builder = SupportNetwork::builder();
        for school in 0..self.schools {
            builder.school(&self.id(school));
        }
        let mut rounds: Vec<u64> = self.help.iter().map(|record| record.2).collect();
        rounds.sort_unstable();
        rounds.dedup();
        for round in rounds {
            builder.next_round();
            for &(giver, taker, _, units) in self.help.iter().filter(|record| record.2 == round) {
                builder.help(&self.id(giver), &self.id(taker), units);
            }
        }
        builder.build().unwrap()
    }
}

pub(crate) fn records(
    schools: impl Strategy<Value = usize>,
    help_a_school: usize,
) -> impl Strategy<Value = Records> {
    schools.prop_flat_map(move |schools| {
        let end = 0..schools.max(1);
        let record = (end.clone(), end, 0..3u64, 1..4u64);
        proptest::collection::vec(record, 0..=help_a_school * schools).prop_map(move |mut help| {
            help.retain(|(giver, taker, ..)| giver != taker);
            Records { schools, help }
        })
    })
}
