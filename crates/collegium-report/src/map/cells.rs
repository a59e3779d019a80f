//! The map of a large round: hexagonal cells with counts, and the flows between them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;

use super::arc::Arc;
use super::projection::{Frame, Point, Projection, Tenths};
use crate::page::html;
use crate::reading::{Cut, Reading};
use crate::view::{Place, School, SchoolIndex};
use crate::wording;

/// Half the width of a cell, in tenths of a unit.
const HALF_WIDTH: i64 = 190;
/// From the middle of a cell to its lowest corner: half the width × 2 / √3.
const RADIUS: i64 = 219;
/// From one row of cells to the next: half the width × √3.
const ROW: i64 = 329;
/// Clear space between the end of a flow and the middle of a cell.
const GAP: i64 = 60;
/// How many flows the map and its table show.
const FLOW_LIMIT: usize = 80;

#[derive(Template)]
#[template(path = "map_cells.html")]
struct CellMap {
    frame: Frame,
    description: String,
    outline: String,
    cells: Vec<DrawnCell>,
    shades: Vec<Shade>,
    flows: Vec<Flow>,
    notes: Vec<String>,
    authorities: Vec<AuthorityRow>,
    authorities_cut: Option<String>,
    ways: Vec<Way>,
    ways_cut: Option<String>,
}

/// Deployments from one local authority to another, or within one.
struct Way {
    from: String,
    to: String,
    deployments: usize,
}

struct DrawnCell {
    centre: Point,
    shade: usize,
    /// Whether half of its needs or more are not met in full.
    mostly_unmet: bool,
    count: usize,
    title: String,
}

/// A shade of the map and the needs it stands for.
struct Shade {
    shade: usize,
    meaning: String,
}

struct Flow {
    path: Arc,
    /// Width of the line, in tenths of a unit.
    width: Tenths,
    title: String,
}

/// Schools of one cell, or of one authority.
#[derive(Clone, Default)]
struct Tally {
    schools: usize,
    offering: usize,
    receiving: usize,
    needs: usize,
    unmet: usize,
}

impl Tally {
    fn add(&mut self, reading: &Reading<'_>, index: SchoolIndex, school: &School) {
        self.schools += 1;
        self.offering += usize::from(school.role.offers());
        self.receiving += usize::from(school.role.receives());
        for need in reading
            .needs_of(index)
            .iter()
            .filter_map(|&need| reading.round.need(need))
        {
            self.needs += 1;
            self.unmet += usize::from(need.units_met < need.units_asked);
        }
    }
}

struct AuthorityRow {
    authority: String,
    tally: Tally,
}

/// A cell: its row from the top, and its place in the row.
type Cell = (i64, i64);

/// The map with its legend and tables; none if no school has a place.
pub(super) fn draw(reading: &Reading<'_>) -> Option<String> {
    let places = reading.round.schools.iter().filter_map(|school| school.place);
    let projection = Projection::around(places)?;
    let cell_of = |place: Place| cell_at(projection.point(place));

    let mut tallies: BTreeMap<Cell, Tally> = BTreeMap::new();
    for (index, school) in reading.schools() {
        if let Some(place) = school.place {
            tallies
                .entry(cell_of(place))
                .or_default()
                .add(reading, index, school);
        }
    }
    let most = tallies.values().map(|tally| tally.needs).max().unwrap_or(0);
    let cells: Vec<_> = tallies
        .iter()
        .map(|(&cell, tally)| DrawnCell {
            centre: centre(cell),
            shade: shade(tally.needs, most),
            mostly_unmet: tally.unmet > 0 && 2 * tally.unmet >= tally.needs,
            count: tally.needs,
            title: in_words(tally),
        })
        .collect();

    let flows = Flows::of(reading, cell_of);
    let mut notes = vec![];
    notes.extend(
        flows
            .cut()
            .statement("flow", "flows", "those with most deployments"),
    );
    notes.extend(flows.within_and_undrawn());

    let mut authorities = authorities(reading);
    let authorities_cut = Cut::at(3 * reading.row_limit(), authorities.len());
    authorities.truncate(authorities_cut.shown);
    let mut ways = ways(reading);
    let ways_cut = Cut::at(reading.row_limit(), ways.len());
    ways.truncate(ways_cut.shown);
    let description = format!(
        "A map, north up, of {} grouped into {} cells. The number in a cell counts its needs. {} drawn as arrows \
         between cells. The tables below give the same figures by local authority.",
        wording::several(
            tallies.values().map(|tally| tally.schools).sum::<usize>(),
            "school",
            "schools"
        ),
        wording::count(cells.len()),
        wording::several(
            flows.cut().shown,
            "flow of deployments is",
            "flows of deployments are"
        ),
    );
    Some(html(&CellMap {
        frame: Frame::of(&projection),
        description,
        outline: outline(),
        cells,
        shades: shades(most),
        flows: flows.drawn(),
        notes,
        authorities,
        authorities_cut: authorities_cut.statement(
            "local authority",
            "local authorities",
            "those with most needs",
        ),
        ways,
        ways_cut: ways_cut.statement(
            "pair of authorities",
            "pairs of authorities",
            "those with most deployments",
        ),
    }))
}

