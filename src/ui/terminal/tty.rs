//! The terminal itself: raw mode behind a guard, one wait for keys and signals, its size. The only Unix code of the
//! program's interfaces; knows nothing of what is shown.

use std::{
    collections::VecDeque,
    io::{self, Read, Write},
    os::unix::net::UnixStream,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    termios::{OptionalActions, Termios, tcgetattr, tcgetwinsize, tcsetattr},
};
use signal_hook::{
    SigId,
    consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH},
    flag, low_level,
};

use super::keys::{Decoder, Key};
use crate::ui::UiError;

/// What happened while waiting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// A key; never Ctrl-C, which is [`UiError::Signal`].
    Key(Key),
    /// Ctrl-Z: the caller puts the cursor where others may write and calls [`Tty::suspend`].
    Suspend,
    /// The window has another size now.
    Resized,
    /// The program was stopped and goes on: what stands on the screen is unknown.
    Continued,
}

/// Columns and rows of the window, at least 1 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) rows: usize,
    pub(super) cols: usize,
}

/// The terminal on standard input and output, with the signals that matter to it.
#[derive(Debug)]
pub(super) struct Tty {
    wake: UnixStream,
    signals: [Signal; 5],
    ids: Vec<SigId>,
    decoder: Decoder,
    keys: VecDeque<Key>,
    /// The size changed during a dialog: what stands above it has not been told.
    resized: bool,
}

#[derive(Debug)]
struct Signal {
    number: i32,
    came: Arc<AtomicBool>,
}

impl Tty {
    /// Listens to signals from now on; they are reported by [`Tty::next`] and nowhere else, on the calling thread.
    pub(super) fn open() -> io::Result<Self> {
        let (wake, wakes) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        let mut ids = Vec::new();
        let signals = [SIGHUP, SIGTERM, SIGINT, SIGCONT, SIGWINCH].map(|number| Signal {
            number,
            came: Arc::new(AtomicBool::new(false)),
        });
        for signal in &signals {
            ids.push(flag::register(signal.number, Arc::clone(&signal.came))?);
            ids.push(low_level::pipe::register(
                signal.number,
                wakes.try_clone()?,
            )?);
        }
        Ok(Self {
            wake,
            signals,
            ids,
            decoder: Decoder::default(),
            keys: VecDeque::new(),
            resized: false,
        })
    }

    /// The size of the window; 24 x 80 when it does not say.
    pub(super) fn size() -> Size {
        let or = |n: u16, otherwise| if n == 0 { otherwise } else { usize::from(n) };
        tcgetwinsize(io::stdout()).map_or(Size { rows: 24, cols: 80 }, |size| Size {
            rows: or(size.ws_row, 24),
            cols: or(size.ws_col, 80),
        })
    }

    /// Forgets keys that were read and not taken; [`Raw`] drops those that were not read.
    pub(super) fn forget(&mut self) {
        self.decoder = Decoder::default();
        self.keys.clear();
    }

    /// Forgets an interrupt that was meant for another program, which had the terminal meanwhile.
    pub(super) fn forgive(&self) {
        self.signals[2].came.store(false, Ordering::Relaxed);
    }

    /// Whether the window's size changed, or the program was stopped, and nobody has looked at it yet.
    pub(super) fn disturbed(&self) -> bool {
        self.signals[3..]
            .iter()
            .any(|signal| signal.came.load(Ordering::Relaxed))
    }

    /// Whether a signal that ends the program has come.
    pub(super) fn ended(&self) -> Result<(), UiError> {
        match self.signals[..3]
            .iter()
            .find(|signal| signal.came.load(Ordering::Relaxed))
        {
            Some(signal) => Err(UiError::Signal(signal.number)),
            None => Ok(()),
        }
    }

    /// Waits for a key, a signal or a new size.
    pub(super) fn next(&mut self, raw: &Raw) -> Result<Event, UiError> {
        loop {
            self.ended()?;
            let [.., continued, resized] = &self.signals;
            if continued.came.swap(false, Ordering::Relaxed) {
                raw.enter()?;
                return Ok(Event::Continued);
            }
            if resized.came.swap(false, Ordering::Relaxed) | std::mem::take(&mut self.resized) {
                return Ok(Event::Resized);
            }
            match self.keys.pop_front() {
                Some(Key::Ctrl('c')) => return Err(UiError::Signal(SIGINT)),
                Some(Key::Ctrl('z')) => return Ok(Event::Suspend),
                Some(key) => return Ok(Event::Key(key)),
                None => self.wait(self.decoder.waits())?,
            }
        }
    }

    /// Waits until a key can be read, and leaves it there for a dialog; false when the size changed or the program was
    /// stopped meanwhile, so that what stands there has to be shown anew.
    pub(super) fn readable(&mut self) -> Result<bool, UiError> {
        loop {
            self.ended()?;
            let [.., continued, resized] = &self.signals;
            if continued.came.swap(false, Ordering::Relaxed) {
                return Ok(false);
            }
            if resized.came.swap(false, Ordering::Relaxed) {
                self.resized = true;
                return Ok(false);
            }
            let (stdin, wake) = (io::stdin(), &self.wake);
            let mut fds = [
                PollFd::new(&stdin, PollFlags::IN),
                PollFd::new(wake, PollFlags::IN),
            ];
            match poll(&mut fds, None) {
                Ok(_) if !fds[1].revents().is_empty() => self.drain(),
                Ok(_) => return Ok(true),
                Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(io::Error::from(error).into()),
            }
        }
    }

