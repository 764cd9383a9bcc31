//! Pages as browsers and search engines get them, from the real server.

use std::fs;

use frontrow::health::Health;
use frontrow::reply::texts::web as texts;

use crate::harness::guides::{Folder, samples};
use crate::harness::program::project;
use crate::harness::site::Served;

/// A guide with everything that has moved and everything that must be escaped.
const MOVED: &str = r#"[film]
title = "The <Tin> & Orchard"
year = 1999
source = "https://example.org/tin"
reviewed = 2026-11-01

[[section]]
id = "plot"
title = "Plot"
also_id = ["story"]

[[section.entry]]
id = "setting"
title = "Setting"
also_id = ["place", "farm/where"]
ask = ["where is it set", "which country is it", "place of the story"]
text = "It is set on a farm of *tin* trees; see [the end](entry:plot/end)."

[[section.entry]]
id = "end"
title = "The End"
ask = ["how does it end", "what happens last", "the ending"]
spoiler = "ending"
text = "The trees melt in the **secretive** heat."

[[section]]
id = "making"
title = "Making"

[[section.entry]]
id = "trees"
title = "The Trees"
also_id = ["plot/trees"]
ask = ["how were the trees made", "what are the trees made of", "real tin"]
spoiler = "mild"
text = "Of halfsecret tin."

[[faq]]
id = "sad"
question = "Is it \"sad\" & short?"
ask = ["will I cry", "is it depressing", "tissues"]
answer = "No & yes: 1 < 2."

[[faq]]
id = "who-lives"
question = "Who lives?"
ask = ["does anybody survive", "who survives", "survivors"]
spoiler = "ending"
answer = "Nobody but the secretive gardener."
"#;

fn moved() -> (Folder, Served) {
    let folder = Folder::new().file("tin-orchard.toml", MOVED);
    let served = Served::folder(folder.path());
    (folder, served)
}

#[test]
fn every_page_of_the_guides_is_there() {
    let served = Served::folder(&samples());
    served.get("/").is(200);
    for guide in served.live.current().guides() {
        served.get(&format!("/{}", guide.id)).is(200);
        for section in &guide.sections {
            let page = served.get(&format!("/{}/{}", guide.id, section.id)).is(200);
            assert_eq!(
                page.header("content-type"),
                Some("text/html; charset=utf-8")
            );
        }
    }
}

#[test]
fn a_page_shows_the_guide_and_nothing_of_it_is_markup() {
    let (_folder, served) = moved();
    let page = served.get("/tin-orchard/plot").is(200);
    let text = page.text();
    for part in [
        "<h1>Plot</h1>",
        "<h2 id=\"setting\"><a href=\"#setting\">Setting</a></h2>",
        "The &#60;Tin&#62; &#38; Orchard (1999)",
        "a farm of <em>tin</em> trees; see <a href=\"../tin-orchard/plot#end\">the end</a>",
        "<time datetime=\"2026-11-01\">Guide reviewed on 1 November 2026</time>",
        "<a href=\"https://example.org/tin\" rel=\"noopener\">example.org</a>",
        "<a rel=\"next\" href=\"../tin-orchard/making\">",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("<Tin>"), "{text}");
}

#[test]
fn spoilers_are_folded_and_stay_out_of_what_others_show() {
    let (_folder, served) = moved();
    let page = served.get("/tin-orchard/plot").is(200);
    let text = page.text();
    let (before, after) = text.split_once("<details").expect("a fold");
    assert!(
        after.contains(texts::SHOW_ENDING) && after.contains("secretive"),
        "{text}"
    );
    assert!(
        after.starts_with(" class=\"fold\" data-nosnippet>"),
        "{text}"
    );
    assert!(!before.contains("secretive"), "{text}");
    let mild = served.get("/tin-orchard/making").is(200);
    assert!(mild.text().contains(texts::SHOW_MILD), "{}", mild.text());
    for path in ["/", "/tin-orchard", "/ask?q=hello"] {
        assert!(!served.get(path).text().contains("secret"), "{path}");
    }
    let faq = served.get("/tin-orchard/faq").is(200);
    let (_, data) = faq
        .text()
        .split_once("application/ld+json\">")
        .expect("data");
    let (data, _) = data.split_once("</script>").expect("an end");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    let questions = data["mainEntity"].as_array().expect("questions");
    assert_eq!(questions.len(), 1, "{data}");
    assert_eq!(questions[0]["name"], "Is it \"sad\" & short?");
    assert_eq!(questions[0]["acceptedAnswer"]["text"], "No & yes: 1 < 2.");
}

