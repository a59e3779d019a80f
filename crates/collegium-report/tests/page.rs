//! What a reader finds on a page of a fictional round, small and large.

mod support;

use collegium_report::view::Nature;
use collegium_report::{WHOLE_ROUND_LIMIT, render};
use support::round::fictional;
use support::{elements, text, tree};

/// How every statement of what is left out begins.
const CUT: &str = "To keep the page light";

#[test]
fn a_small_round_is_shown_whole() {
    let round = fictional(60);
    let page = render(&round);
    support::holds_together(&page);
    assert!(!page.contains(CUT));
    let tree = tree(&page);
    for (index, need) in round.needs.iter().enumerate() {
        let heading =
            elements(&tree, "h4").find(|node| node.attribute("id") == Some(&format!("need-{index}")));
        let heading = text(heading.expect("every need is explained"));
        assert!(heading.contains(&need.area) && heading.contains(&need.key));
    }
    let words = text(tree.root_element());
    for school in &round.schools {
        assert!(words.contains(&school.key), "{} is not on the page", school.key);
    }
}

#[test]
fn a_country_stays_light_and_says_what_it_leaves_out() {
    let round = fictional(22_000);
    let page = render(&round);
    support::holds_together(&page);
    assert!(page.len() < 1_500_000, "{} bytes", page.len());
    for statement in [
        "This round has 22,000 schools",
        "Above 500 of either",
        "needs: the most pressing, those not met in full first",
        "schools: those that committed most",
        "deployments: those between the schools farthest apart",
        "changes: those that moved help from another school",
        "flows: those with most deployments",
    ] {
        assert!(page.contains(statement), "the page does not say: {statement}");
    }
    assert!(page.matches(CUT).count() >= 6);
    let shown = elements(&tree(&page), "h4").count();
    assert!(
        page.contains(&format!("this shows {shown} of")),
        "the page explains {shown} needs but says otherwise"
    );
}

#[test]
fn a_round_is_aggregated_above_the_limit_and_not_at_it() {
    let limit = u32::try_from(WHOLE_ROUND_LIMIT).expect("a small limit");
    assert!(!render(&fictional(limit)).contains("Each cell groups"));
    assert!(render(&fictional(limit + 1)).contains("Each cell groups"));
}

#[test]
fn every_section_is_in_the_contents() {
    let page = render(&fictional(20));
    let tree = tree(&page);
    let contents = elements(&tree, "nav").next().expect("a list of contents");
    let links: Vec<_> = contents
        .descendants()
        .filter_map(|node| node.attribute("href"))
        .collect();
    let sections: Vec<_> = elements(&tree, "section")
        .filter(|section| section.attribute("class") == Some("part"))
        .filter_map(|section| Some(format!("#{}", section.attribute("aria-labelledby")?)))
        .collect();
    assert_eq!(links, sections);
}

#[test]
fn what_is_invented_says_so_on_top_in_each_later_section_and_on_every_printed_page() {
    let mut round = fictional(20);
    round.nature = Nature::Invented;
    let page = render(&round);
    let tree = tree(&page);
    assert!(
        text(elements(&tree, "aside").next().expect("a notice"))
            .contains("Everything after the plan is invented")
    );
    let reminders = elements(&tree, "p")
        .filter(|node| node.attribute("class") == Some("reminder"))
        .count();
    assert_eq!(reminders, 8, "all sections but the needs");
    assert!(page.contains("@top-center { content: \"Everything after the plan is invented"));
}

#[test]
fn a_public_register_recommends_nothing_about_a_named_school() {
    let mut round = fictional(20);
    round.nature = Nature::PublicRegister;
    let page = render(&round);
    let notice =
        "derived from public signals, not from a diagnosis. It recommends nothing about a named school";
    assert!(page.contains(notice));
}

#[test]
fn colour_is_never_the_only_sign_of_a_rating() {
    let page = render(&fictional(60));
    for rating in ["red", "amber", "green"] {
        for tag in elements(&tree(&page), "strong")
            .filter(|node| node.attribute("class") == Some(&format!("tag tag-{rating}")))
        {
            let word = text(tag).to_lowercase();
            assert!(
                word == rating || word == rating[..1],
                "a {rating} tag says {word}"
            );
        }
    }
}

#[test]
fn screens_say_offering_and_receiving() {
    let page = render(&fictional(60)).to_lowercase();
    assert!(!page.contains("giver") && !page.contains("taker"));
}
