//! The queue as NeXosim would have it: a source and a desk, each a model of its own, and an arrow between them.

use collegium::sim::kernel::Customer;
use nexosim::{
    model::{Context, Model, schedulable},
    ports::{EventSource, Output},
    simulation::{Mailbox, SimInit},
    time::MonotonicTime,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::VecDeque,
    mem,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// Sends customers as they come.
#[derive(Serialize, Deserialize)]
struct Source {
    out: Output<u64>,
    /// When each comes, and for how long a team is wanted, in ticks of a millisecond.
    customers: Vec<(u64, u64)>,
    next: usize,
    now: u64,
}

#[Model]
impl Source {
    async fn open(&mut self, _: (), cx: &Context<Self>) {
        self.wait(cx);
    }

    #[nexosim(schedulable)]
    async fn send(&mut self, _: (), cx: &Context<Self>) {
        let (arrives, service) = self.customers[self.next];
        (self.next, self.now) = (self.next + 1, arrives);
        self.out.send(service).await;
        self.wait(cx);
    }

    fn wait(&self, cx: &Context<Self>) {
        if let Some((arrives, _)) = self.customers.get(self.next) {
            let until = Duration::from_millis(arrives - self.now);
            cx.schedule_event(until, schedulable!(Self::send), ())
                .expect("nobody comes with another");
        }
    }
}

/// Teams, and those who wait for one.
#[derive(Serialize, Deserialize)]
struct Desk {
    free: u32,
    waiting: VecDeque<(MonotonicTime, u64)>,
    #[serde(skip)]
    waits: Arc<Mutex<Vec<u64>>>,
    begun: Vec<u64>,
    customers: usize,
}

#[Model]
impl Desk {
    async fn arrive(&mut self, service: u64, cx: &Context<Self>) {
        self.waiting.push_back((cx.time(), service));
        self.begin(cx);
    }

    #[nexosim(schedulable)]
    async fn leave(&mut self, _: (), cx: &Context<Self>) {
        self.free += 1;
        self.begin(cx);
    }

    fn begin(&mut self, cx: &Context<Self>) {
        if self.free == 0 {
            return;
        }
        if let Some((came, service)) = self.waiting.pop_front() {
            self.free -= 1;
            let waited = cx.time().duration_since(came).as_millis();
            self.begun.push(u64::try_from(waited).expect("a run is shorter"));
            if self.begun.len() == self.customers {
                let mut waits = self.waits.lock().unwrap_or_else(PoisonError::into_inner);
                *waits = mem::take(&mut self.begun);
            }
            cx.schedule_event(Duration::from_millis(service), schedulable!(Self::leave), ())
                .expect("a service takes some time");
        }
    }
}

/// How long each customer waits, in the order in which they are served.
pub(crate) fn waits(teams: u32, customers: &[Customer]) -> Vec<u64> {
    let waits = Arc::new(Mutex::new(Vec::new()));
    let mut source = Source {
        out: Output::default(),
        customers: customers.iter().map(|it| (it.arrives, it.service)).collect(),
        next: 0,
        now: 0,
    };
    let desk = Desk {
        free: teams,
        waiting: VecDeque::new(),
        waits: Arc::clone(&waits),
        begun: Vec::with_capacity(customers.len()),
        customers: customers.len(),
    };
    let (at_source, at_desk) = (Mailbox::new(), Mailbox::new());
    source.out.connect(Desk::arrive, &at_desk);
    let mut bench = SimInit::with_num_threads(1);
    let open = EventSource::new()
        .connect(Source::open, &at_source)
        .register(&mut bench);
    let mut simulation = bench
        .add_model(source, at_source, "source")
        .add_model(desk, at_desk, "desk")
        .init(MonotonicTime::EPOCH)
        .expect("two models that fit");
    simulation.process_event(&open, ()).expect("the source opens");
    simulation.run().expect("a run");
    let mut waits = waits.lock().unwrap_or_else(PoisonError::into_inner);
    mem::take(&mut waits)
}
