//! Which people a log speaks of, and as what: so that a person can be told what is kept of them.

use super::envelope::Envelope;
use crate::acts::Event;
use collegium_model::id::PersonId;
use serde::Serialize;

/// As what a person appears in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum As {
    /// Who acted.
    #[serde(rename = "actor")]
    Actor,
    /// For whom somebody acted.
    #[serde(rename = "on_behalf_of")]
    OnBehalfOf,
    /// Who was appointed to a post.
    #[serde(rename = "appointed")]
    Appointed,
    /// Who has an interest in a school.
    #[serde(rename = "interested")]
    Interested,
    /// Who leads a review.
    #[serde(rename = "lead_reviewer")]
    LeadReviewer,
    /// Who reviews beside the lead.
    #[serde(rename = "peer_reviewer")]
    PeerReviewer,
    /// Who leads a workshop.
    #[serde(rename = "champion")]
    Champion,
    /// Who would be deployed.
    #[serde(rename = "deployed")]
    Deployed,
    /// Who coordinates help at the receiving school.
    #[serde(rename = "coordinator")]
    Coordinator,
    /// Who coaches.
    #[serde(rename = "coach")]
    Coach,
    /// Who is coached.
    #[serde(rename = "coached")]
    Coached,
}

impl As {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::OnBehalfOf => "on their behalf",
            Self::Appointed => "appointed",
            Self::Interested => "interested",
            Self::LeadReviewer => "lead reviewer",
            Self::PeerReviewer => "peer reviewer",
            Self::Champion => "champion",
            Self::Deployed => "deployed",
            Self::Coordinator => "coordinator",
            Self::Coach => "coach",
            Self::Coached => "coached",
        }
    }
}

/// Everybody whom an event's payload names, and as what.
#[allow(
    clippy::too_many_lines,
    reason = "every event is named, so that a new one is thought of"
)]
pub fn people(event: &Event) -> Vec<(PersonId, As)> {
    use Event as E;
    match event {
        E::AppointmentRecorded(it) => vec![(it.person, As::Appointed)],
        E::InterestDeclared(it) => vec![(it.person, As::Interested)],
        E::TeamFormed(it) => {
            let peers = it.peers.iter().map(|peer| (peer.person, As::PeerReviewer));
            std::iter::once((it.lead.person, As::LeadReviewer))
                .chain(peers)
                .collect()
        }
        E::WorkshopCalled(it) => vec![(it.champion, As::Champion)],
        E::DeploymentProposed(it) => it
            .person
            .map(|person| (person, As::Deployed))
            .into_iter()
            .collect(),
        E::DeploymentAgreed(it) => {
            let coordinator = it.agreement.coordinator;
            coordinator
                .map(|person| (person, As::Coordinator))
                .into_iter()
                .collect()
        }
        E::CoachingContracted(it) => vec![(it.coach, As::Coach), (it.coached, As::Coached)],
        // Named one by one, so that a new event cannot be forgotten here.
        E::CycleOpened(_)
        | E::CyclePaused(_)
        | E::CycleResumed(_)
        | E::CycleStopped(_)
        | E::CycleReopened(_)
        | E::CycleClosed(_)
        | E::CycleMigrated(_)
        | E::DeadlineExtended(_)
        | E::SchoolCategorised(_)
        | E::SafeguardingHandedOver(_)
        | E::VacancyReported(_)
        | E::ConversionReported(_)
        | E::MergerReported(_)
        | E::ClosureReported(_)
        | E::InspectionReported(_)
        | E::StrikeReported(_)
        | E::CapacityFallReported(_)
        | E::NeedReported(_)
        | E::DiagnosisBegun(_)
        | E::DiagnosisAgreed(_)
        | E::DiagnosisWithdrawn(_)
        | E::NeedClosed(_)
        | E::NeedReopened(_)
        | E::SelfEvaluationDrafted(_)
        | E::SelfEvaluationConsulted(_)
        | E::SelfEvaluationSubmitted(_)
        | E::SelfEvaluationShared(_)
        | E::SelfEvaluationWithdrawn(_)
        | E::ReviewPlanned(_)
        | E::ReviewScheduled(_)
        | E::ReviewBegun(_)
        | E::FeedbackGiven(_)
        | E::ReportDrafted(_)
        | E::RightOfReplyOpened(_)
        | E::ReportAgreed(_)
        | E::ReportShared(_)
        | E::ReportReopened(_)
        | E::ReviewCancelled(_)
        | E::EnquiryOpened(_)
        | E::EvidenceRecorded(_)
        | E::EnquiryAnswered(_)
        | E::EnquiryReopened(_)
        | E::WorkshopHeld(_)
        | E::PlanDrafted(_)
        | E::PlanAdopted(_)
        | E::WorkshopCancelled(_)
        | E::RequestSent(_)
        | E::RequestReceived(_)
        | E::RequestReviewed(_)
        | E::RequestCancelled(_)
        | E::ConflictCleared(_)
        | E::ConsentGiven(_)
        | E::DeploymentStarted(_)
        | E::DeploymentTapered(_)
        | E::DeploymentCompleted(_)
        | E::ImpactReviewed(_)
        | E::DeploymentDeclined(_)
        | E::DeploymentWithdrawn(_)
        | E::DeploymentCancelled(_)
        | E::ContactRecorded(_)
        | E::ExpectationChecked(_)
        | E::TimeLogged(_)
        | E::ObjectiveSet(_)
        | E::ProgressNoted(_)
        | E::ObjectiveClosed(_)
        | E::ObjectiveReopened(_)
        | E::MonitoringRecorded(_)
        | E::ProgressReviewPlanned(_)
        | E::ProgressReviewRecorded(_)
        | E::ConcernRaised(_)
        | E::ConcernResolved(_)
        | E::ConcernEscalated(_)
        | E::PowerUsed(_)
        | E::ConcernClosed(_)
        | E::ConcernReopened(_)
        | E::ChallengeRaised(_)
        | E::ChallengeAnswered(_)
        | E::ChallengeSettled(_)
        | E::ChallengeEscalated(_)
        | E::ReallocationRecommended(_)
        | E::ReallocationDecided(_)
        | E::ApprovalRecommended(_)
        | E::ApprovalDecided(_)
        | E::ApprovalRevoked(_)
        | E::SessionRecorded(_)
        | E::CoachingClosed(_)
        | E::InterestRegistered(_)
        | E::TriageBegun(_)
        | E::DetailedDiligenceBegun(_)
        | E::PartCompleted(_)
        | E::JoinerAccepted(_)
        | E::JoinerDeferred(_)
        | E::JoinerDeclined(_)
        | E::JoinerOnboarded(_)
        | E::TaskStarted(_)
        | E::TaskCompleted(_)
        | E::TaskReopened(_)
        | E::NeedMoved(_)
        | E::NeedUnitsChanged(_)
        | E::PressureChanged(_)
        | E::ChildEnded(_) => Vec::new(),
    }
}

