//! What the programmes share: a story under a preset, commands by their wire code, numbered ids.

use crate::who_may::{Written, only_whom_the_table_names};
use collegium_cycle::{
    acts::Command,
    child::Child,
    decide::Accepted,
    kit::{Story, Told, Who},
    protocol::Preset,
    rules::Rules,
    serde_json::{Value, json},
    standing::{MilestoneStatus, Standing, TaskStatus},
};
use collegium_model::{
    calendar::SchoolCalendar, chrono::NaiveDate, id::SchoolId, short_code::TaskCode, uuid::Uuid,
};

pub(crate) fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) fn school(number: u128) -> SchoolId {
    SchoolId::new(uuid(number))
}

/// The school of every story.
pub(crate) const HOST: u128 = 100;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) struct Play {
    pub(crate) story: Story,
}

impl Play {
    /// The first of September, under a preset, the cycle opened.
    pub(crate) fn under(preset: &str, opener: &str) -> Self {
        let rules = Rules::compile(Preset::named(preset).unwrap().protocol()).unwrap();
        let calendar = SchoolCalendar::typical_england(2026, 2).unwrap();
        let story = Story::under(rules, calendar, day("2026-09-07"));
        let mut play = Self { story };
        play.does(opener, "open_cycle", json!({"school": school(HOST), "turn": 1}));
        play
    }

    /// Whatever a story does, under whichever preset, was open to those whom the protocol names, and to
    /// nobody else.
    pub(crate) fn told(&mut self, who: &Who, code: &str, data: Value) -> Told {
        let command = Command::read(code, &data).unwrap();
        let written = Written::of(&self.story);
        if let Err(wrong) = only_whom_the_table_names(&written, &self.story, who, &command) {
            panic!("{wrong}");
        }
        self.story.when(who, command)
    }

    #[track_caller]
    pub(crate) fn does(&mut self, role: &str, code: &str, data: Value) -> Accepted {
        self.told(&Who::in_role(role), code, data).then_accepted()
    }

    #[track_caller]
    pub(crate) fn does_because(&mut self, role: &str, reason: &str, code: &str, data: Value) -> Accepted {
        self.told(&Who::in_role(role).because(reason), code, data)
            .then_accepted()
    }

    #[track_caller]
    pub(crate) fn refused(&mut self, role: &str, code: &str, data: Value, blockers: &[&str]) {
        let before = self.story.cycle.clone();
        let _ = self.told(&Who::in_role(role), code, data).then_refused(blockers);
        assert_eq!(self.story.cycle, before, "a refused command changes nothing");
    }

    #[track_caller]
    pub(crate) fn done(&mut self, role: &str, task: &str) {
        self.does(role, "complete_task", json!({"task": task}));
    }

    #[track_caller]
    pub(crate) fn came_to(&mut self, role: &str, task: &str, outcome: &str) {
        self.does(role, "complete_task", json!({"task": task, "outcome": outcome}));
    }

    /// Whatever a task can come to is accepted; the story goes on as if nobody had done it.
    #[track_caller]
    pub(crate) fn could_come_to_all(&self, role: &str, task: &str) {
        let of = self.story.rules.task(TaskCode::new(task).unwrap()).unwrap();
        for outcome in of.outcomes.keys() {
            let story = self.story.clone();
            Self { story }.came_to(role, task, outcome.as_str());
        }
    }

    /// One recommends, another decides.
    #[track_caller]
    pub(crate) fn decided(&mut self, number: u128, kind: &str, outcome: &str, by: (&str, &str)) {
        let approval = uuid(number);
        let recommended = json!({"approval": approval, "kind": kind, "outcome": outcome});
        self.does(by.0, "recommend_approval", recommended);
        self.does(
            by.1,
            "decide_approval",
            json!({"approval": approval, "outcome": outcome}),
        );
    }

    pub(crate) fn status(&self, task: &str) -> TaskStatus {
        let standing = Standing::of(&self.story.cycle, &self.story.rules);
        standing.task(TaskCode::new(task).unwrap()).unwrap()
    }

    /// Milestones that are reached, in the order of the protocol.
    pub(crate) fn reached(&self) -> Vec<&str> {
        let standing = Standing::of(&self.story.cycle, &self.story.rules);
        let reached = standing
            .milestones()
            .filter(|(_, status)| *status == MilestoneStatus::Reached);
        reached.map(|(milestone, _)| milestone.code.as_str()).collect()
    }

    pub(crate) fn task(task: &str) -> Child {
        Child::Task(TaskCode::new(task).unwrap())
    }

    /// A review with a team of three and a fixed day, which comes.
    pub(crate) fn reviewed(&mut self, planner: &str, number: u128, visit: &str) {
        self.does(planner, "plan_review", json!({"review": uuid(number)}));
        self.does(planner, "form_team", Self::team(number, &[202, 203]));
        let visit_on = json!({"review": uuid(number), "visit": visit});
        self.does(planner, "schedule_review", visit_on);
        self.story.on(day(visit));
    }

    /// A lead from school 201, who has shadowed, and a peer from each of the schools.
    pub(crate) fn team(review: u128, peers_from: &[u128]) -> Value {
        let reviewer = |person: u128, at: u128, shadowed: bool| json!({"person": uuid(person), "school": school(at), "has_shadowed": shadowed});
        let peers = peers_from.iter().enumerate();
        let peers: Vec<_> = peers
            .map(|(index, at)| reviewer(52 + index as u128, *at, false))
            .collect();
        json!({"review": uuid(review), "lead": reviewer(51, 201, true), "peers": peers})
    }

