//! The program without a command, line by line.

use crate::program::with_moon;

#[test]
fn a_quiz_is_found_taken_and_gone_on_with_by_numbers() {
    let folder = with_moon();
    // The pack of this folder stands first; taking it is the first thing that is offered.
    let ran = folder.run_with(&[], "1\n1\nNeil Armstrong\n:quit\n:quit\n:quit\n");
    assert_eq!(ran.err, "", "{ran}");
    assert!(ran.out.contains("Learner: Ada"), "{ran}");
    assert!(ran.out.contains("Question 1 of 10 [commander]"), "{ran}");
    assert!(ran.out.contains("\nRight: 1 of 1 point."), "{ran}");
    let ran = folder.run_with(&[], "\n");
    assert!(
        ran.out.contains("Going on: 1 of 10 questions answered"),
        "{ran}"
    );
}

#[test]
fn the_end_of_the_input_in_mid_quiz_is_exit_4_and_shows_no_further_screen() {
    let ran = with_moon().run_with(&[], "1\n1\nNeil Armstrong\n");
    assert_eq!((ran.code, ran.err.as_str()), (Some(4), ""), "{ran}");
    assert_eq!(ran.out.matches("See your scores").count(), 1, "{ran}");
    assert!(ran.out.contains("Score so far"), "{ran}");
}

#[test]
fn the_end_of_the_input_ends_it_well() {
    let ran = with_moon().run(&[]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran}");
}
