//! Fuzzes [`collegium_fuzz::command`].
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| collegium_fuzz::command(bytes));
