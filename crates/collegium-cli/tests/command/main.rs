//! The `collegium` command as its users meet it: run as a process, judged by its files, words and exit code.

mod apply;
mod bad_input;
mod calibrate;
mod checkpoint;
mod conformance;
mod demo;
mod erase;
mod help;
mod log;
mod matching;
mod output;
mod protocols;
mod real_data;
mod schemas;
mod serve;
mod simulate;
mod stopping;
mod study_report;
mod support;
mod warm_up;
