//! Checks that every link between pages leads somewhere: to a page that is there and an anchor that it has.
//!
//! Pages of ours are looked through as text: we write every attribute in double quotes and escape what is in it.

use std::collections::{HashMap, HashSet};

/// The pages seen so far, and where their links lead.
#[derive(Debug, Default)]
pub struct LinkCheck {
    /// Every page, and every anchor as `page#anchor`.
    targets: HashSet<String>,
    /// The targets of links, and the first page that has such a link.
    links: HashMap<String, String>,
    /// Anchors that a page has twice.
    twice: Vec<String>,
    n_links: usize,
}

impl LinkCheck {
    /// Notes a file that is no page.
    pub fn add_file(&mut self, path: &str) {
        self.targets.insert(path.to_owned());
    }

    /// Notes a page with its anchors and links. The path has no slash at its beginning.
    pub fn add_page(&mut self, path: &str, html: &str) {
        self.targets.insert(path.to_owned());
        for anchor in attributes(html, "id") {
            if !self.targets.insert(format!("{path}#{anchor}")) {
                self.twice
                    .push(format!("{path}#{anchor} stands there twice"));
            }
        }
        let links = attributes(html, "href").chain(attributes(html, "action"));
        for link in links.filter(|link| !is_elsewhere(link)) {
            self.n_links += 1;
            let target = target(path, link);
            self.links.entry(target).or_insert_with(|| path.to_owned());
        }
    }

    /// Puts together what several saw, each of other pages.
    pub fn joined(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().reduce(Self::join).unwrap_or_default()
    }

    fn join(mut self, other: Self) -> Self {
        let Self {
            targets,
            links,
            twice,
            n_links,
        } = other;
        for target in targets {
            if let Some(target) = self.targets.replace(target) {
                self.twice.push(format!("{target} stands there twice"));
            }
        }
        for (target, page) in links {
            self.links.entry(target).or_insert(page);
        }
        self.twice.extend(twice);
        self.n_links += n_links;
        self
    }

    /// Returns how many links there are between pages.
    pub fn n_links(&self) -> usize {
        self.n_links
    }

    /// Returns whether there is a page or an anchor at this address.
    pub fn has(&self, address: &str) -> bool {
        self.targets.contains(address)
    }

    /// Returns all links that lead nowhere, each with a page that has it, and all anchors that are not the only one.
    pub fn broken(&self) -> Vec<String> {
        let broken = self.links.iter().filter(|(target, _)| !self.has(target));
        let mut links: Vec<_> = broken
            .map(|(target, page)| format!("{page}: {target}"))
            .collect();
        links.sort_unstable();
        links.extend(self.twice.iter().cloned());
        links
    }
}

/// Returns the values of an attribute.
fn attributes<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
    let start = format!(" {name}=\"");
    let mut rest = html;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once(&start)?;
        let (value, after) = after.split_once('"')?;
        rest = after;
        Some(value)
    })
}

fn is_elsewhere(link: &str) -> bool {
    link.contains("://")
}

/// Returns where a relative link on a page leads, without what follows a question mark.
fn target(page: &str, link: &str) -> String {
    let (path, anchor) = link
        .split_once('#')
        .map_or((link, None), |(path, anchor)| (path, Some(anchor)));
    let path = path.split('?').next().unwrap_or_default();
    let mut parts: Vec<&str> = page.split('/').collect();
    if !path.is_empty() {
        parts.pop();
        for part in path.split('/') {
            match part {
                "." | "" => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
    }
    let path = parts.join("/");
    anchor.map_or_else(|| path.clone(), |anchor| format!("{path}#{anchor}"))
}

#[cfg(test)]
mod tests {
    use super::LinkCheck;

    #[test]
    fn links_are_followed_from_their_page() {
        let mut check = LinkCheck::default();
        check.add_file("style.css");
        check.add_page(
            "a/b",
            "<a href=\"../\"><a href=\"../style.css?v=1\"><h2 id=\"x\"><a href=\"#x\">",
        );
        check.add_page(
            "",
            "<a href=\"./a/b#x\"><a href=\"https://elsewhere.example/\">",
        );
        assert_eq!((check.broken(), check.n_links()), (Vec::new(), 4));
    }

    #[test]
    fn links_that_lead_nowhere_are_named() {
        let mut check = LinkCheck::default();
        check.add_page(
            "a",
            "<a href=\"./b\"><a href=\"#y\"><p id=\"x\"><p id=\"x\">",
        );
        assert_eq!(check.broken(), ["a: a#y", "a: b", "a#x stands there twice"]);
    }

    #[test]
    fn what_several_saw_is_one() {
        let saw = |page: &str, html: &str| {
            let mut check = LinkCheck::default();
            check.add_page(page, html);
            check
        };
        let parts = [
            saw("a", "<a href=\"./b#x\">"),
            saw("b", "<p id=\"x\"><a href=\"./a#y\">"),
        ];
        let check = LinkCheck::joined(parts);
        assert_eq!(
            (check.broken(), check.n_links()),
            (vec!["b: a#y".to_owned()], 2)
        );
    }
}
