//! Writes the diagrams of the standard protocol into a directory, to be looked at or checked:
//! `cargo run -p collegium-report --example diagrams -- DIRECTORY`.

use collegium_engine::cycle::{protocol::Protocol, rules::Rules};
use collegium_report::diagram::{self, graph};
use std::{error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args_os().nth(1).map(PathBuf::from);
    let directory = directory.ok_or("which directory?")?;
    fs::create_dir_all(&directory)?;
    let rules = Rules::compile(Protocol::standard())?;
    for machine in diagram::graphs(&rules, None) {
        fs::write(
            directory.join(format!("{}.mmd", machine.code())),
            machine.mermaid(),
        )?;
        let dot = graph::dot(std::slice::from_ref(&machine));
        fs::write(directory.join(format!("{}.dot", machine.code())), dot)?;
    }
    fs::write(directory.join("all.dot"), diagram::dot(&rules, None))?;
    fs::write(directory.join("all.md"), diagram::mermaid(&rules, None))?;
    fs::write(directory.join("steps.md"), diagram::table(&rules, None))?;
    Ok(())
}
