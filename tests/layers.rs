//! Checks that modules only use modules of a lower layer, and that fenced crates stay in their modules (the map stands
//! in src/lib.rs).
use std::{collections::BTreeMap, fs, path::Path};

/// One row per layer, lowest first. A module may use the rows above it, never its own row.
const LAYERS: &[&[&str]] = &[
    &["text", "date", "diagnostic"],
    &["pack"],
    &["grade", "timeline"],
    &["record"],
    &["session", "stats"],
    &["library", "store", "format", "report", "ui"],
    &["run"],
    &["cli"],
];

fn rust_files(dir: &Path, out: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Names that follow `crate::` in code, comments left out, `crate::{a, b::c}` opened.
fn uses(src: &str) -> Vec<String> {
    let code: String = src
        .lines()
        .map(|l| l.split_once("//").map_or(l, |(code, _)| code))
        .collect::<Vec<_>>()
        .join("\n");
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let ident = |s: &str| {
            s.trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect::<String>()
        };
        let Some(list) = rest.strip_prefix('{') else {
            names.push(ident(rest));
            continue;
        };
        let (mut depth, mut item) = (0, String::new());
        for c in list.chars() {
            match c {
                '}' if depth == 0 => break,
                ',' if depth == 0 => names.push(ident(&std::mem::take(&mut item))),
                _ => {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    item.push(c);
                }
            }
        }
        names.push(ident(&item));
    }
    names
}

#[test]
fn modules_use_lower_layers_only() {
    let rank: BTreeMap<&str, usize> = LAYERS
        .iter()
        .enumerate()
        .flat_map(|(i, row)| row.iter().map(move |m| (*m, i)))
        .collect();
    let mut files = Vec::new();
    rust_files(Path::new("src"), &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let rel = file.strip_prefix("src").unwrap();
        let module = rel
            .iter()
            .next()
            .unwrap()
            .to_str()
            .unwrap()
            .trim_end_matches(".rs");
        if module == "main" || module == "lib" {
            continue;
        }
        let Some(&own) = rank.get(module) else {
            wrong.push(format!("{module}: not in LAYERS"));
            continue;
        };
        for used in uses(&fs::read_to_string(&file).unwrap()) {
            if used != module && rank.get(used.as_str()).is_some_and(|&r| r >= own) {
                wrong.push(format!("{}: {module} must not use {used}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "layer rule broken:\n{}", wrong.join("\n"));
}
