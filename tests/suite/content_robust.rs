//! No file, however broken, stops the program or makes it say two different things.

use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use proptest::sample::{Index, select};

use crate::harness::guides::{Folder, SOUND};

/// Pieces that guides are made of, whole and broken.
const PIECES: [&str; 24] = [
    "[film]\n",
    "[[section]]\n",
    "[[section.entry]]\n",
    "[[faq]]\n",
    "[[check]]\n",
    "[section]\n",
    "[[section\n",
    "id = 'a'\n",
    "title = \"A\n",
    "text = \"\"\"\n",
    "\"\"\"\n",
    "ask = ['a', 'b'\n",
    "ask = [\n",
    "]\n",
    "year = 20x\n",
    "answer = 'none'\n",
    "also_id = 'a/b'\n",
    "text = '[x](entry:é'\n",
    "spoiler = 'mild'\n",
    "\u{feff}",
    "\r\n",
    "🎬 = ''\n",
    "text = \"\\u00\"\n",
    "cast = [{ actor = 'x' }, 3]\n",
];

fn check(text: &str) -> (String, String) {
    let folder = Folder::with(text);
    let shown = || {
        let loaded = folder.load();
        let diagnostics = loaded.diagnostics();
        // Rendering walks every place, so a place outside its file would show here.
        (
            diagnostics.render(true),
            format!("{:?}", diagnostics.records()),
        )
    };
    let first = shown();
    assert_eq!(first, shown());
    first
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_pieces_are_read_without_a_panic(pieces in proptest::collection::vec(select(&PIECES[..]), 0..30)) {
        check(&pieces.concat());
    }

    #[test]
    fn any_text_in_an_entry_is_judged_without_a_panic(text in "[ a\\-\\*_\\[\\]()<>@|`#:/é\n\t\\\\\"!~^0-9]{0,60}") {
        let quoted = toml::Value::from(text).to_string();
        check(&SOUND.replace("\"It is set on a farm of tin trees.\"", &quoted));
    }

    #[test]
    fn a_guide_with_a_hole_is_read_without_a_panic(from in any::<Index>(), length in 0usize..40) {
        let from = from.index(SOUND.len());
        let to = (from + length).min(SOUND.len());
        let text = format!("{}{}", &SOUND[..from], &SOUND[to..]);
        let (rendered, records) = check(&text);
        prop_assert_eq!(rendered.is_empty(), records == "[]");
    }
}
