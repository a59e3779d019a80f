//! Philox 4×32 with ten rounds: a counter-based generator.
//!
//! Source: Salmon, Moraes, Dror & Shaw (2011), doi:10.1145/2063384.2063405.

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];

/// The 128 random bits of a counter under a key.
pub(super) fn block(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let (mut counter, mut key) = (counter, key);
    for _ in 0..10 {
        let [c0, c1, c2, c3] = counter;
        let (high0, low0) = product(MULTIPLIERS[0], c0);
        let (high1, low1) = product(MULTIPLIERS[1], c2);
        counter = [high1 ^ c1 ^ key[0], low1, high0 ^ c3 ^ key[1], low0];
        key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
    }
    counter
}

/// The upper and the lower half of a product.
#[expect(clippy::cast_possible_truncation, reason = "the halves are what is meant")]
const fn product(one: u32, other: u32) -> (u32, u32) {
    let whole = one as u64 * other as u64;
    ((whole >> 32) as u32, whole as u32)
}

#[cfg(test)]
mod tests {
    use super::block;

    /// The known answers that its authors publish with their code.
    #[test]
    fn known_answers() {
        let full = u32::MAX;
        assert_eq!(
            block([0; 4], [0; 2]),
            [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
        );
        assert_eq!(
            block([full; 4], [full; 2]),
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
        );
        assert_eq!(
            block(
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0]
            ),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }
}
