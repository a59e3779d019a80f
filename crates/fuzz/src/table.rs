//! Comma-separated tables of a matching problem, with `---` on a line between them.

use crate::problem::{parts, tables};
use collegium_engine::matching::{
    problem::{Place, Problem},
    table::Table,
};
use csv::StringRecord;
use std::fmt::Write;

/// Reads givers, takers, pairs, and what stands beside them.
///
/// # Panics
/// Where a law does not hold: every fault has words, and a line that is in its table; what another reader of
/// such tables finds in them, told by calls, is the same problem; so is the problem written as tables with
/// quotes, other line ends, and columns and lines the other way round.
pub fn table(bytes: &[u8]) {
    let problem = match tables(bytes).build() {
        Ok(problem) => problem,
        Err(faults) => {
            let lines = bytes.split(|byte| *byte == b'\n').count();
            for fault in faults.faults() {
                let Place::Line { line, .. } = &fault.place else {
                    panic!("a fault without a line: {fault}");
                };
                assert!((1..=lines).contains(&(*line as usize)), "no such line: {fault}");
                assert!(!fault.to_string().is_empty() && !fault.help().is_empty());
            }
            return;
        }
    };
    // Groups, minimums and what is kept are for the target `problem`.
    if !problem.is_plain() || problem.present_pairs().len() > 0 || problem.forbidden_pairs().next().is_some()
    {
        return;
    }
    assert_eq!(by_calls(&parts(bytes)), problem, "another reader reads otherwise");
    assert_eq!(
        written_and_read(&problem),
        problem,
        "tables are written as another problem"
    );
}

/// The records of a table below its header, the fields in the order of `columns`; none without a table.
fn records(bytes: Option<&&[u8]>, columns: [&str; 3]) -> Vec<[String; 3]> {
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes.copied().unwrap_or_default());
    let header = reader.headers().expect("text").clone();
    let order = columns.map(|column| header.iter().position(|name| name.trim_ascii() == column));
    let field = |record: &StringRecord, at: Option<usize>| {
        at.and_then(|at| record.get(at)).unwrap_or_default().to_owned()
    };
    let record = |record: csv::Result<StringRecord>| {
        let record = record.expect("text, and as wide as the header");
        order.map(|at| field(&record, at))
    };
    reader.records().map(record).collect()
}

fn by_calls(parts: &[&[u8]]) -> Problem {
    let mut builder = Problem::builder();
    for [giver, capacity, _] in records(parts.first(), ["giver", "capacity", ""]) {
        builder.giver(&giver, capacity.trim().parse().expect("a count"));
    }
    for [taker, demand, _] in records(parts.get(1), ["taker", "demand", ""]) {
        builder.taker(&taker, demand.trim().parse().expect("a count"));
    }
    for [giver, taker, score] in records(parts.get(2), ["giver", "taker", "score"]) {
        builder.pair(&giver, &taker, score.trim().parse().expect("a score"));
    }
    builder.build().expect("what was a problem is one")
}

fn written_and_read(problem: &Problem) -> Problem {
    let quoted = |id: &str| format!("\"{}\"", id.replace('"', "\"\""));
    let tables: [(String, Vec<String>); 3] = [
        (
            "capacity,\"giver\"\r\n".to_owned(),
            problem
                .givers()
                .map(|it| format!("\"{}\",{}\r\n", it.capacity, quoted(it.id)))
                .collect(),
        ),
        (
            "\u{feff}demand,\"taker\"\n\n".to_owned(),
            problem
                .takers()
                .map(|it| format!("{},{}\n", it.demand, quoted(it.id)))
                .collect(),
        ),
        (
            "score,taker,giver\r".to_owned(),
            problem
                .pairs()
                .map(|it| {
                    let (giver, taker) = (problem.giver(it.giver).id, problem.taker(it.taker).id);
                    format!("{},{},{}\r\r\n", it.score, quoted(taker), quoted(giver))
                })
                .collect(),
        ),
    ];
    let [givers, takers, pairs] = tables.map(|(mut text, mut lines)| {
        lines.reverse();
        for line in lines {
            text.write_str(&line).expect("text takes text");
        }
        text
    });
    let table = |text: &'static str, bytes| Table { label: text, bytes };
    let mut builder = Problem::builder();
    builder
        .read_givers(table("givers", givers.as_bytes()))
        .read_takers(table("takers", takers.as_bytes()))
        .read_pairs(table("pairs", pairs.as_bytes()));
    builder.build().expect("what was a problem is one")
}
