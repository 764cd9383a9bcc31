//! The README is true: its examples run, and it leaves no command and no variable out.

use frontrow::config::VARIABLES;

use crate::harness::program::{Frontrow, read};

/// A command shown in the README and the output shown below it.
struct Example {
    line: String,
    output: String,
}

/// Returns the examples of the README's console blocks.
fn examples(readme: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let blocks = readme.split("```console\n").skip(1);
    for line in blocks
        .filter_map(|rest| rest.split("```").next())
        .flat_map(str::lines)
    {
        if let Some(line) = line.strip_prefix("$ frontrow ") {
            let (line, output) = (line.to_owned(), String::new());
            examples.push(Example { line, output });
        } else if let Some(example) = examples.last_mut() {
            example.output.push_str(line);
            example.output.push('\n');
        }
    }
    examples
}

#[test]
fn the_examples_print_what_they_show() {
    let frontrow = Frontrow::with_real_guides();
    let examples = examples(&read("README.md"));
    assert!(examples.len() >= 2, "the README shows how it looks");
    for Example { line, output } in examples {
        let ran = frontrow.run(&line).quietly();
        assert_eq!(ran.out.trim_end(), output.trim_end(), "$ frontrow {line}");
    }
}

#[test]
fn the_guide_it_shows_is_sound() {
    let readme = read("README.md");
    let blocks: Vec<&str> = readme.split("```toml\n").skip(1).collect();
    let [guide] = blocks[..] else {
        panic!("one guide: {}", blocks.len());
    };
    let (guide, _) = guide.split_once("```").expect("an end");
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("faq/red-rocket.toml", guide);
    let ran = frontrow.run("check --strict --today 2026-12-01");
    ran.ends_with(0).quietly();
}

#[test]
fn every_command_is_described() {
    let readme = read("README.md");
    let help = Frontrow::in_empty_folder().run("--help").out;
    let (_, commands) = help.split_once("Commands:\n").expect("a list of commands");
    let names = commands
        .lines()
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help");
    let mut n_names = 0;
    for name in names {
        n_names += 1;
        assert!(readme.contains(&format!("| `frontrow {name}")), "{name}");
    }
    assert!(n_names >= 11, "{help}");
}

#[test]
fn every_option_is_described() {
    let readme = read("README.md");
    let frontrow = Frontrow::in_empty_folder();
    for command in [
        "ask", "section", "faq", "check", "eval", "new", "import", "export",
    ] {
        let row = readme
            .lines()
            .find(|line| line.starts_with(&format!("| `frontrow {command}")));
        let row = row.expect("a row of the table");
        let help = frontrow.run(&format!("{command} --help")).out;
        let options = help
            .split_whitespace()
            .filter(|word| word.starts_with("--"));
        for option in options.map(|option| option.trim_end_matches([',', ':', '.'])) {
            let everywhere = matches!(option, "--guides" | "--help");
            assert!(everywhere || row.contains(option), "{command} {option}");
        }
    }
}

#[test]
fn every_variable_is_described_with_its_default() {
    let readme = read("README.md");
    for variable in VARIABLES {
        let default = match variable.default {
            "" => String::new(),
            default => format!("`{default}` "),
        };
        let row = format!("| `{}` | {default}|", variable.name);
        assert!(readme.contains(&row), "{row}");
    }
}

#[test]
fn the_two_commands_to_begin_with_are_there() {
    let readme = read("README.md");
    assert!(readme.contains("cargo run -- ask \"is red roket ok for kids?\"\ncargo test\n"));
}
