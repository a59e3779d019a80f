//! What must hold in every state and every step of every world.

use crate::kinds::{people, protocol};
use collegium_cycle::{
    actions::Action,
    acts::{Act, Command, Kind},
    child::Child,
    cycle::Cycle,
    decide::Accepted,
    deployment::DeploymentPhase,
    kit::{Story, Who, search::Watch},
    refusal::{Blocker, Refusal},
    request::RequestKind,
};
use collegium_model::code::Role;
use std::collections::BTreeSet;

pub(crate) struct Laws {
    people: Vec<Who>,
    /// What each of the people can do in the state that is looked at.
    actions: Vec<Vec<Action>>,
    /// Acts that were accepted somewhere.
    pub(crate) accepted: BTreeSet<Act>,
}

impl Default for Laws {
    fn default() -> Self {
        Self {
            people: people(&protocol()).to_vec(),
            actions: Vec::new(),
            accepted: BTreeSet::new(),
        }
    }
}

impl Watch for Laws {
    fn state(&mut self, story: &Story) -> Result<(), String> {
        let of = |who| story.cycle.actions(&story.context(who), &story.rules);
        self.actions = self.people.iter().map(of).collect();
        closed_means_nothing_open(&story.cycle)?;
        no_help_without_leave(story)
    }

    fn step(
        &mut self,
        before: &Story,
        who: &Who,
        command: &Command,
        outcome: &Result<Accepted, Refusal>,
        after: &Cycle,
    ) -> Result<(), String> {
        let act = command.act();
        let at = self.people.iter().position(|it| it.person == who.person).unwrap();
        actions_agree(&self.actions[at], command, outcome)?;
        match outcome {
            Err(_) if *after != before.cycle => Err("a refused command changed something".to_owned()),
            Err(refusal) => fact_refused(act, refusal),
            Ok(_) => {
                self.accepted.insert(act);
                no_wish_opens_a_gap(before, act, after)?;
                no_fact_rewinds(before, command, after)?;
                pause_loses_nothing(before, act, after)
            }
        }
    }
}

fn closed_means_nothing_open(cycle: &Cycle) -> Result<(), String> {
    let closed = cycle.opened.is_some() && !cycle.is_open();
    match cycle.open_children().next() {
        Some(child) if closed => Err(format!("the cycle is closed and {child} is open")),
        _ => Ok(()),
    }
}

fn no_help_without_leave(story: &Story) -> Result<(), String> {
    let cycle = &story.cycle;
    for (id, deployment) in &cycle.deployments {
        let agreed = matches!(
            deployment.phase(),
            DeploymentPhase::Agreed
                | DeploymentPhase::Active
                | DeploymentPhase::Tapering
                | DeploymentPhase::Completed
                | DeploymentPhase::ImpactReviewed
        );
        if !agreed {
            continue;
        }
        let consented = |role: &Role| deployment.consents.iter().any(|consent| consent.by == *role);
        if !story.rules.consents().iter().all(consented) {
            return Err(format!("deployment {id} was agreed without every consent"));
        }
        let mut declarations = cycle
            .requests
            .values()
            .filter(|it| it.deployment == Some(*id) && it.kind == RequestKind::ConflictDeclaration);
        if declarations.clone().count() == 0 || !declarations.all(|it| it.clear == Some(true)) {
            return Err(format!("deployment {id} was agreed without cleared conflicts"));
        }
    }
    Ok(())
}

/// What `actions` blocks, `decide` refuses for the same reasons and perhaps more; what `decide` accepts,
/// `actions` lists as allowed.
fn actions_agree(
    actions: &[Action],
    command: &Command,
    outcome: &Result<Accepted, Refusal>,
) -> Result<(), String> {
    let (act, child) = (command.act(), command.child());
    let listed = actions
        .iter()
        .find(|it| it.act == act && it.child.is_none_or(|of| of == child));
    match (outcome, listed) {
        (Ok(_), None) => Err(format!("{act} is accepted and not among the actions")),
        (Ok(_), Some(action)) if !action.is_allowed() => {
            Err(format!("{act} is accepted and blocked among the actions"))
        }
        (Err(refusal), Some(action)) => {
            let missing = action.blockers.iter().find(|it| !refusal.blockers.contains(it));
            missing.map_or(Ok(()), |it| {
                Err(format!(
                    "{act} is blocked by {} and not refused for it",
                    it.blocker.code()
                ))
            })
        }
        _ => Ok(()),
    }
}

/// A report of fact is refused only where it is malformed.
fn fact_refused(act: Act, refusal: &Refusal) -> Result<(), String> {
    let malformed = |blocker: &Blocker| {
        matches!(
            blocker,
            Blocker::Unknown { .. }
                | Blocker::ExistsAlready { .. }
                | Blocker::CycleNotOpen
                | Blocker::OtherSchool { .. }
                | Blocker::InTheFuture { .. }
                | Blocker::NoUnits
        )
    };
    match refusal.blockers.iter().find(|it| !malformed(&it.blocker)) {
        Some(blocked) if act.kind() == Kind::Fact => {
            Err(format!("the fact {act} is refused: {}", blocked.blocker))
        }
        _ => Ok(()),
    }
}

fn no_wish_opens_a_gap(before: &Story, act: Act, after: &Cycle) -> Result<(), String> {
    let today = before.now.date();
    let gaps = |cycle: &Cycle| cycle.leadership_gaps(today).len();
    if act.kind() == Kind::Wish && gaps(after) > gaps(&before.cycle) {
        return Err(format!("{act} opens a gap in leadership"));
    }
    Ok(())
}

/// A late fact attaches and moves what it is about forward at most: an ended machine stays where it is.
fn no_fact_rewinds(before: &Story, command: &Command, after: &Cycle) -> Result<(), String> {
    let child = command.child();
    if command.act().kind() != Kind::Fact || child == Child::Cycle {
        return Ok(());
    }
    let was_open = before.cycle.open_children().any(|it| it == child);
    let (was, now) = (before.cycle.stands(child), after.stands(child));
    if was.is_some() && !was_open && was.map(|it| it.0) != now.map(|it| it.0) {
        return Err(format!("{} moved {child}, which had ended", command.act()));
    }
    Ok(())
}

/// A pause and a resumption change nothing but the cycle's own phase and its list of pauses.
fn pause_loses_nothing(before: &Story, act: Act, after: &Cycle) -> Result<(), String> {
    if !matches!(act, Act::PauseCycle | Act::ResumeCycle) {
        return Ok(());
    }
    let bare = |cycle: &Cycle| {
        let mut cycle = cycle.clone();
        if let (Some(opened), Some(of)) = (&mut cycle.opened, &before.cycle.opened) {
            (opened.phase, opened.since) = (of.phase, of.since);
            opened.pauses.clear();
        }
        cycle
    };
    if bare(after) == bare(&before.cycle) {
        Ok(())
    } else {
        Err(format!("{act} changed more than clocks"))
    }
}
