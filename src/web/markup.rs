//! The markup of guides as HTML: paragraphs, bold, italic, lists and links; everything else as mere text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::escape::push_escaped;
use super::links::Links;

/// Renders a guide's markup; its links lead from the page that `links` are of.
pub(super) fn html(text: &str, links: &Links) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    // A link may be no link here, and its end must know.
    let mut is_link = false;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                is_link = start_link(&mut html, &dest_url, links);
            }
            Event::End(TagEnd::Link) if is_link => html.push_str("</a>"),
            Event::Start(tag) => start(&mut html, &tag),
            Event::End(tag) => html.push_str(end(tag)),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                push_escaped(&mut html, &text);
            }
            Event::SoftBreak => html.push('\n'),
            Event::HardBreak => html.push_str("<br>\n"),
            _ => {}
        }
    }
    html
}

/// Begins a link within the pages or to the web; returns whether it is one.
fn start_link(html: &mut String, address: &str, links: &Links) -> bool {
    let is_inside = address.starts_with('/') && !address.starts_with("//");
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    if !is_inside && !is_web {
        return false;
    }
    html.push_str("<a href=\"");
    push_escaped(html, &links.resolve(address));
    html.push_str(if is_web {
        "\" rel=\"noopener\">"
    } else {
        "\">"
    });
    true
}

fn start(html: &mut String, tag: &Tag<'_>) {
    match tag {
        Tag::Paragraph => html.push_str("<p>"),
        Tag::Strong => html.push_str("<strong>"),
        Tag::Emphasis => html.push_str("<em>"),
        Tag::Item => html.push_str("<li>"),
        Tag::List(None) => html.push_str("<ul>\n"),
        Tag::List(Some(1)) => html.push_str("<ol>\n"),
        Tag::List(Some(first)) => html.push_str(&format!("<ol start=\"{first}\">\n")),
        _ => {}
    }
}

fn end(tag: TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph => "</p>\n",
        TagEnd::Strong => "</strong>",
        TagEnd::Emphasis => "</em>",
        TagEnd::Item => "</li>\n",
        TagEnd::List(false) => "</ul>\n",
        TagEnd::List(true) => "</ol>\n",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use crate::web::links::{Form, Links};

    #[test]
    fn what_guides_may_contain_becomes_html() {
        let rows = [
            (
                "One *it* **bold**\nline.",
                "<p>One <em>it</em> <strong>bold</strong>\nline.</p>\n",
            ),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            (
                "3. a\n4. b",
                "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n",
            ),
            ("[M](/a/b#c)", "<p><a href=\"../a/b#c\">M</a></p>\n"),
            (
                "[W](https://e.example/?a=1&b=2)",
                "<p><a href=\"https://e.example/?a=1&amp;b=2\" rel=\"noopener\">W</a></p>\n",
            ),
        ];
        for (text, expected) in rows {
            assert_eq!(
                super::html(text, &Links::on(Form::Served, "a/d")),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn everything_else_is_mere_text() {
        let rows = [
            (
                "a <b onclick=\"x\">c</b>",
                "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n",
            ),
            ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
            ("[a](javascript:x)", "<p>a</p>\n"),
            ("[a](//evil.example)", "<p>a</p>\n"),
            ("`<i>`", "<p>&lt;i&gt;</p>\n"),
        ];
        for (text, expected) in rows {
            assert_eq!(
                super::html(text, &Links::on(Form::Served, "a/d")),
                expected,
                "{text}"
            );
        }
    }
}
