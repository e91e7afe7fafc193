//! The screen of one pack: what can be done with it, and the next sensible step selected.

use anyhow::Result;

use super::{
    super::{World, lookup, play::Desk, read, scores, take, timeline},
    games,
};
use crate::{
    library::{LibraryError, Opened},
    pack::Pack,
    record::{Attempt, Options},
    run::RunError,
    session::{self, Ending},
    text,
    ui::{Item, Menu, Picked, UiError},
};

/// How many questions the shorter quiz asks.
const SHORT: usize = 10;

/// Something to do with a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Activity {
    Some,
    All,
    Missed,
    Read,
    Timeline,
    Play,
    Scores,
}

/// Shows the screen of a pack until the person goes back. An attempt that was left is gone on with at once.
pub(super) fn screen(
    stem: &str,
    mut left: Option<Attempt>,
    desk: &mut Desk,
    world: &mut World,
) -> Result<()> {
    let mut next = None;
    let mut quit = false;
    loop {
        // Opened anew for every activity: it may have been edited in between.
        let opened = match open(desk, stem)? {
            Ok(opened) => opened,
            Err(why) => return Ok(desk.ui.say(&why).map_err(RunError::Ui)?),
        };
        if let Some(attempt) = left.take() {
            let ended = desk.resume(opened, attempt, world)?.ending;
            next = after(Activity::All, ended);
            quit = ended == Ending::Quit;
            continue;
        }
        let Some(pack) = &opened.reading.pack else {
            return Ok(());
        };
        let missed = missed(desk, pack);
        let activities = activities(pack, missed, opened.article().is_some());
        let menu = menu(pack, &activities, missed, next);
        let activity = match desk.ui.pick(&menu) {
            Ok(Picked::Item(at)) => activities.get(at).copied(),
            // An input that ended in the middle of a quiz has quit it.
            Err(UiError::EndOfInput) if !quit => return Ok(()),
            Ok(Picked::Key(_) | Picked::Back) => return Ok(()),
            Err(error) => return Err(RunError::Ui(error).into()),
        };
        let Some(activity) = activity else { continue };
        let ending = perform(activity, opened, desk, world)?;
        next = after(activity, ending);
        quit = ending == Ending::Quit;
    }
}

/// The pack, if it can be asked from; else why not.
fn open(desk: &Desk, stem: &str) -> Result<Result<Opened, String>> {
    let opened = match desk.library.open(stem) {
        Ok(opened) => opened,
        Err(error @ LibraryError::NotFound { .. }) => return Ok(Err(error.to_string())),
        Err(error) => return Err(error.into()),
    };
    Ok(match take::usable(&opened) {
        Ok(()) => Ok(opened),
        Err(error) => Err(format!("{error:#}")),
    })
}

fn perform(
    activity: Activity,
    opened: Opened,
    desk: &mut Desk,
    world: &mut World,
) -> Result<Ending> {
    let options = match activity {
        Activity::Some => Options {
            count: Some(SHORT),
            ..Options::default()
        },
        Activity::All => Options::default(),
        Activity::Missed => Options {
            missed: true,
            ..Options::default()
        },
        Activity::Read => {
            let history = opened
                .reading
                .pack
                .as_ref()
                .and_then(|pack| desk.keeper.history(&desk.learner, &pack.id).ok());
            read::show(&opened, history.as_ref(), desk.ui)?;
            return Ok(Ending::Complete);
        }
        Activity::Timeline => {
            timeline::walk(&opened, desk.ui, world)?;
            return Ok(Ending::Complete);
        }
        Activity::Play => {
            let ending = games::screen(opened, desk, world)?;
            return Ok(ending.unwrap_or(Ending::Complete));
        }
        Activity::Scores => {
            let table = scores::table(
                desk,
                opened.reading.pack.as_ref(),
                &lookup::argument(&opened),
            )?;
            desk.ui.say(&table).map_err(RunError::Ui)?;
            return Ok(Ending::Complete);
        }
    };
    let played = desk.begin(opened, options, None, world)?;
    Ok(played.map_or(Ending::Complete, |played| played.ending))
}

/// Questions of the pack whose last answer was not right.
fn missed(desk: &Desk, pack: &Pack) -> usize {
    let history = desk.history(&pack.id);
    pack.questions
        .iter()
        .filter(|question| {
            let key = (pack.id.clone(), question.id.clone());
            history.get(&key).is_some_and(|past| !past.right)
        })
        .count()
}

fn activities(pack: &Pack, missed: usize, article: bool) -> Vec<Activity> {
    let mut activities = Vec::new();
    if pack.questions.len() > SHORT {
        activities.push(Activity::Some);
    }
    activities.push(Activity::All);
    if missed > 0 {
        activities.push(Activity::Missed);
    }
    if article {
        activities.push(Activity::Read);
    }
    if !pack.events.is_empty() {
        activities.push(Activity::Timeline);
        activities.push(Activity::Play);
    }
    activities.push(Activity::Scores);
    activities
}

/// The next sensible step after an activity: what was missed, after reading the quiz.
fn after(activity: Activity, ending: Ending) -> Option<Activity> {
    match (activity, ending) {
        (Activity::Play, _) => Some(Activity::Play),
        (_, Ending::Quit) => Some(Activity::Read),
        (Activity::Some | Activity::All | Activity::Missed, Ending::Complete) => {
            Some(Activity::Missed)
        }
        (Activity::Read | Activity::Timeline | Activity::Scores, Ending::Complete) => None,
    }
}

fn menu(pack: &Pack, activities: &[Activity], missed: usize, next: Option<Activity>) -> Menu {
    let of = pack.questions.len();
    let items = activities
        .iter()
        .map(|activity| match activity {
            Activity::Some => Item::new(format!("Take {SHORT} questions"), about(SHORT)),
            Activity::All => Item::new(
                format!("Take all {}", text::count(of, "question")),
                about(of),
            ),
            Activity::Missed => Item::new(
                format!("Take the {} you missed", text::count(missed, "question")),
                about(missed),
            ),
            Activity::Read => Item::new("Read the article", ""),
            Activity::Timeline => {
                Item::new("Walk its timeline", text::count(pack.events.len(), "event"))
            }
            Activity::Play => Item::new("Play with the timeline", ""),
            Activity::Scores => Item::new("See your scores", ""),
        })
        .collect();
    let mut title = vec![pack.title.clone()];
    title.extend(pack.summary.clone());
    Menu {
        title,
        items,
        selected: next
            .and_then(|next| activities.iter().position(|activity| *activity == next))
            .unwrap_or(0),
        back: "back".to_owned(),
        ..Menu::default()
    }
}

fn about(questions: usize) -> String {
    format!("about {} min", session::minutes(questions))
}
