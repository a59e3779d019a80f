//! A network of schools behind one face: commands in, events out.
//!
//! A [`Network`](network::Network) holds the schools that share givers, one ledger of capacity for each
//! giver, their cycles, and rounds of matching. [`Network::decide`](network::Network::decide) judges a
//! command and changes nothing; [`Network::evolve`](network::Network::evolve) applies an entry and cannot
//! fail; [`Journal`](journal::Journal) does both and numbers the entries, so that a host only stores what
//! comes out. [`check`](check::Check) reads a stored log back and judges every line of it again.
//!
//! What one school may do is the cycle's business, which givers fit whom is the matching's: this crate
//! brings them together and keeps the promise that nobody is lent twice.

pub mod acts;
pub mod allocation;
pub mod apply;
pub mod becoming;
pub mod candidates;
#[cfg(feature = "schema")]
pub mod catalogue;
pub mod check;
pub mod context;
pub mod decide;
mod dense;
pub mod entry;
pub mod erase;
pub mod face;
pub mod journal;
pub mod ledger;
pub mod network;
pub mod opening;
pub mod overdue;
pub mod partnership;
pub mod people;
pub mod reallocation;
mod recent;
pub mod refusal;
pub mod reviewers;
pub mod reviews;
pub mod role_table;
pub mod round;
#[cfg(feature = "schema")]
pub mod schema;
pub mod seal;
pub mod snapshot;
pub mod stream;
pub mod streams;
mod streams_for;
pub mod supply;
pub mod violation;

pub use collegium_cycle as cycle;
pub use collegium_matching as matching;
pub use collegium_model as model;
