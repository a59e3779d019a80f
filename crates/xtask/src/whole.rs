//! A test with all that is left out of `cargo test`, in release: minutes, not seconds.

use std::process::Command;

/// Runs it and prints what it prints; `fault` where it fails.
pub(crate) fn faults(package: &str, test: &str, fault: &str) -> Vec<String> {
    let status = Command::new("cargo")
        .args(["test", "--release", "-p", package, "--test", test, "--"])
        .args(["--include-ignored", "--nocapture", "--test-threads=1"])
        .status();
    match status {
        Ok(status) if status.success() => Vec::new(),
        Ok(status) => vec![format!("{fault}: {status}")],
        Err(error) => vec![format!("cargo could not be run: {error}")],
    }
}