    /// From the visit to the agreed report, in which nothing stands in the way.
    pub(crate) fn reported_on(&mut self, number: u128, lead: &Who, head: &Who) {
        let review = json!({"review": uuid(number)});
        self.told(lead, "begin_review", review.clone()).then_accepted();
        let both = json!({"review": uuid(number), "ways": ["to_school", "to_team"]});
        self.told(lead, "give_feedback", both).then_accepted();
        self.told(lead, "draft_report", review.clone()).then_accepted();
        self.told(lead, "open_right_of_reply", review.clone())
            .then_accepted();
        self.told(head, "agree_report", review).then_accepted();
    }

    /// Goes to the next day.
    pub(crate) fn next_day(&mut self) -> &mut Self {
        self.story.after(collegium_model::calendar::Span::Days(1));
        self
    }
}

/// Stories under the default protocol.
impl Play {
    pub(crate) fn standard() -> Self {
        Self::under("default", "broker")
    }

    /// The same, with the protocol changed first.
    pub(crate) fn changed(change: impl FnOnce(&mut collegium_cycle::protocol::Protocol)) -> Self {
        let mut play = Self::standard();
        let mut protocol = play.story.rules.protocol().clone();
        change(&mut protocol);
        play.story.rules = Rules::compile(protocol).unwrap();
        play
    }

    /// A need of that number, reported.
    pub(crate) fn reported(&mut self, need: u128) -> &mut Self {
        self.does(
            "host_head",
            "report_need",
            json!({"need": {
                "id": uuid(need), "school": school(HOST), "area": "leadership", "severity": "high",
                "units": 1, "source": {"kind": "reported"},
            }}),
        );
        self
    }

    /// A self-evaluation, handed in.
    pub(crate) fn self_evaluated(&mut self) -> &mut Self {
        for code in [
            "draft_self_evaluation",
            "consult_on_self_evaluation",
            "submit_self_evaluation",
        ] {
            self.does("host_head", code, json!({"self_evaluation": uuid(2)}));
        }
        self
    }

    /// A review, from plan to agreed report.
    pub(crate) fn agreed_review(&mut self, number: u128, visit: &str) -> &mut Self {
        self.reviewed("broker", number, visit);
        let review = json!({"review": uuid(number)});
        self.does("lead_reviewer", "begin_review", review.clone());
        let ways = json!({"review": uuid(number), "ways": ["to_school", "to_team"]});
        self.does("lead_reviewer", "give_feedback", ways);
        self.does("lead_reviewer", "draft_report", review.clone());
        self.does("lead_reviewer", "open_right_of_reply", review.clone());
        self.does("host_head", "agree_report", review);
        self
    }

    /// A need that waits for a match.
    pub(crate) fn diagnosed(&mut self, need: u128) -> &mut Self {
        self.reported(need);
        self.does("adviser", "begin_diagnosis", json!({"need": uuid(need)}));
        if self.story.cycle.reviews.is_empty() {
            self.self_evaluated().agreed_review(3, "2026-09-24");
        }
        self.does(
            "adviser",
            "agree_diagnosis",
            json!({"need": uuid(need), "severity": "high", "units": 2}),
        );
        self
    }

    pub(crate) fn proposal(number: u128, need: u128, kind: &str, half_days: u32) -> Value {
        json!({
            "deployment": uuid(number), "need": uuid(need), "giver": school(200 + number),
            "kind": kind, "half_days": half_days, "post_covered": true, "leads": 3,
        })
    }

    /// A deployment with its conflicts cleared and every consent given.
    pub(crate) fn consented(&mut self, number: u128, proposal: Value) -> &mut Self {
        let of = json!({"deployment": uuid(number)});
        self.does("broker", "propose_deployment", proposal);
        let request = json!({
            "request": uuid(1000 + number), "kind": "conflict_declaration",
            "deployment": uuid(number), "of": "releasing_employer",
        });
        self.does("broker", "send_request", request);
        self.does(
            "broker",
            "record_receipt",
            json!({"request": uuid(1000 + number)}),
        );
        self.does(
            "broker",
            "review_request",
            json!({"request": uuid(1000 + number), "clear": true}),
        );
        self.does("broker", "clear_conflict", of);
        for role in [
            "host_head",
            "releasing_employer",
            "deployed_person",
            "commissioner",
        ] {
            self.does(
                role,
                "give_consent",
                json!({"deployment": uuid(number), "by": role}),
            );
        }
        self
    }

    pub(crate) fn agreement(&self, number: u128, coordinator: Option<u128>) -> Value {
        let today = self.story.now.date();
        let mut agreement = json!({"from": today, "to": "2027-07-09", "cover_cost_pence": 350_000});
        if let Some(person) = coordinator {
            agreement["coordinator"] = json!(uuid(person));
        }
        json!({"deployment": uuid(number), "agreement": agreement})
    }

    /// A deployment at work.
    pub(crate) fn at_work(&mut self, number: u128, proposal: Value) -> &mut Self {
        self.consented(number, proposal);
        let agreed = self.agreement(number, Some(9));
        self.does("broker", "agree_deployment", agreed);
        self.does("broker", "start_deployment", json!({"deployment": uuid(number)}));
        self
    }
}
