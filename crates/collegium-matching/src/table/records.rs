//! Cuts a table into records and fields, as RFC 4180 says. As many times as there are pairs: so a field is
//! the table's own text, and is copied only where a quote within it must go.

use std::borrow::Cow;

/// The records of one table, in order; lines without any character are none.
pub(super) struct Records<'a> {
    rest: &'a str,
    line: u32,
}

impl<'a> Records<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { rest: text, line: 1 }
    }

    /// Puts the fields of the next record into `fields` and tells the line on which it begins.
    pub(super) fn next(&mut self, fields: &mut Vec<Cow<'a, str>>) -> Option<u32> {
        fields.clear();
        while self.begins(b'\n') || self.begins(b'\r') {
            self.skip();
        }
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let mut goes_on = true;
        while goes_on {
            fields.push(if self.begins(b'"') {
                self.skip();
                self.quoted()
            } else {
                Cow::Borrowed(self.take_until(ends_field))
            });
            goes_on = self.separator();
        }
        Some(line)
    }

    /// The field behind an opening quote. What stands between its closing quote and the next separator belongs
    /// to it, as it is.
    fn quoted(&mut self) -> Cow<'a, str> {
        let mut field = Cow::Borrowed(self.take_quoted());
        while self.begins(b'"') {
            self.skip();
            field += "\"";
            field += self.take_quoted();
        }
        field + self.take_until(ends_field)
    }

    /// What stands before the next quote, which is taken, too.
    fn take_quoted(&mut self) -> &'a str {
        let taken = self.take_until(|byte| byte == b'"');
        for byte in taken.bytes() {
            self.count(byte);
        }
        self.skip();
        taken
    }

    /// What stands before the next byte that is an end, of which each is a character by itself.
    fn take_until(&mut self, is_end: impl Fn(u8) -> bool) -> &'a str {
        let end = self.rest.bytes().position(is_end);
        let (taken, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// Takes what ends a field; whether another follows in the same record.
    fn separator(&mut self) -> bool {
        let is_comma = self.begins(b',');
        self.skip();
        is_comma
    }

    fn begins(&self, byte: u8) -> bool {
        self.rest.as_bytes().first() == Some(&byte)
    }

    /// Takes one byte, if there is one: a quote, or what ends a field.
    fn skip(&mut self) {
        if let Some(byte) = self.rest.bytes().next() {
            self.count(byte);
            self.rest = &self.rest[1..];
        }
    }

    fn count(&mut self, byte: u8) {
        self.line = self.line.saturating_add(u32::from(byte == b'\n'));
    }
}

fn ends_field(byte: u8) -> bool {
    // Letters and digits stand above all three: one comparison is enough for them.
    byte <= b',' && matches!(byte, b',' | b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<Vec<String>> {
        let (mut records, mut fields, mut found) = (Records::of(text), Vec::new(), Vec::new());
        while records.next(&mut fields).is_some() {
            found.push(fields.iter().map(ToString::to_string).collect());
        }
        found
    }

    fn by_csv(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let records = reader.records().map(|record| {
            let record = record.expect("ragged lines are allowed");
            record.iter().map(str::to_owned).collect()
        });
        records.collect()
    }

    #[test]
    fn a_record_knows_its_line() {
        let text = "\r\n\na,b\r\n\"1\n\n2\",\"\"\"\"\n\n\nlast,";
        let (mut records, mut fields, mut lines) = (Records::of(text), Vec::new(), Vec::new());
        while let Some(line) = records.next(&mut fields) {
            lines.push((line, fields.len()));
        }
        assert_eq!(lines, [(3, 2), (4, 2), (9, 2)]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn the_csv_crate_cuts_the_same(text in "([ab,\"\r\n]|\u{e9}){0,24}") {
            prop_assert_eq!(all(&text), by_csv(&text));
        }
    }
}
