//! Characters that may not stand in an HTML page, or that would upset the text around them.
//!
//! Registers bring them: an apostrophe of the Windows code page read as U+0092, a stray control character.

/// The text with every troublesome character replaced or dropped.
///
/// Quotation marks and dashes of the Windows code page become what they were meant to be; other control
/// characters become U+FFFD; marks that turn the direction of writing around go.
pub(crate) fn without_control_characters(text: &str) -> String {
    text.chars().filter_map(replacement).collect()
}

fn replacement(character: char) -> Option<char> {
    match character {
        '\n' | '\t' => Some(character),
        '\r' => Some('\n'),
        '\u{85}' => Some('…'),
        '\u{91}' => Some('‘'),
        '\u{92}' => Some('’'),
        '\u{93}' => Some('“'),
        '\u{94}' => Some('”'),
        '\u{96}' => Some('–'),
        '\u{97}' => Some('—'),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        '\u{FDD0}'..='\u{FDEF}' => Some('\u{FFFD}'),
        _ if character.is_control() || u32::from(character) & 0xFFFE == 0xFFFE => Some('\u{FFFD}'),
        _ => Some(character),
    }
}

#[cfg(test)]
mod tests {
    use super::without_control_characters;

    #[test]
    fn an_apostrophe_of_the_windows_code_page_is_an_apostrophe() {
        assert_eq!(without_control_characters("St John\u{92}s"), "St John’s");
    }

    #[test]
    fn what_may_not_stand_in_a_page_is_marked_or_dropped() {
        assert_eq!(
            without_control_characters("a\u{0}b\u{202E}c\u{FFFE}\td"),
            "a\u{FFFD}bc\u{FFFD}\td"
        );
    }
}
