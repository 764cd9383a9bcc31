//! The page of `/chat`: the bot as Discord shows it, for anyone to try before there is a token.

use askama::Template;

use super::assets;
use super::home::choices;
use super::site_style::{PageHead, SiteStyle};
use crate::guide::FAQ_SECTION;
use crate::library::Library;
use crate::reply::texts::web as texts;

/// The number of questions offered to begin with: as many as fit beside each other on a phone.
const EXAMPLES: usize = 3;

#[derive(Template)]
#[template(path = "chat.html", config = "src/web/templates/askama.toml")]
struct ChatPage {
    head: PageHead,
    script: String,
    choices: Vec<(String, String, bool)>,
    examples: Vec<String>,
}

/// Returns the chat page.
pub(crate) fn page(library: &Library, style: &SiteStyle) -> askama::Result<String> {
    let (title, intro) = (texts::CHAT_TITLE, texts::CHAT_INTRO);
    let head = style.head("chat", title.to_owned(), intro.to_owned());
    let guides = library.guides().iter();
    let faqs = guides.filter_map(|guide| guide.section(FAQ_SECTION));
    let questions = faqs.flat_map(|faq| &faq.entries);
    let examples = questions.map(|entry| entry.title.clone()).take(EXAMPLES);
    ChatPage {
        script: head.links.asset(&assets::address(assets::SCRIPT, true)),
        choices: choices(library, None),
        examples: examples.collect(),
        head,
    }
    .render()
}
