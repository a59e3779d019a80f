//! Laws of chance against their own distribution functions, moments and one another.

use collegium_sim::chance::{
    Bernoulli, Discrete, Erlang, Exponential, Geometric, Law, Lognormal, Normal, Poisson, Stream, StreamKey,
    StreamName, Uniform, Weibull,
};
use collegium_sim::parameter::Faults;
use proptest::prelude::*;

const SAMPLES: u32 = 20_000;

fn stream(entity: u64) -> Stream {
    Stream::new(StreamKey {
        seed: 2026,
        replication: 0,
        name: StreamName::new("laws"),
        entity,
    })
}

fn samples<L: Law>(law: &L, entity: u64) -> Vec<L::Sample> {
    let mut stream = stream(entity);
    (0..SAMPLES).map(|_| law.sample(&mut stream)).collect()
}

/// What the law says of itself is what is known of it.
fn says(law: &str, said: &impl Law, mean: f64, variance: f64) {
    assert!((said.mean() / mean - 1.0).abs() < 1e-9, "{law}: {}", said.mean());
    assert!(
        (said.variance() / variance - 1.0).abs() < 1e-9,
        "{law}: {}",
        said.variance()
    );
}

#[test]
fn laws_know_their_moments() -> Result<(), Faults> {
    says("exponential", &Exponential::new(0.25)?, 4.0, 16.0);
    says("exponential", &Exponential::with_mean(4.0)?, 4.0, 16.0);
    says("uniform", &Uniform::new(-1.0, 3.0)?, 1.0, 4.0 / 3.0);
    says("normal", &Normal::new(10.0, 2.0)?, 10.0, 4.0);
    says("lognormal", &Lognormal::new(6.0, 0.5)?, 6.0, 9.0);
    // Of shape 2 it is Rayleigh's law: √π/2 and 1 − π/4.
    let pi = std::f64::consts::PI;
    says(
        "weibull",
        &Weibull::new(2.0, 1.0)?,
        pi.sqrt() / 2.0,
        1.0 - pi / 4.0,
    );
    says("erlang", &Erlang::new(3, 0.5)?, 6.0, 12.0);
    says("geometric", &Geometric::new(0.3)?, 1.0 / 0.3, 0.7 / 0.09);
    says("poisson", &Poisson::new(7.3)?, 7.3, 7.3);
    says("discrete", &Discrete::new(&[3.0, 0.0, 1.0, 4.0, 2.0])?, 2.2, 2.36);
    says("bernoulli", &Bernoulli::new(0.2)?, 0.2, 0.16);
    Ok(())
}

/// Sample mean within five standard errors, sample variance within `looseness` of the law's.
fn moments_agree(law: &str, drawn: &[f64], mean: f64, variance: f64, looseness: f64) {
    let count = f64::from(SAMPLES);
    let drawn_mean = drawn.iter().sum::<f64>() / count;
    let drawn_variance = drawn.iter().map(|it| (it - drawn_mean).powi(2)).sum::<f64>() / (count - 1.0);
    let error = (variance / count).sqrt();
    assert!(
        (drawn_mean - mean).abs() <= 5.0 * error,
        "{law}: mean {drawn_mean}, expected {mean}"
    );
    assert!(
        (drawn_variance - variance).abs() <= looseness * variance,
        "{law}: variance {drawn_variance}, expected {variance}"
    );
}

/// Kolmogorov–Smirnov: the largest gap lies below the critical value of 1 in 1,000 (1.95/√n).
fn follows(law: &str, mut drawn: Vec<f64>, reached: impl Fn(f64) -> f64) {
    drawn.sort_by(f64::total_cmp);
    let count = f64::from(SAMPLES);
    let gap = (0..SAMPLES)
        .zip(&drawn)
        .map(|(place, &it)| {
            let reached = reached(it);
            let place = f64::from(place);
            (reached - place / count).max((place + 1.0) / count - reached)
        })
        .fold(0.0, f64::max);
    assert!(gap * count.sqrt() < 1.95, "{law}: gap {gap}");
}

/// Chi-square over counts expected at least ten times, below mean + 4.5 standard deviations.
fn counts_follow(law: &str, drawn: &[u64], chance: impl Fn(u64) -> f64) {
    let mut statistic = 0.0;
    let mut cells = 0.0;
    for count in 0..1000 {
        let expected = chance(count) * f64::from(SAMPLES);
        if expected < 10.0 {
            continue;
        }
        let seen: f64 = drawn.iter().map(|&it| f64::from(u8::from(it == count))).sum();
        statistic += (seen - expected).powi(2) / expected;
        cells += 1.0;
    }
    assert!(cells > 3.0, "{law}");
    assert!(
        statistic < cells + 4.5 * (2.0_f64 * cells).sqrt(),
        "{law}: {statistic} over {cells} cells"
    );
}

fn floats(of: &[u64]) -> Vec<f64> {
    of.iter()
        .map(|&it| f64::from(u32::try_from(it).expect("counts are small")))
        .collect()
}

