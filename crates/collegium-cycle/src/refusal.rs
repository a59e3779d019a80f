//! Refusals: all the reasons at once, and who could lift each.

use crate::{acts::Act, child::Child};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{
    code::Role,
    id::{NeedId, PersonId, SchoolId},
};
use serde::Serialize;
use std::fmt;

/// One reason why a command was turned down. A [`Refusal`] carries all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", content = "params")]
#[non_exhaustive]
pub enum Blocker {
    /// What the command is about does not exist.
    #[serde(rename = "unknown")]
    #[error("{child} does not exist")]
    Unknown {
        /// What was asked about.
        child: Child,
    },
    /// What the command would make exists already.
    #[serde(rename = "exists_already")]
    #[error("{child} exists already")]
    ExistsAlready {
        /// What exists.
        child: Child,
    },
    /// The step does not begin where the machine stands.
    #[serde(rename = "wrong_phase")]
    #[error("{child} is {now}; this step begins at {}", .needed.join(" or "))]
    WrongPhase {
        /// What was asked about.
        child: Child,
        /// Where it stands.
        now: &'static str,
        /// Where the step begins.
        needed: Vec<&'static str>,
    },
    /// None of the actor's roles may do this.
    #[serde(rename = "role_missing")]
    #[error("acting as {}; this takes {}", or_nobody(.held), or_nobody(.needed))]
    RoleMissing {
        /// The roles held.
        held: Vec<Role>,
        /// The roles that may.
        needed: Vec<Role>,
    },
    /// The cycle is paused.
    #[serde(rename = "cycle_paused")]
    #[error("the cycle is paused")]
    CyclePaused,
    /// The cycle is not open.
    #[serde(rename = "cycle_not_open")]
    #[error("the cycle is not open")]
    CycleNotOpen,
    /// A need is reported for a school that is not the cycle's.
    #[serde(rename = "other_school")]
    #[error("the cycle is not that of school {school}")]
    OtherSchool {
        /// The school that was named.
        school: SchoolId,
    },
    /// A need that asks for no deployment.
    #[serde(rename = "no_units")]
    #[error("a need asks for at least one deployment")]
    NoUnits,
    /// No self-evaluation was handed in.
    #[serde(rename = "self_evaluation_not_submitted")]
    #[error("no self-evaluation has been submitted")]
    SelfEvaluationNotSubmitted,
    /// No review's report was agreed.
    #[serde(rename = "no_agreed_review")]
    #[error("no review report has been agreed")]
    NoAgreedReview,
    /// A reviewer comes from the school under review.
    #[serde(rename = "reviewer_from_host")]
    #[error("reviewer {person} comes from the school under review")]
    ReviewerFromHost {
        /// The reviewer.
        person: PersonId,
    },
    /// The lead has never shadowed a review.
    #[serde(rename = "lead_without_shadowing")]
    #[error("lead {person} has not shadowed a review")]
    LeadWithoutShadowing {
        /// The lead.
        person: PersonId,
    },
    /// The team is smaller than the protocol asks.
    #[serde(rename = "team_too_small")]
    #[error("the team has {peers} peers beside the lead; the protocol asks for {least}")]
    TeamTooSmall {
        /// Peers named.
        peers: usize,
        /// Peers needed.
        least: u16,
    },
    /// One person twice in a team.
    #[serde(rename = "reviewer_twice")]
    #[error("reviewer {person} is named twice")]
    ReviewerTwice {
        /// The reviewer.
        person: PersonId,
    },
    /// The visit's day has not come, or is no school day.
    #[serde(rename = "before_visit")]
    #[error("the visit is on {visit}")]
    BeforeVisit {
        /// Its day.
        visit: NaiveDate,
    },
    /// The school is closed on the day.
    #[serde(rename = "no_school_day")]
    #[error("{day} is not a school day")]
    NoSchoolDay {
        /// The day.
        day: NaiveDate,
    },
    /// A conflict declaration is missing, open or not clear.
    #[serde(rename = "conflict_not_cleared")]
    #[error(
        "{clear} of {asked} conflict declarations are clear; at least one must be asked for, and all clear"
    )]
    ConflictNotCleared {
        /// Declarations asked for.
        asked: usize,
        /// Declarations looked at and clear.
        clear: usize,
    },
    /// Consents are missing.
    #[serde(rename = "consent_missing")]
    #[error("consent is missing from {}", or_nobody(.roles))]
    ConsentMissing {
        /// Roles that have not consented.
        roles: Vec<Role>,
    },
    /// The protocol does not ask for this consent, or it was given, or the actor lacks the role.
    #[serde(rename = "consent_not_due")]
    #[error("no consent is due from {role} by this actor")]
    ConsentNotDue {
        /// The role named.
        role: Role,
    },
    /// The actor does not hold the role in which they would decline.
    #[serde(rename = "role_not_held")]
    #[error("the actor does not hold the role {role}")]
    RoleNotHeld {
        /// The role named.
        role: Role,
    },
    /// It would take effect before what it rests on.
    #[serde(rename = "before_its_time")]
    #[error("it would take effect before {since}, when what it rests on came about")]
    BeforeItsTime {
        /// Since when the machine has been in its phase.
        since: NaiveDateTime,
    },
    /// A reason code is needed.
    #[serde(rename = "reason_missing")]
    #[error("this step needs a reason code")]
    ReasonMissing,
    /// Something in the cycle is still open.
    #[serde(rename = "still_open")]
    #[error("still open: {}", .children.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))]
    StillOpen {
        /// What is open.
        children: Vec<Child>,
    },
    /// The need does not wait for a giver.
    #[serde(rename = "need_not_awaiting_match")]
    #[error("need {need} does not wait for a match")]
    NeedNotAwaitingMatch {
        /// The need.
        need: NeedId,
    },
    /// Every deployment the need asks for is live.
    #[serde(rename = "units_met")]
    #[error("need {need} has all the deployments it asks for")]
    UnitsMet {
        /// The need.
        need: NeedId,
    },
    /// A school would help itself.
    #[serde(rename = "giver_is_host")]
    #[error("a school cannot be its own giver")]
    GiverIsHost,
    /// The giver was tried for this need before, or helps with it now.
    #[serde(rename = "giver_tried")]
    #[error("school {giver} has been proposed for this need before")]
    GiverTried {
        /// The giver.
        giver: SchoolId,
    },
    /// An agreement that ends before it begins, or begins before it is made.
    #[serde(rename = "dates_backwards")]
    #[error("work from {from} to {to} is not possible")]
    DatesBackwards {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// Work starts before the agreed day.
    #[serde(rename = "before_start")]
    #[error("work is agreed from {from}")]
    BeforeStart {
        /// The agreed first day.
        from: NaiveDate,
    },
    /// The need is not being monitored.
    #[serde(rename = "not_monitored")]
    #[error("need {need} is not being monitored")]
    NotMonitored {
        /// The need.
        need: NeedId,
    },
    /// The same person recommended and would decide.
    #[serde(rename = "same_person")]
    #[error("whoever recommends does not decide")]
    SamePerson,
    /// A monitoring record from the future.
    #[serde(rename = "in_the_future")]
    #[error("{day} has not come yet")]
    InTheFuture {
        /// The day named.
        day: NaiveDate,
    },
    /// The size is not what the protocol says.
    #[serde(rename = "wrong_size")]
    #[error("a deployment takes {fixed} half-days in this protocol; {asked} were asked for")]
    WrongSize {
        /// Half-days by protocol.
        fixed: u32,
        /// Half-days asked for.
        asked: u32,
    },
}

