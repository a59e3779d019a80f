//! What do the same steps of a review cost beside `cqrs-es` and `fmodel-rust`?
//!
//! Thirteen steps: a self-evaluation is drafted, consulted on, submitted and shared; a review is planned, its
//! team formed, its day fixed; it is begun, talked over, written up, opened for reply, agreed and shared.
//!
//! **The peers do less.** Collegium judges each step by a whole protocol: roles, phase, guards, deadlines,
//! workload and calendar, over payloads with ids and people, and it says who is to be told. The peers'
//! machines look at one role and one phase of two machines without ids, by the same hand-written `match`,
//! so that what is seen of them is the price of their frameworks, and of the `match` the floor.
//!
//! The in-memory store that comes with `cqrs-es` prints two lines for every command; a quiet one stands here
//! for it, which does less than that one does. Any event store of that framework folds the whole history
//! before each command, where a network's journal keeps its state; both number and keep what happened.
//!
//! Before anything is timed, all are walked to the same end, and our judgement is held against that of the
//! `match` for every step in every state and every role.
#![allow(missing_docs, reason = "criterion's macros")]

use collegium::{
    cycle::{
        acts::{Act, Command},
        context::{Context, Recorded},
        cycle::{Cycle, OpenedCycle},
        protocol::Protocol,
        review::{Feedback, GivenFeedback, OfReview, ReviewPhase, Reviewer, ScheduledVisit, Team},
        rules::Rules,
        self_evaluation::{OfSelfEvaluation, SelfEvaluationPhase},
    },
    engine,
    model::{
        calendar::SchoolCalendar,
        chrono::{NaiveDate, NaiveDateTime},
        code::Role,
        id::{CommandId, CycleId, NetworkId, PersonId, ReviewId, SchoolId, SelfEvaluationId},
        school::{EducationPhase, SchoolReference},
        uuid::Uuid,
    },
};
use cqrs_es::{
    Aggregate, AggregateContext, AggregateError, CqrsFramework, DomainEvent, EventEnvelope, EventStore,
    event_sink::EventSink,
};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use fmodel_rust::decider::{Decider, StateComputation};
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    hint::black_box,
    sync::{Arc, PoisonError, RwLock},
};

/// In which role somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Acting {
    Head,
    Broker,
    Lead,
}

impl Acting {
    const ALL: [Self; 3] = [Self::Head, Self::Broker, Self::Lead];

    const fn code(self) -> &'static str {
        match self {
            Self::Head => "host_head",
            Self::Broker => "broker",
            Self::Lead => "lead_reviewer",
        }
    }
}

/// A step as everybody here takes it.
struct Step {
    command: Command,
    by: Acting,
    at: NaiveDateTime,
}

impl Step {
    const fn wish(&self) -> Wish {
        Wish {
            act: self.command.act(),
            by: self.by,
        }
    }
}

const SCHOOL: u128 = 100;

fn steps() -> Vec<Step> {
    let school = |number| SchoolId::new(Uuid::from_u128(number));
    let reviewer = |number| Reviewer {
        person: PersonId::new(Uuid::from_u128(number)),
        school: school(300 + number),
        has_shadowed: true,
    };
    let review = ReviewId::new(Uuid::from_u128(6));
    let evaluation = || OfSelfEvaluation {
        self_evaluation: SelfEvaluationId::new(Uuid::from_u128(5)),
    };
    let team = Team {
        review,
        lead: reviewer(11),
        peers: vec![reviewer(12), reviewer(13)],
    };
    let visit = NaiveDate::from_ymd_opt(2026, 9, 16).expect("a day");
    let (before, then) = (first_day(), visit.and_time(first_day().time()));
    let ways = Feedback::ALL.to_vec();
    let of = || OfReview { review };
    let steps = [
        (Acting::Head, before, Command::DraftSelfEvaluation(evaluation())),
        (
            Acting::Head,
            before,
            Command::ConsultOnSelfEvaluation(evaluation()),
        ),
        (Acting::Head, before, Command::SubmitSelfEvaluation(evaluation())),
        (Acting::Head, before, Command::ShareSelfEvaluation(evaluation())),
        (Acting::Broker, before, Command::PlanReview(of())),
        (Acting::Broker, before, Command::FormTeam(team)),
        (
            Acting::Broker,
            before,
            Command::ScheduleReview(ScheduledVisit {
                review,
                visit,
                until: None,
            }),
        ),
        (Acting::Lead, then, Command::BeginReview(of())),
        (
            Acting::Lead,
            then,
            Command::GiveFeedback(GivenFeedback { review, ways }),
        ),
        (Acting::Lead, then, Command::DraftReport(of())),
        (Acting::Lead, then, Command::OpenRightOfReply(of())),
        (Acting::Head, then, Command::AgreeReport(of())),
        (Acting::Head, then, Command::ShareReport(of())),
    ];
    steps.map(|(by, at, command)| Step { command, by, at }).into()
}

