//! What one audience may see of a cycle: state, actions, refusals, clocks, todos and violations.
//!
//! The rules are those of the protocol's visibility, and three more that no protocol lifts: coaching is seen
//! by its own people, a veto by those whom it concerns, an interest by those who must avoid a conflict.

use crate::{
    actions::Action,
    acts::Act,
    child::{Child, Kept, Machine, for_each_child},
    clock::Clock,
    cycle::Cycle,
    decide::acting_role,
    deployment::Stage,
    protocol::diff::Unfit,
    refusal::{Blocked, Blocker, Refusal},
    rules::Rules,
    todo::{Todo, What},
    violation::Violation,
};
use collegium_model::{
    code::{Role, Roles},
    id::{NeedId, PersonId, SchoolId},
};
use serde::{Deserialize, Serialize};

/// Acts whose roles see why a deployment was declined, and by whom.
const SEE_DECLINES: &[Act] = &[Act::ProposeDeployment];

/// Acts whose roles see declared interests.
const SEE_INTERESTS: &[Act] = &[Act::FormTeam, Act::ProposeDeployment];

/// Whoever something is shown to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// The person.
    pub person: PersonId,
    /// The roles in which they look.
    pub roles: Vec<Role>,
    /// The school to which they belong, as far as the host says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<SchoolId>,
}

impl Audience {
    /// What they may see of a cycle under its rules. `cycle` is whole, as the log makes it.
    pub fn view<'a>(&'a self, cycle: &'a Cycle, rules: &'a Rules) -> View<'a> {
        View {
            audience: self,
            cycle,
            rules,
        }
    }
}

/// A cycle as one audience may see it.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    audience: &'a Audience,
    cycle: &'a Cycle,
    rules: &'a Rules,
}

