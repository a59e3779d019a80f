//! Who can help whom: exact best plans with proofs, explained.
