//! The published shapes: unchanged since they were made, and true of what is sent and told.

use crate::{
    conformance::{Story, lines, stories},
    support::{place, run},
};
use collegium::engine::face::{Networks, Request};
use collegium::sim::scenario::Scenario;
use serde_json::{Value, json};
use std::{collections::BTreeSet, fs};

const SHAPES: [&str; 11] = [
    "commands", "events", "envelope", "answer", "refusal", "request", "response", "protocol", "problem",
    "plan", "scenario",
];

/// Types that the example clients are written with.
const TYPES: [(&str, &str, &str); 4] = [
    ("request", "typescript", "typescript/types/request.ts"),
    ("response", "typescript", "typescript/types/response.ts"),
    ("request", "csharp", "csharp/Types/Request.cs"),
    ("response", "csharp", "csharp/Types/Response.cs"),
];

fn schema(name: &str) -> Value {
    run(place().path(), ["schema", name]).done().json()
}

/// Every fault of a value, as its schema sees it.
fn faults(validator: &jsonschema::Validator, value: &Value) -> Vec<String> {
    validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

fn validator(name: &str) -> jsonschema::Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema(name))
        .expect("the schema is one")
}

#[test]
fn the_files_in_docs_are_those_the_types_make() {
    for name in SHAPES {
        let made = run(place().path(), ["schema", name]).done().out;
        let path = format!("{}/../../docs/schemas/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let kept = fs::read_to_string(path).unwrap_or_default();
        assert!(
            kept == made,
            "docs/schemas/{name}.json is old: write it with `collegium schema {name}`"
        );
    }
    for (name, file) in [("events", "events.md"), ("commands", "roles.md")] {
        let made = run(place().path(), ["schema", name, "--table"]).done().out;
        let path = format!("{}/../../docs/{file}", env!("CARGO_MANIFEST_DIR"));
        let kept = fs::read_to_string(path).unwrap_or_default();
        assert!(
            kept == made,
            "docs/{file} is old: write it with `collegium schema {name} --table`"
        );
    }
    run(place().path(), ["schema", "plan", "--table"]).refused(&["there is no table of plan"]);
    let listed = run(place().path(), ["schema"]).done().out;
    let names: Vec<_> = listed.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(names, SHAPES);
}

#[test]
fn the_types_of_the_example_clients_are_those_the_schemas_make() {
    for (name, language, file) in TYPES {
        let made = run(place().path(), ["schema", name, "--language", language])
            .done()
            .out;
        let path = format!("{}/../../examples/{file}", env!("CARGO_MANIFEST_DIR"));
        let kept = fs::read_to_string(path).unwrap_or_default();
        assert!(
            kept == made,
            "examples/{file} is old: write it with `collegium schema {name} --language {language}`"
        );
    }
    let ran = run(place().path(), ["schema", "--language", "csharp"]);
    assert!(ran.code == 2 && ran.err.contains("NAME"), "{}", ran.err);
}

#[test]
fn what_is_sent_and_what_is_told_have_their_shapes() {
    let (commands, answers) = (validator("commands"), validator("answer"));
    let (stories, refusals) = (stories(), validator("refusal"));
    for command in stories.iter().flat_map(Story::commands) {
        assert_eq!(faults(&commands, &command), [""; 0], "{command}");
    }
    let told: Vec<_> = stories.iter().flat_map(Story::answers).collect();
    for answer in &told {
        assert_eq!(faults(&answers, answer), [""; 0], "{answer}");
    }
    let refused: Vec<_> = told
        .into_iter()
        .filter_map(|mut answer| answer.get_mut("refused").map(Value::take))
        .collect();
    assert!(!refused.is_empty());
    for refusal in refused {
        assert_eq!(faults(&refusals, &refusal), [""; 0], "{refusal}");
    }
}

#[test]
fn what_a_year_leaves_has_its_shape() {
    let place = place();
    run(place.path(), ["demo", "--schools", "30", "--out", "demo"]);
    let read = |file: &str| fs::read_to_string(place.path().join("demo").join(file)).expect("a file");
    let (envelopes, events) = (validator("envelope"), validator("events"));
    let log = lines(&read("log.jsonl"));
    assert!(log.len() > 200);
    // The last line is the log's seal.
    for line in &log[..log.len() - 1] {
        assert_eq!(faults(&envelopes, line), [""; 0], "{line}");
        let event = json!({ "type": line["type"], "data": line["data"] });
        assert_eq!(faults(&events, &event), [""; 0], "{line}");
    }
    let spoil: [fn(&mut Value); 4] = [
        |it| it["type"] = json!("school_flown_away"),
        |it| it["data"] = json!(7),
        |it| it["recorded"] = json!("yesterday"),
        |it| it["seq"] = json!(-1),
    ];
    for (number, spoil) in spoil.iter().enumerate() {
        for line in log.iter().take(50) {
            let mut spoilt = line.clone();
            spoil(&mut spoilt);
            assert_ne!(
                faults(&envelopes, &spoilt),
                [""; 0],
                "spoilt by {number}: {spoilt}"
            );
        }
    }
    let plan = serde_json::from_str(&read("plan.json")).expect("JSON");
    assert_eq!(faults(&validator("plan"), &plan), [""; 0]);
}

#[test]
fn protocols_have_their_shape() {
    let place = place();
    let protocols = validator("protocol");
    for name in [
        "default",
        "cluster-peer-review",
        "quality-assurance-review",
        "targeted-intervention",
        "joiner-due-diligence",
    ] {
        let mut protocol = run(place.path(), ["protocol", "show", name, "--json"])
            .done()
            .json();
        assert_eq!(faults(&protocols, &protocol), [""; 0], "{name}");
        protocol["colour"] = json!("green");
        assert_ne!(
            faults(&protocols, &protocol),
            [""; 0],
            "{name} takes a field that nobody knows"
        );
    }
}

/// What the engine cannot read, the shape does not take either.
#[test]
fn what_is_no_command_has_not_the_shape_of_one() {
    let commands = validator("commands");
    let sound = Story::named("deployment").commands();
    let spoil: [fn(&mut Value); 7] = [
        |it| it["why"] = json!("rain"),
        |it| it["at"] = json!("tomorrow"),
        |it| it["actor"] = json!(7),
        |it| it["command"]["type"] = json!("fly"),
        |it| it["command"]["data"]["wings"] = json!(2),
        |it| it["roles"] = json!(["Head Teacher"]),
        |it| {
            it.as_object_mut().map(|it| it.remove("id"));
        },
    ];
    for (number, spoil) in spoil.iter().enumerate() {
        for command in &sound {
            let mut spoilt = command.clone();
            spoil(&mut spoilt);
            assert_ne!(
                faults(&commands, &spoilt),
                [""; 0],
                "spoilt by {number}: {spoilt}"
            );
        }
    }
}

/// The form of a code is told twice, by the type and by a pattern: both take the same texts.
#[test]
fn codes_have_the_same_form_in_type_and_schema() {
    let commands = validator("commands");
    let mut command = Story::named("deployment").commands().remove(0);
    for text in [
        "broker",
        "a",
        "a-b_2",
        "",
        "1st",
        "Head",
        "a b",
        "é",
        "-a",
        &"a".repeat(64),
        &"a".repeat(65),
    ] {
        command["roles"] = json!([text]);
        let by_type = collegium::model::code::Role::new(text).is_ok();
        assert_eq!(faults(&commands, &command).is_empty(), by_type, "{text:?}");
    }
}

/// A scenario is taken by the reader and by the schema alike, and spoilt by neither.
#[test]
fn scenarios_have_their_shape() {
    let schema = validator("scenario");
    let manifest = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in [
        "tests/simulate/small.toml",
        "../../examples/study/county.toml",
        "../../examples/study/swaps.toml",
    ] {
        let text = fs::read_to_string(manifest.join(file)).expect("a scenario");
        let scenario = Scenario::from_toml(&text).expect("a scenario");
        let whole = serde_json::to_value(&scenario).expect("a scenario is data");
        assert_eq!(faults(&schema, &whole), [""; 0], "{file}");
        for (place, value) in [
            ("/time/length/source", json!(null)),
            ("/time/length/unit", json!("fortnights")),
            ("/schools/0/dynamics/by", json!("magic")),
            ("/capacity/ratios", json!(3)),
            ("/choosing", json!("never")),
        ] {
            let mut spoilt = whole.clone();
            let (inside, field) = place.rsplit_once('/').expect("a place");
            spoilt.pointer_mut(inside).expect("a place")[field] = value;
            assert!(!faults(&schema, &spoilt).is_empty(), "{file}: {place}");
            assert!(
                serde_json::from_value::<Scenario>(spoilt).is_err(),
                "{file}: {place}"
            );
        }
    }
}

/// Requests of the pack in their lines, and what is answered to them.
#[test]
fn requests_and_responses_have_their_shapes() {
    let (requests, responses) = (validator("request"), validator("response"));
    let mut networks = Networks::default();
    let mut answer = |line: &Value| -> Value {
        assert_eq!(faults(&requests, line), [""; 0], "{line}");
        let answer = networks.answer(line.to_string().as_bytes());
        let answer = serde_json::from_str(&answer).expect("an answer is JSON");
        assert_eq!(faults(&responses, &answer), [""; 0], "{answer}");
        answer
    };
    let mut seen = BTreeSet::new();
    for story in ["year", "other_children"] {
        let mut ask = |kind: &str, data: Value| {
            let line = json!({"id": "1", "network": story, "request": {"type": kind, "data": data}});
            let answer = answer(&line);
            assert!(answer.get("response").is_some(), "{answer}");
            seen.insert(kind.to_owned());
            answer
        };
        ask("open", json!({}));
        for sent in Story::named(story).commands() {
            ask("decide", json!({"sent": sent}));
            ask("explain", json!({"sent": sent}));
            let (actor, roles, at) = (&sent["actor"], &sent["roles"], &sent["at"]);
            if sent["command"]["type"] == "in_cycle" {
                let cycle = &sent["command"]["data"]["cycle"];
                let caller = json!({"actor": actor, "roles": roles, "at": at});
                let shown_to = json!({"person": actor, "roles": roles});
                ask("actions", json!({"cycle": cycle, "caller": caller}));
                ask(
                    "tasks",
                    json!({"cycle": cycle, "caller": caller, "shown_to": shown_to}),
                );
                ask("clocks", json!({"cycle": cycle, "at": at}));
                ask("check", json!({"cycle": cycle, "at": at}));
                ask("view", json!({"cycle": cycle, "shown_to": shown_to}));
            }
            ask("apply", json!({"sent": sent}));
            if sent["command"]["data"]["command"]["type"] == "record_monitoring" {
                ask("overdue", json!({"at": at}));
                let moved = ask("reallocation", json!({}));
                for need in moved["response"]["data"]["needs"].as_array().expect("needs") {
                    let need = &need["need"];
                    ask("counterfactual", json!({"need": need}));
                    let supposing = json!({"kind": "without", "of": [0]});
                    ask("counterfactual", json!({"need": need, "supposing": supposing}));
                }
            }
        }
        ask("allocation", json!({"disadvantaged": {}}));
        ask("overview", json!({}));
        ask("position", json!({}));
        let lines = ask("log", json!({"after": 0}))["response"]["data"]["lines"].take();
        let snapshot = ask("snapshot", json!({}))["response"]["data"].take();
        ask("close", json!({}));
        ask("restore", json!({"snapshot": snapshot}));
        ask("networks", json!({}));
        ask("close", json!({}));
        ask("open", json!({}));
        ask("evolve", json!({"lines": lines}));
        ask("close", json!({}));
    }
    let all: BTreeSet<_> = Request::CODES.iter().map(|it| (*it).to_owned()).collect();
    assert_eq!(seen, all);
    let fault =
        answer(&json!({"id": "1", "network": "nobody's", "request": {"type": "position", "data": {}}}));
    assert_eq!(fault["fault"]["code"], "unknown_network");
}
