//! The ways in which people write a film's name.

use super::film_list::ListedFilm;

/// A way of writing a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    AsWritten,
    AndForSign,
    SignForAnd,
    Digits,
    Spelt,
    NoSubtitle,
    NoPunctuation,
    LowerCase,
    Typo,
    NoArticle,
    WithYear,
    OtherSequel,
    OtherYear,
    OtherTitle,
    Absent,
}

/// Every way, in the order in which they are reported.
pub(crate) const VARIANTS: [Variant; 15] = [
    Variant::AsWritten,
    Variant::AndForSign,
    Variant::SignForAnd,
    Variant::Digits,
    Variant::Spelt,
    Variant::NoSubtitle,
    Variant::NoPunctuation,
    Variant::LowerCase,
    Variant::Typo,
    Variant::NoArticle,
    Variant::WithYear,
    Variant::OtherSequel,
    Variant::OtherYear,
    Variant::OtherTitle,
    Variant::Absent,
];

/// A number in digits, in Roman numerals and spelt out.
type Number = (&'static str, &'static str, &'static str);

/// Numbers as titles write them: in digits, in Roman numerals and spelt out.
const NUMBERS: [Number; 9] = [
    ("2", "II", "two"),
    ("3", "III", "three"),
    ("4", "IV", "four"),
    ("5", "V", "five"),
    ("6", "VI", "six"),
    ("7", "VII", "seven"),
    ("8", "VIII", "eight"),
    ("9", "IX", "nine"),
    ("10", "X", "ten"),
];

/// Ways of asking, `{}` being the name.
const QUESTIONS: [&str; 6] = [
    "who directed {}",
    "how long is {}?",
    "when did {} come out",
    "{} director",
    "Who is the director of {}?",
    "what's the runtime of {}",
];

impl Variant {
    /// Returns whether the name is that of a film that is not there.
    pub(crate) fn is_of_another(self) -> bool {
        matches!(
            self,
            Self::OtherSequel | Self::OtherYear | Self::OtherTitle | Self::Absent
        )
    }

    /// Returns a question about a film, its name written this way; `None` where that changes nothing.
    pub(crate) fn question(self, film: &ListedFilm) -> Option<String> {
        let name = self.name(film)?;
        let is_whole = matches!(self, Self::AsWritten | Self::Absent);
        let is_changed = is_whole || name != film.title;
        let at = hash(&film.title) as usize % QUESTIONS.len();
        is_changed.then(|| QUESTIONS[at].replace("{}", &name))
    }

    /// Returns the part of the title that the name is of, without what is changed in it.
    pub(crate) fn part_of_title(self, film: &ListedFilm) -> String {
        match self {
            Self::NoSubtitle | Self::NoArticle => self.name(film),
            _ => None,
        }
        .unwrap_or_else(|| film.title.clone())
    }

    fn name(self, film: &ListedFilm) -> Option<String> {
        let title = film.title.as_str();
        let year = film.year;
        Some(match self {
            Self::AsWritten => title.to_owned(),
            Self::Absent => match hash(title) / 7 % 2 {
                0 => title.to_owned(),
                _ => title.to_lowercase(),
            },
            Self::OtherTitle => {
                let plain = title.strip_prefix("The ").unwrap_or(title);
                match hash(title) / 7 % 6 {
                    0 => format!("{title} Returns"),
                    1 => format!("The Ballad of {title}"),
                    2 => format!("beyond {}", title.to_lowercase()),
                    3 => format!("{} in the jungle", title.to_lowercase()),
                    4 => format!("The Last {plain}"),
                    _ => format!("{title}: Resurrection"),
                }
            }
            Self::AndForSign => title.replace(" & ", " and "),
            Self::SignForAnd => title.replace(" and ", " & "),
            Self::Digits => with_numbers(title, |number| number.0),
            Self::Spelt => with_numbers(title, |number| number.2),
            Self::NoSubtitle => without_subtitle(title)?.to_owned(),
            Self::NoPunctuation => without_punctuation(title),
            Self::LowerCase => title.to_lowercase(),
            Self::Typo => with_typo(title)?,
            Self::NoArticle => {
                let mut articles = ["The ", "A ", "An "].into_iter();
                articles
                    .find_map(|article| title.strip_prefix(article))?
                    .to_owned()
            }
            Self::WithYear => match hash(title) / 7 % 3 {
                0 => format!("{title} ({year})"),
                1 => format!("{} {year}", title.to_lowercase()),
                _ => format!("the {year} {}", title.strip_prefix("The ").unwrap_or(title)),
            },
            Self::OtherSequel => match hash(title) / 7 % 3 {
                0 => format!("{title} 7"),
                1 => format!("{title} part 8"),
                _ => format!("{} ix", title.to_lowercase()),
            },
            Self::OtherYear => match hash(title) / 7 % 2 {
                0 => format!("{title} ({})", year + 9),
                _ => format!("the {} {title}", year - 9),
            },
        })
    }
}

/// Replaces the numbers that stand in a title, its first word apart.
fn with_numbers(title: &str, written: impl Fn(&Number) -> &'static str) -> String {
    let mut words = title.split(' ');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (plain, sign) = match word.strip_suffix([':', ',']) {
            Some(plain) => (plain, &word[plain.len()..]),
            None => (word, ""),
        };
        let number = NUMBERS
            .iter()
            .find(|number| [number.0, number.1].contains(&plain));
        match number {
            Some(number) => format!("{name} {}{sign}", written(number)),
            None => format!("{name} {word}"),
        }
    })
}

fn without_subtitle(title: &str) -> Option<&str> {
    let ends = [": ", " – ", " or: "];
    ends.iter()
        .filter_map(|end| title.find(end))
        .max()
        .map(|at| &title[..at])
}

fn without_punctuation(title: &str) -> String {
    let joined = title.replace(['\'', '’', '.', ','], "");
    let spaced = joined.replace(|sign: char| !sign.is_alphanumeric(), " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Changes one letter of the longest word, where that has at least five.
fn with_typo(title: &str) -> Option<String> {
    let longest = title.split(' ').max_by_key(|word| word.len())?;
    let mut letters: Vec<char> = longest.chars().collect();
    if letters.len() < 5 || !letters.iter().all(|letter| letter.is_alphabetic()) {
        return None;
    }
    let dice = hash(title) / 11;
    let at = 1 + dice as usize / 4 % (letters.len() - 2);
    match dice % 4 {
        0 => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at]),
        _ => letters[at] = 'e',
    }
    let typed: String = letters.into_iter().collect();
    Some(title.replacen(longest, &typed, 1))
}

/// Returns a number for a text, the same on every machine (FNV-1a).
pub(crate) fn hash(text: &str) -> u64 {
    let mixed = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    mixed >> 7
}
