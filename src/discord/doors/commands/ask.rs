//! `/ask question:who directed it?` answers at once; `film` names the film, `private` shows it to nobody else.

use std::time::Instant;

use super::{Command, Error, asker, offer_films, show};

/// Ask about a film in your own words
#[poise::command(
    slash_command,
    name_localized("en-US", "ask"),
    description_localized("en-US", "Ask about a film in your own words"),
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn ask(
    command: Command<'_>,
    #[description = "What you want to know; typos are fine"]
    #[name_localized("en-US", "question")]
    #[description_localized("en-US", "What you want to know; typos are fine")]
    #[max_length = 1000]
    question: String,
    #[description = "The film it is about"]
    #[name_localized("en-US", "film")]
    #[description_localized("en-US", "The film it is about")]
    #[autocomplete = "offer_films"]
    film: Option<String>,
    #[description = "Show the answer only to me"]
    #[name_localized("en-US", "private")]
    #[description_localized("en-US", "Show the answer only to me")]
    private: Option<bool>,
) -> Result<(), Error> {
    let doors = command.framework.user_data;
    let spot = doors.spot(command.interaction);
    let asker = asker(command, &spot, film.as_deref());
    let opened = doors.app.ask(&asker, &question, Instant::now());
    show(command, &opened, private.unwrap_or_default()).await;
    Ok(())
}
