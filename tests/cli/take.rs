//! `take` in line mode and by a script.

use snapbox::str;

use crate::program::{Folder, with_moon};

/// Answers that are right, one line each (the essay ends with a dot, then its rubric is ticked).
const RIGHT: &str =
    "Neil Armstrong\nNeil Armstrong, Buzz Aldrin\nf\nSea of Tranquility\n21.5 kg\n20 July 1969\n";

#[test]
fn a_whole_quiz_goes_through_a_pipe() {
    let folder = with_moon();
    let ran = folder.run_with(&["take", "moon", "--seed", "1"], RIGHT);
    ran.is(str![[r#"
Landing on the Moon
How Apollo 11 came to the Sea of Tranquility.
10 questions, about 5 minutes. Learner: Ada. Seed 1.

Question 1 of 10 [commander]
Who commanded Apollo 11?
  1. Neil Armstrong
  2. Yuri Gagarin
  3. Michael Collins
Choose one.
1 hint left: :hint takes 25% of the points.
(:help lists the commands)
> Neil Armstrong
Right: 1 of 1 point.
  1. Neil Armstrong (yours, right)
  2. Yuri Gagarin
  3. Michael Collins
       He flew the command module.
Armstrong commanded, Aldrin flew the lander with him, Collins stayed in orbit.
The article says, under "Landing on the Moon":
  On 16 July 1969 a Saturn V rose from Florida with three men on board: >>Neil
  Armstrong, the mission's commander<<, Buzz Aldrin, who flew the lander with
  him, and Michael Collins, who stayed in orbit.

Question 2 of 10 [lander]
Who flew in the lander?
  1. Buzz Aldrin
  2. Neil Armstrong
  3. Michael Collins
  4. John Glenn
Choose all that are right. For example: 1 3
> Neil Armstrong, Buzz Aldrin
Right: 1 of 1 point.
  1. Buzz Aldrin (yours, right)
  2. Neil Armstrong (yours, right)
  3. Michael Collins
  4. John Glenn

Question 3 of 10 [orbit]
Michael Collins walked on the Moon.
True or false? Type t or f.
> f
Right: 1 of 1 point.
  1. True
  2. False (yours, right)

Question 4 of 10 [sea]
Where did the lander set down?
Answer in a few words.
> Sea of Tranquility
Right: 1 of 1 point.
  You wrote: Sea of Tranquility
  Answer: Sea of Tranquility
The article says, under "The landing":
  On 20 July 1969 the lander >>set down in the Sea of Tranquility<< with about
  25 seconds of fuel left. Armstrong stepped out first. The two men gathered
  21.5 kilograms of rock and dust.

Question 5 of 10 [rock]
How much rock did they gather?
Answer with a number (kg).
> 21.5 kg
Right: 1 of 1 point.
  You wrote: 21.5 kg
  Answer: 21.5 kg

Question 6 of 10 [day]
When did the lander set down?
Answer with a date, at least a day.
> 20 July 1969
Right: 1 of 1 point.
  You wrote: 20 July 1969
  Answer: 20 July 1969

Question 7 of 10 [order]
Put these in order.
  1. The crew comes home
  2. Apollo 11 is launched
  3. The lander sets down
Put these in order, first to last. For example: 2 1 3
> 

Landing on the Moon
Score so far: 60%, 6 of 10 points.
6 right, 4 not reached.
By tag, weakest first:
  crew: 100%, 3 questions
  landing: 100%, 3 questions
Next:
  - go on, 4 questions left: quizline take moon --resume
  - see all your scores: quizline scores moon
exit 4

"#]]);
}

#[test]
fn a_script_is_graded_like_a_person() {
    let folder = with_moon();
    let ran = folder.run(&["take", "moon", "--seed", "1", "--answers", "answers.jsonl"]);
    ran.is(str![[r#"
Landing on the Moon
How Apollo 11 came to the Sea of Tranquility.
10 questions, about 5 minutes. Learner: Ada. Seed 1.

Question 1 of 10 [commander]
Who commanded Apollo 11?
  1. Neil Armstrong
  2. Yuri Gagarin
  3. Michael Collins
Choose one.
1 hint left: :hint takes 25% of the points.
> Neil Armstrong
Right: 1 of 1 point.
  1. Neil Armstrong (yours, right)
  2. Yuri Gagarin
  3. Michael Collins
       He flew the command module.
Armstrong commanded, Aldrin flew the lander with him, Collins stayed in orbit.
The article says, under "Landing on the Moon":
  On 16 July 1969 a Saturn V rose from Florida with three men on board: >>Neil
  Armstrong, the mission's commander<<, Buzz Aldrin, who flew the lander with
  him, and Michael Collins, who stayed in orbit.

Question 2 of 10 [lander]
Who flew in the lander?
  1. Buzz Aldrin
  2. Neil Armstrong
  3. Michael Collins
  4. John Glenn
Choose all that are right. For example: 1 3
> ["Neil Armstrong","Buzz Aldrin"]
Right: 1 of 1 point.
  1. Buzz Aldrin (yours, right)
  2. Neil Armstrong (yours, right)
  3. Michael Collins
  4. John Glenn

Question 3 of 10 [orbit]
Michael Collins walked on the Moon.
True or false? Type t or f.
> false
Right: 1 of 1 point.
  1. True
  2. False (yours, right)

Question 4 of 10 [sea]
Where did the lander set down?
Answer in a few words.
> Sea of Tranquility
Right: 1 of 1 point.
  You wrote: Sea of Tranquility
  Answer: Sea of Tranquility
The article says, under "The landing":
  On 20 July 1969 the lander >>set down in the Sea of Tranquility<< with about
  25 seconds of fuel left. Armstrong stepped out first. The two men gathered
  21.5 kilograms of rock and dust.

Question 5 of 10 [rock]
How much rock did they gather?
Answer with a number (kg).
> 21.5
Right: 1 of 1 point.
  You wrote: 21.5
  Answer: 21.5 kg

Question 6 of 10 [day]
When did the lander set down?
Answer with a date, at least a day.
> 1969-07-20
Right: 1 of 1 point.
  You wrote: 1969-07-20
  Answer: 20 July 1969

Question 7 of 10 [order]
Put these in order.
  1. The crew comes home
  2. Apollo 11 is launched
  3. The lander sets down
Put these in order, first to last. For example: 2 1 3
> ["launch","landing","return"]
Right: 1 of 1 point.
  1. Apollo 11 is launched (16 July 1969) (yours, right place)
  2. The lander sets down (20 July 1969) (yours, right place)
  3. The crew comes home (24 July 1969) (yours, right place)

Question 8 of 10 [jobs]
Who did what?
  1. Armstrong
  2. Collins
with
  a. stayed in orbit
  b. commanded
Find what belongs to each. For example: 1b 2a; 3- leaves one out.
> {"Armstrong":"commanded","Collins":"stayed in orbit"}
Right: 1 of 1 point.
  1. Armstrong: commanded (yours, right)
  2. Collins: stayed in orbit (yours, right)

Question 9 of 10 [fuel]
  The lander had about [gap 1, a number] seconds of [gap 2] left.
Fill in the gaps. One line a gap; - leaves it empty.
> ["25","fuel"]
Right: 1 of 1 point.
  gap 1: 25 (yours, right)
  gap 2: fuel (yours, right)

Question 10 of 10 [why]
Why did one of the three stay in orbit?
Answer in several lines. A line with a single . ends it.
> {"text":"Somebody had to fly the ship home.","rubric":[1,2]}
Right: 1 of 1 point. 2 of 2 points of the rubric
A good answer:
  Somebody had to fly the ship that would take all three home.
It does this:
  1. names the way home (yours does)
  2. names the ship (yours does)

Landing on the Moon
Score: 100%, 10 of 10 points.
10 right.
By tag, weakest first:
  crew: 100%, 3 questions
  landing: 100%, 3 questions
Next:
  - see all your scores: quizline scores moon
exit 0

"#]]);
}

#[test]
fn a_script_may_come_through_standard_input() {
    let folder = with_moon();
    let answers = include_str!("packs/answers.jsonl");
    let ran = folder.run_with(&["take", "moon", "--seed", "1", "--answers", "-"], answers);
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(ran.out.contains("Score: 100%"), "{ran}");
}

#[test]
fn every_fault_of_a_script_is_found_before_anything_is_recorded() {
    let folder = with_moon();
    folder.write(
        "bad.jsonl",
        "{\"question\": \"commander\", \"response\": \"John Glenn\"}\n\
         {\"question\": \"commander\", \"response\": \"Neil Armstrong\"}\n\
         not JSON\n\
         {\"question\": \"comander\", \"response\": \"Neil Armstrong\"}\n\
         {\"question\": \"orbit\", \"response\": [\"x\"]}\n\
         {\"question\": \"rock\", \"response\": \"many\"}\n\
         {\"question\": \"jobs\", \"response\": {\"Glenn\": \"commanded\"}}\n\
         {\"question\": \"why\"}\n",
    );
    let ran = folder.run(&["take", "moon", "--answers", "bad.jsonl"]);
    ran.is(str![[r#"
stderr: error: the answers have 8 faults
stderr:   line 1: `commander`: `John Glenn` is not a choice of this question; give the text of a choice as the pack has it
stderr:   line 2: `commander` is answered a second time; line 1 answers it already
stderr:   line 3: this is no JSON (column 2: expected ident); an entry is {"question": "ID", "response": ANSWER}, alone on its line
stderr:   line 4: there is no question `comander`; did you mean `commander`?
stderr:   line 5: `orbit`: a list does not answer a `true-false` question; give true or false, without quotation marks
stderr:   line 6: `rock`: `many` is not a number; write it in digits, like `2000`, `1.5` or `2 million`
stderr:   line 7: `jobs`: `Glenn` is not a left of this question; give each left as the pack has it
stderr:   line 8: missing field `response`; an entry is {"question": "ID", "response": ANSWER}, alone on its line
exit 3

"#]]);
    let scores = folder.run(&["scores", "--format", "json"]);
    scores.is(str![[r#"
{
"version": 1,
"attempts": []
}
exit 0

"#]]);
}

#[test]
fn answers_that_cannot_be_opened_are_exit_3() {
    let folder = with_moon();
    folder
        .run(&["take", "moon", "--answers", "gone.jsonl"])
        .is(str![[r#"
stderr: error: cannot open the answers `gone.jsonl`: No such file or directory (os error 2)
exit 3

"#]]);
    folder.write("latin.jsonl", b"{\"question\": \"caf\xe9\"}\n");
    for file in ["latin.jsonl", "quizzes"] {
        let ran = folder.run(&["take", "moon", "--answers", file]);
        assert_eq!(ran.code, Some(3), "{ran}");
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "{ran}");
    }
}

#[test]
fn a_score_below_the_least_is_exit_1() {
    let folder = with_moon();
    folder.write(
        "one.jsonl",
        "{\"question\": \"orbit\", \"response\": false}\n",
    );
    let take = |least: &str| {
        folder
            .run(&[
                "take",
                "moon",
                "--answers",
                "one.jsonl",
                "--min-score",
                least,
            ])
            .code
    };
    assert_eq!(take("10"), Some(0));
    assert_eq!(take("11"), Some(1));
    assert_eq!(take("100.5"), Some(2));
}

#[test]
fn quitting_saves_and_resume_goes_on() {
    let folder = with_moon();
    let ran = folder.run_with(&["take", "moon", "--seed", "1"], "Neil Armstrong\n:quit\n");
    assert_eq!(ran.code, Some(4), "{ran}");
    folder.run(&["take", "moon", "--resume"]).is(str![[r#"
Landing on the Moon
How Apollo 11 came to the Sea of Tranquility.
Going on: 1 of 10 questions answered, 9 left, about 5 minutes. Learner: Ada.
Seed 1.

Question 2 of 10 [lander]
Who flew in the lander?
  1. Buzz Aldrin
  2. Neil Armstrong
  3. Michael Collins
  4. John Glenn
Choose all that are right. For example: 1 3
(:help lists the commands)
> 

Landing on the Moon
Score so far: 10%, 1 of 10 points.
1 right, 9 not reached.
Next:
  - go on, 9 questions left: quizline take moon --resume
  - see all your scores: quizline scores moon
exit 4

"#]]);
    // Without the flag a new attempt begins, and it is said; the older one can still be gone on with by its id.
    let ran = folder.run(&["take", "moon", "--seed", "2"]);
    assert_eq!(ran.code, Some(4), "{ran}");
    let ran = folder.run(&["take", "moon"]);
    assert!(ran.err.contains("--resume"), "{ran}");
}

#[test]
fn the_end_of_the_input_writes_nothing() {
    let folder = with_moon();
    let ran = folder.run(&["take", "moon", "--seed", "1"]);
    ran.is(str![[r#"
Landing on the Moon
How Apollo 11 came to the Sea of Tranquility.
10 questions, about 5 minutes. Learner: Ada. Seed 1.

Question 1 of 10 [commander]
Who commanded Apollo 11?
  1. Neil Armstrong
  2. Yuri Gagarin
  3. Michael Collins
Choose one.
1 hint left: :hint takes 25% of the points.
(:help lists the commands)
> 

Landing on the Moon
Score so far: 0%, 0 of 10 points.
10 not reached.
Next:
  - go on, 10 questions left: quizline take moon --resume
  - see all your scores: quizline scores moon
exit 4

"#]]);
    let ran = folder.run(&["scores", "moon", "--responses", "--format", "csv"]);
    ran.is(str![[r#"
"attempt","pack","learner","question","kind","presented","response","credit","penalty","points","elapsed_ms","hints","second_try","answered_at","override"
exit 0

"#]]);
}

#[test]
fn the_same_seed_asks_the_same() {
    let folder = Folder::new();
    let take = |seed: &str| {
        folder
            .run(&["take", "deepseek", "--shuffle", "--seed", seed])
            .out
    };
    assert_eq!(take("7"), take("7"));
    assert_ne!(take("7"), take("8"));
}

#[test]
fn what_is_asked_can_be_chosen() {
    let folder = with_moon();
    let take = |arguments: &[&str]| {
        let mut all = vec!["take", "moon", "--seed", "1"];
        all.extend(arguments);
        folder.run(&all)
    };
    take(&["--tag", "crew", "--count", "2"]).is(str![[r#"
Landing on the Moon
How Apollo 11 came to the Sea of Tranquility.
2 questions, about 1 minute. Learner: Ada. Seed 1.

Question 1 of 2 [commander]
Who commanded Apollo 11?
  1. Neil Armstrong
  2. Yuri Gagarin
  3. Michael Collins
Choose one.
1 hint left: :hint takes 25% of the points.
(:help lists the commands)
> 

Landing on the Moon
Score so far: 0%, 0 of 2 points.
2 not reached.
Next:
  - go on, 2 questions left: quizline take moon --resume
  - see all your scores: quizline scores moon
exit 4

"#]]);
    take(&["--tag", "crew", "--count", "9"]).is(str![[r#"
Landing on the Moon
How Apollo 11 came to the Sea of Tranquility.
3 questions, about 2 minutes. Learner: Ada. Seed 1.
9 questions were asked for; there are 3

Question 1 of 3 [commander]
Who commanded Apollo 11?
  1. Neil Armstrong
  2. Yuri Gagarin
  3. Michael Collins
Choose one.
1 hint left: :hint takes 25% of the points.
(:help lists the commands)
> 

Landing on the Moon
Score so far: 0%, 0 of 3 points.
3 not reached.
Next:
  - go on, 3 questions left: quizline take moon --resume
  - see all your scores: quizline scores moon
exit 4

"#]]);
    take(&["--tag", "cheese"]).is(str![[r#"
stderr: error: no question has the tag `cheese` (there are crew and landing)
exit 2

"#]]);
    take(&["--missed"]).is(str![[r#"
Nothing is missed: you have not answered a question of this pack yet.
exit 0

"#]]);
}

#[test]
fn a_pack_that_is_not_there_is_exit_3() {
    let folder = with_moon();
    for pack in ["mon", "./mon.toml", "quizzes", "quizzes/moon.md"] {
        let ran = folder.run(&["take", pack]);
        assert_eq!(ran.code, Some(3), "{ran}");
        assert_eq!(ran.out, "", "{ran}");
    }
    folder.run(&["take", "mon"]).is(str![[r#"
stderr: error: no pack is called `mon`: looked in `quizzes`, `[FOLDER]/.local/share/quizline/packs` (no such folder) and the built-in packs; did you mean `moon`?
exit 3

"#]]);
    folder.run(&["take", "./mon.toml"]).is(str![[r#"
stderr: error: there is no file `./mon.toml`
exit 3

"#]]);
}

#[test]
fn questions_with_faults_are_left_out_and_named() {
    let folder = with_moon();
    let faulty = include_str!("packs/moon.toml").replacen("answer      = ", "anser       = ", 1);
    folder.write("quizzes/moon.toml", faulty);
    let ran = folder.run(&["take", "moon", "--seed", "1", "--count", "1"]);
    ran.is(str![[r#"
Landing on the Moon
How Apollo 11 came to the Sea of Tranquility.
1 question, about 1 minute. Learner: Ada. Seed 1.
1 question of `quizzes/moon.toml` has faults and is left out: run `quizline
check quizzes/moon.toml`

Question 1 of 1 [lander]
Who flew in the lander?
  1. Buzz Aldrin
  2. Neil Armstrong
  3. Michael Collins
  4. John Glenn
Choose all that are right. For example: 1 3
(:help lists the commands)
> 

Landing on the Moon
Score so far: 0%, 0 of 1 points.
1 not reached.
Next:
  - go on, 1 question left: quizline take moon --resume
  - see all your scores: quizline scores moon
exit 4

"#]]);
}

#[test]
fn a_pack_with_nothing_to_ask_is_exit_3() {
    let folder = Folder::new();
    folder
        .write("quizzes/headless.toml", "format = 1\n")
        .write("quizzes/empty.toml", "format = 1\ntitle = \"Nothing\"\n")
        .write("quizzes/newer.toml", "format = 2\ntitle = \"Newer\"\n");
    for (pack, shown) in [
        (
            "headless",
            str![[r#"
stderr: error: `quizzes/headless.toml` is no valid pack: run `quizline check headless`
exit 3

"#]],
        ),
        (
            "empty",
            str![[r#"
stderr: error: `quizzes/empty.toml` has no questions
exit 3

"#]],
        ),
        (
            "newer",
            str![[r#"
stderr: error: `quizzes/newer.toml` is no valid pack: run `quizline check newer`
exit 3

"#]],
        ),
    ] {
        folder.run(&["take", pack]).is(shown);
    }
}

#[test]
fn without_anybody_to_pick_one_a_pack_has_to_be_named() {
    let folder = with_moon();
    let ran = folder.run(&["take"]);
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(
        ran.err.starts_with("error: which pack? There are moon"),
        "{ran}"
    );
    // Lines of answers are no choice from a menu.
    let ran = folder.run_with(&["take", "--answers", "-"], "1\n");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran}");
}

#[test]
fn nobody_goes_on_with_the_attempt_of_another() {
    let folder = with_moon();
    let begun = folder.run_with(&["take", "moon"], "Neil Armstrong\n");
    assert_eq!(begun.code, Some(4), "{begun}");
    let scores = folder.run(&["scores", "--format", "json"]).out;
    let scores: serde_json::Value = serde_json::from_str(&scores).expect("it is JSON");
    let id = scores["attempts"][0]["id"].as_str().expect("it has an id");
    let resume = |learner| folder.run(&["take", "moon", "--resume", id, "--learner", learner]);
    let ran = resume("Bob");
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{ran}");
    assert!(ran.err.contains("is not Bob's"), "{ran}");
    assert!(resume(" aDA ").out.contains("Going on"), "{ran}");
}
