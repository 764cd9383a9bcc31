//! Writes an imported guide as a guide file, with comments where somebody must look.

use super::imported_guide::{
    ImportedEntry, ImportedGuide, ImportedQuestion, ImportedSection, ImportedText,
};
use crate::content::template;
use crate::content::toml_strings::{long_string, string};
use crate::guide::Spoiler;

/// The words at the top of the file.
const HEAD: &str = "\
# An imported guide: the texts are those of the article, everything else is a guess.
# Read it through, then take these lines away:
#   - Every `spoiler` level is guessed: \"none\", \"mild\" (set-up and characters) or \"ending\". A comment says from what.
#   - Titles and questions are always shown, so they must not give anything away.
#   - `ask` lists how people put it, where their words are not those of the title or the text.
#   - Change an `id` now or never: links will depend on it.
# After an edit run `frontrow check`.
";

/// The facts that are known of the film.
#[derive(Clone, Debug, Default)]
pub(super) struct ImportedFilm {
    pub(super) title: String,
    /// True if nobody said that this is the title.
    pub(super) is_guessed: bool,
    pub(super) year: Option<u16>,
    pub(super) source: Option<String>,
}

/// Returns the text of the file.
pub(super) fn file(film: &ImportedFilm, guide: &ImportedGuide) -> String {
    let mut out = format!("{HEAD}\n[film]\n");
    let comment = match film.is_guessed {
        true => " # guessed from the article: is it right?",
        false => "",
    };
    out.push_str(&format!("title = {}{comment}\n", string(&film.title)));
    out.push_str(&match film.year {
        Some(year) => format!("year = {year}\n"),
        None => "#year = 2021\n".to_owned(),
    });
    out.push_str("# Facts. Fill in what you know and take the # away; each line answers its own questions.\n");
    out.push_str(&template::facts());
    if let Some(source) = &film.source {
        out.push_str(&format!("source = {}\n", string(source)));
    }
    out.push_str(&parts_of(&guide.sections, &guide.questions));
    out
}

/// Returns the sections and the questions of a guide file.
pub(super) fn parts_of(sections: &[ImportedSection], questions: &[ImportedQuestion]) -> String {
    let sections = sections.iter().map(section);
    let questions = questions.iter().map(question);
    sections.chain(questions).collect()
}

fn section(section: &ImportedSection) -> String {
    let mut out = format!("\n\n# {}\n\n[[section]]\n", ruled(&section.title));
    out.push_str(&format!("id = {}\n", string(&section.id)));
    out.push_str(&format!("title = {}\n", string(&section.title)));
    if let Some(own) = &section.text {
        out.push_str(&text("text", own));
    }
    out.extend(section.entries.iter().map(entry));
    out
}

fn entry(entry: &ImportedEntry) -> String {
    format!(
        "\n[[section.entry]]\nid = {}\ntitle = {}\n{}",
        string(&entry.id),
        string(&entry.title),
        text("text", &entry.text)
    )
}

fn question(question: &ImportedQuestion) -> String {
    let mut out = "\n[[faq]]\n".to_owned();
    out.push_str(&format!("id = {}\n", string(&question.id)));
    out.push_str(&format!("question = {}\n", string(&question.question)));
    if let Some(section) = &question.section {
        out.push_str(&format!("section = {}\n", string(section)));
    }
    out.push_str(&text("answer", &question.answer));
    out
}

fn text(key: &str, text: &ImportedText) -> String {
    let level = text.spoiler.level;
    let comment = match &text.spoiler.reason {
        Some(reason) => format!(" # guessed from \"{reason}\": please look"),
        None => String::new(),
    };
    let ask = text.ask.iter().map(|ask| format!("    {},\n", string(ask)));
    let ask = match text.ask.is_empty() {
        true => String::new(),
        false => format!("ask = [\n{}]\n", ask.collect::<String>()),
    };
    let spoiler = match level {
        Spoiler::None => String::new(),
        _ => format!("spoiler = \"{level}\"{comment}\n"),
    };
    format!("{ask}{spoiler}{key} = {}\n", long_string(&text.markup))
}

/// Returns the title behind a line that catches the eye.
fn ruled(title: &str) -> String {
    let dashes = 77_usize.saturating_sub(title.chars().count());
    format!("{} {title}", "-".repeat(dashes.max(3)))
}
