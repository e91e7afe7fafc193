//! A program in a pseudo-terminal. The child is not the leader of a session: when a leader ends, the terminal is hung
//! up and its last output may be lost (measured: 3 of 4,000 runs). Nothing here sleeps: it waits for what the screen
//! shows.

use std::{
    fs::File,
    io::{Read, Write},
    num::NonZeroU16,
    os::unix::process::CommandExt,
    process::{Child, Command, ExitStatus},
    sync::{Arc, Condvar, Mutex, MutexGuard},
    thread,
    time::Duration,
};

use rustix::{
    process::{Pid, Signal, kill_process},
    pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt},
    termios::{Termios, Winsize, tcgetattr, tcsetwinsize},
};

/// Far above what any step takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(20);

/// Written behind all that a program wrote.
const MARK: &str = "\x1b]0;end of output\x07";

/// A program in a pseudo-terminal.
pub(crate) struct Pty {
    child: Child,
    master: File,
    /// Held open so that the modes of the terminal can be looked at when the program has ended.
    slave: File,
    before: Termios,
    state: Arc<(Mutex<State>, Condvar)>,
}

struct State {
    parser: vt100::Parser,
    /// All that the program wrote.
    bytes: Vec<u8>,
}

fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

fn window(rows: u16, cols: u16) -> Winsize {
    Winsize {
        ws_row: rows,
        ws_col: cols,
        ws_xpixel: 0,
        ws_ypixel: 0,
    }
}

impl Pty {
    /// Starts a program in a window of this size. Its environment is `TERM`, `LANG`, `PATH` and `env` alone.
    pub(crate) fn spawn(
        program: &str,
        arguments: &[&str],
        env: &[(&str, &str)],
        rows: u16,
        cols: u16,
    ) -> Self {
        let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
        let master = openpt(flags).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        let name = ptsname(&master, Vec::new()).unwrap();
        let slave = rustix::fs::open(
            name.as_c_str(),
            rustix::fs::OFlags::RDWR | rustix::fs::OFlags::NOCTTY | rustix::fs::OFlags::CLOEXEC,
            rustix::fs::Mode::empty(),
        )
        .unwrap();
        tcsetwinsize(&slave, window(rows, cols)).unwrap();
        let before = tcgetattr(&slave).unwrap();
        let (master, slave) = (File::from(master), File::from(slave));
        let child = Command::new(program)
            .args(arguments)
            .env_clear()
            .env("TERM", "xterm-256color")
            .env("LANG", "C.UTF-8")
            .env("PATH", "/usr/bin:/bin")
            .envs(env.iter().copied())
            .stdin(slave.try_clone().unwrap())
            .stdout(slave.try_clone().unwrap())
            .stderr(slave.try_clone().unwrap())
            // A group of its own, so that Ctrl-Z stops the program and not the tests.
            .process_group(0)
            .spawn()
            .unwrap();
        let state = State {
            parser: vt100::Parser::new(cells(rows), cells(cols), 1000),
            bytes: Vec::new(),
        };
        let state = Arc::new((Mutex::new(state), Condvar::new()));
        let (mut reader, seen) = (master.try_clone().unwrap(), Arc::clone(&state));
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                let mut state = seen.0.lock().unwrap();
                state.parser.process(&bytes[..read]);
                state.bytes.extend_from_slice(&bytes[..read]);
                seen.1.notify_all();
            }
        });
        Self {
            child,
            master,
            slave,
            before,
            state,
        }
    }

    /// Types.
    pub(crate) fn type_in(&mut self, keys: &str) {
        self.master.write_all(keys.as_bytes()).unwrap();
    }

    /// Waits until the screen shows what is wanted; fails with the screen when it does not.
    pub(crate) fn wait(&self, what: &str, shows: impl Fn(&vt100::Screen) -> bool) {
        let (state, changed) = &*self.state;
        let (state, waited) = changed
            .wait_timeout_while(state.lock().unwrap(), LIMIT, |state| {
                !shows(state.parser.screen())
            })
            .unwrap();
        assert!(
            !waited.timed_out(),
            "{what} does not show:\n{}",
            state.parser.screen().contents()
        );
    }

    /// Waits until the screen shows a text.
    pub(crate) fn wait_text(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// What the screen shows.
    pub(crate) fn contents(&self) -> String {
        self.lock().parser.screen().contents()
    }

    /// Whether the cursor is hidden.
    pub(crate) fn cursor_is_hidden(&self) -> bool {
        self.lock().parser.screen().hide_cursor()
    }

    /// All that was written so far.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.lock().bytes.clone()
    }

    /// Gives the window another size and tells the program.
    pub(crate) fn resize(&mut self, rows: u16, cols: u16) {
        {
            let mut state = self.lock();
            state.parser.screen_mut().set_size(cells(rows), cells(cols));
        }
        tcsetwinsize(&self.slave, window(rows, cols)).unwrap();
        self.signal(Signal::WINCH);
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// Waits until the program has been stopped (Ctrl-Z).
    pub(crate) fn wait_stopped(&self) {
        use rustix::process::{WaitOptions, waitpid};
        let (_, status) = waitpid(Some(self.pid()), WaitOptions::UNTRACED)
            .unwrap()
            .unwrap();
        assert!(status.stopped(), "not stopped: {status:?}");
    }

    /// Waits for the end of the program and of its output.
    pub(crate) fn end(&mut self) -> ExitStatus {
        let (send, receive) = std::sync::mpsc::channel();
        let pid = self.pid();
        thread::spawn(move || {
            if receive.recv_timeout(LIMIT).is_err() {
                // Gone already when it ended in the last moment.
                let _ = kill_process(pid, Signal::KILL);
            }
        });
        let status = self.child.wait().unwrap();
        let _ = send.send(());
        self.slave.write_all(MARK.as_bytes()).unwrap();
        let (state, changed) = &*self.state;
        let ended = |state: &mut State| !state.bytes.ends_with(MARK.as_bytes());
        let (state, waited) = changed
            .wait_timeout_while(state.lock().unwrap(), LIMIT, ended)
            .unwrap();
        assert!(!waited.timed_out(), "the output does not end");
        drop(state);
        status
    }

    /// Whether the terminal is as the program found it: modes, cursor, bracketed paste.
    pub(crate) fn is_as_before(&self) -> bool {
        let now = tcgetattr(&self.slave).unwrap();
        let modes = now.local_modes == self.before.local_modes
            && now.input_modes == self.before.input_modes
            && now.output_modes == self.before.output_modes;
        let state = self.lock();
        let screen = state.parser.screen();
        modes && !screen.hide_cursor() && !screen.bracketed_paste()
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.0.lock().unwrap()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // It has ended, unless a test failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
