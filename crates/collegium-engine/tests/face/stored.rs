//! Logs and snapshots through the face.

use crate::pack::{Story, asked, stories};
use collegium_engine::face::{
    Fault, GivenProtocol, Handle, Opening, Response,
    request::{AskedLog, AskedOverview, AskedView, Nothing, Request, StoredLines},
    response::Snapshot,
};
use serde_json::Value;

/// Everything that a network shows of itself.
fn shown(handle: &Handle) -> String {
    let views = handle.network().cycles.keys().map(|cycle| {
        handle.view(&AskedView {
            cycle: *cycle,
            shown_to: None,
        })
    });
    let views: Vec<_> = views.collect();
    let overview = handle.overview(&AskedOverview::default()).unwrap();
    serde_json::to_string(&(views, overview, handle.position())).unwrap()
}

fn log(handle: &Handle) -> Vec<String> {
    handle.log(AskedLog { after: 0, most: None }).unwrap().lines
}

fn faults(result: Result<impl Sized, Fault>) -> Vec<String> {
    match result {
        Ok(_) => Vec::new(),
        Err(fault) => fault
            .faults()
            .iter()
            .map(|it| format!("{}: {}", it.place, it.what))
            .collect(),
    }
}

#[test]
fn a_log_that_is_folded_and_a_snapshot_that_is_restored_are_the_same_network() {
    for story in stories() {
        let told = story.told();
        let mut folded = story.open();
        for lines in log(&told).chunks(7) {
            let lines = lines.to_vec();
            folded.evolve(&StoredLines { lines }).unwrap();
        }
        assert_eq!(shown(&folded), shown(&told), "{}", story.name);

        // As it travels.
        let snapshot = serde_json::to_string(&told.snapshot()).unwrap();
        let snapshot: Snapshot = serde_json::from_str(&snapshot).unwrap();
        let restored = Handle::restore(&snapshot).unwrap();
        assert_eq!(shown(&restored), shown(&told), "{}", story.name);
        assert_eq!(restored.snapshot(), snapshot);
        if !told.network().cycles.is_empty() && story.name != "retention" {
            // What an erased cycle's commands were is forgotten with it; otherwise nothing differs.
            assert_eq!(
                format!("{:?}", restored.network()),
                format!("{:?}", told.network()),
                "{}",
                story.name
            );
        }
    }
}

#[test]
fn what_goes_on_from_a_snapshot_goes_on_the_same() {
    for story in stories() {
        let half = story.commands.len() / 2;
        let told = story.told_until(half);
        let mut restored = Handle::restore(&told.snapshot()).unwrap();
        for (sent, expected) in story.commands.iter().zip(&story.expected).skip(half) {
            let applied = restored.apply(&asked(sent));
            let answer = serde_json::to_string(&applied.answer).unwrap();
            assert_eq!(answer, *expected, "{}", story.name);
        }
    }
}

#[test]
fn a_snapshot_that_was_changed_is_not_restored() {
    let sound = Story::named("deployment").told().snapshot();
    let spoil: [fn(&mut Snapshot); 4] = [
        |it| it.form = "collegium network, form 0".to_owned(),
        |it| it.lines[1] = it.lines[1].replace("\"recorded\":\"2026", "\"recorded\":\"2027"),
        |it| it.seal.events += 1,
        |it| {
            it.lines.pop();
        },
    ];
    for (number, spoil) in spoil.iter().enumerate() {
        let mut spoilt = sound.clone();
        spoil(&mut spoilt);
        assert_ne!(spoilt, sound, "spoilt by {number}");
        let fault = Handle::restore(&spoilt).unwrap_err();
        assert_eq!(fault.code(), "stale_snapshot", "spoilt by {number}: {fault}");
    }
    assert!(Handle::restore(&sound).is_ok());
}

