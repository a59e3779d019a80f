//! An old payload, brought to the newest shape.

use collegium_cycle::{acts::Event, serde_json::value::RawValue, upcast};
use serde_json::Value;

/// Reads a code, a version and a payload, each on a line, the payload to the end; brings the payload to the
/// newest shape and reads the event.
///
/// # Panics
/// Where a law does not hold: a step never fails; the newest version, and any later one, stays as it is; a
/// payload that was brought up stays as it is from then on; an old payload is read exactly as the same
/// payload brought up first; what was read is written and read again as the same.
pub fn upcaster(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let mut parts = text.splitn(3, '\n');
    let (Some(code), Some(version), Some(payload)) = (parts.next(), parts.next(), parts.next()) else {
        return;
    };
    let (Ok(version), Ok(payload)) = (version.parse::<u16>(), serde_json::from_str::<Value>(payload)) else {
        return;
    };
    let newest = upcast::newest(code);
    assert!(newest >= 1, "versions are counted from 1");
    let mut up = payload.clone();
    upcast::upcast(code, version, &mut up);
    if version >= newest {
        assert_eq!(up, payload, "the newest version was changed");
    }
    let mut again = up.clone();
    upcast::upcast(code, newest, &mut again);
    assert_eq!(again, up, "the newest version was changed");
    upcast::upcast(code, version, &mut again);
    assert_eq!(again, up, "bringing up twice is not bringing up once");

    let Some(read) = Event::read(code, version, &raw(&payload)) else {
        assert!(
            !Event::CODES.contains(&code),
            "a code of the catalogue is unknown"
        );
        return;
    };
    if version == 0 || version > newest {
        assert!(read.is_err(), "{code}: unknown version {version} was read");
        return;
    }
    let brought_up = Event::read(code, newest, &raw(&up)).and_then(Result::ok);
    assert_eq!(
        read.as_ref().ok(),
        brought_up.as_ref(),
        "an old payload is read otherwise"
    );
    match read {
        Ok(event) => same(&event),
        Err(unreadable) => assert!(!unreadable.to_string().is_empty(), "a fault without a word"),
    }
}

/// An event is written and read again as the same.
pub(crate) fn same(event: &Event) {
    let payload = event.payload().expect("an event that was read can be written");
    let again = Event::read(event.code(), event.version(), &payload);
    let again = again.expect("an event's own code is known");
    assert_eq!(again.as_ref(), Ok(event), "an event is written as another");
    assert!(!event.child().to_string().is_empty(), "something without a name");
    if let Event::ReallocationRecommended(it) = event {
        for reason in &it.reasons {
            assert!(!reason.to_string().is_empty(), "a reason without a word");
        }
    }
}

fn raw(value: &Value) -> Box<RawValue> {
    serde_json::value::to_raw_value(value).expect("a JSON value can be written")
}
