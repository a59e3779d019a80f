//! The commands of each kind of child, and the protocol under which all kinds can be had.

use collegium_cycle::{
    acts::{Act, Command, Kind},
    child::Machine,
    kit::{Story, Who, search::World},
    protocol::{Protocol, Step},
    rules::Rules,
    serde_json::{Value, json},
};
use collegium_model::{calendar::SchoolCalendar, code::Role, id::PersonId, uuid::Uuid};

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// The default protocol, with the kinds that it leaves out, two consents, and no limits on workload.
pub(crate) fn protocol() -> Protocol {
    let mut protocol = Protocol::standard();
    let anybody = || vec![Role::new("adviser").unwrap()];
    for act in Act::ALL.iter().filter(|act| act.kind() == Kind::Wish) {
        let elsewhere = matches!(act.machine(), Machine::Task | Machine::Approval);
        protocol.steps.entry(*act).or_insert_with(|| Step {
            roles: if elsewhere { Vec::new() } else { anybody() }.into(),
            ..Step::default()
        });
    }
    let step = |protocol: &mut Protocol, act| protocol.steps.get_mut(&act).unwrap().guards.clear();
    step(&mut protocol, Act::ScheduleReview);
    let diagnosis = protocol.steps.get_mut(&Act::AgreeDiagnosis).unwrap();
    (diagnosis.guards, diagnosis.urgent) = (Vec::new(), None);
    protocol.consents = ["host_head", "commissioner"]
        .map(|role| Role::new(role).unwrap())
        .into();
    protocol.workload = collegium_cycle::protocol::Workload::default();
    let more = r#"
        id = "more"
        version = 1
        roles = { adviser = "Adviser", commissioner = "Commissioner" }
        progress = { well = "Well" }
        parts = { school_improvement = "School improvement" }
        [[tasks]]
        code = "visit"
        label = "Visit"
        roles = ["adviser"]
        [[tasks]]
        code = "match"
        label = "Match"
        roles = ["adviser"]
        when = [{ approval = "plan", is = ["yes"] }]
        [approvals.plan]
        label = "Plan"
        outcomes = { yes = "Yes", no = "No" }
        recommended_by = ["adviser"]
        decided_by = ["commissioner"]
        after = ["visit"]
    "#;
    let more = Protocol::from_toml(more).unwrap();
    protocol.tasks = more.tasks;
    protocol.approvals = more.approvals;
    protocol.progress = more.progress;
    protocol.parts = more.parts;
    protocol
}

/// Everybody: two people who hold every role and give a reason, so that only two pairs of eyes tell them
/// apart.
pub(crate) fn people(protocol: &Protocol) -> [Who; 2] {
    let roles: Vec<_> = protocol.roles.keys().cloned().collect();
    let person = |number| Who {
        person: PersonId::new(id(number)),
        roles: roles.clone(),
        ..Who::in_role("adviser").because("reason")
    };
    [person(1), person(2)]
}

fn commands(all: &[(&str, Value)]) -> Vec<Command> {
    let read = |(code, data): &(&str, Value)| Command::read(code, data).unwrap();
    all.iter().map(read).collect()
}

fn school() -> Uuid {
    id(100)
}

/// The cycle itself, without pause and stop.
pub(crate) fn opening() -> Vec<Command> {
    commands(&[
        ("open_cycle", json!({"school": school(), "turn": 1})),
        ("close_cycle", json!({})),
    ])
}

pub(crate) fn pausing() -> Vec<Command> {
    let plain = ["pause_cycle", "resume_cycle", "stop_cycle", "reopen_cycle"].map(|code| (code, json!({})));
    commands(&plain)
}

/// Facts about the school that bear on what is proposed.
pub(crate) fn facts() -> Vec<Command> {
    commands(&[
        ("report_vacancy", json!({"post": "head", "since": "2026-09-07"})),
        ("record_appointment", json!({"post": "head", "person": id(5)})),
        (
            "report_conversion",
            json!({"from": 900_001, "to": 900_002, "on": "2026-09-07"}),
        ),
        ("report_capacity_fall", json!({"giver": id(201), "still": 0})),
        (
            "hand_over_safeguarding",
            json!({"handover": id(1), "to": "safeguarding_lead", "on": "2026-09-07"}),
        ),
    ])
}

/// Facts that bear on a visit.
pub(crate) fn facts_about_visits() -> Vec<Command> {
    commands(&[
        ("report_strike", json!({"from": "2026-10-05", "to": "2026-10-05"})),
        ("declare_interest", json!({"person": id(4), "school": school()})),
    ])
}

