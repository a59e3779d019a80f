//! A scenario described for other researchers: skeletons after ODD and STRESS-DES, filled as far as a scenario
//! knows. What only its author knows is marked, so that nothing is left out unseen.
//!
//! Sources of the headings: Grimm et al. (2020), doi:10.18564/jasss.4259 (ODD); Monks et al. (2019),
//! doi:10.1080/17477778.2018.1442155 (STRESS).

use crate::scenario::{Capacity, Choosing, Dynamics, Noticing, Reading, Scenario};
use std::fmt::Write;

/// What an author has to add.
const TO_TELL: &str = "*To be told by the author:*";

impl Scenario {
    /// The scenario after ODD (overview, design concepts, details), in Markdown.
    pub fn odd(&self) -> String {
        let mut text = format!("# {}: ODD\n\n", self.name);
        part(
            &mut text,
            "1 Purpose and patterns",
            &format!(
                "{}\n\n{TO_TELL} which observed patterns the model must show to be believed.",
                self.purpose()
            ),
        );
        part(
            &mut text,
            "2 Entities, state variables and scales",
            &format!(
                "- *Schools* ({}): kind, place, pupils, own factors on relapse and recovery, whether a head left not \
             long ago, what they lend.\n- *Areas of schools*: in good order or in need, since when, how severe, \
             hazard left until the next change.\n- *Needs* as they are known: since when, what they lack, who \
             helps.\n- *Givers*: what they can have at once, what is taken of it.\n\nTime runs in whole \
             milliseconds for {}, from {}. {}",
                self.kinds(),
                self.time.length,
                self.time.start,
                self.land_in_words()
            ),
        );
        part(
            &mut text,
            "3 Process overview and scheduling",
            &format!(
                "What is due is done in the order of (moment, priority, entry): changes of schools, leaving heads, looks \
             of the channels and their results, beginnings and ends of help, choices of givers, the count at the \
             beginning of a term. {} Every report, choice and end is a command to the engine that runs real \
             networks; what it refuses does not happen.",
                self.choosing_in_words()
            ),
        );
        part(
            &mut text,
            "4 Design concepts",
            &format!(
                "- *Basic principles*: {}\n- *Emergence*: waits, shortage and capacity follow from how schools fare and \
             who is helped.\n- *Adaptation and objectives*: only the policy chooses; schools do not.\n- *Learning, \
             prediction*: none, but what the policy brings.\n- *Sensing*: {}\n- *Interaction*: help, and the strain \
             it puts on who gives it.\n- *Stochasticity*: every draw is a function of seed, replication, purpose, \
             school and place in its order, so that policies see the same luck.\n- *Collectives*: none beyond the \
             network.\n- *Observation*: means over time, waits, what became of each school; see `columns.csv`.",
                self.capacity_in_words(),
                self.noticing_in_words()
            ),
        );
        part(
            &mut text,
            "5 Initialization",
            "Schools are drawn from the key of the run. Areas are in need by their \
             chance at the start; nobody is helped.",
        );
        part(
            &mut text,
            "6 Input data",
            &format!("None beside the scenario. {TO_TELL} what it was calibrated from."),
        );
        part(&mut text, "7 Submodels", &self.dynamics_in_words());
        text.push_str(&self.numbers_in_a_table());
        text
    }

    /// The scenario after STRESS-DES, in Markdown.
    pub fn stress_des(&self) -> String {
        let mut text = format!("# {}: STRESS-DES\n\n", self.name);
        part(
            &mut text,
            "1 Objectives",
            &format!(
                "*Purpose*: {}\n\n*Outputs*: the measures of `columns.csv`.\n\n*Aims of experimentation*: {TO_TELL} what \
             is compared and why.",
                self.purpose()
            ),
        );
        part(
            &mut text,
            "2 Logic",
            &format!(
                "*Base model*: {}\n\n*Scenarios*: the points of the study.\n\n*Algorithms*: policies as `simulate \
             policies` lists them; the optimal plan is a min-cost flow with a certificate.\n\n*Components*: schools \
             ({}), a broker, givers. *Entry and exit*: {}.",
                self.dynamics_in_words().lines().next().unwrap_or_default(),
                self.kinds(),
                if self.joining.is_some() {
                    "schools join while it runs"
                } else {
                    "nobody joins or leaves"
                },
            ),
        );
        part(
            &mut text,
            "3 Data",
            &format!(
                "{} of {} numbers are assumptions; the others name a source below. {TO_TELL} how they were prepared.",
                self.assumptions(),
                self.numbers().len()
            ),
        );
        part(
            &mut text,
            "4 Experimentation",
            &format!(
                "*Initialization*: {}. *Run length*: {}. *Estimation*: independent replications with common random \
             numbers; t-intervals of paired differences.",
                self.time.warm_up.as_ref().map_or_else(
                    || "no warm-up".to_owned(),
                    |it| format!("the first {it} are left out")
                ),
                self.time.length
            ),
        );
        part(
            &mut text,
            "5 Implementation",
            "Collegium, a library in Rust. Random numbers: Philox 4×32-10, keyed, with a \
             place for each number; inverse transforms over `libm`. Runs are the same to the last bit on every machine, \
             in any order, on any number of threads. No time is advanced but from event to event.",
        );
        part(
            &mut text,
            "6 Code access",
            &format!("Under MIT or Apache-2.0. {TO_TELL} where the study is kept."),
        );
        text.push_str(&self.numbers_in_a_table());
        text
    }

