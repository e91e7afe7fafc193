//! Checks that modules only use modules of a lower layer, and that fenced crates stay in their modules (the map stands
//! in src/lib.rs).

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// One row per layer, lowest first. A module may use the rows above it, never its own row.
const LAYERS: &[&[&str]] = &[
    &["text", "date", "diagnostic"],
    &["pack"],
    &["grade", "timeline"],
    &["record"],
    &["session", "study", "stats"],
    &["library", "store", "format", "report", "ui"],
    &["run"],
    &["cli"],
];

/// What only these modules may name in their code.
const FENCES: &[(&str, &[&str])] = &[
    ("dialoguer::", &["ui"]),
    ("console::", &["ui"]),
    ("clap::", &["cli"]),
    ("fsrs::", &["study"]),
    ("signal_hook::", &["ui", "cli"]),
    ("rusqlite::", &["store"]),
    ("toml::", &["pack"]),
    ("toml_parser::", &["pack"]),
    ("std::fs", &["library", "store", "cli"]),
    ("process::Command", &["cli"]),
    ("std::env", &["cli"]),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// Every file of `src` with its top-level module and its code without comments; tests may read and write as they like.
fn modules() -> Vec<(PathBuf, String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut modules = Vec::new();
    for file in rust_files(&source) {
        let below = file.strip_prefix(&source).expect("it is below src");
        let first = below.iter().next().expect("it has a name");
        let module = first.to_string_lossy().trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&file).expect("the file can be read");
        let code: Vec<&str> = text
            .lines()
            .map(|line| line.split_once("//").map_or(line, |(code, _)| code))
            .collect();
        modules.push((below.to_owned(), module, code.join("\n")));
    }
    modules
}

/// Names that follow `crate::` in code, `crate::{a, b::c}` opened.
fn uses(code: &str) -> Vec<String> {
    let ident = |text: &str| -> String {
        let text = text.trim().chars();
        text.take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let mut names = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
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
        .flat_map(|(row, modules)| modules.iter().map(move |module| (*module, row)))
        .collect();
    let mut wrong = Vec::new();
    for (file, module, code) in modules() {
        if module == "main" || module == "lib" {
            continue;
        }
        let Some(&own) = rank.get(module.as_str()) else {
            wrong.push(format!("{module}: not in LAYERS"));
            continue;
        };
        for used in uses(&code) {
            if used != module && rank.get(used.as_str()).is_some_and(|&row| row >= own) {
                wrong.push(format!("{}: must not use {used}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "layer rule broken:\n{}", wrong.join("\n"));
}

#[test]
fn fenced_crates_stay_in_their_modules() {
    let mut wrong = Vec::new();
    for (file, module, code) in modules() {
        let is_test = file.to_string_lossy().contains("tests");
        // What stands under `#[cfg(test)]` comes last in a file.
        let code = code.split("#[cfg(test)]\nmod tests {").next();
        let code = code.unwrap_or_default();
        for (name, allowed) in FENCES {
            if !is_test && !allowed.contains(&module.as_str()) && code.contains(name) {
                wrong.push(format!("{}: must not name {name}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "fence broken:\n{}", wrong.join("\n"));
}

#[test]
fn the_map_in_the_docs_is_the_map_that_is_checked() {
    let docs = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs"))
        .expect("the file can be read");
    for (row, modules) in LAYERS.iter().enumerate() {
        let names: Vec<String> = modules.iter().map(|name| format!("[`{name}`]")).collect();
        // A link to `format` has to say that it does not mean the macro.
        let line =
            format!("//! | {row} | {} |", names.join(" ")).replace("[`format`]", "[`mod@format`]");
        assert!(docs.contains(&line), "src/lib.rs lacks `{line}`");
    }
}
