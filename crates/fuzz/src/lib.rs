//! What Collegium reads from outside, one function for each input: a protocol, commands, a line of a log, an
//! old payload, a whole log, a matching problem, its tables.
//!
//! Each takes any bytes at all and panics only where a law does not hold that must hold whatever was read.
//! The tests replay a corpus of small inputs through them; the targets behind the feature `libfuzzer` look
//! for more, led by coverage. `docs/fuzzing.md` tells how.

mod command;
mod envelope;
mod log;
mod problem;
mod protocol;
mod story;
mod table;
mod upcaster;

pub use command::command;
pub use envelope::envelope;
pub use log::log;
pub use problem::problem;
pub use protocol::protocol;
pub use table::table;
pub use upcaster::upcaster;
