//! What can be asked, one type of request each.

use super::{Fault, opening::Opening, response::Snapshot};
use crate::{apply::Sent, context::Context};
use chrono::NaiveDateTime;
use collegium_cycle::{
    acts::{NotACommand, payload},
    counterfactual::Supposition,
    redact::Audience,
};
use collegium_matching::score_model::Portion;
use collegium_model::{
    candidate::CandidateRules,
    code::{ReasonCode, Role},
    id::{CommandId, CycleId, NeedId, PersonId, SchoolId},
    short_code::FactName,
    uuid::Uuid,
};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

macro_rules! requests {
    ($($(#[doc = $doc:literal])* $name:ident $code:literal ($data:ty);)*) => {
        /// What is asked. On the wire it is `{"type","data"}`; `data` may be left out where it says nothing.
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(tag = "type", content = "data"))]
        #[non_exhaustive]
        pub enum Request {
            $($(#[doc = $doc])* #[cfg_attr(feature = "schema", schemars(rename = $code))] $name($data),)*
        }

        impl Request {
            /// The type of every request.
            pub const CODES: &[&str] = &[$($code),*];

            /// Its type.
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$name(_) => $code),* }
            }

            /// Reads a request from its type and data.
            ///
            /// # Errors
            /// [`Fault::UnknownRequest`], or [`Fault::Malformed`] with what is wrong or every field that is not
            /// known.
            pub fn read(code: &str, data: &Value) -> Result<Self, Fault> {
                match code {
                    $($code => payload(code, data).map(Self::$name).map_err(|error| malformed(&error)),)*
                    _ => Err(Fault::UnknownRequest { code: code.to_owned() }),
                }
            }
        }
    };
}

requests! {
    /// Hold a network that has no entry yet, under a protocol. Its first command is `open_network`.
    Open "open" (Opening);
    /// Hold a network as a snapshot has it.
    Restore "restore" (Restoring);
    /// Hold a network no longer. Its log is the host's, and nothing is written anywhere.
    Close "close" (Nothing);
    /// List the networks that are held; it is about none of them.
    Networks "networks" (Nothing);
    /// Judge a command and change nothing.
    Decide "decide" (AskedCommand);
    /// Judge a command and apply it where it is allowed. The lines of the answer go to the log.
    Apply "apply" (AskedCommand);
    /// Why a command would be refused, and who could lift each reason; nothing where it is allowed.
    Explain "explain" (AskedCommand);
    /// Apply lines of a stored log, all of them or none. They are not judged again.
    Evolve "evolve" (StoredLines);
    /// What a caller may do in a cycle now, and what not and why.
    Actions "actions" (AskedActions);
    /// What is due, with grace, close, reminders and what is overdue.
    Clocks "clocks" (AskedTimes);
    /// What waits for a person.
    Tasks "tasks" (AskedTasks);
    /// What stands although it should not.
    Check "check" (AskedTimes);
    /// What is late anywhere in the network, the longest overdue first.
    Overdue "overdue" (AskedMoment);
    /// What the rule recommends for every need that is watched, and what that would free or ask for.
    Reallocation "reallocation" (AskedReallocation);
    /// What would have had to be observed otherwise for another recommendation.
    Counterfactual "counterfactual" (AskedCounterfactual);
    /// How help is spread over schools with more and with fewer disadvantaged pupils.
    Allocation "allocation" (AskedAllocation);
    /// A cycle as it stands.
    View "view" (AskedView);
    /// The network beside its cycles: members, ledgers, rounds, and which cycles there are.
    Overview "overview" (AskedOverview);
    /// The whole network in one value, to be restored.
    Snapshot "snapshot" (Nothing);
    /// Lines of the log from a place on.
    Log "log" (AskedLog);
    /// How far the log and each of its streams have come.
    Position "position" (Nothing);
}

/// Says nothing more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A command that is asked about.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedCommand {
    /// The command with its circumstances.
    pub sent: Sent,
    /// Who is shown the answer; where absent, the host itself.
    pub shown_to: Option<Audience>,
}

/// Lines of a stored log.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StoredLines {
    /// The lines in order, each as it was stored; a seal may be the last.
    pub lines: Vec<String>,
}

