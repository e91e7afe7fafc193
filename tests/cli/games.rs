//! `timeline --play` in line mode: whole transcripts of the four games, going on, scores, and packs without a game.

use std::fmt::Write as _;

use snapbox::str;

use crate::program::{Folder, with_moon};

/// Five events; the fourth of them has no passage.
const SPACE: &str = r#"
format = 1
title = "Space"
[article]
file = "space.md"
[[events]]
id = "sputnik"
when = 1957-10-04
title = "Sputnik flies"
detail = "A ball that beeps."
passage = "On 4 October 1957 Sputnik flew"
[[events]]
id = "gagarin"
when = 1961-04-12
title = "Gagarin circles the Earth"
passage = "in 1961 Gagarin followed"
[[events]]
id = "moon"
when = 1969-07-20
title = "Americans walk on the Moon"
[[events]]
id = "apollo"
when = "1961..1972"
title = "The Apollo programme"
[[events]]
id = "mir"
when = "1986?"
title = "Mir is launched"
[[events]]
id = "iss"
when = 1998-11-20
title = "The ISS is begun"
[[questions]]
id = "q"
kind = "true-false"
prompt = "Sputnik came first."
answer = true
"#;

fn with_space() -> Folder {
    let folder = Folder::new();
    folder.write("quizzes/space.toml", SPACE).write(
        "quizzes/space.md",
        "# Space\n\nOn 4 October 1957 Sputnik flew; in 1961 Gagarin followed.\n",
    );
    folder
}

fn play<'a>(game: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec!["timeline", "space", "--play", game, "--seed", "2"];
    arguments.extend(more);
    arguments
}

