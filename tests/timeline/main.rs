//! Pictures of timelines: the bundled pack, antiquity, deep time, an afternoon, and what is hard to draw. Each was
//! looked at before it was accepted; `SNAPSHOTS=overwrite` writes them anew.

mod command;
mod packs;

use quizline::{
    pack::{self, Pack},
    timeline::{Line, Look, Scale, Timeline, Vertical, axis, groups},
};
use snapbox::Data;

fn read(toml: &str) -> Pack {
    let reading = pack::read(toml, "sample");
    let pack = reading.pack.expect("the head is valid");
    let errors: Vec<_> = reading.diagnostics.iter().map(|d| &d.message).collect();
    assert!(errors.is_empty(), "{errors:?}");
    pack
}

fn text(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        text.push_str(line.to_string().trim_end());
        text.push('\n');
    }
    text
}

/// The three views below each other.
fn views(pack: &Pack, look: &Look) -> String {
    let timeline = Timeline::of(pack);
    format!(
        "{}\n\n{}\n\n{}",
        text(&Vertical::new(&timeline, look).lines()),
        text(&axis(&timeline, look)),
        text(&groups(&timeline, look)),
    )
}

fn pictures(name: &str, toml: &str) {
    let pack = read(toml);
    for width in [40, 80, 120] {
        check(
            &format!("{name}-{width}"),
            &views(&pack, &Look::of_width(width)),
        );
    }
}

fn check(name: &str, picture: &str) {
    let path = format!(
        "{}/tests/snapshots/timeline/{name}.txt",
        env!("CARGO_MANIFEST_DIR")
    );
    let expected = Data::read_from(std::path::Path::new(&path), None).raw();
    snapbox::assert_data_eq!(picture.to_owned(), expected);
}

#[test]
fn the_bundled_packs_look_as_they_did() {
    for (name, toml) in packs::BUNDLED {
        let pack = pack::read(toml, name)
            .pack
            .expect("bundled packs are valid");
        for width in [40, 80, 120] {
            check(
                &format!("{name}-{width}"),
                &views(&pack, &Look::of_width(width)),
            );
        }
    }
}

#[test]
fn the_samples_look_as_they_did() {
    for (name, toml) in packs::SAMPLES {
        pictures(name, toml);
    }
}

#[test]
fn the_narrowest_and_the_plainest_look_as_they_did() {
    let pack = read(packs::SPUTNIK);
    let look = Look {
        width: 20,
        ascii: true,
        reverse: true,
        scale: None,
    };
    check("sputnik-20-ascii-reverse", &views(&pack, &look));
    for (name, scale) in [
        ("linear", Scale::Linear),
        ("broken", Scale::Broken),
        ("log", Scale::Log),
    ] {
        let look = Look {
            scale: Some(scale),
            ..Look::of_width(60)
        };
        check(&format!("sputnik-60-{name}"), &views(&pack, &look));
    }
}
