//! The engine as a process: the conformance pack through it, lines of all kinds, and how it ends.

use crate::{
    conformance::{Story, stories},
    support::{command, place, run},
};
use collegium::{
    cycle::{protocol::Preset, rules::Rules},
    engine::{apply::Sent, journal::Journal, network::Network},
};
use serde::Deserialize;
use serde_json::{Value, json, value::RawValue};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Stdio},
};

/// A process that answers.
struct Serving {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Serving {
    fn begin(more: &[&str]) -> Self {
        let mut process = command(&std::env::temp_dir());
        process.args(["serve", "--stdio"]).args(more);
        process
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut process = process.spawn().expect("the command was built");
        let to = process.stdin.take().expect("a pipe");
        let from = BufReader::new(process.stdout.take().expect("a pipe"));
        Self { process, to, from }
    }

    /// Sends a line and waits for its answer.
    fn line(&mut self, line: &[u8]) -> String {
        self.to.write_all(line).expect("it listens");
        self.to.write_all(b"\n").expect("it listens");
        let mut answer = String::new();
        self.from.read_line(&mut answer).expect("it answers in UTF-8");
        assert!(answer.ends_with('\n'), "{answer:?}");
        answer
    }

    fn ask(&mut self, network: &str, kind: &str, data: &Value) -> String {
        let line = json!({"id": "1", "network": network, "request": {"type": kind, "data": data}});
        self.line(line.to_string().as_bytes())
    }

    /// Its input ends, and so does it, without a word of complaint.
    fn end(self) {
        drop(self.to);
        let output = self.process.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), said.as_str()), (Some(0), ""));
    }
}

/// The answer to `apply`, as it was written.
fn applied(line: &str) -> String {
    #[derive(Deserialize)]
    struct Answered {
        response: Response,
    }
    #[derive(Deserialize)]
    struct Response {
        data: Data,
    }
    #[derive(Deserialize)]
    struct Data {
        answer: Box<RawValue>,
    }
    let answered: Answered = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    answered.response.data.answer.get().to_owned()
}

/// A protocol of the pack, as it is handed in.
fn given(name: &str) -> Value {
    match fs::read_to_string(name) {
        Ok(text) => json!({"type": "toml", "data": text}),
        Err(_) => json!({"type": "preset", "data": name}),
    }
}

fn opening(story: &Story) -> Value {
    let names: Vec<_> = story
        .protocols()
        .into_iter()
        .filter(|it| !it.starts_with("--"))
        .collect();
    let also: Vec<_> = names.iter().skip(1).map(|name| given(name)).collect();
    json!({"protocol": given(&names[0]), "also": also})
}

fn rust(story: &Story) -> Vec<String> {
    let names: Vec<_> = story
        .protocols()
        .into_iter()
        .filter(|it| !it.starts_with("--"))
        .collect();
    let rules = |name: &String| {
        let protocol = Preset::named(name).map_or_else(
            || collegium::cycle::protocol::Protocol::from_toml(&fs::read_to_string(name).expect("a file")),
            |preset| Ok(preset.protocol()),
        );
        Rules::compile(protocol.expect("a protocol")).expect("it holds")
    };
    let network = Network::new(rules(&names[0]));
    let network = names
        .iter()
        .skip(1)
        .map(rules)
        .fold(network, Network::with_protocol);
    let mut journal = Journal::new(network);
    let text = fs::read_to_string(story.commands_file()).expect("commands");
    let answer = |line: &str| {
        let (answer, _) = Sent::read(line).expect("a command").apply(&mut journal);
        serde_json::to_string(&answer).expect("an answer")
    };
    text.lines().map(answer).collect()
}

/// All stories at once, in one process, each line in turn: networks do not mix.
#[test]
fn the_pack_comes_out_the_same_through_rust_apply_and_serve() {
    let mut serving = Serving::begin(&[]);
    let stories = stories();
    let mut commands: Vec<Vec<Value>> = stories.iter().map(Story::commands).collect();
    let longest = commands.iter().map(Vec::len).max().expect("a story");
    let mut served: Vec<Vec<String>> = vec![Vec::new(); stories.len()];
    for story in &stories {
        let opened = serving.ask(&story.name, "open", &opening(story));
        assert!(opened.contains("\"response\""), "{opened}");
    }
    for index in 0..longest {
        for (story, (commands, served)) in stories.iter().zip(commands.iter_mut().zip(&mut served)) {
            if let Some(sent) = commands.get(index) {
                let answer = serving.ask(&story.name, "apply", &json!({"sent": sent}));
                served.push(applied(&answer));
            }
        }
    }
    serving.end();
    for (story, served) in stories.iter().zip(&served) {
        let file = story.commands_file();
        let arguments = ["apply".to_owned(), file].into_iter().chain(story.protocols());
        let by_apply = run(place().path(), arguments).done().out;
        let by_apply: Vec<_> = by_apply.lines().collect();
        let expected = story.expected();
        let expected: Vec<_> = expected.lines().collect();
        assert_eq!(by_apply, expected, "{}: apply", story.name);
        assert_eq!(rust(story), expected, "{}: Rust", story.name);
        assert_eq!(*served, expected, "{}: serve", story.name);
    }
}

