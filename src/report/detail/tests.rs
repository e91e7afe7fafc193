use std::collections::BTreeMap;

use jiff::{ToSpan, civil::date};
use proptest::{
    prelude::{any, prop_assert, proptest},
    test_runner::Config,
};

use super::{Look, Sheet, csv, html, json, text};
use crate::{
    stats::{Course, Detail, InPack, OfQuestion, OfTag, Taken, Tally},
    text::width,
};

fn tally(right: u64, answers: u64) -> Tally {
    Tally {
        answers,
        right,
        last: Some(("2026-11-22T20:00:00Z".parse().unwrap(), date(2026, 11, 22))),
        ..Tally::default()
    }
}

/// Someone who studied two packs for some weeks.
fn detail(name: &str) -> Detail {
    let today = date(2026, 11, 23);
    let days: BTreeMap<_, _> = (0..20)
        .map(|at: i32| {
            (
                today.saturating_sub((at * at % 60).days()),
                tally(1, u64::from(at.unsigned_abs())),
            )
        })
        .collect();
    let taken = |percent| Taken {
        started: "2026-11-22T20:00:00Z".parse().unwrap(),
        day: date(2026, 11, 22),
        percent,
    };
    let course = |percents: &[u32]| Course {
        pack: name.to_owned(),
        learner: name.to_owned(),
        taken: percents.iter().copied().map(taken).collect(),
    };
    Detail {
        all: tally(120, 160),
        days,
        courses: vec![course(&[40, 55, 90]), course(&[70])],
        packs: vec![
            InPack {
                pack: name.to_owned(),
                title: Some(name.to_owned()),
                questions: Some(30),
                met: 12,
                tally: tally(117, 157),
            },
            InPack {
                pack: "sun".to_owned(),
                title: None,
                questions: None,
                met: 3,
                tally: tally(3, 3),
            },
        ],
        tags: vec![OfTag {
            pack: name.to_owned(),
            tag: name.to_owned(),
            questions: 4,
            met: 3,
            tally: tally(5, 12),
        }],
        questions: vec![
            OfQuestion {
                pack: name.to_owned(),
                question: name.to_owned(),
                prompt: Some(format!("Who is {name}?")),
                tally: tally(2, 9),
            },
            OfQuestion {
                pack: "sun".to_owned(),
                question: "core".to_owned(),
                prompt: None,
                tally: tally(1, 2),
            },
        ],
    }
}

fn sheet<'a>(detail: &'a Detail, name: &'a str) -> Sheet<'a> {
    Sheet {
        detail,
        attempts: &[],
        learner: Some(name),
        pack: None,
        today: date(2026, 11, 23),
    }
}

#[test]
fn a_text_of_eighty_columns_is_this() {
    let detail = detail("moon");
    let look = Look {
        width: 80,
        ascii: false,
    };
    snapbox::assert_data_eq!(
        text(&sheet(&detail, "Ada"), look),
        snapbox::file!["text_80.txt"]
    );
}

#[test]
fn a_text_of_forty_columns_in_ascii_is_this() {
    let detail = detail("moon");
    let look = Look {
        width: 40,
        ascii: true,
    };
    let text = text(&sheet(&detail, "Ada"), look);
    assert!(text.is_ascii(), "{text}");
    snapbox::assert_data_eq!(text, snapbox::file!["text_40.txt"]);
}

#[test]
fn few_answers_are_called_few_everywhere() {
    let detail = Detail {
        all: tally(3, 4),
        packs: vec![InPack {
            tally: tally(3, 4),
            ..detail("moon").packs[0].clone()
        }],
        ..Detail::default()
    };
    let sheet = sheet(&detail, "Ada");
    let (text, page) = (
        text(
            &sheet,
            Look {
                width: 100,
                ascii: false,
            },
        ),
        html(&sheet),
    );
    for told in [&text, &page] {
        assert!(
            told.contains("too few answers") && !told.contains("75%"),
            "{told}"
        );
    }
    let told: serde_json::Value = serde_json::from_str(&json(&sheet).unwrap()).unwrap();
    assert_eq!(told["packs"][0]["enough"], false);
    assert_eq!(told["packs"][0]["low"], 30);
}

#[test]
fn nothing_met_is_no_fault() {
    let detail = Detail::default();
    let sheet = sheet(&detail, "Ada");
    assert_eq!(
        text(
            &sheet,
            Look {
                width: 80,
                ascii: false
            }
        ),
        "Ada, all packs\n0 answers\n"
    );
    assert!(html(&sheet).ends_with("</html>\n"));
    let told: serde_json::Value = serde_json::from_str(&json(&sheet).unwrap()).unwrap();
    assert_eq!(told["version"], 1);
    assert_eq!(told["about"]["all"]["percent"], serde_json::Value::Null);
    assert_eq!(csv(&sheet).unwrap().lines().count(), 1);
}

#[test]
fn a_page_loads_nothing_and_runs_nothing() {
    let name = "<script>alert('1')</script>\" onload=\"x\u{202e}";
    let detail = detail(name);
    let page = html(&sheet(&detail, name));
    for never in [
        "<script",
        "http://",
        "https://",
        "url(",
        "<img",
        "<link",
        "\" onload",
        "style=\"",
        "\u{202e}",
        "@import",
    ] {
        assert!(!page.contains(never), "{never}");
    }
    assert!(page.contains("default-src 'none'"));
    assert!(page.contains("prefers-color-scheme: dark") && page.contains("@media print"));
    // Every element that is opened is closed.
    for element in [
        "section", "table", "tbody", "tr", "svg", "span", "div", "dl", "ul", "details", "title",
        "th", "td",
    ] {
        let opened = page.matches(&format!("<{element}>")).count()
            + page.matches(&format!("<{element} ")).count();
        assert_eq!(
            opened,
            page.matches(&format!("</{element}>")).count(),
            "{element}"
        );
    }
}

#[test]
fn a_cell_is_no_formula() {
    let detail = detail("=1+1");
    let table = csv(&sheet(&detail, "Ada")).unwrap();
    assert!(
        table.contains("\"'=1+1\"") && !table.contains("\"=1+1\""),
        "{table}"
    );
}

proptest! {
    #![proptest_config(Config::with_cases(64))]
    #[test]
    fn no_line_is_too_wide_and_none_steers(name in any::<String>(), width_asked in 0..260_usize, ascii in any::<bool>(), one in any::<bool>()) {
        let detail = detail(&name);
        let mut sheet = sheet(&detail, &name);
        if one {
            (sheet.pack, sheet.learner) = (Some(name.as_str()), None);
        }
        let told = text(&sheet, Look { width: width_asked, ascii });
        for line in told.lines() {
            prop_assert!(width(line) <= width_asked.clamp(30, 200), "{line:?}");
        }
        prop_assert!(crate::text::forbidden(&told, true).is_none(), "{told:?}");
        let page = html(&sheet);
        prop_assert!(crate::text::forbidden(&page, true).is_none());
        prop_assert!(serde_json::from_str::<serde_json::Value>(&json(&sheet).unwrap()).is_ok());
        csv(&sheet).unwrap();
    }
}
