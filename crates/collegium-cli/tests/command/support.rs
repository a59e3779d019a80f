//! Running the command, and places to run it in.

use serde_json::Value;
use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
};
use tempfile::TempDir;

/// What the command said, and how it ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The command in `directory`, ready to be given more.
pub(crate) fn command(directory: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_collegium"));
    command.current_dir(directory).stdin(Stdio::null());
    command
}

/// Runs the command in `directory`. Whatever was asked, it never panics.
pub(crate) fn run<A: AsRef<OsStr>>(directory: &Path, arguments: impl IntoIterator<Item = A>) -> Ran {
    let output = command(directory)
        .args(arguments)
        .output()
        .expect("the command was built");
    let text = |bytes| String::from_utf8(bytes).expect("the command prints UTF-8");
    let ran = Ran {
        code: output.status.code().expect("no signal ends the command"),
        out: text(output.stdout),
        err: text(output.stderr),
    };
    assert!(!ran.err.contains("panicked"), "{ran:?}");
    ran
}

impl Ran {
    /// It did what it was asked, without a word of complaint.
    pub(crate) fn done(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self
    }

    /// It found fault, printed nothing else, and said each of these things.
    pub(crate) fn refused(self, says: &[&str]) -> Self {
        assert_eq!((self.code, self.out.as_str()), (2, ""), "{}", self.err);
        assert!(
            self.err.starts_with("error: ") && self.err.contains("help"),
            "{}",
            self.err
        );
        for said in says {
            assert!(self.err.contains(said), "{said:?} is not in:\n{}", self.err);
        }
        self
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).expect("the command prints JSON")
    }
}

/// Every file of a directory.
pub(crate) fn files(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(directory).expect("the directory is there");
    entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read(&path).expect("a file"))
        })
        .collect()
}

/// The names in a directory.
pub(crate) fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("the directory is there");
    entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect()
}

pub(crate) fn place() -> TempDir {
    tempfile::tempdir().expect("a place for files")
}

/// The directory of a default demo, made once.
pub(crate) fn demo() -> &'static Path {
    static DEMO: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = DEMO.get_or_init(|| {
        let place = place();
        run(place.path(), ["demo", "--out", "demo"]).done();
        let path = place.path().join("demo");
        (place, path)
    });
    path
}

pub(crate) fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a text file")
}

pub(crate) fn summary(directory: &Path) -> Value {
    serde_json::from_str(&text(&directory.join("summary.json"))).expect("a summary is JSON")
}

/// The lines of a log, its seal included.
pub(crate) fn log_lines(directory: &Path) -> Vec<String> {
    text(&directory.join("log.jsonl"))
        .lines()
        .map(str::to_owned)
        .collect()
}

/// A figure of a summary.
pub(crate) fn figure(summary: &Value, key: &str) -> u64 {
    summary[key]
        .as_u64()
        .unwrap_or_else(|| panic!("{key} is a number: {summary}"))
}

/// Schools and skipped rows add up to the rows, and the ratio is what it says.
pub(crate) fn adds_up(summary: &Value) {
    let skipped: u64 = summary["skipped"]
        .as_object()
        .expect("an account of skipped rows")
        .values()
        .map(|rows| rows.as_u64().expect("a number of rows"))
        .sum();
    assert_eq!(
        figure(summary, "schools") + skipped,
        figure(summary, "rows"),
        "{summary}"
    );
    let (givers, takers) = (figure(summary, "givers"), figure(summary, "takers"));
    let ratio = summary["capacity_ratio"].as_f64();
    assert_eq!(ratio.is_none(), takers == 0, "{summary}");
    if let Some(ratio) = ratio {
        #[expect(clippy::cast_precision_loss, reason = "numbers of schools are small")]
        let (givers, takers) = (givers as f64, takers as f64);
        assert!((ratio * takers - givers).abs() < 1e-9, "{summary}");
    }
}

/// The real files, where this checkout has them beside it. Says when they are not there.
pub(crate) fn real(name: &str) -> Option<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let path = data.canonicalize().ok().map(|data| data.join(name));
    let path = path.filter(|path| path.is_file());
    if path.is_none() {
        said(&format!("skipped: {name} is not in {}", data.display()));
    }
    path
}

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
pub(crate) fn said(what: &str) {
    eprintln!("{what}");
}
