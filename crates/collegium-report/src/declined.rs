//! What came to nothing or is still open: needs not met, deployments declined, concerns, things overdue.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;

use crate::page::{Section, html};
use crate::reading::{Cut, Reading, SchoolLink};
use crate::view::{Attention, Need};
use crate::wording;

#[derive(Template)]
#[template(path = "declined.html")]
struct Declined<'a> {
    unmet: Vec<Unmet<'a>>,
    unmet_cut: Option<String>,
    reasons: Vec<(&'a str, usize)>,
    reasons_cut: Option<String>,
    attention: Vec<AttentionRow<'a>>,
    attention_cut: Option<String>,
}

struct Unmet<'a> {
    link: SchoolLink,
    need: &'a Need,
}

struct AttentionRow<'a> {
    school: Option<SchoolLink>,
    attention: &'a Attention,
}

pub(crate) fn section(reading: &Reading<'_>) -> Section {
    let round = reading.round;
    let mut unmet: Vec<_> = round
        .needs
        .iter()
        .filter(|need| need.units_met < need.units_asked)
        .collect();
    unmet.sort_by_key(|need| Reverse(need.severity));
    let unmet_cut = Cut::at(reading.row_limit(), unmet.len());
    unmet.truncate(unmet_cut.shown);
    let unmet = unmet
        .into_iter()
        .map(|need| Unmet {
            link: reading.school_link(need.school),
            need,
        })
        .collect();

    let mut reasons = reasons_to_decline(reading);
    let reasons_cut = Cut::at(reading.row_limit(), reasons.len());
    reasons.truncate(reasons_cut.shown);

    let mut attention: Vec<_> = round.attention.iter().collect();
    attention.sort_by_key(|attention| (attention.resolved.is_some(), attention.date));
    let attention_cut = Cut::at(reading.row_limit(), attention.len());
    attention.truncate(attention_cut.shown);
    let attention = attention
        .into_iter()
        .map(|attention| AttentionRow {
            school: attention
                .school
                .or_else(|| Some(round.need(attention.need?)?.school))
                .map(|school| reading.school_link(school)),
            attention,
        })
        .collect();

    let body = html(&Declined {
        unmet,
        unmet_cut: unmet_cut.statement("need", "needs", "the most pressing"),
        reasons,
        reasons_cut: reasons_cut.statement("reason", "reasons", "the most frequent"),
        attention,
        attention_cut: attention_cut.statement("entry", "entries", "those still open, the oldest first"),
    });
    Section {
        id: "declined",
        heading: "Declined, not met, and open concerns",
        after_the_plan: true,
        body,
    }
}

/// Why deployments came to nothing, the most frequent reason first.
fn reasons_to_decline<'a>(reading: &Reading<'a>) -> Vec<(&'a str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for deployment in reading
        .round
        .deployments
        .iter()
        .filter(|deployment| !deployment.state.stands())
    {
        let reason = deployment
            .declined_reason
            .as_deref()
            .unwrap_or("No reason recorded");
        *counts.entry(reason).or_default() += 1;
    }
    let mut reasons: Vec<_> = counts.into_iter().collect();
    reasons.sort_by_key(|&(_, count)| Reverse(count));
    reasons
}