/// Facts after which a school is another, or under other eyes.
pub(crate) fn facts_about_the_school() -> Vec<Command> {
    commands(&[
        ("report_merger", json!({"into": id(300), "on": "2026-09-07"})),
        ("report_closure", json!({"on": "2026-09-07"})),
        (
            "report_inspection",
            json!({"on": "2026-09-07", "judgements": [], "intervention": true}),
        ),
    ])
}

/// What is recorded while help is at work, and more time for what is due.
pub(crate) fn records() -> Vec<Command> {
    let about = json!({"machine": "deployment", "id": id(21)});
    commands(&[
        (
            "record_contact",
            json!({"deployment": id(21), "with": "staff", "on": "2026-10-05"}),
        ),
        (
            "check_expectation",
            json!({"deployment": id(21), "expectation": "safe_site", "met": true}),
        ),
        (
            "log_time",
            json!({"deployment": id(21), "activity": "coaching", "half_days": 2, "on": "2026-10-05"}),
        ),
        (
            "extend_deadline",
            json!({"of": about, "deadline": "first_contact", "until": "2026-11-16"}),
        ),
    ])
}

/// The same protocol, made stricter: one more consent, no tapering, and a task that is no longer asked for.
pub(crate) fn stricter() -> Protocol {
    let mut protocol = protocol();
    protocol.version += 1;
    let consents = ["host_head", "commissioner", "deployed_person"];
    protocol.consents = consents.map(|role| Role::new(role).unwrap()).into();
    protocol.steps.remove(&Act::TaperDeployment);
    protocol.tasks.retain(|task| task.code.as_str() != "match");
    protocol
}

/// To the stricter protocol, and back.
pub(crate) fn moving() -> Vec<Command> {
    let to = |protocol| {
        let rules = Rules::compile(protocol).unwrap_or_else(|fault| panic!("{fault}"));
        ("migrate_cycle", json!({"to": rules.pin()}))
    };
    commands(&[to(stricter()), to(protocol())])
}

fn need() -> Vec<(&'static str, Value)> {
    need_for(1)
}

fn need_for(givers: u16) -> Vec<(&'static str, Value)> {
    let of = json!({"need": id(11)});
    vec![
        (
            "report_need",
            json!({"need": {
                "id": id(11), "school": school(), "area": "leadership", "severity": "high", "units": givers,
                "source": {"kind": "reported"},
            }}),
        ),
        ("begin_diagnosis", of.clone()),
        (
            "agree_diagnosis",
            json!({"need": id(11), "severity": "high", "units": givers}),
        ),
        ("close_need", of),
    ]
}

fn deployment() -> Vec<(&'static str, Value)> {
    let mut all = need();
    all.extend(deployment_from(0));
    all
}

/// A deployment from the giver of that number.
fn deployment_from(giver: u128) -> Vec<(&'static str, Value)> {
    let (deployment, request) = (id(21 + giver), id(31 + 10 * giver));
    let of = json!({"deployment": deployment});
    vec![
        (
            "propose_deployment",
            json!({
                "deployment": deployment, "need": id(11), "giver": id(201 + giver), "half_days": 52, "round": null,
                "kind": "executive_leader", "leads": 2,
            }),
        ),
        (
            "send_request",
            json!({
                "request": request, "kind": "conflict_declaration", "deployment": deployment, "of": "commissioner",
            }),
        ),
        ("record_receipt", json!({"request": request})),
        ("review_request", json!({"request": request, "clear": true})),
        ("clear_conflict", of.clone()),
        (
            "give_consent",
            json!({"deployment": deployment, "by": "host_head"}),
        ),
        (
            "give_consent",
            json!({"deployment": deployment, "by": "commissioner"}),
        ),
        (
            "agree_deployment",
            json!({"deployment": deployment, "agreement": {
                "from": "2026-10-05", "to": "2027-07-09", "cover_cost_pence": 0,
            }}),
        ),
        ("start_deployment", of.clone()),
        ("taper_deployment", of.clone()),
        ("complete_deployment", of.clone()),
        (
            "review_impact",
            json!({"deployment": deployment, "rating": "green"}),
        ),
        ("withdraw_deployment", of.clone()),
        ("cancel_deployment", of),
        (
            "decline_deployment",
            json!({"deployment": deployment, "by": "releasing_employer"}),
        ),
    ]
}

