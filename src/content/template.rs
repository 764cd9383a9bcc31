//! A guide to fill in, as `frontrow new` writes it: it passes `check`, with warnings only.

use std::fmt;

use super::validate::{MAX_TITLE_CHARS, YEARS};
use crate::guide::FACTS;
use crate::text::fold::fold;

/// A guide to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The file name, made from the title.
    pub file_name: String,
    /// The text of the file.
    pub text: String,
}

/// The reason why no guide can be begun for a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// The title has no letter or digit that a file name could be made from.
    NoFileName,
    /// The title is empty, too long or has line breaks.
    BadTitle,
    /// No film is that old, or that new.
    BadYear,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFileName => f.write_str(
                "no file name can be made from this title: write it with letters from a to z, \
                 then put the right title into the file",
            ),
            Self::BadTitle => write!(
                f,
                "a title is one line of at most {MAX_TITLE_CHARS} characters"
            ),
            Self::BadYear => write!(f, "a year is between {} and {}", YEARS.start(), YEARS.end()),
        }
    }
}

impl std::error::Error for TemplateError {}

/// Returns a guide to fill in for the film with this title.
///
/// # Errors
/// Returns why the title or the year will not do.
pub fn template(title: &str, year: Option<u16>) -> Result<Template, TemplateError> {
    let title = title.trim();
    if title.is_empty()
        || title.chars().count() > MAX_TITLE_CHARS
        || title.chars().any(char::is_control)
    {
        return Err(TemplateError::BadTitle);
    }
    if year.is_some_and(|year| !YEARS.contains(&i64::from(year))) {
        return Err(TemplateError::BadYear);
    }
    let slug = slug(title);
    if slug.is_empty() {
        return Err(TemplateError::NoFileName);
    }
    let year = year.map_or_else(
        || "#year = 2021".to_owned(),
        |year| format!("year = {year}"),
    );
    let text = FORM
        .replace("{year}", &year)
        .replace("{facts}", &facts())
        .replace("{title}", &toml::Value::from(title).to_string());
    Ok(Template {
        file_name: format!("{slug}.toml"),
        text,
    })
}

/// Returns a line for each fact, with an example of its value, for people to fill in.
fn facts() -> String {
    let lines = FACTS.iter().map(|fact| {
        let line = format!("{} = {}", fact.key, fact.example);
        format!("#{}\n", line.replace('\n', "\n#"))
    });
    lines.collect()
}

/// Returns the title as lower-case words with hyphens, letters without their accents.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in fold(title).chars().filter(|&letter| letter != '\'') {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

const FORM: &str = r#"# What frontrow knows about this film. The bot does not read lines that begin with #.
# Those with a space after the # are notes for you; from the others take the # away to use them.
# After an edit run `frontrow check`: it names every mistake with its line.

[film]
title = {title}
{year}
#also = ["another name people use", "a short form"]

# Facts. Fill in what you know; each line answers its own questions.
{facts}#source = "https://example.org/where-the-facts-come-from"
#reviewed = 2026-01-31         # the day somebody last read this guide through

# A section is a chapter of the guide. An `id` is lower-case words with hyphens; once people link to it, leave it
# as it is. If you must rename it, keep the old one: also_id = ["old-id"]
[[section]]
id = "about-the-film"
title = "About the Film"

# One thing people ask about. `title` is shown in menus, so it must not give anything away.
# `ask` lists the ways people put the question: three or more. Typos need no lines of their own.
# `spoiler` is "none", "mild" (the set-up and the characters) or "ending"; the bot hides the text accordingly.
[[section.entry]]
id = "what-it-is-about"
title = "What It Is About"
spoiler = "none"
ask = ["What is this film about?"]
text = """
Write here what the bot should answer. **Bold**, *italic*, lists, [links](https://example.org) and links to other
entries of this guide, such as [this one](entry:about-the-film/what-it-is-about), are fine.
"""

# A question with its answer. `section` is where people can read more; `sums_up` names the entry that says the
# same at length.
#[[faq]]
#id = "suitable-for-children"
#question = "Is it suitable for children?"
#ask = ["can my kids watch it", "is it a family film", "how old should you be"]
#section = "about-the-film"
#answer = """
#Write the answer here.
#"""

# A question and the answer it must get: an edit that breaks one is refused. "none" asks the bot to stay silent.
#[[check]]
#ask = "what's it about"
#answer = "about-the-film/what-it-is-about"
"#;

#[cfg(test)]
mod tests {
    use super::{TemplateError, slug, template};

    #[test]
    fn file_names_are_made_from_titles() {
        for (title, name) in [
            ("Red Rocket", "red-rocket"),
            ("Amélie", "amelie"),
            ("Schindler’s List", "schindlers-list"),
            ("  Ok — 8½!  ", "ok-81-2"),
            ("Straße & Øl", "strasse-ol"),
            ("千と千尋", ""),
        ] {
            assert_eq!(slug(title), name, "{title}");
        }
    }

    #[test]
    fn titles_that_will_not_do_are_refused() {
        assert_eq!(template("千", None), Err(TemplateError::NoFileName));
        assert_eq!(template(" ", None), Err(TemplateError::BadTitle));
        assert_eq!(template("a\nb", None), Err(TemplateError::BadTitle));
        assert_eq!(template("A", Some(1500)), Err(TemplateError::BadYear));
    }

    #[test]
    fn a_title_with_quotes_stays_a_title() {
        let text = template("\"It's\" \\o/", Some(1999)).expect("sound").text;
        let parsed: toml::Table = text.parse().expect("sound TOML");
        let film = &parsed["film"];
        assert_eq!(film["title"].as_str(), Some("\"It's\" \\o/"));
        assert_eq!(film["year"].as_integer(), Some(1999));
    }
}
