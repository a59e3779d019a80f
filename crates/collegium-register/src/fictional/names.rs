//! Names of places and schools that exist nowhere.

use crate::dice::Dice;

const FIRST: [&str; 50] = [
    "Quill", "Tansy", "Ember", "Lantern", "Wendel", "Corven", "Marrel", "Pennow", "Sorrel", "Yarrow",
    "Bramble", "Fennel", "Merrin", "Thistle", "Osprey", "Velmer", "Dapple", "Harrel", "Ibbe", "Jessamy",
    "Kestrel", "Lowen", "Mistle", "Nettlin", "Ottrel", "Pellan", "Rushen", "Saffer", "Teasel", "Umber",
    "Vessel", "Willer", "Yondle", "Zephel", "Alderen", "Bellow", "Candle", "Drummel", "Elver", "Feather",
    "Gallow", "Hazen", "Ivven", "Juniper", "Larkel", "Mallow", "Nimble", "Orrel", "Petrel", "Ravel",
];

const LAST: [&str; 24] = [
    "mere", "marsh", "combe", "stow", "wick", "holt", "fold", "hythe", "garth", "beck", "ness", "moor",
    "barrow", "reach", "dale", "thwaite", "ford", "stead", "worth", "bourne", "haven", "minster", "strand",
    "fen",
];

const VARIANT: [&str; 24] = [
    "", "Upper ", "Nether ", "Great ", "Little ", "Old ", "New ", "Far ", "Long ", "Cold ", "Deep ", "High ",
    "Low ", "Middle ", "Outer ", "Inner ", "Hither ", "Broad ", "Stony ", "Sandy ", "Windy ", "Fair ",
    "Mickle ", "Over ",
];

const THING: [&str; 40] = [
    "Heron",
    "Larkspur",
    "Foxglove",
    "Skylark",
    "Juniper",
    "Bramble",
    "Harvest",
    "Copper",
    "Weaver’s",
    "Miller’s",
    "Lantern",
    "Compass",
    "Beacon",
    "Orchard",
    "Meadow",
    "Pebble",
    "Willow",
    "Hornbeam",
    "Swift",
    "Wren",
    "Clover",
    "Anvil",
    "Bellows",
    "Saddler’s",
    "Rope",
    "Sail",
    "Tiller",
    "Quarry",
    "Kiln",
    "Loom",
    "Thimble",
    "Windmill",
    "Ferry",
    "Signal",
    "Almond",
    "Plover",
    "Curlew",
    "Teasel",
    "Mulberry",
    "Chandler’s",
];

const GROUND: [&str; 12] = [
    "Lane", "Bank", "Field", "Hill", "Green", "Yard", "Gate", "Row", "Bridge", "Common", "Wharf", "Rise",
];

const UNION: [&str; 6] = [
    "Learning Trust",
    "Schools Trust",
    "Education Partnership",
    "Academies Trust",
    "Schools Together",
    "Multi-Academy Trust",
];

/// Names of places, no two alike, in an order of their own for each seed.
pub(crate) struct PlaceNames {
    plain: Vec<String>,
    taken: usize,
}

impl PlaceNames {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        let mut plain: Vec<String> = FIRST
            .iter()
            .flat_map(|first| LAST.iter().map(move |last| format!("{first}{last}")))
            .collect();
        dice.shuffle(&mut plain);
        Self { plain, taken: 0 }
    }

    pub(crate) fn next(&mut self) -> String {
        let (round, at) = (self.taken / self.plain.len(), self.taken % self.plain.len());
        self.taken += 1;
        let variant = VARIANT
            .get(round)
            .map_or_else(|| format!("{round} "), |&variant| variant.to_owned());
        format!("{variant}{}", self.plain[at])
    }
}

/// What a county is called; nobody can take it for a real one.
pub(crate) fn county(place: &str) -> String {
    format!("Fictional County of {place}")
}

/// What the `nth` trust at home in a place is called.
pub(crate) fn trust(place: &str, nth: usize) -> String {
    let union = UNION[nth % UNION.len()];
    match nth / UNION.len() {
        0 => format!("{place} {union}"),
        round => format!("{place} {} {union}", THING[(round - 1) % THING.len()]),
    }
}

/// What the `nth` school of a place is called; `first` is where in the words the place begins.
pub(crate) fn school(place: &str, nth: usize, first: usize, kind: &str, dice: &mut Dice) -> String {
    if nth == 0 {
        return format!("{place} {kind}");
    }
    // Steps through every pair of words before one comes again in the same place.
    let step = nth + first;
    let thing = THING[step % THING.len()];
    let ground = GROUND[(step / THING.len() + step) % GROUND.len()];
    if dice.happens(300) {
        format!("{thing} {ground} {kind}, {place}")
    } else {
        format!("{thing} {ground} {kind}")
    }
}
