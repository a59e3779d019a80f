//! Another policy, in which help is asked only for some of those that wait.

use super::{Choice, Policy, PolicyFailed};
use crate::view::{Asking, View};

/// Another policy, in which help is asked only for some of those that wait. For moments that come as things
/// happen: where givers are chosen at once.
///
/// Where schools swap help, those for whom nobody asks wait to be asked. Elsewhere they are not helped.
#[derive(Debug)]
pub struct OnlyWhoAsks {
    name: &'static str,
    asking: Asking,
    of: Box<dyn Policy>,
}

impl OnlyWhoAsks {
    /// Everybody is asked for once, as it becomes known. Greedy matching, where schools swap help.
    pub fn on_arrival(of: Box<dyn Policy>) -> Self {
        Self {
            name: "on_arrival",
            asking: Asking::WhoComes,
            of,
        }
    }

    /// Everybody is asked for once, as its school gives up. Patient matching, where schools swap help.
    pub fn on_leaving(of: Box<dyn Policy>) -> Self {
        Self {
            name: "on_leaving",
            asking: Asking::WhoLeaves,
            of,
        }
    }
}

impl Policy for OnlyWhoAsks {
    fn name(&self) -> &str {
        self.name
    }

    fn is_clairvoyant(&self) -> bool {
        self.of.is_clairvoyant()
    }

    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        self.of.choose(&view.asking(self.asking))
    }
}
