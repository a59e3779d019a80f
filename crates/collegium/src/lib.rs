//! Collegium under one name: peer review for groups of schools, as a library.
//!
//! Schools review each other, find what each needs, lend each other people, watch whether it helps, and move
//! the help to where it is needed next. Each module is a crate of its own, which can be used alone:
//!
//! | module | what it is |
//! |---|---|
//! | [`model`] | the words: schools, places, needs, offers, the school calendar |
//! | [`cycle`] | one school's cycle: a protocol compiled to rules, commands judged, events applied |
//! | [`matching`] | who can help whom: exact best plans with proofs, explained |
//! | [`engine`] | a network: capacity ledger, cycles and rounds behind one face |
//! | [`register`] | public registers read whole, and fictional ones made |
//! | [`sim`] | people played from a seed through the real engine |
//! | [`report`] | what people look at |

pub use collegium_cycle as cycle;
pub use collegium_engine as engine;
pub use collegium_matching as matching;
pub use collegium_model as model;
pub use collegium_register as register;
pub use collegium_report as report;
pub use collegium_sim as sim;
