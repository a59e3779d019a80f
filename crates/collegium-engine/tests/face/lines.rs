//! Lines of all kinds: each is answered, whatever it holds.

use collegium_engine::face::{Networks, Request};
use proptest::prelude::*;
use serde_json::{Value, json};

fn answer(networks: &mut Networks, line: impl AsRef<[u8]>) -> Value {
    let answer = networks.answer(line.as_ref());
    assert!(!answer.contains('\n'), "an answer is one line");
    let answer: Value = serde_json::from_str(&answer).expect("an answer is JSON");
    assert_ne!(
        answer.get("response").is_some(),
        answer.get("fault").is_some(),
        "{answer}"
    );
    if let Some(fault) = answer.get("fault") {
        for field in ["code", "what", "help"] {
            assert!(fault[field].as_str().is_some_and(|it| !it.is_empty()), "{answer}");
        }
    }
    answer
}

fn code(networks: &mut Networks, line: impl AsRef<[u8]>) -> String {
    answer(networks, line)["fault"]["code"]
        .as_str()
        .unwrap_or("none")
        .to_owned()
}

#[test]
fn what_is_no_request_is_told_by_its_code() {
    let mut networks = Networks::default();
    let deep = format!(r#"{{"id":"1","request":{}{}}}"#, "[".repeat(500), "]".repeat(500));
    let cases: &[(&str, &str)] = &[
        ("", "not_json"),
        ("{", "not_json"),
        ("\u{feff}{}", "not_json"),
        (&deep, "not_json"),
        ("7", "malformed"),
        ("null", "malformed"),
        ("[]", "malformed"),
        ("{}", "malformed"),
        (r#"{"id":1,"request":{"type":"networks"}}"#, "malformed"),
        (
            r#"{"id":"1","request":{"type":"networks"},"more":1}"#,
            "malformed",
        ),
        (
            r#"{"id":"1","id":"2","request":{"type":"networks"}}"#,
            "malformed",
        ),
        (
            r#"{"id":"1","request":{"type":"networks","data":{"a":1,"b":2}}}"#,
            "malformed",
        ),
        (
            r#"{"id":"1","request":{"type":"networks","data":[1]}}"#,
            "malformed",
        ),
        (r#"{"id":"1","request":{"type":"fly"}}"#, "unknown_request"),
        (r#"{"id":"1","request":{"type":""}}"#, "unknown_request"),
        (r#"{"id":"1","request":{"type":"position"}}"#, "no_network_named"),
        (
            r#"{"id":"1","network":"theirs","request":{"type":"position"}}"#,
            "unknown_network",
        ),
        (
            r#"{"id":"1","network":"theirs","request":{"type":"close"}}"#,
            "unknown_network",
        ),
        (r#"{"id":"1","network":"","request":{"type":"open"}}"#, "none"),
        (
            r#"{"id":"1","network":"","request":{"type":"open"}}"#,
            "network_held",
        ),
        (
            r#"{"id":"1","network":"x","request":{"type":"open","data":{"protocol":{"type":"preset","data":"fly"}}}}"#,
            "invalid_protocol",
        ),
        (
            r#"{"id":"1","network":"","request":{"type":"overview","data":{}}}"#,
            "network_not_open",
        ),
        (
            r#"{"id":"1","network":"","request":{"type":"log","data":{"after":-1}}}"#,
            "malformed",
        ),
        (
            r#"{"id":"1","network":"","request":{"type":"log","data":{"after":1}}}"#,
            "beyond_log",
        ),
        (
            r#"{"id":"1","network":"","request":{"type":"evolve","data":{"lines":["x"]}}}"#,
            "bad_lines",
        ),
        (r#"{"id":"1","network":"","request":{"type":"close"}}"#, "none"),
        (r#"{"id":"1","request":{"type":"networks"}}"#, "none"),
    ];
    for (line, expected) in cases {
        assert_eq!(code(&mut networks, line), *expected, "{line}");
    }
    assert_eq!(code(&mut networks, b"{\"id\":\"\xff\"}"), "not_utf8");
}

#[test]
fn the_answer_bears_the_id_wherever_it_can_be_read() {
    let mut networks = Networks::default();
    for (line, id) in [
        (r#"{"id":"a","request":{"type":"networks"}}"#, json!("a")),
        (r#"{"id":"a","request":{"type":"fly"}}"#, json!("a")),
        (r#"{"id":"a","request":7}"#, json!("a")),
        (r#"{"id":7,"request":{"type":"networks"}}"#, json!(null)),
        (r#"{"id":"a""#, json!(null)),
    ] {
        assert_eq!(answer(&mut networks, line)["id"], id, "{line}");
    }
}

#[test]
fn every_field_that_is_not_known_is_told() {
    let line = r#"{"id":"1","network":"n","request":{"type":"log","data":{"after":0,"before":1,"until":2}}}"#;
    let answer = answer(&mut Networks::default(), line);
    assert_eq!(answer["fault"]["what"], "log has no field before, until");
}

#[test]
fn a_hundred_networks_know_nothing_of_one_another() {
    let mut networks = Networks::default();
    for number in 0..100 {
        let open = json!({"id": "o", "network": number.to_string(), "request": {"type": "open"}});
        assert_eq!(code(&mut networks, open.to_string()), "none");
    }
    let open = json!({"id": "1", "network": "7", "request": {"type": "apply", "data": {"sent": {
        "id": "00000000-0000-0000-0000-000000000001", "at": "2026-09-07T09:00:00",
        "actor": "00000000-0000-0000-0000-000000000002", "roles": ["broker"],
        "command": {"type": "open_network", "data": {
            "network": "00000000-0000-0000-0000-000000000003", "members": [],
            "calendar": {"terms": [], "bank_holidays": [], "closures": [], "windows": []},
        }},
    }}}});
    let applied = answer(&mut networks, open.to_string());
    let held = answer(&mut networks, r#"{"id":"2","request":{"type":"networks"}}"#);
    let held = held["response"]["data"]["networks"].as_object().unwrap().clone();
    assert_eq!(held.len(), 100);
    // An empty calendar is none: nothing was written, and the others are as they were.
    assert!(applied.get("fault").is_some() || held["7"] == 1, "{applied}");
    assert!(held.iter().all(|(id, position)| id == "7" || *position == 0));
}

/// A request of every type, each sound in itself.
fn sound() -> Vec<Value> {
    let caller = json!({"actor": "00000000-0000-0000-0000-000000000002", "roles": ["broker"], "at": "2026-09-07T09:00:00"});
    let audience = json!({"person": "00000000-0000-0000-0000-000000000002", "roles": ["broker"]});
    let cycle = "00000000-0000-0000-0000-000000000009";
    let sent = json!({"id": cycle, "at": "2026-09-07T09:00:00", "actor": cycle, "roles": ["broker"],
        "command": {"type": "in_cycle", "data": {"cycle": cycle, "command": {"type": "pause_cycle"}}}});
    let data = |code: &str| match code {
        "open" => json!({"also": [{"type": "preset", "data": "cluster-peer-review"}]}),
        "restore" => {
            json!({"snapshot": {"form": "", "opening": {}, "seal": {"events": 0, "sha256": ""}, "lines": []}})
        }
        "decide" | "apply" | "explain" => json!({"sent": sent, "shown_to": audience}),
        "evolve" => json!({"lines": ["{}", "7"]}),
        "actions" | "tasks" => json!({"cycle": cycle, "caller": caller, "shown_to": audience}),
        "reallocation" => json!({"candidates": {"farthest": null}, "shown_to": audience}),
        "counterfactual" => {
            json!({"need": cycle, "supposing": {"kind": "rated", "of": {"observation": 0, "rating": "red"}}})
        }
        "allocation" => json!({"disadvantaged": {cycle: {"part": 1, "of": 2}}, "shown_to": audience}),
        "clocks" | "check" | "overdue" => json!({"at": "2026-09-07T09:00:00", "shown_to": audience}),
        "view" => json!({"cycle": cycle, "shown_to": audience}),
        "overview" => json!({"shown_to": audience}),
        "log" => json!({"after": 0, "most": 1}),
        _ => json!({}),
    };
    let line =
        |code: &&str| json!({"id": "1", "network": "n", "request": {"type": code, "data": data(code)}});
    Request::CODES.iter().map(line).collect()
}

#[test]
fn a_sound_line_of_every_type_is_a_request() {
    let mut networks = Networks::default();
    for line in sound() {
        let answer = answer(&mut networks, line.to_string());
        let code = answer["fault"]["code"].as_str().unwrap_or_default();
        assert!(
            !["malformed", "unknown_request", "not_json"].contains(&code),
            "{line}: {answer}"
        );
        assert_eq!(answer["id"], "1");
        if answer.get("fault").is_none() {
            assert_eq!(answer["response"]["type"], line["request"]["type"]);
        }
    }
}

const WORDS: &[&str] = &[
    "type",
    "data",
    "open",
    "n",
    "2026-09-07T09:00:00",
    "00000000-0000-0000-0000-000000000009",
    "broker",
    "é\u{0}",
];

/// Any JSON, some of it near to what is understood.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        proptest::sample::select(WORDS).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((proptest::sample::select(WORDS), inner), 0..4).prop_map(|fields| {
                fields
                    .into_iter()
                    .map(|(name, it)| (name.to_owned(), it))
                    .collect()
            }),
        ]
    })
}

/// Every place in a value.
fn places(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, it)| places(it, &format!("{at}/{name}"), into)),
        Value::Array(items) => {
            for (index, it) in items.iter().enumerate() {
                places(it, &format!("{at}/{index}"), into);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_answered(lines in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..60), 1..5)) {
        let mut networks = Networks::default();
        for line in lines {
            answer(&mut networks, &line);
        }
    }

    #[test]
    fn a_sound_line_with_one_place_spoilt_is_answered(
        which in any::<proptest::sample::Index>(), place in any::<proptest::sample::Index>(), with in values(), cut in any::<proptest::sample::Index>(),
    ) {
        let mut networks = Networks::default();
        networks.answer(br#"{"id":"o","network":"n","request":{"type":"open"}}"#);
        let mut line = which.get(&sound()).clone();
        let mut all = Vec::new();
        places(&line, "", &mut all);
        *line.pointer_mut(place.get::<String>(&all)).unwrap() = with;
        let text = line.to_string();
        answer(&mut networks, &text);
        answer(&mut networks, &text.as_bytes()[..cut.index(text.len() + 1)]);
    }
}