/// Whoever would act.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Caller {
    /// The person.
    pub actor: PersonId,
    /// The roles in which they act here.
    pub roles: Vec<Role>,
    /// When, in civil time.
    pub at: NaiveDateTime,
    /// For whom, if not for themselves.
    pub on_behalf_of: Option<PersonId>,
    /// The school to which they belong.
    pub school: Option<SchoolId>,
    /// The reason they would give.
    pub reason: Option<ReasonCode>,
    /// Facts of the embedder's own rules that hold.
    #[serde(default)]
    pub facts: Vec<FactName>,
    /// Whether it would be an urgent override.
    #[serde(default)]
    pub urgent: bool,
}

impl Caller {
    /// The circumstances of a command of theirs.
    pub(super) fn context(&self) -> Context {
        Context {
            command: CommandId::new(Uuid::nil()),
            actor: self.actor,
            roles: self.roles.clone(),
            on_behalf_of: self.on_behalf_of,
            at: self.at,
            recorded: self.at,
            reason: self.reason.clone(),
            note: None,
            school: self.school,
            facts: self.facts.clone(),
            urgent: self.urgent,
            expected: BTreeMap::new(),
        }
    }
}

/// A cycle in which somebody would act.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedActions {
    /// The cycle; one that does not exist yet can be opened.
    pub cycle: CycleId,
    /// Who would act.
    pub caller: Caller,
    /// Who is shown the answer; where absent, the host itself.
    pub shown_to: Option<Audience>,
}

/// A person for whom something may wait.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedTasks {
    /// One cycle; where absent, every cycle that is open.
    pub cycle: Option<CycleId>,
    /// The person.
    pub caller: Caller,
    /// Who is shown the answer; where absent, the host itself.
    pub shown_to: Option<Audience>,
}

/// A moment at which something is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedTimes {
    /// One cycle; where absent, every cycle.
    pub cycle: Option<CycleId>,
    /// The moment, in civil time.
    pub at: NaiveDateTime,
    /// Who is shown the answer; where absent, the host itself.
    pub shown_to: Option<Audience>,
}

/// A moment at which the whole network is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedMoment {
    /// The moment, in civil time.
    pub at: NaiveDateTime,
    /// Who is shown the answer; where absent, the host itself.
    pub shown_to: Option<Audience>,
}

/// Help that may be moved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedReallocation {
    /// Which givers come into question, as in a round; the defaults where nothing is said.
    #[serde(default)]
    pub candidates: CandidateRules,
    /// Who is shown the answer; where absent, the host itself.
    pub shown_to: Option<Audience>,
}

/// A recommendation that might have been another.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedCounterfactual {
    /// The need.
    pub need: NeedId,
    /// What is supposed of its observations; where absent, what would change the outcome is searched.
    pub supposing: Option<Supposition>,
    /// Which givers come into question, as in a round; the defaults where nothing is said.
    #[serde(default)]
    pub candidates: CandidateRules,
    /// Who is shown the answer; where absent, the host itself.
    pub shown_to: Option<Audience>,
}

/// Help as it is spread.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedAllocation {
    /// Of each school's pupils those who are disadvantaged, as far as it is known. Nothing of it is kept.
    pub disadvantaged: BTreeMap<SchoolId, Portion>,
    /// Who is shown the answer; where absent, the host itself.
    pub shown_to: Option<Audience>,
}

/// A cycle that is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedView {
    /// The cycle.
    pub cycle: CycleId,
    /// Who is shown the answer; where absent, the host itself.
    pub shown_to: Option<Audience>,
}

/// A network that is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedOverview {
    /// Who is shown the answer; where absent, the host itself.
    pub shown_to: Option<Audience>,
}

/// A place in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedLog {
    /// The last place that is known; 0 for the whole log.
    pub after: u64,
    /// How many lines at most; where absent, all.
    pub most: Option<u64>,
}

/// A snapshot that is to be held as a network.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Restoring {
    /// What `snapshot` answered.
    pub snapshot: Snapshot,
}

fn malformed(error: &NotACommand) -> Fault {
    Fault::Malformed {
        why: error.to_string(),
    }
}
