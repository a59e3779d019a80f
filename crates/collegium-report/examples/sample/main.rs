//! Writes the report of a fictional round to standard output.
//!
//! `cargo run -p collegium-report --example sample > report.html`, or `… --example sample 22000` for a country; a
//! second argument, `public` or `invented`, shows what the page says about a round of that nature.

mod round;

use std::io::{self, Write};

use collegium_report::view::Nature;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let schools = arguments
        .next()
        .and_then(|schools| schools.parse().ok())
        .unwrap_or(60);
    let mut round = round::fictional(schools);
    round.nature = match arguments.next().as_deref() {
        Some("public") => Nature::PublicRegister,
        Some("invented") => Nature::Invented,
        _ => Nature::Fictional,
    };
    io::stdout().write_all(collegium_report::render(&round).as_bytes())
}
