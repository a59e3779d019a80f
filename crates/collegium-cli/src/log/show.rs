//! One entry of a log in words: when, what, at which school, with whose help.

use collegium::{
    cycle::cycle::Cycle,
    engine::{entry::Entry, network::Network, stream::Stream},
    model::{
        code::{ReasonCode, Role},
        id::SchoolId,
    },
};
use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt;

/// An entry as it is shown. Schools appear under the references that plans and files use.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    position: u64,
    at: String,
    event: &'static str,
    stream: String,
    seq: u64,
    /// The school in whose cycle or ledger it stands.
    school: Option<String>,
    /// The school that helps, where the entry is about a deployment.
    giver: Option<String>,
    /// The area of the need that it is about.
    area: Option<String>,
    /// What was seen, decided or answered.
    found: Option<String>,
    role: Option<&'a str>,
    reason: Option<&'a str>,
}

impl<'a> Shown<'a> {
    /// Shows an entry of a log that folds to `network`.
    pub(super) fn of(entry: &'a Entry, network: &Network) -> Self {
        let stream = entry.event.stream();
        let payload = entry.event.payload().ok();
        let payload: Map<String, Value> = payload
            .and_then(|raw| serde_json::from_str(raw.get()).ok())
            .unwrap_or_default();
        let cycle = match stream {
            Stream::Cycle(cycle) => network.cycles.get(&cycle),
            _ => None,
        };
        let reference = |school: SchoolId| {
            let member = network.member(school)?;
            Some(member.reference.to_string())
        };
        let deployment = field(&payload, "deployment").and_then(|id| {
            let holder = network.cycles.get(&network.cycle_of(id)?)?;
            holder.deployments.get(&id)
        });
        let school = match stream {
            Stream::Ledger(school) => Some(school),
            _ => cycle.and_then(Cycle::school),
        };
        let need = match payload.get("need") {
            Some(Value::Object(need)) => field(need, "id"),
            _ => field(&payload, "need"),
        };
        let need = need.or(deployment.map(|it| it.proposal.need));
        let area = cycle
            .zip(need)
            .and_then(|(cycle, need)| cycle.needs.get(&need))
            .map(|state| state.need.area.to_string());
        let found = ["rating", "outcome", "to"].iter().find_map(|key| {
            let word = payload.get(*key)?.as_str()?;
            Some(words(word))
        });
        Self {
            position: entry.position,
            at: entry.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
            event: entry.event.code(),
            stream: stream.to_string(),
            seq: entry.seq,
            school: school.and_then(reference),
            // On a giver's own ledger it would say the same school twice.
            giver: deployment
                .filter(|_| cycle.is_some())
                .and_then(|it| reference(it.proposal.giver)),
            area,
            found,
            role: entry.role.as_ref().map(Role::as_str),
            reason: entry.reason.as_ref().map(ReasonCode::as_str),
        }
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.at.get(..16).unwrap_or(&self.at).replace('T', " ");
        let school = self.school.as_deref().unwrap_or("");
        let told = [
            ("", self.area.as_deref()),
            ("", self.found.as_deref()),
            ("from ", self.giver.as_deref()),
            ("by the ", self.role),
            ("because: ", self.reason),
        ];
        let told: Vec<_> = told
            .into_iter()
            .filter_map(|(lead, word)| Some(format!("{lead}{}", words(word?))))
            .collect();
        write!(
            f,
            "{:>6}  {at}  {:<28}  {school:<7}  {}",
            self.position,
            words(self.event),
            told.join(", ")
        )
    }
}

fn field<T: serde::de::DeserializeOwned>(object: &Map<String, Value>, key: &str) -> Option<T> {
    serde_json::from_value(object.get(key)?.clone()).ok()
}

/// A code as people read it.
fn words(code: &str) -> String {
    code.replace('_', " ")
}
