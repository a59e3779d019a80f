//! Fuzzes [`collegium_fuzz::problem`].
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| collegium_fuzz::problem(bytes));
