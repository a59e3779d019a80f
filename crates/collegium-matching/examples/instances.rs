//! Writes every problem of `tests/peers.rs` for other solvers to solve, and an index of them:
//! `cargo run --release -p collegium-matching --example instances -- DIRECTORY`.
//!
//! `DIRECTORY/plain/N.mat` holds lines `p CAPACITY`, `r DEMAND`, `e GIVER TAKER SCORE`, scores in millionths;
//! `DIRECTORY/limits/SIZE-SEED.json` is a `problem.json`.

#[path = "../tests/support/mod.rs"]
mod support;

use std::{error::Error, fmt::Write, fs, path::Path};
use support::{
    Sketch,
    generated::{Class, checksum, recipes},
    generated_limits,
};

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args().nth(1).ok_or("usage: instances DIRECTORY")?;
    let directory = Path::new(&directory);
    fs::create_dir_all(directory.join("plain"))?;
    fs::create_dir_all(directory.join("limits"))?;
    let mut index = "file,class,takers,slack,seed,givers,pairs,checksum\n".to_owned();
    for recipe in recipes() {
        let sketch = recipe.make();
        let name = Class::ALL.iter().find(|(class, _)| *class == recipe.class);
        let (_, class) = name.ok_or("every class has a name")?;
        let file = format!("plain/{}.mat", recipe.seed);
        fs::write(directory.join(&file), text(&sketch)?)?;
        writeln!(
            index,
            "{file},{class},{},{},{},{},{},{}",
            recipe.takers,
            recipe.slack,
            recipe.seed,
            sketch.capacities.len(),
            sketch.pairs.len(),
            checksum(&sketch)
        )?;
    }
    fs::write(directory.join("plain.csv"), index)?;
    let mut index = "file,size,seed\n".to_owned();
    for (size, seed) in generated_limits::recipes() {
        let file = format!("limits/{size}-{seed}.json");
        fs::write(
            directory.join(&file),
            serde_json::to_vec(&generated_limits::limited(size, seed))?,
        )?;
        writeln!(index, "{file},{size},{seed}")?;
    }
    fs::write(directory.join("limits.csv"), index)?;
    Ok(())
}

fn text(sketch: &Sketch) -> Result<String, std::fmt::Error> {
    let (givers, takers) = (sketch.capacities.len(), sketch.demands.len());
    let mut text = format!("h {givers} {takers} {}\n", sketch.pairs.len());
    for capacity in &sketch.capacities {
        writeln!(text, "p {capacity}")?;
    }
    for demand in &sketch.demands {
        writeln!(text, "r {demand}")?;
    }
    for (giver, taker, score) in &sketch.pairs {
        writeln!(text, "e {giver} {taker} {score}")?;
    }
    Ok(text)
}
