//! From articles to a guide: `frontrow import`.
//!
//! A reader for each form (`markdown`, `html`, `plain_text`, `records`) makes the same [`outline::Outline`]; `builder`
//! tells sections, entries and questions apart in it; `assemble` gives them ids, lengths and spoiler levels;
//! `toml_writer` writes the file, `into` adds to one that is there. Texts stay as they are; what could not be taken
//! is named with its line.

mod assemble;
mod builder;
mod datum;
mod escape;
mod html;
mod imported_guide;
mod into;
mod lead_in;
mod links;
mod markdown;
mod markup_writer;
mod outline;
mod plain_text;
mod records;
mod spoilers;
mod titles;
mod toml_writer;

use std::fmt;
use std::path::Path;

use self::builder::{ArticleBuilder, ArticleLine};
use self::imported_guide::ImportedGuide;
use self::into::OpenGuide;
use self::outline::Outline;
use self::toml_writer::ImportedFilm;
use super::slug::slug;
use super::template::{self, TemplateError};

/// A file to import.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its path as people name it; the extension tells how to read it.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The knowledge of the film before its articles are read.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// The title; without one the article is asked.
    pub title: Option<String>,
    /// The year.
    pub year: Option<u16>,
}

/// A guide made of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The text of the guide file.
    pub text: String,
    /// The name of the file, made from the film's title; `None` where none can be made.
    pub file_name: Option<String>,
    /// The number of sections that are new.
    pub n_sections: usize,
    /// The number of entries that are new, without sections of one text.
    pub n_entries: usize,
    /// The number of questions that are new.
    pub n_questions: usize,
    /// The pieces that could not be taken, or not as they were: `article.md:12: a table became a list`.
    pub notes: Vec<String>,
}

/// The reason why nothing could be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The articles hold no text that could answer; what was found instead.
    Nothing(Vec<String>),
    /// No title was given, and none was found.
    NoTitle,
    /// The title or the year will not do.
    BadFilm(TemplateError),
    /// The guide to add to is no TOML: the line and what is wrong.
    BrokenGuide(usize, String),
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing(notes) => {
                let notes = notes.iter().map(|note| format!("\n{note}"));
                let notes: String = notes.collect();
                write!(
                    f,
                    "no heading with a text and no question with an answer was found{notes}"
                )
            }
            Self::NoTitle => {
                f.write_str("which film is it about? Add --title \"Title of the film\"")
            }
            Self::BadFilm(error) => error.fmt(f),
            Self::BrokenGuide(line, message) => {
                write!(
                    f,
                    "line {line} of the guide: {message}; `frontrow check` says more"
                )
            }
        }
    }
}

impl std::error::Error for ImportError {}

/// Makes a guide of articles.
///
/// # Errors
/// Returns why there is nothing to make a guide of.
pub fn import(articles: &[Article], options: &ImportOptions) -> Result<Imported, ImportError> {
    let (mut builder, found) = read_all(articles);
    let film = film(found, articles, options).ok_or(ImportError::NoTitle)?;
    template::check_film(&film.title, film.year).map_err(ImportError::BadFilm)?;
    let guide = assemble::assemble(&mut builder, &film.title);
    let notes = shown(builder.notes, articles);
    if guide.sections.is_empty() && guide.questions.is_empty() {
        return Err(ImportError::Nothing(notes));
    }
    let name = template::file_stem(&film.title, film.year);
    Ok(imported(
        toml_writer::file(&film, &guide),
        name.map(|name| format!("{name}.toml")),
        &guide,
        notes,
    ))
}

/// Adds what is new in articles to the text of a guide.
///
/// # Errors
/// Returns why nothing can be added.
pub fn import_into(articles: &[Article], guide: &str) -> Result<Imported, ImportError> {
    let broken = |(line, message)| ImportError::BrokenGuide(line, message);
    let mut open = OpenGuide::open(guide).map_err(broken)?;
    let (mut builder, _) = read_all(articles);
    let film = open.film_title().unwrap_or_default().to_owned();
    let mut new = assemble::assemble(&mut builder, &film);
    let mut notes = shown(std::mem::take(&mut builder.notes), articles);
    if new.sections.is_empty() && new.questions.is_empty() {
        return Err(ImportError::Nothing(notes));
    }
    notes.extend(open.add(&mut new));
    Ok(imported(open.text(), None, &new, notes))
}

