//! An optional chain of hashes, one for each stream: a line that was changed, moved or taken out of the
//! middle of its stream is found. Each stream has its own chain, so that one can be erased whole while the
//! others stay valid. A chain cannot tell that its end was cut off, unless somebody kept the last hash.

use crate::protocol::hash::hex;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The first bytes of what is hashed; another form of chaining is another line.
const VERSION: &[u8] = b"collegium-chain-1\n";

/// The hash of a line over all lines of its stream before it: SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link([u8; 32]);

impl Link {
    /// Before the first line of a stream. It holds the stream's name, so that a chain cannot be passed off as
    /// that of another stream.
    pub fn start(stream: &str) -> Self {
        let digest = Sha256::new()
            .chain_update(VERSION)
            .chain_update(stream.as_bytes());
        Self(digest.finalize().into())
    }

    /// After one more line, given without its line end.
    #[must_use]
    pub fn after(self, line: &[u8]) -> Self {
        let digest = Sha256::new().chain_update(self.0).chain_update(line);
        Self(digest.finalize().into())
    }

    /// In hexadecimal, 64 digits.
    pub fn to_hex(self) -> String {
        hex(&self.0)
    }
}

/// The first line that does not follow from those before it in its stream.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the log, in stream {stream}, does not follow from those before it in that stream")]
pub struct Broken {
    /// Which line of all that were read, from 1.
    pub line: u64,
    /// Its stream.
    pub stream: String,
    /// The link that was to stand there, in hexadecimal.
    pub expected: String,
    /// The link that stood there.
    pub found: String,
}

impl Broken {
    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        "compare this stream with a copy from that line on"
    }
}

/// The chains of a log's streams, as far as it was written or read.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    lines: u64,
    last: BTreeMap<String, Link>,
}

impl Chain {
    /// Takes a line that is written, and says the link to keep beside it.
    pub fn append(&mut self, stream: &str, line: &[u8]) -> Link {
        self.lines += 1;
        let link = self.next(stream, line);
        self.last.insert(stream.to_owned(), link);
        link
    }

    /// Takes a line that is read, with the link that was kept beside it.
    ///
    /// # Errors
    /// [`Broken`] where the link is another. What follows is then not to be trusted: the first is named, and
    /// the chain of that stream does not move on.
    pub fn check(&mut self, stream: &str, line: &[u8], kept: &str) -> Result<(), Broken> {
        self.lines += 1;
        let link = self.next(stream, line);
        if link.to_hex() != kept {
            return Err(Broken {
                line: self.lines,
                stream: stream.to_owned(),
                expected: link.to_hex(),
                found: kept.to_owned(),
            });
        }
        self.last.insert(stream.to_owned(), link);
        Ok(())
    }

    /// The last link of a stream; none before its first line. Kept elsewhere, it shows that nothing was cut
    /// off.
    pub fn last(&self, stream: &str) -> Option<Link> {
        self.last.get(stream).copied()
    }

    fn next(&self, stream: &str, line: &[u8]) -> Link {
        let before = self.last(stream).unwrap_or_else(|| Link::start(stream));
        before.after(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Line = (String, Vec<u8>, String);

    fn written(lines: &[(u8, Vec<u8>)]) -> Vec<Line> {
        let mut chain = Chain::default();
        let lines = lines.iter().map(|(stream, line)| {
            let stream = format!("cycle/{stream}");
            let link = chain.append(&stream, line).to_hex();
            (stream, line.clone(), link)
        });
        lines.collect()
    }

    fn first_bad(lines: &[Line]) -> Option<u64> {
        let mut chain = Chain::default();
        let mut checked = lines
            .iter()
            .map(|(stream, line, link)| chain.check(stream, line, link));
        checked.find_map(Result::err).map(|broken| broken.line)
    }

    fn lines() -> impl Strategy<Value = Vec<(u8, Vec<u8>)>> {
        prop::collection::vec((0_u8..4, prop::collection::vec(any::<u8>(), 0..20)), 1..30)
    }

    proptest! {
        #[test]
        fn what_was_written_is_valid(lines in lines()) {
            prop_assert_eq!(first_bad(&written(&lines)), None);
        }

        #[test]
        fn a_changed_line_is_named(lines in lines(), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
            let mut written = written(&lines);
            let at = at.index(written.len());
            match written[at].1.first_mut() {
                Some(byte) => *byte ^= 1 << bit,
                None => written[at].1.push(bit),
            }
            prop_assert_eq!(first_bad(&written), Some(at as u64 + 1));
        }

        #[test]
        fn a_line_taken_out_shows_at_the_next_of_its_stream(lines in lines(), at in any::<prop::sample::Index>()) {
            let mut written = written(&lines);
            let at = at.index(written.len());
            let (stream, _, _) = written.remove(at);
            let next = written.iter().skip(at).position(|line| line.0 == stream);
            prop_assert_eq!(first_bad(&written), next.map(|next| (at + next) as u64 + 1));
        }

        #[test]
        fn a_stream_erased_whole_leaves_the_others_valid(lines in lines(), gone in 0_u8..4) {
            let mut written = written(&lines);
            written.retain(|line| line.0 != format!("cycle/{gone}"));
            prop_assert_eq!(first_bad(&written), None);
        }
    }
}
