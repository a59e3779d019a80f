//! Whatever is handed in, an answer or an error comes out: nothing panics, and no sample is no number.

use collegium_sim::{
    chance::{
        Bernoulli, Discrete, Erlang, Exponential, Geometric, Law, Lognormal, Normal, Poisson, Uniform,
        Weibull,
    },
    statistics::{
        Contrast, Interval, LookAhead, Precision, Regret, Running, gini, longest, mser_5, quantile,
        student_quantile, student_tail, worst_off,
    },
    theory::{
        BirthDeath, Cobham, DynamicMatching, EndogenousCapacity, ErlangC, FiniteSource, MonitoringDelay,
        PollaczekKhinchine, RestlessSchool, TwoStateSchool, erlang_b, partial_assignment_cost,
        sparse_matching_share,
    },
};
use proptest::{num::f64::ANY, prelude::*};

/// Any number at all, often one that makes sense.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![ANY, 0.0..1.0_f64, 0.0..100.0_f64, Just(0.0), Just(1.0)]
}

fn is_number<E>(law: Result<impl Law<Sample = f64>, E>, share: f64) -> bool {
    law.is_err() || law.is_ok_and(|law| !law.quantile(share).is_nan())
}

fn is_some_number<E>(value: Result<f64, E>) -> bool {
    value.is_err() || value.is_ok_and(|value| !value.is_nan())
}

proptest! {
    #[test]
    fn laws(a in number(), b in number(), count in 0_u32..500, share in 1e-15..1.0_f64) {
        prop_assert!(is_number(Exponential::new(a), share));
        prop_assert!(is_number(Exponential::with_mean(a), share));
        prop_assert!(is_number(Uniform::new(a, b), share));
        prop_assert!(is_number(Normal::new(a, b), share));
        prop_assert!(is_number(Lognormal::new(a, b), share));
        prop_assert!(is_number(Weibull::new(a, b), share));
        prop_assert!(is_number(Erlang::new(count, a), share));
        // Shares beyond their range mean nothing, but harm nothing.
        for share in [share, 0.0, 1.0, b] {
            let _ = Erlang::new(count, 1.0).map(|law| law.quantile(share));
            let _ = Geometric::new(a).map(|law| law.quantile(share));
            let _ = Bernoulli::new(a).map(|law| law.quantile(share));
            let _ = Poisson::new(a.min(1e4)).map(|law| law.quantile(share));
            let _ = Discrete::new(&[a, b]).map(|law| (law.quantile(share), law.mean(), law.variance()));
        }
    }

    #[test]
    fn theory(a in number(), b in number(), c in number(), d in number(), n in 0_u32..60, m in 0_u32..60) {
        prop_assert!(is_some_number(erlang_b(n, a)));
        prop_assert!(is_some_number(ErlangC::new(n, a, b).map(|it| it.wait_beyond(f64::from(m)))));
        prop_assert!(is_some_number(PollaczekKhinchine::new(a, b, c).map(|it| it.utilisation())));
        prop_assert!(is_some_number(BirthDeath::new(&[a, b], &[c, d]).map(|it| it.mean())));
        prop_assert!(is_some_number(FiniteSource::new(n, m, a, b).map(|it| it.mean_in_need())));
        prop_assert!(is_some_number(EndogenousCapacity::new(n, m, a, b, c).map(|it| it.mean_unsupported())));
        prop_assert!(is_some_number(TwoStateSchool::new(a, b).map(|it| it.good_after(n, true))));
        prop_assert!(is_some_number(DynamicMatching::new(a).map(|it| it.greedy_loss() + it.patient_loss())));
        prop_assert!(is_some_number(sparse_matching_share(a)));
        prop_assert!(is_some_number(partial_assignment_cost(n, m, 40)));
        let _ = MonitoringDelay::new(a, b, c).map(|it| it.mean());
        let _ = Cobham::new(n, &[a, b, c], d).map(|it| it.mean_wait());
        let school = RestlessSchool::new([a, b], [c, d]);
        prop_assert!(is_some_number(school.and_then(|it| it.whittle(0.9)).map(|it| it.in_need)));
    }

    #[test]
    fn statistics(
        values in prop::collection::vec(number(), 0..60), others in prop::collection::vec(number(), 0..4),
        a in number(), b in number(),
    ) {
        let running: Running = values.iter().copied().collect();
        prop_assert!(is_some_number(Interval::of(&running, a).map(|it| it.mean())));
        prop_assert!(is_some_number(student_tail(a, b.abs().min(1e9))));
        prop_assert!(is_some_number(student_quantile(a, b.abs().min(1e9))));
        prop_assert!(is_some_number(quantile(&values, a, b).map(|it| it.value)));
        prop_assert!(is_some_number(gini(&values)));
        let _ = (worst_off(&values, a), longest(&values), mser_5(&values));
        let _ = (Contrast::paired(&values, &others, a), Regret::of(&others, &others, a));
        if let Ok(mut rule) = LookAhead::new(a, Precision::Absolute(b), 5) {
            for value in values {
                rule.push(value);
            }
        }
    }
}
