//! A CSV file as rows with the line on which each begins, and columns found by name.

use crate::{
    encoding::{Decoded, decode},
    fault::{Collected, FaultKind},
    source::Source,
};
use csv::StringRecord;

/// The text of a file, or none where its bytes are no text at all.
pub(crate) fn text_of<'a>(source: Source<'a>, faults: &mut Collected<'_>) -> Option<Decoded<'a>> {
    let bytes = source.bytes;
    let refused = if bytes.iter().all(u8::is_ascii_whitespace) || bytes == b"\xEF\xBB\xBF" {
        Some((None, FaultKind::Empty))
    } else if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        Some((None, FaultKind::Utf16))
    } else if bytes.starts_with(b"PK\x03\x04") {
        Some((None, FaultKind::Archive))
    } else {
        bytes
            .iter()
            .position(|&byte| byte == 0)
            .map(|nul| (Some(1 + lines(&bytes[..nul])), FaultKind::Binary))
    };
    match refused {
        Some((line, kind)) => {
            faults.push(line, None, kind);
            None
        }
        None => Some(decode(bytes)),
    }
}

/// Line ends in `bytes`: LF, CRLF or CR.
fn lines(bytes: &[u8]) -> u64 {
    let ends = bytes
        .iter()
        .enumerate()
        .filter(|&(index, &byte)| byte == b'\n' || (byte == b'\r' && bytes.get(index + 1) != Some(&b'\n')));
    u64::try_from(ends.count()).unwrap_or(u64::MAX)
}

/// The rows of a file, one after the other, the header first.
pub(crate) struct Rows<'t> {
    text: &'t str,
    reader: csv::Reader<&'t [u8]>,
    record: StringRecord,
    at: usize,
    line: u64,
}

/// One row as it stands in the file.
pub(crate) struct Row<'r> {
    pub(crate) line: u64,
    pub(crate) cells: &'r StringRecord,
    /// Whether a field runs over several lines and its quotes do not add up.
    pub(crate) unclosed: bool,
}

impl<'t> Rows<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            reader: csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes()),
            record: StringRecord::new(),
            at: 0,
            line: 1,
        }
    }

    pub(crate) fn next(&mut self, faults: &mut Collected<'_>) -> Option<Row<'_>> {
        match self.reader.read_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(_) => {
                faults.push(Some(self.line), None, FaultKind::NotCsv);
                return None;
            }
        }
        let bytes = self.text.as_bytes();
        let end = usize::try_from(self.reader.position().byte())
            .unwrap_or(usize::MAX)
            .clamp(self.at, bytes.len());
        // The reader stops between CR and LF.
        let split = end > 0 && bytes[end - 1] == b'\r' && bytes.get(end) == Some(&b'\n');
        let end = if split { end + 1 } else { end };
        let raw = &bytes[self.at..end];
        // A record begins after the blank lines that the reader skips without a word.
        let blank = raw
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        let line = self.line + lines(&raw[..blank]);
        self.line = line + lines(&raw[blank..]);
        self.at = end;
        let broken = self.record.iter().any(|cell| cell.contains(['\r', '\n']));
        let unclosed = broken && !closes_its_quotes(&raw[blank..]);
        Some(Row {
            line,
            cells: &self.record,
            unclosed,
        })
    }
}

impl Row<'_> {
    /// The cell's text without the space around it.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }

    pub(crate) fn optional(&self, column: Option<usize>) -> &str {
        column.map_or("", |column| self.cell(column))
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// Whether the row has as many fields as the header and closes its quotes; says so where not.
    pub(crate) fn is_whole(&self, header: &Header, faults: &mut Collected<'_>) -> bool {
        if self.unclosed {
            faults.push(Some(self.line), None, FaultKind::UnclosedQuote);
            return false;
        }
        let (expected, found) = (header.names.len(), self.cells.len());
        if expected != found {
            let broken = self.cells.iter().any(|cell| cell.contains(['\r', '\n']));
            let kind = FaultKind::FieldCount {
                expected,
                found,
                broken,
            };
            faults.push(Some(self.line), None, kind);
        }
        expected == found
    }
}

/// Whether each quotation mark that opens a field has one that closes it, at the field's end. The reader is
/// lenient here: it would take the rows that follow an open quote into the field.
fn closes_its_quotes(raw: &[u8]) -> bool {
    enum At {
        Start,
        Plain,
        Quoted,
        Quote,
    }
    let mut at = At::Start;
    for &byte in raw {
        at = match (at, byte) {
            (At::Quoted, b'"') => At::Quote,
            (At::Start | At::Quote, b'"') | (At::Quoted, _) => At::Quoted,
            (_, b',' | b'\r' | b'\n') => At::Start,
            (At::Quote, _) => return false,
            _ => At::Plain,
        };
    }
    !matches!(at, At::Quoted)
}