macro_rules! define {
    ($($(#[$doc:meta])* $machine:ident $code:literal $words:literal ($id:ty) $field:ident $state:ty;)*) => {
        fn need_of(cycle: &Cycle, child: Child) -> Option<NeedId> {
            match child {
                Child::Cycle => None,
                $(Child::$machine(id) => cycle.$field.get(&id).and_then(Kept::need),)*
            }
        }

        fn prune(cycle: &mut Cycle, view: &View<'_>) {
            $(cycle.$field.retain(|id, _| view.sees(Child::$machine(*id)));)*
        }
    };
}
for_each_child!(define);

impl View<'_> {
    /// Whether they see a machine; one that does not exist counts as others of its kind, so that an answer
    /// does not tell which of the two it is.
    pub fn sees(&self, child: Child) -> bool {
        let shown = self.sees_kind(child.machine()) || self.takes_part(child);
        let need = need_of(self.cycle, child);
        shown && need.is_none_or(|need| child == Child::Need(need) || self.sees_kind(Machine::Need))
    }

    fn has_role(&self) -> bool {
        let known = &self.rules.protocol().roles;
        self.audience.roles.iter().any(|role| known.contains_key(role))
    }

    fn sees_kind(&self, machine: Machine) -> bool {
        let named = self.rules.protocol().visibility.get(&machine);
        let shown = match named {
            Some(roles) => acting_role(&self.audience.roles, roles).is_some(),
            None => machine != Machine::Coaching,
        };
        shown && self.has_role()
    }

    fn takes_part(&self, child: Child) -> bool {
        let Child::Coaching(id) = child else {
            return false;
        };
        let person = self.audience.person;
        let coaching = self.cycle.coachings.get(&id);
        self.has_role() && coaching.is_some_and(|it| it.coach == person || it.coached == person)
    }

    fn may_one_of(&self, acts: &[Act]) -> bool {
        let held = &self.audience.roles;
        self.has_role()
            && acts
                .iter()
                .any(|act| acting_role(held, self.rules.roles(*act)).is_some())
    }

    fn sees_interests(&self) -> bool {
        self.may_one_of(SEE_INTERESTS)
    }

    fn sees_decline(&self, by: &Role) -> bool {
        self.may_one_of(SEE_DECLINES) || (self.has_role() && self.audience.roles.contains(by))
    }

    /// Whether it is a deployment whose decline they may know nothing of but that it happened.
    fn hides_decline(&self, child: Child) -> bool {
        let Child::Deployment(id) = child else {
            return false;
        };
        match self.cycle.deployments.get(&id).map(|it| &it.stage) {
            Some(Stage::Declined { by, .. }) => !self.sees_decline(by),
            _ => false,
        }
    }

    /// The cycle without what they may not see.
    ///
    /// # Panics
    /// Never: the code that stands for a withheld role is a code.
    pub fn cycle(&self) -> Cycle {
        let mut shown = self.cycle.clone();
        prune(&mut shown, self);
        if !self.sees(Child::Cycle) {
            (shown.opened, shown.school_record) = Default::default();
        }
        if let Some(opened) = &mut shown.opened {
            opened.extensions.retain(|(child, _), _| self.sees(*child));
        }
        if !self.sees_interests() {
            shown.school_record.interests.clear();
        }
        for (id, deployment) in shown.deployments.iter_mut() {
            if self.hides_decline(Child::Deployment(*id)) {
                deployment.stage = Stage::Declined {
                    by: Role::new("withheld").expect("a plain word is a code"),
                    reason: None,
                };
                // Who has consented tells who has not.
                deployment.consents.clear();
            }
        }
        for (_, request) in shown.requests.iter_mut() {
            request.deployment = request.deployment.filter(|id| self.sees(Child::Deployment(*id)));
        }
        shown
    }

    /// Actions about what they see, with blockers that tell no more.
    pub fn actions(&self, actions: Vec<Action>) -> Vec<Action> {
        let shown = |action: &Action| match action.child {
            Some(child) => self.sees(child),
            None => self.sees_kind(action.act.machine()),
        };
        let redacted = |action: Action| Action {
            blockers: self.blockers(action.child, action.blockers),
            ..action
        };
        actions.into_iter().filter(shown).map(redacted).collect()
    }

    /// A refusal of a command about `asked`. It stays a refusal; about what they may not see it says the same
    /// whether that exists or not.
    pub fn refusal(&self, asked: Child, refusal: Refusal) -> Refusal {
        let blockers = if self.sees(asked) {
            self.blockers(Some(asked), refusal.blockers)
        } else {
            vec![withheld()]
        };
        Refusal { blockers }
    }

    /// Clocks of what they see.
    pub fn clocks(&self, mut clocks: Vec<Clock>) -> Vec<Clock> {
        clocks.retain(|clock| self.sees(clock.child));
        clocks
    }

    /// Todos about what they see.
    pub fn todos(&self, todos: Vec<Todo>) -> Vec<Todo> {
        let redacted = |todo: Todo| {
            let what = match todo.what {
                What::Settle(violation) => What::Settle(self.violation(violation)?),
                what => what,
            };
            Some(Todo { what, ..todo })
        };
        let seen = todos.into_iter().filter(|todo| self.sees(todo.child));
        seen.filter_map(redacted).collect()
    }

    /// Violations in what they see.
    pub fn violations(&self, violations: Vec<Violation>) -> Vec<Violation> {
        violations
            .into_iter()
            .filter_map(|it| self.violation(it))
            .collect()
    }

    fn violation(&self, violation: Violation) -> Option<Violation> {
        let about = match &violation {
            Violation::ConsentsToRenew { deployment, .. }
            | Violation::AgreedWithoutConsent { deployment, .. } => Child::Deployment(*deployment),
            Violation::VisitOnStrike { review, .. } => Child::Review(*review),
            Violation::CapacityBelowCommitments { .. } if !self.sees_kind(Machine::Deployment) => {
                return None;
            }
            _ => Child::Cycle,
        };
        match violation {
            _ if !self.sees(about) => None,
            Violation::ClosedButOpen { children } => {
                let children = self.seen(children);
                (!children.is_empty()).then_some(Violation::ClosedButOpen { children })
            }
            violation => Some(violation),
        }
    }

    fn seen(&self, children: Vec<Child>) -> Vec<Child> {
        children.into_iter().filter(|child| self.sees(*child)).collect()
    }

    fn blockers(&self, asked: Option<Child>, blockers: Vec<Blocked>) -> Vec<Blocked> {
        let mut shown: Vec<Blocked> = Vec::new();
        for blocked in blockers {
            let redacted = match self.blocker(asked, blocked.blocker) {
                Blocker::Withheld => withheld(),
                blocker => Blocked { blocker, ..blocked },
            };
            // Two would tell how much is hidden.
            if redacted.blocker != Blocker::Withheld || !shown.contains(&redacted) {
                shown.push(redacted);
            }
        }
        shown
    }

    fn blocker(&self, asked: Option<Child>, blocker: Blocker) -> Blocker {
        let or_withheld = |children: Vec<Child>, wrap: fn(Vec<Child>) -> Blocker| match self.seen(children) {
            seen if seen.is_empty() => Blocker::Withheld,
            seen => wrap(seen),
        };
        match blocker {
            Blocker::StillOpen { children } => {
                or_withheld(children, |children| Blocker::StillOpen { children })
            }
            Blocker::RestedUpon { children } => {
                or_withheld(children, |children| Blocker::RestedUpon { children })
            }
            Blocker::EnquiryUnanswered { enquiries } => {
                or_withheld(enquiries, |enquiries| Blocker::EnquiryUnanswered { enquiries })
            }
            Blocker::MigrationUnfit { mut unfit } => {
                unfit.retain(|it| match it {
                    Unfit::Stuck(it)
                    | Unfit::PhaseLeftOut(it)
                    | Unfit::NotAskedFor(it)
                    | Unfit::OtherSize(it)
                    | Unfit::NotConsented(it) => self.sees(*it),
                    Unfit::CodeUnknown(_) => self.sees(Child::Cycle),
                });
                if unfit.is_empty() {
                    return Blocker::Withheld;
                }
                Blocker::MigrationUnfit { unfit }
            }
            Blocker::Interested { .. } if !self.sees_interests() => Blocker::Withheld,
            Blocker::ConsentMissing { .. } | Blocker::ConsentNotDue { .. } | Blocker::ConsentTwice { .. }
                if asked.is_some_and(|child| self.hides_decline(child)) =>
            {
                Blocker::Withheld
            }
            blocker if self.sees_what_it_is_about(&blocker) => blocker,
            _ => Blocker::Withheld,
        }
    }

    fn sees_what_it_is_about(&self, blocker: &Blocker) -> bool {
        match blocker {
            Blocker::Unknown { child }
            | Blocker::ExistsAlready { child }
            | Blocker::WrongPhase { child, .. }
            | Blocker::DeadlineUnknown { child, .. } => self.sees(*child),
            Blocker::NeedNotAwaitingMatch { need }
            | Blocker::UnitsMet { need }
            | Blocker::NotMonitored { need } => self.sees(Child::Need(*need)),
            Blocker::GiverTried { .. } | Blocker::GiverFallen { .. } | Blocker::OtherCoordinator { .. } => {
                self.sees_kind(Machine::Deployment)
            }
            Blocker::ConflictNotCleared { .. } | Blocker::TooManyRequests { .. } => {
                self.sees_kind(Machine::Request)
            }
            Blocker::TooManyVisits { .. } | Blocker::TooManyVisitsEach { .. } => {
                self.sees_kind(Machine::Review)
            }
            _ => true,
        }
    }
}

fn withheld() -> Blocked {
    Blocked {
        blocker: Blocker::Withheld,
        liftable_by: Roles::default(),
    }
}
