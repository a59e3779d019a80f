//! Runnable examples of Collegium, one file each beside this one:
//!
//! * `embed_the_engine`: a host that keeps the log, asks what may be done, and starts again from the log
//! * `explain_a_refusal`: every reason why something is blocked, and who could lift each
//! * `import_a_register`: a school register read whole, with its faults, and needs and offers derived
//! * `match_from_rust`: the best plan with its proof, and why it is as it is
//!
//! `typescript` and `csharp` hold clients of `collegium serve --stdio`, each with a page of its own.
//!
//! Run one of Rust with `cargo run -p collegium-examples --example embed_the_engine`.

/// The pages of the documentation: their Rust is compiled and run.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../README.md")]
    mod readme {}

    #[doc = include_str!("../docs/personal-data.md")]
    mod personal_data {}

    #[doc = include_str!("../docs/protocols.md")]
    mod protocols {}

    #[doc = include_str!("../docs/migrating.md")]
    mod migrating {}

    #[doc = include_str!("../docs/testing-an-embedding.md")]
    mod testing_an_embedding {}

    #[doc = include_str!("../docs/serving.md")]
    mod serving {}

    #[doc = include_str!("../docs/matching.md")]
    mod matching {}

    #[doc = include_str!("../docs/network-measures.md")]
    mod network_measures {}

    #[doc = include_str!("../docs/score-model.md")]
    mod score_model {}
}
