//! Who may do what, read from the protocol as it is written and from the machines' tables: the twin of the
//! judgement. It asks nothing of the compiled rules, of guards or of `decide`.

use collegium_cycle::{
    acts::{Act, Command, Kind},
    child::Child,
    cycle::Cycle,
    kit::{Story, Who},
    rules::Rules,
    serde_json::{self, Value},
};
use collegium_model::code::Role;

/// A protocol as it is written.
pub(crate) struct Written(Value);

impl Written {
    pub(crate) fn of(story: &Story) -> Self {
        Self(serde_json::to_value(story.rules.protocol()).unwrap())
    }

    /// Whether this role is named for the command; what is claimed in a role takes that role.
    pub(crate) fn may(&self, cycle: &Cycle, command: &Command, role: &Role) -> bool {
        let act = command.act();
        let kind = match (command, command.child()) {
            (Command::RecommendApproval(it), _) => Some(it.kind),
            (_, Child::Approval(id)) => cycle.approvals.get(&id).map(|it| it.kind),
            _ => None,
        };
        let approval = kind.map_or(&Value::Null, |kind| &self.0["approvals"][kind.as_str()]);
        let roles = match (act, command.child()) {
            (_, Child::Task(code)) => {
                let mut tasks = self.0["tasks"].as_array().unwrap().iter();
                let task = tasks.find(|task| task["code"] == code.as_str());
                task.map_or(&Value::Null, |task| &task["roles"])
            }
            (Act::RecommendApproval, _) => &approval["recommended_by"],
            (Act::DecideApproval | Act::RevokeApproval, _) => &approval["decided_by"],
            _ => &self.0["steps"][act.code()]["roles"],
        };
        let claimed = match command {
            Command::GiveConsent(it) => Some(&it.by),
            Command::DeclineDeployment(it) => Some(&it.by),
            _ => None,
        };
        let named = |roles: &Value| {
            roles
                .as_array()
                .is_some_and(|all| all.iter().any(|it| it == role.as_str()))
        };
        named(roles) && claimed.is_none_or(|claimed| claimed == role)
    }

    /// Every role that the protocol names, and one that it does not.
    pub(crate) fn roles(&self) -> Vec<Role> {
        let named = self.0["roles"].as_object().unwrap().keys().map(String::as_str);
        named
            .chain(["passer_by"])
            .map(|role| Role::new(role).unwrap())
            .collect()
    }
}

/// Whether a row of the machine's table begins where it stands.
fn begins(cycle: &Cycle, command: &Command) -> bool {
    let phase = cycle.stands(command.child()).map(|(phase, _)| phase);
    let rows = Rules::table(command.child().machine()).iter();
    rows.filter(|row| row.act == command.act())
        .any(|row| match (row.from.as_slice(), phase) {
            ([], phase) => phase.is_none(),
            (["**"], _) | (["*"], Some(_)) => true,
            (_, None) => false,
            (from, Some(phase)) => from.contains(&phase),
        })
}

/// A command put by the same person in each role alone, and in none, is allowed to those that the protocol
/// names and to nobody else, where somebody who holds every role could do it; and only where the table has a
/// row for it. Reports of fact ask for no role. The roles to which it is allowed.
pub(crate) fn only_whom_the_table_names(
    written: &Written,
    story: &Story,
    who: &Who,
    command: &Command,
) -> Result<Vec<Role>, String> {
    let act = command.act();
    let judged = |roles: &[Role]| {
        let who = Who {
            roles: roles.to_vec(),
            // An override lifts conditions for some of them only; it has tests of its own.
            urgent: false,
            ..who.clone()
        };
        story
            .cycle
            .decide(command, &story.context(&who), &story.rules)
            .is_ok()
    };
    let is_fact = act.kind() == Kind::Fact;
    let all = written.roles();
    let by_anybody = judged(&all);
    if by_anybody && !begins(&story.cycle, command) {
        return Err(format!("{act} is allowed where its table has no row"));
    }
    if judged(&[]) != (by_anybody && is_fact) {
        return Err(format!("{act} by somebody in no role"));
    }
    let may = |role: &Role| is_fact || written.may(&story.cycle, command, role);
    for role in &all {
        let (is_open, is_named) = (judged(std::slice::from_ref(role)), may(role));
        if is_open && !is_named {
            return Err(format!(
                "{act} is open to {role}, whom the protocol does not name"
            ));
        }
        if is_open != (by_anybody && is_named) {
            return Err(format!(
                "{act} is open to others and not to {role}, whom the protocol names"
            ));
        }
    }
    let allowed = all.into_iter().filter(|role| by_anybody && !is_fact && may(role));
    Ok(allowed.collect())
}