#[test]
fn an_erased_cycle_is_out_of_the_lines_that_are_kept() {
    let told = Story::named("retention").told();
    let log = log(&told);
    let erased = log.iter().filter(|line| line.starts_with(r#"{"erased""#)).count();
    assert!(erased > 5, "{erased} lines are erased");
    let cycle: Value =
        serde_json::from_str(log.iter().find(|it| it.starts_with(r#"{"erased""#)).unwrap()).unwrap();
    let stream = format!("cycle/{}", cycle["erased"]["cycle"].as_str().unwrap());
    let holds = |line: &String| line.contains(&format!("\"stream\":\"{stream}\""));
    assert!(!log.iter().any(holds));
    assert_eq!(told.snapshot().lines, log);
}

type Spoil = fn(&mut Vec<String>);

#[test]
fn lines_that_do_not_follow_are_told_and_none_is_applied() {
    let story = Story::named("deployment");
    let sound = log(&story.told());
    let spoil: [(&str, Spoil); 6] = [
        ("line 3: entry 4 stands where entry 3 belongs", |it| {
            it.remove(2);
        }),
        ("line 4: entry 3 stands where entry 4 belongs", |it| {
            it.insert(2, it[2].clone());
        }),
        ("line 2: EOF while parsing", |it| {
            it[1].truncate(40);
        }),
        ("line 5: no event", |it| {
            it[4] = it[4].replace("\"type\":\"", "\"type\":\"un");
        }),
        ("line 2: entry 9 of stream", |it| {
            it[1] = it[1].replace("\"seq\":1", "\"seq\":9");
        }),
        ("line 1: judged under protocol default version 7", |it| {
            it[0] = it[0].replace(
                "\"id\":\"default\",\"version\":1",
                "\"id\":\"default\",\"version\":7",
            );
        }),
    ];
    for (told, spoil) in spoil {
        let mut lines = sound.clone();
        spoil(&mut lines);
        assert_ne!(lines, sound, "{told}");
        let mut handle = story.open();
        let found = faults(handle.evolve(&StoredLines { lines }));
        assert!(
            found.len() == 1 && found[0].starts_with(told),
            "{told}: {found:?}"
        );
        assert_eq!(handle.placed().position, 0);
    }
    // Every line that cannot be read is told at once.
    let lines = ["{", "[]", &sound[0], "7"].map(str::to_owned).to_vec();
    assert_eq!(faults(story.open().evolve(&StoredLines { lines })).len(), 3);
}

#[test]
fn the_log_is_handed_out_from_any_place() {
    let told = Story::named("deployment").told();
    let (all, position) = (log(&told), told.placed().position);
    for after in 0..=position {
        let lines = told.log(AskedLog { after, most: Some(3) }).unwrap();
        let from = usize::try_from(after).unwrap();
        assert_eq!(lines.lines, all[from..(from + 3).min(all.len())]);
        assert_eq!(lines.position, position);
    }
    let beyond = told.log(AskedLog {
        after: position + 1,
        most: None,
    });
    assert_eq!(beyond.unwrap_err().code(), "beyond_log");
    let ends: u64 = told.position().streams.values().sum();
    assert_eq!(ends, position);
}

#[test]
fn every_fault_of_every_protocol_is_told() {
    let opening = Opening {
        protocol: GivenProtocol::Toml("id = 7\nversion = 'x'\n".to_owned()),
        also: vec![
            GivenProtocol::Preset("default".to_owned()),
            GivenProtocol::Preset("nobody's".to_owned()),
            GivenProtocol::Json(serde_json::json!({"id": "ours", "version": 0, "colour": "green"})),
        ],
    };
    let found = faults(Handle::open(&opening));
    for place in ["protocol.id:", "protocol.version:", "also[1]:", "also[2].colour:"] {
        assert!(
            found.iter().any(|it| it.starts_with(place)),
            "{place} not in {found:#?}"
        );
    }
    assert!(!found.iter().any(|it| it.starts_with("also[0]")));
}

#[test]
fn a_single_network_opens_and_closes_nothing() {
    let mut handle = Story::named("deployment").open();
    for request in [Request::Close(Nothing {}), Request::Networks(Nothing {})] {
        assert_eq!(handle.answer(&request).unwrap_err().code(), "not_of_one_network");
    }
    let before = handle.overview(&AskedOverview::default());
    assert_eq!(before.unwrap_err().code(), "network_not_open");
    let answered = handle.answer(&Request::Position(Nothing {})).unwrap();
    assert!(matches!(answered, Response::Position(it) if it.position == 0));
}
