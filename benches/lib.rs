//! Benches of Collegium: one file a question.
