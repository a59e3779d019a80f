//! The engine over JSON, for those who do not write Rust: requests in, answers out.
//!
//! A [`Handle`] holds one network and answers [`Request`]s about it. [`Networks`] holds many, each under an id
//! that the caller gives, and answers lines of JSON: it is what `collegium serve` runs, and what a binding to
//! another language wraps. Nothing here reads a clock, a file or a socket, and nothing but `apply`, `evolve`
//! and what opens or closes a network changes anything.
//!
//! **Who sees what.** A host that asks in its own name is told everything. Whatever goes on to a person
//! carries `shown_to`, and then passes through [`redact`](collegium_cycle::redact): refusals, explanations,
//! actions, clocks, tasks and violations as much as views.
//!
//! ```
//! use collegium_engine::face::Networks;
//!
//! let mut networks = Networks::default();
//! let opened = networks.answer(br#"{"id":"1","network":"ours","request":{"type":"open"}}"#);
//! assert!(opened.starts_with(r#"{"id":"1","response":{"type":"open","data":{"protocol":{"id":"default","#));
//!
//! let unknown = networks.answer(br#"{"id":"2","network":"theirs","request":{"type":"position"}}"#);
//! assert!(unknown.starts_with(r#"{"id":"2","fault":{"code":"unknown_network","#));
//! ```

mod fault;
mod handle;
mod line;
mod looking;
mod networks;
mod opening;
mod redact;
pub mod request;
pub mod response;
mod stored;

pub use fault::{Fault, Found};
pub use handle::Handle;
pub use line::{Answered, Line};
pub use networks::Networks;
pub use opening::{GivenProtocol, Opening};
pub use request::Request;
pub use response::Response;