/// The names of a file's columns.
pub(crate) struct Header {
    pub(crate) names: Vec<String>,
    keys: Vec<String>,
    pub(crate) line: u64,
}

impl Header {
    /// The names in the first row; none, and a fault, where something else than commas separates them.
    pub(crate) fn new(row: &Row<'_>, faults: &mut Collected<'_>) -> Option<Self> {
        if let [only] = row.cells.iter().collect::<Vec<_>>()[..] {
            let separators = [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")];
            if let Some((_, separator)) = separators.into_iter().find(|&(mark, _)| only.contains(mark)) {
                faults.push(Some(row.line), None, FaultKind::NotCommas { separator });
                return None;
            }
        }
        let names: Vec<_> = row.cells.iter().map(|name| name.trim().to_owned()).collect();
        let keys = names.iter().map(|name| key(name)).collect();
        Some(Self {
            names,
            keys,
            line: row.line,
        })
    }

    /// Where the column stands; letter case and doubled spaces in its name do not matter.
    pub(crate) fn find(&self, name: &str, faults: &mut Collected<'_>) -> Option<usize> {
        let name_key = key(name);
        let mut found = (0..self.keys.len()).filter(|&index| self.keys[index] == name_key);
        let first = found.next();
        if found.next().is_some() {
            faults.push(Some(self.line), Some(name), FaultKind::ColumnTwice);
        }
        first
    }

    /// Where the column stands; a fault where it is missing.
    pub(crate) fn require(&self, name: &str, faults: &mut Collected<'_>) -> Option<usize> {
        let found = self.find(name, faults);
        if found.is_none() {
            let similar = self.similar(name);
            faults.push(Some(self.line), Some(name), FaultKind::ColumnMissing { similar });
        }
        found
    }

    /// Where the column of a filter stands; a fault where it is missing.
    pub(crate) fn require_for_filter(&self, name: &str, faults: &mut Collected<'_>) -> Option<usize> {
        let found = self.find(name, faults);
        if found.is_none() {
            let similar = self.similar(name);
            faults.push(
                Some(self.line),
                Some(name),
                FaultKind::FilterColumnMissing { similar },
            );
        }
        found
    }

    fn similar(&self, name: &str) -> Vec<String> {
        similar(name, self.names.iter().map(String::as_str))
    }
}

fn key(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().collect();
    words.join(" ").to_ascii_lowercase()
}

/// The names that look like `wanted`, at most three, the nearest first.
pub(crate) fn similar<'n>(wanted: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let letters = |text: &str| -> Vec<char> {
        let short = text.chars().filter(|c| c.is_alphanumeric()).take(40);
        short.map(|c| c.to_ascii_lowercase()).collect()
    };
    let target = letters(wanted);
    let mut near: Vec<(usize, &str)> = names
        .filter_map(|name| {
            let candidate = letters(name);
            if candidate.len() < 2 {
                return None;
            }
            let contained = contains(&target, &candidate) || contains(&candidate, &target);
            let distance = edits(&target, &candidate);
            (contained || distance <= 1 + target.len() / 5).then_some((distance, name))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter()
        .take(3)
        .map(|(_, name)| name.to_owned())
        .collect()
}

fn contains(whole: &[char], part: &[char]) -> bool {
    part.len() >= 3 && whole.windows(part.len()).any(|window| window == part)
}

/// Levenshtein's distance.
fn edits(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let substituted = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins(text: &str) -> Vec<(u64, usize)> {
        let mut faults = Collected::new("t.csv");
        let mut rows = Rows::new(text);
        let mut begins = Vec::new();
        while let Some(row) = rows.next(&mut faults) {
            begins.push((row.line, row.cells.len()));
        }
        begins
    }

    #[test]
    fn a_row_is_named_by_the_line_on_which_it_begins() {
        assert_eq!(begins("a,b\r\n1,\"x\r\ny\"\r\n2,z\r\n"), [(1, 2), (2, 2), (4, 2)]);
        assert_eq!(begins("\n\na,b\n\n\n1,2\n"), [(3, 2), (6, 2)]);
        assert_eq!(begins("a\rb\rc"), [(1, 1), (2, 1), (3, 1)]);
        assert_eq!(begins("a,b\r\n\r\n\r\n1,2"), [(1, 2), (4, 2)]);
    }

    #[test]
    fn similar_names_are_found() {
        let names = ["SCHNAME", "Establishment Name", "Status (name)", "URN", "Town"];
        let like = |wanted| similar(wanted, names.into_iter());
        assert_eq!(like("EstablishmentName"), ["Establishment Name"]);
        assert_eq!(like("EstablishmentStatus (name)"), ["Status (name)"]);
        assert!(like("Easting").is_empty());
    }
}
