//! Every input of the corpus, put to its function: no law is broken.

use std::{fs, panic, path::Path};

/// The most that is kept for one input, so that the corpus stays small.
const MOST_FILES: usize = 160;
const MOST_BYTES: usize = 8 * 1024;

fn replay(input: &str, function: fn(&[u8])) {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(input);
    let entries = fs::read_dir(&directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    assert!(
        (20..=MOST_FILES).contains(&files.len()),
        "{input}: {} files",
        files.len()
    );
    for file in files {
        let bytes = fs::read(&file).expect("a file");
        assert!(bytes.len() <= MOST_BYTES, "{}: too long", file.display());
        let kept = panic::catch_unwind(|| function(&bytes));
        assert!(kept.is_ok(), "{}: a law is broken, see above", file.display());
    }
}

#[test]
fn protocols() {
    replay("protocol", collegium_fuzz::protocol);
}

#[test]
fn commands() {
    replay("command", collegium_fuzz::command);
}

#[test]
fn envelopes() {
    replay("envelope", collegium_fuzz::envelope);
}

#[test]
fn old_payloads() {
    replay("upcaster", collegium_fuzz::upcaster);
}

#[test]
fn logs() {
    replay("log", collegium_fuzz::log);
}

#[test]
fn problems() {
    replay("problem", collegium_fuzz::problem);
}

#[test]
fn tables() {
    replay("table", collegium_fuzz::table);
}

/// The presets are longer than what is kept in the corpus.
#[test]
fn presets() {
    for preset in collegium_cycle::protocol::Preset::ALL {
        collegium_fuzz::protocol(preset.text.as_bytes());
        collegium_fuzz::protocol(serde_json::to_string(&preset.protocol()).unwrap().as_bytes());
    }
}

#[test]
fn bytes_that_are_nothing() {
    for bytes in [
        &b""[..],
        b"\n",
        b"\0",
        b"\xff\xfe",
        b"{",
        b"[]",
        b"null",
        b"after 3",
        b"after 99999999999\n{}",
    ] {
        collegium_fuzz::protocol(bytes);
        collegium_fuzz::command(bytes);
        collegium_fuzz::envelope(bytes);
        collegium_fuzz::upcaster(bytes);
        collegium_fuzz::log(bytes);
        collegium_fuzz::problem(bytes);
        collegium_fuzz::table(bytes);
    }
}
