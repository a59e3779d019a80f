//! The `collegium` command.
fn main() {}