#[test]
fn durations_follow_their_law() -> Result<(), Faults> {
    let exponential = Exponential::new(0.25)?;
    let drawn = samples(&exponential, 1);
    moments_agree("exponential", &drawn, 4.0, 16.0, 0.06);
    follows("exponential", drawn, |x| 1.0 - (-0.25 * x).exp());

    let uniform = Uniform::new(-1.0, 3.0)?;
    let drawn = samples(&uniform, 2);
    moments_agree("uniform", &drawn, 1.0, 16.0 / 12.0, 0.03);
    follows("uniform", drawn, |x| (x + 1.0) / 4.0);

    let normal = Normal::new(10.0, 2.0)?;
    let drawn = samples(&normal, 3);
    moments_agree("normal", &drawn, 10.0, 4.0, 0.04);
    follows("normal", drawn, |x| {
        libm::erfc((10.0 - x) / 2.0 / 2.0_f64.sqrt()) / 2.0
    });

    let lognormal = Lognormal::new(6.0, 0.5)?;
    let drawn = samples(&lognormal, 4);
    moments_agree("lognormal", &drawn, 6.0, 9.0, 0.1);
    let log_deviation = 1.25_f64.ln().sqrt();
    let log_mean = 6.0_f64.ln() - 1.25_f64.ln() / 2.0;
    follows("lognormal", drawn, |x| {
        libm::erfc((log_mean - x.ln()) / log_deviation / 2.0_f64.sqrt()) / 2.0
    });

    let weibull = Weibull::new(1.5, 2.0)?;
    let drawn = samples(&weibull, 5);
    moments_agree("weibull", &drawn, weibull.mean(), weibull.variance(), 0.05);
    follows("weibull", drawn, |x| 1.0 - (-(x / 2.0).powf(1.5)).exp());

    let erlang = Erlang::new(3, 0.5)?;
    let drawn = samples(&erlang, 6);
    moments_agree("erlang", &drawn, 6.0, 12.0, 0.05);
    follows("erlang", drawn, |x| {
        let y = x / 2.0;
        1.0 - (-y).exp() * (1.0 + y + y * y / 2.0)
    });
    Ok(())
}

#[test]
fn counts_follow_their_law() -> Result<(), Faults> {
    let geometric = Geometric::new(0.3)?;
    let drawn = samples(&geometric, 7);
    moments_agree(
        "geometric",
        &floats(&drawn),
        geometric.mean(),
        geometric.variance(),
        0.06,
    );
    counts_follow("geometric", &drawn, |n| {
        if n == 0 {
            0.0
        } else {
            0.3 * 0.7_f64.powi(i32::try_from(n).unwrap() - 1)
        }
    });

    for (entity, mean) in [(8, 0.4), (9, 7.3), (10, 120.0)] {
        let poisson = Poisson::new(mean)?;
        let drawn = samples(&poisson, entity);
        moments_agree("poisson", &floats(&drawn), mean, mean, 0.06);
        counts_follow("poisson", &drawn, |n| {
            let n = f64::from(u32::try_from(n).unwrap());
            (n * mean.ln() - mean - libm::lgamma(n + 1.0)).exp()
        });
    }

    let weights = [3.0, 0.0, 1.0, 4.0, 2.0];
    let discrete = Discrete::new(&weights)?;
    let drawn: Vec<u64> = samples(&discrete, 11).into_iter().map(|it| it as u64).collect();
    assert!(!drawn.contains(&1));
    moments_agree("discrete", &floats(&drawn), 2.2, 2.36, 0.05);
    counts_follow("discrete", &drawn, |n| {
        weights
            .get(usize::try_from(n).unwrap())
            .map_or(0.0, |it| it / 10.0)
    });

    let bernoulli = Bernoulli::new(0.2)?;
    let drawn: Vec<u64> = samples(&bernoulli, 12).into_iter().map(u64::from).collect();
    moments_agree("bernoulli", &floats(&drawn), 0.2, 0.16, 0.05);
    Ok(())
}

#[test]
fn samples_are_fixed_for_ever() -> Result<(), Faults> {
    let bits = |law: &dyn Law<Sample = f64>| law.sample(&mut stream(0)).to_bits();
    let drawn = [
        bits(&Exponential::new(1.0)?),
        bits(&Normal::new(0.0, 1.0)?),
        bits(&Lognormal::new(1.0, 0.5)?),
        bits(&Weibull::new(1.5, 1.0)?),
        bits(&Erlang::new(3, 1.0)?),
    ];
    assert_eq!(
        drawn,
        [
            4_602_208_468_215_845_829,
            13_822_668_691_946_177_059,
            4_605_126_671_055_351_943,
            4_603_650_104_137_836_474,
            4_612_137_538_902_793_037
        ]
    );
    Ok(())
}