fn or_nobody(roles: &[Role]) -> String {
    if roles.is_empty() {
        return "nobody".to_owned();
    }
    roles.iter().map(Role::as_str).collect::<Vec<_>>().join(" or ")
}

impl Blocker {
    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "check the id",
            Self::ExistsAlready { .. } => "use a new id",
            Self::WrongPhase { .. } => "do the steps before this one first",
            Self::RoleMissing { .. } => "ask somebody who holds one of these roles",
            Self::CyclePaused => "resume the cycle first",
            Self::CycleNotOpen => "open a cycle first",
            Self::OtherSchool { .. } => "report the need in the cycle of its own school",
            Self::NoUnits => "ask for one deployment or more",
            Self::SelfEvaluationNotSubmitted => "submit the self-evaluation first",
            Self::NoAgreedReview => "agree the report of a review first",
            Self::ReviewerFromHost { .. } => "choose a reviewer from another school",
            Self::LeadWithoutShadowing { .. } => "choose a lead who has shadowed a review",
            Self::TeamTooSmall { .. } => "name more peers",
            Self::ReviewerTwice { .. } => "name each reviewer once",
            Self::BeforeVisit { .. } => "wait for the day of the visit, or cancel and plan another",
            Self::NoSchoolDay { .. } => "choose a day on which the school teaches",
            Self::ConflictNotCleared { .. } => "ask for conflict declarations and review the answers",
            Self::ConsentMissing { .. } => "ask these roles for their consent",
            Self::ConsentNotDue { .. } => "let somebody in a role that is still asked for consent",
            Self::RoleNotHeld { .. } => "name a role that the actor holds",
            Self::BeforeItsTime { .. } => "let it take effect at that time or later",
            Self::ReasonMissing => "give a reason code from the protocol",
            Self::StillOpen { .. } => "close these first",
            Self::NeedNotAwaitingMatch { .. } => "agree its diagnosis first, or decide on its reallocation",
            Self::UnitsMet { .. } => "propose for another need, or decide to intensify",
            Self::GiverIsHost => "propose another school",
            Self::GiverTried { .. } => "propose a school that was not proposed before",
            Self::DatesBackwards { .. } => "agree dates from today on, the last not before the first",
            Self::BeforeStart { .. } => "wait for the agreed day",
            Self::NotMonitored { .. } => "record a monitoring visit or check first",
            Self::SamePerson => "let another person decide",
            Self::InTheFuture { .. } => "record it once it has happened",
            Self::WrongSize { .. } => "propose the size that the protocol fixes",
        }
    }

    /// The act that would lift it, if one would.
    pub const fn lifted_by(&self) -> Option<Act> {
        match self {
            Self::CyclePaused => Some(Act::ResumeCycle),
            Self::CycleNotOpen => Some(Act::OpenCycle),
            Self::SelfEvaluationNotSubmitted => Some(Act::SubmitSelfEvaluation),
            Self::NoAgreedReview => Some(Act::AgreeReport),
            Self::ConflictNotCleared { .. } => Some(Act::ReviewRequest),
            Self::NeedNotAwaitingMatch { .. } => Some(Act::AgreeDiagnosis),
            Self::NotMonitored { .. } => Some(Act::RecordMonitoring),
            Self::UnitsMet { .. } => Some(Act::DecideReallocation),
            _ => None,
        }
    }
}

