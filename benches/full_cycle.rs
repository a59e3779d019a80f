//! A cycle in which everything goes on at once: what a page of actions costs at its worst.

use collegium::{
    cycle::{
        acts::{Act, Command, Kind},
        child::Machine,
        kit::{Story, Who},
        protocol::{Protocol, Step},
        rules::Rules,
        serde_json::{Value, json},
    },
    model::{calendar::SchoolCalendar, code::Role, uuid::Uuid},
};

/// A cycle with a machine of every kind open, more than thirty in all, on the day of a visit.
///
/// # Panics
/// Where a step that leads there is refused, or a kind is not open in the end.
pub fn full_cycle() -> Story {
    let rules = Rules::compile(protocol()).expect("the default protocol and what it leaves out hold");
    let calendar = SchoolCalendar::typical_england(2026, 2).expect("a calendar");
    let day = |text: &str| text.parse().expect("a day");
    let mut story = Story::under(rules, calendar, day("2026-09-07"));
    let broker = everybody(&story.rules);
    let all = |story: &mut Story, steps: &[(&str, Value)]| {
        for (code, data) in steps {
            let command = Command::read(code, data).expect("a command");
            // Each party to a deployment consents for itself.
            let party = data.get("by").and_then(Value::as_str).map(Who::in_role);
            let _ = story
                .when(party.as_ref().unwrap_or(&broker), command)
                .then_accepted();
        }
    };
    all(&mut story, &before_the_visit());
    story.on(day("2026-09-16"));
    all(&mut story, &report());
    all(&mut story, &help());
    all(&mut story, &beside());
    for machine in Machine::ALL.iter().filter(|machine| **machine != Machine::Cycle) {
        let mut open = story.cycle.open_children();
        assert!(
            open.any(|child| child.machine() == *machine),
            "no {machine:?} is open"
        );
    }
    assert!(story.cycle.open_children().count() > 30, "the cycle is not full");
    story
}

/// Somebody in every role of the protocol, with a reason at hand.
///
/// # Panics
/// Never: there is always a broker.
pub fn everybody(rules: &Rules) -> Who {
    Who {
        roles: rules.protocol().roles.keys().cloned().collect(),
        ..Who::in_role("broker").because("agreed")
    }
}

