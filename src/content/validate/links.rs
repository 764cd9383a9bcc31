//! Links: to the web over https, or to an entry of the same guide.

use super::names::Names;
use super::problem::Problem;
use super::references::help_for_entry;
use crate::content::diagnostic::{Severity, quoted};

/// Returns what is wrong with the target of a link in a text, if anything is.
pub(super) fn link(target: &str, names: &Names) -> Option<Problem> {
    let Some(id) = target.strip_prefix("entry:") else {
        return web_link(target);
    };
    if names.has_entry(id) {
        return None;
    }
    let message = format!("the link leads to {}, which does not exist", quoted(target));
    Some(Problem::error(
        "unknown-entry",
        message,
        help_for_entry(id, names),
    ))
}

/// Returns what is wrong with a link to the web, if anything is. Nothing is fetched.
pub(super) fn web_link(target: &str) -> Option<Problem> {
    if let Some(rest) = target.strip_prefix("https://") {
        return malformed_web(rest, target);
    }
    let Some(rest) = target.strip_prefix("http://") else {
        let message = format!("the link {} does not begin with https://", quoted(target));
        let help =
            "links lead to https:// pages or, as entry:section/entry, to this guide's entries";
        return Some(Problem::error("link-scheme", message, help));
    };
    malformed_web(rest, target).or_else(|| {
        Some(Problem {
            severity: Severity::Warning,
            code: "http-link",
            message: format!("the link {} is not encrypted", quoted(target)),
            help: "write https:// if the page can be reached that way".to_owned(),
        })
    })
}

/// Judges what follows the scheme: a host with a dot, a port perhaps, and nothing that ends a link early.
fn malformed_web(rest: &str, target: &str) -> Option<Problem> {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let labels_sound = name
        .split('.')
        .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let sound = name.contains('.')
        && labels_sound
        && port.parse::<u16>().is_ok()
        && !rest
            .contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c));
    (!sound).then(|| {
        let message = format!("the link {} is malformed", quoted(target));
        let help = "copy the address from the browser: https://example.org/page";
        Problem::error("malformed-link", message, help)
    })
}

#[cfg(test)]
mod tests {
    use super::web_link;

    #[test]
    fn web_links_are_judged_by_their_look() {
        for (target, code) in [
            ("https://en.wikipedia.org/wiki/Red_Rocket_(film)", None),
            ("https://example.org:8080/a?b=c#d", None),
            ("https://bücher.example/ä", None),
            ("http://example.org", Some("http-link")),
            ("https://", Some("malformed-link")),
            ("https://example", Some("malformed-link")),
            ("https://exa mple.org", Some("malformed-link")),
            ("https://user@example.org", Some("malformed-link")),
            ("https://example.org:99999/", Some("malformed-link")),
            ("http://.org", Some("malformed-link")),
            ("javascript:alert(1)", Some("link-scheme")),
            ("www.example.org", Some("link-scheme")),
            ("", Some("link-scheme")),
        ] {
            assert_eq!(
                web_link(target).map(|problem| problem.code),
                code,
                "{target}"
            );
        }
    }
}
