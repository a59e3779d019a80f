//! Who may ask what, for people: every command with the roles that may ask it. Made from the list of acts and
//! from the presets, so that it cannot say anything else than the code.

use crate::acts::Act as NetworkAct;
use collegium_cycle::{
    acts::{Act, Kind},
    child::Machine,
    protocol::Preset,
    rules::Rules,
};
use std::{
    collections::BTreeSet,
    fmt::{self, Write},
};

/// The tables as Markdown: the network's own commands, then those of a cycle under each preset.
pub fn markdown() -> String {
    let mut text = String::from(
        "# Who may ask what\n\nGenerated from the code: `collegium schema commands --table`. A wish takes one of the \
         roles that are marked; whoever acts for somebody else needs the role themselves. A report of fact is open to \
         everybody.\n",
    );
    // Writing to a string cannot fail.
    let _ = network(&mut text);
    for preset in Preset::ALL {
        if let Ok(rules) = Rules::compile(preset.protocol()) {
            let _ = cycle(&mut text, preset.name, &rules);
        }
    }
    text
}

fn network(text: &mut String) -> fmt::Result {
    let roles: BTreeSet<_> = NetworkAct::ALL
        .iter()
        .flat_map(|act| act.roles())
        .copied()
        .collect();
    text.push_str("\n## A network's own commands\n\n| command |");
    for role in &roles {
        write!(text, " `{role}` |")?;
    }
    writeln!(text, "\n|---|{}", "---|".repeat(roles.len()))?;
    for act in NetworkAct::ALL {
        write!(text, "| `{}` |", act.code())?;
        for role in &roles {
            let mark = match act.kind() {
                Kind::Fact => "fact",
                Kind::Wish if act.roles().contains(role) => "may",
                Kind::Wish => "",
            };
            write!(text, " {mark} |")?;
        }
        text.push('\n');
    }
    let answers = "\n`answer_placement` takes the role of the side for which it answers: `releasing_employer` for the \
                   giver, `host_head` for the taker.\n";
    text.write_str(answers)
}

fn cycle(text: &mut String, name: &str, rules: &Rules) -> fmt::Result {
    writeln!(
        text,
        "\n## A cycle under `{name}`\n\n| command | who may ask it |\n|---|---|"
    )?;
    for act in Act::ALL {
        let roles = rules.roles(*act).iter().map(|role| format!("`{role}`"));
        let protocol = rules.protocol();
        let who = match (act.kind(), act.machine()) {
            (Kind::Fact, _) => "fact: everybody".to_owned(),
            (_, Machine::Task) if !protocol.tasks.is_empty() => "as the protocol says of the task".to_owned(),
            (_, Machine::Approval) if !protocol.approvals.is_empty() => {
                "as the protocol says of the approval".to_owned()
            }
            _ => roles.collect::<Vec<_>>().join(", "),
        };
        if !who.is_empty() {
            writeln!(text, "| `{act}` | {who} |")?;
        }
    }
    Ok(())
}
