//! The machines inside a cycle, one a file: its phases, its one table, its state and its payloads.

pub mod approval;
pub mod challenge;
pub mod coaching;
pub mod concern;
pub mod decision;
pub mod deployment;
pub mod due_diligence;
pub mod enquiry;
pub mod monitoring;
pub mod need;
pub mod objective;
pub mod progress_review;
pub mod request;
pub mod review;
pub mod self_evaluation;
pub mod task;
pub mod workshop;
