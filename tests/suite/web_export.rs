//! `frontrow export`: the pages as files, and what it leaves alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::harness::program::Frontrow;

/// Returns all files below a folder with what they say.
fn files(frontrow: &Frontrow, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let root = frontrow.path(folder);
    let mut found = BTreeMap::new();
    collect(&root, &root, &mut found);
    found
}

fn collect(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, found);
        } else {
            let name = path
                .strip_prefix(root)
                .expect("below it")
                .to_string_lossy()
                .replace('\\', "/");
            found.insert(name, fs::read(&path).expect("a file"));
        }
    }
}

#[test]
fn the_pages_are_written_as_files() {
    let frontrow = Frontrow::with_sample();
    let ran = frontrow.run("export site").ends_with(0).quietly();
    assert!(
        ran.out.starts_with("Wrote ") && ran.out.contains("lead somewhere"),
        "{ran:?}"
    );
    let files = files(&frontrow, "site");
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "glass-harbor/facts/index.html",
            "glass-harbor/faq/index.html",
            "glass-harbor/ferries/index.html",
            "glass-harbor/index.html",
            "glass-harbor/introduction/index.html",
            "glass-harbor/sound/index.html",
            "glass-harbor/story/index.html",
            "icon.svg",
            "index.html",
            "style.css",
        ]
    );
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert!(text.contains("frontrow"), "{name}");
        for part in ["<script src", "/ask", "/chat", "<form", "action="] {
            assert!(!text.contains(part), "{name} has {part}");
        }
    }
}

#[test]
fn the_same_guides_give_the_same_bytes() {
    let frontrow = Frontrow::with_sample();
    for folder in ["a", "b", "b"] {
        frontrow
            .run(&format!(
                "export {folder} --base-url https://films.example/x/"
            ))
            .ends_with(0);
    }
    assert_eq!(files(&frontrow, "a"), files(&frontrow, "b"));
}

#[test]
fn addresses_are_full_where_it_is_known_where_they_are_published() {
    let frontrow = Frontrow::with_sample();
    frontrow
        .run("export site --base-url https://films.example/x/")
        .ends_with(0);
    let story = frontrow.read("site/glass-harbor/story/index.html");
    let canonical = "<link rel=\"canonical\" href=\"https://films.example/x/glass-harbor/story/\">";
    assert!(story.contains(canonical), "{story}");
    let map = frontrow.read("site/sitemap.xml");
    assert!(
        map.contains("<loc>https://films.example/x/glass-harbor/story/</loc>"),
        "{map}"
    );
    assert!(
        frontrow
            .read("site/404.html")
            .contains("<base href=\"https://films.example/x/\">")
    );
    let ran = frontrow
        .run("export site --base-url films.example")
        .ends_with(2);
    assert!(ran.err.contains("--base-url"), "{ran:?}");
}

#[test]
fn what_somebody_else_wrote_is_left_alone() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("site/CNAME", "films.example\n");
    frontrow.write("site/glass-harbor/story/picture.txt", "a picture\n");
    frontrow.run("export site").ends_with(0);
    assert_eq!(frontrow.read("site/CNAME"), "films.example\n");
    assert_eq!(
        frontrow.read("site/glass-harbor/story/picture.txt"),
        "a picture\n"
    );
    frontrow.write("other/index.html", "my own page");
    let ran = frontrow.run("export other").ends_with(1);
    assert!(ran.err.contains("nothing was written"), "{ran:?}");
    assert_eq!(files(&frontrow, "other").len(), 1);
}

#[test]
fn former_sections_have_a_page_that_leads_on() {
    let frontrow = Frontrow::with_sample();
    let guide = frontrow.read("faq/glass-harbor.toml");
    let renamed = guide.replace("id = \"story\"\n", "id = \"story\"\nalso_id = [\"plot\"]\n");
    frontrow.write("faq/glass-harbor.toml", &renamed);
    frontrow.run("export site").ends_with(0);
    let old = frontrow.read("site/glass-harbor/plot/index.html");
    // A redirection would lose the anchor.
    assert!(!old.contains("http-equiv"), "{old}");
    for part in [
        "<a href=\"../../glass-harbor/story/index.html\">The Story</a>",
        "<li id=\"people\"><a href=\"../../glass-harbor/story/index.html#people\">",
    ] {
        assert!(old.contains(part), "{part}\n{old}");
    }
}

#[test]
fn unsound_guides_are_not_exported() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", "[film");
    frontrow.run("export site").ends_with(1);
    assert!(!frontrow.path("site").exists());
}

#[test]
fn pages_that_the_guides_no_longer_have_are_removed() {
    let frontrow = Frontrow::with_sample();
    let guide = frontrow.read("faq/glass-harbor.toml");
    frontrow.write(
        "faq/fog.toml",
        &guide.replace("\"Glass Harbor\"", "\"Fog\""),
    );
    frontrow.run("export site").ends_with(0);
    frontrow.write("site/fog/picture.txt", "a picture");
    frontrow.write("site/mine/index.html", "made with frontrow");
    std::fs::remove_file(frontrow.path("faq/fog.toml")).expect("a guide");
    frontrow.write(
        "faq/glass-harbor.toml",
        &guide
            .replace("id = \"story\"", "id = \"tale\"")
            .replace("story/", "tale/")
            .replace("\"story\"", "\"tale\""),
    );
    let ran = frontrow.run("export site").ends_with(0);
    assert!(
        ran.out
            .contains("Removed site/glass-harbor/story/index.html"),
        "{ran:?}"
    );
    let files: Vec<String> = files(&frontrow, "site").into_keys().collect();
    let of_others = ["fog/picture.txt", "mine/index.html"];
    assert!(
        of_others
            .iter()
            .all(|name| files.iter().any(|file| file == name)),
        "{files:?}"
    );
    assert!(
        files
            .iter()
            .any(|file| file == "glass-harbor/tale/index.html"),
        "{files:?}"
    );
    let is_old = |file: &String| file.starts_with("fog/") || file.contains("/story/");
    assert_eq!(
        files.iter().filter(|file| is_old(file)).count(),
        1,
        "{files:?}"
    );
}

#[test]
fn a_folder_of_guides_gets_no_pages() {
    let frontrow = Frontrow::with_sample();
    let guide = frontrow.read("faq/glass-harbor.toml");
    frontrow.write("other/glass-harbor.toml", &guide);
    for folder in ["faq", "other", "./faq/"] {
        let ran = frontrow.run(&format!("export {folder}")).ends_with(1);
        assert!(ran.err.contains("holds guides"), "{ran:?}");
    }
    assert_eq!(files(&frontrow, "faq").len(), 1);
    assert_eq!(files(&frontrow, "other").len(), 1);
}
