//! Public registers of schools: England's GIAS extract read whole, and fictional ones made from a seed.
//!
//! What is here: [`register`] reads bytes into schools and accounts for every row; [`signals`] adds what is
//! published about them; [`links`] and [`succession`] follow a school
//! whose URN changed, and [`carried`] takes its signals along; [`derivation`] turns both into needs and offers by rules that people can read and
//! change; [`pseudonym`] takes the names away; [`fictional`] makes registers that come in through the same
//! door. Every fault of a file is told at once, with its line and what to do ([`fault`]).
//!
//! What is left to others: opening files, and pairing needs with offers.
//!
//! ```
//! use collegium_register::{
//!     collegium_model::uuid::Uuid,
//!     derivation::Derivation,
//!     fictional::Recipe,
//!     register::{ReadOptions, Register},
//!     source::Source,
//! };
//!
//! let made = Recipe::new(60, 7).make()?;
//! let register = Register::read_with_signals(
//!     Source::new("schools.csv", &made.gias),
//!     Source::new("signals.csv", &made.signals),
//!     &ReadOptions::default(),
//! )?;
//! assert_eq!(register.records().len(), 60);
//! assert_eq!(register.rows(), 60 + register.skipped().values().sum::<usize>());
//!
//! // Ids are the caller's: here they only count.
//! let mut last = 0;
//! let mut ids = || { last += 1; Uuid::from_u128(last) };
//! let derived = Derivation::shipped()?.derive(&register, &mut ids)?;
//! assert!(derived.takers > 0 && derived.givers > 0);
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

pub mod carried;
pub mod derivation;
pub mod encoding;
pub mod fault;
pub mod fictional;
pub mod filter;
pub mod links;
pub mod number;
pub mod pseudonym;
pub mod register;
pub mod signals;
pub mod source;
pub mod succession;
pub mod withheld;

mod cell;
mod dice;
mod gias;
mod table;

pub use collegium_model;
