//! Keeps years at the start of paragraphs: `1912. The ship sails.` is no item of a list with 1,912 before it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// Numbers from here on are years: nobody writes a list of a thousand items into a guide.
const FIRST_YEAR: u64 = 1000;

/// An event of the parser and where it was written.
type LocatedEvent<'a> = (Event<'a>, Range<usize>);

/// Makes paragraphs of the items of lists whose first number is a year, with the numbers as they were written.
pub(super) fn keep_years<'a>(
    events: impl Iterator<Item = LocatedEvent<'a>>,
    source: &'a str,
) -> Vec<LocatedEvent<'a>> {
    let mut kept = Vec::new();
    // For each list around the event: whether its numbers are years, and whether a paragraph of ours is open in it.
    let mut lists: Vec<(bool, bool)> = Vec::new();
    let mut marker = None;
    for (event, span) in events {
        let is_ours = lists.last().is_some_and(|(is_years, _)| *is_years);
        match &event {
            Event::Start(Tag::List(first)) => {
                end_paragraph(&mut lists, &mut kept, &span);
                let is_years = first.is_some_and(|first| first >= FIRST_YEAR);
                lists.push((is_years, false));
                if is_years {
                    continue;
                }
            }
            Event::End(TagEnd::List(_)) => {
                lists.pop();
                if is_ours {
                    continue;
                }
            }
            Event::Start(Tag::Item) if is_ours => {
                marker = Some(marker_at(span.start, source));
                continue;
            }
            Event::End(TagEnd::Item) if is_ours => {
                end_paragraph(&mut lists, &mut kept, &span);
                continue;
            }
            Event::Start(Tag::Paragraph) if is_ours => {
                kept.push((event, span));
                push_marker(marker.take(), source, &mut kept);
                continue;
            }
            _ => {}
        }
        if marker.is_some() {
            kept.push((Event::Start(Tag::Paragraph), span.clone()));
            push_marker(marker.take(), source, &mut kept);
            if let Some((_, is_open)) = lists.last_mut() {
                *is_open = true;
            }
        }
        kept.push((event, span));
    }
    kept
}

/// Ends the paragraph that was begun for an item whose words stand in none.
fn end_paragraph(
    lists: &mut [(bool, bool)],
    kept: &mut Vec<LocatedEvent<'_>>,
    span: &Range<usize>,
) {
    if let Some((_, is_open)) = lists.last_mut().filter(|(_, is_open)| *is_open) {
        *is_open = false;
        kept.push((Event::End(TagEnd::Paragraph), span.clone()));
    }
}

/// Returns where the number of an item stands, with its sign and a space.
fn marker_at(start: usize, source: &str) -> Range<usize> {
    let rest = source.get(start..).unwrap_or_default();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let end = (start + digits + 2).min(source.len());
    match source.is_char_boundary(end) {
        true => start..end,
        false => start..start + digits,
    }
}

fn push_marker<'a>(at: Option<Range<usize>>, source: &'a str, kept: &mut Vec<LocatedEvent<'a>>) {
    if let Some(at) = at {
        let words = source.get(at.clone()).unwrap_or_default();
        kept.push((Event::Text(words.into()), at));
    }
}
