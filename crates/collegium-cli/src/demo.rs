//! `collegium demo`.

use crate::{
    arguments::Demo,
    failure::Failure,
    files::check_free,
    playing::{Nature, Prepared},
};
use collegium::{
    model::uuid::Uuid,
    register::{
        derivation::Derivation,
        fictional::Recipe,
        register::{ReadOptions, Register},
        source::Source,
    },
    sim::ids::Ids,
};

pub(crate) fn run(arguments: &Demo) -> Result<(), Failure> {
    if let Some(out) = &arguments.playing.out {
        check_free(out)?;
    }
    let seed = arguments.seed;
    let made = Recipe::new(arguments.schools, seed)
        .make()
        .map_err(|fault| Failure::new(format!("--schools {}: {fault}", arguments.schools), fault.help()))?;
    let register = Source::new("fictional register", &made.gias);
    let signals = Source::new("fictional signals", &made.signals);
    let register = Register::read_with_signals(register, signals, &ReadOptions::default())
        .map_err(|faults| Failure::all(faults.faults(), |fault| fault.help()))?;
    let derivation =
        Derivation::shipped().map_err(|faults| Failure::all(faults.faults(), |fault| fault.help()))?;
    let mut ids = Ids::new(seed, "needs and offers");
    let derived = derivation
        .derive(&register, &mut || ids.next(Uuid::from))
        .map_err(|faults| Failure::all(faults.faults(), |fault| fault.help()))?;
    Prepared {
        nature: Nature::Fictional,
        register,
        derivation,
        derived,
        seed,
    }
    .play(&arguments.playing)
}
