//! `quizline` alone: a first screen with the packs, a screen for each pack, and back again after every activity.

mod games;
mod pack;

use anyhow::Result;

use super::{Common, Exit, World, front::Front, learner, play::Desk, review, storage, when::ago};
use crate::{
    library::{self, Listed},
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
                    Some(Line::Review) => {
                        review::guided(&mut desk, front.rich, world)?;
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
    /// Questions that are due.
    due: usize,
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
    Review,
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
        let ids: Vec<Id> = packs.iter().filter_map(|listed| listed.id()).collect();
        let mut notes = listing.notes;
        notes.extend(weakest(desk, &packs, &attempts));
        Self {
            due: review::due(desk, &ids, world),
            interrupted: interrupted(desk, &packs, world),
            packs: packs
                .iter()
                .map(|listed| (listed.stem.clone(), item(listed, &attempts)))
                .collect(),
            notes,
        }
    }

    fn menu(&self, learner: &str, selected: usize) -> Menu {
        let left = self
            .interrupted
            .iter()
            .map(|left| Item::new(left.line.clone(), ""));
        let due = (self.due > 0).then(|| {
            let minutes = session::minutes(self.due.min(review::LIMIT));
            let due = text::count(self.due, "question");
            Item::new(
                format!("Review what is due: {due}"),
                format!("about {minutes} min"),
            )
        });
        Menu {
            title: vec![WHAT.to_owned(), format!("Learner: {learner}")],
            items: left
                .chain(due)
                .chain(self.packs.iter().map(|(_, item)| item.clone()))
                .collect(),
            keys: vec![('n', ANOTHER_NAME.to_owned())],
            footer: self.notes.clone(),
            selected,
            back: "quit".to_owned(),
        }
    }

    fn at(&self, at: usize) -> Option<Line<'_>> {
        let mut at = at;
        if let Some(left) = &self.interrupted {
            if at == 0 {
                return Some(Line::Interrupted(left));
            }
            at -= 1;
        }
        if self.due > 0 {
            if at == 0 {
                return Some(Line::Review);
            }
            at -= 1;
        }
        self.packs.get(at).map(Line::Pack)
    }
}

/// The two weakest tags of the pack that was practised last.
fn weakest(desk: &Desk, packs: &[&Listed], attempts: &[AttemptScore]) -> Option<String> {
    let id = attempts.iter().find_map(|attempt| attempt.pack.as_ref())?;
    let listed = packs
        .iter()
        .find(|listed| listed.id().as_ref() == Some(id))?;
    let pack = library::open(listed.found.clone()).ok()?.reading.pack?;
    let history = desk.keeper.history(&desk.learner, id).ok()?;
    let weak: Vec<String> = stats::weak_tags(&history, &pack)
        .into_iter()
        .take(2)
        .map(|tag| format!("{} {}% of {}", tag.tag, tag.percent, tag.questions))
        .collect();
    (!weak.is_empty()).then(|| format!("Weakest in “{}”: {}", pack.title, weak.join(", ")))
}

/// The attempt that was left last, if its pack can still be seen.
fn interrupted(desk: &Desk, packs: &[&Listed], world: &World) -> Option<Interrupted> {
    let attempt = desk.keeper.unfinished(&desk.learner, None).ok().flatten()?;
    let pack = &attempt.plan.first()?.pack;
    let listed = packs
        .iter()
        .find(|listed| listed.id().as_ref() == Some(pack))?;
    let (answered, of) = (desk.answered(&attempt), attempt.plan.len());
    let when = ago(attempt.started, world.now());
    let title = title(listed);
    Some(Interrupted {
        stem: listed.stem.clone(),
        line: format!("Go on with “{title}”: {answered} of {of} answered, {when}"),
        attempt,
    })
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
    if let Some(percent) = listed.id().and_then(|id| stats::best(attempts, &id)) {
        detail = format!("{detail}, best {percent}%");
    }
    Item::new(title(listed), detail)
}

const WHAT: &str = "quizline: quizzes and their articles, every answer kept on this machine";
const ANOTHER_NAME: &str = "another name";
const FAULTY: &str = "has faults: see `quizline check`";
