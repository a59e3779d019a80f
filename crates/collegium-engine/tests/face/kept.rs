//! Snapshots of a network's state, over every story of the pack.

use crate::pack::{Story, asked, stories};
use collegium_engine::{
    cycle::{protocol::Protocol, rules::Rules},
    face::Handle,
    journal::Journal,
    network::Network,
    snapshot::{FORM, Stale},
    stream::Stream,
};
use sha2::{Digest, Sha256};

/// The network of a handle, kept and restored.
fn restored(handle: &Handle, lines: &[String]) -> Result<Network, Stale> {
    let network = handle.network();
    let others = handle.protocols().also;
    let others = others.iter().filter_map(|pin| network.protocol(pin).cloned());
    Network::restore(network.rules().clone(), others, lines)
}

#[test]
fn a_network_that_is_restored_is_the_one_that_was_kept() {
    for story in stories() {
        let whole = story.commands.len();
        for told in [0, 1, whole / 7, whole / 3, whole / 2, whole - 1, whole] {
            let told = story.told_until(told);
            let kept = told.network().snapshot().unwrap();
            let restored = restored(&told, &kept).unwrap();
            assert_eq!(
                format!("{restored:?}"),
                format!("{:?}", told.network()),
                "{}",
                story.name
            );
            assert_eq!(restored.snapshot().unwrap(), kept, "{}", story.name);
        }
    }
}

#[test]
fn a_network_that_is_restored_goes_on_the_same() {
    for story in stories() {
        let half = story.commands.len() / 2;
        let told = story.told_until(half);
        let kept = told.network().snapshot().unwrap();
        let mut restored = Journal::new(restored(&told, &kept).unwrap());
        let mut whole = Journal::new(told.network().clone());
        // Some of those before, too: they are known to have been taken.
        for sent in story.commands.iter().skip(half.saturating_sub(20)) {
            let sent = asked(sent).sent;
            let (one, other) = (sent.apply(&mut restored), sent.apply(&mut whole));
            assert_eq!(format!("{one:?}"), format!("{other:?}"), "{}", story.name);
        }
    }
}

#[test]
fn lines_of_streams_that_moved_on_are_the_only_ones_to_be_kept_anew() {
    let story = Story::named("deployment");
    let (before, after) = (story.told_until(60), story.told_until(75));
    let mut kept = before.network().snapshot().unwrap();
    let (was, is) = (before.position().streams, after.position().streams);
    let moved: Vec<Stream> = is
        .iter()
        .filter(|(stream, seq)| was.get(*stream) != Some(seq))
        .map(|(stream, _)| stream.parse().unwrap())
        .collect();
    assert!(moved.len() < is.len(), "some stay");
    kept[0] = after.network().snapshot_head().unwrap();
    for stream in moved {
        let line = after.network().snapshot_of(stream).unwrap();
        let begins = format!("{{\"stream\":\"{stream}\"");
        match kept.iter_mut().find(|it| it.starts_with(&begins)) {
            Some(old) => *old = line,
            None => kept.push(line),
        }
    }
    let restored = restored(&after, &kept).unwrap();
    assert_eq!(format!("{restored:?}"), format!("{:?}", after.network()));
}

type Spoil = fn(&mut Vec<String>);

#[test]
fn a_snapshot_that_is_stale_or_not_whole_is_told_and_never_restored() {
    let story = Story::named("deployment");
    let told = story.told();
    let sound = told.network().snapshot().unwrap();
    let spoil: [(&str, Spoil); 9] = [
        ("collegium-engine 0.0.9", |it| {
            it[0] = it[0].replace("collegium-engine 0.1.0", "collegium-engine 0.0.9");
        }),
        ("collegium-cycle 0.0.9", |it| {
            it[0] = it[0].replace("collegium-cycle 0.1.0", "collegium-cycle 0.0.9");
        }),
        (
            "line 1 of the snapshot cannot be read: it is not as it was written",
            |it| {
                it[0] = it[0].replace("\"version\":1", "\"version\":7");
            },
        ),
        ("line 1 of the snapshot cannot be read", Vec::clear),
        ("line 3 of the snapshot cannot be read", |it| it[2].truncate(90)),
        (
            "line 2 of the snapshot cannot be read: the network has no state",
            |it| {
                let hash = "74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b";
                it[1] = format!(r#"{{"stream":"network","seq":1,"sha256":"{hash}","state":null}}"#);
            },
        ),
        ("are not those of its head", |it| {
            it.pop();
        }),
        ("are not those of its head", |it| it.push(it[2].clone())),
        ("are not those of its head", |it| {
            let (before, seq) = it[2].split_once("\"seq\":").unwrap();
            let (_, state) = seq.split_once(',').unwrap();
            it[2] = format!("{before}\"seq\":99,{state}");
        }),
    ];
    for (number, (why, spoil)) in spoil.iter().enumerate() {
        let mut spoilt = sound.clone();
        spoil(&mut spoilt);
        assert_ne!(spoilt, sound, "spoilt by {number}");
        let stale = restored(&told, &spoilt).unwrap_err();
        assert!(stale.to_string().contains(why), "spoilt by {number}: {stale}");
        assert!(stale.help().contains("fold the log"));
    }
    // Whatever one byte becomes.
    for line in 0..sound.len() {
        for at in (line % 5..sound[line].len()).step_by(5) {
            let mut spoilt = sound.clone();
            let was = spoilt[line].as_bytes()[at];
            let is = if was == b'7' { "8" } else { "7" };
            spoilt[line].replace_range(at..=at, is);
            assert!(
                restored(&told, &spoilt).is_err(),
                "line {line}, byte {at}: {}",
                spoilt[line]
            );
        }
    }
    for cut in 0..sound[2].len() {
        let mut spoilt = sound.clone();
        let text: String = sound[2].chars().take(cut).collect();
        spoilt[2] = text;
        assert!(restored(&told, &spoilt).is_err(), "cut at {cut}");
    }
    assert!(restored(&told, &sound).is_ok());
    let other = Protocol {
        version: 7,
        ..told.network().rules().protocol().clone()
    };
    let stale = Network::restore(Rules::compile(other).unwrap(), [], &sound).unwrap_err();
    assert_eq!(
        stale.to_string(),
        "the snapshot was made under protocol default version 1; this is default version 7"
    );
}

#[test]
fn a_network_that_is_kept_otherwise_is_another_form() {
    let mut hash = Sha256::new();
    for story in stories() {
        let kept = story.told().network().snapshot().unwrap();
        // The head names the protocol, whose text is not what is asked about.
        kept.iter().skip(1).for_each(|line| hash.update(line));
    }
    let hash = hash
        .finalize()
        .iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    assert_eq!(
        (FORM, hash.as_str()),
        (
            "collegium-engine 0.1.0, form 1",
            "abf4ac2940ae0e1a86ccbf10cddcb5689a2db5d677c9f1e8ac1410e5ec1cceaa"
        ),
        "either the pack tells other stories, and the hash is pinned anew; or a network is kept otherwise than before, \
         and the number of the form is raised as well"
    );
}
