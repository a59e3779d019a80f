//! What an audience does not see is withheld wherever it would turn up: in the state, in what may be done, in
//! refusals, clocks, todos and violations; and nothing tells how much is withheld.

mod blockers;
mod views;

use crate::world::*;
use collegium_cycle::{
    child::Machine, kit::Story, protocol::Protocol, redact::Audience, request::RequestKind,
};

/// A protocol under which only the broker sees these kinds of things.
fn hiding(machines: &[Machine]) -> impl FnOnce(&mut Protocol) {
    let machines = machines.to_vec();
    move |protocol| {
        for machine in machines {
            protocol.visibility.insert(machine, [role("broker")].into());
        }
    }
}

fn audience(roles: &[&str]) -> Audience {
    Audience {
        person: person(500),
        roles: roles.iter().map(|name| role(name)).collect(),
        school: None,
    }
}

/// Two of everything that a blocker can be about.
fn eventful(machines: &[Machine]) -> Story {
    let mut story = opened_with(hiding(machines));
    for number in [1, 2] {
        diagnosed(&mut story, number, 1);
        story.does("broker", propose(number, number));
        story.does("broker", send(number, RequestKind::Document, Some(number)));
        story.does("adviser", open_enquiry(number, Some(number)));
    }
    story
}