/// The commands of one kind, in a world with one child of it.
pub(crate) fn of_kind(machine: Machine) -> Vec<Command> {
    let review = json!({"review": id(41)});
    let evaluation = json!({"self_evaluation": id(51)});
    let reviewer =
        |person: u128, at: u128| json!({"person": id(person), "school": id(at), "has_shadowed": true});
    let (enquiry, workshop) = (json!({"enquiry": id(61)}), json!({"workshop": id(71)}));
    let (concern, challenge) = (json!({"concern": id(81)}), json!({"challenge": id(82)}));
    let (coaching, joiner) = (json!({"coaching": id(83)}), json!({"due_diligence": id(84)}));
    let all: Vec<(&str, Value)> = match machine {
        Machine::Cycle => vec![("categorise_school", json!({"category": "secure"}))],
        Machine::Need => {
            let mut all = need();
            all.push(("withdraw_diagnosis", json!({"need": id(11)})));
            all.push(("reopen_need", json!({"need": id(11)})));
            all
        }
        Machine::SelfEvaluation => vec![
            ("draft_self_evaluation", evaluation.clone()),
            ("consult_on_self_evaluation", evaluation.clone()),
            ("submit_self_evaluation", evaluation.clone()),
            ("share_self_evaluation", evaluation.clone()),
            ("withdraw_self_evaluation", evaluation),
        ],
        Machine::Review => vec![
            ("draft_self_evaluation", evaluation.clone()),
            ("consult_on_self_evaluation", evaluation.clone()),
            ("submit_self_evaluation", evaluation),
            ("plan_review", review.clone()),
            (
                "form_team",
                json!({
                    "review": id(41), "lead": reviewer(3, 201), "peers": [reviewer(4, 202), reviewer(5, 203)],
                }),
            ),
            (
                "schedule_review",
                json!({"review": id(41), "visit": "2026-10-05"}),
            ),
            ("begin_review", review.clone()),
            ("give_feedback", json!({"review": id(41), "ways": ["to_school"]})),
            ("give_feedback", json!({"review": id(41), "ways": ["to_team"]})),
            ("draft_report", review.clone()),
            ("open_right_of_reply", review.clone()),
            ("agree_report", review.clone()),
            ("share_report", review.clone()),
            ("reopen_report", review.clone()),
            ("cancel_review", review),
        ],
        Machine::Enquiry => vec![
            ("open_enquiry", enquiry.clone()),
            (
                "record_evidence",
                json!({
                    "enquiry": id(61), "evidence": id(62), "kind": "assessment_data", "on": "2026-09-07",
                }),
            ),
            (
                "record_evidence",
                json!({
                    "enquiry": id(61), "evidence": id(63), "kind": "survey", "on": "2026-09-07",
                }),
            ),
            (
                "answer_enquiry",
                json!({"enquiry": id(61), "evidence": [id(62), id(63)]}),
            ),
            ("reopen_enquiry", enquiry),
        ],
        Machine::Workshop => vec![
            (
                "call_workshop",
                json!({"workshop": id(71), "champion": id(6), "champion_from": id(202)}),
            ),
            ("hold_workshop", workshop.clone()),
            (
                "draft_plan",
                json!({"workshop": id(71), "actions": [
                    {"owner": "host_head", "success_measure": true, "review_on": "2027-01-11"},
                ]}),
            ),
            ("adopt_plan", workshop.clone()),
            ("cancel_workshop", workshop),
        ],
        Machine::Request => vec![
            (
                "send_request",
                json!({"request": id(32), "kind": "document", "of": "governor"}),
            ),
            ("record_receipt", json!({"request": id(32)})),
            ("review_request", json!({"request": id(32), "clear": false})),
            ("cancel_request", json!({"request": id(32)})),
        ],
        Machine::Deployment => deployment(),
        Machine::Objective => {
            let mut all = need();
            all.push(("set_objective", json!({"objective": id(91), "need": id(11)})));
            all.push(("close_objective", json!({"objective": id(91)})));
            all.push(("reopen_objective", json!({"objective": id(91)})));
            all.push((
                "note_progress",
                json!({"objective": id(91), "rating": "amber", "direction": "improving"}),
            ));
            all
        }
        Machine::ProgressReview => vec![
            (
                "plan_progress_review",
                json!({"progress_review": id(92), "on": "2026-10-05"}),
            ),
            (
                "record_progress_review",
                json!({"progress_review": id(92), "overall": "well"}),
            ),
        ],
        Machine::Concern => vec![
            ("raise_concern", concern.clone()),
            ("resolve_concern", concern.clone()),
            (
                "escalate_concern",
                json!({"concern": id(81), "steps_taken": true}),
            ),
            ("use_power", json!({"concern": id(81), "power": "information"})),
            ("close_concern", concern.clone()),
            ("reopen_concern", concern.clone()),
            ("raise_challenge", challenge.clone()),
            ("answer_challenge", challenge.clone()),
            ("settle_challenge", challenge),
        ],
        Machine::Challenge => vec![
            ("raise_challenge", challenge.clone()),
            ("answer_challenge", challenge.clone()),
            ("settle_challenge", challenge.clone()),
            ("escalate_challenge", challenge),
        ],
        Machine::Decision => {
            let mut all = deployment();
            let monitored =
                json!({"need": id(11), "channel": "data_check", "on": "2026-10-05", "rating": "red"});
            all.push(("record_monitoring", monitored));
            let asks = |outcome: &str| json!({"decision": id(93), "need": id(11), "outcome": outcome, "reasons": []});
            all.push(("recommend_reallocation", asks("switch")));
            for outcome in ["switch", "taper", "close", "continue"] {
                all.push((
                    "decide_reallocation",
                    json!({"decision": id(93), "outcome": outcome}),
                ));
            }
            all
        }
        Machine::Approval => vec![
            ("complete_task", json!({"task": "visit"})),
            (
                "recommend_approval",
                json!({"approval": id(94), "kind": "plan", "outcome": "yes"}),
            ),
            ("decide_approval", json!({"approval": id(94), "outcome": "yes"})),
            ("decide_approval", json!({"approval": id(94), "outcome": "no"})),
            ("revoke_approval", json!({"approval": id(94)})),
            ("complete_task", json!({"task": "match"})),
        ],
        Machine::Coaching => vec![
            (
                "contract_coaching",
                json!({"coaching": id(83), "coach": id(7), "coached": id(8)}),
            ),
            ("record_session", json!({"coaching": id(83), "on": "2026-09-07"})),
            ("close_coaching", coaching),
        ],
        Machine::DueDiligence => vec![
            ("register_interest", joiner.clone()),
            ("begin_triage", joiner.clone()),
            ("begin_detailed_diligence", joiner.clone()),
            (
                "complete_part",
                json!({"due_diligence": id(84), "part": "school_improvement"}),
            ),
            ("accept_joiner", joiner.clone()),
            ("defer_joiner", joiner.clone()),
            ("decline_joiner", joiner.clone()),
            ("onboard_joiner", joiner),
        ],
        _ => vec![
            ("start_task", json!({"task": "visit"})),
            ("complete_task", json!({"task": "visit"})),
            ("reopen_task", json!({"task": "visit"})),
        ],
    };
    commands(&all)
}

