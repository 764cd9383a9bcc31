//! `/ask question:who directed it?` answers at once; `film` names the film, `private` shows it to nobody else.

use super::context::{self, CommandContext, Error, complete_film};

/// Ask about a film in your own words
#[poise::command(
    slash_command,
    name_localized("en-US", "ask"),
    description_localized("en-US", "Ask about a film in your own words"),
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn ask(
    command: CommandContext<'_>,
    #[description = "What you want to know; typos are fine"]
    #[name_localized("en-US", "question")]
    #[description_localized("en-US", "What you want to know; typos are fine")]
    #[max_length = 1000]
    question: String,
    #[description = "The film it is about"]
    #[name_localized("en-US", "film")]
    #[description_localized("en-US", "The film it is about")]
    #[autocomplete = "complete_film"]
    film: Option<String>,
    #[description = "Show the answer only to me"]
    #[name_localized("en-US", "private")]
    #[description_localized("en-US", "Show the answer only to me")]
    private: Option<bool>,
) -> Result<(), Error> {
    context::ask(
        command,
        &question,
        film.as_deref(),
        private.unwrap_or_default(),
    )
    .await;
    Ok(())
}
