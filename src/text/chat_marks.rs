//! The marks of chats that stand in a message and are not language: mentions, custom emoji, timestamps, links.

/// Returns how many bytes at the start of `text` are one mention, custom emoji, timestamp or link; 0 where none.
pub(super) fn skip(text: &str) -> usize {
    match text.as_bytes() {
        [b'<', b'@' | b'#' | b':' | b't' | b'a' | b'/' | b'i', ..] => bracket(text),
        [b'h' | b'H', ..] | [b'w' | b'W', ..] => link(text),
        _ => 0,
    }
}

/// `<@1>`, `<@!1>`, `<#1>`, `<@&1>`, `<:name:1>`, `<a:name:1>`, `<t:1:R>`, `</name:1>`, `<id:…>`: up to the closing bracket.
fn bracket(text: &str) -> usize {
    let Some(end) = text.find('>') else { return 0 };
    let inside = &text[1..end];
    let is_mark = inside.starts_with(['@', '#', ':', '/'])
        || inside.starts_with("t:")
        || inside.starts_with("a:")
        || inside.starts_with("id:");
    if is_mark && !inside.contains(char::is_whitespace) {
        end + 1
    } else {
        0
    }
}

/// `https://…`, `http://…`, `www.…`: up to white space or a closing bracket.
fn link(text: &str) -> usize {
    let starts = |prefix: &str| {
        text.get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    if starts("https://") || starts("http://") || starts("www.") {
        text.find(|c: char| c.is_whitespace() || c == '>' || c == ')')
            .unwrap_or(text.len())
    } else {
        0
    }
}
