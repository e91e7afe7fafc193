//! Clock, identities and editor for a running session.

use std::{fs, process::Command, time::Instant};

use jiff::Timestamp;
use rand::{TryRng, rngs::SysRng};
use uuid::Uuid;

use crate::{
    library::{self, Found, Library, Opened, Place},
    pack::Pack,
    record::new_id,
    run::Outside,
    ui::Interface,
};

/// The real outside of a session.
pub(super) struct Sitting<'a> {
    /// The packs asked from, in the order of the session's materials.
    pub(super) packs: Vec<Found>,
    /// Where a built-in pack is copied to before it is edited.
    pub(super) library: &'a Library,
    /// `VISUAL` or `EDITOR`.
    pub(super) editor: Option<String>,
    zone: String,
    began: Instant,
}

impl<'a> Sitting<'a> {
    /// A sitting that begins now.
    #[expect(
        clippy::disallowed_methods,
        reason = "the clock is read here and passed down"
    )]
    pub(super) fn new(packs: Vec<Found>, library: &'a Library, editor: Option<String>) -> Self {
        Self {
            packs,
            library,
            editor,
            zone: zone(),
            began: Instant::now(),
        }
    }
}

/// The time zone: its IANA name, else its offset now.
#[expect(
    clippy::disallowed_methods,
    reason = "clock and environment are read here and passed down"
)]
pub(super) fn zone() -> String {
    let overridden = std::env::var_os("TZ").is_some();
    if let Some(name) = linked_zone().filter(|_| !overridden) {
        return name;
    }
    let zone = jiff::tz::TimeZone::system();
    match zone.iana_name() {
        Some(name) => name.to_owned(),
        None => zone.to_offset(Timestamp::now()).to_string(),
    }
}

/// The zone that this machine's link points to, as in `../usr/share/zoneinfo/Europe/Berlin`. Asking for more would
/// walk through the whole database of zones at every start.
fn linked_zone() -> Option<String> {
    let link = fs::read_link("/etc/localtime").ok()?;
    let (_, name) = link.to_str()?.rsplit_once("/zoneinfo/")?;
    Some(name.to_owned())
}

/// A new version 7 UUID: the time and 10 random bytes.
pub(super) fn fresh_id(now: Timestamp) -> Uuid {
    let mut random = [0; 10];
    // Without a source of randomness the time alone must do; rows are told apart by attempt and number too.
    let _ = SysRng.try_fill_bytes(&mut random);
    new_id(now, random)
}

/// A seed short enough to be read out to a class.
pub(super) fn fresh_seed() -> u64 {
    let seed = SysRng.try_next_u32().unwrap_or_default();
    u64::from(seed) % 1_000_000
}

impl Outside for Sitting<'_> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the clock is read here and passed down"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn elapsed_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn zone(&self) -> String {
        self.zone.clone()
    }

    fn id(&self) -> Uuid {
        fresh_id(self.now())
    }

    fn edit(
        &mut self,
        material: usize,
        at: usize,
        ui: &mut dyn Interface,
    ) -> Result<Option<Pack>, String> {
        let Some(editor) = self.editor.clone() else {
            return Err(NO_EDITOR.to_owned());
        };
        let found = self.packs.get(material).ok_or_else(String::new)?.clone();
        let opened = library::open(found).map_err(|error| error.to_string())?;
        let Some(path) = self.own_file(&opened, ui)? else {
            return Ok(None);
        };
        let line = 1 + opened
            .source
            .get(..at)
            .map_or(0, |before| before.matches('\n').count());
        let edited = open_editor(&editor, &path, line);
        ui.take_back();
        edited?;
        self.packs[material].place = Place::File(path);
        let opened =
            library::open(self.packs[material].clone()).map_err(|error| error.to_string())?;
        match opened.reading.pack {
            Some(pack) => Ok(Some(pack)),
            None => Err(unusable(&opened.place)),
        }
    }
}

impl Sitting<'_> {
    /// The file to edit; a built-in pack is copied first, if the person agrees. None when not.
    fn own_file(
        &self,
        opened: &Opened,
        ui: &mut dyn Interface,
    ) -> Result<Option<std::path::PathBuf>, String> {
        if let Some(path) = opened.place.path() {
            return Ok(Some(path.to_owned()));
        }
        let question = copy_first(&opened.place, self.library);
        if !ui.confirm(&question, true).map_err(|e| e.to_string())? {
            return Ok(None);
        }
        let copied = self.library.copy(opened, None).map_err(|e| e.to_string())?;
        Ok(Some(copied.pack))
    }
}

/// Runs the editor on a file at a line and waits for it.
fn open_editor(editor: &str, path: &std::path::Path, line: usize) -> Result<(), String> {
    // `EDITOR` may carry arguments, as in `code --wait`.
    let mut words = editor.split_whitespace();
    let program = words.next().ok_or_else(|| NO_EDITOR.to_owned())?;
    let name = std::path::Path::new(program)
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let mut command = Command::new(program);
    command.args(words);
    match name.as_str() {
        "vi" | "vim" | "nvim" | "view" | "nano" | "emacs" | "emacsclient" | "kak" | "micro"
        | "joe" | "ne" | "mg" | "ed" => {
            command.arg(format!("+{line}")).arg(path);
        }
        "hx" | "helix" | "subl" | "zed" => {
            command.arg(format!("{}:{line}", path.display()));
        }
        "code" | "codium" | "code-insiders" => {
            command
                .arg("--goto")
                .arg(format!("{}:{line}", path.display()));
        }
        _ => {
            command.arg(path);
        }
    }
    let status = command
        .status()
        .map_err(|error| format!("cannot start the editor `{program}`: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("the editor `{program}` ended with {status}"))
    }
}

const NO_EDITOR: &str = "no editor is set: set `EDITOR`, for example `export EDITOR=nano`";

fn unusable(place: &Place) -> String {
    format!("`{place}` has faults now: run `quizline check {place}`")
}

fn copy_first(place: &Place, library: &Library) -> String {
    format!(
        "`{}` is built in. Copy it to `{}` to edit it?",
        place.stem(),
        library::shown(library.quizzes())
    )
}
