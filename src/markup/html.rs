//! A text as HTML, and as the tree of elements from which a page's script builds the same: neither ever takes HTML from
//! a guide. What guides must not have is mere text.

use serde::Serialize;

use super::escape::push_html;
use super::tree::{Node, NodeKind, RichText, Unsupported};

/// A piece of text, or an element with more of them inside.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum HtmlNode {
    /// Text.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element of a text.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Element {
    /// The name of it: one of `p`, `strong`, `em`, `ul`, `ol`, `li`, `br`, `a`.
    tag: &'static str,
    /// The address that a link leads to.
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<String>,
    /// The first number of a list, where it is not 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u32>,
    /// The nodes inside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inside: Vec<HtmlNode>,
}

/// Renders a text as elements; `resolve` returns the way from the page to an address.
pub fn html_nodes(text: &RichText, resolve: impl Fn(&str) -> String) -> Vec<HtmlNode> {
    let mut nodes = Vec::new();
    text.nodes()
        .for_each(|node| add(&mut nodes, node, &resolve));
    nodes
}

/// Renders a text as HTML; `resolve` returns the way from the page to an address.
pub fn html(text: &RichText, resolve: impl Fn(&str) -> String) -> String {
    let mut html = String::with_capacity(text.source().len() + text.source().len() / 4);
    let nodes = html_nodes(text, resolve);
    nodes.iter().for_each(|node| node.write(&mut html));
    html
}

/// Adds a node to those before; what is no element adds what is inside it.
fn add(before: &mut Vec<HtmlNode>, node: Node<'_>, resolve: &impl Fn(&str) -> String) {
    let (tag, href, start) = match node.kind() {
        NodeKind::Text | NodeKind::Unsupported(Unsupported::Html) if !node.text().is_empty() => {
            return push_text(before, node.text());
        }
        NodeKind::SoftBreak => return push_text(before, "\n"),
        NodeKind::Link | NodeKind::EntryLink if leads_somewhere(node.text()) => {
            ("a", Some(resolve(node.text())), None)
        }
        NodeKind::HardBreak => ("br", None, None),
        NodeKind::Paragraph => ("p", None, None),
        NodeKind::Strong => ("strong", None, None),
        NodeKind::Emphasis => ("em", None, None),
        NodeKind::Item => ("li", None, None),
        NodeKind::BulletList => ("ul", None, None),
        NodeKind::NumberedList(first) => ("ol", None, Some(first).filter(|first| *first != 1)),
        _ => return node.inside().for_each(|inner| add(before, inner, resolve)),
    };
    let mut inside = Vec::new();
    node.inside()
        .for_each(|inner| add(&mut inside, inner, resolve));
    before.push(HtmlNode::Element(Element {
        tag,
        href,
        start,
        inside,
    }));
}

fn push_text(before: &mut Vec<HtmlNode>, text: &str) {
    match before.last_mut() {
        Some(HtmlNode::Text(last)) => last.push_str(text),
        _ => before.push(HtmlNode::Text(text.to_owned())),
    }
}

/// Returns whether an address is one within the pages or on the web, rather than a script or worse.
fn leads_somewhere(address: &str) -> bool {
    let is_inside = address.starts_with('/') && !address.starts_with("//");
    is_inside || is_web(address)
}

fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

impl HtmlNode {
    fn write(&self, html: &mut String) {
        match self {
            Self::Text(text) => push_html(html, text),
            Self::Element(element) => element.write(html),
        }
    }
}

impl Element {
    fn write(&self, html: &mut String) {
        html.push('<');
        html.push_str(self.tag);
        if let Some(href) = &self.href {
            html.push_str(" href=\"");
            push_html(html, href);
            html.push_str(if is_web(href) {
                "\" rel=\"noopener\""
            } else {
                "\""
            });
        }
        if let Some(start) = self.start {
            html.push_str(&format!(" start=\"{start}\""));
        }
        html.push('>');
        if self.tag == "br" {
            return;
        }
        self.inside.iter().for_each(|node| node.write(html));
        html.push_str("</");
        html.push_str(self.tag);
        html.push('>');
        if matches!(self.tag, "p" | "ul" | "ol" | "li") {
            html.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::markup::parse;

    fn check(rows: &[(&str, &str)]) {
        for (text, expected) in rows {
            let shown = html(&parse(text), |address| address.replacen("/a", "../a", 1));
            assert_eq!(&shown, expected, "{text}");
        }
    }

    #[test]
    fn what_guides_may_contain_becomes_html() {
        check(&[
            (
                "One *it* **bold**\nline.",
                "<p>One <em>it</em> <strong>bold</strong>\nline.</p>\n",
            ),
            ("a  \nb", "<p>a<br>b</p>\n"),
            ("- a\n- b", "<ul><li>a</li>\n<li>b</li>\n</ul>\n"),
            (
                "3. a\n4. b",
                "<ol start=\"3\"><li>a</li>\n<li>b</li>\n</ol>\n",
            ),
            ("[M](/a/b#c)", "<p><a href=\"../a/b#c\">M</a></p>\n"),
            (
                "[W](https://e.example/?a=1&b=2)",
                "<p><a href=\"https://e.example/?a=1&amp;b=2\" rel=\"noopener\">W</a></p>\n",
            ),
        ]);
    }

    #[test]
    fn everything_else_is_mere_text() {
        check(&[
            (
                "a <b onclick=\"x\">c</b>",
                "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n",
            ),
            ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
            ("[a](javascript:x) [b](//evil.example)", "<p>a b</p>\n"),
            ("# `<i>`", "&lt;i&gt;"),
            ("![a](/b.png)", "<p>a</p>\n"),
        ]);
    }
}
