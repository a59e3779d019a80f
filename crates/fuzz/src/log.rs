//! A whole log.

use crate::{
    envelope::rewritten,
    story::{after, check_after, standard},
};
use collegium_engine::{
    apply::Sent,
    check::{Check, LogFaultKind},
    journal::Journal,
    seal::Sealer,
};
use std::borrow::Cow;

/// Reads the lines of a log through the check. A first line `after 12` goes on from a story's log after so
/// many of its commands. `@pin` stands for the protocol's pin and a line `@seal` for the seal that is due, so
/// that inputs outlive the preset's hash. A line may also be a command as it is sent: then the engine writes
/// what comes of it.
///
/// # Panics
/// Where a law does not hold: after a fault nothing is judged any more, after a seal nothing is taken; an
/// entry is written and read again as the same; what the engine writes is judged good and leads to the state
/// in which the engine is.
pub fn log(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let (lines, text) = after(text);
    let mut reading = Reading {
        check: check_after(lines).clone(),
        sealer: (lines == 0).then(Sealer::default),
        faults: 0,
        sealed: false,
    };
    let pin = serde_json::to_string(standard().pin()).expect("a pin can be written");
    for line in text.lines().take(60) {
        if let Ok(sent) = Sent::read(line) {
            reading.sent(&sent);
        } else if line == "@seal" {
            if let Some(sealer) = &reading.sealer {
                let seal = serde_json::to_string(&sealer.seal()).expect("a seal can be written");
                reading.line(&seal);
            }
        } else {
            let line = if line.contains("@pin") {
                Cow::Owned(line.replace("@pin", &pin))
            } else {
                Cow::Borrowed(line)
            };
            reading.line(&line);
        }
    }
    let (faults, sealed) = (reading.faults, reading.sealed);
    match reading.check.finish() {
        Ok(_) => assert!(faults > 0 || sealed, "a log without a seal is good"),
        Err(fault) => {
            assert_eq!(faults, 0, "{fault}: told after another fault");
            assert!(!fault.kind.help().is_empty(), "a fault without help");
        }
    }
}

struct Reading {
    check: Check,
    /// Makes the seal that is due; none where the log began before the input.
    sealer: Option<Sealer>,
    faults: u32,
    sealed: bool,
}

impl Reading {
    fn line(&mut self, line: &str) {
        let before = self.check.network().position();
        match self.check.line(line) {
            Ok(Some(entry)) => {
                assert!(!self.sealed, "an entry below the seal was taken");
                rewritten(&entry);
                if let Some(sealer) = &mut self.sealer {
                    sealer.line(line);
                }
                let moved = self.check.network().position() - before;
                assert_eq!(moved, u64::from(self.faults == 0), "an entry counts otherwise");
            }
            Ok(None) => self.sealed = true,
            Err(fault) => {
                self.faults += 1;
                assert!(!fault.to_string().is_empty(), "a fault without a word");
                assert!(!fault.kind.help().is_empty(), "a fault without help");
                let after = self.check.network().position();
                assert_eq!(after, before, "{fault}: applied all the same");
            }
        }
    }

    /// The engine takes a command where the log holds so far and nothing must follow.
    fn sent(&mut self, sent: &Sent) {
        let closed = match self.check.clone().finish() {
            Ok(_) => true,
            Err(fault) => matches!(fault.kind, LogFaultKind::Unfinished { .. }),
        };
        if closed || self.faults > 0 {
            return;
        }
        let mut journal = Journal::new(self.check.network().clone());
        let (answer, entries) = sent.apply(&mut journal);
        serde_json::to_string(&answer).expect("an answer can be written");
        if let Some(refused) = &answer.refused {
            assert!(!refused.to_string().is_empty(), "a refusal without a word");
            assert!(entries.is_empty(), "a refused command brings entries");
        }
        for entry in &entries {
            let line = rewritten(entry);
            if let Some(sealer) = &mut self.sealer {
                sealer.line(&line);
            }
            match self.check.line(&line) {
                Ok(again) => assert_eq!(
                    again.as_ref(),
                    Some(entry),
                    "what the engine wrote is read otherwise"
                ),
                Err(fault) => panic!("what the engine wrote is judged bad: {fault}\n{line}"),
            }
        }
        if !entries.is_empty() {
            assert_eq!(
                format!("{:?}", self.check.network()),
                format!("{:?}", journal.network()),
                "the check comes to another state than the engine"
            );
        }
    }
}