/// One entry of a log that speaks of a person.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The entry.
    pub envelope: &'a Envelope,
    /// As what they appear in it; each once.
    pub roles: Vec<As>,
    /// Whether the payload could be read. One that could not is listed with its people unknown, since they may be
    /// among them.
    pub is_read: bool,
}

/// Every entry that speaks of a person, in the order of the log: as actor, as the one acted for, or in the
/// payload. An entry whose payload cannot be read is listed too, as it may name them.
///
/// Complexity: linear in the entries; every payload is read.
pub fn entries_of(person: PersonId, envelopes: &[Envelope]) -> Vec<Entry<'_>> {
    let entry = |envelope| {
        let (roles, is_read) = appears(person, envelope);
        (!roles.is_empty() || !is_read).then_some(Entry {
            envelope,
            roles,
            is_read,
        })
    };
    envelopes.iter().filter_map(entry).collect()
}

fn appears(person: PersonId, envelope: &Envelope) -> (Vec<As>, bool) {
    let event = Event::read(&envelope.kind, envelope.version, &envelope.data).and_then(Result::ok);
    let named = event.iter().flat_map(people);
    let roles = roles_of(person, envelope.actor, envelope.on_behalf_of, named);
    (roles, event.is_some())
}

/// As what a person appears in an entry, each once: who acted, for whom, and who else is named in it.
pub fn roles_of(
    person: PersonId,
    actor: PersonId,
    on_behalf_of: Option<PersonId>,
    named: impl IntoIterator<Item = (PersonId, As)>,
) -> Vec<As> {
    let acted = on_behalf_of.map(|person| (person, As::OnBehalfOf));
    let all = std::iter::once((actor, As::Actor)).chain(acted).chain(named);
    let mut roles = Vec::new();
    for (_, role) in all.filter(|(who, _)| *who == person) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_model::uuid::Uuid;
    use serde_json::json;

    fn person(number: u128) -> PersonId {
        PersonId::new(Uuid::from_u128(number))
    }

    fn envelope(kind: &str, actor: u128, data: &serde_json::Value) -> Envelope {
        serde_json::from_str(
            &json!({
                "position": 1, "stream": "cycle/1", "seq": 1, "type": kind, "version": 1,
                "effective": "2026-09-07T09:00:00.000", "recorded": "2026-09-07T09:00:00.000",
                "actor": person(actor), "command": Uuid::nil(),
                "protocol": {"id": "default", "version": 1, "hash": ""}, "data": data,
            })
            .to_string(),
        )
        .unwrap()
    }

    #[test]
    fn a_persons_entries_are_listed_with_what_they_were_in_each() {
        let coaching = json!({"coaching": Uuid::nil(), "coach": person(1), "coached": person(2)});
        let log = [
            envelope("coaching_contracted", 1, &coaching),
            envelope("cycle_paused", 3, &json!({})),
            envelope(
                "interest_declared",
                3,
                &json!({"person": person(2), "school": Uuid::nil()}),
            ),
            envelope("of_a_later_version", 3, &json!({})),
        ];
        let found = |number| {
            let entries = entries_of(person(number), &log);
            let listed = entries
                .iter()
                .map(|it| (it.envelope.kind.as_ref(), it.roles.clone()));
            listed
                .map(|(kind, roles)| (str::to_owned(kind), roles))
                .collect::<Vec<_>>()
        };
        let unread = ("of_a_later_version".to_owned(), vec![]);
        let contracted = |roles| ("coaching_contracted".to_owned(), roles);
        assert_eq!(found(1), [contracted(vec![As::Actor, As::Coach]), unread.clone()]);
        let declared = ("interest_declared".to_owned(), vec![As::Interested]);
        assert_eq!(
            found(2),
            [contracted(vec![As::Coached]), declared, unread.clone()]
        );
        assert_eq!(found(4), [unread]);
    }
}
