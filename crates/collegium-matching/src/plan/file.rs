//! The wire form of a plan, `plan.json`: ids instead of numbers, and everything that a reader needs to
//! check it against its problem.

use super::{Plan, Price, Short, ShortOf, UnmetReason, Value, short::short, unmet_demand};
use crate::{
    objective::Objective,
    problem::{Pair, Problem, ProblemHash},
    score::{DecimalVisitor, Score, Total},
    verify::{Rejections, verify},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, io};

/// A plan as it is stored. It claims; [`crate::verify::verify`] judges.
///
/// # Shape
/// Assignments by taker, then giver; unmet demand and prices by id. The same plan gives the same bytes.
/// Unknown fields are refused on reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    /// What the plan is best at.
    pub objective: Objective,
    /// Units of demand met.
    pub units: u64,
    /// Sum of the scores of the pairs used.
    pub score: Total,
    /// What the plan achieves of its objective.
    pub objective_value: Value,
    /// What no plan can exceed, by the certificate. Under [`Objective::Score`] its units are those of
    /// the plan: the certificate proves the score alone.
    pub bound: Value,
    /// Whether `objective_value` reaches `bound`.
    pub optimal: bool,
    /// Which problem this is a plan for.
    pub problem_hash: ProblemHash,
    /// The pairs used.
    pub assignments: Vec<Assignment>,
    /// The demand left unmet.
    pub unmet: Vec<UnmetDemand>,
    /// Minimum loads and required pairs that the plan does not keep.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub short: Vec<ShortEntry>,
    /// The proof.
    pub certificate: Certificate,
}

/// A minimum that the plan does not keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", deny_unknown_fields)]
pub enum ShortEntry {
    /// That of a giver.
    #[serde(rename = "giver")]
    Giver(ShortLoad),
    /// That of a taker.
    #[serde(rename = "taker")]
    Taker(ShortLoad),
    /// That of a group of givers.
    #[serde(rename = "giver_group")]
    GiverGroup(ShortLoad),
    /// That of a group of takers.
    #[serde(rename = "taker_group")]
    TakerGroup(ShortLoad),
    /// A required pair that is not used.
    #[serde(rename = "pair")]
    Pair(UnusedPair),
}

impl ShortEntry {
    /// The same by ids.
    pub(crate) fn of(short: &Short, problem: &Problem) -> Self {
        let load = |id: &str| ShortLoad {
            id: id.to_owned(),
            minimum: short.minimum,
            found: short.found,
        };
        match short.of {
            ShortOf::Giver(giver) => Self::Giver(load(problem.giver(giver).id)),
            ShortOf::Taker(taker) => Self::Taker(load(problem.taker(taker).id)),
            ShortOf::GiverGroup(group) => Self::GiverGroup(load(problem.giver_group(group).id)),
            ShortOf::TakerGroup(group) => Self::TakerGroup(load(problem.taker_group(group).id)),
            ShortOf::Pair(giver, taker) => Self::Pair(UnusedPair {
                giver: problem.giver(giver).id.to_owned(),
                taker: problem.taker(taker).id.to_owned(),
            }),
        }
    }
}

/// A load below its minimum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShortLoad {
    /// Whose.
    pub id: String,
    /// Units that there should be at least.
    pub minimum: u32,
    /// Units that there are.
    pub found: u32,
}

/// A required pair that is not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnusedPair {
    /// The giver's id.
    pub giver: String,
    /// The taker's id.
    pub taker: String,
}

/// One unit from a giver to a taker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The giver's id.
    pub giver: String,
    /// The taker's id.
    pub taker: String,
    /// The pair's score.
    pub score: Score,
}

/// Demand that the plan does not meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnmetDemand {
    /// The taker's id.
    pub taker: String,
    /// How many units.
    pub units: u32,
    /// Why.
    pub reason: UnmetReason,
}

/// Prices that no plan can beat: capacities and demands at their prices, and for each pair what its
/// score exceeds its two prices by, add up to a bound (linear programming duality).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// How to read the prices.
    pub kind: CertificateKind,
    /// One price per giver, by id.
    pub givers: Vec<PriceEntry>,
    /// One price per taker, by id.
    pub takers: Vec<PriceEntry>,
    /// One price per group of givers, by id; it comes on top of its members'.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub giver_groups: Vec<PriceEntry>,
    /// One price per group of takers, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taker_groups: Vec<PriceEntry>,
}

/// What kind of proof a certificate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum CertificateKind {
    /// Dual prices of the linear programme.
    #[serde(rename = "duals")]
    Duals,
}

/// The price of one unit of a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PriceEntry {
    /// The id.
    pub id: String,
    /// The price of one unit.
    pub price: FilePrice,
}

/// A price on the wire: a plain score under [`Objective::Score`], `{units,score}` under
/// [`Objective::Coverage`]; under both `{kept,units,score}` where it says something of minimums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
pub enum FilePrice {
    /// Score alone.
    Score(Total),
    /// Minimums before units before score.
    Coverage(Price),
}

