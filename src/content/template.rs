//! A guide to fill in, as `frontrow new` writes it: laid out by what people ask about nearly every film.
//!
//! Whoever is in a hurry writes the texts and takes out what is not needed; `check` names what is not filled in yet.

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

/// The guide to fill in: the facts, and an entry for each other topic that is common.
const FORM: &str = include_str!("new_guide.toml");

#[cfg(test)]
mod tests {
    use super::{TemplateError, template};
    use crate::content::report::Report;
    use crate::content::{build, parse};
    use crate::guide::{FACTS, FilmId};
    use crate::search;

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

    /// The entries claim their topics by their titles, so that they need no phrasings, and are all that people ask for in
    /// nearly every film.
    #[test]
    fn a_new_guide_is_laid_out_by_common_topics() {
        let text = template("The Fog", Some(1980)).expect("sound").text;
        let draft = parse::parse(&text, &mut Report::new(0));
        let id = FilmId::parse("the-fog").expect("an id");
        let guide = build::guide(id, &draft).expect("a guide");
        let claimed = search::claimed_in(&guide);
        for entry in guide.entries() {
            let claims = claimed.iter().find(|claims| claims.entry.id == entry.id);
            let claims = claims.unwrap_or_else(|| panic!("{} claims no topic", entry.id));
            assert!(claims.topics.iter().any(|topic| topic.common), "{claims:?}");
        }
        for missing in search::not_covered(&claimed) {
            let mut facts = FACTS.iter().map(|fact| fact.id);
            let mut filling = missing.filled_by.iter().map(String::as_str);
            let is_fact = facts.clone().any(|id| id == missing.id);
            assert!(
                is_fact || filling.any(|id| facts.any(|fact| fact == id)),
                "{}",
                missing.id
            );
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
