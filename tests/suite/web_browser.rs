//! The pages in a real browser: what people press, type and see.

use std::fs;

use serde_json::{Value, json};

use crate::harness::browser::{Browser, open, skipped};
use crate::harness::program::project;
use crate::harness::site::Served;

/// Every kind of page.
const PAGES: [&str; 8] = [
    "/",
    "/red-rocket",
    "/red-rocket/critical-reception",
    "/red-rocket/plot-summary",
    "/red-rocket/faq",
    "/ask?q=is+red+roket+ok+for+kids",
    "/chat",
    "/no-such-page",
];

/// The distance that a page may move while it loads, by Web Vitals' measure: a tenth of what it calls good, as a page may
/// be painted before all of it has arrived.
const GOOD_SHIFT: f64 = 0.01;

/// Opens a browser that looks at the guide that comes with the program.
fn browser() -> Option<Browser> {
    open(Served::folder(&project("faq")))
}

/// Expects that nothing was wrong with the pages so far.
#[track_caller]
fn all_is_well(browser: &Browser) {
    assert_eq!(browser.complaints(), Vec::<String>::new());
    assert_eq!(browser.requests_elsewhere(), Vec::<String>::new());
}

#[test]
fn people_find_their_way() {
    let Some(browser) = browser() else { return };
    browser.go("/");
    browser.press_words("Red Rocket 2021");
    browser.press_words("Critics");
    assert_eq!(browser.path(), "/red-rocket/critical-reception#critics");
    browser.see("Critics liked it.");
    let top = browser.run(
        "return document.querySelector(':target').getBoundingClientRect().top;",
        Vec::new(),
    );
    assert!(
        top.as_f64().is_some_and(|top| (0.0..900.0).contains(&top)),
        "{top}"
    );
    browser.press("[rel=next]");
    assert_eq!(browser.path(), "/red-rocket/impact-and-significance");
    browser.type_into("#the_q", "is red roket ok for kids?");
    browser.see("No, it is a film for adults.");
    browser.press(".answer h1 a");
    assert_eq!(browser.path(), "/red-rocket/faq#suitable-for-all-audiences");
    all_is_well(&browser);
}

#[test]
fn endings_show_when_they_are_wanted() {
    let Some(browser) = browser() else { return };
    browser.go("/red-rocket/plot-summary");
    let text = "Mikey";
    let is_folded = || {
        !browser
            .run(
                "return document.querySelector('.fold > div').checkVisibility();",
                Vec::new(),
            )
            .as_bool()
            .unwrap_or(true)
    };
    assert!(is_folded() && !browser.has_visible(text));
    browser.press_words("Show the ending");
    assert!(!is_folded());
    browser.see(text);
    all_is_well(&browser);
}

#[test]
fn the_chat_talks() {
    let Some(browser) = browser() else { return };
    browser.go("/chat");
    browser.type_into("#the_words", "is red roket ok for kids?");
    browser.see("No, it is a film for adults.");
    let link = browser.run(
        "return document.querySelector('.card h2 a').href;",
        Vec::new(),
    );
    let link = link.as_str().expect("a link").to_owned();
    browser.type_into("#the_words", "tell me about mikey");
    browser.press_words("Main Characters");
    browser.press_words("Spoiler: press to read");
    browser.type_into("#the_words", "how does it end");
    browser.see("This answer gives the ending away.");
    browser.press_words("Reveal to me");
    browser.see("In Discord, only you would see this.");
    let (_, path) = link.split_once("/red-rocket").expect("a page of the film");
    browser.go(&format!("/red-rocket{path}"));
    let anchors = browser.run(
        "return document.querySelectorAll(':target').length;",
        Vec::new(),
    );
    assert_eq!(anchors, json!(1), "{link}");
    all_is_well(&browser);
}

#[test]
fn pages_fit_a_phone_and_a_dark_room() {
    let Some(browser) = browser() else { return };
    browser.narrow(360);
    for path in PAGES {
        browser.go(path);
        let wide =
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth;";
        assert_eq!(
            browser.run(wide, Vec::new()),
            json!(0),
            "{path} is wider than a phone"
        );
    }
    let paper = |scheme| {
        browser.prefer(scheme);
        browser.run(
            "return getComputedStyle(document.body).backgroundColor;",
            Vec::new(),
        )
    };
    assert_eq!(paper("light"), json!("rgb(251, 247, 240)"));
    assert_eq!(paper("dark"), json!("rgb(21, 18, 15)"));
}

#[test]
fn nothing_moves_while_a_page_loads() {
    let Some(browser) = browser() else { return };
    let shift = "const done = arguments[arguments.length - 1]; let sum = 0; \
         const seen = new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; })); \
         seen.observe({ type: 'layout-shift', buffered: true }); \
         requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));";
    for path in PAGES {
        browser.go(path);
        let shifted = browser.run_until_done(shift).as_f64();
        assert!(
            shifted.is_some_and(|shifted| shifted < GOOD_SHIFT),
            "{path} {shifted:?}"
        );
    }
}

#[test]
fn everybody_can_read_and_use_the_pages() {
    let Some(path) = std::env::var_os("FRONTROW_AXE") else {
        assert!(
            std::env::var_os("CI").is_none(),
            "FRONTROW_AXE names axe.min.js"
        );
        skipped("FRONTROW_AXE does not name axe-core's axe.min.js");
        return;
    };
    let axe = fs::read_to_string(path).expect("axe-core");
    let Some(browser) = browser() else { return };
    for scheme in ["light", "dark"] {
        for path in PAGES {
            browser.go(path);
            browser.prefer(scheme);
            if path == "/chat" {
                browser.type_into("#the_words", "tell me about mikey");
                browser.press_words("Main Characters");
                browser.see("Read the section");
            }
            assert_eq!(
                problems(&browser, &axe),
                Vec::<String>::new(),
                "{path} {scheme}"
            );
        }
    }
}

/// Returns what axe-core finds wrong with the page.
fn problems(browser: &Browser, axe: &str) -> Vec<String> {
    browser.run(axe, Vec::new());
    let found = browser.run_until_done(
        "const done = arguments[arguments.length - 1]; \
         axe.run().then((found) => done(found.violations.map((one) => [one.id, one.impact, one.nodes.map((node) => node.html)])));",
    );
    let found = found
        .as_array()
        .cloned()
        .unwrap_or_else(|| vec![json!("axe did not run")]);
    found.iter().map(Value::to_string).collect()
}
