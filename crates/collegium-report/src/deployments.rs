//! Deployments as a table: the arcs of the map in words.

use askama::Template;

use crate::page::{Section, html};
use crate::reading::{Cut, Reading, SchoolLink};
use crate::view::{Deployment, DeploymentState};
use crate::wording;

#[derive(Template)]
#[template(path = "deployments.html")]
struct Deployments<'a> {
    states: Vec<StateCount>,
    rows: Vec<Row<'a>>,
    cut: Option<String>,
}

struct StateCount {
    state: DeploymentState,
    deployments: usize,
    half_days: u64,
}

struct Row<'a> {
    deployment: &'a Deployment,
    offering: SchoolLink,
    receiving: SchoolLink,
}

pub(crate) fn section(reading: &Reading<'_>) -> Section {
    let deployments = &reading.round.deployments;
    let mut order: Vec<_> = deployments.iter().collect();
    if reading.aggregated {
        order.sort_by_key(|deployment| std::cmp::Reverse(deployment.distance_metres));
    }
    let cut = Cut::at(reading.row_limit(), order.len());
    order.truncate(cut.shown);
    let rows = order
        .into_iter()
        .map(|deployment| Row {
            deployment,
            offering: reading.school_link(deployment.offering),
            receiving: reading.school_link(deployment.receiving),
        })
        .collect();
    let body = html(&Deployments {
        states: states(deployments),
        rows,
        cut: cut.statement(
            "deployment",
            "deployments",
            "those between the schools farthest apart",
        ),
    });
    Section {
        id: "deployments",
        heading: "All deployments",
        after_the_plan: true,
        body,
    }
}

/// How many deployments stand in each state, leaving out states that none is in.
fn states(deployments: &[Deployment]) -> Vec<StateCount> {
    DeploymentState::ALL
        .into_iter()
        .map(|state| {
            let in_state = deployments.iter().filter(|deployment| deployment.state == state);
            StateCount {
                state,
                deployments: in_state.clone().count(),
                half_days: in_state.map(|deployment| u64::from(deployment.half_days)).sum(),
            }
        })
        .filter(|count| count.deployments > 0)
        .collect()
}
