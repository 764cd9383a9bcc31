//! Building a tree from the beginnings and ends of its nodes.

use std::ops::Range;

use super::tree::{NodeData, NodeKind, RichText, Slice, number};

/// The depth to which nodes may stand in one another; deeper ones are left out and what is inside them moves up. No
/// reader can follow ten levels, and a renderer that calls itself for each must not run out of stack.
const MAX_DEPTH: usize = 64;

/// The break between two lines of the source.
const BREAK: &str = "\n\n";

impl RichText {
    /// Returns paragraphs and below them a list with bullets; no sign in them is markup.
    pub fn from_words(paragraphs: &[String], bullets: &[String]) -> Self {
        let lines: Vec<&str> = paragraphs
            .iter()
            .chain(bullets)
            .map(String::as_str)
            .collect();
        let mut builder = TreeBuilder::new(&lines.join(BREAK));
        let mut start = 0;
        for (index, line) in lines.into_iter().enumerate() {
            let source = start..start + line.len();
            start = source.end + BREAK.len();
            let is_bullet = index >= paragraphs.len();
            if index == paragraphs.len() {
                builder.open(NodeKind::BulletList, "", source.start..source.start);
            }
            let kind = if is_bullet {
                NodeKind::Item
            } else {
                NodeKind::Paragraph
            };
            builder.open(kind, "", source.clone());
            builder.text(line, source);
            builder.close();
        }
        builder.build()
    }
}

/// A tree in the making.
pub(super) struct TreeBuilder {
    buffer: String,
    source_len: usize,
    nodes: Vec<NodeData>,
    /// The nodes that have not ended yet, the outermost first; `None` for those left out.
    open: Vec<Option<usize>>,
    /// True if the last node is a text that may go on.
    is_in_text: bool,
}

impl TreeBuilder {
    /// Begins the tree of a text.
    pub(super) fn new(source: &str) -> Self {
        Self {
            buffer: source.to_owned(),
            source_len: source.len(),
            nodes: Vec::new(),
            open: Vec::new(),
            is_in_text: false,
        }
    }

    /// Begins a node; what is added up to [`TreeBuilder::close`] is inside it.
    pub(super) fn open(&mut self, kind: NodeKind, text: &str, source: Range<usize>) {
        self.is_in_text = false;
        if self.open.len() >= MAX_DEPTH {
            self.open.push(None);
            return;
        }
        self.open.push(Some(self.nodes.len()));
        self.leaf(kind, text, source);
    }

    /// Ends the node that was begun last.
    pub(super) fn close(&mut self) {
        self.is_in_text = false;
        let end = number(self.nodes.len());
        if let Some(at) = self.open.pop().flatten() {
            self.nodes[at].end = end;
        }
    }

    /// Adds a node with nothing inside.
    pub(super) fn leaf(&mut self, kind: NodeKind, text: &str, source: Range<usize>) {
        self.is_in_text = false;
        let text = self.slice_of(text, &source);
        self.push(kind, text, Slice::from(source));
    }

    /// Adds words; those that follow on one another in the source become one node.
    pub(super) fn text(&mut self, text: &str, source: Range<usize>) {
        let text = self.slice_of(text, &source);
        let source = Slice::from(source);
        match self.nodes.last_mut().filter(|_| self.is_in_text) {
            Some(last) if last.text.end == text.start && last.source.end == source.start => {
                last.text.end = text.end;
                last.source.end = source.end;
            }
            _ => self.push(NodeKind::Text, text, source),
        }
        self.is_in_text = true;
    }

    fn push(&mut self, kind: NodeKind, text: Slice, source: Slice) {
        let end = number(self.nodes.len() + 1);
        self.nodes.push(NodeData {
            kind,
            text,
            source,
            end,
        });
    }

    /// Returns the tree; nodes that have not ended end here.
    pub(super) fn build(mut self) -> RichText {
        while !self.open.is_empty() {
            self.close();
        }
        RichText {
            source_len: number(self.source_len),
            buffer: self.buffer.into_boxed_str(),
            nodes: self.nodes.into_boxed_slice(),
        }
    }

    /// Finds words where they were written, or adds them behind the source.
    fn slice_of(&mut self, text: &str, source: &Range<usize>) -> Slice {
        let written = self.buffer.get(source.clone()).unwrap_or_default();
        let start = match written.rfind(text) {
            Some(at) => source.start + at,
            None => {
                self.buffer.push_str(text);
                self.buffer.len() - text.len()
            }
        };
        Slice::from(start..start + text.len())
    }
}

#[cfg(test)]
mod tests {
    use crate::markup::{RichText, discord, html, plain};

    #[test]
    fn signs_in_words_are_no_markup() {
        let awards = ["*best* picture".to_owned(), "1. place".to_owned()];
        let text = RichText::from_words(&["M*A*S*H, [first]:".to_owned()], &awards);
        assert_eq!(
            plain(&text, 80),
            "M*A*S*H, [first]:\n\n- *best* picture\n- 1. place"
        );
        let shown = html(&text, str::to_owned);
        assert!(shown.contains("<p>M*A*S*H, [first]:</p>"), "{shown}");
        assert!(shown.contains("<li>*best* picture</li>"), "{shown}");
        let typed = discord(&text);
        assert!(typed.starts_with(r"M\*A\*S\*H, "), "{typed}");
        assert!(typed.contains("\n- \\*best\\* picture"), "{typed}");
    }
}
