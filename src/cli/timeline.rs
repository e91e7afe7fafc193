//! `quizline timeline`: the events of a pack in order; in a terminal to walk through, in a pipe as lines.

use std::io::{IsTerminal as _, Write as _};

use anyhow::{Result, anyhow};
use clap::ValueEnum;

use super::{
    Common, Exit, World,
    front::Front,
    game,
    lookup::{self, Named},
};
use crate::{
    format::{self, Exported, Note},
    library::Opened,
    pack::Pack,
    report,
    run::RunError,
    text,
    timeline::{self, Line, Look, Scale, Timeline, Vertical},
    ui::{Guide, UiError, Walk},
};

/// See the timeline of a pack.
///
/// In a terminal an event is chosen with the arrows and opened with Enter; in a pipe each event is a line: date, tab,
/// title.
#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag that a person may write"
)]
pub(super) struct Args {
    /// The pack: its name, or a path
    pack: Option<String>,
    /// Numbered marks on an axis with a legend
    #[arg(long, conflicts_with = "group")]
    axis: bool,
    /// Events by era, decade or century
    #[arg(long)]
    group: bool,
    /// Draw so many columns wide (20 to 1000; else as wide as the terminal)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=1000))]
    width: Option<u16>,
    /// Plain ASCII signs
    #[arg(long)]
    ascii: bool,
    /// The latest event first
    #[arg(long)]
    reverse: bool,
    /// The scale, instead of the one that fits the events
    #[arg(long, value_name = "SCALE")]
    scale: Option<Scaled>,
    /// What to write
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    #[command(flatten)]
    play: game::Args,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading
    Text,
    /// For other programs
    Json,
    /// A picture
    Svg,
    /// A page for a browser, with details and passages
    Html,
    /// A Mermaid diagram
    Mermaid,
    /// A markwhen document
    Markwhen,
    /// What a page with Timeline JS reads
    Timelinejs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Scaled {
    /// Even
    Linear,
    /// Even, the longest gaps left out
    Broken,
    /// By the logarithm of the age
    Log,
}

impl From<Scaled> for Scale {
    fn from(scaled: Scaled) -> Self {
        match scaled {
            Scaled::Linear => Self::Linear,
            Scaled::Broken => Self::Broken,
            Scaled::Log => Self::Log,
        }
    }
}

pub(super) fn run(args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    let opened = match lookup::open(&world.library(), args.pack.as_deref())? {
        Named::Opened(opened) => opened,
        Named::Unnamed(told) => {
            writeln!(world.err, "error: {told}").map_err(UiError::from)?;
            return Ok(Exit::Usage);
        }
    };
    if let Some(game) = args.play.game() {
        return game::run(game, &args.play, *opened, common, world);
    }
    let pack = pack(&opened)?;
    match args.format {
        Some(Format::Json) => {
            report::timeline::json(pack, &mut world.out).map_err(UiError::from)?;
        }
        Some(Format::Text) | None => show(args, pack, &opened, common, world)?,
        Some(Format::Svg) => {
            let columns = args.width.map_or(PICTURE, usize::from);
            write_file(pack, &report::drawing::svg(pack, columns), &[], world)?;
        }
        Some(Format::Html) => write_file(pack, &report::drawing::html(pack), &[], world)?,
        Some(Format::Mermaid) => write_exported(pack, &format::mermaid(pack), world)?,
        Some(Format::Markwhen) => write_exported(pack, &format::markwhen(pack), world)?,
        Some(Format::Timelinejs) => write_exported(pack, &format::timelinejs(pack), world)?,
    }
    Ok(Exit::Done)
}

fn write_exported(pack: &Pack, exported: &Exported, world: &mut World) -> Result<()> {
    write_file(pack, &exported.text, &exported.notes, world)
}

/// Writes a file to standard output, and what it could not carry to standard error.
fn write_file(pack: &Pack, text: &str, notes: &[Note], world: &mut World) -> Result<()> {
    let few = few(&Timeline::of(pack)).map(str::to_owned);
    for note in few.into_iter().chain(notes.iter().map(Note::to_string)) {
        writeln!(world.err, "note: {note}").map_err(UiError::from)?;
    }
    Ok(lookup::write(&mut world.out, text)?)
}

/// The pack, if it could be read.
///
/// # Errors
/// When it is no valid pack.
fn pack(opened: &Opened) -> Result<&Pack> {
    opened.reading.pack.as_ref().ok_or_else(|| {
        let name = lookup::argument(opened);
        anyhow!("`{name}` is no valid pack: run `quizline check {name}`")
    })
}

fn show(
    args: &Args,
    pack: &Pack,
    opened: &Opened,
    common: &Common,
    world: &mut World,
) -> Result<()> {
    let timeline = Timeline::of(pack);
    if let Some(note) = few(&timeline) {
        writeln!(world.err, "note: {note}").map_err(UiError::from)?;
    }
    if timeline.is_empty() {
        return Ok(());
    }
    let front = Front::new(common, world);
    let asked = args.axis || args.group || args.width.is_some() || args.scale.is_some();
    if !front.rich && !asked {
        return Ok(plain(&timeline, args.reverse, &mut world.out)?);
    }
    let mut look = look(world);
    look.ascii |= args.ascii;
    look.reverse = args.reverse;
    look.scale = args.scale.map(Scale::from);
    if let Some(width) = args.width {
        look.width = usize::from(width);
    }
    if front.rich && !asked && args.format.is_none() {
        let walk = Walk {
            pack,
            timeline: &timeline,
            article: opened.article(),
            look,
        };
        let mut ui = front.interface(world).map_err(RunError::Ui)?;
        return Ok(ui.walk(&walk).map_err(RunError::Ui)?);
    }
    let lines = if args.axis {
        timeline::axis(&timeline, &look)
    } else if args.group {
        timeline::groups(&timeline, &look)
    } else {
        Vertical::new(&timeline, &look).lines()
    };
    draw(&lines, front, world)
}

/// Lets a person walk the timeline of a pack.
///
/// # Errors
/// When it is no valid pack, or the interface fails.
pub(super) fn walk(opened: &Opened, ui: &mut dyn Guide, world: &World) -> Result<()> {
    let pack = pack(opened)?;
    let timeline = Timeline::of(pack);
    if timeline.is_empty() {
        return Ok(ui.say(NONE).map_err(RunError::Ui)?);
    }
    let walk = Walk {
        pack,
        timeline: &timeline,
        article: opened.article(),
        look: Look {
            ascii: world.ascii(),
            ..Look::of_width(WIDTH)
        },
    };
    Ok(ui.walk(&walk).map_err(RunError::Ui)?)
}

/// In a terminal in its colours, elsewhere as plain lines.
fn draw(lines: &[Line], front: Front, world: &mut World) -> Result<()> {
    if front.rich {
        let mut ui = front.interface(world).map_err(RunError::Ui)?;
        return Ok(ui.draw(lines).map_err(RunError::Ui)?);
    }
    let mut all = String::new();
    for line in lines {
        all.push_str(line.to_string().trim_end());
        all.push('\n');
    }
    Ok(lookup::write(&mut world.out, &all)?)
}

/// The look that fits where it is shown.
fn look(world: &World) -> Look {
    let width = if std::io::stdout().is_terminal() {
        Front::width()
    } else {
        WIDTH
    };
    let dumb = world.var("TERM").is_some_and(|term| term == "dumb");
    Look {
        ascii: world.ascii() || dumb,
        ..Look::of_width(width)
    }
}

/// What is to be said of a pack with few events.
fn few(timeline: &Timeline) -> Option<&'static str> {
    match timeline.len() {
        0 => Some(NONE),
        1 => Some(ONE),
        _ => None,
    }
}

/// One line an event: date, tab, title.
fn plain(timeline: &Timeline, reverse: bool, out: &mut dyn std::io::Write) -> Result<(), UiError> {
    let mut all = String::new();
    let mut push = |entry: &timeline::Entry| {
        let date = entry.event.when.to_string();
        all.extend([&*text::clean_line(&date), "\t", &entry.title, "\n"]);
    };
    if reverse {
        timeline.entries().iter().rev().for_each(&mut push);
    } else {
        timeline.entries().iter().for_each(&mut push);
    }
    lookup::write(out, &all)
}

/// The columns of a picture where nobody says how wide it may be: a page in print.
const PICTURE: usize = 90;

/// The columns of a drawing where nobody says how wide it may be.
const WIDTH: usize = 80;

const NONE: &str =
    "this pack has no events, so it has no timeline; `[[events]]` in its file would make one";
const ONE: &str = "this pack has one event; a timeline begins with two";
