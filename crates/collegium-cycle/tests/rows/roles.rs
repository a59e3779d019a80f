//! In which role an entry stands.

use crate::world::*;
use collegium_cycle::{
    acts::Command,
    deployment::{Consent, Declined},
    kit::{Story, Who},
};

#[test]
fn an_entry_stands_in_the_role_that_is_claimed_or_the_first_that_may() {
    let mut story = opened_with(|protocol| {
        protocol.approvals.insert(code("plan"), rule(&[]));
    });
    diagnosed(&mut story, 1, 1);
    cleared(&mut story, proposal(1, 1));
    let everybody = Who::in_role("host_head")
        .and("responsible_body")
        .and("adviser")
        .and("commissioner")
        .and("broker");
    let recorded = |story: &Story, who: &Who, command: &Command| {
        let context = story.context(who);
        let role = story.cycle.recorded_role(command, &context, &story.rules);
        role.map(|role| role.as_str().to_owned())
    };
    let by = role("commissioner");
    let deployment = deployment(1);
    let declined = Command::DeclineDeployment(Declined {
        deployment,
        by: by.clone(),
    });
    let consented = Command::GiveConsent(Consent { deployment, by });
    for (command, expected) in [
        (declined, "commissioner"),
        (consented, "commissioner"),
        (open_cycle(), "responsible_body"),
        (recommend_approval(1, "plan", "go"), "adviser"),
        (agree_diagnosis(1, 1), "adviser"),
    ] {
        let found = recorded(&story, &everybody, &command);
        assert_eq!(found.as_deref(), Some(expected), "{}", command.act());
    }
    // Who overrides does so in the role that may.
    let urgent = everybody.clone().because("risk").urgently();
    let found = recorded(&story, &urgent, &agree_diagnosis(1, 1));
    assert_eq!(found.as_deref(), Some("responsible_body"));
    // A fact is anybody's, in no role.
    assert_eq!(recorded(&story, &everybody, &report_need(2)), None);
    story.does("adviser", recommend_approval(1, "plan", "go"));
    let found = recorded(&story, &everybody, &decide_approval(1, "go"));
    assert_eq!(found.as_deref(), Some("commissioner"));
}
