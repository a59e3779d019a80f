//! The school calendar behind the timelines.

use super::Material;
use crate::view::{Calendar, Period};
use collegium_engine::model::calendar::{Term, TermName};

pub(super) fn calendar(material: &Material<'_>) -> Calendar {
    let Some(opened) = material.network.opened() else {
        return Calendar::default();
    };
    let (start, end) = (material.start, material.end());
    let within = |period: &Period| period.last >= start && period.first <= end;
    let half_terms = opened
        .calendar
        .terms()
        .iter()
        .flat_map(halves)
        .filter(within)
        .collect();
    let holidays = opened.calendar.bank_holidays().iter().map(|day| Period {
        label: "Bank holiday".to_owned(),
        first: *day,
        last: *day,
    });
    Calendar {
        half_terms,
        closures: holidays.filter(within).collect(),
    }
}

fn halves(term: &Term) -> Vec<Period> {
    let name = match term.name {
        TermName::Autumn => "Autumn",
        TermName::Spring => "Spring",
        TermName::Summer => "Summer",
    };
    let half = |number: u8, first, last| Period {
        label: format!("{name} {number}"),
        first,
        last,
    };
    let days = term
        .half_term
        .and_then(|(from, to)| Some((from.pred_opt()?, to.succ_opt()?)));
    match days {
        Some((last, first)) => vec![half(1, term.from, last), half(2, first, term.to)],
        None => vec![Period {
            label: name.to_owned(),
            first: term.from,
            last: term.to,
        }],
    }
}