/// The hexagon of a cell around its middle, corner up.
fn outline() -> String {
    let (half, radius) = (Tenths(HALF_WIDTH), Tenths(RADIUS));
    let (shoulder, left, up) = (Tenths(RADIUS / 2), Tenths(-HALF_WIDTH), Tenths(-RADIUS));
    let raised = Tenths(-RADIUS / 2);
    format!("M0 {up}L{half} {raised}V{shoulder}L0 {radius}L{left} {shoulder}V{raised}Z")
}

fn centre((row, position): Cell) -> Point {
    Point::new(
        position * 2 * HALF_WIDTH + row.rem_euclid(2) * HALF_WIDTH,
        row * ROW,
    )
}

/// The cell whose middle is nearest.
fn cell_at(point: Point) -> Cell {
    let row = point.y.0.div_euclid(ROW);
    [row, row + 1]
        .into_iter()
        .flat_map(|row| {
            let position = (point.x.0 - row.rem_euclid(2) * HALF_WIDTH).div_euclid(2 * HALF_WIDTH);
            [(row, position), (row, position + 1)]
        })
        .min_by_key(|&cell| {
            let middle = centre(cell);
            (
                (middle.x.0 - point.x.0).pow(2) + (middle.y.0 - point.y.0).pow(2),
                cell,
            )
        })
        .unwrap_or((row, 0))
}

/// No needs are shade 0; the rest is divided into three, by needs against the cell that has most.
fn shade(needs: usize, most: usize) -> usize {
    if needs == 0 {
        0
    } else {
        1 + (3 * (needs - 1)).checked_div(most).unwrap_or(0).min(2)
    }
}

fn shades(most: usize) -> Vec<Shade> {
    let mut shades = vec![Shade {
        shade: 0,
        meaning: "no needs".to_owned(),
    }];
    for step in 1..=3 {
        let mut range = (1..=most).filter(|&needs| shade(needs, most) == step);
        if let Some(first) = range.next() {
            let last = range.next_back().unwrap_or(first);
            let meaning = if first == last {
                wording::several(first, "need", "needs")
            } else {
                format!("{} to {} needs", wording::count(first), wording::count(last))
            };
            shades.push(Shade { shade: step, meaning });
        }
    }
    shades
}

fn in_words(tally: &Tally) -> String {
    format!(
        "{}: {} offering, {} receiving support; {}, {} not met in full",
        wording::several(tally.schools, "school", "schools"),
        wording::count(tally.offering),
        wording::count(tally.receiving),
        wording::several(tally.needs, "need", "needs"),
        wording::count(tally.unmet),
    )
}

/// Deployments that stand, from cell to cell.
struct Flows {
    /// Those with most deployments first.
    between: Vec<((Cell, Cell), usize)>,
    /// How many stay within one cell.
    within: usize,
    /// How many have an end without a place.
    unplaced: usize,
}

