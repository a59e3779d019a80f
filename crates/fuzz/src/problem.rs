//! A matching problem: as JSON, or as tables of comma-separated values with `---` on a line between them.

use collegium_engine::matching::{
    objective::Objective,
    plan::file::PlanFile,
    problem::{Problem, ProblemBuilder, ProblemFile},
    revision::Revision,
    solve::solve,
    table::Table,
    verify::verify,
};

/// Pairs up to which a problem that was read is also solved.
const MOST_PAIRS: u32 = 300;

/// Reads a problem, and solves it where it is small.
///
/// # Panics
/// Where a law does not hold: every fault has words; a problem is written and read again as the same, with the
/// same hash; every plan is verified, written and read again as the same; a revision stands ready with a plan of
/// the same value.
pub fn problem(bytes: &[u8]) {
    let builder = if bytes.first() == Some(&b'{') {
        match ProblemFile::from_json(bytes) {
            Ok(file) => file.to_builder(),
            Err(fault) => return assert!(!fault.to_string().is_empty(), "a fault without a word"),
        }
    } else {
        tables(bytes)
    };
    let problem = match builder.build() {
        Ok(problem) => problem,
        Err(faults) => {
            let words = faults
                .faults()
                .iter()
                .all(|fault| !fault.to_string().is_empty() && !fault.help().is_empty());
            return assert!(words && !faults.faults().is_empty(), "a fault without a word");
        }
    };
    let stored = ProblemFile::of(&problem);
    let json = serde_json::to_vec(&stored).expect("a problem is JSON");
    let read = ProblemFile::from_json(&json).expect("what was written can be read");
    let again = read.to_builder().build().expect("what was a problem is one");
    assert_eq!(again, problem, "a problem is written as another");
    assert_eq!(
        again.hash(),
        problem.hash(),
        "a problem is read with another hash"
    );
    if problem.pair_count() <= MOST_PAIRS {
        for objective in [Objective::Coverage, Objective::Score, Objective::LeastChange] {
            solved(&problem, objective);
        }
    }
}

/// What stands between the lines `---`.
pub(crate) fn parts(bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts: Vec<&[u8]> = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(4).position(|window| window == b"---\n") {
        let (part, after) = rest.split_at(at);
        parts.push(part);
        rest = after.get(4..).unwrap_or_default();
    }
    parts.push(rest);
    parts
}

/// All the tables that the bytes hold, read.
pub(crate) fn tables(bytes: &[u8]) -> ProblemBuilder {
    let parts = parts(bytes);
    let table = |at: usize| {
        let bytes = parts.get(at).copied();
        bytes.map(|bytes| Table {
            label: "table",
            bytes,
        })
    };
    let mut builder = Problem::builder();
    if let Some(givers) = table(0) {
        builder.read_givers(givers);
    }
    if let Some(takers) = table(1) {
        builder.read_takers(takers);
    }
    if let Some(pairs) = table(2) {
        builder.read_pairs(pairs);
    }
    if let Some(forbidden) = table(3) {
        builder.read_forbidden(forbidden);
    }
    if let Some(required) = table(4) {
        builder.read_required(required);
    }
    if let Some(present) = table(5) {
        builder.read_present(present);
    }
    builder
}

fn solved(problem: &Problem, objective: Objective) {
    let plan = solve(problem, objective);
    let stored = plan.to_file(problem);
    match verify(problem, &stored) {
        Ok(verified) => assert_eq!(verified.value, plan.value(), "a plan is verified as another"),
        Err(rejections) => panic!("a plan is rejected under {objective}: {rejections}"),
    }
    let read = PlanFile::from_json(stored.to_json().as_bytes()).expect("what was written can be read");
    assert_eq!(read, stored, "a plan is written as another");
    if let Ok(revision) = Revision::of(problem, objective) {
        assert_eq!(revision.value(), plan.value(), "a revision begins elsewhere");
    }
}
