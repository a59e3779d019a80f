//! The machines inside a cycle, one a file: its phases, its one table, its state and its payloads.

pub mod decision;
pub mod deployment;
pub mod monitoring;
pub mod need;
pub mod objective;
pub mod request;
pub mod review;
pub mod self_evaluation;
