//! Refusals of a network: the cycle's blockers, and those that only a network can see.

use crate::{round::Placement, supply::Stage as PersonStage};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_cycle::refusal::{self as cycle, Blocker as CycleBlocker, Reason};
use collegium_model::{
    calendar::SchoolTerm,
    code::Area,
    id::{CycleId, PartnershipId, PersonId, RoundId, SchoolId},
    quantity::{HalfDays, Units},
    short_code::AccreditationCode,
};
use serde::Serialize;

/// One reason why a network turned a command down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", content = "params")]
#[non_exhaustive]
pub enum Blocker {
    /// The network is not open.
    #[serde(rename = "network_not_open")]
    #[error("the network is not open")]
    NetworkNotOpen,
    /// The network is open already.
    #[serde(rename = "network_open_already")]
    #[error("the network is open already")]
    NetworkOpenAlready,
    /// A school is named twice among the members.
    #[serde(rename = "member_twice")]
    #[error("school {school} is named twice")]
    MemberTwice {
        /// The school.
        school: SchoolId,
    },
    /// Two members have the same reference.
    #[serde(rename = "reference_twice")]
    #[error("two schools are called {reference}")]
    ReferenceTwice {
        /// The reference.
        reference: String,
    },
    /// The school does not belong to the network.
    #[serde(rename = "not_a_member")]
    #[error("school {school} does not belong to this network")]
    NotAMember {
        /// The school.
        school: SchoolId,
    },
    /// A central team has no cycle.
    #[serde(rename = "central_team")]
    #[error("{school} is a central team: it lends people, and has no cycle of its own")]
    CentralTeam {
        /// The central team.
        school: SchoolId,
    },
    /// The partnership does not exist.
    #[serde(rename = "unknown_partnership")]
    #[error("partnership {partnership} does not exist")]
    UnknownPartnership {
        /// The partnership.
        partnership: PartnershipId,
    },
    /// The partnership exists already.
    #[serde(rename = "partnership_exists_already")]
    #[error("partnership {partnership} exists already")]
    PartnershipExistsAlready {
        /// The partnership.
        partnership: PartnershipId,
    },
    /// The school belongs to the partnership already.
    #[serde(rename = "admitted_already")]
    #[error("school {school} belongs to partnership {partnership} already")]
    AdmittedAlready {
        /// The partnership.
        partnership: PartnershipId,
        /// The school.
        school: SchoolId,
    },
    /// The school does not belong to the partnership.
    #[serde(rename = "not_in_partnership")]
    #[error("school {school} does not belong to partnership {partnership}")]
    NotInPartnership {
        /// The partnership.
        partnership: PartnershipId,
        /// The school.
        school: SchoolId,
    },
    /// The charter asks for due diligence first.
    #[serde(rename = "not_onboarded")]
    #[error("due diligence on school {school} has not ended with its onboarding")]
    NotOnboarded {
        /// The school.
        school: SchoolId,
    },
    /// A charter's versions have no gap.
    #[serde(rename = "not_the_next_charter")]
    #[error("the next charter of partnership {partnership} is version {next}, not {found}")]
    NotTheNextCharter {
        /// The partnership.
        partnership: PartnershipId,
        /// The version that comes next.
        next: u32,
        /// The version that was sent.
        found: u32,
    },
    /// A ratio for no takers says nothing.
    #[serde(rename = "ratio_of_nobody")]
    #[error("the ratio is for no takers")]
    RatioOfNobody,
    /// The charter refuses what takes the partnership below its ratio.
    #[serde(rename = "below_ratio")]
    #[error(
        "partnership {partnership} would have {givers} givers for {takers} that need support: {deficit} too few"
    )]
    BelowRatio {
        /// The partnership.
        partnership: PartnershipId,
        /// Givers it would have.
        givers: u32,
        /// Schools with open needs it would have.
        takers: u32,
        /// Givers it would lack.
        deficit: u32,
    },
    /// Nothing was declared that could fall.
    #[serde(rename = "nothing_declared")]
    #[error("school {school} has declared no capacity")]
    NothingDeclared {
        /// The school.
        school: SchoolId,
    },
    /// The report speaks of more than was declared.
    #[serde(rename = "not_a_fall")]
    #[error("school {school} is reported to lend more than it declared, which is no fall")]
    NotAFall {
        /// The school.
        school: SchoolId,
    },
    /// The id names something in another cycle.
    #[serde(rename = "id_in_use")]
    #[error("the id is in use in cycle {cycle}")]
    IdInUse {
        /// The cycle.
        cycle: CycleId,
    },
    /// An offer in no area, or of no deployment.
    #[serde(rename = "empty_offer")]
    #[error("the offer has no area, or not room for one deployment")]
    EmptyOffer,
    /// Less is declared than deployments hold: that is a fall, and a fact to be reported.
    #[serde(rename = "declared_below_held")]
    #[error("deployments of school {school} hold {running} places and {lent}, more than is declared")]
    DeclaredBelowHeld {
        /// The school.
        school: SchoolId,
        /// Deployments that hold capacity.
        running: Units,
        /// Working time a term that they hold.
        lent: HalfDays,
        /// The first term in which it is so; none beyond the calendar.
        #[serde(skip_serializing_if = "Option::is_none")]
        term: Option<SchoolTerm>,
    },
    /// The network's calendar has no such term.
    #[serde(rename = "unknown_term")]
    #[error("the calendar of the network has no {term}")]
    UnknownTerm {
        /// The term.
        term: SchoolTerm,
    },
    /// A term is named twice in one declaration.
    #[serde(rename = "term_twice")]
    #[error("the {term} is named twice")]
    TermTwice {
        /// The term.
        term: SchoolTerm,
    },
    /// The school closed, or became part of another.
    #[serde(rename = "school_gone")]
    #[error("school {school} {}", into.map_or_else(|| "is closed".to_owned(), |into| format!("became part of {into}")))]
    SchoolGone {
        /// The school.
        school: SchoolId,
        /// The member of which it became part; none where it closed.
        #[serde(skip_serializing_if = "Option::is_none")]
        into: Option<SchoolId>,
    },
    /// A reviewer is booked for as many visits in the term as they can be asked for.
    #[serde(rename = "reviewer_busy")]
    #[error("reviewer {person} can be asked for {most} visits in a term, and is booked for as many")]
    ReviewerBusy {
        /// The reviewer.
        person: PersonId,
        /// Visits in a term.
        most: u16,
    },
    /// A reviewer who was named as one who has not shadowed a review leads none.
    #[serde(rename = "not_shadowed")]
    #[error("reviewer {person} has not shadowed a review, and so leads none")]
    NotShadowed {
        /// The reviewer.
        person: PersonId,
    },
    /// The agreement is for terms that were not proposed.
    #[serde(rename = "beyond_proposal")]
    #[error("the agreement is for days beyond those proposed, from {from}{}", until(*to))]
    BeyondProposal {
        /// The giver.
        giver: SchoolId,
        /// The first day for which capacity is held.
        from: NaiveDate,
        /// The last day, where one was proposed.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<NaiveDate>,
    },
    /// The school has an open cycle.
    #[serde(rename = "cycle_open_already")]
    #[error("school {school} has an open cycle, {cycle}")]
    CycleOpenAlready {
        /// The school.
        school: SchoolId,
        /// Its open cycle.
        cycle: CycleId,
    },
    /// None of the actor's roles may do this.
    #[serde(rename = "role_missing")]
    #[error("this takes {}", .needed.join(" or "))]
    RoleMissing {
        /// The roles that may.
        needed: Vec<&'static str>,
    },
    /// It would be recorded before it takes effect.
    #[serde(rename = "not_yet_effective")]
    #[error("it takes effect after it is recorded")]
    NotYetEffective,
    /// It would be recorded before the entry above it.
    #[serde(rename = "recorded_backwards")]
    #[error("the last entry was recorded at {last}, later than this one")]
    RecordedBackwards {
        /// When the last entry was recorded.
        last: NaiveDateTime,
    },
    /// The round does not exist.
    #[serde(rename = "unknown_round")]
    #[error("round {round} does not exist")]
    UnknownRound {
        /// The round.
        round: RoundId,
    },
    /// The round exists already.
    #[serde(rename = "round_exists_already")]
    #[error("round {round} exists already")]
    RoundExistsAlready {
        /// The round.
        round: RoundId,
    },
    /// Another round has not been closed.
    #[serde(rename = "round_still_open")]
    #[error("round {round} is not closed yet")]
    RoundStillOpen {
        /// The round.
        round: RoundId,
    },
    /// The step does not begin where the round stands.
    #[serde(rename = "wrong_stage")]
    #[error("round {round} is {now}; this step begins at {needed}")]
    WrongStage {
        /// The round.
        round: RoundId,
        /// Where it stands.
        now: &'static str,
        /// Where the step begins.
        needed: &'static str,
    },
    /// The plan's proof does not hold for the needs and offers of this moment.
    #[serde(rename = "plan_not_proven")]
    #[error("the plan's proof does not hold: {}", .rejections.join("; "))]
    PlanNotProven {
        /// What the verifier found.
        rejections: Vec<String>,
    },
    /// The round's needs were reported, not diagnosed.
    #[serde(rename = "only_indicative")]
    #[error("round {round} rests on needs as reported, not on a diagnosis: its plan is indicative")]
    OnlyIndicative {
        /// The round.
        round: RoundId,
    },
    /// Whoever put the plan forward would confirm it.
    #[serde(rename = "same_person")]
    #[error("whoever puts a plan forward does not confirm it")]
    SamePerson,
    /// The side is not asked in this round.
    #[serde(rename = "not_consulted")]
    #[error("round {round} does not ask this side")]
    NotConsulted {
        /// The round.
        round: RoundId,
    },
    /// The side has answered.
    #[serde(rename = "answered_already")]
    #[error("this side has answered for the placement already")]
    AnsweredAlready {
        /// The round.
        round: RoundId,
    },
    /// Whoever answers belongs to another school.
    #[serde(rename = "of_another_school")]
    #[error("this is for school {school} to answer")]
    OfAnotherSchool {
        /// The school that answers.
        school: SchoolId,
    },
    /// Declining takes a reason code.
    #[serde(rename = "no_reason")]
    #[error("to decline takes a reason code")]
    NoReason,
    /// Not everybody who is asked has answered.
    #[serde(rename = "answers_awaited")]
    #[error("{awaited} answers to the plan of round {round} are still to come")]
    AnswersAwaited {
        /// The round.
        round: RoundId,
        /// Answers still to come.
        awaited: usize,
    },
    /// Placements of the plan are declined.
    #[serde(rename = "placements_declined")]
    #[error("{declined} placements of the plan of round {round} are declined")]
    PlacementsDeclined {
        /// The round.
        round: RoundId,
        /// Placements declined.
        declined: usize,
    },
    /// There is no room for a placement any more, or no need.
    #[serde(rename = "placement_outdated")]
    #[error("school {} has no room left for {}, or nobody is waited for there any more", .placement.giver, .placement.taker)]
    PlacementOutdated {
        /// The placement.
        placement: Placement,
    },
    /// The giver has named this person before.
    #[serde(rename = "person_known_already")]
    #[error("person {person} is named already")]
    PersonKnownAlready {
        /// The person.
        person: PersonId,
    },
    /// The giver has not named this person.
    #[serde(rename = "unknown_person")]
    #[error("the giver has not named person {person}")]
    UnknownPerson {
        /// The person.
        person: PersonId,
    },
    /// The step does not begin where the person stands.
    #[serde(rename = "wrong_person_stage")]
    #[error("person {person} is {}; this begins at {}", .now.words(), words(.needed))]
    WrongPersonStage {
        /// The person.
        person: PersonId,
        /// How far they have come.
        now: PersonStage,
        /// Where the step begins.
        needed: &'static [PersonStage],
    },
    /// The protocol knows no such accreditation.
    #[serde(rename = "unknown_accreditation")]
    #[error("the protocol knows no accreditation {accreditation}")]
    UnknownAccreditation {
        /// The accreditation.
        accreditation: AccreditationCode,
    },
    /// The person does not hold what the protocol asks for.
    #[serde(rename = "not_accredited")]
    #[error("person {person} does not hold {}", listed(.missing))]
    NotAccredited {
        /// The person.
        person: PersonId,
        /// What is missing.
        missing: Vec<AccreditationCode>,
    },
    /// The person has no time left.
    #[serde(rename = "person_busy")]
    #[error("person {person} has no room left for this deployment")]
    PersonBusy {
        /// The person.
        person: PersonId,
    },
    /// The executive leader leads more schools than is said.
    #[serde(rename = "leads_more")]
    #[error("person {person} would lead {found} schools of this network")]
    LeadsMore {
        /// The person.
        person: PersonId,
        /// Schools they would lead, this one included.
        found: usize,
    },
    /// The plan of the round does not pair giver and need, or is not confirmed.
    #[serde(rename = "not_in_plan")]
    #[error("the confirmed plan of round {round} does not pair this giver with this need")]
    NotInPlan {
        /// The round.
        round: RoundId,
    },
    /// The giver has no capacity left.
    #[serde(rename = "capacity_exceeded")]
    #[error("school {giver} has room for {free} of {declared} deployments")]
    CapacityExceeded {
        /// The giver.
        giver: SchoolId,
        /// Deployments declared at once.
        declared: Units,
        /// Deployments that still fit.
        free: Units,
    },
    /// The giver does not offer help in this area.
    #[serde(rename = "area_not_offered")]
    #[error("school {giver} offers no help with {area}")]
    AreaNotOffered {
        /// The giver.
        giver: SchoolId,
        /// The area of the need.
        area: Area,
    },
    /// The cycle was erased.
    #[serde(rename = "cycle_erased")]
    #[error("cycle {cycle} was erased")]
    CycleErased {
        /// The cycle.
        cycle: CycleId,
    },
    /// The cycle is not closed, or something in it is open.
    #[serde(rename = "cycle_not_closed")]
    #[error("cycle {cycle} is not closed, or something in it is still open")]
    CycleNotClosed {
        /// The cycle.
        cycle: CycleId,
    },
    /// The cycle does not exist.
    #[serde(rename = "unknown_cycle")]
    #[error("cycle {cycle} does not exist")]
    UnknownCycle {
        /// The cycle.
        cycle: CycleId,
    },
    /// The protocol has the cycle kept longer.
    #[serde(rename = "retained")]
    #[error("cycle {cycle} is kept until {until}")]
    Retained {
        /// The cycle.
        cycle: CycleId,
        /// The first day on which it may be erased.
        until: NaiveDate,
    },
    /// The protocol sets no retention, so erasing is a decision of its own and takes a reason.
    #[serde(rename = "no_retention_set")]
    #[error("the protocol sets no retention: erasing a cycle takes a reason")]
    NoRetentionSet,
    /// A stream has another number of entries than the sender has seen.
    #[serde(rename = "stream_moved_on")]
    #[error("stream {stream} has {found} entries; the sender has seen {expected}")]
    StreamMovedOn {
        /// The stream.
        stream: String,
        /// Entries that the sender has seen.
        expected: u64,
        /// Entries that there are.
        found: u64,
    },
    /// The cycle itself has a reason.
    #[serde(untagged)]
    #[error(transparent)]
    InCycle(CycleBlocker),
}

