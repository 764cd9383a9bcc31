//! A text as sentences, without markup: paragraphs and items of lists are cut where Unicode sees a sentence end.

use unicode_segmentation::UnicodeSegmentation;

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
    use crate::markup::parse;

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
