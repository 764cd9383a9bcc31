//! A text as sentences, without markup: paragraphs and items of lists are cut where Unicode sees a sentence end.

use unicode_segmentation::UnicodeSegmentation;

use super::escape;
use super::parse::parse;
use super::tree::{NodeKind, RichText};

impl RichText {
    /// Returns the sentences of the text in reading order.
    pub fn sentences(&self) -> Vec<String> {
        let blocks = blocks(self);
        let sentences = blocks.iter().flat_map(|block| block.unicode_sentences());
        sentences
            .map(|sentence| sentence.trim().to_owned())
            .collect()
    }
}

/// Returns a text that begins with one of its own sentences, in bold, for readers who asked for just that.
pub fn led_by(text: &RichText, sentence: usize) -> Option<RichText> {
    let sentences = text.sentences();
    // The first sentence leads as it is.
    let lead = sentences.get(sentence).filter(|_| sentence > 0)?;
    Some(parse(&format!(
        "**{}**\n\n{}",
        escape::markup(lead),
        text.source()
    )))
}

/// Returns the words of each paragraph and each item.
fn blocks(text: &RichText) -> Vec<String> {
    let mut blocks: Vec<String> = vec![String::new()];
    for node in text.all_nodes() {
        match node.kind() {
            NodeKind::Text => {
                if let Some(block) = blocks.last_mut() {
                    block.push_str(node.text());
                }
            }
            NodeKind::SoftBreak => {
                if let Some(block) = blocks.last_mut() {
                    block.push(' ');
                }
            }
            NodeKind::Emphasis | NodeKind::Strong | NodeKind::Link | NodeKind::EntryLink => {}
            _ => blocks.push(String::new()),
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use crate::markup::{led_by, parse, plain};

    #[test]
    fn a_text_is_led_by_one_of_its_sentences() {
        let text = parse("It rains. The *cook* drowns [there](entry:a/b)! Nobody sees it.");
        let led = |sentence| led_by(&text, sentence).map(|led| plain(&led, 80));
        let whole = "It rains. The cook drowns there! Nobody sees it.";
        assert_eq!(led(1), Some(format!("The cook drowns there!\n\n{whole}")));
        assert_eq!((led(0), led(3)), (None, None), "the first, and none at all");
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(parse(text).sentences(), expected, "{text:?}");
    }

    #[test]
    fn paragraphs_and_items_are_cut_into_sentences() {
        check("", &[]);
        check(
            "A film about *coming\nhome*. It cost $2.3 million!\n\nNo end",
            &[
                "A film about coming home.",
                "It cost $2.3 million!",
                "No end",
            ],
        );
        check(
            "Two things:\n\n- one\n- **two**, [three](entry:a)",
            &["Two things:", "one", "two, three"],
        );
    }
}
