//! Every reason for a refusal, with its wire code, its words, what the reader can do, and what would lift it.

use crate::{acts::Act, child::Child, facts::Post, protocol::diff::Unfit, review::Feedback, rules::Pin};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{
    code::{ReasonCode, Role, Roles, RuleId},
    id::{EvidenceId, NeedId, PersonId, SchoolId},
    short_code::{
        ActivityCode, ApprovalKind, EvidenceKind, ExpectationCode, FactName, OutcomeCode, PartCode, TaskCode,
    },
};
use serde::Serialize;
use std::fmt;

/// One reason why a command was turned down. A refusal carries all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
        held: Roles,
        /// The roles that may.
        needed: Roles,
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
        roles: Roles,
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
    /// An agreement or proposal that ends before it begins, or an agreement that begins before it is made.
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
    /// The cycle runs under another protocol.
    #[serde(rename = "other_protocol")]
    #[error("the cycle runs under {} version {}, not under {} version {}", .pinned.id, .pinned.version, .offered.id, .offered.version)]
    OtherProtocol {
        /// The protocol of the cycle.
        pinned: Pin,
        /// The protocol it was judged under.
        offered: Pin,
    },
    /// The cycle was stopped.
    #[serde(rename = "cycle_stopped")]
    #[error("the cycle was stopped")]
    CycleStopped,
    /// The deadline has closed.
    #[serde(rename = "deadline_closed")]
    #[error("{deadline} closed on {closed}")]
    DeadlineClosed {
        /// The deadline.
        deadline: RuleId,
        /// The last day on which it could be done.
        closed: NaiveDate,
    },
    /// The reason is none of the protocol.
    #[serde(rename = "unknown_reason")]
    #[error("{reason} is no reason of this protocol")]
    UnknownReason {
        /// The reason given.
        reason: ReasonCode,
    },
    /// The reason is none for this step.
    #[serde(rename = "other_reason_needed")]
    #[error("{reason} is no reason for this; it takes {}", or_none(.listed))]
    OtherReasonNeeded {
        /// The reason given.
        reason: ReasonCode,
        /// The reasons among which one is chosen.
        listed: Vec<ReasonCode>,
    },
    /// The actor belongs to the school of the cycle.
    #[serde(rename = "own_school")]
    #[error("nobody does this for their own school")]
    OwnSchool,
    /// The actor does not belong to the school of the cycle.
    #[serde(rename = "not_own_school")]
    #[error("this is for somebody of the school itself")]
    NotOwnSchool,
    /// The host did not say to which school the actor belongs.
    #[serde(rename = "school_unknown")]
    #[error("it is not known to which school the actor belongs")]
    SchoolUnknown,
    /// A fact of the embedder's own rules does not hold.
    #[serde(rename = "fact_missing")]
    #[error("it has not been established that {fact} holds")]
    FactMissing {
        /// The fact.
        fact: FactName,
    },
    /// A task is not done.
    #[serde(rename = "task_not_complete")]
    #[error("task {task} is not complete")]
    TaskNotComplete {
        /// The task.
        task: TaskCode,
    },
    /// The protocol has no such task, decision, category, power or part.
    #[serde(rename = "not_asked_for")]
    #[error("{what} is not asked for by this protocol")]
    NotAskedFor {
        /// Its code.
        what: String,
    },
    /// The branch was not taken.
    #[serde(rename = "branch_not_taken")]
    #[error("{of} came to {outcome}, so this is not required")]
    BranchNotTaken {
        /// The task or decision.
        of: String,
        /// What it came to.
        outcome: OutcomeCode,
    },
    /// What the branch hangs on is not decided.
    #[serde(rename = "branch_undecided")]
    #[error("{of} is not decided yet")]
    BranchUndecided {
        /// The task or decision.
        of: String,
    },
    /// A decision is missing, or came to something else.
    #[serde(rename = "approval_missing")]
    #[error("{approval} must have come to {needed}")]
    ApprovalMissing {
        /// The decision.
        approval: ApprovalKind,
        /// What it must have come to.
        needed: OutcomeCode,
    },
    /// The outcome is none that the protocol lists, or one is missing.
    #[serde(rename = "wrong_outcome")]
    #[error("it comes to one of {}", or_none(.listed))]
    WrongOutcome {
        /// What it can come to.
        listed: Vec<OutcomeCode>,
    },
    /// An outcome was named for a task that has none.
    #[serde(rename = "no_outcome")]
    #[error("this task is only done or not, and comes to nothing else")]
    NoOutcome,
    /// Conditions are not allowed.
    #[serde(rename = "conditions_not_allowed")]
    #[error("this decision is made without conditions")]
    ConditionsNotAllowed,
    /// Enquiries are not answered.
    #[serde(rename = "enquiry_unanswered")]
    #[error("not answered: {}", listed(.enquiries))]
    EnquiryUnanswered {
        /// The enquiries.
        enquiries: Vec<Child>,
    },
    /// There is no enquiry about it.
    #[serde(rename = "no_enquiry")]
    #[error("no enquiry has been made into this")]
    NoEnquiry,
    /// Evidence is named that the enquiry does not have.
    #[serde(rename = "evidence_unknown")]
    #[error("evidence {evidence} was not recorded for this enquiry")]
    EvidenceUnknown {
        /// The evidence.
        evidence: EvidenceId,
    },
    /// Too few kinds of evidence.
    #[serde(rename = "evidence_too_thin")]
    #[error("the answer rests on {kinds} kinds of evidence that count; the protocol asks for {least}")]
    EvidenceTooThin {
        /// Kinds that count.
        kinds: usize,
        /// Kinds asked for.
        least: u16,
    },
    /// The evidence tells one side only.
    #[serde(rename = "one_sided")]
    #[error("the evidence does not tell {missing}")]
    OneSided {
        /// What it does not tell.
        missing: &'static str,
    },
    /// A causal claim on evidence that cannot carry one.
    #[serde(rename = "not_causal")]
    #[error("no evidence named can show that something is the cause: {}", or_none(.kinds))]
    NotCausal {
        /// The kinds named.
        kinds: Vec<EvidenceKind>,
    },
    /// Too few kinds of evidence for a change.
    #[serde(rename = "untriangulated")]
    #[error("this rests on {kinds} kinds of evidence; the protocol asks for {least}")]
    Untriangulated {
        /// Kinds of evidence.
        kinds: usize,
        /// Kinds asked for.
        least: u16,
    },
    /// Feedback did not go both ways.
    #[serde(rename = "feedback_missing")]
    #[error("no feedback was recorded {}", .missing.iter().map(|way| way.label()).collect::<Vec<_>>().join(" or "))]
    FeedbackMissing {
        /// The directions that are missing.
        missing: Vec<Feedback>,
    },
    /// Somebody has a declared interest.
    #[serde(rename = "interested")]
    #[error("{person} has an interest in school {school}")]
    Interested {
        /// Who.
        person: PersonId,
        /// In which school.
        school: SchoolId,
    },
    /// The team is larger than the protocol allows.
    #[serde(rename = "team_too_large")]
    #[error("the team has {peers} peers beside the lead; the protocol allows {most}")]
    TeamTooLarge {
        /// Peers named.
        peers: usize,
        /// Peers allowed.
        most: u16,
    },
    /// Two reviewers from one school.
    #[serde(rename = "school_twice")]
    #[error("two reviewers come from school {school}")]
    SchoolTwice {
        /// The school.
        school: SchoolId,
    },
    /// The visit is told too late.
    #[serde(rename = "too_short_notice")]
    #[error("the visit can be told for {earliest} at the earliest")]
    TooShortNotice {
        /// The earliest day.
        earliest: NaiveDate,
    },
    /// The day is protected.
    #[serde(rename = "protected_day")]
    #[error("{day} is protected: {window}")]
    ProtectedDay {
        /// The day.
        day: NaiveDate,
        /// Why: a window of the calendar, or the end of term.
        window: String,
    },
    /// The calendar does not reach that far.
    #[serde(rename = "beyond_calendar")]
    #[error("the calendar does not reach as far as is needed from {day}")]
    BeyondCalendar {
        /// From where it was counted.
        day: NaiveDate,
    },
    /// Too many visits in the term.
    #[serde(rename = "too_many_visits")]
    #[error("{made} visits are fixed in that term; the protocol allows {most}")]
    TooManyVisits {
        /// Visits that are fixed.
        made: usize,
        /// Visits allowed.
        most: u16,
    },
    /// Too many visits in the school year.
    #[serde(rename = "too_many_visits_in_year")]
    #[error("{made} visits are fixed in that school year; the protocol allows {most}")]
    TooManyVisitsInYear {
        /// Visits that are fixed.
        made: usize,
        /// Visits allowed.
        most: u16,
    },
    /// A visit that is too short, too long, or ends before it begins.
    #[serde(rename = "visit_length")]
    #[error("the visit takes {days} school days; the protocol asks for {}", span_of(*.least, *.most))]
    VisitLength {
        /// School days from the first to the last.
        days: u16,
        /// School days, at least.
        least: u16,
        /// School days, at most, if that is limited.
        most: Option<u16>,
    },
    /// Too many visits for one person.
    #[serde(rename = "too_many_visits_each")]
    #[error("{person} is in {made} visits in that term; the protocol allows {most}")]
    TooManyVisitsEach {
        /// Who.
        person: PersonId,
        /// Visits that are fixed.
        made: usize,
        /// Visits allowed.
        most: u16,
    },
    /// Too many requests at once.
    #[serde(rename = "too_many_requests")]
    #[error("{open} requests wait for an answer; the protocol allows {most}")]
    TooManyRequests {
        /// Requests that wait.
        open: usize,
        /// Requests allowed.
        most: u16,
    },
    /// The champion comes from the host school.
    #[serde(rename = "champion_from_host")]
    #[error("the champion comes from the school itself")]
    ChampionFromHost,
    /// A plan without actions.
    #[serde(rename = "no_actions")]
    #[error("the plan has no action")]
    NoActions,
    /// Actions without a measure.
    #[serde(rename = "action_without_measure")]
    #[error("{actions} actions do not say how success will be seen")]
    ActionWithoutMeasure {
        /// How many.
        actions: usize,
    },
    /// One person would consent twice.
    #[serde(rename = "consent_twice")]
    #[error("{person} has consented already in another role")]
    ConsentTwice {
        /// Who.
        person: PersonId,
    },
    /// A second deployment without a coordinator.
    #[serde(rename = "coordinator_missing")]
    #[error("support for this school has no named coordinator there")]
    CoordinatorMissing,
    /// The agreement does not say how the help ends.
    #[serde(rename = "exit_missing")]
    #[error("the agreement does not say how the help comes to its end")]
    ExitMissing,
    /// Another coordinator than the one there is.
    #[serde(rename = "other_coordinator")]
    #[error("support for this school is coordinated by {coordinator}")]
    OtherCoordinator {
        /// Who coordinates.
        coordinator: PersonId,
    },
    /// A post would be left uncovered.
    #[serde(rename = "leadership_gap_would_open")]
    #[error("it would leave the post of {} without anybody by it", .post.label().to_lowercase())]
    LeadershipGapWouldOpen {
        /// The post.
        post: Post,
    },
    /// The post at home would be left uncovered.
    #[serde(rename = "post_uncovered")]
    #[error("whoever would be deployed leaves a post that is not covered")]
    PostUncovered,
    /// The span of an executive leader is not told.
    #[serde(rename = "span_unknown")]
    #[error("it is not said how many schools the executive leader would lead")]
    SpanUnknown,
    /// The span limit of an executive leader.
    #[serde(rename = "span_exceeded")]
    #[error("the executive leader would lead {leads} schools; the protocol allows {most}")]
    SpanExceeded {
        /// Schools they would lead.
        leads: u16,
        /// Schools allowed.
        most: u16,
    },
    /// The giver can lend no more.
    #[serde(rename = "giver_fallen")]
    #[error("school {giver} has reported that it can lend {still} deployments here, and {live} are live")]
    GiverFallen {
        /// The giver.
        giver: SchoolId,
        /// Deployments it can lend.
        still: u16,
        /// Deployments that are live.
        live: usize,
    },
    /// That kind of help is not deployed.
    #[serde(rename = "kind_not_deployed")]
    #[error("this protocol does not deploy a {}", .kind.to_lowercase())]
    KindNotDeployed {
        /// The kind.
        kind: &'static str,
    },
    /// Delivered time is not what was agreed.
    #[serde(rename = "time_unreconciled")]
    #[error("{activity}: {delivered} of {agreed} half-days are recorded")]
    TimeUnreconciled {
        /// The activity.
        activity: ActivityCode,
        /// Half-days agreed.
        agreed: u32,
        /// Half-days recorded.
        delivered: u32,
    },
    /// A baseline expectation was not looked at.
    #[serde(rename = "expectation_unchecked")]
    #[error("baseline expectation {expectation} was not looked at")]
    ExpectationUnchecked {
        /// The expectation.
        expectation: ExpectationCode,
    },
    /// A first contact is not recorded.
    #[serde(rename = "contact_missing")]
    #[error("no contact with {with} is recorded")]
    ContactMissing {
        /// With whom.
        with: String,
    },
    /// A part of due diligence is missing.
    #[serde(rename = "part_missing")]
    #[error("the part {part} of the due diligence is not done")]
    PartMissing {
        /// The part.
        part: PartCode,
    },
    /// Later steps rest on it.
    #[serde(rename = "rested_upon")]
    #[error("later steps rest on it: {}", listed(.children))]
    RestedUpon {
        /// What rests on it.
        children: Vec<Child>,
    },
    /// The next progress review is not after this one.
    #[serde(rename = "next_before_this")]
    #[error("the next progress review must be after {on}")]
    NextBeforeThis {
        /// The day of this one.
        on: NaiveDate,
    },
    /// Steps before an escalation are missing.
    #[serde(rename = "steps_not_taken")]
    #[error("the steps before an escalation were not taken")]
    StepsNotTaken,
    /// The internal challenge comes first.
    #[serde(rename = "challenge_first")]
    #[error("no challenge on this was answered or escalated")]
    ChallengeFirst,
    /// The answer is not overdue.
    #[serde(rename = "answer_not_overdue")]
    #[error("an answer can still come until {until}")]
    AnswerNotOverdue {
        /// The last day for it.
        until: NaiveDate,
    },
    /// No such deadline runs.
    #[serde(rename = "deadline_unknown")]
    #[error("no deadline {deadline} runs for {child}")]
    DeadlineUnknown {
        /// The deadline.
        deadline: RuleId,
        /// For what.
        child: Child,
    },
    /// The extension is no extension.
    #[serde(rename = "not_later")]
    #[error("it is due on {due} already")]
    NotLater {
        /// When it is due.
        due: NaiveDate,
    },
    /// It is too early for this.
    #[serde(rename = "too_early")]
    #[error("it can be done from {from} on")]
    TooEarly {
        /// The first day.
        from: NaiveDate,
    },
    /// The other protocol does not fit.
    #[serde(rename = "migration_unfit")]
    #[error("the cycle as it stands does not fit the other protocol: {}", .unfit.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))]
    MigrationUnfit {
        /// What does not fit.
        unfit: Vec<Unfit>,
    },
    /// The protocol to move to was not passed in.
    #[serde(rename = "other_protocol_unknown")]
    #[error("the protocol {id} to which it would move is not at hand")]
    OtherProtocolUnknown {
        /// The protocol.
        id: RuleId,
    },
    /// Something that whoever reads this may not see.
    #[serde(rename = "withheld")]
    #[error("something that is not shown to you stands in the way")]
    Withheld,
}

