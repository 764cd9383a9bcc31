//! `/section name:Critics` opens a section or an entry; without a name it shows the contents with a menu.

use serenity::all::CreateAutocompleteResponse;

use super::{Command, Error, asker, offer_films, offered, option, show};

/// Open a section of a film's guide
#[poise::command(
    slash_command,
    name_localized("en-US", "section"),
    description_localized("en-US", "Open a section of a film's guide"),
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn section(
    command: Command<'_>,
    #[description = "Its name, or some of it; without one, the contents"]
    #[name_localized("en-US", "name")]
    #[description_localized("en-US", "Its name, or some of it; without one, the contents")]
    #[autocomplete = "offer"]
    name: Option<String>,
    #[description = "The film"]
    #[name_localized("en-US", "film")]
    #[description_localized("en-US", "The film")]
    #[autocomplete = "offer_films"]
    film: Option<String>,
) -> Result<(), Error> {
    let doors = command.framework.user_data;
    let spot = doors.spot(command.interaction);
    let asker = asker(command, &spot, film.as_deref());
    let opened = doors.app.section(&asker, name.as_deref());
    show(command, &opened, false).await;
    Ok(())
}

async fn offer(command: Command<'_>, typed: &str) -> CreateAutocompleteResponse {
    let doors = command.framework.user_data;
    let spot = doors.spot(command.interaction);
    let asker = asker(command, &spot, option(command, "film"));
    offered(doors.app.offer_sections(&asker, typed))
}