fn first_day() -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 9, 7);
    day.and_then(|day| day.and_hms_opt(9, 0, 0)).expect("a time")
}

fn actor() -> PersonId {
    PersonId::new(Uuid::from_u128(1))
}

fn open() -> Command {
    let school = SchoolId::new(Uuid::from_u128(SCHOOL));
    Command::OpenCycle(OpenedCycle { school, turn: 1 })
}

// What everybody is compared with: a match by hand.

/// What somebody asks of a peer's machine.
#[derive(Clone, Copy, Debug)]
struct Wish {
    act: Act,
    by: Acting,
}

/// What has happened to a peer's machine.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
enum Moved {
    SelfEvaluation(SelfEvaluationPhase),
    Review(ReviewPhase),
}

/// Where the two machines stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Stands {
    self_evaluation: Option<SelfEvaluationPhase>,
    review: Option<ReviewPhase>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Refused {
    Phase,
    Role,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Phase => "not from there",
            Self::Role => "not in that role",
        })
    }
}

impl std::error::Error for Refused {}

impl Stands {
    fn decide(self, wish: Wish) -> Result<Moved, Refused> {
        use Acting as By;
        use ReviewPhase as R;
        use SelfEvaluationPhase as S;
        let (by, moved): (&[By], _) = match (wish.act, self.self_evaluation, self.review) {
            (Act::DraftSelfEvaluation, None, _) => (&[By::Head], Moved::SelfEvaluation(S::Draft)),
            (Act::ConsultOnSelfEvaluation, Some(S::Draft), _) => {
                (&[By::Head], Moved::SelfEvaluation(S::Consulted))
            }
            (Act::SubmitSelfEvaluation, Some(S::Consulted), _) => {
                (&[By::Head], Moved::SelfEvaluation(S::Submitted))
            }
            (Act::ShareSelfEvaluation, Some(S::Submitted), _) => {
                (&[By::Head], Moved::SelfEvaluation(S::Shared))
            }
            (Act::PlanReview, _, None) => (&[By::Broker], Moved::Review(R::Planned)),
            (Act::FormTeam, _, Some(R::Planned)) => (&[By::Broker], Moved::Review(R::TeamFormed)),
            (Act::ScheduleReview, _, Some(R::TeamFormed)) => {
                (&[By::Broker, By::Lead], Moved::Review(R::Scheduled))
            }
            (Act::BeginReview, _, Some(R::Scheduled)) => (&[By::Lead], Moved::Review(R::InProgress)),
            (Act::GiveFeedback, _, Some(R::InProgress)) => (&[By::Lead], Moved::Review(R::FeedbackGiven)),
            (Act::GiveFeedback, _, Some(now @ (R::FeedbackGiven | R::Drafted | R::RightOfReply))) => {
                (&[By::Lead], Moved::Review(now))
            }
            (Act::DraftReport, _, Some(R::FeedbackGiven)) => (&[By::Lead], Moved::Review(R::Drafted)),
            (Act::OpenRightOfReply, _, Some(R::Drafted)) => (&[By::Lead], Moved::Review(R::RightOfReply)),
            (Act::AgreeReport, _, Some(R::RightOfReply)) => (&[By::Head], Moved::Review(R::Agreed)),
            (Act::ShareReport, _, Some(R::Agreed)) => (&[By::Head], Moved::Review(R::Shared)),
            _ => return Err(Refused::Phase),
        };
        if by.contains(&wish.by) {
            Ok(moved)
        } else {
            Err(Refused::Role)
        }
    }