    /// How many numbers have no other source than that somebody assumed them.
    pub fn assumptions(&self) -> usize {
        self.numbers()
            .iter()
            .filter(|it| it.parameter.is_assumption())
            .count()
    }

    fn purpose(&self) -> String {
        if self.question.is_empty() {
            format!("{TO_TELL} the question that the scenario is there to answer.")
        } else {
            self.question.clone()
        }
    }

    fn kinds(&self) -> String {
        let kinds = self
            .schools
            .iter()
            .map(|kind| format!("{} {}", kind.count, kind.name));
        kinds.collect::<Vec<_>>().join(", ")
    }

    fn land_in_words(&self) -> String {
        self.land.as_ref().map_or_else(
            || "Distance does not matter.".to_owned(),
            |land| {
                format!(
                    "Schools lie in a square of {}, and help goes {} at most.",
                    land.side, land.farthest
                )
            },
        )
    }

    const fn choosing_in_words(&self) -> &'static str {
        match self.choosing {
            Choosing::AtOnce => "Givers are chosen as soon as somebody waits and somebody is free.",
            Choosing::EachMonth => "Givers are chosen on the first day of each month.",
            Choosing::EachTerm => "Givers are chosen on the first day of each term.",
            Choosing::EachStep => "Givers are chosen anew in each step.",
        }
    }

    fn capacity_in_words(&self) -> String {
        match &self.capacity {
            Capacity::CentralTeam { at_once } => format!("a central team helps with {at_once} at once."),
            Capacity::Pairs {
                compatible, asked_by, ..
            } => {
                let asks = asked_by.as_ref().map_or_else(String::new, |kind| {
                    format!(" Only schools of the kind {kind} ask for it.")
                });
                format!(
                    "two schools that wait swap help where each can help the other: of any two with chance \
                     {compatible}, or as the table says.{asks}"
                )
            }
            Capacity::Schools {
                reading,
                ratio,
                called_home,
            } => {
                let means = match reading {
                    Reading::Pooled => {
                        "as many needs are helped as there are schools in good order, divided by the ratio"
                    }
                    Reading::Membership => {
                        "as many needs are helped as all schools, divided by one more than the ratio"
                    }
                    Reading::Team => "each need asks for as many schools as the ratio says",
                    Reading::OneIn => {
                        "one in so many schools can help, with one deployment, while it is well itself"
                    }
                };
                let home = if *called_home {
                    "is called home"
                } else {
                    "ends as agreed"
                };
                format!(
                    "the ratio of {ratio} is read so (an assumption): {means}. Help whose giver comes into need {home}."
                )
            }
        }
    }

    fn noticing_in_words(&self) -> String {
        match &self.noticing {
            Noticing::AtOnce {} => "everything is known when it happens.".to_owned(),
            Noticing::Channels { greens_to_close, .. } => {
                let channels = self.noticing.channels();
                let told = channels.map(|(name, it)| format!("{name} every {}", it.every));
                let told = told.collect::<Vec<_>>().join(", ");
                format!(
                    "{told}, with misses, false alarms and delay; a need is closed once it was seen in good order {greens_to_close} times in turn."
                )
            }
        }
    }

    fn dynamics_in_words(&self) -> String {
        let one = |kind: &crate::scenario::SchoolKind| match &kind.dynamics {
            Dynamics::Rates {
                relapse,
                alone,
                helped,
                ..
            } => format!(
                "- *{}*: an area comes into need {relapse}, recovers {alone} without help and {helped} with all the help \
                 it asked for; in between in proportion. Rates change with the school's own factors, a leaving head and \
                 the strain of helping; a change uses up the hazard that is left.",
                kind.name
            ),
            Dynamics::Steps { every, .. } => {
                format!(
                    "- *{}*: once in {every}, an area changes by the chances of the table.",
                    kind.name
                )
            }
        };
        self.schools.iter().map(one).collect::<Vec<_>>().join("\n")
    }

    fn numbers_in_a_table(&self) -> String {
        let mut text = String::from("## Numbers\n\n| what | value | unit | source |\n|---|---|---|---|\n");
        for number in self.numbers() {
            let it = number.parameter;
            let source = it.source.replace('|', "\\|");
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {source} |",
                number.place, it.value, it.unit
            );
        }
        text
    }
}

fn part(text: &mut String, heading: &str, body: &str) {
    let _ = writeln!(text, "## {heading}\n\n{body}\n");
}
