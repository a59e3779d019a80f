//! The rows of the domain that concern one school's cycle. A few more stand in `tests/cycle/stories.rs`.

mod evidence;
mod facts;
mod help;
mod reversal;
mod watching;
