//! Long lists and long texts: page by page, cut where people can read on.

use std::fmt::Write;

use crate::harness::discord::Discord;
use crate::harness::discord::places::BOB;

/// The head of a guide.
const HEAD: &str = "[film]\ntitle = \"Glass Harbor\"\nyear = 2014\nreviewed = 2026-01-31\n\
    source = \"https://example.org/x\"\n";

/// The animals that the entries are about, so that each has words of its own.
const ANIMALS: [&str; 30] = [
    "badger", "beaver", "camel", "donkey", "eagle", "falcon", "gecko", "heron", "ibis", "jackal",
    "koala", "lemur", "magpie", "newt", "otter", "panda", "quail", "raven", "salmon", "tapir",
    "urchin", "viper", "walrus", "yak", "zebra", "alpaca", "bison", "cobra", "dingo", "elk",
];

/// A guide with a question about each animal.
fn many_questions() -> String {
    ANIMALS.iter().fold(HEAD.to_owned(), |mut guide, animal| {
        let _ = write!(
            guide,
            "\n[[faq]]\nid = \"{animal}\"\nquestion = \"Where is the {animal}?\"\n\
             ask = [\"{animal} seen\", \"the {animal} please\"]\nanswer = \"Behind the {animal} house.\"\n"
        );
        guide
    })
}

/// A guide whose one section has an entry of `n_paragraphs` about each of the first animals.
fn long_texts(n_entries: usize, n_paragraphs: usize) -> String {
    let head = format!("{HEAD}\n[[section]]\nid = \"zoo\"\ntitle = \"The Zoo\"\n");
    let animals = ANIMALS.iter().take(n_entries);
    animals.fold(head, |mut guide, animal| {
        let paragraph =
            format!("The {animal} was filmed for a day, and then once more in the rain.\n\n");
        let _ = write!(
            guide,
            "\n[[section.entry]]\nid = \"{animal}\"\ntitle = \"The {animal}\"\nspoiler = \"mild\"\n\
             ask = [\"where is the {animal}\", \"{animal} scene\", \"the {animal} please\"]\n\
             text = \"\"\"\n{}The last of the {animal}.\n\"\"\"\n",
            paragraph.repeat(n_paragraphs)
        );
        guide
    })
}

#[test]
fn a_long_list_of_questions_has_pages() {
    let t = Discord::guided(&many_questions());
    let list = t.slash("faq", &[]);
    list.has_footer("page 1 of 2")
        .has_option("Where is the badger?")
        .has_no_button("Previous");
    t.press("Next")
        .is_updated()
        .has_footer("page 2 of 2")
        .has_option("Where is the elk?")
        .has_no_button("Next");
    t.choose("Where is the elk?")
        .is_updated()
        .has_text("Behind the elk house.");
    let offered = t.ada().types("faq", "question", "");
    assert_eq!(offered.len(), 25, "{offered:?}");
    let offered = t.ada().types("faq", "question", "elk");
    assert_eq!(offered[0].0, "Where is the elk?");
}

#[test]
fn a_long_section_has_pages() {
    let t = Discord::guided(&long_texts(8, 20));
    let first = t.slash("section", &[("name", "zoo")]);
    first
        .is_public()
        .has_footer("page 1 of")
        .has_text("The badger")
        .never_says("heron");
    first.press_by(BOB, "Next").is_ephemeral();
    t.by(BOB).press("Next").is_updated().has_footer("page 3 of");
    first
        .press("Next")
        .is_updated()
        .has_footer("page 2 of")
        .has_button("Previous")
        .has_button("Remove");
    t.press("Previous").is_updated().has_footer("page 1 of");
}

#[test]
fn the_longest_text_fits_an_embed() {
    let t = Discord::guided(&long_texts(2, 45));
    t.mention("where is the beaver");
    let answer = t.reply();
    answer
        .has_title("The beaver")
        .has_text("The last of the beaver.||");
    t.press("Read the section")
        .is_ephemeral()
        .has_title("The Zoo");
}

#[test]
fn a_long_text_is_cut_where_embeds_are_not_allowed() {
    let t = Discord::guided(&long_texts(2, 45));
    t.arrange(|world| world.forbid_embeds(crate::harness::discord::places::GENERAL));
    t.mention("where is the beaver");
    let answer = t.reply();
    answer
        .is_plain()
        .has_text("**The beaver**")
        .has_text("-# Glass Harbor")
        .has_text("…")
        .never_says("The last of")
        .has_button("Read the section");
    let text = answer.text();
    assert_eq!(text.matches("||").count() % 2, 0, "{text}");
    t.slash("section", &[("name", "zoo")])
        .is_plain()
        .has_text("page 1 of");
}
