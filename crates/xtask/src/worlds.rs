//! Every small world of the cycle, the larger ones included: minutes, not seconds.

use std::process::Command;

/// Runs them and prints what they print; a fault where one of them fails.
pub(crate) fn faults() -> Vec<String> {
    let arguments = [
        "test",
        "--release",
        "-p",
        "collegium-cycle",
        "--test",
        "worlds",
        "--",
    ];
    let status = Command::new("cargo")
        .args(arguments)
        .args(["--include-ignored", "--nocapture", "--test-threads=1"])
        .status();
    match status {
        Ok(status) if status.success() => Vec::new(),
        Ok(status) => vec![format!("a world is not safe: {status}")],
        Err(error) => vec![format!("cargo could not be run: {error}")],
    }
}
