//! The markup of guides as a tree: paragraphs, bold, italic, lists and links; everything else as mere text.
//!
//! Pages write it as HTML, the chat gets it as JSON and builds elements of it: neither ever takes HTML from a guide.

use pulldown_cmark::{Event, Parser, Tag};
use serde::Serialize;

use super::escape::push_escaped;
use crate::web::pages::links::Links;

/// A piece of text, or an element with more of them inside.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Node {
    /// Text.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element of a text.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Element {
    /// What it is: one of `p`, `strong`, `em`, `ul`, `ol`, `li`, `br`, `a`.
    tag: &'static str,
    /// Where a link leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<String>,
    /// The first number of a list, where it is not 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u64>,
    /// What is inside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inside: Vec<Node>,
}

/// Reads a guide's markup; its links lead from the page that `links` are of.
pub(super) fn nodes(text: &str, links: &Links) -> Vec<Node> {
    // Elements that are not over yet, the outermost first; what is no element here has no tag.
    let mut open = vec![Element::default()];
    for event in Parser::new(text) {
        match event {
            Event::Start(tag) => open.push(element(&tag, links)),
            Event::End(_) => close(&mut open),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                push_text(&mut open, &text);
            }
            Event::SoftBreak => push_text(&mut open, "\n"),
            Event::HardBreak => {
                open.push(Element {
                    tag: "br",
                    ..Element::default()
                });
                close(&mut open);
            }
            _ => {}
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().map(|all| all.inside).unwrap_or_default()
}

/// Renders a guide's markup as HTML.
pub(super) fn html(text: &str, links: &Links) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    nodes(text, links)
        .iter()
        .for_each(|node| node.write(&mut html));
    html
}

fn element(tag: &Tag<'_>, links: &Links) -> Element {
    let (tag, href, start) = match tag {
        Tag::Paragraph => ("p", None, None),
        Tag::Strong => ("strong", None, None),
        Tag::Emphasis => ("em", None, None),
        Tag::Item => ("li", None, None),
        Tag::List(None) => ("ul", None, None),
        Tag::List(Some(first)) => ("ol", None, Some(*first).filter(|first| *first != 1)),
        Tag::Link { dest_url, .. } if leads_somewhere(dest_url) => {
            ("a", Some(links.resolve(dest_url)), None)
        }
        _ => ("", None, None),
    };
    Element {
        tag,
        href,
        start,
        inside: Vec::new(),
    }
}

/// Whether an address is one within the pages or on the web, rather than a script or worse.
fn leads_somewhere(address: &str) -> bool {
    let is_inside = address.starts_with('/') && !address.starts_with("//");
    is_inside || is_web(address)
}

fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn push_text(open: &mut [Element], text: &str) {
    let Some(around) = open.last_mut() else {
        return;
    };
    match around.inside.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => around.inside.push(Node::Text(text.to_owned())),
    }
}

/// Ends the innermost element; what is none leaves what is inside.
fn close(open: &mut Vec<Element>) {
    if open.len() < 2 {
        return;
    }
    if let (Some(ended), Some(around)) = (open.pop(), open.last_mut()) {
        match ended.tag {
            "" => around.inside.extend(ended.inside),
            _ => around.inside.push(Node::Element(ended)),
        }
    }
}

impl Node {
    fn write(&self, html: &mut String) {
        match self {
            Self::Text(text) => push_escaped(html, text),
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
            push_escaped(html, href);
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
    use crate::web::pages::links::{LinkStyle, Links};

    fn check(rows: &[(&str, &str)]) {
        for (text, expected) in rows {
            let html = super::html(text, &Links::on(LinkStyle::Served, "a/d"));
            assert_eq!(&html, expected, "{text}");
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
