//! A guide to fill in, as `frontrow new` writes it: it passes `check`, with warnings only.

use std::fmt;

use super::slug::slug;
use super::validate::{MAX_TITLE_CHARS, YEARS};
use crate::guide::{FACTS, is_program_page};

/// A guide to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The file name, made from the title.
    pub file_name: String,
    /// The name to take where another film of the same title has that one; `None` without a year.
    pub file_name_with_year: Option<String>,
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
    check_film(title, year)?;
    let stem = file_stem(title, year).ok_or(TemplateError::NoFileName)?;
    let file_name = format!("{stem}.toml");
    let with_year = year.map(|year| format!("{}-{year}.toml", slug(title)));
    let year = year.map_or_else(
        || "#year = 2021".to_owned(),
        |year| format!("year = {year}"),
    );
    let text = FORM
        .replace("{year}", &year)
        .replace("{facts}", &facts())
        .replace("{title}", &toml::Value::from(title).to_string());
    Ok(Template {
        file_name,
        file_name_with_year: with_year,
        text,
    })
}

/// Returns the year of the film that the text of a guide names.
pub fn film_year(text: &str) -> Option<u16> {
    let guide: toml::Table = text.parse().ok()?;
    let year = guide.get("film")?.get("year")?.as_integer()?;
    year.try_into().ok()
}

/// Returns a line for each fact, with an example of its value, for people to fill in.
pub(super) fn facts() -> String {
    let lines = FACTS.iter().map(|fact| {
        let line = format!("{} = {}", fact.key, fact.example);
        format!("#{}\n", line.replace('\n', "\n#"))
    });
    lines.collect()
}

/// Returns whether a guide can have this title and this year.
pub(super) fn check_film(title: &str, year: Option<u16>) -> Result<(), TemplateError> {
    if title.is_empty()
        || title.chars().count() > MAX_TITLE_CHARS
        || title.chars().any(char::is_control)
    {
        return Err(TemplateError::BadTitle);
    }
    if year.is_some_and(|year| !YEARS.contains(&i64::from(year))) {
        return Err(TemplateError::BadYear);
    }
    Ok(())
}

/// Returns the name of a film's guide without `.toml`, where one can be made from its title.
pub(super) fn file_stem(title: &str, year: Option<u16>) -> Option<String> {
    let stem = slug(title);
    if is_program_page(&stem) {
        // The program has a page of that name.
        let year = year.map_or_else(|| "film".to_owned(), |year| year.to_string());
        return Some(format!("{stem}-{year}"));
    }
    (!stem.is_empty()).then_some(stem)
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
# `topic` names what it is about, of what people ask about any film: then `ask` needs only what is special to this one.
# `frontrow topics` lists the topics. Without one the title tells.
# `spoiler` is "none", "mild" (the set-up and the characters) or "ending"; the bot hides the text accordingly.
[[section.entry]]
id = "what-it-is-about"
title = "What It Is About"
topic = "overview"
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
    use super::{TemplateError, template};

    #[test]
    fn file_names_are_made_from_titles() {
        for (title, year, name) in [
            ("Red Rocket", None, "red-rocket.toml"),
            ("8½", Some(1963), "8-1-2.toml"),
            ("Chat", None, "chat-film.toml"),
            ("Chat", Some(2010), "chat-2010.toml"),
        ] {
            let template = template(title, year).expect("a template");
            assert_eq!(template.file_name, name, "{title}");
        }
        let template = template("Suspiria", Some(2018)).expect("a template");
        assert_eq!(
            template.file_name_with_year.as_deref(),
            Some("suspiria-2018.toml")
        );
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
