//! The other commands: the main path of each and its errors.

use snapbox::str;

use crate::program::{Folder, with_moon};

#[test]
fn packs_are_listed_from_where_they_are() {
    let folder = with_moon();
    folder.write("quizzes/deepseek.toml", "format = 1\ntitle = \"Mine\"\n");
    let ran = folder.run(&["packs"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran}");
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = ran.out.lines().map(words).collect();
    // Which packs are built in, and how wide their titles are, is another matter.
    for line in [
        "NAME QUESTIONS TITLE FROM",
        "deepseek 0 Mine quizzes/deepseek.toml",
        "moon 10 Landing on the Moon quizzes/moon.toml",
        "hidden by quizzes/deepseek.toml, which has the same name and comes first",
    ] {
        assert!(lines.iter().any(|found| found == line), "{line} in {ran}");
    }
}

#[test]
fn a_pack_is_copied_with_its_article_and_never_over_another() {
    let folder = Folder::new();
    folder.run(&["packs", "copy", "deepseek"]).is(str![[r#"
Wrote quizzes/deepseek.toml
Wrote quizzes/deepseek.md
It is yours now: edit it, then run `quizline check deepseek` and `quizline take deepseek`.
exit 0

"#]]);
    assert!(folder.path().join("quizzes/deepseek.toml").is_file());
    assert!(folder.path().join("quizzes/deepseek.md").is_file());
    folder.run(&["packs", "copy", "deepseek"]).is(str![[r#"
stderr: error: `quizzes/deepseek.toml` is already there and is left as it is: remove or rename it, or name another folder
exit 3

"#]]);
    folder.run(&["packs", "copy", "nothing"]).is(str![[r#"
stderr: error: no pack is called `nothing`: looked in `quizzes`, `[FOLDER]/.local/share/quizline/packs` (no such folder) and the built-in packs
exit 3

"#]]);
}

#[test]
fn an_article_is_read_as_plain_text_in_a_pipe() {
    let folder = with_moon();
    folder.run(&["read", "moon"]).is(str![[r#"
Landing on the Moon

On 16 July 1969 a Saturn V rose from Florida with three men on board: Neil
Armstrong, the mission's commander, Buzz Aldrin, who flew the lander with him,
and Michael Collins, who stayed in orbit.

The landing

On 20 July 1969 the lander set down in the Sea of Tranquility with about 25
seconds of fuel left. Armstrong stepped out first. The two men gathered 21.5
kilograms of rock and dust.

On 24 July 1969 the crew came down in the Pacific.
exit 0

"#]]);
    folder.write("quizzes/bare.toml", "format = 1\ntitle = \"Bare\"\n");
    folder.run(&["read", "bare"]).is(str![[r#"
stderr: error: the pack `bare` names no article
exit 3

"#]]);
}

#[test]
fn bundled_packs_check_clean() {
    let folder = Folder::new();
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes/deepseek.toml");
    let ran = folder.run(&["check", "--strict", pack]);
    assert_eq!(ran.code, Some(0), "{ran}");
    let ran = folder.run(&["check", "--strict", "deepseek"]);
    assert_eq!(ran.code, Some(0), "{ran}");
}

#[test]
fn every_fault_is_shown_where_it_stands() {
    let folder = Folder::new();
    folder.write("broken.toml", BROKEN);
    folder.run(&["check", "./broken.toml"]).is(str![[r#"
error[missing-key]: the pack has no `title`
 --> ./broken.toml:1:1
  |
1 | format = 1
  | ^^^^^^
  |
  = help: add `title = ".."`

error[unknown-key]: the pack has no key `titel`
 --> ./broken.toml:3:1
  |
3 | titel = "Broken"
  | ^^^^^
  |
  = help: did you mean `title`?

warning[missing-id]: no id: one is made of the text and changes with it
 --> ./broken.toml:5:1
  |
5 | [[questions]]
  | ^^^^^^^^^^^^^
  |
  = help: add `id = "which"`

error[unknown-kind]: there is no kind `choise`
 --> ./broken.toml:6:8
  |
6 | kind = "choise"
  |        ^^^^^^^^
  |
  = help: did you mean `choice`?

error[answer-among-distractors]: `this` is an answer and a distractor
  --> ./broken.toml:16:16
   |
15 | answer = "this"
   |          ------ right here
16 | distractors = ["this"]
   |                ^^^^^^ wrong here
   |
   = help: delete one of the two

error[out-of-range]: `points` cannot be 0
  --> ./broken.toml:17:10
   |
17 | points = 0
   |          ^
   |
   = help: points are over 0, at most a million, with at most three decimals

error[duplicate-id]: the id `two` is taken
  --> ./broken.toml:20:6
   |
12 | id = "two"
   |      ----- first given here
...
20 | id = "two"
   |      ^^^^^ given again
   |
   = help: give the newer one another id; answers are recorded under it

error[invalid-number]: `many` is not a number
  --> ./broken.toml:23:10
   |
23 | answer = "many"
   |          ^^^^^^
   |
   = help: write digits, such as `2000` or `"2,000"`

./broken.toml: 7 errors, 1 warning (3 questions, 0 events)
exit 1

"#]]);
    folder
        .run(&["check", "./broken.toml", "--format", "json"])
        .is(str![[r#"
{
  "version": 1,
  "packs": [
    {
      "file": "./broken.toml",
      "id": null,
      "questions": 3,
      "events": 0,
      "diagnostics": [
        {
          "code": "missing-key",
          "severity": "error",
          "message": "the pack has no `title`",
          "file": "./broken.toml",
          "line": 1,
          "column": 1,
          "end_line": 1,
          "end_column": 7,
          "help": "add `title = \"..\"`",
          "fix": []
        },
        {
          "code": "unknown-key",
          "severity": "error",
          "message": "the pack has no key `titel`",
          "file": "./broken.toml",
          "line": 3,
          "column": 1,
          "end_line": 3,
          "end_column": 6,
          "help": "did you mean `title`?",
          "fix": [
            {
              "line": 3,
              "column": 1,
              "end_line": 3,
              "end_column": 6,
              "text": "title"
            }
          ]
        },
        {
          "code": "missing-id",
          "severity": "warning",
          "message": "no id: one is made of the text and changes with it",
          "file": "./broken.toml",
          "line": 5,
          "column": 1,
          "end_line": 5,
          "end_column": 14,
          "help": "add `id = \"which\"`",
          "fix": [
            {
              "line": 5,
              "column": 14,
              "end_line": 5,
              "end_column": 14,
              "text": "\nid = \"which\""
            }
          ]
        },
        {
          "code": "unknown-kind",
          "severity": "error",
          "message": "there is no kind `choise`",
          "file": "./broken.toml",
          "line": 6,
          "column": 8,
          "end_line": 6,
          "end_column": 16,
          "help": "did you mean `choice`?",
          "fix": [
            {
              "line": 6,
              "column": 8,
              "end_line": 6,
              "end_column": 16,
              "text": "\"choice\""
            }
          ]
        },
        {
          "code": "answer-among-distractors",
          "severity": "error",
          "message": "`this` is an answer and a distractor",
          "file": "./broken.toml",
          "line": 16,
          "column": 16,
          "end_line": 16,
          "end_column": 22,
          "help": "delete one of the two",
          "fix": []
        },
        {
          "code": "out-of-range",
          "severity": "error",
          "message": "`points` cannot be 0",
          "file": "./broken.toml",
          "line": 17,
          "column": 10,
          "end_line": 17,
          "end_column": 11,
          "help": "points are over 0, at most a million, with at most three decimals",
          "fix": []
        },
        {
          "code": "duplicate-id",
          "severity": "error",
          "message": "the id `two` is taken",
          "file": "./broken.toml",
          "line": 20,
          "column": 6,
          "end_line": 20,
          "end_column": 11,
          "help": "give the newer one another id; answers are recorded under it",
          "fix": []
        },
        {
          "code": "invalid-number",
          "severity": "error",
          "message": "`many` is not a number",
          "file": "./broken.toml",
          "line": 23,
          "column": 10,
          "end_line": 23,
          "end_column": 16,
          "help": "write digits, such as `2000` or `\"2,000\"`",
          "fix": []
        }
      ]
    }
  ],
  "errors": 7,
  "warnings": 1
}
exit 1

"#]]);
}

const BROKEN: &str = r#"format = 1
id = "broken"
titel = "Broken"

[[questions]]
kind = "choise"
prompt = "Which?"
answer = "this"
distractors = ["that"]

[[questions]]
id = "two"
kind = "choice"
prompt = "And which?"
answer = "this"
distractors = ["this"]
points = 0

[[questions]]
id = "two"
kind = "numeric"
prompt = "How many?"
answer = "many"
"#;

#[test]
fn check_goes_on_to_the_next_file() {
    let folder = with_moon();
    folder.write("broken.toml", "format = 1\ntitle = \n");
    let ran = folder.run(&["check", "gone.toml", "./broken.toml", "moon"]);
    ran.is(str![[r#"
warning[missing-id]: the pack has no id: the file's name is taken and renaming it would lose its history
 --> ./broken.toml:1:1
  |
1 | format = 1
  | ^^^^^^
  |
  = help: add `id = "broken"`

error[toml-missing-value]: `title` has no value
 --> ./broken.toml:2:1
  |
2 | title = 
  | ^^^^^
  |
  = help: write a value after `=`, or delete the line

./broken.toml: 1 error, 1 warning (0 questions, 0 events)
quizzes/moon.toml: no errors (10 questions, 3 events)
3 packs: 1 error, 1 warning
stderr: error: there is no file `gone.toml`
exit 3

"#]]);
}

#[test]
fn a_fault_is_explained_by_its_code() {
    let folder = Folder::new();
    folder.write("broken.toml", BROKEN);
    let json = folder
        .run(&["check", "./broken.toml", "--format", "json"])
        .out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let diagnostics = json["packs"][0]["diagnostics"].as_array().unwrap();
    assert!(!diagnostics.is_empty());
    for diagnostic in diagnostics {
        let code = diagnostic["code"].as_str().unwrap();
        let ran = folder.run(&["explain", code]);
        assert_eq!(ran.code, Some(0), "{ran}");
        assert!(ran.out.len() > 40, "{ran}");
    }
    folder.run(&["explain", "no-such-code"]).is(str![[r#"
stderr: error: there is no finding `no-such-code`: did you mean `no-such-choice`?
exit 2

"#]]);
}

#[test]
fn scores_are_a_table_json_and_csv() {
    let folder = with_moon();
    folder.run(&["scores"]).is(str![[r#"
No attempts by Ada yet. Begin with `quizline take`; `quizline packs` lists what there is.
exit 0

"#]]);
    folder.run(&["scores", "--format", "json"]).is(str![[r#"
{
"version": 1,
"attempts": []
}
exit 0

"#]]);
    folder.run(&["take", "moon", "--seed", "1", "--answers", "answers.jsonl"]);
    folder.run_with(
        &["take", "moon", "--seed", "2", "--learner", "Bob"],
        "2\n:quit\n",
    );
    folder.run(&["scores"]).is(str![[r#"
Started           Pack  Mode      Answered    Points  Score  State
[WHEN]            moon  practice  10 of 10  10 of 10   100%  finished
exit 0

"#]]);
    folder.run(&["scores", "moon"]).is(str![[r#"
Started           Pack  Mode      Answered    Points  Score  State
[WHEN]            moon  practice  10 of 10  10 of 10   100%  finished
exit 0

"#]]);
    folder
        .run(&["scores", "--everyone", "--format", "json"])
        .is(str![[r#"
{
"version": 1,
"attempts": [
{"id":"[ID]","pack":"moon","learner":"Bob","mode":"practice","seed":2,"started":"[TIME]","finished":null,"answered":1,"questions":10,"credit":0,"points":0,"max_points":10,"percent":0},
{"id":"[ID]","pack":"moon","learner":"Ada","mode":"practice","seed":1,"started":"[TIME]","finished":"[TIME]","answered":10,"questions":10,"credit":1000,"points":10,"max_points":10,"percent":100}
]
}
exit 0

"#]]);
    folder
        .run(&["scores", "--everyone", "--format", "csv"])
        .is(str![[r#"
"id","pack","learner","mode","seed","started","finished","answered","questions","credit","points","max_points","percent"
"[ID]","moon","Bob","practice","2","[TIME]","","1","10","0","0","10","0"
"[ID]","moon","Ada","practice","1","[TIME]","[TIME]","10","10","1000","10","10","100"
exit 0

"#]]);
    let table = folder.run(&["scores", "--everyone", "--responses", "--format", "csv"]);
    let first =
        "\"attempt\",\"pack\",\"learner\",\"question\",\"kind\",\"presented\",\"response\",";
    assert!(table.out.starts_with(first), "{table}");
    assert_eq!(
        table.out.lines().count(),
        12,
        "a head and 11 responses: {table}"
    );
    folder
        .run(&[
            "scores",
            "--learner",
            "Bob",
            "--responses",
            "--format",
            "json",
        ])
        .is(str![[r#"
{
"version": 1,
"attempts": [
{"id":"[ID]","pack":"moon","learner":"Bob","mode":"practice","seed":2,"started":"[TIME]","finished":null,"answered":1,"questions":10,"credit":0,"points":0,"max_points":10,"percent":0}
],
"responses": [
{"attempt":"[ID]","pack":"moon","learner":"Bob","question":"commander","kind":"choice","presented":["Neil Armstrong","Yuri Gagarin","Michael Collins"],"response":"Yuri Gagarin","credit":0,"penalty":0,"points":0,"elapsed_ms":,"hints":0,"second_try":false,"answered_at":"[TIME]","override":false}
]
}
exit 0

"#]]);
}

#[test]
fn a_table_for_spreadsheets_holds_no_formula() {
    let folder = with_moon();
    folder.run_with(
        &["take", "moon", "--learner", "=1+1", "--tag", "landing"],
        "=cmd()\n:quit\n",
    );
    let ran = folder.run(&["scores", "--everyone", "--responses", "--format", "csv"]);
    assert_eq!(ran.code, Some(0), "{ran}");
    for cell in ran.out.lines().flat_map(|line| line.split(',')) {
        let cell = cell.trim_start_matches('"');
        assert!(!cell.starts_with(['=', '+', '@']), "{cell} in {ran}");
    }
}

#[test]
fn the_store_says_where_it_is_and_keeps_a_copy() {
    let folder = with_moon();
    folder.run(&["store"]).is(str![[r#"
store  [FOLDER]/store.db
holds  nothing yet: it is made when the first quiz begins
spool  empty
exit 0

"#]]);
    folder.run(&["take", "moon", "--answers", "answers.jsonl"]);
    folder.run(&["store"]).is(str![[r#"
store  [FOLDER]/store.db
holds  1 attempt, 10 responses, 10 versions of questions; 84 KiB, layout 2
spool  empty
exit 0

"#]]);
    folder.run(&["store", "verify"]).is(str![[r#"
sound: 1 attempt, 10 responses, 10 versions of questions; 84 KiB, layout 2
spool: 0 files waiting
exit 0

"#]]);
    folder.run(&["store", "backup", "copy.db"]).is(str![[r#"
saved 1 attempt, 10 responses, 10 versions of questions; 84 KiB, layout 2 to `[FOLDER]/copy.db`
exit 0

"#]]);
    folder.run(&["store", "backup", "copy.db"]).is(str![[r#"
stderr: error: `[FOLDER]/copy.db` is there already; name another file
exit 3

"#]]);
    let scores = folder.run(&["scores", "--store", "copy.db", "--format", "json"]);
    assert_eq!(scores.out, folder.run(&["scores", "--format", "json"]).out);
}

#[test]
fn completions_and_the_manual_know_every_command() {
    let folder = Folder::new();
    let manual = folder.run(&["man"]);
    assert_eq!(manual.code, Some(0), "{manual}");
    for section in ["QUIZLINE STORE RESTORE", "QUIZLINE PACKS COPY"] {
        assert!(manual.out.contains(section), "{section}");
    }
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = folder.run(&["completions", shell]);
        assert_eq!(ran.code, Some(0), "{ran}");
        for command in [
            "take", "read", "scores", "packs", "check", "explain", "store",
        ] {
            assert!(ran.out.contains(command), "{command} in {shell}");
            assert!(manual.out.contains(command), "{command} in the manual");
        }
    }
    assert_eq!(folder.run(&["completions", "cmd.exe"]).code, Some(2));
}

#[test]
fn wrong_usage_is_exit_2_and_says_what_is_right() {
    let folder = Folder::new();
    folder.run(&["tkae"]).is(str![[r#"
stderr: error: unrecognized subcommand 'tkae'
stderr: 
stderr:   tip: a similar subcommand exists: 'take'
stderr: 
stderr: Usage: quizline [OPTIONS] [COMMAND]
stderr: 
stderr: For more information, try '--help'.
exit 2

"#]]);
    folder.run(&["take", "--cuont", "3"]).is(str![[r#"
stderr: error: unexpected argument '--cuont' found
stderr: 
stderr:   tip: a similar argument exists: '--count'
stderr: 
stderr: Usage: quizline take --count <N> [PACK]
stderr: 
stderr: For more information, try '--help'.
exit 2

"#]]);
    folder.run(&["take", "--count", "0"]).is(str![[r#"
stderr: error: invalid value '0' for '--count <N>': 0 is not in 1..=4294967295
stderr: 
stderr: For more information, try '--help'.
exit 2

"#]]);
    folder.run(&["check"]).is(str![[r#"
stderr: error: the following required arguments were not provided:
stderr:   <PACK>...
stderr: 
stderr: Usage: quizline check <PACK>...
stderr: 
stderr: For more information, try '--help'.
exit 2

"#]]);
    folder.run(&["--version"]).is(str![[r#"
quizline 0.1.0
exit 0

"#]]);
}

#[test]
fn a_pack_that_nobody_knows_has_no_scores_to_begin_with() {
    let ran = with_moon().run(&["scores", "mon"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{ran}");
    assert!(ran.err.contains("no pack is called `mon`"), "{ran}");
}

#[test]
fn what_is_no_pack_is_not_copied() {
    let folder = with_moon();
    folder.write("notes.toml", "shopping list");
    let ran = folder.run(&["packs", "copy", "./notes.toml", "mine"]);
    assert_eq!(ran.code, Some(3), "{ran}");
    assert!(ran.err.contains("is no valid pack"), "{ran}");
    assert!(!folder.path().join("mine").exists());
}

#[test]
fn help_shows_an_option_where_it_does_something() {
    let folder = with_moon();
    for (command, shown, hidden) in [
        (
            "take",
            ["--learner", "--store", "--plain"].as_slice(),
            [].as_slice(),
        ),
        ("scores", &["--learner", "--store"], &["--plain"]),
        ("store", &["--store"], &["--learner", "--plain"]),
        ("check", &[], &["--learner", "--store", "--plain"]),
        ("man", &[], &["--learner", "--store", "--plain"]),
    ] {
        let help = folder.run(&["help", command]).out;
        assert!(shown.iter().all(|option| help.contains(option)), "{help}");
        assert!(!hidden.iter().any(|option| help.contains(option)), "{help}");
        assert!(
            help.lines().all(|line| line.chars().count() <= 100),
            "{help}"
        );
    }
    let ran = folder.run(&["--learner", "Bob", "--plain", "check", "moon"]);
    assert_eq!(ran.code, Some(0), "{ran}");
}
