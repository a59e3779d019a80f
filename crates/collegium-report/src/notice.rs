//! The notice that says how true a round is.

use crate::view::Nature;

/// What the page says about its own truth.
pub(crate) struct Notice {
    /// The tag before the text.
    pub(crate) tag: &'static str,
    /// The text at the top of the page.
    pub(crate) text: &'static str,
    /// The line at the head of every section that shows what was made up, and of every printed page.
    pub(crate) reminder: &'static str,
}

impl Notice {
    /// Of a simulation study.
    pub(crate) const SIMULATED: Self = Self {
        tag: "Simulated",
        text: "Simulated: nobody real. Schools, places and events on this page are made up by a program from the \
               numbers listed under What was assumed. It says nothing about any real school, and promises nothing.",
        reminder: "Simulated: nobody real; schools, places and events are made up.",
    };

    pub(crate) const fn of(nature: Nature) -> Self {
        match nature {
            Nature::Fictional => Self {
                tag: "Fictional",
                text: "This is a demonstration. Schools, people and events on this page are made up. \
                       Any likeness to a real school is chance.",
                reminder: "Fictional: schools, people and events are made up.",
            },
            Nature::PublicRegister => Self {
                tag: "Public signals",
                text: "This page is derived from public signals, not from a diagnosis. It recommends nothing about a \
                       named school. It stops at the plan: people decide.",
                reminder: "Derived from public signals, not from a diagnosis; it recommends nothing about a named \
                           school; people decide.",
            },
            Nature::Invented => Self {
                tag: "Partly invented",
                text: "Everything after the plan is invented. The schools come from a real register and carry \
                       pseudonyms; needs are derived from public signals, not from a diagnosis; agreements, \
                       visits, ratings and decisions are made up. Nothing here says anything about a real school.",
                reminder: "Everything after the plan is invented; schools carry pseudonyms.",
            },
        }
    }
}
