//! What the first round's plan achieved, and its proof.

use super::Material;
use crate::view::Proof;
use collegium_engine::matching::{objective::Objective, plan::Value, verify::verify};

pub(super) fn proof(material: &Material<'_>) -> Option<Proof> {
    let (candidates, plan) = material.rounds.first()?;
    let file = plan.to_file(&candidates.problem);
    let (objective, statement) = match plan.objective() {
        Objective::Score => (
            "the best fit, whatever the number of needs met",
            "No other plan fits better in total.",
        ),
        _ => (
            "meet as many needs as possible, then the best fit",
            "No other plan meets more needs, and of those that meet as many none fits better.",
        ),
    };
    let told = |value: Value| {
        let places = if value.units == 1 { "place" } else { "places" };
        format!("{} {places} of support, total score {}", value.units, value.score)
    };
    Some(Proof {
        objective: objective.to_owned(),
        value: told(file.objective_value),
        bound: told(file.bound),
        statement: statement.to_owned(),
        checked: verify(&candidates.problem, &file).is_ok(),
    })
}
