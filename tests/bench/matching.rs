//! Speed of matching: one question on the real guide and on generated ones of growing size, building, loading.
//!
//! | command | |
//! |---|---|
//! | `cargo bench` | criterion: means, and how they changed since the last run |
//! | `cargo bench -- --test` | runs everything once |
//! | `cargo bench -- latency [N…]` | percentiles, on the real guide and 1,000 to 100,000 entries or on N |
//! | `cargo bench -- write N FOLDER` | writes N generated entries and questions for `frontrow eval --corpus` |
#![expect(clippy::print_stdout, reason = "a bench talks to the one who runs it")]

mod generated;
mod latency;

use std::cell::LazyCell;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group};
use frontrow::answer::ScopedQuestion;
use frontrow::content::{LoadOptions, load};
use frontrow::guide::Guide;
use frontrow::library::Library;

use generated::Generated;

/// Entries of the generated guides.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// The number of generated questions that are asked in turn.
const N_QUESTIONS: usize = 1_000;
/// Fewest samples that criterion takes: building the largest index is slow.
const FEW: usize = 10;

/// Questions of all sorts about the real guide: plain, misspelt, in fragments, and not to be answered.
const ON_RED_ROCKET: [&str; 16] = [
    "Who directed Red Rocket?",
    "is red roket ok for kids?",
    "box office",
    "where was it filmed",
    "what does the title mean",
    "who plays Lonnie",
    "why is everybody so mad about this movie",
    "whats the sountrack like",
    "how does it end",
    "tell me about the cinematografy of the film please",
    "what did critics think of Simon Rex",
    "where can I stream it",
    "who directed Vertigo",
    "what's the weather in Lisbon tomorrow",
    "thanks everyone!",
    "anyone up for a round of mario kart later tonight",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| arg != "--bench")
        .collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["latency", ref sizes @ ..] => {
            let sizes: Result<Vec<usize>, _> = sizes.iter().map(|size| size.parse()).collect();
            latency::print(&sizes?)?;
        }
        ["write", n_entries, folder] => write(n_entries.parse()?, Path::new(folder))?,
        _ => {
            benches();
            Criterion::default().configure_from_args().final_summary();
        }
    }
    Ok(())
}

criterion_group!(benches, questions, building, loading);

/// One question, text to decision.
fn questions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("question");
    let library = LazyCell::new(red_rocket);
    group.bench_function("red_rocket", |bencher| {
        let mut texts = ON_RED_ROCKET.iter().cycle();
        bencher.iter(|| ask(&library, texts.next().expect("a cycle has no end")));
    });
    let kinds: [(&str, Guides); 2] = [
        ("corpus", Generated::as_corpus),
        ("films", Generated::as_films),
    ];
    for (kind, guides) in kinds {
        for n_entries in SIZES {
            let prepared = LazyCell::new(|| {
                let generated = Generated::new(n_entries);
                let library = Library::build(guides(&generated), &[]);
                (library, generated.questions(N_QUESTIONS))
            });
            group.bench_function(BenchmarkId::new(kind, n_entries), |bencher| {
                let (library, questions) = &*prepared;
                let mut questions = questions.iter().cycle();
                bencher.iter(|| ask(library, &questions.next().expect("a cycle has no end").text));
            });
        }
    }
}

/// From parsed guides to a library.
fn building(criterion: &mut Criterion) {
    let kinds: [(&str, Guides); 2] = [
        ("build", Generated::as_corpus),
        ("build_with_answers", Generated::as_corpus_with_answers),
    ];
    for (kind, guides) in kinds {
        let mut group = criterion.benchmark_group(kind);
        group.sample_size(FEW).warm_up_time(Duration::from_secs(1));
        for n_entries in SIZES {
            let guides = LazyCell::new(|| guides(&Generated::new(n_entries)));
            group.bench_function(BenchmarkId::from_parameter(n_entries), |bencher| {
                bencher.iter_batched(
                    || guides.clone(),
                    |guides| Library::build(guides, &[]),
                    BatchSize::PerIteration,
                );
            });
        }
    }
}

/// From the folder on disk to a library, all checks included.
fn loading(criterion: &mut Criterion) {
    criterion.bench_function("load/red_rocket", |bencher| bencher.iter(red_rocket));
}

type Guides = fn(&Generated) -> Vec<Guide>;

fn ask(library: &Library, text: &str) {
    let question = ScopedQuestion {
        text,
        ..ScopedQuestion::default()
    };
    black_box(library.ask(black_box(&question)));
}

fn red_rocket() -> Library {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("faq");
    let loaded = load(&folder, &LoadOptions::default());
    loaded.lenient().expect("the guide is sound").library
}

fn write(n_entries: usize, folder: &Path) -> std::io::Result<()> {
    let generated = Generated::new(n_entries);
    let questions = generated.questions(N_QUESTIONS);
    let questions: String = questions
        .iter()
        .map(generated::GeneratedQuestion::to_json_line)
        .collect();
    let (entries_file, questions_file) =
        (folder.join("entries.jsonl"), folder.join("questions.jsonl"));
    std::fs::write(&entries_file, generated.to_json_lines())?;
    std::fs::write(&questions_file, questions)?;
    println!(
        "frontrow eval --corpus {} {}",
        entries_file.display(),
        questions_file.display()
    );
    Ok(())
}