/// The default protocol with every step that it leaves out, two tasks, a decision and a part.
fn protocol() -> Protocol {
    let more = r#"
        id = "more"
        version = 1
        roles = { adviser = "Adviser", commissioner = "Commissioner" }
        progress = { as_planned = "As planned" }
        parts = { finance = "Finance" }
        tasks = [
            { code = "gather_data", label = "Gather data", roles = ["adviser"] },
            { code = "brief_governors", label = "Brief the governors", roles = ["adviser"] },
            { code = "write_plan", label = "Write the plan", roles = ["adviser"], after = ["gather_data"] },
        ]
        [approvals.plan]
        label = "Plan"
        outcomes = { approve = "Approve", reject = "Reject" }
        recommended_by = ["adviser"]
        decided_by = ["commissioner"]
        after = ["gather_data"]
    "#;
    let more = Protocol::from_toml(more).expect("a protocol");
    let mut protocol = Protocol {
        progress: more.progress,
        parts: more.parts,
        tasks: more.tasks,
        approvals: more.approvals,
        ..Protocol::standard()
    };
    for act in Act::ALL.iter().filter(|act| act.kind() == Kind::Wish) {
        let names_its_own = matches!(act.machine(), Machine::Task | Machine::Approval);
        let anybody = || vec![Role::new("adviser").expect("a code")];
        protocol.steps.entry(*act).or_insert_with(|| Step {
            roles: if names_its_own { Vec::new() } else { anybody() }.into(),
            ..Step::default()
        });
    }
    protocol
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

type Steps = Vec<(&'static str, Value)>;

fn before_the_visit() -> Steps {
    let reviewer = |person, from| json!({"person": id(person), "school": id(from), "has_shadowed": true});
    let (evaluation, review) = (json!({"self_evaluation": id(1)}), json!({"review": id(1)}));
    vec![
        ("open_cycle", json!({"school": id(100), "turn": 1})),
        ("draft_self_evaluation", evaluation.clone()),
        ("consult_on_self_evaluation", evaluation.clone()),
        ("submit_self_evaluation", evaluation),
        ("plan_review", review),
        (
            "form_team",
            json!({"review": id(1), "lead": reviewer(11, 301), "peers": [reviewer(12, 302), reviewer(13, 303)]}),
        ),
        ("schedule_review", json!({"review": id(1), "visit": "2026-09-16"})),
    ]
}

fn report() -> Steps {
    let review = || json!({"review": id(1)});
    vec![
        ("begin_review", review()),
        (
            "give_feedback",
            json!({"review": id(1), "ways": ["to_school", "to_team"]}),
        ),
        ("draft_report", review()),
        ("open_right_of_reply", review()),
        ("agree_report", review()),
    ]
}

/// Four needs: one is helped and waits for a decision, one for givers, two for a diagnosis.
fn help() -> Steps {
    let mut steps = Vec::new();
    for number in 1..=4 {
        let need = json!({
            "id": id(number), "school": id(100), "area": "leadership", "severity": "high", "units": 2,
            "source": {"kind": "reported"},
        });
        steps.push(("report_need", json!({"need": need})));
    }
    for number in 1..=3 {
        steps.push(("begin_diagnosis", json!({"need": id(number)})));
    }
    for number in 1..=2 {
        steps.push((
            "agree_diagnosis",
            json!({"need": id(number), "severity": "high", "units": 2}),
        ));
    }
    for (number, need) in [(1, 1), (2, 2), (3, 2)] {
        steps.push((
            "propose_deployment",
            json!({
                "deployment": id(number), "need": id(need), "giver": id(200 + number),
                "kind": "specialist_leader", "half_days": 10, "round": null,
            }),
        ));
        steps.push((
            "send_request",
            json!({
                "request": id(number), "kind": "conflict_declaration", "deployment": id(number),
                "of": "releasing_employer",
            }),
        ));
    }
    steps.push(("record_receipt", json!({"request": id(1)})));
    steps.push(("review_request", json!({"request": id(1), "clear": true})));
    steps.push(("clear_conflict", json!({"deployment": id(1)})));
    for by in [
        "host_head",
        "releasing_employer",
        "deployed_person",
        "commissioner",
    ] {
        steps.push(("give_consent", json!({"deployment": id(1), "by": by})));
    }
    let agreement = json!({
        "from": "2026-09-16", "to": "2027-07-09", "coordinator": id(9), "cover_cost_pence": 0,
    });
    steps.push((
        "agree_deployment",
        json!({"deployment": id(1), "agreement": agreement}),
    ));
    steps.push(("start_deployment", json!({"deployment": id(1)})));
    let observed = |channel| json!({"need": id(1), "channel": channel, "on": "2026-09-16", "rating": "red"});
    steps.push(("record_monitoring", observed("data_check")));
    steps.push(("record_monitoring", observed("informal_visit")));
    let recommended = json!({"decision": id(1), "need": id(1), "outcome": "continue", "reasons": []});
    steps.push(("recommend_reallocation", recommended));
    steps
}

/// What goes on beside, and the beginning of a second round.
fn beside() -> Steps {
    let mut steps = vec![
        ("draft_self_evaluation", json!({"self_evaluation": id(2)})),
        ("plan_review", json!({"review": id(2)})),
        (
            "send_request",
            json!({"request": id(4), "kind": "document", "of": "governor"}),
        ),
        (
            "call_workshop",
            json!({"workshop": id(1), "champion": id(6), "champion_from": id(302)}),
        ),
        (
            "plan_progress_review",
            json!({"progress_review": id(1), "on": "2026-11-09"}),
        ),
        ("complete_task", json!({"task": "gather_data"})),
        ("start_task", json!({"task": "brief_governors"})),
        ("start_task", json!({"task": "write_plan"})),
        (
            "recommend_approval",
            json!({"approval": id(1), "kind": "plan", "outcome": "approve"}),
        ),
        ("register_interest", json!({"due_diligence": id(1)})),
    ];
    for number in 1..=3 {
        steps.push(("open_enquiry", json!({"enquiry": id(number), "need": id(number)})));
        steps.push((
            "set_objective",
            json!({"objective": id(number), "need": id(number)}),
        ));
    }
    for number in 1..=2 {
        steps.push(("raise_concern", json!({"concern": id(number)})));
        steps.push(("raise_challenge", json!({"challenge": id(number)})));
        steps.push((
            "contract_coaching",
            json!({"coaching": id(number), "coach": id(20 + number), "coached": id(30 + number)}),
        ));
    }
    steps
}
