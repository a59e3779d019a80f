//! What the report tells beside the log: where the schools come from, and how needs and offers came about.

use crate::{
    arguments::Playing,
    playing::{Nature, Prepared},
    summary::capacity_ratio,
    wording::rounded,
};
use collegium::{
    model::{code::RuleId, id::NeedId, school::School},
    register::derivation::{Derivation, Derived},
    report::{
        material::Material,
        render,
        view::{self, DerivationRule, Figure, SkippedRows},
    },
    sim::standin::Played,
};
use std::collections::BTreeMap;

/// The report of a round, as one HTML page.
pub(crate) fn report(prepared: &Prepared, playing: &Playing, played: &Played) -> String {
    let Prepared {
        nature,
        register,
        derivation,
        derived,
        seed,
    } = prepared;
    let schools: Vec<School> = register.schools().cloned().collect();
    let (title, subtitle) = match nature {
        Nature::Fictional => (
            "A review round on a fictional network",
            "Schools, people and events are made up.",
        ),
        Nature::Public => (
            "A matching plan from public signals",
            "Indicative: derived from published figures.",
        ),
        Nature::Invented => (
            "A review round played under pseudonyms",
            "Everything after the needs and offers is made up.",
        ),
    };
    let material = Material {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        nature: match nature {
            Nature::Fictional => view::Nature::Fictional,
            Nature::Public => view::Nature::PublicRegister,
            Nature::Invented => view::Nature::Invented,
        },
        seed: (*nature != Nature::Invented).then_some(*seed),
        start: playing.start,
        register: file_name(register.label()),
        rules: format!("{}, version {}", derivation.name(), derivation.version()),
        software: concat!("Collegium ", env!("CARGO_PKG_VERSION")).to_owned(),
        schools: &schools,
        network: &played.network,
        entries: &played.entries,
        rounds: played
            .rounds
            .iter()
            .map(|solved| (&solved.candidates, &solved.plan))
            .collect(),
        derived_by: derived_by(derivation, derived),
        derivation: rules(derivation, derived),
        skipped: skipped(prepared),
        figures: figures(prepared),
        assumptions: assumptions(*nature),
    };
    render(&material.view())
}

/// The last part of a path: output does not tell where files lie, and does not depend on it.
pub(crate) fn file_name(label: &str) -> String {
    label.rsplit(['/', '\\']).next().unwrap_or(label).to_owned()
}

/// Which rules each need was derived by, the deciding one first.
fn derived_by(derivation: &Derivation, derived: &Derived) -> BTreeMap<NeedId, String> {
    let meaning = |rule: &RuleId| derivation.meaning(rule).unwrap_or(rule.as_str()).to_owned();
    let told = |(need, rules): (&NeedId, &Vec<RuleId>)| {
        (*need, rules.iter().map(meaning).collect::<Vec<_>>().join(" "))
    };
    derived.fired_for_need.iter().map(told).collect()
}

fn rules(derivation: &Derivation, derived: &Derived) -> Vec<DerivationRule> {
    let fired = |id: &RuleId| derived.by_rule.get(id).map_or(0, |count| *count as u64);
    let needs = derivation.needs().iter().map(|rule| DerivationRule {
        id: rule.id.to_string(),
        meaning: rule.meaning.clone(),
        needs: fired(&rule.id),
        offers: 0,
        source: rule.source.clone(),
    });
    let offers = derivation.offers().iter().map(|rule| DerivationRule {
        id: rule.id.to_string(),
        meaning: rule.meaning.clone(),
        needs: 0,
        offers: fired(&rule.id),
        source: rule.source.clone(),
    });
    needs.chain(offers).collect()
}

fn skipped(prepared: &Prepared) -> Vec<SkippedRows> {
    let told = |(reason, rows): (&_, &usize)| {
        let reason: &collegium::register::register::SkipReason = reason;
        SkippedRows {
            reason: reason.to_string(),
            rows: *rows as u64,
        }
    };
    prepared.register.skipped().iter().map(told).collect()
}

fn figures(prepared: &Prepared) -> Vec<Figure> {
    let Prepared {
        register,
        derivation,
        derived,
        ..
    } = prepared;
    let figure = |label: &str, value: String, how: &str| Figure {
        label: label.to_owned(),
        value,
        how: how.to_owned(),
    };
    let mut figures = vec![
        figure(
            "Rows in the register",
            register.rows().to_string(),
            "Every data row of the file; schools and skipped rows add up to it.",
        ),
        figure(
            "Capacity ratio",
            capacity_ratio(derived).map_or_else(|| "no school needs support".to_owned(), rounded),
            "Schools offering support for each school that needs it. A rule of thumb asks for 3 or 4.",
        ),
        figure(
            "Schools without a place",
            register.kept_without_place().to_string(),
            "The register gives no coordinates; they are kept, and not paired where distance matters.",
        ),
        figure(
            "Offers withheld",
            derived.withheld_offers.len().to_string(),
            "Schools that could offer support by the rules, and need it themselves.",
        ),
    ];
    for (rule, columns) in &derived.idle {
        let meaning = derivation.meaning(rule).unwrap_or(rule.as_str());
        figures.push(figure(
            &format!("Rule not used: {rule}"),
            columns.join(", "),
            &format!("These columns are not in the files given, so nobody knows whether: {meaning}"),
        ));
    }
    figures
}

fn assumptions(nature: Nature) -> Vec<String> {
    let mut assumptions = vec![
        "Needs and offers are derived from published signals by the rules below. That is no diagnosis.",
        "Every threshold, severity and capacity in those rules is an assumption unless its source says otherwise.",
        "Distance is a straight line on the national grid, not a journey.",
        "A score is made of points for how serious a need is, for teaching the same age group and for being near; \
         the points are an assumption.",
        "The school calendar is a typical English one, not that of any authority.",
    ];
    if nature != Nature::Public {
        assumptions.extend([
            "People are played by lot: how soon they answer, how often they decline, how observations turn out.",
            "Whether a deployment works out is drawn with a chance of 64 %. Published shares of schools that were \
             better at their next inspection lie between 58 and 71 %; that support was the cause is an assumption.",
            "No trial has shown an effect of peer review on attainment, and none is claimed here.",
        ]);
    }
    assumptions.into_iter().map(str::to_owned).collect()
}