    /// Asks the terminal for the cursor's column, from 1; none when it does not say so soon.
    pub(super) fn column(&mut self) -> Result<Option<usize>, UiError> {
        write_all("\x1b[6n")?;
        for _ in 0..8 {
            let before = self.keys.len();
            self.wait(Some(Duration::from_millis(100)))?;
            let report = |key: &Key| matches!(key, Key::Column(_));
            if let Some(Key::Column(column)) = self
                .keys
                .iter()
                .position(report)
                .and_then(|at| self.keys.remove(at))
            {
                return Ok(Some(column));
            }
            if self.keys.len() == before && self.decoder.waits().is_none() {
                break;
            }
        }
        Ok(None)
    }

    /// One poll over terminal and signals, then what is there is taken in.
    fn wait(&mut self, limit: Option<Duration>) -> Result<(), UiError> {
        let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
        let (stdin, wake) = (io::stdin(), &self.wake);
        let mut fds = [
            PollFd::new(&stdin, PollFlags::IN),
            PollFd::new(wake, PollFlags::IN),
        ];
        match poll(&mut fds, limit.as_ref()) {
            Ok(0) => {
                self.keys.extend(self.decoder.time_up());
                return Ok(());
            }
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => return Ok(()),
            Err(error) => return Err(io::Error::from(error).into()),
        }
        let (keys, woken) = (fds[0].revents(), fds[1].revents());
        if !woken.is_empty() {
            self.drain();
            // Signals go first: a key that came with a hang-up changes nothing.
            return Ok(());
        }
        if keys.contains(PollFlags::IN) {
            let mut bytes = [0; 1024];
            match rustix::io::read(io::stdin(), &mut bytes) {
                Ok(0) | Err(rustix::io::Errno::IO) => return Err(UiError::EndOfInput),
                Ok(read) => self.keys.extend(self.decoder.feed(&bytes[..read])),
                Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
                Err(error) => return Err(io::Error::from(error).into()),
            }
        } else if !keys.is_empty() {
            return Err(UiError::EndOfInput);
        }
        Ok(())
    }

    /// Stops the program as the kernel does on Ctrl-Z: its whole group, so that the shell notices. Returns when it
    /// goes on.
    pub(super) fn suspend(&mut self, raw: &Raw) -> Result<(), UiError> {
        raw.leave();
        rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)
            .map_err(io::Error::from)?;
        // Where another thread took the signal, this one is stopped a little later. Where nobody could wake the
        // program, nothing stops it, and it goes on after this time.
        let limit = Timespec::try_from(Duration::from_millis(200)).ok();
        let mut wake = [PollFd::new(&self.wake, PollFlags::IN)];
        while !self.signals[3].came.swap(false, Ordering::Relaxed) {
            if matches!(poll(&mut wake, limit.as_ref()), Ok(0)) {
                break;
            }
            self.drain();
        }
        self.forget();
        Ok(raw.enter()?)
    }

    /// Takes the bytes away that woke a wait.
    fn drain(&self) {
        let mut bytes = [0; 64];
        while matches!((&self.wake).read(&mut bytes), Ok(1..)) {}
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        for id in self.ids.drain(..) {
            low_level::unregister(id);
        }
    }
}

/// Cursor shown, bracketed paste off, attributes off.
const RESTORE: &str = "\x1b[?25h\x1b[?2004l\x1b[0m";

/// Raw mode. Dropped on every path, a panic included, it gives the terminal back as it was.
#[derive(Debug)]
pub(super) struct Raw {
    before: Termios,
}

impl Raw {
    /// Switches raw mode, bracketed paste and a hidden cursor on. Type-ahead is dropped.
    pub(super) fn on() -> io::Result<Self> {
        let raw = Self {
            before: tcgetattr(io::stdin())?,
        };
        raw.enter()?;
        Ok(raw)
    }

    /// Switches raw mode on and nothing else, for a dialog that reads keys by itself: Ctrl-C stays a key throughout,
    /// and nothing typed is echoed.
    pub(super) fn quiet() -> io::Result<Self> {
        let raw = Self {
            before: tcgetattr(io::stdin())?,
        };
        raw.modes()?;
        Ok(raw)
    }

    fn enter(&self) -> io::Result<()> {
        self.modes()?;
        write_all("\x1b[?2004h\x1b[?25l")
    }

    fn modes(&self) -> io::Result<()> {
        let mut termios = self.before.clone();
        termios.make_raw();
        // A line end written elsewhere still starts a line.
        termios.output_modes = self.before.output_modes;
        // What was typed before anybody asked is dropped.
        Ok(tcsetattr(io::stdin(), OptionalActions::Flush, &termios)?)
    }

    fn leave(&self) {
        // Nothing can be done about a terminal that is gone.
        let _ = write_all(RESTORE);
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &self.before);
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Writes to the terminal at once.
pub(super) fn write_all(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
