//! Who helps whom: the best plan, the proof that none is better, and why it is as it is.

#![allow(clippy::print_stdout, reason = "an example prints")]

use collegium::matching::{
    explain::Explainer, objective::Objective, problem::Problem, solve::solve, verify::verify,
};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let problem = Problem::builder()
        .giver("Larkmere", 1)
        .giver("Nethermarsh", 1)
        .taker("Oldcastle/attendance", 1)
        .taker("Fernhollow/leadership", 1)
        .taker("Farpoint/leadership", 1)
        .pair("Larkmere", "Oldcastle/attendance", "0.9".parse()?)
        .pair("Nethermarsh", "Oldcastle/attendance", "0.8".parse()?)
        .pair("Larkmere", "Fernhollow/leadership", "0.3".parse()?)
        .build()?;

    // The best single pair is Larkmere with Oldcastle; but then nobody is left for Fernhollow.
    let plan = solve(&problem, Objective::Coverage);
    println!("{} needs met, score {}", plan.value().units, plan.value().score);

    // The verifier shares no code with the solver: it checks the plan's prices as a proof.
    let file = plan.to_file(&problem);
    let verified = verify(&problem, &file)?;
    println!(
        "verified: {} units, score {}\n",
        verified.value.units, verified.value.score
    );

    let explainer = Explainer::new(&problem, &plan);
    for taker in problem.takers() {
        println!("{}\n", explainer.taker(taker.index));
    }
    Ok(())
}
