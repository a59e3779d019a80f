//! Fuzzes [`collegium_fuzz::envelope`].
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| collegium_fuzz::envelope(bytes));
