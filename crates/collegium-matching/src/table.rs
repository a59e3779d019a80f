//! Reads a problem from comma-separated tables; every fault of every table keeps its place.

use crate::{
    problem::{FaultKind, List, ProblemBuilder, Sided},
    score::{Score, ScoreError},
    score_model::{Apart, Metres, Minutes},
};
use records::Records;
use std::{borrow::Cow, str::FromStr};

mod records;

/// The bytes of one table, and what to call it when a line of it is at fault.
///
/// # Shape
/// UTF-8, with or without a byte order mark, lines ending in LF or CR LF; a header names the columns,
/// which may stand in any order. Fields may be quoted as in RFC 4180. Empty lines are skipped.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// As a rule the file's name.
    pub label: &'a str,
    /// The content.
    pub bytes: &'a [u8],
}

impl ProblemBuilder {
    /// Adds the givers of a table with the columns `giver,capacity`, and `minimum` and `within`, the group in which
    /// one lies, where there are some.
    ///
    /// # Example
    /// ```
    /// # use collegium_matching::{problem::Problem, table::Table};
    /// let mut builder = Problem::builder();
    /// builder
    ///     .read_givers(Table { label: "givers.csv", bytes: b"giver,capacity\n901234,2\n" })
    ///     .read_takers(Table { label: "takers.csv", bytes: b"taker,demand\n900017,many\n" })
    ///     .read_pairs(Table { label: "pairs.csv", bytes: b"giver,taker,score\n901234,900017,0.8\n" });
    /// assert_eq!(
    ///     builder.build().unwrap_err().to_string(),
    ///     "takers.csv:2: demand: \"many\" is not a whole number from 0 to 4294967295"
    /// );
    /// ```
    pub fn read_givers(&mut self, table: Table<'_>) -> &mut Self {
        self.read(
            table,
            List::Givers,
            ["giver", "capacity", "minimum", "within"],
            2,
            |row| {
                let capacity = row.count("capacity", 1).unwrap_or(0);
                if let Some(giver) = row.text("giver", 0) {
                    row.builder.add_giver(row.at, giver, capacity);
                    row.limits(Sided::Givers, giver, 2);
                }
            },
        )
    }

    /// Adds the takers of a table with the columns `taker,demand`, and `minimum` and `within`, the group in which
    /// one lies, where there are some.
    pub fn read_takers(&mut self, table: Table<'_>) -> &mut Self {
        self.read(
            table,
            List::Takers,
            ["taker", "demand", "minimum", "within"],
            2,
            |row| {
                let demand = row.count("demand", 1).unwrap_or(0);
                if let Some(taker) = row.text("taker", 0) {
                    row.builder.add_taker(row.at, taker, demand);
                    row.limits(Sided::Takers, taker, 2);
                }
            },
        )
    }

    /// Adds the groups of givers of a table with the columns `group,maximum`, and `minimum` and `within` where
    /// there are some.
    pub fn read_giver_groups(&mut self, table: Table<'_>) -> &mut Self {
        self.read(
            table,
            List::GiverGroups,
            ["group", "maximum", "minimum", "within"],
            2,
            |row| {
                row.group(Sided::Givers, false);
            },
        )
    }

    /// Adds the groups of takers of a table with the columns `group,maximum`, and `minimum`, `within` and `team`
    /// (`yes` or `no`) where there are some.
    ///
    /// # Example
    /// ```
    /// # use collegium_matching::{problem::Problem, table::Table};
    /// let table = |label, text: &'static str| Table { label, bytes: text.as_bytes() };
    /// let problem = Problem::builder()
    ///     .read_givers(table("givers.csv", "giver,capacity\n901234,2\n"))
    ///     .read_takers(table("takers.csv", "taker,demand,within\n900017/lead,1,900017\n900017/peer,1,900017\n"))
    ///     .read_taker_groups(table("teams.csv", "group,maximum,team\n900017,2,yes\n"))
    ///     .read_pairs(table("pairs.csv", "giver,taker,score\n901234,900017/lead,0.8\n901234,900017/peer,0.9\n"))
    ///     .build()?;
    /// assert!(problem.taker_groups().all(|group| group.is_team && group.maximum == 2));
    /// # Ok::<_, collegium_matching::problem::ProblemFaults>(())
    /// ```
    pub fn read_taker_groups(&mut self, table: Table<'_>) -> &mut Self {
        let columns = ["group", "maximum", "minimum", "within", "team"];
        self.read(table, List::TakerGroups, columns, 2, |row| {
            let is_team = row.yes_or_no("team", 4);
            row.group(Sided::Takers, is_team);
        })
    }