#[test]
fn events_are_put_in_order() {
    let ran = with_space().run_with(&play("order", &["--count", "2"]), "2 1 3 4\n1 2 3\n");
    ran.is(str![[r#"
Space: put events in order
Put the events of each round in order, the earliest first. What is nearly in
order earns nearly all.
2 rounds, about 1 minute. Learner: Ada. Seed 2.

Round 1 of 2
Order these events by when they began, the earliest first.
  1. The ISS is begun
  2. Americans walk on the Moon
  3. The Apollo programme
  4. Sputnik flies
Put these in order, first to last. For example: 2 1 3
(:help lists the commands)
> 2 1 3 4
Wrong: 0 of 1 point. 2 of 4 already in order; move The Apollo programme and
Sputnik flies up (1 of 6 pairs are right)
  1. Sputnik flies (4 October 1957) (yours was place 4)
  2. The Apollo programme (1961 – 1972) (yours was place 3)
  3. Americans walk on the Moon (20 July 1969) (yours was place 1, in right
     order)
  4. The ISS is begun (20 November 1998) (yours was place 2, in right order)

Round 2 of 2
Order these events by when they happened, the earliest first.
  1. Sputnik flies
  2. The ISS is begun
  3. Gagarin circles the Earth
  4. Americans walk on the Moon
Put these in order, first to last. For example: 2 1 3
> 1 2 3
4 is missing: give all 4 numbers in the right order, as in 2 1 3 4.
> 

Space: put events in order
Score so far: 0%, 0 of 2 points.
1 wrong, 1 not reached.
Missed:
  1. Order these events by when they began, the earliest first, 0%
     Answer: Sputnik flies → The Apollo programme → Americans walk on the Moon →
             The ISS is begun
Next:
  - go on, 1 round left: quizline timeline space --play order --resume
  - see the timeline: quizline timeline space
  - see all your scores: quizline scores space
exit 4

"#]]);
}

#[test]
fn the_third_wrong_card_ends_the_game() {
    let ran = with_space().run_with(&play("place", &[]), "1\n2\nz\n1\n1\n");
    ran.is(str![[r#"
Space: find the place in the line
Every card goes to its place in a line that grows. The third wrong card ends the
game.
4 rounds, about 2 minutes. Learner: Ada. Seed 2.

Round 1 of 4, 3 lives left
“The ISS is begun”: where does it belong?
  1. before Sputnik flies (4 Oct 1957)
  2. after Sputnik flies (4 Oct 1957)
Choose one.
(:help lists the commands)
> 1
Wrong: 0 of 1 point. 2 lives left.
  1. before Sputnik flies (4 Oct 1957) (yours, wrong)
       41 years too early
  2. after Sputnik flies (4 Oct 1957) (right answer)
“The ISS is begun”: 20 November 1998.

Round 2 of 4, 2 lives left
“Gagarin circles the Earth”: where does it belong?
  1. before Sputnik flies (4 Oct 1957)
  2. between Sputnik flies (4 Oct 1957) and The ISS is begun
  3. after The ISS is begun (20 Nov 1998)
Choose one.
> 2
Right: 1 of 1 point.
  1. before Sputnik flies (4 Oct 1957)
  2. between Sputnik flies (4 Oct 1957) and The ISS is begun (yours, right)
  3. after The ISS is begun (20 Nov 1998)
“Gagarin circles the Earth”: 12 April 1961.
The article says, under "Space":
  in 1961 Gagarin followed

Round 3 of 4, 2 lives left
“Americans walk on the Moon”: where does it belong?
  1. before Sputnik flies (4 Oct 1957)
  2. between Sputnik flies (4 Oct 1957) and Gagarin circles the Earth
  3. between Gagarin circles the Earth (12 Apr 1961) and The ISS is begun
  4. after The ISS is begun (20 Nov 1998)
Choose one.
> z
`z` is none of the choices: give a number from 1 to 4, a letter from a to d, or
a choice's text.
> 1
Wrong: 0 of 1 point. 1 life left.
  1. before Sputnik flies (4 Oct 1957) (yours, wrong)
       12 years too early
  2. between Sputnik flies (4 Oct 1957) and Gagarin circles the Earth
  3. between Gagarin circles the Earth (12 Apr 1961) and The ISS is begun (right
     answer)
  4. after The ISS is begun (20 Nov 1998)
“Americans walk on the Moon”: 20 July 1969.

Round 4 of 4, 1 life left
“The Apollo programme”: where does it belong? What lasted counts by when it
began.
  1. before Sputnik flies (4 Oct 1957)
  2. between Sputnik flies (4 Oct 1957) and Gagarin circles the Earth
  3. between Gagarin circles the Earth (12 Apr 1961) and Americans walk on the
     Moon
  4. between Americans walk on the Moon (20 Jul 1969) and The ISS is begun
  5. after The ISS is begun (20 Nov 1998)
Choose one.
> 1
Wrong: 0 of 1 point. That was the third wrong card: the game ends here.
  1. before Sputnik flies (4 Oct 1957) (yours, wrong)
       4 years too early
  2. between Sputnik flies (4 Oct 1957) and Gagarin circles the Earth (right
     answer)
  3. between Gagarin circles the Earth (12 Apr 1961) and Americans walk on the
     Moon (right answer)
  4. between Americans walk on the Moon (20 Jul 1969) and The ISS is begun
  5. after The ISS is begun (20 Nov 1998)
“The Apollo programme”: 1961 – 1972.

Space: find the place in the line
Score: 25%, 1 of 4 points. Guessing earns about 35%.
1 right, 3 wrong.
Missed:
  1. “The ISS is begun”: where does it belong?, 0%
     Answer: after Sputnik flies (4 Oct 1957)
  3. “Americans walk on the Moon”: where does it belong?, 0%
     Answer: between Gagarin circles the Earth (12 Apr 1961) and The ISS is
             begun
  4. “The Apollo programme”: where does it belong?, 0%
     Answer: between Sputnik flies (4 Oct 1957) and Gagarin circles the Earth
Next:
  - play again: quizline timeline space --play place
  - see the timeline: quizline timeline space
  - see all your scores: quizline scores space
exit 0

"#]]);
}

#[test]
fn which_of_two_came_first_is_told() {
    let ran = with_space().run_with(&play("which-first", &["--count", "3"]), "1\n:dontknow\n2\n");
    ran.is(str![[r#"
Space: which came first?
Two events, one came first. They come closer as the game goes on.
3 rounds, about 2 minutes. Learner: Ada. Seed 2.

Round 1 of 3
Which came first?
  1. The ISS is begun
  2. Gagarin circles the Earth
Choose one.
(:help lists the commands)
> 1
Wrong: 0 of 1 point.
  1. The ISS is begun (yours, wrong)
       20 November 1998
  2. Gagarin circles the Earth (right answer)
       12 April 1961
The article says, under "Space":
  in 1961 Gagarin followed

Round 2 of 3
Which came first?
  1. Americans walk on the Moon
  2. Sputnik flies
Choose one.
> :dontknow
Wrong: 0 of 1 point. You asked to be shown.
  1. Americans walk on the Moon
       20 July 1969
  2. Sputnik flies (right answer)
       4 October 1957
“Sputnik flies”: 4 October 1957. A ball that beeps.
The article says, under "Space":
  On 4 October 1957 Sputnik flew

Round 3 of 3
Which began first?
  1. The Apollo programme
  2. Sputnik flies
Choose one.
> 2
Right: 1 of 1 point.
  1. The Apollo programme
       1961 – 1972
  2. Sputnik flies (yours, right)
       4 October 1957
“Sputnik flies”: 4 October 1957. A ball that beeps.
The article says, under "Space":
  On 4 October 1957 Sputnik flew

Space: which came first?
Score: 33%, 1 of 3 points. Guessing earns about 50%.
1 right, 1 wrong, 1 don't know.
Missed:
  1. Which came first? Gagarin circles the Earth / The ISS is begun, 0%
     Answer: Gagarin circles the Earth
  2. Which came first? Sputnik flies / Americans walk on the Moon, 0%
     Answer: Sputnik flies
Next:
  - play again: quizline timeline space --play which-first
  - see the timeline: quizline timeline space
  - see all your scores: quizline scores space
exit 0

"#]]);
}

#[test]
fn a_date_is_guessed_in_any_form() {
    let input = "Oct. 4, 1957\n1960s\n1965\nlate 1999\n1961-04\n";
    let ran = with_space().run_with(&play("date", &[]), input);
    ran.is(str![[r#"
Space: when was it?
Say when it was: the closer, the more it earns.
5 rounds, about 3 minutes. Learner: Ada. Seed 2.

Round 1 of 5
“Gagarin circles the Earth”: when was that? Give a year. 4 years off still earns
half.
Answer with a date, at least a year.
(:help lists the commands)
> Oct. 4, 1957
Partly right, 50%: 0.5 of 1 point. read as 4 October 1957: 4 years off
  You wrote: Oct. 4, 1957
  Answer: 12 April 1961
The article says, under "Space":
  in 1961 Gagarin followed

Round 2 of 5
“The Apollo programme”: when did that begin? Give a year. 4 years off still
earns half.
Answer with a date, at least a year.
> 1960s
Asked again, at no cost: `1960s` is not exact enough
give a year
> 1965
Partly right, 50%: 0.5 of 1 point. read as 1965: 4 years off
  You wrote: 1965
  Answer: 1961 – 1972

Round 3 of 5
“The ISS is begun”: when was that? Give a year. 4 years off still earns half.
Answer with a date, at least a year.
> late 1999
Partly right, 96%: 0.958 of 1 point. read as late 1999: 1 year off
  You wrote: late 1999
  Answer: 20 November 1998

Round 4 of 5
“Sputnik flies”: when was that? Give a year. 4 years off still earns half.
Answer with a date, at least a year.
> 1961-04
Partly right, 50%: 0.5 of 1 point. read as April 1961: 4 years off
  You wrote: 1961-04
  Answer: 4 October 1957
A ball that beeps.
The article says, under "Space":
  On 4 October 1957 Sputnik flew

Round 5 of 5
“Americans walk on the Moon”: when was that? Give a year. 4 years off still
earns half.
Answer with a date, at least a year.
> 

Space: when was it?
Score so far: 49%, 2.458 of 5 points.
4 partly right, 1 not reached.
Missed:
  1. “Gagarin circles the Earth”: when was that?, 50%
     Answer: 12 April 1961
  2. “The Apollo programme”: when did that begin?, 50%
     Answer: 1961 – 1972
  3. “The ISS is begun”: when was that?, 96%
     Answer: 20 November 1998
  4. “Sputnik flies”: when was that?, 50%
     Answer: 4 October 1957
Next:
  - go on, 1 round left: quizline timeline space --play date --resume
  - see the timeline: quizline timeline space
  - see all your scores: quizline scores space
exit 4

"#]]);
}

#[test]
fn a_game_that_was_left_goes_on_and_is_listed_with_its_mode() {
    let folder = with_space();
    let ran = folder.run_with(&play("date", &[]), "1960\n:skip\n:quit\n");
    assert_eq!(ran.code, Some(4), "{ran}");
    assert!(ran.out.contains("`skip` does nothing here."), "{ran}");
    // A quiz does not go on with a game.
    let ran = folder.run_with(&["take", "space", "--resume"], "t\n");
    assert!(ran.err.contains("nothing was left unfinished"), "{ran}");
    assert!(ran.out.contains("1 right."), "{ran}");
    // Nor does another game.
    let ran = folder.run(&["timeline", "space", "--play", "order", "--resume"]);
    assert!(ran.err.contains("no game was left unfinished"), "{ran}");
    let ran = folder.run(&["timeline", "space", "--play", "date"]);
    assert!(ran.err.contains("--play date --resume` goes on"), "{ran}");
    let go_on = ["timeline", "space", "--play", "date", "--resume"];
    let ran = folder.run_with(&go_on, "1960\n1960\n1960\n1960\n");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran}");
    assert!(
        ran.out.contains("Going on: 1 of 5 rounds played, 4 left"),
        "{ran}"
    );
    assert!(ran.out.contains("Round 2 of 5\n"), "{ran}");
    folder.run(&["scores", "space"]).is(str![[r#"
Started           Pack   Mode      Answered      Points  Score  State
[WHEN]            space  timeline    0 of 5      0 of 5     0%  unfinished
[WHEN]            space  timeline    0 of 5      0 of 5     0%  unfinished
[WHEN]            space  practice    1 of 1      1 of 1   100%  finished
[WHEN]            space  timeline    5 of 5  2.593 of 5    52%  finished
exit 0

"#]]);
    let ran = folder.run(&["scores", "--responses", "--format", "json"]);
    assert!(ran.out.contains(r#""question":"@date""#), "{ran}");
    // Best score and history of the quiz know nothing of games.
    let ran = folder.run_with(&[], ":quit\n");
    assert!(ran.out.contains("best 100%"), "{ran}");
}

#[test]
fn a_changed_pack_begins_a_new_game() {
    let folder = with_space();
    folder.run_with(&play("date", &[]), "1960\n");
    folder.write(
        "quizzes/space.toml",
        SPACE.replace("1961-04-12", "1961-04-13"),
    );
    let ran = folder.run_with(
        &["timeline", "space", "--play", "date", "--resume"],
        "1960\n",
    );
    assert!(
        ran.out
            .contains("The events have changed since that game was left"),
        "{ran}"
    );
    assert!(ran.out.contains("Round 1 of 5"), "{ran}");
}

#[test]
fn the_same_seed_gives_the_same_game() {
    for game in ["order", "place", "which-first", "date"] {
        let begun = || {
            let ran = with_moon().run(&["timeline", "moon", "--play", game, "--seed", "7"]);
            assert_eq!((ran.code, ran.err.as_str()), (Some(4), ""), "{ran}");
            ran.out
        };
        assert_eq!(begun(), begun());
    }
}

#[test]
fn a_pack_without_a_game_is_told_what_is_missing() {
    let folder = Folder::new();
    let head = "format = 1\ntitle = \"Few\"\n";
    let event = |id: &str, when: &str| {
        format!("[[events]]\nid = \"{id}\"\nwhen = \"{when}\"\ntitle = \"{id}\"\n")
    };
    let question =
        "[[questions]]\nid = \"q\"\nkind = \"true-false\"\nprompt = \"Is it?\"\nanswer = true\n";
    folder
        .write("quizzes/none.toml", format!("{head}{question}"))
        .write("quizzes/one.toml", format!("{head}{}", event("a", "1957")))
        .write(
            "quizzes/open.toml",
            format!(
                "{head}{}{}{}",
                event("a", "1957"),
                event("b", "1957-10"),
                event("c", "1990?")
            ),
        );
    let mut told = String::new();
    for pack in ["none", "one", "open"] {
        for game in ["order", "which-first", "place", "date"] {
            let ran = folder.run(&["timeline", pack, "--play", game]);
            let last = ran.out.lines().next().unwrap_or_default();
            writeln!(told, "{pack} {:?}: {last}", ran.code).unwrap();
            assert_eq!(ran.err, "");
        }
    }
    snapbox::assert_data_eq!(
        told,
        str![[r#"
none Some(0): The game `order` needs 3 events whose order can be told; this pack has none.
none Some(0): The game `which-first` needs 2 events whose order can be told; this pack has none.
none Some(0): The game `place` needs 3 events whose order can be told; this pack has none.
none Some(0): The game `date` needs an event with a sure date; this pack has none.
one Some(0): The game `order` needs 3 events whose order can be told; this pack has 1.
one Some(0): The game `which-first` needs 2 events whose order can be told; this pack has 1.
one Some(0): The game `place` needs 3 events whose order can be told; this pack has 1.
one Some(4): Few: when was it?
open Some(0): The game `order` needs 3 events whose order can be told; this pack has 1.
open Some(0): The game `which-first` needs 2 events whose order can be told; this pack has 1.
open Some(0): The game `place` needs 3 events whose order can be told; this pack has 1.
open Some(4): Few: when was it?

"#]]
    );
}

#[test]
fn more_rounds_than_there_are_is_said_and_none_is_wrong_usage() {
    let ran = with_space().run(&play("date", &["--count", "40"]));
    assert!(
        ran.out
            .contains("40 rounds were asked for; these events give 5"),
        "{ran}"
    );
    for count in ["0", "51", "x"] {
        let ran = with_space().run(&play("date", &["--count", count]));
        assert_eq!(ran.code, Some(2), "{ran}");
        assert!(ran.err.contains("a number from 1 to 50 is needed"), "{ran}");
    }
    let ran = with_space().run(&["timeline", "space", "--count", "3"]);
    assert_eq!(ran.code, Some(2), "{ran}");
    let ran = with_space().run(&play("date", &["--axis"]));
    assert_eq!(ran.code, Some(2), "{ran}");
}

#[test]
fn a_game_is_found_by_numbers() {
    let folder = with_space();
    let ran = folder.run_with(&[], "1\n4\n3\n1\n:quit\n:quit\n:quit\n:quit\n");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran}");
    assert!(ran.out.contains("Space: play with the timeline"), "{ran}");
    assert!(ran.out.contains("Which came first?"), "{ran}");
    // Going on is asked for, as at a quiz.
    let ran = folder.run_with(&[], "1\n4\n3\ny\n1\n:quit\n:quit\n:quit\n:quit\n");
    assert!(ran.out.contains("rounds played"), "{ran}");
    assert!(ran.out.contains("Going on: 1 of "), "{ran}");
}