impl Flows {
    fn of(reading: &Reading<'_>, cell_of: impl Fn(Place) -> Cell) -> Self {
        let cell = |index| Some(cell_of(reading.round.school(index)?.place?));
        let mut between: BTreeMap<(Cell, Cell), usize> = BTreeMap::new();
        let (mut within, mut unplaced) = (0, 0);
        for deployment in reading
            .round
            .deployments
            .iter()
            .filter(|deployment| deployment.state.stands())
        {
            match (cell(deployment.offering), cell(deployment.receiving)) {
                (Some(from), Some(to)) if from == to => within += 1,
                (Some(from), Some(to)) => *between.entry((from, to)).or_default() += 1,
                _ => unplaced += 1,
            }
        }
        let mut between: Vec<_> = between.into_iter().collect();
        between.sort_by_key(|&(ends, deployments)| (Reverse(deployments), ends));
        Self {
            between,
            within,
            unplaced,
        }
    }

    fn cut(&self) -> Cut {
        Cut::at(FLOW_LIMIT, self.between.len())
    }

    fn drawn(&self) -> Vec<Flow> {
        self.between
            .iter()
            .take(FLOW_LIMIT)
            .map(|&((from, to), deployments)| Flow {
                path: Arc::between(centre(from), GAP, centre(to), GAP),
                width: Tenths(8 + 4 * i64::try_from(deployments).unwrap_or(8).min(8)),
                title: wording::several(deployments, "deployment", "deployments"),
            })
            .collect()
    }

    fn within_and_undrawn(&self) -> Vec<String> {
        let mut notes = vec![];
        if self.within > 0 {
            notes.push(format!(
                "{} within one cell and {} not drawn.",
                wording::several(self.within, "deployment stays", "deployments stay"),
                if self.within == 1 { "is" } else { "are" },
            ));
        }
        if self.unplaced > 0 {
            notes.push(format!(
                "{} not drawn, because a school has no place on the map.",
                wording::several(self.unplaced, "deployment is", "deployments are"),
            ));
        }
        notes
    }
}

fn authority(school: &School) -> &str {
    school.local_authority.as_deref().unwrap_or("Not stated")
}

/// Deployments that stand, by the authorities of their schools, the most frequent first.
fn ways(reading: &Reading<'_>) -> Vec<Way> {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for deployment in reading
        .round
        .deployments
        .iter()
        .filter(|deployment| deployment.state.stands())
    {
        let authority_of = |index| {
            reading
                .round
                .school(index)
                .map_or("Outside this round", authority)
        };
        *counts
            .entry((
                authority_of(deployment.offering),
                authority_of(deployment.receiving),
            ))
            .or_default() += 1;
    }
    let mut ways: Vec<_> = counts
        .into_iter()
        .map(|((from, to), deployments)| Way {
            from: from.to_owned(),
            to: to.to_owned(),
            deployments,
        })
        .collect();
    ways.sort_by_key(|way| Reverse(way.deployments));
    ways
}

/// Local authorities, those with most needs first.
fn authorities(reading: &Reading<'_>) -> Vec<AuthorityRow> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for (index, school) in reading.schools() {
        tallies
            .entry(authority(school))
            .or_default()
            .add(reading, index, school);
    }
    let mut rows: Vec<_> = tallies
        .into_iter()
        .map(|(authority, tally)| AuthorityRow {
            authority: authority.to_owned(),
            tally,
        })
        .collect();
    rows.sort_by_key(|row| Reverse(row.tally.needs));
    rows
}

#[cfg(test)]
mod tests {
    use super::{Point, cell_at, centre, shade, shades};

    #[test]
    fn a_cell_holds_its_own_middle() {
        for cell in [(0, 0), (1, 0), (2, 5), (7, 3)] {
            assert_eq!(cell_at(centre(cell)), cell);
        }
        assert_eq!(cell_at(Point::new(15, 20)), (0, 0));
    }

    #[test]
    fn every_number_of_needs_has_a_shade_in_the_legend() {
        for most in [0, 1, 2, 3, 10, 1_000] {
            for needs in 0..=most {
                assert!(
                    shades(most).iter().any(|entry| entry.shade == shade(needs, most)),
                    "{needs} of {most}"
                );
            }
        }
    }
}
