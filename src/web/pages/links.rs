//! The links of one page to another: always relative, so that pages work below any address and from files.

use crate::guide::{EntryId, FilmId};

/// The form that the pages are published in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkStyle {
    /// By the server: `/red-rocket/facts`.
    Served,
    /// As files: `red-rocket/facts/index.html`, which opens without a server too.
    Files,
}

/// The links of one page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Links {
    style: LinkStyle,
    /// The number of folders that the page is below the first one.
    depth: usize,
}

impl Links {
    /// Returns the links of the page at `path`, which has no slash at either end; the first page's is empty.
    pub(crate) fn on(style: LinkStyle, path: &str) -> Self {
        let n_slashes = path.matches('/').count();
        let depth = match style {
            LinkStyle::Served => n_slashes,
            LinkStyle::Files if path.is_empty() => 0,
            LinkStyle::Files => n_slashes + 1,
        };
        Self { style, depth }
    }

    /// Returns the way to something that is no page: `style.css`.
    pub(crate) fn asset(&self, name: &str) -> String {
        format!("{}{name}", self.root())
    }

    /// Returns the way to the first page.
    pub(crate) fn home(&self) -> String {
        self.page("")
    }

    /// Returns the way to a film's page.
    pub(crate) fn film(&self, film: &FilmId) -> String {
        self.page(film.as_str())
    }

    /// Returns the way to a section's page.
    pub(crate) fn section(&self, film: &FilmId, section: &str) -> String {
        self.page(&format!("{film}/{section}"))
    }

    /// Returns the way to an entry: an anchor on its section's page, or the page of a section that is one text.
    pub(crate) fn entry(&self, film: &FilmId, entry: &EntryId) -> String {
        let page = self.section(film, entry.section());
        match entry.name() {
            Some(name) => format!("{page}#{name}"),
            None => page,
        }
    }

    /// Returns the way to an address as replies have it: `/red-rocket/facts#director`. Others stay as they are.
    pub(crate) fn resolve(&self, address: &str) -> String {
        let Some(path) = address.strip_prefix('/') else {
            return address.to_owned();
        };
        match path.split_once('#') {
            Some((path, anchor)) => format!("{}#{anchor}", self.page(path)),
            None => self.page(path),
        }
    }

    /// Returns the way to the page with this path.
    pub(crate) fn page(&self, path: &str) -> String {
        let root = self.root();
        match (self.style, path) {
            (LinkStyle::Served, path) => format!("{root}{path}"),
            (LinkStyle::Files, "") => format!("{root}index.html"),
            (LinkStyle::Files, path) => format!("{root}{path}/index.html"),
        }
    }

    fn root(&self) -> String {
        match self.depth {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LinkStyle, Links};

    #[test]
    fn links_are_relative_to_their_page() {
        let rows = [
            (LinkStyle::Served, "", "/a/b#c", "./a/b#c"),
            (LinkStyle::Served, "a", "/a/b#c", "./a/b#c"),
            (LinkStyle::Served, "a/b", "/a/b#c", "../a/b#c"),
            (
                LinkStyle::Served,
                "a/b",
                "https://x.example/#y",
                "https://x.example/#y",
            ),
            (LinkStyle::Files, "", "/a/b#c", "./a/b/index.html#c"),
            (LinkStyle::Files, "a/b", "/a", "../../a/index.html"),
        ];
        for (style, path, address, expected) in rows {
            assert_eq!(
                Links::on(style, path).resolve(address),
                expected,
                "{path} {address}"
            );
        }
        assert_eq!(Links::on(LinkStyle::Served, "a/b").home(), "../");
        assert_eq!(Links::on(LinkStyle::Files, "a").home(), "../index.html");
        assert_eq!(
            Links::on(LinkStyle::Files, "a").asset("style.css"),
            "../style.css"
        );
    }
}