    const fn evolve(self, moved: Moved) -> Self {
        match moved {
            Moved::SelfEvaluation(phase) => Self {
                self_evaluation: Some(phase),
                ..self
            },
            Moved::Review(phase) => Self {
                review: Some(phase),
                ..self
            },
        }
    }
}

fn by_hand(wishes: &[Wish]) -> Stands {
    let mut stands = Stands::default();
    for wish in wishes {
        let moved = stands.decide(*black_box(wish)).expect("a step in order");
        stands = black_box(stands.evolve(moved));
    }
    stands
}

// cqrs-es.

impl DomainEvent for Moved {
    fn event_type(&self) -> String {
        let code = match self {
            Self::SelfEvaluation(_) => "self_evaluation_moved",
            Self::Review(_) => "review_moved",
        };
        code.to_owned()
    }

    fn event_version(&self) -> String {
        "1".to_owned()
    }
}

impl Aggregate for Stands {
    const TYPE: &'static str = "review";
    type Command = Wish;
    type Event = Moved;
    type Error = Refused;
    type Services = ();

    async fn handle(&mut self, wish: Wish, (): &(), sink: &EventSink<Self>) -> Result<(), Refused> {
        let moved = self.decide(wish)?;
        sink.write(moved, self).await;
        Ok(())
    }

    fn apply(&mut self, moved: Moved) {
        *self = self.evolve(moved);
    }
}

fn cqrs_aggregate(wishes: &[Wish]) -> Stands {
    pollster::block_on(async {
        let mut stands = Stands::default();
        for wish in wishes {
            let sink = EventSink::default();
            let handled = stands.handle(*black_box(wish), &(), &sink).await;
            handled.expect("a step in order");
            black_box(sink.collect().await);
        }
        stands
    })
}

/// Keeps the events of one aggregate in memory and prints nothing.
#[derive(Clone, Default)]
struct QuietStore(Arc<RwLock<Vec<EventEnvelope<Stands>>>>);

struct Loaded {
    id: String,
    stands: Stands,
    seen: usize,
}

impl AggregateContext<Stands> for Loaded {
    fn aggregate(&mut self) -> &mut Stands {
        &mut self.stands
    }
}

#[allow(
    clippy::disallowed_types,
    reason = "metadata in the form that cqrs-es asks for"
)]
impl EventStore<Stands> for QuietStore {
    type AC = Loaded;

    async fn load_events(&self, _: &str) -> Result<Vec<EventEnvelope<Stands>>, AggregateError<Refused>> {
        Ok(self.0.read().unwrap_or_else(PoisonError::into_inner).clone())
    }

    async fn load_aggregate(&self, id: &str) -> Result<Loaded, AggregateError<Refused>> {
        let events = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let mut stands = Stands::default();
        for event in &*events {
            stands.apply(event.payload);
        }
        let (id, seen) = (id.to_owned(), events.len());
        Ok(Loaded { id, stands, seen })
    }

    async fn commit(
        &self,
        events: Vec<Moved>,
        loaded: Loaded,
        metadata: std::collections::HashMap<String, String>,
    ) -> Result<Vec<EventEnvelope<Stands>>, AggregateError<Refused>> {
        let numbered = events.into_iter().zip(loaded.seen + 1..);
        let new: Vec<_> = numbered
            .map(|(payload, sequence)| EventEnvelope {
                aggregate_id: loaded.id.clone(),
                sequence,
                payload,
                metadata: metadata.clone(),
            })
            .collect();
        let mut events = self.0.write().unwrap_or_else(PoisonError::into_inner);
        events.extend_from_slice(&new);
        Ok(new)
    }
}