#[test]
fn the_setting_opens_what_it_allows() {
    let folder = Folder::new().file("tin-orchard.toml", MOVED);
    let folds = |spoilers| {
        let settings = [("FRONTROW_SPOILERS", spoilers)];
        let served = Served::with(folder.path(), &settings, Health::new());
        let folds = |path| served.get(path).is(200).text().matches("<details").count();
        (folds("/tin-orchard/plot"), folds("/tin-orchard/making"))
    };
    assert_eq!(folds("hide"), (1, 1));
    assert_eq!(folds("mild"), (1, 0));
    assert_eq!(folds("all"), (0, 0));
}

#[test]
fn former_addresses_lead_to_those_of_today() {
    let (_folder, served) = moved();
    for (path, expected) in [
        ("/tin-orchard/story", "../tin-orchard/plot"),
        ("/tin-orchard/farm", "../tin-orchard/plot"),
        ("/tin-orchard/", "../tin-orchard"),
        ("/tin-orchard/plot/", "../../tin-orchard/plot"),
    ] {
        let response = served.get(path).is(308);
        assert_eq!(response.header("location"), Some(expected), "{path}");
    }
}

#[test]
fn former_anchors_are_on_the_page_that_answers_for_them() {
    let (_folder, served) = moved();
    let page = served.get("/tin-orchard/plot").is(200);
    for anchor in ["<span id=\"place\"></span>", "<span id=\"where\"></span>"] {
        assert!(page.text().contains(anchor), "{anchor}\n{}", page.text());
    }
    let elsewhere = "<p class=\"moved\" id=\"trees\"><a href=\"../tin-orchard/making#trees\">";
    assert!(page.text().contains(elsewhere), "{}", page.text());
}

#[test]
fn a_page_that_is_not_there_names_the_nearest() {
    let served = Served::folder(&project("faq"));
    for (path, nearest) in [
        ("/red-roket", "./red-rocket\""),
        (
            "/red-rocket/critcal-reception",
            "../red-rocket/critical-reception\"",
        ),
        ("/critical-recption", "./red-rocket/critical-reception\""),
        (
            "/what-about-the-music",
            "./red-rocket/soundtrack-and-sound-design#music\"",
        ),
        (
            "/red-rocket/critical-reception/critics",
            "../../red-rocket/critical-reception\"",
        ),
    ] {
        let page = served.get(path).is(404);
        assert!(
            page.text().contains(&format!("<a href=\"{nearest}")),
            "{path}\n{}",
            page.text()
        );
    }
    let junk = format!("/{}", "x/".repeat(400));
    for path in [
        "/zzzz",
        "//red-rocket",
        "/%2e%2e/etc/passwd",
        "/..",
        junk.as_str(),
    ] {
        let page = served.get(path).is(404);
        assert!(page.text().contains(texts::NO_PAGE), "{path}");
    }
    served.send("DELETE", "/red-rocket", &[], "").is(405);
}

#[test]
fn an_answer_has_an_address() {
    let served = Served::folder(&project("faq"));
    let page = served.get("/ask?q=is+red+roket+ok+for+kids%3F").is(200);
    assert!(
        page.text()
            .contains("<a href=\"./red-rocket/faq#suitable-for-all-audiences\">"),
        "{}",
        page.text()
    );
    let page = served.get("/ask?q=tell+me+about+mikey").is(200);
    assert!(
        page.text().matches("<li><a href=\"./red-rocket/").count() >= 2,
        "{}",
        page.text()
    );
    let page = served.get("/ask?q=where+can+I+stream+it").is(200);
    assert!(
        page.text().contains("has no answer to that"),
        "{}",
        page.text()
    );
    let page = served.get("/ask?q=%3Cscript%3E%22").is(200);
    assert!(
        page.text().contains("value=\"&#60;script&#62;&#34;\""),
        "{}",
        page.text()
    );
    let page = served.get("/ask?q=how+does+it+end").is(200);
    let (before, _) = page.text().split_once("<details").expect("a fold");
    assert!(
        before.contains("noindex") && !before.contains("Strawberry"),
        "{before}"
    );
}

