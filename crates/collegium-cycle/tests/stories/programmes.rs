//! Real programmes, each run under its preset from start to end, with its branches and side processes.

mod cluster;
mod default;
mod joiner;
mod language;
mod named;
mod quality_assurance;
mod targeted;
