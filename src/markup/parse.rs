//! From what somebody wrote to a tree.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::tree::{NodeKind, RichText, Unsupported};
use super::tree_builder::TreeBuilder;
use super::years::keep_years;

/// The beginning of addresses of entries in a guide's text.
pub(super) const ENTRY_SCHEME: &str = "entry:";

/// Markup beyond the common kind that people know from elsewhere: it is told apart to be refused by its name.
const KNOWN_ELSEWHERE: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// Parses a text. Whatever it is, it becomes a tree: what guides must not have is marked in it, for others to refuse.
pub fn parse(source: &str) -> RichText {
    let mut tree = TreeBuilder::new(source);
    let parser = Parser::new_ext(source, KNOWN_ELSEWHERE);
    let definitions = parser.reference_definitions().iter();
    let mut definitions: Vec<Range<usize>> = definitions.map(|(_, one)| one.span.clone()).collect();
    definitions.sort_unstable_by_key(|span| span.start);
    for (event, span) in keep_years(parser.into_offset_iter(), source) {
        add(&mut tree, event, span, source);
    }
    for span in definitions {
        tree.leaf(NodeKind::Unsupported(Unsupported::LinkDefinition), "", span);
    }
    tree.build()
}

fn add(tree: &mut TreeBuilder, event: Event<'_>, span: Range<usize>, source: &str) {
    match event {
        Event::Start(Tag::Strikethrough) => strikethrough(tree, span, source, true),
        Event::End(TagEnd::Strikethrough) => strikethrough(tree, span, source, false),
        Event::Start(Tag::Emphasis) if is_inside_word(&span, source) => {
            let star = span.start..span.start + 1;
            tree.text(&source[star.clone()], star);
        }
        Event::End(TagEnd::Emphasis) if is_inside_word(&span, source) => {
            let star = span.end - 1..span.end;
            tree.text(&source[star.clone()], star);
        }
        Event::Start(tag) => tree.open(kind_of(&tag), address_of(&tag), span),
        Event::End(tag) => {
            tree.close();
            // Nothing else would part the words of two cells.
            if tag == TagEnd::TableCell {
                tree.leaf(NodeKind::SoftBreak, "", span);
            }
        }
        Event::Text(text) => tree.text(&text, span),
        Event::SoftBreak => tree.leaf(NodeKind::SoftBreak, "", span),
        Event::HardBreak => tree.leaf(NodeKind::HardBreak, "", span),
        Event::Html(html) | Event::InlineHtml(html) => {
            tree.leaf(NodeKind::Unsupported(Unsupported::Html), &html, span);
        }
        Event::Code(code) => unsupported(tree, Unsupported::Code, &code, span),
        Event::FootnoteReference(_) => {
            unsupported(tree, Unsupported::Footnote, &source[span.clone()], span);
        }
        Event::TaskListMarker(_) => {
            unsupported(tree, Unsupported::TaskBox, &source[span.clone()], span);
        }
        // Mathematics is not parsed, so this is a line across.
        Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => {
            tree.leaf(NodeKind::Unsupported(Unsupported::Rule), "", span);
        }
    }
}

/// Returns whether letters stand right before and after: the stars of "B*A*S*H" are part of the name.
fn is_inside_word(span: &Range<usize>, source: &str) -> bool {
    let mut before = source.get(..span.start).unwrap_or_default().chars();
    let mut after = source.get(span.end..).unwrap_or_default().chars();
    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    is_letter(before.next_back()) && is_letter(after.next())
}

fn kind_of(tag: &Tag<'_>) -> NodeKind {
    NodeKind::Unsupported(match tag {
        Tag::Paragraph => return NodeKind::Paragraph,
        Tag::List(None) => return NodeKind::BulletList,
        Tag::List(Some(first)) => {
            return NodeKind::NumberedList(u32::try_from(*first).unwrap_or(u32::MAX));
        }
        Tag::Item => return NodeKind::Item,
        Tag::Emphasis => return NodeKind::Emphasis,
        Tag::Strong => return NodeKind::Strong,
        Tag::Link { dest_url, .. } if dest_url.starts_with(ENTRY_SCHEME) => {
            return NodeKind::EntryLink;
        }
        Tag::Link { .. } => return NodeKind::Link,
        Tag::Heading { .. } => Unsupported::Heading,
        Tag::CodeBlock(CodeBlockKind::Indented) => Unsupported::IndentedCode,
        Tag::CodeBlock(_) => Unsupported::CodeBlock,
        Tag::HtmlBlock => Unsupported::Html,
        Tag::Image { .. } => Unsupported::Image,
        Tag::FootnoteDefinition(_) => Unsupported::Footnote,
        Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => Unsupported::Table,
        // What else there is, is not parsed.
        _ => Unsupported::Quote,
    })
}