fn imported(
    text: String,
    file_name: Option<String>,
    guide: &ImportedGuide,
    notes: Vec<String>,
) -> Imported {
    let entries = guide.sections.iter().map(|section| section.entries.len());
    Imported {
        text,
        file_name,
        n_sections: guide.sections.len(),
        n_entries: entries.sum(),
        n_questions: guide.questions.len(),
        notes,
    }
}

/// Reads all articles; returns what was found, and what the first of them says of the film.
fn read_all(articles: &[Article]) -> (ArticleBuilder, ImportedFilm) {
    let mut builder = ArticleBuilder::default();
    let mut film = ImportedFilm::default();
    for (file, article) in articles.iter().enumerate() {
        let text = article
            .text
            .strip_prefix('\u{feff}')
            .unwrap_or(&article.text);
        let mut outline = read(&article.path, &text.replace("\r\n", "\n"));
        let named = outline.title.take();
        let (year, source) = (outline.year, outline.source.take());
        let heading = builder.add(file, outline);
        let (title, year_in_title) = titles::of_film(&named.or(heading).unwrap_or_default());
        if film.title.is_empty() {
            film.title = title;
        }
        film.year = film.year.or(year).or(year_in_title);
        film.source = film
            .source
            .or(source.filter(|source| source.starts_with("https://")));
    }
    (builder, film)
}

fn read(path: &str, text: &str) -> Outline {
    let extension = Path::new(path).extension().unwrap_or_default();
    let extension = extension.to_string_lossy().to_lowercase();
    match extension.as_str() {
        "md" | "markdown" | "mkd" | "mdown" => markdown::read(text),
        "html" | "htm" | "xhtml" => html::read(text),
        "csv" => records::read_table(text, false),
        "tsv" | "tab" => records::read_table(text, true),
        "yaml" | "yml" => records::read_yaml(text),
        "toml" => records::read_toml(text),
        "json" => records::read_json(text),
        _ if text.trim_start().starts_with("<!DOCTYPE")
            || text.trim_start().starts_with("<html") =>
        {
            html::read(text)
        }
        _ if plain_text::is_markdown(text) => markdown::read(text),
        _ => plain_text::read(text),
    }
}

/// Returns the film: what was asked for, else what the articles say, else the name they quote all the time.
fn film(
    found: ImportedFilm,
    articles: &[Article],
    options: &ImportOptions,
) -> Option<ImportedFilm> {
    let year = options.year.or(found.year);
    if let Some(title) = &options.title {
        let title = assemble::plain(title);
        let film = ImportedFilm {
            title,
            year,
            ..found
        };
        return Some(film).filter(|film| !film.title.is_empty());
    }
    let quoted = || {
        articles
            .iter()
            .find_map(|article| titles::quoted_most(&article.text))
    };
    let of_file = || {
        let stem = Path::new(&articles.first()?.path)
            .file_stem()?
            .to_string_lossy()
            .into_owned();
        let words = stem.replace(['-', '_'], " ");
        // A name that a program made up says nothing.
        let is_name = !words.chars().any(|c| c.is_ascii_digit());
        (is_name && !slug(&words).is_empty()).then_some(words)
    };
    let named = Some(found.title.clone()).filter(|title| !title.is_empty());
    let title = named.or_else(quoted).or_else(of_file)?;
    Some(ImportedFilm {
        title: assemble::plain(&title),
        is_guessed: true,
        year,
        ..found
    })
}

/// Returns the notes in order, each behind its file and line.
fn shown(mut notes: Vec<(ArticleLine, String)>, articles: &[Article]) -> Vec<String> {
    notes.sort();
    notes.dedup();
    let notes = notes.into_iter().map(|((file, line), message)| {
        let path = articles.get(file).map_or("", |article| &article.path);
        match line {
            0 => message,
            _ => format!("{path}:{line}: {message}"),
        }
    });
    notes.collect()
}
