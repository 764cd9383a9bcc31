//! Diagnostics for people: the place, the line with a caret, what is wrong, what to do.

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet,
};

use super::{Diagnostic, Diagnostics, Place, Severity};

/// Lines longer than this are named but not shown, in bytes: nobody could find the caret.
const MAX_SHOWN_LINE: usize = 20_000;

impl Diagnostics {
    /// Returns all diagnostics as text for a terminal, an empty line after each.
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        self.iter()
            .map(|one| renderer.render(&[self.group(one)]) + "\n\n")
            .collect()
    }

    fn group<'a>(&'a self, one: &'a Diagnostic) -> Group<'a> {
        let level = match one.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let mut group = level
            .primary_title(one.message.as_str())
            .id(one.code)
            .elements(self.elements(one));
        if !one.help.is_empty() {
            group = group.element(Level::HELP.message(one.help.as_str()));
        }
        group
    }

    /// Returns the lines to show; places on the same line share it.
    fn elements<'a>(&'a self, one: &'a Diagnostic) -> Vec<Element<'a>> {
        let Some(primary) = &one.primary else {
            return Vec::new();
        };
        let mut shown = vec![self.line(primary, AnnotationKind::Primary, None)];
        for (place, label) in &one.others {
            shown.push(self.line(place, AnnotationKind::Context, Some(label)));
        }
        shown.into_iter().flatten().collect()
    }

    /// Returns the line of a place with the place marked, or only its name where the line cannot be shown.
    fn line<'a>(
        &'a self,
        place: &Place,
        kind: AnnotationKind,
        label: Option<&'a String>,
    ) -> Option<Element<'a>> {
        let (source, position) = self.position(place)?;
        let text = source.text.as_str();
        let start = text.floor_char_boundary(place.span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line = text[line_start..].split('\n').next().unwrap_or_default();
        if line.len() > MAX_SHOWN_LINE {
            let origin = Origin::path(source.shown_path()).line(position.line);
            return Some(origin.char_column(position.column).into());
        }
        let end = line.ceil_char_boundary(place.span.end.saturating_sub(line_start));
        let from = start - line_start;
        let mark: Annotation<'a> = kind.span(from..end.max(from)).label(label);
        let snippet = Snippet::source(line)
            .line_start(position.line)
            .path(source.shown_path())
            .annotation(mark);
        Some(snippet.into())
    }
}
