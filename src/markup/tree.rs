//! A text as a tree of nodes.
//!
//! All words stand in one buffer and all nodes in one list, each before what is inside it: a hundred thousand entries
//! must not cost an allocation for every word in bold.

use std::fmt;
use std::ops::Range;

/// A text with paragraphs, lists, links and emphasis.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct RichText {
    /// The text as it was written; behind it, what nodes say in other letters than those of the source.
    pub(super) buffer: Box<str>,
    /// The length of the source within the buffer.
    pub(super) source_len: u32,
    /// The nodes, each before those inside it.
    pub(super) nodes: Box<[NodeData]>,
}

/// The kinds of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A paragraph.
    Paragraph,
    /// A list with bullets.
    BulletList,
    /// A list with numbers, and the first of them.
    NumberedList(u32),
    /// An item of a list.
    Item,
    /// Words as they are read.
    Text,
    /// A line break in the source that is none for the reader.
    SoftBreak,
    /// A line break that the writer wants.
    HardBreak,
    /// Emphasis, in italics.
    Emphasis,
    /// Strong emphasis, in bold.
    Strong,
    /// A link; the node's text is its address.
    Link,
    /// A link to an entry of the same guide; the node's text is `entry:section/entry`, or the entry's address.
    EntryLink,
    /// Something that guides must not have. What is inside it is shown as if it stood alone.
    Unsupported(Unsupported),
}

/// The markup that guides must not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the markup it is named after")]
pub enum Unsupported {
    Heading,
    Quote,
    IndentedCode,
    CodeBlock,
    Code,
    /// HTML; the text of a node without nodes inside is the HTML itself.
    Html,
    Table,
    Image,
    Footnote,
    Rule,
    TaskBox,
    Strikethrough,
    /// The address of a link, apart from the link.
    LinkDefinition,
}

/// A node as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NodeData {
    /// The kind of it.
    pub(super) kind: NodeKind,
    /// Its own text, in the buffer.
    pub(super) text: Slice,
    /// The place where it was written, in the source.
    pub(super) source: Slice,
    /// The number of the first node that is not inside it.
    pub(super) end: u32,
}

/// A part of the buffer, in bytes. Four bytes a number are enough for any text, and half as many as a `Range` takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slice {
    /// Its first byte.
    pub(super) start: u32,
    /// The byte after its last.
    pub(super) end: u32,
}

/// A node of a text.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    tree: &'a RichText,
    at: usize,
    data: &'a NodeData,
}

impl RichText {
    /// Returns the text as it was written.
    pub fn source(&self) -> &str {
        self.slice(Slice::from(0..self.source_len as usize))
    }

    /// Returns how many bytes it takes.
    pub fn n_bytes(&self) -> usize {
        self.buffer.len() + size_of_val(&self.nodes[..])
    }

    /// Returns whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Returns the outermost nodes.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        self.siblings(0..self.nodes.len())
    }

    /// Returns the words alone, in one line.
    pub fn words(&self) -> String {
        words(self.all_nodes())
    }

    /// Returns all nodes, each before those inside it.
    pub fn all_nodes(&self) -> impl Iterator<Item = Node<'_>> {
        self.flat(0..self.nodes.len())
    }

    fn node(&self, at: usize) -> Option<Node<'_>> {
        let data = self.nodes.get(at)?;
        let tree = self;
        Some(Node { tree, at, data })
    }

    fn flat(&self, numbers: Range<usize>) -> impl Iterator<Item = Node<'_>> {
        numbers.filter_map(|at| self.node(at))
    }

    fn siblings(&self, numbers: Range<usize>) -> impl Iterator<Item = Node<'_>> {
        let first = self.node(numbers.start).filter(|_| !numbers.is_empty());
        std::iter::successors(first, move |node| {
            let next = node.data.end as usize;
            self.node(next).filter(|_| next < numbers.end)
        })
    }

    fn slice(&self, Slice { start, end }: Slice) -> &str {
        let slice = self.buffer.get(start as usize..end as usize);
        slice.unwrap_or_default()
    }
}

/// Shows the source alone: it says all that the nodes do.
impl fmt::Debug for RichText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source().fmt(f)
    }
}

impl<'a> Node<'a> {
    /// Returns what the node is.
    pub fn kind(self) -> NodeKind {
        self.data.kind
    }

    /// Returns the words of a text, the address of a link, the HTML of unsupported HTML.
    pub fn text(self) -> &'a str {
        self.tree.slice(self.data.text)
    }

    /// Returns where in the source the node was written.
    pub fn source_range(self) -> Range<usize> {
        self.data.source.start as usize..self.data.source.end as usize
    }

    /// Returns the node as it was written.
    pub fn source(self) -> &'a str {
        self.tree.slice(self.data.source)
    }

    /// Returns the nodes right inside this one.
    pub fn inside(self) -> impl Iterator<Item = Node<'a>> {
        self.tree.siblings(self.at + 1..self.data.end as usize)
    }

    /// Returns the words inside the node, without any markup.
    pub fn words(self) -> String {
        words(self.tree.flat(self.at + 1..self.data.end as usize))
    }
}

impl From<Range<usize>> for Slice {
    fn from(range: Range<usize>) -> Self {
        Self {
            start: number(range.start),
            end: number(range.end),
        }
    }
}

/// Returns what is read of some nodes; what is not in one line is apart from what comes before.
fn words<'a>(nodes: impl Iterator<Item = Node<'a>>) -> String {
    let words = nodes.map(|node| match node.kind() {
        NodeKind::Text => node.text(),
        NodeKind::Emphasis | NodeKind::Strong | NodeKind::Link | NodeKind::EntryLink => "",
        _ => " ",
    });
    words.collect()
}

/// Returns a number of bytes or nodes as it is kept; nothing beyond 4 GiB of text is kept.
pub(super) fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
