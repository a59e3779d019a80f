//! Short text kept in place: a copy of it allocates nothing and counts no sharers.

/// At most `MOST` bytes of text within its own; unused bytes are zero, so that equal texts are equal bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Inline<const MOST: usize> {
    length: u8,
    bytes: [u8; MOST],
}

impl<const MOST: usize> Inline<MOST> {
    /// The text; none where it is too long.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let length = u8::try_from(text.len()).ok()?;
        let mut bytes = [0; MOST];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { length, bytes })
    }

    /// Its bytes; their order is that of the text.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.length)).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(self.bytes()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Inline;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_holds_the_text_or_is_none(text in ".{0,12}") {
            let inline = Inline::<16>::new(&text);
            prop_assert_eq!(inline.is_some(), text.len() <= 16);
            prop_assert_eq!(inline.as_ref().map_or(text.as_str(), Inline::as_str), text.as_str());
        }
    }
}