#[test]
fn the_edges_are_sensible() -> Result<(), Faults> {
    let (least, most) = (f64::EPSILON / 4.0, 1.0 - f64::EPSILON / 2.0);
    assert_eq!(Geometric::new(1.0)?.quantile(most), 1);
    assert_eq!(Geometric::new(0.5)?.quantile(0.5), 1);
    assert_eq!(Geometric::new(0.5)?.quantile(0.51), 2);
    assert_eq!(Poisson::new(0.0)?.quantile(most), 0);
    assert!(Poisson::new(1e6)?.quantile(0.5).abs_diff(1_000_000) <= 1);
    assert!(!Bernoulli::new(0.0)?.quantile(most) && Bernoulli::new(1.0)?.quantile(least));
    assert_eq!(Discrete::new(&[0.0, 2.0, 0.0])?.quantile(most), 1);
    assert_eq!(Discrete::new(&[0.0, 2.0, 0.0])?.quantile(least), 1);
    assert!(Exponential::new(2.0)?.quantile(most) < 19.0 && Exponential::new(2.0)?.quantile(least) > 0.0);
    for stages in [1, 2, 40, 400] {
        let erlang = Erlang::new(stages, 1.0)?;
        assert!(erlang.quantile(least) > 0.0 && erlang.quantile(most).is_finite());
        for beyond in [0.0, 1.0, 2.0, f64::NAN] {
            let _ends = erlang.quantile(beyond);
        }
    }
    // One stage is the exponential law, far into both tails.
    for share in [1e-12, 1e-3, 0.5, 0.999, most] {
        let (erlang, exponential) = (Erlang::new(1, 3.0)?, Exponential::new(3.0)?);
        let ratio = erlang.quantile(share) / exponential.quantile(share);
        assert!((ratio - 1.0).abs() < 1e-12, "{share} {ratio}");
    }
    Ok(())
}

#[test]
fn a_bad_parameter_is_named() {
    let told = |fault: Option<Faults>| fault.map(|it| it.to_string()).unwrap_or_default();
    for (told, says) in [
        (
            told(Exponential::new(0.0).err()),
            "rate is 0 and must be above 0 and finite",
        ),
        (
            told(Uniform::new(2.0, 1.0).err()),
            "high is 1 and must be 2 or above",
        ),
        (
            told(Normal::new(f64::NAN, -1.0).err()),
            "mean is NaN and must be a finite number; deviation is -1",
        ),
        (
            told(Lognormal::new(-1.0, f64::INFINITY).err()),
            "mean is -1 and must be above 0 and finite; variation is inf",
        ),
        (
            told(Weibull::new(0.001, 1.0).err()),
            "shape is 0.001 and must be so large",
        ),
        (
            told(Geometric::new(0.0).err()),
            "chance is 0 and must be above 0, up to 1",
        ),
        (told(Bernoulli::new(1.5).err()), "chance is 1.5"),
        (told(Poisson::new(2e6).err()), "mean is 2000000"),
        (
            told(Erlang::new(0, 0.0).err()),
            "stages is 0 and must be 1 or more; rate is 0",
        ),
        (told(Discrete::new(&[]).err()), "the sum of weights is 0"),
        (told(Discrete::new(&[1.0, -2.0]).err()), "weights[1] is -2"),
    ] {
        assert!(told.starts_with(says), "{told}");
    }
}

proptest! {
    /// Common random numbers need it: a larger number never gives a smaller sample.
    #[test]
    fn samples_grow_with_the_number(a in 1e-12..1.0_f64, b in 1e-12..1.0_f64, mean in 0.01..50.0_f64) {
        let (low, high) = (a.min(b), a.max(b));
        let laws: [Box<dyn Law<Sample = f64>>; 6] = [
            Box::new(Exponential::with_mean(mean).unwrap()),
            Box::new(Uniform::new(-mean, mean).unwrap()),
            Box::new(Normal::new(mean, mean).unwrap()),
            Box::new(Lognormal::new(mean, 0.7).unwrap()),
            Box::new(Weibull::new(mean / 10.0 + 0.1, mean).unwrap()),
            Box::new(Erlang::new(5, mean).unwrap()),
        ];
        for law in &laws {
            prop_assert!(law.quantile(low) <= law.quantile(high));
        }
        let poisson = Poisson::new(mean).unwrap();
        prop_assert!(poisson.quantile(low) <= poisson.quantile(high));
        let geometric = Geometric::new(1.0 / (1.0 + mean)).unwrap();
        prop_assert!(geometric.quantile(low) <= geometric.quantile(high));
        let bernoulli = Bernoulli::new(mean / 50.0).unwrap();
        prop_assert!(bernoulli.quantile(low) <= bernoulli.quantile(high));
        let discrete = Discrete::new(&[mean, 1.0, 0.0, 5.0]).unwrap();
        prop_assert!(discrete.quantile(low) <= discrete.quantile(high));
    }

    /// Every law takes one number a sample, so that streams of two runs stay in step.
    #[test]
    fn a_sample_takes_one_number(entity: u64, mean in 0.01..50.0_f64) {
        let mut stream = stream(entity);
        Erlang::new(5, mean).unwrap().sample(&mut stream);
        Poisson::new(mean).unwrap().sample(&mut stream);
        Normal::new(mean, 1.0).unwrap().sample(&mut stream);
        Discrete::new(&[mean, 1.0]).unwrap().sample(&mut stream);
        prop_assert_eq!(stream.drawn(), 4);
    }
}