fn cqrs_framework(wishes: &[Wish]) -> Stands {
    let store = QuietStore::default();
    let framework = CqrsFramework::new(store.clone(), Vec::new(), ());
    pollster::block_on(async {
        for wish in wishes {
            let handled = framework.execute("review", *black_box(wish)).await;
            handled.expect("a step in order");
        }
        store
            .load_aggregate("review")
            .await
            .expect("a store in memory")
            .stands
    })
}

// fmodel-rust.

fn decider() -> Decider<'static, Wish, Stands, Moved, Refused> {
    Decider {
        decide: Box::new(|wish, stands| stands.decide(*wish).map(|moved| vec![moved])),
        evolve: Box::new(|stands, moved| stands.evolve(*moved)),
        initial_state: Box::new(Stands::default),
    }
}

fn fmodel(decider: &Decider<'_, Wish, Stands, Moved, Refused>, wishes: &[Wish]) -> Stands {
    let mut stands = Stands::default();
    for wish in wishes {
        let moved = decider.compute_new_state(Some(stands), black_box(wish));
        stands = moved.expect("a step in order");
    }
    stands
}

// Collegium.

struct Ours {
    rules: Rules,
    calendar: SchoolCalendar,
    roles: [[Role; 1]; 3],
    steps: Vec<Step>,
}

impl Ours {
    fn new() -> Self {
        Self {
            rules: Rules::compile(Protocol::standard()).expect("the standard protocol holds"),
            calendar: SchoolCalendar::typical_england(2026, 1).expect("a calendar"),
            roles: Acting::ALL.map(|acting| [Role::new(acting.code()).expect("a code")]),
            steps: steps(),
        }
    }

    fn context(&self, by: Acting, at: NaiveDateTime) -> Context<'_> {
        Context::new(actor(), &self.roles[by as usize], at, &self.calendar)
    }

    /// A step judged and applied.
    fn take(&self, cycle: &mut Cycle, command: &Command, context: &Context<'_>) {
        let accepted = cycle
            .decide(command, context, &self.rules)
            .expect("a step in order");
        for event in &accepted.events {
            cycle.evolve(&Recorded {
                event,
                at: context.at,
                actor: context.actor,
                on_behalf_of: None,
                reason: None,
            });
        }
        black_box(accepted);
    }

    fn opened(&self) -> Cycle {
        let mut cycle = Cycle::default();
        self.take(&mut cycle, &open(), &self.context(Acting::Broker, first_day()));
        cycle
    }

    fn walk(&self, cycle: &mut Cycle, contexts: &[Context<'_>]) {
        for (step, context) in self.steps.iter().zip(contexts) {
            self.take(cycle, black_box(&step.command), context);
        }
    }

    fn contexts(&self) -> Vec<Context<'_>> {
        self.steps
            .iter()
            .map(|step| self.context(step.by, step.at))
            .collect()
    }

    /// A network with one school and its cycle opened.
    fn journal(&self) -> engine::journal::Journal {
        let school = SchoolId::new(Uuid::from_u128(SCHOOL));
        let open_network = engine::acts::Command::OpenNetwork(engine::opening::OpenedNetwork {
            network: NetworkId::new(Uuid::from_u128(9)),
            calendar: self.calendar.clone(),
            members: vec![engine::opening::Member {
                school,
                reference: SchoolReference::Pseudonym(1),
                education_phase: EducationPhase::Primary,
                place: None,
                kind: engine::opening::MemberKind::School,
            }],
        });
        let mut journal = engine::journal::Journal::new(engine::network::Network::new(self.rules.clone()));
        for (number, command) in [open_network, in_cycle(open())].iter().enumerate() {
            let context = self.in_network(number, Acting::Broker, first_day());
            journal.handle(command, &context).expect("a broker may");
        }
        journal
    }

    fn in_network(&self, number: usize, by: Acting, at: NaiveDateTime) -> engine::context::Context {
        let [role] = &self.roles[by as usize];
        let command = CommandId::new(Uuid::from_u128(1000 + number as u128));
        engine::context::Context::new(command, actor(), role.clone(), at)
    }

    fn commands(&self) -> Vec<(engine::acts::Command, engine::context::Context)> {
        let numbered = self.steps.iter().zip(100..);
        numbered
            .map(|(step, number)| {
                let context = self.in_network(number, step.by, step.at);
                (in_cycle(step.command.clone()), context)
            })
            .collect()
    }
}

