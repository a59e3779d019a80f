//! One line in, one line out.

use super::{Fault, Request, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A request as it travels: `{"id","network","request":{"type","data"}}`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "RequestLine")
)]
pub struct Line {
    /// Text by which the answer is told from others; it stands in the answer.
    pub id: String,
    /// The network, under the id that was given when it was opened. Only `networks` goes without.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub network: Option<String>,
    /// What is asked.
    pub request: Request,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    id: String,
    #[serde(default)]
    network: Option<String>,
    request: WireRequest,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireRequest {
    #[serde(rename = "type")]
    code: String,
    #[serde(default = "nothing")]
    data: Value,
}

fn nothing() -> Value {
    Value::Object(Map::new())
}

impl Line {
    /// Reads one line.
    ///
    /// # Errors
    /// The fault, with the line's id as far as it could be read.
    pub fn read(line: &[u8]) -> Result<Self, (Option<String>, Fault)> {
        let text = str::from_utf8(line).map_err(|_| (None, Fault::NotUtf8))?;
        let wire: Wire = serde_json::from_str(text).map_err(|error| {
            let why = error.to_string().replace(" at line 1 column", " at column");
            match serde_json::from_str::<Value>(text) {
                Ok(value) => (value["id"].as_str().map(str::to_owned), Fault::Malformed { why }),
                Err(_) => (None, Fault::NotJson { why }),
            }
        })?;
        match Request::read(&wire.request.code, &wire.request.data) {
            Ok(request) => Ok(Self {
                id: wire.id,
                network: wire.network,
                request,
            }),
            Err(fault) => Err((Some(wire.id), fault)),
        }
    }
}

/// What is answered to a line: `{"id","response":{"type","data"}}` or `{"id","fault":{…}}`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answered {
    /// The id of the line; none where it could not be read.
    pub id: Option<String>,
    /// What is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
    /// Why nothing can be answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<Fault>,
}

impl Answered {
    /// A fault.
    pub const fn fault(id: Option<String>, fault: Fault) -> Self {
        Self {
            id,
            response: None,
            fault: Some(fault),
        }
    }

    /// The line, without a line feed.
    ///
    /// # Panics
    /// Never: an answer always has a JSON form.
    pub fn line(&self) -> String {
        serde_json::to_string(self).expect("an answer has a JSON form")
    }
}
