//! `/section name:Critics` opens a section or an entry; without a name it shows the contents with a menu.

use serenity::all::CreateAutocompleteResponse;

use super::context::{CommandContext, Error, complete, complete_film, open};
use crate::app::{Completion, OpenTarget};

/// Open a section of a film's guide
#[poise::command(
    slash_command,
    name_localized("en-US", "section"),
    description_localized("en-US", "Open a section of a film's guide"),
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn section(
    command: CommandContext<'_>,
    #[description = "Its name, or some of it; without one, the contents"]
    #[name_localized("en-US", "name")]
    #[description_localized("en-US", "Its name, or some of it; without one, the contents")]
    #[autocomplete = "offer"]
    name: Option<String>,
    #[description = "The film"]
    #[name_localized("en-US", "film")]
    #[description_localized("en-US", "The film")]
    #[autocomplete = "complete_film"]
    film: Option<String>,
) -> Result<(), Error> {
    open(
        command,
        OpenTarget::Section(name.as_deref()),
        film.as_deref(),
    )
    .await;
    Ok(())
}

async fn offer(command: CommandContext<'_>, typed: &str) -> CreateAutocompleteResponse {
    complete(command, Completion::Section, typed).await
}