#[test]
fn whatever_a_line_holds_it_is_answered_and_the_process_goes_on() {
    let mut serving = Serving::begin(&["--max-line", "20000"]);
    let open = br#"{"id":"o","network":"n","request":{"type":"open"}}"#;
    assert!(serving.line(open).contains("\"response\""));
    let code = |answer: &str| {
        let answer: Value = serde_json::from_str(answer).expect("an answer is JSON");
        answer["fault"]["code"].as_str().unwrap_or("none").to_owned()
    };
    let (huge, deep) = (vec![b'x'; 1_000_000], vec![b'['; 19_000]);
    let fits = format!(
        r#"{{"id":"{}","request":{{"type":"networks"}}}}"#,
        "i".repeat(20_000 - 39)
    );
    assert_eq!(fits.len(), 20_000);
    let cases: &[(&[u8], &str)] = &[
        (b"{", "not_json"),
        (b"\xff\xfe", "not_utf8"),
        (b"\0", "not_json"),
        (b"{\"id\":\"1\"}\r", "malformed"),
        (&huge, "too_long"),
        (fits.as_bytes(), "none"),
        (&[fits.as_bytes(), b" "].concat(), "too_long"),
        (&deep, "not_json"),
        (
            br#"{"id":"1","network":"n","request":{"type":"fly"}}"#,
            "unknown_request",
        ),
        (
            br#"{"id":"1","network":"m","request":{"type":"position"}}"#,
            "unknown_network",
        ),
        (
            br#"{"id":"1","network":"n","request":{"type":"position"}}"#,
            "none",
        ),
    ];
    for (line, expected) in cases {
        let answer = serving.line(line);
        assert_eq!(
            code(&answer),
            *expected,
            "{}",
            String::from_utf8_lossy(&line[..line.len().min(80)])
        );
    }
    // Blank lines are no requests, and the last line may go without its line feed.
    serving
        .to
        .write_all(b"\n  \r\n{\"id\":\"end\",\"request\":{\"type\":\"networks\"}}")
        .expect("it listens");
    drop(serving.to);
    let mut rest = Vec::new();
    for line in serving.from.lines() {
        rest.push(line.expect("text"));
    }
    assert_eq!(
        rest,
        [r#"{"id":"end","response":{"type":"networks","data":{"networks":{"n":0}}}}"#]
    );
    assert_eq!(serving.process.wait().expect("it ends").code(), Some(0));
}

#[test]
fn it_ends_with_its_input_and_with_its_reader() {
    Serving::begin(&[]).end();
    let mut serving = Serving::begin(&[]);
    drop(serving.from);
    let line = b"{\"id\":\"1\",\"request\":{\"type\":\"networks\"}}\n";
    // It may be gone before the second line reaches it.
    let _ = serving
        .to
        .write_all(line)
        .and_then(|()| serving.to.write_all(line));
    drop(serving.to);
    assert_eq!(serving.process.wait().expect("it ends").code(), Some(0));
}

#[test]
fn it_serves_nothing_that_was_not_named() {
    let ran = run(place().path(), ["serve"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--stdio"), "{}", ran.err);
}

/// The session of `docs/serving.md`, line for line.
#[test]
fn the_session_of_the_page_is_what_comes_out() {
    let page = include_str!("../../../../docs/serving.md");
    let session = page
        .split("```text\n")
        .nth(1)
        .and_then(|it| it.split("```").next())
        .expect("a session");
    let mut serving = Serving::begin(&[]);
    let mut answer = None;
    let mut lines = 0;
    for line in session.lines().filter(|it| !it.is_empty()) {
        lines += 1;
        if let Some(sent) = line.strip_prefix("> ") {
            assert_eq!(answer.take(), None, "an answer is missing before {sent}");
            answer = Some(serving.line(sent.as_bytes()));
        } else if let Some(told) = line.strip_prefix("< ") {
            let found = answer.take().expect("something was sent");
            // What is left out of an answer is marked.
            let mut rest = found.trim_end();
            for (index, part) in told.split('…').enumerate() {
                let at = rest
                    .find(part)
                    .unwrap_or_else(|| panic!("{part} is not in {found}"));
                assert!(index > 0 || at == 0, "{told} is not how {found} begins");
                rest = &rest[at + part.len()..];
            }
            assert!(
                rest.is_empty() || told.ends_with('…'),
                "{rest} is not told of {found}"
            );
        } else {
            panic!("{line} is neither sent nor told");
        }
    }
    assert!(lines >= 12, "{lines}");
    serving.end();
}
