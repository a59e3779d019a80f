//! `collegium schema`: the shape of what crosses the boundary, for bindings in other languages.

use crate::{arguments::Schema, failure::Failure, printing::to_stdout};
use collegium::engine::{catalogue::markdown, schema::Shape};
use std::fmt::Write as _;

pub(crate) fn run(arguments: &Schema) -> Result<(), Failure> {
    match arguments.shape {
        Some(Shape::Events) if arguments.table => to_stdout(&markdown()),
        Some(other) if arguments.table => Err(Failure::new(
            format!("there is no table of {}", other.code()),
            "leave --table out, or ask for events",
        )),
        Some(shape) => to_stdout(&match arguments.language {
            Some(language) => shape.types(language),
            None => format!("{:#}\n", shape.json()),
        }),
        None => to_stdout(&list()),
    }
}

fn list() -> String {
    let mut told = String::new();
    for shape in Shape::ALL {
        let _ = writeln!(told, "{:<9} {}", shape.code(), shape.says());
    }
    told
}
