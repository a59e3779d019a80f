//! `collegium round`.

use crate::{
    arguments::{DEFAULT_SEED, Round},
    failure::Failure,
    files::check_free,
    playing::{Nature, Prepared},
    printing::{Progress, to_stderr},
    register_files::in_rules,
};
use collegium::{model::uuid::Uuid, sim::ids::Ids};

pub(crate) fn run(arguments: &Round) -> Result<(), Failure> {
    if let Some(out) = &arguments.playing.out {
        check_free(out)?;
    }
    let progress = Progress::begin("reading the register");
    let (register, derivation) = arguments.files.read()?;
    progress.say("deriving needs and offers".to_owned());
    let seed = arguments.seed.unwrap_or(DEFAULT_SEED);
    let mut ids = Ids::new(seed, "needs and offers");
    let mut next = || ids.next(Uuid::from);
    let prepared = if arguments.play {
        let pseudonyms = register.pseudonyms(seed);
        let derived = derivation
            .derive_under(&register, &pseudonyms, &mut next)
            .map_err(|faults| in_rules(&faults))?;
        let register = register.pseudonymised(seed);
        Prepared {
            nature: Nature::Invented,
            register,
            derivation,
            derived,
            seed,
        }
    } else {
        let derived = derivation
            .derive(&register, &mut next)
            .map_err(|faults| in_rules(&faults))?;
        Prepared {
            nature: Nature::Public,
            register,
            derivation,
            derived,
            seed,
        }
    };
    drop(progress);
    prepared.play(&arguments.playing)?;
    if arguments.play && arguments.seed.is_none() {
        to_stderr(&format!(
            "note: these pseudonyms come from the default seed {DEFAULT_SEED}, which everybody knows: with the \
             register, anybody can undo them\n  help: before you share any of it, give a long number of your \
             own with --seed, and keep it to yourself\n"
        ));
    }
    Ok(())
}
