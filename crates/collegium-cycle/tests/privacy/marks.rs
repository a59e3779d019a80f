//! A cycle with marked secrets, shown to everybody in turn.

use crate::world::{World, command, id, propose, role};
use collegium_cycle::{
    acts::{Act, Command},
    context::{Context, Recorded},
    redact::Audience,
    serde_json::{self, json},
};
use collegium_model::{
    code::{ReasonCode, Role},
    id::{CoachingId, DeploymentId, PersonId, SchoolId},
    uuid::Uuid,
};

const COACHING: u128 = 0xc0ac_0000_0000_4000_8000_0000_0000_0001;
const COACH: u128 = 0xc0ac_0000_0000_4000_8000_0000_0000_0002;
const COACHED: u128 = 0xc0ac_0000_0000_4000_8000_0000_0000_0003;
const INTERESTED: u128 = 0x1e57_0000_0000_4000_8000_0000_0000_0004;
const DECLINE: &str = "veto_dec11e00000040008000000000000005";

fn mark(number: u128) -> String {
    Uuid::from_u128(number).hyphenated().to_string()
}

/// Coaching that goes on, a proposal that was declined, a reviewer with an interest.
fn marked() -> World {
    let mut world = World::new();
    world.diagnosed(1).must(&propose(1, 1, 201));
    let read = |act: Act, data| Command::read(act.code(), &data).unwrap();
    world.must(&read(
        Act::ContractCoaching,
        json!({
            "coaching": id(CoachingId::new, COACHING),
            "coach": id(PersonId::new, COACH), "coached": id(PersonId::new, COACHED),
        }),
    ));
    world.must(&read(
        Act::DeclareInterest,
        json!({"person": id(PersonId::new, INTERESTED), "school": id(SchoolId::new, 100)}),
    ));
    // The reason is marked, and so none of the protocol: it is applied, not asked for.
    let event = command(Act::DeclineDeployment, 1).event();
    let reason = ReasonCode::new(DECLINE).unwrap();
    world.cycle.evolve(&Recorded {
        event: &event,
        at: world.now,
        actor: id(PersonId::new, 5),
        on_behalf_of: None,
        reason: Some(&reason),
    });
    world
}

/// Every command that can be tried, among them those about the secrets.
fn tried() -> Vec<Command> {
    let mut commands: Vec<_> = Act::ALL.iter().map(|act| command(*act, 1)).collect();
    let coaching = id(CoachingId::new, COACHING);
    for (act, data) in [
        (Act::CloseCoaching, json!({"coaching": coaching})),
        (
            Act::RecordSession,
            json!({"coaching": coaching, "on": "2099-01-01"}),
        ),
        (
            Act::ContractCoaching,
            json!({"coaching": coaching, "coach": id(PersonId::new, COACH), "coached": id(PersonId::new, COACHED)}),
        ),
    ] {
        commands.push(Command::read(act.code(), &data).unwrap());
    }
    let Command::FormTeam(mut team) = command(Act::FormTeam, 1) else {
        panic!("the command forms a team")
    };
    team.lead.person = id(PersonId::new, INTERESTED);
    commands.push(Command::FormTeam(team));
    commands
}

/// The state alone, and everything else that can be shown, as text.
fn shown(world: &World, person: u128, roles: &[Role]) -> (String, String) {
    let audience = Audience {
        person: id(PersonId::new, person),
        roles: roles.to_vec(),
        school: None,
    };
    let context = Context::new(audience.person, roles, world.now, &world.calendar);
    let (cycle, rules) = (&world.cycle, &world.rules);
    let view = audience.view(cycle, rules);
    let refusals: Vec<_> = tried()
        .iter()
        .filter_map(|it| Some((it.child(), cycle.decide(it, &context, rules).err()?)))
        .map(|(child, refusal)| {
            let redacted = view.refusal(child, refusal);
            assert!(!redacted.blockers.is_empty(), "a refusal stays a refusal");
            format!("{redacted} {}", serde_json::to_string(&redacted).unwrap())
        })
        .collect();
    let rest = [
        serde_json::to_string(&view.actions(cycle.actions(&context, rules))).unwrap(),
        serde_json::to_string(&view.clocks(cycle.clocks(world.now, &world.calendar, rules))).unwrap(),
        serde_json::to_string(&view.todos(cycle.todos(&context, rules))).unwrap(),
        serde_json::to_string(&view.violations(cycle.check(world.now.date(), rules))).unwrap(),
        refusals.join("\n"),
    ];
    (serde_json::to_string(&view.cycle()).unwrap(), rest.join("\n"))
}

fn audiences(world: &World) -> Vec<Vec<Role>> {
    let all: Vec<_> = world.rules.protocol().roles.keys().cloned().collect();
    let mut audiences = vec![vec![], vec![role("stranger")]];
    for (index, one) in all.iter().enumerate() {
        audiences.push(vec![one.clone()]);
        audiences.extend(
            all.iter()
                .skip(index + 1)
                .map(|other| vec![one.clone(), other.clone()]),
        );
    }
    audiences
}

#[test]
fn marks_are_seen_by_those_who_may_and_by_nobody_else() {
    let world = marked();
    for roles in audiences(&world) {
        let holds = |name: &str| roles.contains(&role(name));
        let (state, rest) = shown(&world, 1, &roles);
        let all = format!("{state}\n{rest}");
        for number in [COACHING, COACH, COACHED] {
            assert_eq!(state.contains(&mark(number)), holds("coach"), "{roles:?}");
            assert!(holds("coach") || !all.contains(&mark(number)), "{roles:?}");
        }
        let sees = holds("broker");
        assert_eq!(state.contains(&mark(INTERESTED)), sees, "{roles:?}");
        assert_eq!(rest.contains(&mark(INTERESTED)), sees, "{roles:?}");
        let sees = holds("broker") || holds("releasing_employer");
        assert_eq!(all.contains(DECLINE), sees, "{roles:?}");
        assert_eq!(all.contains(r#""by":"releasing_employer""#), sees, "{roles:?}");
    }
}

#[test]
fn coach_and_coached_see_their_own_coaching() {
    let world = marked();
    for person in [COACH, COACHED] {
        let (state, rest) = shown(&world, person, &[role("host_head")]);
        assert!(state.contains(&mark(COACHING)) && rest.contains(&mark(COACHING)));
    }
}

#[test]
fn coaching_leaves_no_trace_for_those_outside_it() {
    let with = marked();
    let mut without = marked();
    without.cycle.coachings.clear();
    for roles in audiences(&with)
        .iter()
        .filter(|roles| !roles.contains(&role("coach")))
    {
        assert_eq!(shown(&with, 1, roles), shown(&without, 1, roles), "{roles:?}");
    }
}

#[test]
fn without_a_role_nothing_is_shown() {
    let world = marked();
    let empty = serde_json::to_string(&collegium_cycle::cycle::Cycle::default()).unwrap();
    assert_eq!(shown(&world, COACH, &[]).0, empty);
    assert!(world.cycle.deployments.contains_key(&id(DeploymentId::new, 1)));
}
