//! Every step can be reached, and nothing is entered that can never be left.

use super::*;
use collegium_cycle::{
    need::NeedPhase,
    protocol::{Leaving, MovingOn},
};

fn unreachable(act: &str) -> String {
    format!("steps.{act}: nothing leads to where this step begins")
}

fn dead_end(machine: &str, phase: &str) -> String {
    format!("steps: a {machine} in phase {phase:?} could never leave it")
}

#[test]
fn a_step_that_begins_where_nothing_leads_is_unreachable() {
    let joiners = ["register_interest", "begin_triage", "decline_joiner"];
    told_of(&steps(&joiners), "", &[]);
    told_of(
        &steps(&joiners[1..]),
        "",
        &[&unreachable("begin_triage"), &unreachable("decline_joiner")],
    );
    let accepted = [&joiners[..], &["accept_joiner", "onboard_joiner"]].concat();
    told_of(
        &steps(&accepted),
        "",
        &[&unreachable("accept_joiner"), &unreachable("onboard_joiner")],
    );
}

#[test]
fn a_fact_about_something_is_taken_where_there_can_be_such_a_thing() {
    let told = r#"
record_receipt = { notify = ["head"] }
record_monitoring = { notify = ["head"] }
report_vacancy = { notify = ["head"] }
"#;
    told_of(told, "", &[&unreachable("record_receipt")]);
    let asking = steps(&["send_request", "review_request"]);
    told_of(&(told.to_owned() + &asking), "", &[]);
}

#[test]
fn what_is_entered_can_be_left_by_a_step_or_with_its_cycle() {
    let protocol = |acts: &[&str], without: Option<Act>, leaving: Option<Leaving>| {
        let mut protocol = small(&steps(acts), "");
        if let Some(act) = without {
            protocol.steps.remove(&act);
        }
        let said = leaving.map(|it| (Act::CloseCycle, [(Machine::Request, it)].into()));
        protocol.moving_on = MovingOn(said.into_iter().collect());
        faults(|it| *it = protocol)
    };
    // A need is a fact: it is there under every protocol.
    assert_eq!(
        protocol(&[], Some(Act::CloseNeed), None),
        [dead_end("need", "scoping")]
    );
    assert_eq!(
        protocol(&["begin_diagnosis"], Some(Act::CloseNeed), None),
        [dead_end("need", "diagnosis")]
    );
    assert_eq!(
        protocol(&["plan_review", "form_team"], None, None),
        [dead_end("review", "team_formed")]
    );
    // A request does not end with its cycle unless the protocol says so; an enquiry does.
    let asked = ["send_request"];
    assert_eq!(protocol(&asked, None, None), [dead_end("request", "received")]);
    assert_eq!(protocol(&asked, None, Some(Leaving::End)), [""; 0]);
    assert_eq!(
        protocol(&asked, Some(Act::CloseCycle), Some(Leaving::End)),
        [dead_end("cycle", "active"), dead_end("request", "received")]
    );
    assert_eq!(protocol(&["open_enquiry"], None, None), [""; 0]);
    assert_eq!(
        protocol(
            &["open_enquiry", "pause_cycle", "resume_cycle"],
            Some(Act::CloseCycle),
            None
        ),
        [dead_end("enquiry", "open")]
    );
}

#[test]
fn a_need_goes_on_with_its_help_and_must_not_end_there() {
    let help = [
        "begin_diagnosis",
        "agree_diagnosis",
        "propose_deployment",
        "clear_conflict",
        "review_request",
        "send_request",
        "give_consent",
        "agree_deployment",
        "start_deployment",
        "complete_deployment",
    ];
    let sizes = "[sizes]\ncoach = 2\n";
    told_of(&steps(&help), sizes, &[]);
    let mut protocol = small(&steps(&help), sizes);
    protocol.steps.remove(&Act::CloseNeed);
    let found = faults(|it| *it = protocol.clone());
    assert_eq!(found, [dead_end("need", "monitoring")]);
}

#[test]
fn a_need_whose_phase_is_left_out_goes_on_to_the_next() {
    let without = |left_out: &[NeedPhase], acts: &[&str], closes: bool| {
        let mut protocol = small(&steps(acts), "");
        protocol.phases.retain(|it| !left_out.contains(it));
        if !closes {
            protocol.steps.remove(&Act::CloseNeed);
        }
        faults(|it| *it = protocol)
    };
    let agree = ["agree_diagnosis"];
    assert_eq!(without(&[], &agree, true), [unreachable("agree_diagnosis")]);
    assert_eq!(without(&[NeedPhase::Scoping], &agree, true), [""; 0]);
    // Nobody stands where it is left out, so nobody is stuck there.
    assert_eq!(
        without(&[NeedPhase::Scoping], &agree, false),
        [dead_end("need", "matching")]
    );
    // With all behind it left out, an agreed diagnosis closes a need.
    let rest = [
        NeedPhase::Scoping,
        NeedPhase::Matching,
        NeedPhase::Deployment,
        NeedPhase::Monitoring,
        NeedPhase::Reallocation,
        NeedPhase::Closed,
    ];
    assert_eq!(
        without(&rest, &["agree_diagnosis", "reopen_need"], false),
        [""; 0]
    );
}

#[test]
fn what_becomes_of_open_things_is_said_of_an_act_that_closes_and_can_come_about() {
    told_of(
        &steps(&["stop_cycle"]),
        r#"
[moving_on.close_cycle]
challenge = "end"
concern = "keep"
request = "end"
review = "refuse"
[moving_on.close_need]
concern = "end"
request = "keep"
[moving_on.open_cycle]
request = "end"
[moving_on.stop_cycle]
request = "keep"
"#,
        &[
            "moving_on.close_cycle.challenge: a challenge cannot end with what it belongs to: somebody must end it",
            "moving_on.close_cycle.concern: a closed cycle has nothing open, so a concern cannot be kept",
            "moving_on.close_need.concern: a concern cannot end with what it belongs to: somebody must end it",
            "moving_on.open_cycle: open_cycle closes nothing over what is open in it",
        ],
    );
}