fn words(stages: &[PersonStage]) -> String {
    let words: Vec<_> = stages.iter().map(|stage| stage.words()).collect();
    words.join(" or ")
}

fn listed(codes: &[AccreditationCode]) -> String {
    let codes: Vec<_> = codes.iter().map(AccreditationCode::as_str).collect();
    codes.join(", ")
}

impl Blocker {
    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::InCycle(blocker) => blocker.help(),
            Self::StreamMovedOn { .. } => "look at what has happened since, and ask again",
            Self::NetworkNotOpen => "open the network first",
            Self::NetworkOpenAlready => "begin another log for another network",
            Self::MemberTwice { .. } | Self::ReferenceTwice { .. } => "name each school once",
            Self::NotAMember { .. } => "name a school of this network",
            Self::CentralTeam { .. } => "open the cycle of a school",
            Self::UnknownPartnership { .. } => "form the partnership first",
            Self::AdmittedAlready { .. } => "leave it as it is",
            Self::NotInPartnership { .. } => "name a school of the partnership",
            Self::NotOnboarded { .. } => {
                "go through due diligence first, or adopt a charter that does not ask for it"
            }
            Self::NotTheNextCharter { .. } => "number charters one by one",
            Self::RatioOfNobody => "name the takers for whom so many givers are to be there",
            Self::BelowRatio { .. } => "find givers first, or adopt a charter that flags it instead",
            Self::NothingDeclared { .. } => "declare the school's capacity first",
            Self::EmptyOffer => "name an area and room for at least one deployment",
            Self::DeclaredBelowHeld { .. } => "report a fall of capacity instead, or end deployments first",
            Self::CycleOpenAlready { .. } => "go on with the open cycle, or close it first",
            Self::RoleMissing { .. } => "ask somebody who holds one of these roles",
            Self::NotAFall { .. } => "declare the capacity instead",
            Self::UnknownTerm { .. } => "name a term of the network's calendar",
            Self::SchoolGone { .. } => "go on with the school of which it became part, or with another",
            Self::ReviewerBusy { .. } => "choose another reviewer, or another term",
            Self::NotShadowed { .. } => "let somebody lead who has, or name them anew once they have",
            Self::TermTwice { .. } => "name each term once",
            Self::BeyondProposal { .. } => {
                "agree on those days, or withdraw and propose the days that are meant"
            }
            Self::RecordedBackwards { .. } => "record it at that time or later",
            Self::NotYetEffective => "record it once it takes effect",
            Self::UnknownRound { .. } => "open the round first",
            Self::IdInUse { .. }
            | Self::RoundExistsAlready { .. }
            | Self::PartnershipExistsAlready { .. } => "use a new id",
            Self::RoundStillOpen { .. } => "close that round first",
            Self::WrongStage { .. } | Self::WrongPersonStage { .. } => "do the steps before this one first",
            Self::PlanNotProven { .. } => "solve again: needs or offers have changed since",
            Self::OnlyIndicative { .. } => "agree the diagnoses, then open a round over diagnosed needs",
            Self::CycleErased { .. } => "nothing more can be recorded of it",
            Self::CycleNotClosed { .. } => "close the cycle first",
            Self::UnknownCycle { .. } => "name a cycle of this network",
            Self::Retained { .. } => "wait until that day",
            Self::NoRetentionSet => "give a reason, or set retention_years in the protocol",
            Self::SamePerson => "let another person confirm",
            Self::NotInPlan { .. } => "propose what the confirmed plan says, or without naming a round",
            Self::NotConsulted { .. } => "ask the side that the round consults",
            Self::AnsweredAlready { .. } => "wait for the next plan, in which the placement may not stand",
            Self::OfAnotherSchool { .. } => "let somebody of that school answer",
            Self::NoReason => "name a reason code",
            Self::AnswersAwaited { .. } => "wait for the answers, or ask for them",
            Self::PlacementsDeclined { .. } | Self::PlacementOutdated { .. } => {
                "solve again, and put that plan forward"
            }
            Self::PersonKnownAlready { .. } => "go on with the person as named",
            Self::UnknownPerson { .. } => "identify the person first",
            Self::UnknownAccreditation { .. } => "name one that the protocol lists",
            Self::NotAccredited { .. } => "record the accreditations first",
            Self::PersonBusy { .. } => "choose another person, or end one of their deployments first",
            Self::LeadsMore { .. } => "say how many schools they would lead",
            Self::CapacityExceeded { .. } => "choose another giver, or end one of its deployments first",
            Self::AreaNotOffered { .. } => "choose a giver that offers help in this area",
        }
    }
}

fn until(to: Option<NaiveDate>) -> String {
    to.map_or_else(String::new, |to| format!(" to {to}"))
}

impl Reason for Blocker {
    fn help(&self) -> &'static str {
        self.help()
    }
}

/// A blocker of a network with who could lift it.
pub type Blocked = cycle::Blocked<Blocker>;

/// A command to a network turned down: every reason, never only the first.
pub type Refusal = cycle::Refusal<Blocker>;
