//! Many networks, each under an id that the caller gives.

use super::{
    Answered, Fault, Handle, Line, Request, Response,
    response::{Held, Placed},
};
use std::collections::BTreeMap;

/// Networks that are held, by the caller's ids. They know nothing of one another.
#[derive(Clone, Debug, Default)]
pub struct Networks(BTreeMap<String, Handle>);

impl Networks {
    /// Answers one line with one line, neither with a line feed. Whatever the line holds, there is an answer.
    pub fn answer(&mut self, line: &[u8]) -> String {
        let answered = match Line::read(line) {
            Err((id, fault)) => Answered::fault(id, fault),
            Ok(Line { id, network, request }) => match self.take(network, &request) {
                Ok(response) => Answered {
                    id: Some(id),
                    response: Some(response),
                    fault: None,
                },
                Err(fault) => Answered::fault(Some(id), fault),
            },
        };
        answered.line()
    }

    /// A network that is held.
    pub fn network(&self, id: &str) -> Option<&Handle> {
        self.0.get(id)
    }

    /// Answers a request about the network of that id.
    ///
    /// # Errors
    /// That of the request, or one about the id: none is named, none is held under it, or one is already.
    pub fn take(&mut self, network: Option<String>, request: &Request) -> Result<Response, Fault> {
        if let Request::Networks(_) = request {
            let held = self
                .0
                .iter()
                .map(|(id, handle)| (id.clone(), handle.placed().position));
            let networks = held.collect();
            return Ok(Response::Networks(Held { networks }));
        }
        let code = request.code();
        let network = network.ok_or(Fault::NoNetworkNamed { code })?;
        match request {
            Request::Open(opening) => {
                let handle = self.hold(network, || Handle::open(opening))?;
                Ok(Response::Open(handle.protocols()))
            }
            Request::Restore(it) => {
                let handle = self.hold(network, || Handle::restore(&it.snapshot))?;
                Ok(Response::Restore(handle.placed()))
            }
            Request::Close(_) => {
                let closed: Option<Placed> = self.0.remove(&network).map(|handle| handle.placed());
                closed
                    .map(Response::Close)
                    .ok_or(Fault::UnknownNetwork { network })
            }
            request => match self.0.get_mut(&network) {
                Some(handle) => handle.answer(request),
                None => Err(Fault::UnknownNetwork { network }),
            },
        }
    }

    fn hold(
        &mut self,
        network: String,
        handle: impl FnOnce() -> Result<Handle, Fault>,
    ) -> Result<&Handle, Fault> {
        if self.0.contains_key(&network) {
            return Err(Fault::NetworkHeld { network });
        }
        let handle = handle()?;
        Ok(self.0.entry(network).or_insert(handle))
    }
}
