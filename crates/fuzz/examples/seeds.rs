//! Writes a first corpus from the presets and from a story with fictional schools:
//! `cargo run -p collegium-fuzz --example seeds -- DIRECTORY`.

use collegium_cycle::{acts::Command, protocol::Preset, rules::Rules, serde_json};
use collegium_engine::{
    acts::Command as NetworkCommand,
    acts::Event,
    apply::Sent,
    entry::Entry,
    journal::Journal,
    matching::{objective::Objective, solve::solve},
    model::candidate::CandidateRules,
    network::Network,
    round::Basis,
};
use serde_json::{Map, Value, json};
use std::{env, error::Error, fs, path::Path};

type Fault = Box<dyn Error>;

fn main() -> Result<(), Fault> {
    let directory = env::args().nth(1).ok_or("usage: seeds DIRECTORY")?;
    let directory = Path::new(&directory);
    for preset in Preset::ALL {
        protocols(directory, *preset)?;
    }
    let rules = Rules::compile(Preset::DEFAULT.protocol())?;
    let pin = serde_json::to_string(rules.pin())?;
    let mut journal = Journal::new(Network::new(rules));
    let story: Vec<&str> = include_str!("../src/story.jsonl").lines().collect();
    for (index, line) in story.iter().enumerate() {
        let sent = Sent::read(line)?;
        let (_, entries) = sent.apply(&mut journal);
        if let NetworkCommand::InCycle(it) = &sent.command {
            command(directory, index, &it.command)?;
        }
        let mut raw = format!("after {index}\n");
        for entry in &entries {
            let line = entry.line()?;
            let name = format!("{}-{}", entry.position, entry.event.code());
            write(directory, "envelope", &name, &line)?;
            upcaster(directory, &name, entry)?;
            raw.extend([line.replace(&pin, "@pin").as_str(), "\n"]);
        }
        write(directory, "log", &format!("raw-{index}"), &raw)?;
        write(
            directory,
            "log",
            &format!("round-{index}"),
            &round(index, &journal)?,
        )?;
        let next: Vec<_> = story.iter().skip(index).take(3).copied().collect();
        let sent = format!("after {index}\n{}\n@seal\n", next.join("\n"));
        write(directory, "log", &format!("sent-{index}"), &sent)?;
    }
    Ok(())
}

/// A round of matching after so many lines of the story, from its opening to its close: what was put forward
/// is the best plan, with its proof.
fn round(index: usize, journal: &Journal) -> Result<String, Fault> {
    let id = |number: usize| format!("00000000-0000-0000-0000-{number:012x}");
    let candidates = journal
        .network()
        .candidates(&CandidateRules::default(), Basis::Diagnosed)?;
    let plan = solve(&candidates.problem, Objective::Coverage).to_file(&candidates.problem);
    let round = id(7);
    let opened = json!({
        "round": round, "objective": "coverage", "basis": "diagnosed", "candidates": candidates.rules,
    });
    let commands = [
        ("broker", "open_round", opened),
        (
            "broker",
            "propose_plan",
            json!({"round": round, "plan": plan, "needs": candidates.need_ids()}),
        ),
        ("commissioner", "confirm_plan", json!({"round": round})),
        ("broker", "close_round", json!({"round": round})),
    ];
    let mut text = format!("after {}\n", index + 1);
    for (number, (role, code, data)) in commands.into_iter().enumerate() {
        let command = json!({"type": code, "data": data});
        let actor = id(if role == "broker" { 1 } else { 2 });
        let (sent, at) = (id(100_000 + number), "2026-09-17T09:00:00");
        let sent = json!({"id": sent, "at": at, "actor": actor, "roles": [role], "command": command});
        text.extend([sent.to_string().as_str(), "\n"]);
    }
    Ok(text)
}

/// A preset whole, and each of its parts with no more than a protocol must have.
fn protocols(directory: &Path, preset: Preset) -> Result<(), Fault> {
    let protocol = preset.protocol();
    let name = preset.name;
    write(
        directory,
        "protocol",
        &format!("{name}.toml"),
        &protocol.to_toml()?,
    )?;
    write(
        directory,
        "protocol",
        &format!("{name}.json"),
        &serde_json::to_string(&protocol)?,
    )?;
    let Value::Object(fields) = serde_json::to_value(&protocol)? else {
        return Err("a protocol is an object".into());
    };
    for (field, value) in &fields {
        let needed = ["id", "version", "roles"];
        let needed = needed
            .iter()
            .filter_map(|it| Some(((*it).to_owned(), fields.get(*it)?.clone())));
        let mut part: Map<String, Value> = needed.collect();
        part.insert(field.clone(), value.clone());
        let text = Value::Object(part).to_string();
        write(directory, "protocol", &format!("{name}-{field}.json"), &text)?;
    }
    Ok(())
}

fn command(directory: &Path, index: usize, command: &Command) -> Result<(), Fault> {
    let line = serde_json::to_string(command)?;
    let name = format!("{index}-{}", command.act());
    write(directory, "command", &name, &format!("after {index}\n{line}\n"))
}

fn upcaster(directory: &Path, name: &str, entry: &Entry) -> Result<(), Fault> {
    let Event::InCycle(_, event) = &entry.event else {
        return Ok(());
    };
    let payload = event.payload()?;
    let text = format!("{}\n{}\n{payload}", event.code(), event.version());
    write(directory, "upcaster", name, &text)?;
    if event.version() > 1 {
        let mut old: Value = serde_json::from_str(payload.get())?;
        if let Value::Object(fields) = &mut old {
            fields.retain(|field, _| !["kind", "ways"].contains(&field.as_str()));
        }
        write(
            directory,
            "upcaster",
            &format!("{name}-old"),
            &format!("{}\n1\n{old}", event.code()),
        )?;
    } else {
        let later = json!({"later": payload});
        write(
            directory,
            "upcaster",
            &format!("{name}-later"),
            &format!("{}\n2\n{later}", event.code()),
        )?;
    }
    Ok(())
}

fn write(directory: &Path, input: &str, name: &str, text: &str) -> Result<(), Fault> {
    let directory = directory.join(input);
    fs::create_dir_all(&directory)?;
    fs::write(directory.join(name), text)?;
    Ok(())
}
