//! Whether standard input has something to read now. Unix asks the system; elsewhere a read is taken to be possible,
//! which is true of files and of pipes whose writer is done.

/// Whether a read from standard input would return at once: lines, or the end.
#[cfg(unix)]
#[must_use]
pub fn standard_input_is_ready() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let input = std::io::stdin();
    let mut asked = [PollFd::new(&input, PollFlags::IN)];
    let at_once = Timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    poll(&mut asked, Some(&at_once)).is_ok_and(|ready| ready > 0)
}

/// Whether a read from standard input would return at once: taken to be so.
#[cfg(not(unix))]
#[must_use]
pub fn standard_input_is_ready() -> bool {
    true
}
