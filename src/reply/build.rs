//! Makes replies of decisions and entries.

use std::sync::Arc;

use super::{Choice, EntryView, Reply, ReplyContent, SectionRef, Settings, link, texts};
use crate::answer::{Answer, Decision, Hit, MAX_SUGGESTED, Shortfall, SmallTalk};
use crate::guide::{Entry, EntryKind, Guide};
use crate::markup::{self, RichText};

/// Puts a decision into words.
pub fn reply(guides: &[Arc<Guide>], answer: &Answer, settings: &Settings<'_>) -> Reply {
    let content = match answer.decision {
        Decision::Confident => answered(guides, answer, settings),
        Decision::Suggest => suggestions(guides, answer, settings),
        Decision::Unknown => None,
    };
    let film = answer.film.and_then(|film| film.of(guides));
    let film = film.map(|guide| guide.id.clone());
    Reply {
        content: content.unwrap_or(ReplyContent::Unknown {
            line: unknown(answer.shortfall),
        }),
        confidence: answer.confidence,
        browse: film.clone(),
        film,
    }
}

/// Returns the sentence in place of an answer.
fn unknown(shortfall: Shortfall) -> &'static str {
    match shortfall {
        Shortfall::SmallTalk(SmallTalk::Greeting) => texts::GREETING,
        Shortfall::SmallTalk(SmallTalk::Thanks) => texts::YOU_ARE_WELCOME,
        Shortfall::SmallTalk(SmallTalk::Help | SmallTalk::Title) => texts::WHAT_TO_ASK,
        Shortfall::Unsure | Shortfall::NotCovered | Shortfall::SmallTalk(SmallTalk::Command) => {
            texts::NO_ANSWER
        }
    }
}

fn answered(
    guides: &[Arc<Guide>],
    answer: &Answer,
    settings: &Settings<'_>,
) -> Option<ReplyContent> {
    let hit = answer.hits.first()?;
    let (guide, entry) = found(guides, hit)?;
    Some(ReplyContent::Entry {
        entry: Box::new(view(guide, entry, AskedPart::of(hit), settings)),
        others: hit_choices(guides, &answer.others),
    })
}

fn suggestions(
    guides: &[Arc<Guide>],
    answer: &Answer,
    settings: &Settings<'_>,
) -> Option<ReplyContent> {
    let mut choices = hit_choices(guides, &answer.hits);
    for choice in &mut choices {
        let guide = guides.iter().find(|guide| guide.id == choice.film);
        let entry = guide.and_then(|guide| Some((guide, guide.entry(choice.entry.as_str())?)));
        choice.first_line = entry.and_then(|(guide, entry)| first_line(guide, entry, settings));
    }
    let line = match answer.shortfall {
        Shortfall::NotCovered => texts::NEAREST,
        Shortfall::Unsure | Shortfall::SmallTalk(_) => texts::DID_YOU_MEAN,
    };
    (!choices.is_empty()).then_some(ReplyContent::Choices { line, choices })
}

fn hit_choices(guides: &[Arc<Guide>], hits: &[Hit]) -> Vec<Choice> {
    let found = hits.iter().filter_map(|hit| {
        let (guide, entry) = found(guides, hit)?;
        Some((guide, entry, hit.confidence))
    });
    choices(found)
}

fn found<'a>(guides: &'a [Arc<Guide>], hit: &Hit) -> Option<(&'a Guide, &'a Entry)> {
    let guide = hit.film.of(guides)?;
    Some((guide, guide.entry(hit.entry.as_str())?))
}

/// Returns entries with our confidence in each as choices, at most [`MAX_SUGGESTED`]; with their films' names where
/// they are of several films.
pub fn choices<'a>(found: impl Iterator<Item = (&'a Guide, &'a Entry, f32)>) -> Vec<Choice> {
    let found: Vec<_> = found.take(MAX_SUGGESTED).collect();
    let has_several_films = found.iter().any(|(guide, ..)| guide.id != found[0].0.id);
    let choice = |(guide, entry, confidence): &(&Guide, &Entry, f32)| Choice {
        film: guide.id.clone(),
        entry: entry.id.clone(),
        title: match has_several_films {
            true => texts::of_film(&guide.film.label(), &entry.title),
            false => entry.title.clone(),
        },
        first_line: None,
        confidence: *confidence,
    };
    found.iter().map(choice).collect()
}

