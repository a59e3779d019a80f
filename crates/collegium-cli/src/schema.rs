//! `collegium schema`: the shape of what crosses the boundary, for bindings in other languages.

use crate::{
    arguments::{Schema, SchemaOf},
    failure::Failure,
    printing::to_stdout,
};
use collegium::{
    engine::{catalogue, role_table, schema::Shape},
    sim::scenario::Scenario,
};
use std::fmt::Write as _;

pub(crate) fn run(arguments: &Schema) -> Result<(), Failure> {
    match (arguments.shape, arguments.language) {
        (Some(SchemaOf::Engine(Shape::Events)), _) if arguments.table => to_stdout(&catalogue::markdown()),
        (Some(SchemaOf::Engine(Shape::Commands)), _) if arguments.table => to_stdout(&role_table::markdown()),
        (Some(other), _) if arguments.table => Err(Failure::new(
            format!("there is no table of {}", other.code()),
            "leave --table out, or ask for events or commands",
        )),
        (Some(SchemaOf::Engine(shape)), Some(language)) => to_stdout(&shape.types(language)),
        (Some(SchemaOf::Engine(shape)), None) => to_stdout(&format!("{:#}\n", shape.json())),
        (Some(SchemaOf::Scenario), Some(_)) => Err(Failure::new(
            "there are no types of scenario",
            "leave --language out: a scenario is a file that people write",
        )),
        (Some(SchemaOf::Scenario), None) => to_stdout(&Scenario::json_schema()),
        (None, _) => to_stdout(&list()),
    }
}

fn list() -> String {
    let mut told = String::new();
    for shape in SchemaOf::all() {
        let says = match shape {
            SchemaOf::Engine(shape) => shape.says(),
            SchemaOf::Scenario => "a scenario of the simulator, before it is checked",
        };
        let _ = writeln!(told, "{:<9} {says}", shape.code());
    }
    told
}
