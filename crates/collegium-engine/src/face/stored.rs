//! The lines of a log as a host stores them, kept beside the state they made.

use super::fault::{Fault, Found};
use crate::{
    entry::{Entry, LineFault, Reader},
    erase::{Erased, ErasedLine, Eraser},
    network::Network,
    seal::{Seal, SealLine, Sealer},
    stream::Stream,
};
use std::collections::BTreeMap;

/// Every line of a log, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    kept: Vec<Kept>,
    /// How many entries each stream has.
    streams: BTreeMap<Stream, u64>,
}

#[derive(Clone, Debug)]
struct Kept {
    stream: Stream,
    seq: u64,
    line: String,
}

/// What a stored line holds.
pub(super) enum Stored {
    /// An entry.
    Entry(Box<Entry>),
    /// What is left of one.
    Erased(Erased),
}

impl Stored {
    fn place(&self) -> (u64, Stream, u64) {
        match self {
            Self::Entry(it) => (it.position, it.event.stream(), it.seq),
            Self::Erased(it) => (it.position, Stream::Cycle(it.cycle), it.seq),
        }
    }
}

impl Lines {
    pub(super) fn push(&mut self, stored: &Stored, line: String) {
        let (_, stream, seq) = stored.place();
        self.streams.insert(stream, seq);
        self.kept.push(Kept { stream, seq, line });
    }

    /// Lines after a place, as many as are asked for.
    pub(super) fn after(&self, place: usize, most: usize) -> Vec<String> {
        let kept = self.kept.iter().skip(place).take(most);
        kept.map(|kept| kept.line.clone()).collect()
    }

    pub(super) fn seal(&self) -> Seal {
        let mut sealer = Sealer::default();
        self.kept.iter().for_each(|kept| sealer.line(&kept.line));
        sealer.seal().seal
    }

    /// Takes out the entries of cycles that were erased.
    pub(super) fn erase(&mut self, network: &Network) {
        let eraser = Eraser::new(network);
        for (position, kept) in (1..).zip(&mut self.kept) {
            let left = eraser.line(kept.stream, position, kept.seq);
            if let Some(line) = left.and_then(|left| serde_json::to_string(&left).ok()) {
                kept.line = line;
            }
        }
    }

    pub(super) fn streams(&self) -> BTreeMap<String, u64> {
        let named = self.streams.iter();
        named.map(|(stream, seq)| (stream.to_string(), *seq)).collect()
    }
}

/// Reads stored lines that are to follow on what a network holds. A seal at their end is passed by.
///
/// # Errors
/// [`Fault::BadLines`]: every line that cannot be read; where all can, the first that does not follow.
pub(super) fn read<'a>(lines: &'a [String], network: &Network) -> Result<Vec<(Stored, &'a str)>, Fault> {
    let (mut reader, mut read, mut faults) = (Reader::default(), Vec::new(), Vec::new());
    let found = |number: usize, what: String| Found {
        place: format!("line {number}"),
        what,
    };
    for (index, line) in lines.iter().enumerate() {
        let is_last = index + 1 == lines.len();
        if is_last && serde_json::from_str::<SealLine>(line).is_ok() {
            continue;
        }
        match stored(line, &mut reader) {
            Ok(stored) => read.push((stored, line.as_str())),
            Err(what) => faults.push(found(index + 1, what)),
        }
    }
    if faults.is_empty()
        && let Some((index, what)) = out_of_order(&read, network)
    {
        faults.push(found(index + 1, what));
    }
    if faults.is_empty() {
        Ok(read)
    } else {
        Err(Fault::BadLines { faults })
    }
}

fn stored(line: &str, reader: &mut Reader) -> Result<Stored, String> {
    if let Ok(ErasedLine { erased }) = serde_json::from_str(line) {
        return Ok(Stored::Erased(erased));
    }
    if line.contains('\n') {
        return Err("it holds a line feed".to_owned());
    }
    let entry = reader.line(line).map_err(|fault| match fault {
        LineFault::Envelope(error) => error.to_string().replace(" at line 1 column", " at column"),
        LineFault::Entry(fault) => fault.to_string(),
    })?;
    Ok(Stored::Entry(Box::new(entry)))
}

/// The first line that does not follow on those above it, and why.
fn out_of_order(read: &[(Stored, &str)], network: &Network) -> Option<(usize, String)> {
    let (mut position, mut seqs) = (network.position(), BTreeMap::new());
    for (index, (stored, _)) in read.iter().enumerate() {
        let (place, stream, seq) = stored.place();
        position += 1;
        if place != position {
            return Some((
                index,
                format!("entry {place} stands where entry {position} belongs"),
            ));
        }
        let last = seqs.entry(stream).or_insert_with(|| network.seq(stream));
        *last += 1;
        if seq != *last {
            let what = format!("entry {seq} of stream {stream} stands where its entry {last} belongs");
            return Some((index, what));
        }
        if let Stored::Entry(entry) = stored
            && network.protocol(&entry.protocol).is_none()
        {
            let pin = &entry.protocol;
            let (id, version, hash) = (&pin.id, pin.version, &pin.hash);
            let what =
                format!("judged under protocol {id} version {version}, hash {hash}, which is not at hand");
            return Some((index, what));
        }
    }
    None
}
