//! What must hold in every state and every step of every world.

use crate::kinds::{people, protocol};
use collegium_cycle::{
    actions::Action,
    acts::{Act, Command, Event, Kind},
    child::{Child, Machine},
    cycle::Cycle,
    decide::{Accepted, CONSEQUENT_MOVES},
    deployment::DeploymentPhase,
    kit::{Story, Who, search::Watch},
    refusal::{Blocker, Refusal},
    request::RequestKind,
    review::{Review, ReviewPhase},
    rules::Rules,
};
use collegium_model::code::Role;
use std::collections::BTreeSet;

/// What somebody can do in a story, as a page would show it.
pub(crate) type Shown = fn(&Story, &Who) -> Vec<Action>;

pub(crate) struct Laws {
    people: Vec<Who>,
    /// Who lists the actions: the real engine, or one with a fault planted.
    shown: Shown,
    /// What each of the people can do in the state that is looked at.
    actions: Vec<Vec<Action>>,
    /// Acts that were accepted somewhere.
    pub(crate) accepted: BTreeSet<Act>,
    /// Moves that followed from an act about something else.
    pub(crate) followed: BTreeSet<Followed>,
}

/// An act, a machine of another kind, and from where to where it moved.
pub(crate) type Followed = (Act, Machine, &'static str, &'static str);

impl Default for Laws {
    fn default() -> Self {
        Self {
            people: people(&protocol()).to_vec(),
            shown: |story, who| story.cycle.actions(&story.context(who), &story.rules),
            actions: Vec::new(),
            accepted: BTreeSet::new(),
            followed: BTreeSet::new(),
        }
    }
}

impl Laws {
    /// The laws over what somebody else lists as the actions.
    pub(crate) fn over(shown: Shown) -> Self {
        Self {
            shown,
            ..Self::default()
        }
    }
}

impl Watch for Laws {
    fn state(&mut self, story: &Story) -> Result<(), String> {
        self.actions = self.people.iter().map(|who| (self.shown)(story, who)).collect();
        closed_means_nothing_open(&story.cycle)?;
        no_help_without_leave(story)?;
        no_visit_before_its_day(story)
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
            Err(refusal) => fact_refused(act, refusal),
            Ok(accepted) => {
                self.accepted.insert(act);
                no_fact_rewinds(before, command, after)?;
                self.followed
                    .extend(what_followed(before, command, accepted, after)?);
                two_pairs_of_eyes(before, who, command)?;
                no_wish_opens_a_gap(before, act, after)?;
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
        if deployment.is_live() && !rules_of(story).consents().iter().all(consented) {
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

/// The rules under which the cycle of a story runs: those to which it was moved, or the first.
pub(crate) fn rules_of(story: &Story) -> &Rules {
    let moved = story.cycle.opened.as_ref().and_then(|it| it.migrated.as_ref());
    let other = story.other.as_ref().filter(|rules| Some(rules.pin()) == moved);
    other.unwrap_or(&story.rules)
}

fn no_visit_before_its_day(story: &Story) -> Result<(), String> {
    let today = story.now.date();
    let begun =
        |review: &&Review| matches!(review.phase, ReviewPhase::InProgress | ReviewPhase::FeedbackGiven);
    match story
        .cycle
        .reviews
        .values()
        .find(begun)
        .and_then(|review| review.visit)
    {
        Some(visit) if visit > today => Err(format!("a visit of {visit} has begun by {today}")),
        _ => Ok(()),
    }
}

/// Who recommended does not decide.
fn two_pairs_of_eyes(before: &Story, who: &Who, command: &Command) -> Result<(), String> {
    let by = match command {
        Command::DecideReallocation(it) => before
            .cycle
            .decisions
            .get(&it.decision)
            .map(|it| it.recommended_by),
        Command::DecideApproval(it) => before
            .cycle
            .approvals
            .get(&it.approval)
            .map(|it| it.recommended_by),
        _ => None,
    };
    if by == Some(who.person) {
        return Err("somebody decided on their own recommendation".to_owned());
    }
    Ok(())
}

/// What moved otherwise than by the row of the command. Only what is told to follow may, and what ends with
/// that to which it belongs.
fn what_followed(
    before: &Story,
    command: &Command,
    accepted: &Accepted,
    after: &Cycle,
) -> Result<Vec<Followed>, String> {
    let mut followed = Vec::new();
    let act = command.act();
    let by_its_row = |child: Child, from, to| {
        let mut rows = Rules::table(child.machine()).iter();
        child == command.child()
            && rows.any(|row| row.act == act && row.to == Some(to) && row.from.contains(&from))
    };
    let stood = before.cycle.children();
    for (child, from) in stood.filter_map(|it| Some((it, before.cycle.stands(it)?.0))) {
        let Some((to, _)) = after.stands(child) else {
            return Err(format!("{child} is gone"));
        };
        let ended = |event: &Event| matches!(event, Event::ChildEnded(it) if it.child == child);
        if from == to || by_its_row(child, from, to) || accepted.events.iter().any(ended) {
            continue;
        }
        let moved = (act, child.machine(), from, to);
        if !CONSEQUENT_MOVES.contains(&moved) {
            return Err(format!("{act} moved {child} from {from} to {to}"));
        }
        followed.push(moved);
    }
    Ok(followed)
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