impl PlanFile {
    pub(super) fn new(plan: &Plan, problem: &Problem) -> Self {
        let on_wire = |price: &Price| match plan.objective {
            Objective::Score if price.kept == 0 => FilePrice::Score(price.score),
            _ => FilePrice::Coverage(*price),
        };
        let entry = |(id, price): (&str, &Price)| PriceEntry {
            id: id.to_owned(),
            price: on_wire(price),
        };
        let assignment = |pair: &Pair| Assignment {
            giver: problem.giver(pair.giver).id.to_owned(),
            taker: problem.taker(pair.taker).id.to_owned(),
            score: pair.score,
        };
        let unmet = |unmet: &super::Unmet| UnmetDemand {
            taker: problem.taker(unmet.taker).id.to_owned(),
            units: unmet.units,
            reason: unmet.reason,
        };
        let giver_groups = problem.giver_groups().map(|group| group.id);
        let taker_groups = problem.taker_groups().map(|group| group.id);
        let giver_ids = problem.givers().map(|giver| giver.id);
        let taker_ids = problem.takers().map(|taker| taker.id);
        Self {
            objective: plan.objective,
            units: plan.value.units,
            score: plan.score(),
            objective_value: plan.value,
            bound: plan.value,
            optimal: true,
            problem_hash: problem.hash(),
            assignments: plan.assignments.iter().map(assignment).collect(),
            unmet: plan.unmet.iter().map(unmet).collect(),
            short: plan.short.iter().map(|it| ShortEntry::of(it, problem)).collect(),
            certificate: Certificate {
                kind: CertificateKind::Duals,
                givers: giver_ids.zip(&plan.giver_prices).map(entry).collect(),
                takers: taker_ids.zip(&plan.taker_prices).map(entry).collect(),
                giver_groups: giver_groups.zip(&plan.giver_group_prices).map(entry).collect(),
                taker_groups: taker_groups.zip(&plan.taker_group_prices).map(entry).collect(),
            },
        }
    }

    /// Reads a plan from JSON.
    pub fn from_json(json: &[u8]) -> Result<Self, PlanUnreadable> {
        serde_json::from_slice(json).map_err(|error| PlanUnreadable {
            line: error.line(),
            column: error.column(),
            message: error.to_string(),
        })
    }

    /// The plan itself, once [`verify`] has found nothing against it.
    pub fn to_plan(&self, problem: &Problem) -> Result<Plan, Rejections> {
        let verified = verify(problem, self)?;
        let in_memory = |price: FilePrice| match price {
            FilePrice::Coverage(price) => price,
            FilePrice::Score(score) => Price {
                score,
                ..Price::default()
            },
        };
        let prices = |entries: &[PriceEntry]| {
            let mut entries: Vec<&PriceEntry> = entries.iter().collect();
            entries.sort_unstable_by(|a, b| a.id.cmp(&b.id));
            entries.into_iter().map(|entry| in_memory(entry.price)).collect()
        };
        let pair = |assignment: &Assignment| {
            Some(Pair {
                taker: problem.find_taker(&assignment.taker)?,
                giver: problem.find_giver(&assignment.giver)?,
                score: assignment.score,
            })
        };
        let mut assignments: Vec<Pair> = self.assignments.iter().filter_map(pair).collect();
        assignments.sort_unstable();
        let mut plan = Plan {
            objective: self.objective,
            value: verified.value,
            assignments,
            unmet: Vec::new(),
            giver_prices: prices(&self.certificate.givers),
            taker_prices: prices(&self.certificate.takers),
            short: Vec::new(),
            giver_group_prices: prices(&self.certificate.giver_groups),
            taker_group_prices: prices(&self.certificate.taker_groups),
        };
        if !problem.is_plain() {
            plan.short = short(problem, &plan.assignments);
        }
        plan.unmet = unmet_demand(problem, &plan);
        Ok(plan)
    }

    /// The plan as indented JSON with a final line break.
    #[expect(clippy::missing_panics_doc, reason = "text and numbers always serialise")]
    pub fn to_json(&self) -> String {
        let mut json = Vec::new();
        self.write_json(&mut json)
            .expect("a plan holds only text and numbers");
        String::from_utf8(json).expect("JSON is text")
    }

    /// Writes the plan as [`PlanFile::to_json`] gives it, without holding all of it as text.
    pub fn write_json(&self, mut out: impl io::Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut out, self)?;
        out.write_all(b"\n")
    }
}

/// JSON that is no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no plan: {message}")]
pub struct PlanUnreadable {
    /// The line, from 1; 0 where it cannot be told.
    pub line: usize,
    /// The column, from 1; 0 where it cannot be told.
    pub column: usize,
    /// What the reader stumbled over, in English, with the place.
    pub message: String,
}

impl PlanUnreadable {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        "write the plan again from its problem; a plan is not meant to be edited"
    }
}

impl Serialize for FilePrice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Score(score) => score.serialize(serializer),
            Self::Coverage(price) => price.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for FilePrice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FilePriceVisitor)
    }
}

struct FilePriceVisitor;

impl<'de> de::Visitor<'de> for FilePriceVisitor {
    type Value = FilePrice;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal, or units and score")
    }

    fn visit_i64<E: de::Error>(self, whole: i64) -> Result<FilePrice, E> {
        DecimalVisitor.visit_i64(whole).map(FilePrice::Score)
    }

    fn visit_u64<E: de::Error>(self, whole: u64) -> Result<FilePrice, E> {
        DecimalVisitor.visit_u64(whole).map(FilePrice::Score)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<FilePrice, E> {
        DecimalVisitor.visit_f64(number).map(FilePrice::Score)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<FilePrice, E> {
        DecimalVisitor.visit_str(text).map(FilePrice::Score)
    }

    fn visit_map<M: de::MapAccess<'de>>(self, map: M) -> Result<FilePrice, M::Error> {
        Price::deserialize(de::value::MapAccessDeserializer::new(map)).map(FilePrice::Coverage)
    }
}
