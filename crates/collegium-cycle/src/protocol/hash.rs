//! The stable hash of a protocol: the same rules give the same hash, in TOML or JSON, with defaults written
//! out or not.

use super::Protocol;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt::Write};

/// The first line of what is hashed; another form of hashing is another line.
const VERSION: &[u8] = b"collegium-protocol-2\n";

/// The protocol's hash: SHA-256 over a version line and its JSON with sorted keys, without what is default,
/// in hex. It holds no floating-point number, so it is the same on every machine.
///
/// # Panics
/// Never: a protocol holds only text, whole numbers, lists and maps with text for keys.
pub fn hash(protocol: &Protocol) -> String {
    let value = serde_json::to_value(protocol).expect("a protocol holds only text, numbers, lists and maps");
    let digest = Sha256::new()
        .chain_update(VERSION)
        .chain_update(canonical(&value));
    hex(&digest.finalize())
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// JSON with sorted keys, whatever order somebody else's features give to maps.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let sorted: BTreeMap<_, _> = map.iter().collect();
            let members: Vec<_> = sorted
                .into_iter()
                .map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), canonical(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        Value::Array(values) => {
            format!("[{}]", values.iter().map(canonical).collect::<Vec<_>>().join(","))
        }
        plain => plain.to_string(),
    }
}
