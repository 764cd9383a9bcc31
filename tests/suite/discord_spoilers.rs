//! Texts that give the story away, and texts that would like to be more than text.

use crate::harness::discord::Discord;
use crate::harness::discord::new_message::mention;
use crate::harness::discord::places::{ADA, BOB, GENERAL, MODERATOR};
use crate::harness::discord::routes::POST;
use crate::harness::program::read;
use crate::harness::questions::{SAD, SAD_TITLE};

const PEOPLE: &str = "who lives in the harbor?";
const ENDING: &str = "how does it end?";

#[test]
fn mild_texts_are_folded_and_endings_withheld() {
    let t = Discord::start();
    t.mention(PEOPLE);
    let people = t.reply().text();
    assert!(
        people.contains("||Nora keeps a secret") && people.trim_end().ends_with("||"),
        "{people}"
    );
    assert_eq!(people.matches("||").count(), 2, "{people}");
    t.mention(ENDING);
    t.reply()
        .has_text("This answer gives the ending away.")
        .has_button("Reveal to me");
    t.slash("section", &[("name", "story")])
        .has_text("||Nora keeps")
        .has_text("gives the ending away");
    t.ada().types("section", "name", "last scene");
    t.ada().types("section", "name", "lighthouse burns");
    t.never_sent("burns");
}

#[test]
fn less_is_hidden_where_the_settings_say_so() {
    let t = Discord::set(&[("FRONTROW_SPOILERS", "mild")]);
    t.mention(PEOPLE);
    t.reply().has_text("Nora keeps a secret").never_says("||");
    t.mention(ENDING);
    t.reply().has_text("gives the ending away");
    t.never_sent("burns");
    let t = Discord::set(&[("FRONTROW_SPOILERS", "all")]);
    t.mention(ENDING);
    t.reply()
        .has_text("The lighthouse burns")
        .never_says("||")
        .has_no_button("Reveal to me");
}

#[test]
fn what_stands_behind_bars_stays_there() {
    let guide = read("tests/data/cli/glass-harbor.toml");
    let bars = r"Nora keeps a secret | from \\| her | father \\:";
    let t = Discord::guided(&guide.replace("Nora keeps a secret from her father:", bars));
    t.mention(PEOPLE);
    let text = t.reply().text();
    let (_, hidden) = text.split_once("||").expect("bars");
    let hidden = hidden
        .trim_end()
        .strip_suffix("||")
        .expect("bars at the end");
    assert!(
        hidden.contains("father") && hidden.contains("Old Tom"),
        "{text}"
    );
    let (plain, escaped) = (hidden.matches('|').count(), hidden.matches(r"\|").count());
    assert!(plain == escaped && plain >= 3, "{text}");
}

#[test]
fn a_channel_without_embeds_gets_plain_text_and_is_remembered() {
    let t = Discord::start();
    t.arrange(|world| world.forbid_embeds(GENERAL));
    for asked in [SAD, PEOPLE] {
        let asked = t.mention(asked);
        t.reply()
            .is_to(asked)
            .is_plain()
            .has_text("-# Glass Harbor (2014)")
            .has_button("Remove");
    }
    assert_eq!(t.n_requests(POST), 3);
    t.slash("ask", &[("question", SAD)])
        .is_plain()
        .has_text(SAD_TITLE);
    t.slash("section", &[("name", "story")])
        .is_plain()
        .has_text("||Nora keeps");
    t.never_sent("burns");
    t.dm(SAD);
    t.reply().has_title(SAD_TITLE);
}

#[test]
fn hostile_texts_are_answered_and_never_repeated() {
    let long = format!("{} {}", mention(), "tell me whatever you know ".repeat(80));
    let cut: String = long.chars().take(2000).collect();
    let t = Discord::start();
    for (n, text) in [
        format!("{} ||zxqv|| `zxqv` ```zxqv```", mention()),
        format!(
            "{} [zxqv](https://zxqv.example) <https://zxqv.example>",
            mention()
        ),
        format!(
            "{} \u{202e}zxqv\u{202c} z\u{200b}x\u{200d}q\u{feff}v",
            mention()
        ),
        format!(
            "{} <@{}> <#{GENERAL}> <:zxqv:1> </zxqv:1>",
            mention(),
            BOB.id
        ),
        format!("{} {}", mention(), "zxqv".repeat(490)),
        cut,
    ]
    .iter()
    .enumerate()
    {
        let user = [ADA, BOB, MODERATOR][n % 3];
        let asked = t.by(user).says(text);
        t.reply_to(asked).never_says("zxqv").never_says("whatever");
    }
    t.never_sent("zxqv");
    t.never_sent("whatever");
}

#[test]
fn a_question_in_disguise_is_still_a_question() {
    let t = Discord::start();
    for text in [
        "**will** ~~I~~ `cry`",
        "||will I cry||",
        "\u{200b}will I cr\u{200b}y",
        "WILL I CRY?!?!",
        "w\u{2060}i\u{ad}ll I c\u{200d}ry",
        "\u{202e}will I cry\u{202c}",
    ] {
        let asked = t
            .by(crate::harness::discord::places::stranger(
                t.arrange(|world| world.new_id()),
            ))
            .mentions(text);
        t.reply_to(asked).has_title(SAD_TITLE);
    }
    t.by(BOB)
        .slash("ask", &[("question", "@everyone <@&1> will I cry")])
        .has_title(SAD_TITLE)
        .never_says("@everyone");
}
