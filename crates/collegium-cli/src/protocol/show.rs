//! A protocol in words.

use collegium::cycle::{
    child::Machine,
    protocol::{Branch, Guard},
    rules::Rules,
};
use collegium::model::{code::Role, short_code::TaskCode};
use std::fmt::Write;

/// Who may do what, under which conditions and by when.
pub(super) fn told(rules: &Rules) -> String {
    let (protocol, pin) = (rules.protocol(), rules.pin());
    let mut text = String::new();
    let title = if protocol.title.is_empty() {
        pin.id.as_str()
    } else {
        &protocol.title
    };
    let _ = writeln!(
        text,
        "{title}\n{} version {}, hash {}",
        pin.id, pin.version, pin.hash
    );
    for source in &protocol.sources {
        let _ = writeln!(text, "  {source}");
    }
    steps(rules, &mut text);
    tasks(rules, &mut text);
    decisions(rules, &mut text);
    if !protocol.deadlines.is_empty() {
        text.push_str("\nDeadlines\n");
    }
    for deadline in &protocol.deadlines {
        let _ = write!(
            text,
            "  {}: {} after {}",
            deadline.id.label(),
            deadline.due,
            deadline.in_phase.replace('_', " ")
        );
        if let Some(grace) = deadline.grace {
            let _ = write!(text, ", {grace} of grace");
        }
        if let Some(close) = deadline.close {
            let _ = write!(text, ", closed after {}", close.0);
        }
        text.push('\n');
    }
    text
}

fn steps(rules: &Rules, text: &mut String) {
    for machine in Machine::ALL {
        let acts: Vec<_> = rules
            .possible(*machine)
            .iter()
            .filter(|act| rules.step(**act).is_some())
            .collect();
        if acts.is_empty() || matches!(machine, Machine::Task | Machine::Approval) {
            continue;
        }
        let _ = writeln!(text, "\n{}", capital(machine.words()));
        for act in acts {
            let who = match act.kind() {
                collegium::cycle::acts::Kind::Fact => "everybody, as a report of fact".to_owned(),
                collegium::cycle::acts::Kind::Wish => roles(rules, rules.roles(*act)),
            };
            let _ = writeln!(text, "  {}: {who}", act.label());
            for guard in rules.guards(*act) {
                let _ = writeln!(text, "      {}", condition(*guard));
            }
        }
    }
}

fn tasks(rules: &Rules, text: &mut String) {
    let protocol = rules.protocol();
    if !protocol.milestones.is_empty() {
        text.push_str("\nMilestones\n");
    }
    for milestone in &protocol.milestones {
        let _ = writeln!(text, "  {}", milestone.label);
    }
    if !protocol.tasks.is_empty() {
        text.push_str("\nTasks\n");
    }
    for task in &protocol.tasks {
        let _ = writeln!(text, "  {}: {}", task.label, roles(rules, &task.roles));
        if !task.after.is_empty() {
            let after: Vec<_> = task.after.iter().map(TaskCode::label).collect();
            let _ = writeln!(text, "      after {}", after.join(", ").to_lowercase());
        }
        branches(&task.when, text);
        if !task.outcomes.is_empty() {
            let outcomes: Vec<_> = task.outcomes.values().map(String::as_str).collect();
            let _ = writeln!(text, "      comes to: {}", outcomes.join("; "));
        }
        if let Some(due) = task.due {
            let _ = writeln!(text, "      due within {due}");
        }
    }
}

fn decisions(rules: &Rules, text: &mut String) {
    let protocol = rules.protocol();
    if !protocol.approvals.is_empty() {
        text.push_str("\nDecisions\n");
    }
    for rule in protocol.approvals.values() {
        let _ = writeln!(
            text,
            "  {}: {} recommends, {} decides",
            rule.label,
            roles(rules, &rule.recommended_by),
            roles(rules, &rule.decided_by)
        );
        branches(&rule.when, text);
        let outcomes: Vec<_> = rule.outcomes.values().map(String::as_str).collect();
        let _ = writeln!(text, "      comes to: {}", outcomes.join("; "));
    }
}

fn branches(when: &[Branch], text: &mut String) {
    for branch in when {
        let of = branch
            .approval
            .map(|it| it.label())
            .or_else(|| branch.task.map(|it| it.label()));
        let outcomes: Vec<_> = branch.is.iter().map(|it| it.label().to_lowercase()).collect();
        let _ = writeln!(
            text,
            "      where {} came to {}",
            of.unwrap_or_default().to_lowercase(),
            outcomes.join(" or ")
        );
    }
}

/// A guard in one sentence, with its parameter.
fn condition(guard: Guard) -> String {
    let says = guard.says().trim_end_matches('.');
    match guard {
        Guard::TaskComplete(code) => format!("{says}: {}", code.label().to_lowercase()),
        Guard::PartComplete(code) => format!("{says}: {}", code.label().to_lowercase()),
        Guard::Fact(name) => format!("{says}: {}", name.label().to_lowercase()),
        Guard::Approved(it) => {
            let (approval, outcome) = (it.approval.label().to_lowercase(), it.is.label().to_lowercase());
            format!("{says}: {approval} came to {outcome}")
        }
        Guard::NotBefore(span) => format!("{says}: {span}"),
        _ => says.to_owned(),
    }
}

fn roles(rules: &Rules, roles: &[Role]) -> String {
    if roles.is_empty() {
        return "nobody".to_owned();
    }
    let labels = &rules.protocol().roles;
    let label = |role: &Role| labels.get(role).cloned().unwrap_or_else(|| role.label());
    roles.iter().map(label).collect::<Vec<_>>().join(", ")
}

fn capital(words: &str) -> String {
    let mut capital = words.to_owned();
    if let Some(first) = capital.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    capital
}
