//! Kinds with several parts: pairs, gaps, orders, essays.

use super::{choices, credit, gap, list, map, question, reason, text, verdict};
use crate::{
    grade::{Credit, GapVerdict, Reason, Response, tick},
    pack::{Item, Kind, Part},
};

#[test]
fn pairs_earn_their_share() {
    let kind = Kind::Matching {
        pairs: [("France", "Paris"), ("Spain", "Madrid"), ("Italy", "Rome")]
            .map(|(left, right)| (left.to_owned(), right.to_owned()))
            .to_vec(),
        distractors: choices(&["Milan"]),
    };
    for (given, expected) in [
        (
            &[("France", "Paris"), ("Spain", "Madrid"), ("Italy", "Rome")][..],
            Some(1000),
        ),
        (
            &[("France", "Paris"), ("Spain", "Rome"), ("Italy", "Madrid")],
            Some(333),
        ),
        (&[("France", "Paris"), ("Italy", "Rome")], Some(667)),
        (&[("Italy", "Milan")], Some(0)),
        (&[("Italy", "Turin")], None),
        (&[("Greece", "Rome")], None),
        (&[("Italy", "")], None),
        (&[], None),
    ] {
        assert_eq!(credit(&kind, &map(given)), expected, "{given:?}");
    }
    assert_eq!(
        reason(&kind, &map(&[("Spain", "Madrid")])),
        Reason::Matched {
            right: vec![false, true, false]
        }
    );
}

#[test]
fn gaps_earn_their_share() {
    let kind = Kind::Cloze {
        parts: vec![
            Part::Text("About ".to_owned()),
            gap(&["2,000", "2,048", "two grand"]),
            Part::Text(" chips, of type ".to_owned()),
            gap(&["H800", "Nvidia H800"]),
            Part::Text(", carry ".to_owned()),
            gap(&["afferent"]),
            Part::Text(" and ".to_owned()),
            gap(&["afferents"]),
        ],
    };
    for (given, expected) in [
        (
            &["2000", "nvidia h800", "afferent", "Afferents"][..],
            Some(1000),
        ),
        (&["2k chips", "H800", "", ""], Some(500)),
        (&["2048", "H100", "", ""], Some(250)),
        (&["Two Grand", "H100", "", ""], Some(250)),
        // Near to its own key, but another gap's.
        (&["", "", "afferents", "afferent"], Some(0)),
        (&["many", "H800", "", ""], None),
        (&["2.000", "H800", "", ""], None),
        (&["", "", "", ""], None),
        (&["2000"], None),
    ] {
        assert_eq!(credit(&kind, &list(given)), expected, "{given:?}");
    }
    assert_eq!(credit(&kind, &text("2000")), None);
    let one = Kind::Cloze {
        parts: vec![gap(&["Liang"])],
    };
    assert_eq!(
        reason(&one, &text("Liag")),
        Reason::Gaps(vec![GapVerdict {
            credit: Credit::FULL,
            reason: Reason::Slip {
                accepted: "Liang".to_owned()
            }
        }])
    );
}

#[test]
fn an_order_holds_every_item_once() {
    let items = ["one", "two", "three"].map(|text| Item {
        text: text.to_owned(),
        event: None,
    });
    let kind = Kind::Ordering {
        items: items.to_vec(),
    };
    for (given, graded) in [
        (&["one", "two", "three"][..], true),
        (&["three", "two", "one"], true),
        (&["one", "two"], false),
        (&["one", "two", "two"], false),
        (&["one", "two", "four"], false),
        (&["one", "two", "three", "one"], false),
        (&[], false),
    ] {
        assert_eq!(credit(&kind, &list(given)).is_some(), graded, "{given:?}");
    }
    assert_eq!(credit(&kind, &list(&["one", "two", "three"])), Some(1000));
}

#[test]
fn an_essay_waits_for_its_ticks() {
    let kind = Kind::Essay {
        model: "Because.".to_owned(),
        rubric: vec!["says why".to_owned(), "says when".to_owned()],
    };
    let essay = |rubric: &[usize]| Response::Essay {
        text: "So it was.".to_owned(),
        rubric: rubric.to_vec(),
    };
    let unticked = verdict(&kind, &text("So it was.")).unwrap();
    assert_eq!((unticked.credit, unticked.reason), (None, Reason::Unticked));
    assert_eq!(credit(&kind, &essay(&[])), Some(0));
    assert_eq!(credit(&kind, &essay(&[2, 2])), Some(500));
    assert_eq!(credit(&kind, &essay(&[1, 2])), Some(1000));
    assert_eq!(credit(&kind, &essay(&[0])), None);
    assert_eq!(credit(&kind, &essay(&[3])), None);
    assert!(verdict(&kind, &text(" ")).is_err());
    assert_eq!(tick(&question(kind), &[1]), Ok(Credit::new(500)));
    assert!(tick(&question(Kind::TrueFalse { answer: true }), &[1]).is_err());
}
