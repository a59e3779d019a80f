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

fn need() -> Vec<(&'static str, Value)> {
    let of = json!({"need": id(11)});
    vec![
        (
            "report_need",
            json!({"need": {
                "id": id(11), "school": school(), "area": "leadership", "severity": "high", "units": 1,
                "source": {"kind": "reported"},
            }}),
        ),
        ("begin_diagnosis", of.clone()),
        (
            "agree_diagnosis",
            json!({"need": id(11), "severity": "high", "units": 1}),
        ),
        ("close_need", of),
    ]
}

fn deployment() -> Vec<(&'static str, Value)> {
    let of = json!({"deployment": id(21)});
    let mut all = need();
    all.extend([
        (
            "propose_deployment",
            json!({
                "deployment": id(21), "need": id(11), "giver": id(201), "half_days": 52, "round": null,
                "kind": "executive_leader", "leads": 2,
            }),
        ),
        (
            "send_request",
            json!({
                "request": id(31), "kind": "conflict_declaration", "deployment": id(21), "of": "commissioner",
            }),
        ),
        ("record_receipt", json!({"request": id(31)})),
        ("review_request", json!({"request": id(31), "clear": true})),
        ("clear_conflict", of.clone()),
        ("give_consent", json!({"deployment": id(21), "by": "host_head"})),
        (
            "give_consent",
            json!({"deployment": id(21), "by": "commissioner"}),
        ),
        (
            "agree_deployment",
            json!({"deployment": id(21), "agreement": {
                "from": "2026-10-05", "to": "2027-07-09", "cover_cost_pence": 0,
            }}),
        ),
        ("start_deployment", of.clone()),
        ("taper_deployment", of.clone()),
        ("complete_deployment", of.clone()),
        ("review_impact", json!({"deployment": id(21), "rating": "green"})),
        ("withdraw_deployment", of.clone()),
        ("cancel_deployment", of),
    ]);
    all
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
                json!({"need": id(11), "channel": "data_check", "on": "2026-09-07", "rating": "red"});
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
        Act::GiveConsent => cycle.deployments.values().all(|it| it.consents.len() < 3),
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
