//! Fuzzes [`collegium_fuzz::log`].
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| collegium_fuzz::log(bytes));