/// What a reason for a refusal can say of itself.
pub trait Reason: fmt::Display + Serialize {
    /// What the reader can do, as an imperative.
    fn help(&self) -> &'static str;
}

impl Reason for Blocker {
    fn help(&self) -> &'static str {
        self.help()
    }
}

/// A blocker with who could lift it. Written as `{"code","params","liftable_by","help"}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked<B = Blocker> {
    /// The reason.
    pub blocker: B,
    /// Roles that could lift it; none where only another command would do.
    pub liftable_by: Vec<Role>,
}

impl<B: Reason> Serialize for Blocked<B> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Wire<'a> {
            code: serde_json::Value,
            #[serde(skip_serializing_if = "serde_json::Value::is_null")]
            params: serde_json::Value,
            liftable_by: &'a [Role],
            help: &'a str,
        }
        let mut value = serde_json::to_value(&self.blocker).map_err(serde::ser::Error::custom)?;
        let (code, params) = (value["code"].take(), value["params"].take());
        let (liftable_by, help) = (&self.liftable_by, self.blocker.help());
        Wire {
            code,
            params,
            liftable_by,
            help,
        }
        .serialize(serializer)
    }
}

/// A command turned down: every reason, never only the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent, bound = "B: Reason")]
pub struct Refusal<B = Blocker> {
    /// The reasons, in the order of the table: existence, phase, role, guards.
    pub blockers: Vec<Blocked<B>>,
}

impl<B> Refusal<B> {
    /// The same refusal in the words of whoever passes it on.
    pub fn map<C>(self, wrap: impl Fn(B) -> C) -> Refusal<C> {
        let blocked = |it: Blocked<B>| Blocked {
            blocker: wrap(it.blocker),
            liftable_by: it.liftable_by,
        };
        Refusal {
            blockers: self.blockers.into_iter().map(blocked).collect(),
        }
    }
}

impl<B: Reason + fmt::Debug> std::error::Error for Refusal<B> {}

impl<B: fmt::Display> fmt::Display for Refusal<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, blocked) in self.blockers.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            blocked.blocker.fmt(f)?;
        }
        Ok(())
    }
}
