//! What can be asked about help that may be moved, and about what is late over the whole network.

use crate::face::{
    Fault, Handle,
    request::{AskedAllocation, AskedCounterfactual, AskedMoment, AskedReallocation},
    response::{Late, Reallocations, Spread, Supposed},
};

impl Handle {
    /// What is late anywhere in the network.
    ///
    /// # Errors
    /// [`Fault::NetworkNotOpen`].
    pub fn overdue(&self, asked: &AskedMoment) -> Result<Late, Fault> {
        self.opened()?;
        let mut overdue = self.network().overdue(asked.at);
        if let Some(shown) = self.shown(asked.shown_to.as_ref()) {
            overdue = shown.overdue(overdue);
        }
        Ok(Late { overdue })
    }

    /// What the rule recommends for every need that is watched, and what would follow.
    ///
    /// # Errors
    /// [`Fault::NetworkNotOpen`].
    pub fn reallocation(&self, asked: &AskedReallocation) -> Result<Reallocations, Fault> {
        self.opened()?;
        let mut needs = self.network().reallocation(&asked.candidates);
        if let Some(shown) = self.shown(asked.shown_to.as_ref()) {
            needs = needs
                .into_iter()
                .filter_map(|it| shown.reallocation(it))
                .collect();
        }
        Ok(Reallocations { needs })
    }

    /// What would be recommended under a supposition; without one, what would change the outcome.
    ///
    /// # Errors
    /// [`Fault::NetworkNotOpen`]; [`Fault::NotObserved`] with every place at which nothing was observed, told
    /// to whoever may see the need.
    pub fn counterfactual(&self, asked: &AskedCounterfactual) -> Result<Supposed, Fault> {
        self.opened()?;
        let (need, candidates, network) = (asked.need, &asked.candidates, self.network());
        let shown = self.shown(asked.shown_to.as_ref());
        let redacted = |it| match shown {
            Some(shown) => shown.reallocation(it),
            None => Some(it),
        };
        let Some(now) = network.reallocation_of(need, candidates).and_then(redacted) else {
            return Ok(Supposed::default());
        };
        let mut answer = Supposed {
            now: Some(now),
            ..Supposed::default()
        };
        match &asked.supposing {
            Some(supposed) => {
                let under = network.reallocation_supposing(need, supposed, candidates)?;
                answer.supposed = under.and_then(redacted);
            }
            None => answer.found = network.counterfactuals(need),
        }
        Ok(answer)
    }

    /// How help is spread over schools with more and with fewer disadvantaged pupils.
    ///
    /// # Errors
    /// [`Fault::NetworkNotOpen`]; [`Fault::NotSchools`] with everything that is no school of the network.
    pub fn allocation(&self, asked: &AskedAllocation) -> Result<Spread, Fault> {
        self.opened()?;
        let is_seen = self
            .shown(asked.shown_to.as_ref())
            .is_none_or(|shown| shown.plans());
        let allocation = if is_seen {
            Some(self.network().allocation(&asked.disadvantaged)?)
        } else {
            None
        };
        Ok(Spread { allocation })
    }
}
