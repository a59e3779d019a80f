//! The crates of Collegium under one name.
