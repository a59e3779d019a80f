//! The colours of the page, each with the grounds it stands on, so that a test can hold its contrast.

use std::fmt::Write;

/// A colour of the page.
pub(crate) struct Colour {
    /// Its name in the style sheet.
    pub(crate) name: &'static str,
    /// Its red, green and blue parts.
    pub(crate) rgb: [u8; 3],
}

impl Colour {
    const fn new(name: &'static str, rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self {
            name,
            rgb: [red, green, blue],
        }
    }
}

/// All colours of the page. Templates and drawings use them by name only.
pub(crate) const COLOURS: [Colour; 20] = [
    Colour::new("ink", 0x14_18_1f),
    Colour::new("paper", 0xff_ff_ff),
    Colour::new("quiet", 0x4a_51_57),
    Colour::new("line", 0x76_7d_85),
    Colour::new("wash", 0xf1_f3_f5),
    Colour::new("holiday", 0xe1_e5_e9),
    Colour::new("link", 0x17_4a_8b),
    Colour::new("focus", 0xff_d4_3b),
    Colour::new("offering", 0x0b_53_94),
    Colour::new("receiving", 0xa3_3b_00),
    Colour::new("both", 0x6a_2c_91),
    Colour::new("neither", 0x5c_64_6b),
    Colour::new("unmet", 0x8f_00_1f),
    Colour::new("red", 0xb3_20_2c),
    Colour::new("amber", 0xff_b8_2e),
    Colour::new("green", 0x1b_6e_3c),
    Colour::new("notice", 0xff_f4_cc),
    Colour::new("tint", 0xe3_ec_f7),
    Colour::new("cell-middle", 0xa9_c7_e8),
    Colour::new("cell-dark", 0x0b_53_94),
];

/// The custom properties that the style sheet begins with.
pub(crate) fn custom_properties() -> String {
    let mut properties = String::new();
    for Colour {
        name,
        rgb: [red, green, blue],
    } in &COLOURS
    {
        // Writing to a string cannot fail.
        let _ = write!(properties, "--{name}:#{red:02x}{green:02x}{blue:02x};");
    }
    properties
}

#[cfg(test)]
mod tests {
    use super::COLOURS;

    /// Text and the grounds it stands on: WCAG 2.2, 1.4.3 (AA).
    const TEXT: [(&str, &str); 22] = [
        ("ink", "paper"),
        ("ink", "wash"),
        ("ink", "holiday"),
        ("ink", "focus"),
        ("ink", "notice"),
        ("ink", "tint"),
        ("ink", "amber"),
        ("paper", "ink"),
        ("quiet", "paper"),
        ("quiet", "wash"),
        ("link", "paper"),
        ("link", "wash"),
        ("link", "notice"),
        ("paper", "offering"),
        ("paper", "receiving"),
        ("paper", "both"),
        ("paper", "unmet"),
        ("paper", "red"),
        ("paper", "green"),
        ("unmet", "paper"),
        ("ink", "cell-middle"),
        ("paper", "cell-dark"),
    ];

    /// Graphics and the grounds they stand on: WCAG 2.2, 1.4.11 (AA).
    const GRAPHICS: [(&str, &str); 20] = [
        ("line", "paper"),
        ("line", "wash"),
        ("offering", "paper"),
        ("offering", "wash"),
        ("offering", "holiday"),
        ("receiving", "paper"),
        ("receiving", "wash"),
        ("receiving", "holiday"),
        ("both", "paper"),
        ("both", "wash"),
        ("neither", "paper"),
        ("neither", "wash"),
        ("unmet", "paper"),
        ("unmet", "tint"),
        ("ink", "focus"),
        ("offering", "tint"),
        ("unmet", "holiday"),
        ("ink", "holiday"),
        ("green", "paper"),
        ("ink", "cell-middle"),
    ];

    fn luminance(name: &str) -> f64 {
        let colour = COLOURS
            .iter()
            .find(|colour| colour.name == name)
            .expect("a colour of the palette");
        let [red, green, blue] = colour.rgb.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of WCAG 2.2, from 1 to 21.
    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn black_on_white_is_twenty_one_to_one_or_nearly() {
        assert!((contrast("paper", "paper") - 1.0).abs() < 1e-9);
        assert!(contrast("ink", "paper") > 17.0);
    }

    #[test]
    fn all_text_can_be_read() {
        for (text, ground) in TEXT {
            let ratio = contrast(text, ground);
            assert!(ratio >= 4.5, "{text} on {ground}: {ratio:.2}");
        }
    }

    #[test]
    fn all_graphics_can_be_told_from_their_ground() {
        for (graphic, ground) in GRAPHICS {
            let ratio = contrast(graphic, ground);
            assert!(ratio >= 3.0, "{graphic} on {ground}: {ratio:.2}");
        }
    }
}
