//! The real program in a folder of its own: nothing of this machine's user reaches it, and nothing of it is left.

use std::{
    fmt::{self, Write as _},
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use snapbox::IntoData;

/// The program as it was built for these tests.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_quizline");

/// A fresh folder to work in, with a fresh store and no home but itself.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder can be made"))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Where answers are kept.
    pub(crate) fn store(&self) -> PathBuf {
        self.path().join("store.db")
    }

    /// Writes a file, with the folders above it.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).expect("a folder can be made");
        }
        fs::write(path, content).expect("a file can be written");
        self
    }

    /// The program, ready to be started here.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        self.furnish(&mut command);
        command.args(arguments);
        command
    }

    /// Gives a command this folder and an environment that is always the same.
    pub(crate) fn furnish(&self, command: &mut Command) {
        command
            .env_clear()
            .env("HOME", self.path())
            .env("PATH", "/usr/bin:/bin")
            .env("TZ", "UTC")
            .env("USER", "ada")
            .env("QUIZLINE_LEARNER", "Ada")
            .env("QUIZLINE_STORE", self.store())
            .current_dir(self.path())
            .stdin(Stdio::null());
    }

    /// Runs the program without input.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// Runs the program with this on its standard input, which then ends.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let mut command = self.command(arguments);
        self.finish(&mut command, input)
    }

    /// Runs a command with this on its standard input, which then ends.
    pub(crate) fn finish(&self, command: &mut Command, input: &str) -> Ran {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let mut stdin = child.stdin.take().expect("its input is a pipe");
        let input = input.to_owned();
        // On a thread of its own, so that neither waits for the other with full pipes.
        let writer = std::thread::spawn(move || {
            // A program that ends early leaves input unread.
            let _ = stdin.write_all(input.as_bytes());
        });
        let output = child.wait_with_output().expect("the program ends");
        writer.join().expect("the input was written");
        Ran::new(output, self.path())
    }
}

/// What a run gave: shown as a whole, so that one comparison covers it.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: Option<i32>,
}

impl Ran {
    /// The folder is shown as `[FOLDER]`, since its name differs in every run.
    fn new(output: Output, folder: &Path) -> Self {
        let folder = folder.to_string_lossy();
        let text = |bytes| {
            let text = String::from_utf8(bytes).expect("output is UTF-8");
            text.replace(&*folder, "[FOLDER]")
        };
        Self {
            out: text(output.stdout),
            err: text(output.stderr),
            code: output.status.code(),
        }
    }
}

impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.out)?;
        for line in self.err.lines() {
            f.write_str("stderr: ")?;
            f.write_str(line)?;
            f.write_char('\n')?;
        }
        match self.code {
            Some(code) => writeln!(f, "exit {code}"),
            None => writeln!(f, "ended by a signal"),
        }
    }
}

impl Ran {
    /// Compares streams and exit code, whole. `SNAPSHOTS=overwrite` writes what is expected anew.
    #[track_caller]
    pub(crate) fn is(&self, expected: impl IntoData) {
        snapbox::assert_data_eq!(steady(&self.to_string()), expected.raw());
    }
}

/// A text without what differs in every run: identities and times.
fn steady(text: &str) -> String {
    let id = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    let text = masked(text, id, "[ID]");
    let text = masked(&text, "dddd-dd-ddTdd:dd:dd", "[TIME]");
    let text = masked(&text, "dddd-dd-dd dd:dd", "[WHEN]          ");
    // Fractions of seconds and milliseconds are as long as they happen to be.
    let text = without_digits_after(&text, "[TIME].").replace("[TIME].Z", "[TIME]");
    without_digits_after(&text.replace("[TIME]Z", "[TIME]"), "\"elapsed_ms\":")
}

/// Puts a name in place of whatever looks like the mask: `d` is a digit, `x` a hexadecimal one.
fn masked(text: &str, mask: &str, name: &str) -> String {
    let fits = |piece: &str| {
        piece.len() == mask.len()
            && piece
                .chars()
                .zip(mask.chars())
                .all(|(c, wanted)| match wanted {
                    'd' => c.is_ascii_digit(),
                    'x' => c.is_ascii_hexdigit(),
                    _ => c == wanted,
                })
    };
    let mut masked = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if rest.get(..mask.len()).is_some_and(fits) {
            masked.push_str(name);
            rest = &rest[mask.len()..];
        } else {
            masked.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    masked
}

fn without_digits_after(text: &str, lead: &str) -> String {
    let mut parts = text.split(lead);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + lead + part.trim_start_matches(|c: char| c.is_ascii_digit())
    })
}

/// A folder with the pack of these tests, its article, and answers that are all right.
pub(crate) fn with_moon() -> Folder {
    let folder = Folder::new();
    folder
        .write("quizzes/moon.toml", include_str!("packs/moon.toml"))
        .write("quizzes/moon.md", include_str!("packs/moon.md"))
        .write("answers.jsonl", include_str!("packs/answers.jsonl"));
    folder
}
