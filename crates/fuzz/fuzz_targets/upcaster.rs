//! Fuzzes [`collegium_fuzz::upcaster`].
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| collegium_fuzz::upcaster(bytes));
