//! `/faq question:…` opens one of the guide's questions; without one it lists them with a menu.

use serenity::all::CreateAutocompleteResponse;

use super::context::{CommandContext, Error, complete, complete_film, open};
use crate::app::{Completion, OpenTarget};

/// Read what is asked about a film most
#[poise::command(
    slash_command,
    name_localized("en-US", "faq"),
    description_localized("en-US", "Read what is asked about a film most"),
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn faq(
    command: CommandContext<'_>,
    #[description = "The question; without one, all of them"]
    #[name_localized("en-US", "question")]
    #[description_localized("en-US", "The question; without one, all of them")]
    #[autocomplete = "offer"]
    question: Option<String>,
    #[description = "The film"]
    #[name_localized("en-US", "film")]
    #[description_localized("en-US", "The film")]
    #[autocomplete = "complete_film"]
    film: Option<String>,
) -> Result<(), Error> {
    open(
        command,
        OpenTarget::Faq(question.as_deref()),
        film.as_deref(),
    )
    .await;
    Ok(())
}

async fn offer(command: CommandContext<'_>, typed: &str) -> CreateAutocompleteResponse {
    complete(command, Completion::Faq, typed).await
}
