//! Mistakes in texts: links that lead nowhere, and markup beyond the little that is allowed.

use crate::harness::mistakes::{first_in_text, in_text, instead};

#[test]
fn links_are_sound() {
    let source = "source = \"https://example.org/tin-orchard\"";
    instead(
        source,
        "source = \"http://example.org\"",
        &["http-link 4:10"],
    );
    instead(source, "source = \"example.org\"", &["link-scheme 4:10"]);
    in_text("a [b](https://example.org/x_(y)) c", &[]);
    in_text("a [b](entry:plot/setting) c", &[]);
    in_text("one\na [b](entry:plot/seting) c", &["unknown-entry 2:3"]);
    in_text("a [b](http://example.org)", &["http-link 1:3"]);
    in_text("see http://example.org.", &["http-link 1:5"]);
    in_text("see https://example.org.", &[]);
    in_text("a [b](ftp://example.org)", &["link-scheme 1:3"]);
    in_text("a [b](https://exa mple.org)", &["malformed-link 1:3"]);
    in_text("a [b](https://example)", &["malformed-link 1:3"]);
    in_text("a [](https://example.org)", &["malformed-link 1:3"]);
    in_text("a [b]()", &["malformed-link 1:3"]);
    in_text(
        "a [b][c]\n\n[c]: https://example.org",
        &["malformed-link 1:3", "malformed-link 3:1"],
    );
    in_text("a <https://example.org>", &["malformed-link 1:3"]);
}

#[test]
fn texts_have_plain_markup_only() {
    in_text(
        "**bold** and *italic*\n\n- one\n- two\n\n1. first\n2. second",
        &[],
    );
    in_text("a < b, 3 > 2, ~20 to ~30, I <3 it, 5 * 3 * 2", &[]);
    for (text, place) in [
        ("# heading", "1:1"),
        ("heading\n---", "1:1"),
        ("one\n\n***\n\ntwo", "3:1"),
        ("a ![b](https://example.org/c.png)", "1:3"),
        ("a `b`", "1:3"),
        ("one\n\n    indented", "3:5"),
        ("```\ncode\n```", "1:1"),
        ("a <b>c", "1:3"),
        ("<div>\nx\n</div>", "1:1"),
        ("a | b\n--|--\nc | d", "1:1"),
        ("> quote", "1:1"),
        ("a ~~b~~ c", "1:3"),
        ("a[^1]\n\n[^1]: b", "1:2"),
        ("-# small", "1:1"),
        ("- [ ] task", "1:3"),
    ] {
        first_in_text(text, &format!("markup {place}"));
    }
}

#[test]
fn chat_markup_is_refused_in_texts_and_titles() {
    in_text(
        "ask <@123>,\n@everyone or <#5>",
        &["chat-markup 1:5", "chat-markup 2:1", "chat-markup 2:14"],
    );
    in_text("he ||dies||", &["chat-markup 1:4", "chat-markup 1:10"]);
    in_text("so <:fun:123>", &["chat-markup 1:4"]);
    instead(
        "title = \"Setting\"",
        "title = \"Ask @here\"",
        &["chat-markup 13:14"],
    );
}

#[test]
fn stars_that_make_nothing_bold_are_named() {
    in_text("one **two three", &["lone-stars 1:5"]);
    in_text("one ** two**", &["lone-stars 1:11"]);
    in_text("one **two** and 2 ** 3", &[]);
}
