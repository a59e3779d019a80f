//! Schools as the page shows them.

use serde::Serialize;

/// A position in [`RoundView::schools`](crate::RoundView::schools), from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct SchoolIndex(pub u32);

/// A school in the round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct School {
    /// Its URN, or its pseudonym.
    pub key: String,
    /// Its name; `None` where the page must not name it.
    pub name: Option<String>,
    /// Its education phase, such as *Primary*.
    pub education_phase: Option<String>,
    /// Its local authority.
    pub local_authority: Option<String>,
    /// Where it stands; `None` where the register does not say.
    pub place: Option<Place>,
    /// Its part in this round.
    pub role: Role,
}

/// A point on the British National Grid.
///
/// # Units
/// Metres east and north of the grid's false origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Metres east.
    pub easting: u32,
    /// Metres north.
    pub northing: u32,
}

/// A school's part in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It offers support.
    Offering,
    /// It receives support, or needs it.
    Receiving,
    /// It offers support in some areas and receives it in others.
    Both,
    /// It takes no part.
    Neither,
}

impl Role {
    /// All roles, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::Offering, Self::Receiving, Self::Both, Self::Neither];

    /// The words on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Offering => "Offering support",
            Self::Receiving => "Receiving support",
            Self::Both => "Offering and receiving support",
            Self::Neither => "Neither in this round",
        }
    }

    /// Whether the school offers support.
    pub const fn offers(self) -> bool {
        matches!(self, Self::Offering | Self::Both)
    }

    /// Whether the school receives support, or needs it.
    pub const fn receives(self) -> bool {
        matches!(self, Self::Receiving | Self::Both)
    }
}
