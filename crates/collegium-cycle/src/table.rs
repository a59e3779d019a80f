//! Tables of transitions: the one place that says which step leads from where to where.

use crate::acts::Act;
use serde::Serialize;

/// A phase of a machine, known by a stable code.
pub trait Phase: Copy + Eq + 'static {
    /// Every phase of the machine.
    const PHASES: &'static [Self];

    /// Its stable wire code.
    fn code(self) -> &'static str;

    /// The phase as people read it.
    fn words(self) -> &'static str;
}

/// One row: what an act needs and where it leads.
#[derive(Clone, Copy, Debug)]
pub struct Transition<P: 'static> {
    /// The act.
    pub act: Act,
    /// Where it may begin.
    pub from: Origin<P>,
    /// Where it leads; none where the phase stays, as with reports of fact.
    pub to: Option<P>,
}

/// Where a transition may begin.
#[derive(Clone, Copy, Debug)]
pub enum Origin<P: 'static> {
    /// The machine does not exist; the act makes it.
    Nothing,
    /// In one of these phases.
    OneOf(&'static [P]),
    /// In any phase: a late fact is recorded and never rewinds.
    Anywhere,
    /// In any phase and before the machine exists: nothing may stand in its way.
    Always,
}

impl<P: Phase> Transition<P> {
    pub(crate) const fn makes(act: Act, to: P) -> Self {
        Self {
            act,
            from: Origin::Nothing,
            to: Some(to),
        }
    }

    pub(crate) const fn moves(act: Act, from: &'static [P], to: P) -> Self {
        Self {
            act,
            from: Origin::OneOf(from),
            to: Some(to),
        }
    }

    pub(crate) const fn stays(act: Act, from: &'static [P]) -> Self {
        Self {
            act,
            from: Origin::OneOf(from),
            to: None,
        }
    }

    pub(crate) const fn anywhere(act: Act) -> Self {
        Self {
            act,
            from: Origin::Anywhere,
            to: None,
        }
    }

    pub(crate) const fn always(act: Act) -> Self {
        Self {
            act,
            from: Origin::Always,
            to: None,
        }
    }
}

/// Why an act does not fit the machine as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Misfit {
    Unknown,
    Exists,
    WrongPhase {
        now: &'static str,
        needed: Vec<&'static str>,
    },
}

/// Whether `act` has a row that begins at `phase` (none where the machine does not exist).
pub(crate) fn begins<P: Phase>(table: &[Transition<P>], act: Act, phase: Option<P>) -> bool {
    let mut rows = table.iter().filter(|row| row.act == act);
    rows.any(|row| match (row.from, phase) {
        (Origin::Always, _) | (Origin::Nothing, None) | (Origin::Anywhere, Some(_)) => true,
        (Origin::OneOf(from), Some(now)) => from.contains(&now),
        (Origin::Nothing, Some(_)) | (_, None) => false,
    })
}

/// The same with what is in the way.
pub(crate) fn fit<P: Phase>(table: &[Transition<P>], act: Act, phase: Option<P>) -> Result<(), Misfit> {
    if begins(table, act, phase) {
        return Ok(());
    }
    let mut needed = Vec::new();
    let mut makes = false;
    for row in table.iter().filter(|row| row.act == act) {
        match row.from {
            Origin::OneOf(from) => needed.extend(from.iter().map(|phase| phase.code())),
            Origin::Nothing => makes = true,
            Origin::Anywhere | Origin::Always => {}
        }
    }
    Err(match phase {
        None => Misfit::Unknown,
        Some(_) if makes && needed.is_empty() => Misfit::Exists,
        Some(now) => Misfit::WrongPhase {
            now: now.code(),
            needed,
        },
    })
}

/// Where `act` leads from `phase`; none where the phase stays, or where the act does not begin there.
pub(crate) fn leads<P: Phase>(table: &[Transition<P>], act: Act, phase: P) -> Option<P> {
    let rows = table.iter().filter(|row| row.act == act);
    rows.filter(|row| matches!(row.from, Origin::OneOf(from) if from.contains(&phase)))
        .find_map(|row| row.to)
}

/// Where `act` leads when it makes the machine; none where it does not make it.
pub(crate) fn makes<P: Phase>(table: &[Transition<P>], act: Act) -> Option<P> {
    let row = table
        .iter()
        .find(|row| row.act == act && matches!(row.from, Origin::Nothing))?;
    row.to
}

/// A row in words, for documentation, diagrams and checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RowView {
    /// The act.
    pub act: Act,
    /// Codes of the phases it may begin in; `*` for any, `**` for any and before there is one, none where it
    /// makes the machine.
    pub from: Vec<&'static str>,
    /// Code of the phase it leads to; none where the phase stays.
    pub to: Option<&'static str>,
}

pub(crate) fn view<P: Phase>(table: &[Transition<P>]) -> Vec<RowView> {
    let from = |origin| match origin {
        Origin::Nothing => Vec::new(),
        Origin::Anywhere => vec!["*"],
        Origin::Always => vec!["**"],
        Origin::OneOf(from) => from.iter().map(|phase: &P| phase.code()).collect(),
    };
    table
        .iter()
        .map(|row| RowView {
            act: row.act,
            from: from(row.from),
            to: row.to.map(Phase::code),
        })
        .collect()
}

/// The phases of one machine, with codes and labels.
macro_rules! phases {
    ($(#[$doc:meta])* $name:ident { $($(#[$phase_doc:meta])* $phase:ident $code:literal $label:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum $name { $($(#[$phase_doc])* #[serde(rename = $code)] $phase,)* }

        impl $name {
            /// Every phase.
            pub const ALL: &[Self] = &[$(Self::$phase),*];

            /// The phase as people read it.
            pub const fn label(self) -> &'static str { match self { $(Self::$phase => $label),* } }
        }

        impl $crate::table::Phase for $name {
            const PHASES: &'static [Self] = Self::ALL;

            fn words(self) -> &'static str { self.label() }

            fn code(self) -> &'static str { match self { $(Self::$phase => $code),* } }
        }
    };
}
pub(crate) use phases;