/// Returns the first line of an entry, cut where it is long; `None` where the text is hidden.
fn first_line(guide: &Guide, entry: &Entry, settings: &Settings<'_>) -> Option<String> {
    let shown = view(guide, entry, AskedPart::default(), settings);
    let text = markup::plain(shown.body.open()?, usize::MAX);
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    Some(markup::cut(line, FIRST_LINE))
}

/// The longest first line that is shown, in characters: two lines of a terminal.
const FIRST_LINE: usize = 160;

/// Returns an entry as it is shown to somebody who chose it.
pub fn entry(guide: &Guide, entry: &Entry, settings: &Settings<'_>) -> EntryView {
    view(guide, entry, AskedPart::default(), settings)
}

/// The part of an entry that was asked for.
#[derive(Clone, Copy, Default)]
struct AskedPart<'a> {
    /// Some members of the film's cast.
    cast: &'a [usize],
    /// A sentence of the text.
    sentence: Option<usize>,
}

impl<'a> AskedPart<'a> {
    fn of(hit: &'a Hit) -> Self {
        Self {
            cast: &hit.cast,
            sentence: hit.sentence,
        }
    }
}

/// Returns an entry as the answer to a question about some part of it.
fn view(guide: &Guide, entry: &Entry, asked: AskedPart<'_>, settings: &Settings<'_>) -> EntryView {
    let base = settings.public_url;
    let reading = entry.reading_section();
    let section_title = |id: &str| {
        guide
            .section(id)
            .map_or_else(|| id.to_owned(), |section| section.title.clone())
    };
    let address = |id: &str| {
        let linked = guide.entry(id)?;
        Some((
            link::entry(base, &guide.id, &linked.id),
            linked.title.clone(),
        ))
    };
    let text = cast_text(guide, asked.cast)
        .or_else(|| fact_text(guide, entry))
        .or_else(|| Some(led_text(entry, asked.sentence)?.with_addresses(address)))
        .unwrap_or_else(|| entry.text.with_addresses(address));
    let mut breadcrumb = vec![guide.film.label(), section_title(entry.id.section())];
    if entry.id.name().is_some() {
        breadcrumb.push(entry.title.clone());
    }
    EntryView {
        film: guide.id.clone(),
        entry: entry.id.clone(),
        title: entry.title.clone(),
        body: settings.spoilers.body(entry.spoiler, text),
        breadcrumb,
        section: SectionRef {
            id: reading.to_owned(),
            title: section_title(reading),
            link: link::section(base, &guide.id, reading),
        },
        link: link::entry(base, &guide.id, &entry.id),
        spoiler: entry.spoiler,
        reviewed: guide.film.reviewed,
    }
}

/// Returns a long text begun with the sentence that was asked for, or `None` where it is short or begins so.
fn led_text(entry: &Entry, sentence: Option<usize>) -> Option<RichText> {
    let is_long = entry.text.source().chars().count() > LONG_TEXT;
    markup::led_by(&entry.text, sentence.filter(|_| is_long)?)
}

/// A text longer than this, in characters, is not read at a glance.
const LONG_TEXT: usize = 400;

/// Returns what answers with a fact, or `None` where the entry is none.
fn fact_text(guide: &Guide, entry: &Entry) -> Option<RichText> {
    let EntryKind::Fact(kind) = entry.kind else {
        return None;
    };
    let value = guide.film.facts.get(kind)?;
    let texts::facts::FactText { sentence, list } =
        texts::facts::fact(&guide.film.title, kind, value);
    Some(RichText::from_words(&[sentence], &list))
}

/// Returns the sentences on the members of the cast that were asked about.
fn cast_text(guide: &Guide, cast: &[usize]) -> Option<RichText> {
    let lines: Vec<String> = cast
        .iter()
        .filter_map(|&index| guide.film.facts.cast().get(index))
        .map(texts::facts::plays)
        .collect();
    (!lines.is_empty()).then(|| RichText::from_words(&lines, &[]))
}