    /// Adds the pairs of a table with the columns `giver,taker,score`, and `distance_m` and `travel_minutes` where
    /// there are some; what is empty there is not known.
    pub fn read_pairs(&mut self, table: Table<'_>) -> &mut Self {
        let columns = ["giver", "taker", "score", "distance_m", "travel_minutes"];
        self.read(table, List::Pairs, columns, 3, |row| {
            let score = row.score("score", 2).unwrap_or(Score::ZERO);
            let apart = Apart {
                distance: row.optional_count("distance_m", 3).map(Metres),
                travel_time: row.optional_count("travel_minutes", 4).map(Minutes),
            };
            if let (Some(giver), Some(taker)) = (row.text("giver", 0), row.text("taker", 1)) {
                row.builder.add_pair(row.at, giver, taker, score);
                row.builder.add_way(row.at, giver, taker, apart);
            }
        })
    }

    /// Adds the forbidden pairs of a table with the columns `giver,taker`.
    pub fn read_forbidden(&mut self, table: Table<'_>) -> &mut Self {
        self.read(table, List::Forbidden, ["giver", "taker"], 2, |row| {
            if let (Some(giver), Some(taker)) = (row.text("giver", 0), row.text("taker", 1)) {
                row.builder.add_forbidden(row.at, giver, taker);
            }
        })
    }

    /// Adds the pairs of a table with the columns `giver,taker` that must be used: help that is kept.
    pub fn read_required(&mut self, table: Table<'_>) -> &mut Self {
        self.read(table, List::Required, ["giver", "taker"], 2, |row| {
            if let (Some(giver), Some(taker)) = (row.text("giver", 0), row.text("taker", 1)) {
                row.builder.add_required(row.at, giver, taker);
            }
        })
    }

    /// Adds the pairs of a table with the columns `giver,taker` as those of the present plan.
    pub fn read_present(&mut self, table: Table<'_>) -> &mut Self {
        self.read(table, List::Present, ["giver", "taker"], 2, |row| {
            if let (Some(giver), Some(taker)) = (row.text("giver", 0), row.text("taker", 1)) {
                row.builder.add_present(row.at, giver, taker);
            }
        })
    }

    fn read<const COLUMNS: usize>(
        &mut self,
        table: Table<'_>,
        list: List,
        columns: [&str; COLUMNS],
        needed: usize,
        mut add: impl FnMut(&mut Row<'_, '_, COLUMNS>),
    ) -> &mut Self {
        let header_at = self.table(table.label);
        let bytes = table.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(table.bytes);
        // What is no UTF-8 is replaced, which leaves the records and fields as they are.
        let text = String::from_utf8_lossy(bytes);
        let is_broken = matches!(text, Cow::Owned(_));
        let mut records = Records::of(&text);
        let mut record = Vec::new();
        let mut header: Option<[usize; COLUMNS]> = None;
        let mut width = 0;
        while let Some(line) = records.next(&mut record) {
            let at = header_at.line(line);
            let Some(order) = header else {
                width = record.len();
                header = self.columns(at, &record, columns, needed);
                if header.is_none() {
                    self.lost(list);
                    return self;
                }
                continue;
            };
            if record.len() != width {
                let found = record.len();
                let kind = FaultKind::WrongFieldCount {
                    expected: width,
                    found,
                };
                self.add_fault(at, None, kind);
                self.lost(list);
                continue;
            }
            add(&mut Row {
                builder: self,
                list,
                at,
                order,
                is_broken,
                record: &record,
            });
        }
        if header.is_none() {
            self.add_fault(header_at, None, FaultKind::NoHeader);
            self.lost(list);
        }
        self
    }

