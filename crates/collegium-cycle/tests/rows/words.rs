//! What stands in the way is told in words that name all of it.

use crate::world::*;
use collegium_cycle::{child::Child, kit::Who, refusal::Blocker};
use collegium_model::code::ReasonCode;

#[test]
fn a_refusal_tells_all_that_is_in_the_way_in_one_line() {
    let mut story = opened();
    let refusal = story.when(&Who::in_role("observer"), stop());
    let refusal = refusal.then_refused(&["role_missing", "reason_missing"]);
    let [role, reason] = &refusal.blockers[..] else {
        panic!("{refusal}")
    };
    assert_eq!(
        role.blocker.to_string(),
        "acting as observer; this takes responsible_body"
    );
    assert_eq!(
        refusal.to_string(),
        format!("{}; {}", role.blocker, reason.blocker)
    );
}

#[test]
fn whom_or_what_it_takes_is_named_also_where_there_is_nobody_and_nothing() {
    let roles = |names: &[&str]| names.iter().map(|it| role(it)).collect();
    let missing = |names: &[&str]| Blocker::ConsentMissing { roles: roles(names) }.to_string();
    assert_eq!(missing(&[]), "consent is missing from nobody");
    assert_eq!(
        missing(&["host_head", "commissioner"]),
        "consent is missing from host_head or commissioner"
    );
    let reason = |it: &str| ReasonCode::new(it).unwrap();
    let other = |listed: &[&str]| {
        let listed = listed.iter().map(|it| reason(it)).collect();
        let reason = reason("tired");
        Blocker::OtherReasonNeeded { reason, listed }.to_string()
    };
    assert_eq!(other(&[]), "tired is no reason for this; it takes none");
    assert_eq!(
        other(&["ill", "moved"]),
        "tired is no reason for this; it takes ill, moved"
    );
    let enquiries: Vec<_> = [1, 2].map(|it| Child::Enquiry(enquiry(it))).into();
    let told = Blocker::EnquiryUnanswered { enquiries }.to_string();
    let expected = format!("not answered: enquiry {}, enquiry {}", enquiry(1), enquiry(2));
    assert_eq!(told, expected);
}

#[test]
fn how_long_a_visit_may_take_is_told_as_one_number_a_range_or_a_least() {
    let told = |least, most| Blocker::VisitLength { days: 9, least, most }.to_string();
    let asks = "the visit takes 9 school days; the protocol asks for";
    assert_eq!(told(2, Some(2)), format!("{asks} 2"));
    assert_eq!(told(2, Some(3)), format!("{asks} 2 to 3"));
    assert_eq!(told(2, None), format!("{asks} 2 or more"));
}
