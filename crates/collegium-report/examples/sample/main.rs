//! Writes the report of a fictional round to standard output.
//!
//! `cargo run -p collegium-report --example sample > report.html`, or `… --example sample 22000` for a country.

mod round;

use std::io::{self, Write};

fn main() -> io::Result<()> {
    let schools = std::env::args()
        .nth(1)
        .and_then(|schools| schools.parse().ok())
        .unwrap_or(60);
    io::stdout().write_all(collegium_report::render(&round::fictional(schools)).as_bytes())
}
