//! Fuzzes [`collegium_fuzz::protocol`].
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| collegium_fuzz::protocol(bytes));
