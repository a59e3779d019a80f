//! Chores, each also a test.
fn main() {}