fn address_of<'a>(tag: &'a Tag<'_>) -> &'a str {
    match tag {
        Tag::Link { dest_url, .. } => dest_url,
        _ => "",
    }
}

/// Adds words that mean more than themselves, but not in a guide.
fn unsupported(tree: &mut TreeBuilder, kind: Unsupported, words: &str, span: Range<usize>) {
    tree.open(NodeKind::Unsupported(kind), "", span.clone());
    tree.text(words, span);
    tree.close();
}

/// Keeps the tildes around words: one is how people write "about", and two are refused.
fn strikethrough(tree: &mut TreeBuilder, span: Range<usize>, source: &str, is_start: bool) {
    let is_double = source[span.clone()].starts_with("~~");
    let n_tildes = 1 + usize::from(is_double);
    if is_start {
        if is_double {
            tree.open(
                NodeKind::Unsupported(Unsupported::Strikethrough),
                "",
                span.clone(),
            );
        }
        let tildes = span.start..span.start + n_tildes;
        tree.text(&source[tildes.clone()], tildes);
        return;
    }
    let tildes = span.end - n_tildes..span.end;
    tree.text(&source[tildes.clone()], tildes);
    if is_double {
        tree.close();
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::markup::{Node, NodeKind};

    /// Returns a node with what is inside it, in brackets.
    fn told(node: Node<'_>) -> String {
        let inside: Vec<String> = node.inside().map(told).collect();
        let own = match node.kind() {
            NodeKind::Text => format!("{:?}", node.text()),
            NodeKind::Link | NodeKind::EntryLink => format!("{:?} {}", node.kind(), node.text()),
            kind => format!("{kind:?}"),
        };
        match inside.is_empty() {
            true => own,
            false => format!("{own}[{}]", inside.join(", ")),
        }
    }

    #[test]
    fn stars_inside_a_word_are_part_of_it() {
        let text = crate::markup::plain(&parse("B*A*S*H is *really* B*A*S*H."), 80);
        assert_eq!(text, "B*A*S*H is really B*A*S*H.");
    }

    #[test]
    fn what_guides_may_have_becomes_nodes() {
        for (source, expected) in [
            ("", ""),
            (
                "one [two] &amp; \\*",
                r#"Paragraph["one [two] &", " ", "*"]"#,
            ),
            (
                "*a* **b**\nc\\\nd",
                r#"Paragraph[Emphasis["a"], " ", Strong["b"], SoftBreak, "c", HardBreak, "d"]"#,
            ),
            (
                "3. a\n4. b\n   - c",
                r#"NumberedList(3)[Item["a"], Item["b", BulletList[Item["c"]]]]"#,
            ),
            (
                "[a *b*](https://x.example) [c](entry:d/e)",
                r#"Paragraph[Link https://x.example["a ", Emphasis["b"]], " ", EntryLink entry:d/e["c"]]"#,
            ),
            (
                "1912. It sails.\n\n1931. It is found.",
                r#"Paragraph["1912. It sails."], Paragraph["1931. It is found."]"#,
            ),
            (
                "1912. It *sails*.\n   - a\n1931. It",
                r#"Paragraph["1912. It ", Emphasis["sails"], "."], BulletList[Item["a"]], Paragraph["1931. It"]"#,
            ),
            ("about ~5~ or ~6", r#"Paragraph["about ~5~ or ~6"]"#),
        ] {
            let text = parse(source);
            let nodes: Vec<String> = text.nodes().map(told).collect();
            assert_eq!(nodes.join(", "), expected, "{source:?}");
            assert_eq!(text.source(), source);
        }
    }

    #[test]
    fn what_stands_too_deep_moves_up() {
        let text = parse(&format!("{}deep", "> ".repeat(10_000)));
        let words: Vec<&str> = text.all_nodes().map(Node::text).collect();
        assert!(words.len() < 100 && words.contains(&"deep"), "{words:?}");
    }
}
