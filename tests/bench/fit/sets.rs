//! The question sets that the weights are fitted on: their tuning halves, asked of guides with ever fewer phrasings.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use frontrow::answer::{ScopedQuestion, analyze};
use frontrow::content::{LoadOptions, corpus, load};
use frontrow::guide::{FilmId, Guide};
use frontrow::library::Library;
use frontrow::search::{Scored, Source};

/// The number of phrasings that the entries of a guide keep; all of them first.
const PHRASINGS: [usize; 4] = [usize::MAX, 8, 3, 0];
/// Guides as strangers write them have few questions each, and are what the program is for.
const STRANGERS: f64 = 1.5;

/// A wrong answer about another film costs more than a question that is met with silence ...
const OF_FILMS: f64 = 2.0;
/// ... and collections ask for more than half of what they must not answer in the words of what they do.
const OF_COLLECTIONS: f64 = 0.4;

/// A set of questions, asked of its guide.
pub(crate) struct Set {
    pub(crate) name: String,
    /// The weight of its questions.
    pub(crate) weight: f64,
    /// The weight of those that must not be answered.
    pub(crate) outside: f64,
    pub(crate) asked: Vec<Asked>,
}

/// The outcome of a question.
pub(crate) struct Asked {
    /// True if the guide has the answer.
    pub(crate) is_inside: bool,
    /// The best entries, best first.
    pub(crate) entries: Vec<RankedEntry>,
    /// The evidence on the best of them, first by text, then by phrasings.
    pub(crate) evidence: Vec<Input>,
}

/// A number that a score or a confidence is made of.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) value: f64,
    /// Today's weight.
    pub(crate) weight: f64,
}

/// An entry and what its score is made of.
pub(crate) struct RankedEntry {
    pub(crate) is_right: bool,
    pub(crate) inputs: Vec<Input>,
}

impl Asked {
    /// Returns whether a right entry is among the best: else there is nothing to learn from the question.
    pub(crate) fn has_right_entry(&self) -> bool {
        self.entries.iter().any(|entry| entry.is_right)
    }
}

/// Asks all sets; those of the folder that `FRONTROW_EVAL_DIR` names only where it is set.
pub(crate) fn all() -> Vec<Set> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = project.join("tests/data");
    let mut sets = Vec::new();
    let red_rocket = || guide(&project.join("faq"), "red-rocket");
    let tune = questions(&data.join("red_rocket/tune.tsv"));
    for n in PHRASINGS {
        sets.push(ask("red-rocket", n, 1.0, red_rocket(), &tune));
    }
    for film in ["the-salt-orchard", "nightbus-to-halden"] {
        let folder = data.join("strangers");
        let tune = questions(&folder.join(format!("{film}-tune.tsv")));
        for n in [3, 0] {
            sets.push(ask(film, n, STRANGERS, guide(&folder, film), &tune));
        }
    }
    let Some(folder) = env::var_os("FRONTROW_EVAL_DIR").map(PathBuf::from) else {
        return sets;
    };
    let movies = half(questions(&folder.join("movie_questions/queries.jsonl")));
    sets.push(ask(
        "movie_questions",
        usize::MAX,
        1.5,
        red_rocket(),
        &movies,
    ));
    for (name, file) in [
        ("sofmattress", "queries.jsonl"),
        ("covidfaq", "queries.jsonl"),
        ("covidfaq", "queries_typo.jsonl"),
        ("clinc150_dev", "queries_dev.jsonl"),
    ] {
        let tune = half(questions(&folder.join(name).join(file)));
        let text = fs::read_to_string(folder.join(name).join("entries.jsonl")).expect("entries");
        let guide = corpus(FilmId::parse("corpus").expect("an id"), &text).expect("a collection");
        sets.push(ask(name, usize::MAX, 1.0, guide, &tune));
    }
    sets
}

fn guide(folder: &Path, film: &str) -> Arc<Guide> {
    let loaded = load(folder, &LoadOptions::default()).lenient();
    let guides = loaded.expect("guides").library.into_guides();
    let mut guides = guides.into_iter();
    guides
        .find(|guide| guide.id.as_str() == film)
        .expect("the film")
}

/// A question and the ids that answer it.
type Question = (String, Vec<String>);

fn questions(file: &Path) -> Vec<Question> {
    let text = fs::read_to_string(file).expect("questions");
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(question).collect()
}

fn question(line: &str) -> Question {
    if line.starts_with('{') {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let gold = value["gold"].as_array().expect("a list").iter();
        let gold = gold
            .filter_map(|id| id.as_str().map(str::to_owned))
            .collect();
        return (value["q"].as_str().expect("a question").to_owned(), gold);
    }
    let (text, ids) = line.split_once('\t').expect("a tab");
    let ids = ids.split('|').map(str::trim).filter(|id| !id.is_empty());
    (text.to_owned(), ids.map(str::to_owned).collect())
}

/// Returns every other question: the other half is kept to report.
fn half(questions: Vec<Question>) -> Vec<Question> {
    questions.into_iter().step_by(2).collect()
}

fn ask(
    name: &str,
    max_phrasings: usize,
    weight: f64,
    guide: impl Into<Arc<Guide>>,
    questions: &[Question],
) -> Set {
    let mut guide = guide.into();
    let entries = Arc::make_mut(&mut guide)
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.entries);
    entries.for_each(|entry| Arc::make_mut(entry).ask.truncate(max_phrasings));
    let library = Library::build(vec![guide], &[]);
    let asked = questions
        .iter()
        .map(|question| ask_one(&library, question))
        .collect();
    let name = match max_phrasings {
        usize::MAX => name.to_owned(),
        n => format!("{name}, {n} phrasings"),
    };
    let is_film = library
        .guides()
        .iter()
        .any(|guide| !guide.film.title.is_empty());
    let outside = weight * if is_film { OF_FILMS } else { OF_COLLECTIONS };
    Set {
        name,
        weight,
        outside,
        asked,
    }
}

fn ask_one(library: &Library, (text, gold): &Question) -> Asked {
    let question = ScopedQuestion {
        text,
        ..ScopedQuestion::default()
    };
    let analysis = analyze(library.guides(), library.index(), &question);
    let evidence: Vec<_> = analysis.evidence.weighted_inputs().collect();
    let phrased = f64::from(analysis.evidence.phrased);
    let sides = [("by text", 1.0 - phrased), ("by phrasings", phrased)];
    let sides = sides.into_iter().enumerate();
    let evidence = sides.flat_map(|(at, (side, share))| {
        evidence.iter().map(move |(name, input, weights)| Input {
            name: format!("{name}, {side}"),
            value: share * f64::from(*input),
            weight: f64::from(weights[at]),
        })
    });
    let entries = analysis.ranking.entries.iter();
    Asked {
        is_inside: !gold.is_empty(),
        evidence: evidence.collect(),
        entries: entries.map(|scored| entry(library, scored, gold)).collect(),
    }
}

fn entry(library: &Library, scored: &Scored, gold: &[String]) -> RankedEntry {
    let inputs = scored.weighted_inputs().into_iter();
    let inputs = inputs.map(|(name, value, weight)| Input {
        name: name.to_owned(),
        value: f64::from(value),
        weight: f64::from(weight),
    });
    let id = match scored.source {
        Source::Entry { film, entry } => {
            let guide = library.guide(film).expect("a film");
            guide
                .entries()
                .nth(entry as usize)
                .map(|entry| entry.id.to_string())
        }
        Source::Topic(_) => None,
    };
    RankedEntry {
        is_right: id.is_some_and(|id| gold.contains(&id)),
        inputs: inputs.collect(),
    }
}
