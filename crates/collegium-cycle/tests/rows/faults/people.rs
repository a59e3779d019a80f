//! Who may do what: roles stand where they mean something, somebody may do what is to be done, and nobody
//! decides on what they recommend.

use super::*;

#[test]
fn roles_stand_with_the_step_the_task_or_the_decision_and_not_with_a_report_of_fact() {
    let decision = r#"
[approvals.plan]
label = "Plan"
outcomes = { go = "Go" }
recommended_by = ["adviser"]
decided_by = ["head"]
[[tasks]]
code = "survey"
label = "Survey"
roles = ["adviser"]
"#;
    told_of("reopen_task = {}\nrevoke_approval = {}", decision, &[]);
    told_of(
        &steps(&["reopen_task", "revoke_approval"]),
        decision,
        &[
            "steps.reopen_task.roles: the roles of this step stand with each task",
            "steps.revoke_approval.roles: the roles of this step stand with each approval",
        ],
    );
    told_of(r#"report_need = { notify = ["head"] }"#, "", &[]);
    told_of(
        &steps(&["report_need"]),
        "",
        &["steps.report_need.roles: a report of fact is anybody's, so roles here mean nothing"],
    );
}

#[test]
fn somebody_may_do_every_step_every_task_and_either_half_of_a_decision() {
    let tables = r#"
[approvals.plan]
label = "Plan"
outcomes = { go = "Go" }
recommended_by = []
decided_by = []
[[tasks]]
code = "survey"
label = "Survey"
roles = ["adviser"]
[[tasks]]
code = "letter"
label = "Letter"
roles = []
"#;
    told_of(
        r#"pause_cycle = { roles = ["adviser"] }
resume_cycle = {}
stop_cycle = { roles = ["adviser"], guards = ["review_agreed"], override = { roles = [], lifts = ["review_agreed"] } }"#,
        tables,
        &[
            "approvals.plan.decided_by: no role may do this",
            "approvals.plan.recommended_by: no role may do this",
            "steps.resume_cycle.roles: no role may do this",
            "steps.stop_cycle.guards[0]: \"review_agreed\" can never hold: it takes agree_report, which the protocol leaves out",
            "steps.stop_cycle.override.roles: no role may do this",
            "tasks[1].roles: no role may do this",
        ],
    );
}

#[test]
fn nobody_decides_on_what_they_recommend() {
    let tables = r#"
[approvals.plan]
label = "Plan"
outcomes = { go = "Go" }
recommended_by = ["head", "adviser"]
decided_by = ["head"]
"#;
    told_of(
        "",
        tables,
        &["approvals.plan.decided_by: head would decide on what it recommends itself"],
    );
    let found = faults(|protocol| {
        let decide = protocol.steps.get_mut(&Act::DecideReallocation).unwrap();
        decide.roles.extend([role("adviser")]);
    });
    assert_eq!(
        found,
        ["steps.decide_reallocation.roles: adviser would decide on what it recommends itself"]
    );
}

#[test]
fn consent_is_asked_of_those_who_may_give_it() {
    let impossible = |place: &str, role: &str| {
        format!("{place}: consent is asked of {role}, which may not give it in steps.give_consent")
    };
    let found = faults(|protocol| protocol.consents.extend([role("governor")]));
    assert_eq!(found, [impossible("consents[4]", "governor")]);
    // With the step, what waits for it is gone, too.
    let found = faults(|protocol| drop(protocol.steps.remove(&Act::GiveConsent)));
    for (index, role) in [
        "host_head",
        "releasing_employer",
        "deployed_person",
        "commissioner",
    ]
    .iter()
    .enumerate()
    {
        let expected = impossible(&format!("consents[{index}]"), role);
        assert!(found.contains(&expected), "{expected}\n{found:#?}");
    }
}

#[test]
fn what_is_deployed_has_a_size() {
    use collegium_model::{quantity::HalfDays, support::SupportKind};
    let found = faults(|protocol| {
        protocol.sizes.insert(SupportKind::CpdlProgramme, HalfDays(0));
    });
    assert_eq!(
        found,
        ["sizes.cpdl_programme: a deployment takes at least one half-day"]
    );
    let least = faults(|protocol| {
        protocol.sizes.insert(SupportKind::CpdlProgramme, HalfDays(1));
    });
    assert_eq!(least, [""; 0]);
    let found = faults(|protocol| {
        protocol.sizes.clear();
        protocol.pressure.clear();
    });
    assert_eq!(found, ["sizes: deployments are proposed, but no kind has a size"]);
}

#[test]
fn an_override_lifts_a_condition_of_the_step_and_none_of_the_law() {
    let found = faults(|protocol| {
        let lifts = vec![Guard::ReviewAgreed, Guard::Notice, Guard::ReasonGiven];
        let step = protocol.steps.get_mut(&Act::CloseNeed).unwrap();
        step.guards = vec![Guard::ReviewAgreed];
        let roles = [role("broker")].into();
        step.urgent = Some(Override { roles, lifts });
    });
    assert_eq!(
        found,
        [
            "steps.close_need.override.lifts[1]: \"notice\" is no condition of this step, so there is nothing to lift",
            "steps.close_need.override.lifts[2]: \"reason_given\" holds under every protocol and cannot be lifted",
        ]
    );
}

#[test]
fn at_most_is_no_less_than_at_least() {
    let limits = |least: u16, most: u16| {
        faults(|protocol| {
            (protocol.team.least_peers, protocol.team.most_peers) = (least, Some(most));
            (protocol.visit.least_days, protocol.visit.most_days) = (least, Some(most));
        })
    };
    assert_eq!(limits(3, 3), [""; 0]);
    assert_eq!(limits(3, 4), [""; 0]);
    assert_eq!(
        limits(3, 2),
        [
            "team.most_peers: at most 2 is less than at least 3",
            "visit.most_days: at most 2 is less than at least 3",
        ]
    );
    // A visit takes a day, whatever is said; a team can do without peers.
    assert_eq!(
        limits(0, 0),
        ["visit.most_days: at most 0 is less than at least 1"]
    );
}