    /// Where each column stands, or nothing after a fault was added for whatever is wrong. The first so many
    /// must be there.
    fn columns<const COLUMNS: usize>(
        &mut self,
        at: crate::problem::At,
        header: &[Cow<'_, str>],
        columns: [&str; COLUMNS],
        needed: usize,
    ) -> Option<[usize; COLUMNS]> {
        let mut order = [usize::MAX; COLUMNS];
        let mut sound = true;
        for (position, name) in header.iter().enumerate() {
            let name = name.trim_ascii().to_owned();
            let kind = match columns.iter().position(|column| *column == name) {
                Some(column) if order[column] == usize::MAX => {
                    order[column] = position;
                    continue;
                }
                Some(_) => FaultKind::RepeatedColumn { column: name.clone() },
                None => FaultKind::UnknownColumn { column: name.clone() },
            };
            self.add_fault(at, Some(&name), kind);
            // A column too many does not hide the others: the records can still be judged.
        }
        for (column, position) in columns.iter().zip(order).take(needed) {
            if position == usize::MAX {
                let column = (*column).to_owned();
                self.add_fault(at, None, FaultKind::MissingColumn { column });
                sound = false;
            }
        }
        sound.then_some(order)
    }
}

/// One line below the header, with as many fields as the header.
struct Row<'b, 'r, const COLUMNS: usize> {
    builder: &'b mut ProblemBuilder,
    list: List,
    at: crate::problem::At,
    order: [usize; COLUMNS],
    /// Some of the table is not UTF-8.
    is_broken: bool,
    record: &'r [Cow<'r, str>],
}

impl<'r, const COLUMNS: usize> Row<'_, 'r, COLUMNS> {
    /// What stands in a column; nothing where the column is absent.
    fn field(&self, column: usize) -> &'r str {
        self.record.get(self.order[column]).map_or("", AsRef::as_ref)
    }

    fn text(&mut self, name: &str, column: usize) -> Option<&'r str> {
        let text = self.field(column);
        if self.is_broken && text.contains(char::REPLACEMENT_CHARACTER) {
            self.builder.add_fault(self.at, Some(name), FaultKind::NotUtf8);
            self.builder.lost(self.list);
            return None;
        }
        Some(text)
    }

    fn count(&mut self, name: &str, column: usize) -> Option<u32> {
        let found = self.text(name, column)?.trim();
        let digits = found.bytes().all(|byte| byte.is_ascii_digit());
        let count = found.parse().ok().filter(|_| digits);
        if count.is_none() {
            let found = found.to_owned();
            self.builder
                .add_fault(self.at, Some(name), FaultKind::NotACount { found });
        }
        count
    }

    /// Whether the column is there and the field is not empty.
    fn is_told(&self, column: usize) -> bool {
        !self.field(column).trim_ascii().is_empty()
    }

    /// A count in a column that may be absent, in a field that may be empty.
    fn optional_count(&mut self, name: &str, column: usize) -> Option<u32> {
        self.is_told(column).then(|| self.count(name, column)).flatten()
    }

    /// No where the column is absent or the field is empty.
    fn yes_or_no(&mut self, name: &str, column: usize) -> bool {
        let found = if self.is_told(column) {
            self.text(name, column).unwrap_or_default().trim()
        } else {
            "no"
        };
        if !matches!(found, "yes" | "no") {
            let found = found.to_owned();
            self.builder
                .add_fault(self.at, Some(name), FaultKind::NotYesOrNo { found });
        }
        found == "yes"
    }

    /// The columns `minimum` and, after it, `within`.
    fn limits(&mut self, side: Sided, id: &str, minimum: usize) {
        if let Some(units) = self.optional_count("minimum", minimum).filter(|units| *units > 0) {
            self.builder.add_minimum(self.at, side, id, units);
        }
        if self.is_told(minimum + 1)
            && let Some(group) = self.text("within", minimum + 1)
        {
            self.builder.add_membership(self.at, side, id, group);
        }
    }

    fn group(&mut self, side: Sided, is_team: bool) {
        let maximum = self.count("maximum", 1).unwrap_or(0);
        if let Some(group) = self.text("group", 0) {
            self.builder.add_group(self.at, side, group, maximum, is_team);
            self.limits(side, group, 2);
        }
    }

    fn score(&mut self, name: &str, column: usize) -> Option<Score> {
        let read: Result<Score, ScoreError> = Score::from_str(self.text(name, column)?.trim());
        read.map_err(|error| {
            self.builder
                .add_fault(self.at, Some(name), FaultKind::NotAScore(error));
        })
        .ok()
    }
}
