//! The protocol that `docs/protocols.md` writes: its edits are made, and what it shows is what is said.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use collegium::cycle::{
    protocol::{Preset, Protocol, check::InvalidProtocol, diff::diff, line_of},
    rules::Rules,
};
use std::{fmt::Write, fs, path::Path};

const PAGE: &str = include_str!("../../docs/protocols.md");

/// Every fenced block of the page: what stands behind its fence, and its text.
fn blocks() -> Vec<(&'static str, &'static str)> {
    let mut fences = PAGE.split("```");
    fences.next();
    let mut blocks = Vec::new();
    while let (Some(block), Some(_)) = (fences.next(), fences.next()) {
        blocks.push(block.split_once('\n').unwrap());
    }
    blocks
}

/// Makes the edit of one block; `before` is the block in front of it.
fn edit(file: &str, kind: &str, block: &str, before: &str) -> String {
    let once = |text: &str| assert_eq!(file.matches(text).count(), 1, "not once in the file:\n{text}");
    match kind {
        "toml,after" => {
            once(before);
            file.replace(before, block)
        }
        "toml,remove" => block.split("\n\n").fold(file.to_owned(), |file, paragraph| {
            let paragraph = format!("{}\n", paragraph.trim_end());
            assert_eq!(
                file.matches(&paragraph).count(),
                1,
                "not once in the file:\n{paragraph}"
            );
            file.replace(&format!("{paragraph}\n"), "")
                .replace(&paragraph, "")
        }),
        "toml,under" => {
            let (header, lines) = block.split_once('\n').unwrap();
            let header = format!("\n{header}\n");
            once(&header);
            file.replace(&header, &format!("{header}{lines}"))
        }
        "toml,end" => format!("{}\n\n{block}", file.trim_end()),
        _ => file.to_owned(),
    }
}

/// What `collegium protocol check` says of a file that does not hold; nothing where it holds.
fn check(name: &str, text: &str) -> String {
    let protocol = Protocol::from_toml(text).unwrap();
    let Err(InvalidProtocol { faults }) = Rules::compile(protocol) else {
        return String::new();
    };
    let mut told = String::new();
    for (index, fault) in faults.iter().enumerate() {
        let line = line_of(text, &fault.place).unwrap();
        let _ = writeln!(told, "error: {name}:{line}: {fault}");
        // Help that several faults share is told once, below the last of them.
        let help = fault.kind.help();
        if faults.get(index + 1).is_none_or(|next| next.kind.help() != help) {
            let _ = writeln!(told, "  help: {help}");
        }
    }
    if faults.len() > 1 {
        let _ = writeln!(told, "{} faults", faults.len());
    }
    told
}

#[test]
fn the_page_writes_the_protocol_that_it_says_and_shows_what_is_said_of_it() {
    let blocks = blocks();
    let mut file = Preset::DEFAULT.text.to_owned();
    let (mut before, mut shown, mut edits) = ("", 0, 0);
    for (index, (kind, block)) in blocks.iter().enumerate() {
        let faults = blocks.get(index + 1).filter(|(kind, _)| *kind == "text,faults");
        let expected = faults.map_or("", |(_, faults)| faults);
        let edited = edit(&file, kind, block, before);
        if edited != file {
            assert_eq!(check("larkmere.toml", &edited), expected, "after:\n{block}");
            edits += 1;
        } else if *kind == "toml,faulty" {
            assert_eq!(check("hasty.toml", block), expected);
        } else if *kind == "text,diff" {
            let ours = Protocol::from_toml(&file).unwrap();
            let changes = diff(&Preset::DEFAULT.protocol(), &ours);
            let told = changes
                .iter()
                .fold(String::new(), |told, change| format!("{told}{change}\n"));
            assert_eq!(told, *block);
        }
        shown += usize::from(kind.starts_with("text,"));
        (file, before) = (edited, block);
    }
    assert_eq!((edits, shown), (14, 3));
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("larkmere.toml");
    assert_eq!(fs::read_to_string(kept).unwrap(), file);
}
