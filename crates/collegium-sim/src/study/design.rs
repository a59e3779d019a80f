//! Which points of a scenario are tried: one, a grid, a Latin hypercube, or a table from elsewhere.

use super::Setting;
use crate::run::Key;
use serde::{Deserialize, Serialize};
use toml::Value;

/// Fields that are varied, with their values at each point.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Design {
    /// The paths of the fields.
    pub fields: Vec<String>,
    /// One row for each point, one value for each field.
    pub rows: Vec<Vec<Value>>,
}

/// From where to where a field is varied.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The path of the field.
    pub field: String,
    /// The least.
    pub from: f64,
    /// The most.
    pub to: f64,
}

/// A table that is no design.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DesignFault {
    /// There is no header.
    #[error("the table is empty; its first line names the fields")]
    Empty,
    /// A row has another number of cells than the header.
    #[error("line {line} has {found} cells, and {expected} fields are named")]
    Cells {
        /// The line, from 1.
        line: usize,
        /// Cells of the line.
        found: usize,
        /// Fields of the header.
        expected: usize,
    },
}

impl Design {
    /// Every point as settings; one without any where nothing is varied.
    pub fn points(&self) -> impl Iterator<Item = Vec<Setting>> {
        let one = self.fields.is_empty().then(Vec::new);
        let rows = self.rows.iter().map(|row| {
            let fields = self.fields.iter().zip(row);
            fields
                .map(|(field, value)| Setting {
                    field: field.clone(),
                    value: value.clone(),
                })
                .collect()
        });
        one.into_iter().chain(rows)
    }

    /// Every combination of values, the last field varying fastest.
    #[must_use]
    pub fn grid(axes: &[(String, Vec<Value>)]) -> Self {
        let rows = axes
            .iter()
            .fold(vec![Vec::new()], |rows: Vec<Vec<Value>>, (_, values)| {
                let longer = |row: &Vec<Value>| {
                    let row = row.clone();
                    values.iter().map(move |value| {
                        let mut row = row.clone();
                        row.push(value.clone());
                        row
                    })
                };
                rows.iter().flat_map(longer).collect()
            });
        Self {
            fields: axes.iter().map(|(field, _)| field.clone()).collect(),
            rows: if axes.is_empty() { Vec::new() } else { rows },
        }
    }

    /// So many points, evenly spread in each field by itself, at random together.
    ///
    /// Source: `McKay`, Beckman & Conover (1979), doi:10.2307/1268522.
    ///
    /// Determinism: fixed by the seed.
    #[must_use]
    pub fn latin_hypercube(ranges: &[Range], points: u32, seed: u64) -> Self {
        let key = Key { seed, replication: 0 };
        let column = |(number, range): (u64, &Range)| {
            let mut luck = key.stream("latin hypercube", number);
            let mut order: Vec<_> = (0..points).map(|cell| (luck.uniform(), cell)).collect();
            order.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
            let width = (range.to - range.from) / f64::from(points);
            let values: Vec<_> = order
                .into_iter()
                .map(|(_, cell)| range.from + width * (f64::from(cell) + luck.uniform()))
                .collect();
            values
        };
        let columns: Vec<_> = (0..).zip(ranges).map(column).collect();
        let row = |point: usize| {
            columns
                .iter()
                .filter_map(|column| column.get(point).copied().map(Value::Float))
                .collect()
        };
        Self {
            fields: ranges.iter().map(|range| range.field.clone()).collect(),
            rows: (0..points as usize).map(row).collect(),
        }
    }

    /// A design from cells of text: the first row names the fields. What reads as a whole number or a number is
    /// one; all else is text.
    ///
    /// # Errors
    /// Every [`DesignFault`].
    pub fn from_cells(table: &[Vec<String>]) -> Result<Self, Vec<DesignFault>> {
        let Some((fields, rows)) = table.split_first() else {
            return Err(vec![DesignFault::Empty]);
        };
        let faulty = (2..).zip(rows).filter(|(_, row)| row.len() != fields.len());
        let faults: Vec<_> = faulty
            .map(|(line, row)| DesignFault::Cells {
                line,
                found: row.len(),
                expected: fields.len(),
            })
            .collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self {
            fields: fields.clone(),
            rows: rows
                .iter()
                .map(|row| row.iter().map(|cell| value(cell)).collect())
                .collect(),
        })
    }
}

/// A cell as what it reads as.
pub fn value(cell: &str) -> Value {
    let cell = cell.trim();
    let whole = cell.parse().map(Value::Integer);
    let number = || cell.parse().map(Value::Float).ok();
    let truth = || cell.parse().map(Value::Boolean).ok();
    whole
        .ok()
        .or_else(number)
        .or_else(truth)
        .unwrap_or_else(|| Value::String(cell.to_owned()))
}