/// A need for two givers: what is done before, up to where the first is at work, and what can follow, with
/// both of them and a decision.
pub(crate) fn two_givers() -> (Vec<Command>, Vec<Command>) {
    let first = commands(&deployment_from(0));
    let up_to_work = [
        Act::ProposeDeployment,
        Act::SendRequest,
        Act::RecordReceipt,
        Act::ReviewRequest,
        Act::ClearConflict,
        Act::GiveConsent,
        Act::AgreeDeployment,
    ];
    let need = commands(&need_for(2));
    let diagnosed = need.iter().filter(|it| it.act() != Act::CloseNeed);
    let (done, later): (Vec<_>, Vec<_>) = first.into_iter().partition(|it| up_to_work.contains(&it.act()));
    let before = opening().into_iter().filter(|it| it.act() == Act::OpenCycle);
    let before = before.chain(diagnosed.cloned()).chain(done).collect();
    let second = commands(&deployment_from(1)).into_iter();
    let ending = [
        Act::WithdrawDeployment,
        Act::DeclineDeployment,
        Act::CancelDeployment,
    ];
    let second = second.filter(|it| up_to_work.contains(&it.act()) || ending.contains(&it.act()));
    let decision = of_kind(Machine::Decision).into_iter();
    let decision = decision.filter(|it| {
        matches!(
            it.act(),
            Act::RecordMonitoring | Act::RecommendReallocation | Act::DecideReallocation
        )
    });
    let close = need.iter().filter(|it| it.act() == Act::CloseNeed).cloned();
    let follows = opening()
        .into_iter()
        .chain(close)
        .chain(later)
        .chain(second)
        .chain(decision);
    (before, follows.collect())
}

