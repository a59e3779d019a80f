//! What the bytes of a register mean as text.
//!
//! Registers arrive as Windows-1252, as UTF-8 with or without a byte-order mark, and as Windows-1252
//! that somebody read as Latin-1, which turns an apostrophe into the control character U+0092. All of
//! these give the same text here.

use encoding_rs::WINDOWS_1252;
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, fmt};

/// How the bytes of a file were read, found from the bytes themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8; plain ASCII is that too.
    #[serde(rename = "utf8")]
    Utf8,
    /// UTF-8 behind a byte-order mark.
    #[serde(rename = "utf8_with_mark")]
    Utf8WithMark,
    /// Windows-1252, as spreadsheets on Windows write it.
    #[serde(rename = "windows1252")]
    Windows1252,
    /// Mostly UTF-8 with a few characters in Windows-1252, as when files were pasted together; each was
    /// read as what it is.
    #[serde(rename = "mixed")]
    Mixed,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8WithMark => "UTF-8 with a byte-order mark",
            Self::Windows1252 => "Windows-1252",
            Self::Mixed => "UTF-8 mixed with Windows-1252",
        })
    }
}

/// Text with the encoding it came in.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) encoding: Encoding,
    /// Control characters that stood for printable ones of Windows-1252.
    pub(crate) repaired: usize,
}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads any bytes; what has no meaning becomes U+FFFD.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let (bytes, mark) = match bytes.strip_prefix(UTF8_MARK) {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let (text, encoding) = match std::str::from_utf8(bytes) {
        Ok(text) if mark => (Cow::Borrowed(text), Encoding::Utf8WithMark),
        Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
        Err(_) => legacy(bytes),
    };
    let (text, repaired) = repair(text);
    Decoded {
        text,
        encoding,
        repaired,
    }
}

/// Bytes that are no UTF-8 throughout. A sequence of Windows-1252 that happens to be valid UTF-8 is rare,
/// so where such sequences outnumber the stray bytes the file is UTF-8 with a few strays.
fn legacy(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    let (mut wide, mut stray) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        wide += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        stray += chunk.invalid().len();
    }
    if wide <= stray {
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
        return (text, Encoding::Windows1252);
    }
    let mut text = String::with_capacity(bytes.len() + stray);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    (Cow::Owned(text), Encoding::Mixed)
}

/// Puts back the printable characters of Windows-1252 that were read as the control characters U+0080 to
/// U+009F of Latin-1.
fn repair(text: Cow<'_, str>) -> (Cow<'_, str>, usize) {
    let is_control = |c: char| ('\u{80}'..='\u{9F}').contains(&c);
    let repaired = text.chars().filter(|&c| is_control(c)).count();
    if repaired == 0 {
        return (text, 0);
    }
    let mended = text
        .chars()
        .map(|c| if is_control(c) { printable(c) } else { c })
        .collect();
    (Cow::Owned(mended), repaired)
}

fn printable(control: char) -> char {
    u8::try_from(control)
        .ok()
        .and_then(|byte| {
            let single = [byte];
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(&single);
            text.chars().next()
        })
        .filter(|c| !c.is_control())
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> (String, Encoding, usize) {
        let decoded = decode(bytes);
        (decoded.text.into_owned(), decoded.encoding, decoded.repaired)
    }

    #[test]
    fn one_text_four_encodings() {
        let text = "St Aldra’s, Château 5°".to_owned();
        assert_eq!(read(text.as_bytes()), (text.clone(), Encoding::Utf8, 0));
        let marked = [UTF8_MARK, text.as_bytes()].concat();
        assert_eq!(read(&marked), (text.clone(), Encoding::Utf8WithMark, 0));
        let legacy = b"St Aldra\x92s, Ch\xE2teau 5\xB0";
        assert_eq!(read(legacy), (text.clone(), Encoding::Windows1252, 0));
        let misread = "St Aldra\u{92}s, Château 5°";
        assert_eq!(read(misread.as_bytes()), (text, Encoding::Utf8, 1));
    }

    #[test]
    fn a_few_strays_do_not_spoil_the_rest() {
        let mixed = ["é ü ö ".as_bytes(), b"St Aldra\x92s"].concat();
        assert_eq!(read(&mixed), ("é ü ö St Aldra’s".to_owned(), Encoding::Mixed, 0));
    }

    proptest! {
        #[test]
        fn any_bytes_have_a_text_without_latin_1_controls(bytes: Vec<u8>) {
            let decoded = decode(&bytes);
            let controls = decoded.text.chars().filter(|c| ('\u{80}'..='\u{9F}').contains(c)).count();
            prop_assert_eq!(controls, 0);
        }
    }
}
