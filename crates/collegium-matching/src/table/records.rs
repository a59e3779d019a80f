//! Cuts a table into records and fields, as RFC 4180 says. As many times as there are pairs: so a field is
//! the table's own bytes, and is copied only where a quote within it must go.

use std::borrow::Cow;

/// The records of one table, in order; lines without any character are none.
pub(super) struct Records<'a> {
    rest: &'a [u8],
    line: u32,
}

impl<'a> Records<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, line: 1 }
    }

    /// Puts the fields of the next record into `fields` and tells the line on which it begins.
    pub(super) fn next(&mut self, fields: &mut Vec<Cow<'a, [u8]>>) -> Option<u32> {
        fields.clear();
        while let Some((byte @ (b'\r' | b'\n'), rest)) = self.rest.split_first() {
            self.count(*byte);
            self.rest = rest;
        }
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let mut goes_on = true;
        while goes_on {
            let field = match self.rest.split_first() {
                Some((b'"', rest)) => {
                    self.rest = rest;
                    self.quoted()
                }
                _ => Cow::Borrowed(self.take_until(ends_field)),
            };
            fields.push(field);
            goes_on = self.separator();
        }
        Some(line)
    }

    /// The field behind an opening quote. What stands between its closing quote and the next separator belongs
    /// to it, as it is.
    fn quoted(&mut self) -> Cow<'a, [u8]> {
        let mut field = Cow::Borrowed(self.take_quoted());
        while let Some((b'"', rest)) = self.rest.split_first() {
            self.rest = rest;
            field.to_mut().push(b'"');
            field.to_mut().extend(self.take_quoted());
        }
        let more = self.take_until(ends_field);
        if !more.is_empty() {
            field.to_mut().extend(more);
        }
        field
    }

    /// What stands before the next quote, which is taken, too.
    fn take_quoted(&mut self) -> &'a [u8] {
        let taken = self.take_until(|byte| byte == b'"');
        for byte in taken {
            self.count(*byte);
        }
        self.rest = self.rest.get(1..).unwrap_or_default();
        taken
    }

    fn take_until(&mut self, is_end: impl Fn(u8) -> bool) -> &'a [u8] {
        let end = self.rest.iter().position(|byte| is_end(*byte));
        let (taken, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// Takes what ends a field; whether another follows in the same record.
    fn separator(&mut self) -> bool {
        let Some((byte, rest)) = self.rest.split_first() else {
            return false;
        };
        self.count(*byte);
        self.rest = rest;
        *byte == b','
    }

    fn count(&mut self, byte: u8) {
        self.line = self.line.saturating_add(u32::from(byte == b'\n'));
    }
}

fn ends_field(byte: u8) -> bool {
    matches!(byte, b',' | b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(bytes: &[u8]) -> Vec<Vec<Vec<u8>>> {
        let (mut records, mut fields, mut found) = (Records::of(bytes), Vec::new(), Vec::new());
        while records.next(&mut fields).is_some() {
            found.push(fields.iter().map(|field| field.to_vec()).collect());
        }
        found
    }

    fn by_csv(bytes: &[u8]) -> Vec<Vec<Vec<u8>>> {
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).flexible(true).from_reader(bytes);
        let records = reader.byte_records().map(|record| {
            let record = record.expect("ragged lines are allowed");
            record.iter().map(<[u8]>::to_vec).collect()
        });
        records.collect()
    }

    #[test]
    fn a_record_knows_its_line() {
        let bytes = b"\r\n\na,b\r\n\"1\n\n2\",\"\"\"\"\n\n\nlast,";
        let (mut records, mut fields, mut lines) = (Records::of(bytes), Vec::new(), Vec::new());
        while let Some(line) = records.next(&mut fields) {
            lines.push((line, fields.len()));
        }
        assert_eq!(lines, [(3, 2), (4, 2), (9, 2)]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn the_csv_crate_cuts_the_same(text in "([ab,\"\r\n]|\u{e9}){0,24}") {
            prop_assert_eq!(all(text.as_bytes()), by_csv(text.as_bytes()));
        }
    }
}