#[test]
fn a_suggestion_shows_its_first_line() {
    let served = Served::folder(&project("tests/data/cli"));
    let page = served.get("/ask?q=who+sails+the+ferry").is(200);
    let line = "The Ferry Ostrin</a><p>Nobody sails her since the storm.</p>";
    assert!(page.text().contains(line), "{}", page.text());
}

#[test]
fn strange_questions_are_refused_politely() {
    let served = Served::folder(&project("faq"));
    assert!(
        served
            .get("/ask")
            .is(200)
            .text()
            .contains(texts::ASK_SOMETHING)
    );
    assert!(
        served
            .get("/ask?q=a&q=b")
            .is(400)
            .text()
            .contains(texts::BAD_REQUEST)
    );
    let long = format!("/ask?q={}", "long+".repeat(300));
    assert!(served.get(&long).is(414).text().contains(texts::TOO_LONG));
    assert!(
        served
            .get("/ask?q=hello&film=nothing")
            .is(200)
            .text()
            .contains(texts::NO_SUCH_FILM)
    );
}

#[test]
fn caches_learn_whether_a_page_has_changed() {
    let (folder, served) = moved();
    let first = served.get("/tin-orchard/plot").is(200);
    let tag = first.header("etag").expect("a tag").to_owned();
    assert_eq!(first.header("cache-control"), Some("no-cache"));
    let again = served
        .get_with("/tin-orchard/plot", &[("if-none-match", &tag)])
        .is(304);
    assert!(again.bytes.is_empty() && again.header("etag") == Some(&tag));
    folder.write("tin-orchard.toml", MOVED.replace("a farm of", "a field of"));
    served.live.reload().expect("a sound guide");
    let new = served
        .get_with("/tin-orchard/plot", &[("if-none-match", &tag)])
        .is(200);
    assert!(new.text().contains("a field of"), "{}", new.text());
    assert_ne!(new.header("etag"), Some(tag.as_str()));
}

#[test]
fn templates_have_no_words_of_their_own() {
    let templates = fs::read_dir(project("src/web/templates")).expect("templates");
    let templates = templates.flatten().map(|entry| entry.path());
    let mut n_templates = 0;
    for path in templates.filter(|path| path.extension().is_some_and(|ext| ext == "html")) {
        let text = fs::read_to_string(&path).expect("a template");
        for attribute in [" aria-label=\"", " placeholder=\"", " alt=\"", " title=\""] {
            let values = text.split(attribute).skip(1);
            let own: Vec<&str> = values.filter(|value| !value.starts_with("{{")).collect();
            assert!(own.is_empty(), "{path:?}: {own:?}");
        }
        let outside = without(&without(&text, "{{", "}}"), "{%", "%}");
        let words = without(&outside, "<", ">").replace("frontrow", "");
        assert!(!words.contains(char::is_alphabetic), "{path:?}: {words}");
        n_templates += 1;
    }
    assert!(n_templates > 8, "the templates are found");
}

/// Returns a text without what stands between these signs.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| {
        kept + part.split_once(close).map_or("", |(_, after)| after)
    })
}

#[test]
fn a_page_is_described_by_what_it_says_first() {
    let served = Served::folder(&project("faq"));
    let page = served.get("/red-rocket/facts").is(200);
    let told = "content=\"Red Rocket was directed by Sean Baker.\"";
    assert!(page.text().contains(told), "{}", page.text());
}

#[test]
fn links_unfurl_where_the_pages_are_published() {
    let settings = [("PUBLIC_URL", "https://films.example")];
    let served = Served::with(&project("faq"), &settings, Health::new());
    let page = served.get("/red-rocket/critical-reception").is(200);
    for part in [
        "<link rel=\"canonical\" href=\"https://films.example/red-rocket/critical-reception\">",
        "<meta property=\"og:title\" content=\"Critical Reception – Red Rocket (2021)\">",
        "<meta property=\"og:description\" content=\"Critics liked it.",
        "<meta property=\"og:url\" content=\"https://films.example/red-rocket/critical-reception\">",
    ] {
        assert!(page.text().contains(part), "{part}\n{}", page.text());
    }
}
