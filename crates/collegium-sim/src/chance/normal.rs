//! What many small parts make together.

use super::Law;
use crate::parameter::{Check, Faults};

/// The normal law.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Normal {
    mean: f64,
    deviation: f64,
}

impl Normal {
    /// With any finite `mean` and a standard `deviation` of 0 or above.
    pub fn new(mean: f64, deviation: f64) -> Result<Self, Faults> {
        Check::default()
            .finite("mean", mean)
            .not_negative("deviation", deviation)
            .done()?;
        Ok(Self { mean, deviation })
    }
}

impl Law for Normal {
    type Sample = f64;

    fn quantile(&self, share: f64) -> f64 {
        self.mean + self.deviation * standard_normal_quantile(share)
    }

    fn mean(&self) -> f64 {
        self.mean
    }

    fn variance(&self) -> f64 {
        self.deviation * self.deviation
    }
}

/// The quantile of the standard normal law, to about 1 part in 10¹⁶: 1.96 for 0.975.
///
/// # Units
/// `share` is strictly between 0 and 1. At 0 and 1 the result is infinite, beyond it is not a number.
///
/// # Source
/// Wichura (1988), Algorithm AS 241, routine PPND16, doi:10.2307/2347330.
pub fn standard_normal_quantile(share: f64) -> f64 {
    let from_median = share - 0.5;
    if from_median.abs() <= 0.425 {
        let r = 0.180_625 - from_median * from_median;
        return from_median * ratio(r, &MIDDLE_ABOVE, &MIDDLE_BELOW);
    }
    let tail = if from_median < 0.0 { share } else { 1.0 - share };
    if tail == 0.0 {
        return f64::INFINITY.copysign(from_median);
    }
    let r = (-libm::log(tail)).sqrt();
    let distance = if r <= 5.0 {
        ratio(r - 1.6, &TAIL_ABOVE, &TAIL_BELOW)
    } else {
        ratio(r - 5.0, &FAR_ABOVE, &FAR_BELOW)
    };
    distance.copysign(from_median)
}

/// One polynomial over another, coefficients from the constant on.
fn ratio(at: f64, above: &[f64; 8], below: &[f64; 8]) -> f64 {
    let value = |of: &[f64; 8]| of.iter().rev().fold(0.0, |sum, it| sum * at + it);
    value(above) / value(below)
}

// The published coefficients, each as the shortest number that is the same in 64 bits.
const MIDDLE_ABOVE: [f64; 8] = [
    3.387_132_872_796_366_5,
    133.141_667_891_784_38,
    1_971.590_950_306_551_3,
    13_731.693_765_509_46,
    45_921.953_931_549_87,
    67_265.770_927_008_7,
    33_430.575_583_588_13,
    2_509.080_928_730_122_7,
];

const MIDDLE_BELOW: [f64; 8] = [
    1.0,
    42.313_330_701_600_91,
    687.187_007_492_057_9,
    5_394.196_021_424_751,
    21_213.794_301_586_597,
    39_307.895_800_092_71,
    28_729.085_735_721_943,
    5_226.495_278_852_854,
];

const TAIL_ABOVE: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    0.241_780_725_177_450_6,
    0.022_723_844_989_269_184,
    0.000_774_545_014_278_341_4,
];

const TAIL_BELOW: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    0.689_767_334_985_1,
    0.148_103_976_427_480_08,
    0.015_198_666_563_616_457,
    0.000_547_593_808_499_534_5,
    1.050_750_071_644_416_9e-9,
];

const FAR_ABOVE: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    0.296_560_571_828_504_87,
    0.026_532_189_526_576_124,
    0.001_242_660_947_388_078_4,
    2.711_555_568_743_487_6e-5,
    2.010_334_399_292_288_1e-7,
];

const FAR_BELOW: [f64; 8] = [
    1.0,
    0.599_832_206_555_888,
    0.136_929_880_922_735_8,
    0.014_875_361_290_850_615,
    0.000_786_869_131_145_613_3,
    1.846_318_317_510_054_8e-5,
    1.421_511_758_316_446e-7,
    2.044_263_103_389_939_7e-15,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_own_distribution_function_gives_the_share_back() {
        // `erfc` is libm's and shares nothing with the table above.
        let reached = |x: f64| libm::erfc(-x / 2.0_f64.sqrt()) / 2.0;
        let mut share = 1e-300;
        while share < 0.5 {
            for share in [share, 1.0 - share] {
                let back = reached(standard_normal_quantile(share));
                assert!((back / share - 1.0).abs() < 1e-12, "{share} {back}");
            }
            share *= 1.37;
        }
    }

    #[test]
    fn the_ends_are_infinite_and_beyond_is_no_number() {
        assert!(standard_normal_quantile(0.0) < f64::MIN);
        assert!(standard_normal_quantile(1.0) > f64::MAX);
        assert!(standard_normal_quantile(1.5).is_nan());
        assert!(standard_normal_quantile(0.5).abs() < f64::EPSILON);
    }
}