fn cycle_id() -> CycleId {
    CycleId::new(Uuid::from_u128(3))
}

fn in_cycle(command: Command) -> engine::acts::Command {
    engine::acts::Command::in_cycle(cycle_id(), command)
}

fn stands(cycle: &Cycle) -> Stands {
    Stands {
        self_evaluation: cycle.self_evaluations.values().next().map(|it| it.phase),
        review: cycle.reviews.values().next().map(|it| it.phase),
    }
}

// The check and the benches.

/// Everybody comes to the same end, and our judgement is that of the match for every step in every role.
fn check(ours: &Ours, wishes: &[Wish]) {
    let end = Stands {
        self_evaluation: Some(SelfEvaluationPhase::Shared),
        review: Some(ReviewPhase::Shared),
    };
    let mut cycle = ours.opened();
    ours.walk(&mut cycle, &ours.contexts());
    let mut journal = ours.journal();
    for (command, context) in ours.commands() {
        journal.handle(&command, &context).expect("a step in order");
    }
    let in_network = &journal.network().cycles[&cycle_id()];
    assert_eq!(stands(&cycle), end, "Collegium's cycle");
    assert_eq!(stands(in_network), end, "Collegium's journal");
    assert_eq!(by_hand(wishes), end, "by hand");
    assert_eq!(cqrs_aggregate(wishes), end, "the aggregate of cqrs-es");
    assert_eq!(cqrs_framework(wishes), end, "the framework of cqrs-es");
    assert_eq!(fmodel(&decider(), wishes), end, "fmodel-rust");

    let (mut cycle, mut peer) = (ours.opened(), Stands::default());
    for next in &ours.steps {
        for asked in &ours.steps {
            for by in Acting::ALL {
                let act = asked.command.act();
                let judged = cycle.decide(&asked.command, &ours.context(by, asked.at), &ours.rules);
                let theirs = peer.decide(Wish { act, by });
                assert_eq!(judged.is_ok(), theirs.is_ok(), "{act} as {by:?} from {peer:?}");
            }
        }
        ours.take(&mut cycle, &next.command, &ours.context(next.by, next.at));
        peer = peer.evolve(peer.decide(next.wish()).expect("a step in order"));
        assert_eq!(stands(&cycle), peer, "after {}", next.command.act());
    }
}

fn beside_peers(criterion: &mut Criterion) {
    let ours = Ours::new();
    let wishes: Vec<_> = ours.steps.iter().map(Step::wish).collect();
    check(&ours, &wishes);
    let mut group = criterion.benchmark_group("beside peers");
    group.throughput(Throughput::Elements(wishes.len() as u64));
    let (opened, contexts) = (ours.opened(), ours.contexts());
    group.bench_function("Collegium, decide and evolve", |bencher| {
        bencher.iter_batched_ref(
            || opened.clone(),
            |cycle| ours.walk(cycle, &contexts),
            BatchSize::SmallInput,
        );
    });
    group.bench_function("cqrs-es, handle and apply", |bencher| {
        bencher.iter(|| cqrs_aggregate(&wishes));
    });
    let decider = decider();
    group.bench_function("fmodel-rust, decide and evolve", |bencher| {
        bencher.iter(|| fmodel(&decider, &wishes));
    });
    group.bench_function("a match by hand", |bencher| bencher.iter(|| by_hand(&wishes)));
    let (journal, commands) = (ours.journal(), ours.commands());
    group.bench_function("Collegium, a network's journal", |bencher| {
        bencher.iter_batched_ref(
            || journal.clone(),
            |journal| {
                for (command, context) in &commands {
                    black_box(journal.handle(command, context).expect("a step in order"));
                }
            },
            BatchSize::SmallInput,
        );
    });
    group.bench_function("cqrs-es, framework and store", |bencher| {
        bencher.iter(|| cqrs_framework(&wishes));
    });
    group.finish();
}

criterion_group!(benches, beside_peers);
criterion_main!(benches);