fn or_none<T: fmt::Display>(all: &[T]) -> String {
    if all.is_empty() {
        return "none".to_owned();
    }
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn listed(children: &[Child]) -> String {
    children
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

fn span_of(least: u16, most: Option<u16>) -> String {
    match most {
        Some(most) if most == least => least.to_string(),
        Some(most) => format!("{least} to {most}"),
        None => format!("{least} or more"),
    }
}

fn or_nobody(roles: &[Role]) -> String {
    if roles.is_empty() {
        return "nobody".to_owned();
    }
    roles.iter().map(Role::as_str).collect::<Vec<_>>().join(" or ")
}

impl Blocker {
    /// Its stable wire code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "unknown",
            Self::ExistsAlready { .. } => "exists_already",
            Self::WrongPhase { .. } => "wrong_phase",
            Self::RoleMissing { .. } => "role_missing",
            Self::CyclePaused => "cycle_paused",
            Self::CycleNotOpen => "cycle_not_open",
            Self::OtherSchool { .. } => "other_school",
            Self::NoUnits => "no_units",
            Self::SelfEvaluationNotSubmitted => "self_evaluation_not_submitted",
            Self::NoAgreedReview => "no_agreed_review",
            Self::ReviewerFromHost { .. } => "reviewer_from_host",
            Self::LeadWithoutShadowing { .. } => "lead_without_shadowing",
            Self::TeamTooSmall { .. } => "team_too_small",
            Self::ReviewerTwice { .. } => "reviewer_twice",
            Self::BeforeVisit { .. } => "before_visit",
            Self::NoSchoolDay { .. } => "no_school_day",
            Self::ConflictNotCleared { .. } => "conflict_not_cleared",
            Self::ConsentMissing { .. } => "consent_missing",
            Self::ConsentNotDue { .. } => "consent_not_due",
            Self::RoleNotHeld { .. } => "role_not_held",
            Self::BeforeItsTime { .. } => "before_its_time",
            Self::ReasonMissing => "reason_missing",
            Self::StillOpen { .. } => "still_open",
            Self::NeedNotAwaitingMatch { .. } => "need_not_awaiting_match",
            Self::UnitsMet { .. } => "units_met",
            Self::GiverIsHost => "giver_is_host",
            Self::GiverTried { .. } => "giver_tried",
            Self::DatesBackwards { .. } => "dates_backwards",
            Self::BeforeStart { .. } => "before_start",
            Self::NotMonitored { .. } => "not_monitored",
            Self::SamePerson => "same_person",
            Self::InTheFuture { .. } => "in_the_future",
            Self::WrongSize { .. } => "wrong_size",
            Self::OtherProtocol { .. } => "other_protocol",
            Self::CycleStopped => "cycle_stopped",
            Self::DeadlineClosed { .. } => "deadline_closed",
            Self::UnknownReason { .. } => "unknown_reason",
            Self::OtherReasonNeeded { .. } => "other_reason_needed",
            Self::OwnSchool => "own_school",
            Self::NotOwnSchool => "not_own_school",
            Self::SchoolUnknown => "school_unknown",
            Self::FactMissing { .. } => "fact_missing",
            Self::TaskNotComplete { .. } => "task_not_complete",
            Self::NotAskedFor { .. } => "not_asked_for",
            Self::BranchNotTaken { .. } => "branch_not_taken",
            Self::BranchUndecided { .. } => "branch_undecided",
            Self::ApprovalMissing { .. } => "approval_missing",
            Self::WrongOutcome { .. } => "wrong_outcome",
            Self::NoOutcome => "no_outcome",
            Self::ConditionsNotAllowed => "conditions_not_allowed",
            Self::EnquiryUnanswered { .. } => "enquiry_unanswered",
            Self::NoEnquiry => "no_enquiry",
            Self::EvidenceUnknown { .. } => "evidence_unknown",
            Self::EvidenceTooThin { .. } => "evidence_too_thin",
            Self::OneSided { .. } => "one_sided",
            Self::NotCausal { .. } => "not_causal",
            Self::Untriangulated { .. } => "untriangulated",
            Self::FeedbackMissing { .. } => "feedback_missing",
            Self::Interested { .. } => "interested",
            Self::TeamTooLarge { .. } => "team_too_large",
            Self::SchoolTwice { .. } => "school_twice",
            Self::TooShortNotice { .. } => "too_short_notice",
            Self::ProtectedDay { .. } => "protected_day",
            Self::BeyondCalendar { .. } => "beyond_calendar",
            Self::TooManyVisits { .. } => "too_many_visits",
            Self::TooManyVisitsInYear { .. } => "too_many_visits_in_year",
            Self::VisitLength { .. } => "visit_length",
            Self::TooManyVisitsEach { .. } => "too_many_visits_each",
            Self::TooManyRequests { .. } => "too_many_requests",
            Self::ChampionFromHost => "champion_from_host",
            Self::NoActions => "no_actions",
            Self::ActionWithoutMeasure { .. } => "action_without_measure",
            Self::ConsentTwice { .. } => "consent_twice",
            Self::ExitMissing => "exit_missing",
            Self::CoordinatorMissing => "coordinator_missing",
            Self::OtherCoordinator { .. } => "other_coordinator",
            Self::LeadershipGapWouldOpen { .. } => "leadership_gap_would_open",
            Self::PostUncovered => "post_uncovered",
            Self::SpanUnknown => "span_unknown",
            Self::SpanExceeded { .. } => "span_exceeded",
            Self::GiverFallen { .. } => "giver_fallen",
            Self::KindNotDeployed { .. } => "kind_not_deployed",
            Self::TimeUnreconciled { .. } => "time_unreconciled",
            Self::ExpectationUnchecked { .. } => "expectation_unchecked",
            Self::ContactMissing { .. } => "contact_missing",
            Self::PartMissing { .. } => "part_missing",
            Self::RestedUpon { .. } => "rested_upon",
            Self::NextBeforeThis { .. } => "next_before_this",
            Self::StepsNotTaken => "steps_not_taken",
            Self::ChallengeFirst => "challenge_first",
            Self::AnswerNotOverdue { .. } => "answer_not_overdue",
            Self::DeadlineUnknown { .. } => "deadline_unknown",
            Self::NotLater { .. } => "not_later",
            Self::TooEarly { .. } => "too_early",
            Self::MigrationUnfit { .. } => "migration_unfit",
            Self::OtherProtocolUnknown { .. } => "other_protocol_unknown",
            Self::Withheld => "withheld",
        }
    }

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
            Self::OtherProtocol { .. } => "judge it under the protocol that the cycle pins, or migrate it",
            Self::CycleStopped => "take the cycle up again first",
            Self::DeadlineClosed { .. } => "ask for more time",
            Self::UnknownReason { .. } => "choose a reason that the protocol lists",
            Self::OtherReasonNeeded { .. } => "choose one of these reasons",
            Self::OwnSchool => "ask somebody from another school",
            Self::NotOwnSchool => "ask somebody of the school",
            Self::SchoolUnknown => "say to which school the actor belongs",
            Self::FactMissing { .. } => "establish it first",
            Self::TaskNotComplete { .. } => "complete the task first",
            Self::NotAskedFor { .. } => "name one that the protocol lists",
            Self::BranchNotTaken { .. } => "nothing is to be done about it",
            Self::BranchUndecided { .. } => "decide it first",
            Self::ApprovalMissing { .. } => "have it decided first",
            Self::WrongOutcome { .. } => "name one of these outcomes",
            Self::NoOutcome => "leave the outcome out",
            Self::ConditionsNotAllowed => "decide without conditions",
            Self::EnquiryUnanswered { .. } => "answer them with the evidence that the protocol asks for",
            Self::NoEnquiry => "open an enquiry and answer it first",
            Self::EvidenceUnknown { .. } => "record it first, or name other evidence",
            Self::EvidenceTooThin { .. } => "add evidence of another kind",
            Self::OneSided { .. } => "add evidence that tells it",
            Self::NotCausal { .. } => "do not claim a cause, or add evidence that can show one",
            Self::Untriangulated { .. } => "record another kind of evidence first",
            Self::FeedbackMissing { .. } => "record that the conversation took place",
            Self::Interested { .. } => "choose somebody without an interest",
            Self::TeamTooLarge { .. } => "name fewer peers",
            Self::SchoolTwice { .. } => "choose reviewers from different schools",
            Self::TooShortNotice { .. } => "choose that day or a later one",
            Self::ProtectedDay { .. } => "choose another day",
            Self::BeyondCalendar { .. } => "pass in a longer calendar",
            Self::TooManyVisits { .. } => "choose another term, or cancel a visit",
            Self::TooManyVisitsInYear { .. } => "choose another year, or cancel a visit",
            Self::VisitLength { .. } => "name another last day",
            Self::TooManyVisitsEach { .. } => "choose another term or another reviewer",
            Self::TooManyRequests { .. } => "wait for an answer first",
            Self::ChampionFromHost => "choose a champion from another school",
            Self::NoActions => "put an action into the plan",
            Self::ActionWithoutMeasure { .. } => "say it in the plan",
            Self::ConsentTwice { .. } => "let another person consent",
            Self::ExitMissing => "name one of the protocol's exits in the agreement",
            Self::CoordinatorMissing => "name the leader of the school who coordinates",
            Self::OtherCoordinator { .. } => "name the same coordinator",
            Self::LeadershipGapWouldOpen { .. } => "appoint somebody first",
            Self::PostUncovered => "cover the post at home first",
            Self::SpanUnknown => "say how many schools they would lead",
            Self::SpanExceeded { .. } => "choose another leader",
            Self::GiverFallen { .. } => "choose another giver, or end a deployment first",
            Self::KindNotDeployed { .. } => "propose a kind that has a size",
            Self::TimeUnreconciled { .. } => "record the time that was delivered, or agree another",
            Self::ExpectationUnchecked { .. } => "look at it and record it",
            Self::ContactMissing { .. } => "record it",
            Self::PartMissing { .. } => "complete the part first",
            Self::RestedUpon { .. } => "take those back first",
            Self::NextBeforeThis { .. } => "choose a later day",
            Self::StepsNotTaken => "take them first",
            Self::ChallengeFirst => "raise a challenge first",
            Self::AnswerNotOverdue { .. } => "wait for the answer",
            Self::DeadlineUnknown { .. } => "name a deadline that runs: clocks list them",
            Self::NotLater { .. } => "name a later day",
            Self::TooEarly { .. } => "wait for that day",
            Self::MigrationUnfit { .. } => "finish or end these first",
            Self::OtherProtocolUnknown { .. } => "pass the protocol in, with the pin that the command names",
            Self::Withheld => "ask whoever opened the cycle",
        }
    }

    /// The act that would lift it, if one would.
    #[allow(clippy::match_same_arms, reason = "in the order of the reasons")]
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
            Self::CycleStopped => Some(Act::ReopenCycle),
            Self::DeadlineClosed { .. } => Some(Act::ExtendDeadline),
            Self::TaskNotComplete { .. } => Some(Act::CompleteTask),
            Self::BranchUndecided { .. } | Self::ApprovalMissing { .. } => Some(Act::DecideApproval),
            Self::EnquiryUnanswered { .. } => Some(Act::AnswerEnquiry),
            Self::NoEnquiry => Some(Act::OpenEnquiry),
            Self::EvidenceUnknown { .. }
            | Self::EvidenceTooThin { .. }
            | Self::OneSided { .. }
            | Self::NotCausal { .. } => Some(Act::RecordEvidence),
            Self::Untriangulated { .. } => Some(Act::RecordMonitoring),
            Self::FeedbackMissing { .. } => Some(Act::GiveFeedback),
            Self::TooManyVisits { .. } | Self::TooManyVisitsInYear { .. } => Some(Act::CancelReview),
            Self::TooManyRequests { .. } => Some(Act::RecordReceipt),
            Self::NoActions | Self::ActionWithoutMeasure { .. } => Some(Act::DraftPlan),
            Self::LeadershipGapWouldOpen { .. } => Some(Act::RecordAppointment),
            Self::TimeUnreconciled { .. } => Some(Act::LogTime),
            Self::ExpectationUnchecked { .. } => Some(Act::CheckExpectation),
            Self::ContactMissing { .. } => Some(Act::RecordContact),
            Self::PartMissing { .. } => Some(Act::CompletePart),
            Self::ChallengeFirst => Some(Act::RaiseChallenge),
            _ => None,
        }
    }
}
