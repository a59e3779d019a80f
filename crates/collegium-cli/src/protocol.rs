//! `collegium protocol list|show|check|diagram|diff`.

mod show;

use crate::{
    arguments::{
        DiagramFormat, Protocol, ProtocolCheck, ProtocolCommand, ProtocolDiagram, ProtocolDiff, ProtocolShow,
        Protocols,
    },
    failure::{Failure, read},
    printing::{in_json, to_stdout},
};
use collegium::{
    cycle::{
        child::Machine,
        protocol::{self, NotAProtocol, Preset, check::InvalidProtocol, diff::diff, line_of},
        rules::Rules,
    },
    engine::network::Network,
    report::diagram,
};
use std::{fmt::Write, path::Path};

pub(crate) fn run(arguments: &Protocol) -> Result<(), Failure> {
    match &arguments.command {
        ProtocolCommand::List(it) => list(it.json),
        ProtocolCommand::Show(it) => show(it),
        ProtocolCommand::Check(it) => check(it),
        ProtocolCommand::Diagram(it) => draw(it),
        ProtocolCommand::Diff(it) => compare(it),
    }
}

/// A protocol with where it came from.
struct Given {
    label: String,
    text: String,
    is_json: bool,
    protocol: protocol::Protocol,
}

/// The compiled rules of a protocol by its name or file.
pub(crate) fn rules(name: &str) -> Result<Rules, Failure> {
    let given = given(name)?;
    let Given {
        label,
        text,
        is_json,
        protocol,
    } = given;
    Rules::compile(protocol).map_err(|invalid| told(&label, &text, is_json, &invalid))
}

/// A network that was not opened yet, with every protocol that is at hand.
pub(crate) fn network(protocols: &Protocols) -> Result<Network, Failure> {
    let own = rules(&protocols.own).map(Network::new);
    protocols
        .also
        .iter()
        .map(|name| rules(name))
        .fold(own, |network, other| match (network, other) {
            (Ok(network), Ok(other)) => Ok(network.with_protocol(other)),
            (Err(before), Err(found)) => Err(before.and(found)),
            (Err(fault), Ok(_)) | (Ok(_), Err(fault)) => Err(fault),
        })
}

/// Reads a protocol by its name or file.
fn given(name: &str) -> Result<Given, Failure> {
    if let Some(preset) = Preset::named(name) {
        return Ok(Given {
            label: name.to_owned(),
            text: preset.text.to_owned(),
            is_json: false,
            protocol: preset.protocol(),
        });
    }
    let path = Path::new(name);
    if !path.exists() && path.extension().is_none() {
        let names: Vec<_> = Preset::ALL.iter().map(|preset| preset.name).collect();
        let help = format!("name a file, or one of {}", names.join(", "));
        return Err(Failure::new(
            format!("no protocol {name:?} is built in, and there is no such file"),
            &help,
        ));
    }
    let bytes = read(path)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::new(
            format!("{name}: the text is not UTF-8"),
            "write the protocol as UTF-8",
        )
    })?;
    let is_json = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let read = if is_json {
        protocol::Protocol::from_json(&text)
    } else {
        protocol::Protocol::from_toml(&text)
    };
    let protocol = read.map_err(|fault| unread(name, &fault))?;
    Ok(Given {
        label: name.to_owned(),
        text,
        is_json,
        protocol,
    })
}

fn unread(label: &str, fault: &NotAProtocol) -> Failure {
    let told: Vec<_> = fault
        .faults
        .iter()
        .map(|fault| {
            let line = fault.line.map_or_else(String::new, |line| format!("{line}:"));
            let place = if fault.place.is_empty() {
                String::new()
            } else {
                format!("{}: ", fault.place)
            };
            format!("{label}:{line} {place}{}", fault.what)
        })
        .collect();
    Failure::all(
        &told,
        |_| "correct the field; `collegium protocol show default --toml` is an example",
    )
}

/// Every fault with its line, where the text has lines that can be told.
fn told(label: &str, text: &str, is_json: bool, invalid: &InvalidProtocol) -> Failure {
    let faults = invalid.faults.iter().map(|fault| {
        let line = if is_json {
            None
        } else {
            line_of(text, &fault.place)
        };
        let line = line.map_or_else(String::new, |line| format!("{line}:"));
        Failure::new(format!("{label}:{line} {fault}"), fault.kind.help())
    });
    let help = "report this: a protocol that does not hold has a fault";
    faults
        .reduce(Failure::and)
        .unwrap_or_else(|| Failure::new(label, help))
}

fn list(json: bool) -> Result<(), Failure> {
    let mut text = String::new();
    for preset in Preset::ALL {
        let protocol = preset.protocol();
        let pin = rules(preset.name)?.pin().clone();
        if json {
            text.push_str(&in_json(
                &serde_json::json!({"title": protocol.title, "pin": pin}),
            ));
        } else {
            let hash = pin.hash.get(..12).unwrap_or(&pin.hash);
            let _ = writeln!(
                text,
                "{:<26} version {}  {hash}  {}",
                preset.name, pin.version, protocol.title
            );
        }
    }
    to_stdout(&text)
}

fn show(arguments: &ProtocolShow) -> Result<(), Failure> {
    let given = given(&arguments.protocol)?;
    if arguments.toml {
        if given.is_json {
            let unwritable = |error| Failure::new(error, "report this: every protocol should be writable");
            return to_stdout(&given.protocol.to_toml().map_err(unwritable)?);
        }
        return to_stdout(&given.text);
    }
    if arguments.json {
        return to_stdout(&in_json(&given.protocol));
    }
    to_stdout(&show::told(&rules(&arguments.protocol)?))
}

fn check(arguments: &ProtocolCheck) -> Result<(), Failure> {
    let rules = rules(&arguments.protocol)?;
    let pin = rules.pin();
    to_stdout(&if arguments.json {
        in_json(pin)
    } else {
        format!("{} version {} holds; hash {}\n", pin.id, pin.version, pin.hash)
    })
}

fn draw(arguments: &ProtocolDiagram) -> Result<(), Failure> {
    let rules = rules(&arguments.protocol)?;
    let machine = match &arguments.machine {
        None => None,
        Some(code) => Some(machine(code)?),
    };
    to_stdout(&match arguments.format {
        DiagramFormat::Mermaid => diagram::mermaid(&rules, machine),
        DiagramFormat::Dot => diagram::dot(&rules, machine),
        DiagramFormat::Table => diagram::table(&rules, machine),
    })
}

fn machine(code: &str) -> Result<Machine, Failure> {
    let found = Machine::ALL
        .iter()
        .copied()
        .find(|machine| machine.code() == code);
    found.ok_or_else(|| {
        let codes: Vec<_> = Machine::ALL.iter().map(|machine| machine.code()).collect();
        let help = format!("name one of {}", codes.join(", "));
        Failure::new(format!("there is no machine {code:?}"), &help)
    })
}

fn compare(arguments: &ProtocolDiff) -> Result<(), Failure> {
    let (before, after) = (given(&arguments.before)?, given(&arguments.after)?);
    let changes = diff(&before.protocol, &after.protocol);
    let mut text = String::new();
    for change in &changes {
        if arguments.json {
            text.push_str(&in_json(change));
        } else {
            let _ = writeln!(text, "{change}");
        }
    }
    if changes.is_empty() && !arguments.json {
        text.push_str("no difference\n");
    }
    to_stdout(&text)
}
