//! `quizline` alone: a first screen with the packs, a screen for each pack, and back again after every activity.

mod games;
mod pack;

use anyhow::Result;

use super::{Common, Exit, World, front::Front, learner, play::Desk, storage, when::ago};
use crate::{
    library::Listed,
    pack::Id,
    record::Attempt,
    run::RunError,
    session,
    stats::{self, AttemptScore},
    text,
    ui::{Guide, Item, Menu, Picked, UiError},
};

pub(super) fn run(common: &Common, world: &mut World) -> Result<Exit> {
    let library = world.library();
    let front = Front::new(common, world);
    let mut ui = front.interface(world).map_err(RunError::Ui)?;
    let guide: Option<&mut dyn Guide> = if front.person { Some(&mut *ui) } else { None };
    let learner = learner::resolve(common, world, guide).map_err(RunError::Ui)?;
    let mut keeper = storage::keeper(common, world)?;
    let mut desk = Desk {
        learner,
        library: &library,
        keeper: &mut keeper,
        ui: &mut *ui,
        repeat: common.repeat(),
    };
    let mut selected = 0;
    loop {
        let first = First::new(&desk, world);
        match desk.ui.pick(&first.menu(&desk.learner, selected)) {
            // The end of the input is how a script leaves the first screen.
            Err(UiError::EndOfInput) | Ok(Picked::Back) => return Ok(Exit::Done),
            Err(error) => return Err(RunError::Ui(error).into()),
            Ok(Picked::Key(_)) => {
                desk.learner = learner::ask(world, desk.ui).map_err(RunError::Ui)?;
            }
            Ok(Picked::Item(at)) => {
                selected = at;
                match first.at(at) {
                    Some(Line::Interrupted(left)) => {
                        let attempt = Some(left.attempt.clone());
                        pack::screen(&left.stem, attempt, &mut desk, world)?;
                    }
                    Some(Line::Pack(listed)) => {
                        pack::screen(&listed.0, None, &mut desk, world)?;
                    }
                    None => {}
                }
            }
        }
    }
}

/// The first screen.
struct First {
    interrupted: Option<Interrupted>,
    /// Stems of the packs with their lines.
    packs: Vec<(String, Item)>,
    notes: Vec<String>,
}

/// An attempt that was left.
struct Interrupted {
    attempt: Attempt,
    /// The pack to ask it from.
    stem: String,
    line: String,
}

/// What stands on a line of the first screen.
enum Line<'a> {
    Interrupted(&'a Interrupted),
    Pack(&'a (String, Item)),
}

impl First {
    fn new(desk: &Desk, world: &World) -> Self {
        let listing = desk.library.list();
        let packs: Vec<&Listed> = listing
            .packs
            .iter()
            .filter(|listed| listed.hidden_by.is_none())
            .collect();
        // Without a readable store there are simply no scores to show.
        let attempts = desk
            .keeper
            .attempts(Some(&desk.learner), None)
            .unwrap_or_default();
        Self {
            interrupted: interrupted(desk, &packs, world),
            packs: packs
                .iter()
                .map(|listed| (listed.stem.clone(), item(listed, &attempts)))
                .collect(),
            notes: listing.notes,
        }
    }

    fn menu(&self, learner: &str, selected: usize) -> Menu {
        let left = self
            .interrupted
            .iter()
            .map(|left| Item::new(left.line.clone(), ""));
        Menu {
            title: vec![WHAT.to_owned(), format!("Learner: {learner}")],
            items: left
                .chain(self.packs.iter().map(|(_, item)| item.clone()))
                .collect(),
            keys: vec![('n', ANOTHER_NAME.to_owned())],
            footer: self.notes.clone(),
            selected,
            back: "quit".to_owned(),
        }
    }

    fn at(&self, at: usize) -> Option<Line<'_>> {
        match &self.interrupted {
            Some(left) if at == 0 => Some(Line::Interrupted(left)),
            left => self
                .packs
                .get(at - usize::from(left.is_some()))
                .map(Line::Pack),
        }
    }
}

/// The attempt that was left last, if its pack can still be seen.
fn interrupted(desk: &Desk, packs: &[&Listed], world: &World) -> Option<Interrupted> {
    let attempt = desk.keeper.unfinished(&desk.learner, None).ok().flatten()?;
    let pack = &attempt.plan.first()?.pack;
    let listed = packs
        .iter()
        .find(|listed| id(listed).as_ref() == Some(pack))?;
    let (answered, of) = (desk.answered(&attempt), attempt.plan.len());
    let when = ago(attempt.started, world.now());
    let title = title(listed);
    Some(Interrupted {
        stem: listed.stem.clone(),
        line: format!("Go on with “{title}”: {answered} of {of} answered, {when}"),
        attempt,
    })
}

fn id(listed: &Listed) -> Option<Id> {
    let head = listed.head()?;
    head.id
        .clone()
        .or_else(|| Id::new(&text::slug(&listed.stem)))
}

fn title(listed: &Listed) -> String {
    listed
        .head()
        .and_then(|head| head.title.clone())
        .unwrap_or_else(|| listed.stem.clone())
}

fn item(listed: &Listed, attempts: &[AttemptScore]) -> Item {
    let Some(head) = listed.head() else {
        return Item::new(listed.stem.clone(), FAULTY);
    };
    let minutes = session::minutes(head.questions);
    let mut detail = format!("{}, {minutes} min", text::count(head.questions, "question"));
    if let Some(percent) = id(listed).and_then(|id| stats::best(attempts, &id)) {
        detail = format!("{detail}, best {percent}%");
    }
    Item::new(title(listed), detail)
}

const WHAT: &str = "quizline: quizzes and their articles, every answer kept on this machine";
const ANOTHER_NAME: &str = "another name";
const FAULTY: &str = "has faults: see `quizline check`";