/// Help that was decided to be made more while it goes on, and is decided on again while the need waits for
/// one giver more: what can follow once it is agreed.
pub(crate) fn intensified() -> (Vec<Command>, Vec<Command>) {
    let of = json!({"deployment": id(21)});
    let monitored = json!({"need": id(11), "channel": "data_check", "on": "2026-10-05", "rating": "red"});
    let asked = |number, outcome: &str| json!({"decision": id(number), "need": id(11), "outcome": outcome, "reasons": []});
    let decided = |number, outcome: &str| json!({"decision": id(number), "outcome": outcome});
    let follows = commands(&[
        ("close_need", json!({"need": id(11)})),
        ("start_deployment", of.clone()),
        ("complete_deployment", of.clone()),
        ("cancel_deployment", of),
        ("record_monitoring", monitored),
        ("recommend_reallocation", asked(93, "intensify")),
        ("decide_reallocation", decided(93, "intensify")),
        ("recommend_reallocation", asked(95, "switch")),
        ("decide_reallocation", decided(95, "switch")),
    ]);
    let agreed = of_kind(Machine::Deployment)
        .into_iter()
        .filter(|it| it.act() == Act::AgreeDeployment);
    let before = before_agreement().into_iter().chain(agreed).collect();
    (before, [opening(), follows].concat())
}

/// What leads up to a deployment with its conflicts cleared and every consent given.
pub(crate) fn before_agreement() -> Vec<Command> {
    let all = [opening(), of_kind(Machine::Deployment)].concat();
    let codes = [
        Act::OpenCycle,
        Act::ReportNeed,
        Act::BeginDiagnosis,
        Act::AgreeDiagnosis,
        Act::ProposeDeployment,
        Act::SendRequest,
        Act::RecordReceipt,
        Act::ReviewRequest,
        Act::ClearConflict,
        Act::GiveConsent,
    ];
    let of = |act: &Act| {
        all.iter()
            .filter(|command| command.act() == *act)
            .cloned()
            .collect::<Vec<_>>()
    };
    codes.iter().flat_map(of).collect()
}

/// What cannot be had again without end: the lists that a cycle keeps.
fn offered(cycle: &collegium_cycle::cycle::Cycle, command: &Command) -> bool {
    match command.act() {
        Act::RecordMonitoring => cycle.needs.values().all(|need| need.observations.is_empty()),
        Act::UsePower => cycle.concerns.values().all(|concern| concern.powers.is_empty()),
        Act::PauseCycle | Act::StopCycle => {
            cycle.opened.as_ref().is_none_or(|opened| opened.pauses.len() < 2)
        }
        Act::ReportStrike => cycle.school_record.strikes.is_empty(),
        Act::ReportInspection => cycle.school_record.inspections.is_empty(),
        Act::DeclareInterest => cycle.school_record.interests.is_empty(),
        Act::GiveConsent => cycle.deployments.values().all(|it| it.consents.len() < 3),
        Act::LogTime => cycle.deployments.values().all(|it| it.delivered.is_empty()),
        Act::NoteProgress => cycle.objectives.values().all(|it| it.notes.is_empty()),
        Act::RecordSession => cycle.coachings.values().all(|it| it.sessions.is_empty()),
        Act::CompletePart => cycle.due_diligences.values().all(|it| it.parts.is_empty()),
        _ => true,
    }
}

/// A world of these commands that begins after others were done on its first day.
pub(crate) fn world_after(before: &[Command], commands: Vec<Command>) -> World {
    let mut world = world(commands);
    let [one, _] = people(&protocol());
    for command in before {
        world.start.when(&one, command.clone()).then_accepted();
    }
    world
}

/// A world of these commands, at two moments: the first day, and one on which visits and starts have come
/// and answers are overdue.
pub(crate) fn world(commands: Vec<Command>) -> World {
    let protocol = protocol();
    let [one, other] = people(&protocol);
    let rules = Rules::compile(protocol).unwrap_or_else(|fault| panic!("{fault}"));
    let calendar = SchoolCalendar::typical_england(2026, 2).unwrap();
    let moments = ["2026-09-07T09:00:00", "2026-10-05T09:00:00"]
        .map(|text| text.parse().unwrap())
        .to_vec();
    let start = Story::under(rules, calendar, "2026-09-07".parse().unwrap());
    let mut moves: Vec<(Who, Command)> = Vec::new();
    for command in commands {
        // The second person decides; a world in which both do everything shows nothing more.
        let decides = matches!(command.act(), Act::DecideReallocation | Act::DecideApproval);
        let known = moves.iter().any(|(_, it)| *it == command);
        if decides && !known {
            moves.push((other.clone(), command.clone()));
        }
        if !known {
            moves.push((one.clone(), command));
        }
    }
    World {
        offers: offered,
        ..World::new(start, moments, moves)
    }
}
