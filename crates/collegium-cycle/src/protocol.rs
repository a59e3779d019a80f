//! The rules by which cycles run, as data: who may do what, under which conditions, by when.

mod standard;

use crate::{acts::Act, monitoring::Channel};
use collegium_model::{
    calendar::Span,
    code::{Role, RuleId},
    quantity::HalfDays,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A protocol as somebody wrote it, before it is compiled to [`Rules`](crate::rules::Rules).
///
/// Which phases a machine has is fixed by its table; a protocol says who moves it, under which guards and
/// by when. A step that it does not mention is left out: nobody may do it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// Its name, stable over versions.
    pub id: RuleId,
    /// Its version, from 1.
    pub version: u32,
    /// Who may do what, under which conditions.
    pub steps: BTreeMap<Act, Step>,
    /// Roles whose consent a deployment needs.
    pub consents: Vec<Role>,
    /// Peers beside the lead in a review team, at least.
    pub least_peers: u16,
    /// The size of one deployment in a term.
    pub deployment_size: HalfDays,
    /// What is due after what.
    pub deadlines: Vec<Deadline>,
    /// How often each channel watches a need that is being helped.
    pub cadences: BTreeMap<Channel, Span>,
    /// When a recommendation follows from what was seen.
    pub reallocation: ReallocationRule,
}

/// Who may do a step, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Roles that may.
    pub roles: Vec<Role>,
    /// Conditions that must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guards: Vec<Guard>,
}

/// A named condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Guard {
    /// A self-evaluation was handed in.
    #[serde(rename = "self_evaluation_submitted")]
    SelfEvaluationSubmitted,
    /// A review's report was agreed.
    #[serde(rename = "review_agreed")]
    ReviewAgreed,
    /// Nobody in the team comes from the host school, nobody is named twice, and there are peers enough.
    #[serde(rename = "team_from_elsewhere")]
    TeamFromElsewhere,
    /// The lead has shadowed a review.
    #[serde(rename = "lead_has_shadowed")]
    LeadHasShadowed,
    /// The visit is on a school day.
    #[serde(rename = "visit_on_school_day")]
    VisitOnSchoolDay,
    /// The day of the visit has come.
    #[serde(rename = "visit_has_come")]
    VisitHasCome,
    /// Conflict declarations were asked for, and all are clear.
    #[serde(rename = "conflicts_clear")]
    ConflictsClear,
    /// The actor consents in a role that they hold, that is asked for, and that has not consented yet.
    #[serde(rename = "consent_due")]
    ConsentDue,
    /// Every consent the protocol names was given.
    #[serde(rename = "consents_given")]
    ConsentsGiven,
    /// The agreed dates are in order.
    #[serde(rename = "dates_in_order")]
    DatesInOrder,
    /// The agreed first day has come.
    #[serde(rename = "start_has_come")]
    StartHasCome,
    /// A reason code is given.
    #[serde(rename = "reason_given")]
    ReasonGiven,
    /// Nothing in the cycle is open.
    #[serde(rename = "nothing_open")]
    NothingOpen,
    /// No deployment for the need is live.
    #[serde(rename = "no_live_deployment")]
    NoLiveDeployment,
    /// The need waits for a giver and has not all the deployments it asks for.
    #[serde(rename = "need_awaits_match")]
    NeedAwaitsMatch,
    /// The giver is another school, and was not proposed for this need before.
    #[serde(rename = "giver_is_new")]
    GiverIsNew,
    /// The size is the protocol's.
    #[serde(rename = "size_fixed")]
    SizeFixed,
    /// The need is being monitored.
    #[serde(rename = "need_monitored")]
    NeedMonitored,
    /// The actor is another person than the one who recommended.
    #[serde(rename = "decided_by_another")]
    DecidedByAnother,
}

/// Something due a span after a machine entered a phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Its name.
    pub id: RuleId,
    /// The act that meets it.
    pub awaits: Act,
    /// The code of the phase whose beginning starts the clock.
    pub in_phase: String,
    /// When it is due.
    pub due: Span,
    /// How much later it still counts as done in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grace: Option<Span>,
    /// When a reminder goes out, counted from the start of the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remind: Option<Span>,
}

/// Thresholds of the rule that recommends what becomes of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReallocationRule {
    /// How many of the latest observations count.
    pub window: u16,
    /// Channels that must have spoken among them before anything but *continue* is recommended.
    pub least_channels: u16,
    /// Green ones among them that let help fade.
    pub greens_to_taper: u16,
    /// Green ones among them that close a need.
    pub greens_to_close: u16,
    /// Red ones among them that change the giver rather than add one.
    pub reds_to_switch: u16,
}
