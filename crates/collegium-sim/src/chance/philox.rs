//! Philox4x32 with ten rounds: a block of random bits for each counter under each key.
//!
//! # Source
//! Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3,
//! doi:10.1145/2063384.2063405.

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: usize = 10;

/// The block of `counter` under `key`. For one key no two counters share a block.
pub(super) fn philox(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let mut block = counter;
    let mut key = key;
    for _ in 0..ROUNDS {
        let [high_0, low_0] = halves(MULTIPLIERS[0], block[0]);
        let [high_1, low_1] = halves(MULTIPLIERS[1], block[2]);
        block = [
            high_1 ^ block[1] ^ key[0],
            low_1,
            high_0 ^ block[3] ^ key[1],
            low_0,
        ];
        key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
    }
    block
}

/// A product of two words as its high and its low word.
const fn halves(left: u32, right: u32) -> [u32; 2] {
    split(left as u64 * right as u64)
}

/// A number as its high and its low word.
#[expect(clippy::cast_possible_truncation, reason = "each half is a word")]
pub(super) const fn split(number: u64) -> [u32; 2] {
    [(number >> 32) as u32, number as u32]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        // The vectors that the authors publish with their code, Random123.
        let ones = u32::MAX;
        for (counter, key, block) in [
            (
                [0; 4],
                [0; 2],
                [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8],
            ),
            (
                [ones; 4],
                [ones; 2],
                [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd],
            ),
            (
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0],
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
            ),
        ] {
            assert_eq!(philox(counter, key), block);
        }
    }
}
