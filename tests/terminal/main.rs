//! What a person at a terminal sees: programs driven through a pseudo-terminal with a model of the screen.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod interface;
mod program;
mod pty;
mod role;
mod walk;

use pty::Pty;

#[test]
fn the_harness_sees_a_screen_types_and_waits_for_the_end() {
    let script = "printf 'name? '; read name; printf 'hello %s\\n' \"$name\"; exit 3";
    let mut pty = Pty::spawn("/bin/sh", &["-c", script], &[], 10, 40);
    pty.wait("the question", |screen| screen.contents().contains("name?"));
    pty.type_in("Ada\r");
    let status = pty.end();
    assert_eq!(status.code(), Some(3));
    assert!(pty.contents().contains("hello Ada"), "{}", pty.contents());
    assert!(pty.is_as_before());
}
