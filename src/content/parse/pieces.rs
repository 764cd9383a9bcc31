//! Finds the tables of a file by its header lines, whatever stands between them.

use crate::content::draft::Span;

/// A table as it stands in the file.
pub(super) struct Piece<'i> {
    /// The names in its header: `section`, `entry`; none before the first header.
    pub(super) path: Vec<&'i str>,
    /// True if the header has double brackets.
    pub(super) repeats: bool,
    /// The header line, without white space around it.
    pub(super) header: Span,
    /// The lines below the header.
    pub(super) body: Span,
}

/// Splits the text at its header lines.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = vec![Piece {
        path: Vec::new(),
        repeats: false,
        header: 0..0,
        body: 0..0,
    }];
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if let Some((path, repeats)) = header(line) {
            let indent = line.len() - line.trim_start().len();
            pieces.push(Piece {
                path,
                repeats,
                header: start + indent..start + line.trim_end().len(),
                body: end..end,
            });
        } else if let Some(last) = pieces.last_mut() {
            last.body.end = end;
        }
        start = end;
    }
    pieces
}

/// Returns the names in a header line and whether it has double brackets; brackets may be missing at its end.
fn header(line: &str) -> Option<(Vec<&str>, bool)> {
    let inner = line.trim().strip_prefix('[')?;
    let (inner, repeats) = match inner.strip_prefix('[') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let is_name_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let names = inner.trim_start();
    let names = &names[..names.find(|c| !is_name_part(c)).unwrap_or(names.len())];
    let rest = inner.trim_start()[names.len()..].trim_start();
    // A list's own line, such as `[ one, two ],`, is no header.
    let ends_well = rest.is_empty() || rest.starts_with([']', '#']);
    let path: Vec<&str> = names.split('.').filter(|name| !name.is_empty()).collect();
    (ends_well && !path.is_empty()).then_some((path, repeats))
}

#[cfg(test)]
mod tests {
    use super::header;

    #[test]
    fn header_lines_are_told_from_lines_of_lists() {
        for (line, expected) in [
            ("[film]", Some((vec!["film"], false))),
            (
                "  [[section.entry]] # more",
                Some((vec!["section", "entry"], true)),
            ),
            ("[[section", Some((vec!["section"], true))),
            ("[ one, two ],", None),
            ("[\"one\"],", None),
            ("title = \"[x]\"", None),
            ("[]", None),
        ] {
            assert_eq!(header(line), expected, "{line}");
        }
    }
}
