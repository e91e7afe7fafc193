//! The menu of the games with the timeline of a pack. It shows no dates: they are what is asked.

use anyhow::Result;

use super::super::{
    World,
    game::{Dealing, cannot},
    play::Desk,
};
use crate::{
    library::Opened,
    run::RunError,
    session::Ending,
    timeline::games::{self, Game},
    ui::{Item, Menu, Picked, UiError},
};

/// Lets a game be picked and plays it; none when the person goes back.
pub(super) fn screen(opened: Opened, desk: &mut Desk, world: &mut World) -> Result<Option<Ending>> {
    let Some(pack) = &opened.reading.pack else {
        return Ok(None);
    };
    let mut selected = 0;
    let game = loop {
        let items = Game::ALL.map(|game| {
            let detail = match games::playable(game, &pack.events) {
                Ok(()) => game.rules().to_owned(),
                Err(needs) => needs.to_string(),
            };
            Item::new(capitalized(game.title()), detail)
        });
        let menu = Menu {
            title: vec![format!("{}: play with the timeline", pack.title)],
            items: items.to_vec(),
            selected,
            back: "back".to_owned(),
            ..Menu::default()
        };
        let game = match desk.ui.pick(&menu) {
            Ok(Picked::Item(at)) => {
                selected = at;
                Game::ALL.get(at).copied()
            }
            Ok(Picked::Key(_) | Picked::Back) | Err(UiError::EndOfInput) => return Ok(None),
            Err(error) => return Err(RunError::Ui(error).into()),
        };
        let Some(game) = game else { continue };
        match games::playable(game, &pack.events) {
            Ok(()) => break game,
            Err(needs) => {
                let told = cannot(game, needs);
                desk.ui.say(&told).map_err(RunError::Ui)?;
            }
        }
    };
    let mut left = desk.left(game, &pack.id);
    if let Some(attempt) = &left
        && !desk.asks_to_go_on(attempt, world)?
    {
        left = None;
    }
    let played = desk.game(opened, Dealing::usual(game, left), world)?;
    Ok(played.ok().map(|played| played.ending))
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
