//! Redacts what somebody wrote before it is kept: nothing stays that leads to a person, an account or another place.
//!
//! Mentions, other marks of chats, mail addresses, links, long numbers (of phones, cards and accounts) and secrets such
//! as tokens give way to a sign. It leaves out too much rather than too little: what is kept is read by moderators, who
//! understand a question with a gap in it.

use unicode_normalization::UnicodeNormalization;

use super::chat_marks;
use super::fold::floor_char_boundary;
use super::invisible::visible;

/// Stands for what is left out.
const GAP: char = '…';
/// The longest text that is looked at, in bytes: four of Discord's longest messages.
const MAX_BYTES: usize = 16_000;
/// The number of digits from which on a number leads somewhere: phone numbers begin at seven, ids of Discord's have 17.
const LONG_NUMBER: usize = 7;
/// The years that films and their stories are told apart by: several of them beside each other are no phone number.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2100;
/// A secret has at least so many characters; shorter ones are words with numbers, like "s01e05".
const SECRET: usize = 16;
/// From this length on anything without a blank is left out: no word of English has so many characters.
const ENDLESS: usize = 40;
/// The part of a secret between its signs has at least so many characters.
const SECRET_PART: usize = 8;
/// So often a secret goes from letters to digits and back, or from small letters to capitals …
const SECRET_SWITCHES: usize = 2;
/// … where it has capitals only a few of which begin a name.
const SECRET_CAPITALS: usize = 4;
/// The ends of addresses that people write without anything before or behind them.
const DOMAINS: &[&str] = &[
    "app", "biz", "br", "ca", "ch", "co", "com", "de", "dev", "es", "eu", "fr", "gg", "info", "io",
    "jp", "link", "ly", "me", "net", "nl", "online", "org", "pl", "ru", "se", "site", "tv", "uk",
    "us", "xyz",
];

/// Returns a message in at most `max` characters and one line, without what leads to a person or a place.
pub fn redact(text: &str, max: usize) -> String {
    let text = &text[..floor_char_boundary(text, MAX_BYTES)];
    // Letters that only look different are the same to those who read them.
    let text: String = visible(text).nfkc().collect();
    let text = without_marks(&text);
    let words: Vec<String> = text.split_whitespace().map(redacted_word).collect();
    let text = without_long_numbers(&words.join(" "));
    cut(&without_double_gaps(&text), max)
}

/// Replaces mentions, links and the other marks of chats.
fn without_marks(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let (mut at, mut after_word) = (0, false);
    while let Some(letter) = text[at..].chars().next() {
        let skipped = match after_word {
            true => 0,
            false => chat_marks::skip(&text[at..]),
        };
        if skipped > 0 {
            if !kept.ends_with(GAP) {
                kept.push(GAP);
            }
            at += skipped;
        } else {
            kept.push(if letter.is_control() { ' ' } else { letter });
            at += letter.len_utf8();
        }
        after_word = letter.is_alphanumeric();
    }
    kept
}

/// Returns what is kept of a stretch without blanks: the signs around it, and a gap where it leads somewhere.
fn redacted_word(word: &str) -> String {
    let is_edge = |sign: char| !sign.is_alphanumeric() && !"@+#_".contains(sign);
    let core = word.trim_matches(is_edge);
    let leads_somewhere = core.contains('@')
        || core.contains("://")
        || is_account(core)
        || is_address(core)
        || is_secret(core);
    match leads_somewhere && !core.is_empty() {
        true => word.replacen(core, GAP.encode_utf8(&mut [0; 4]), 1),
        false => word.to_owned(),
    }
}

/// Returns whether this is an account of Discord's as they were written once: `name#1234`.
fn is_account(word: &str) -> bool {
    word.rsplit_once('#').is_some_and(|(name, number)| {
        !name.is_empty() && number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Returns whether this is the address of a page or a machine: `discord.gg/abc`, `example.org`, `127.0.0.1:80`.
fn is_address(word: &str) -> bool {
    let (host, path) = word.split_once(['/', '?', ':']).unwrap_or((word, ""));
    let numbers = host.split('.').map(str::parse::<u8>);
    if numbers.clone().count() == 4 && numbers.flatten().count() == 4 {
        return true;
    }
    let Some((name, end)) = host.rsplit_once('.') else {
        return false;
    };
    let is_end = end.len() > 1 && end.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_label = |label: &str| {
        let is_sound = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_';
        !label.is_empty() && label.chars().all(is_sound)
    };
    let is_host = is_end && name.split('.').all(is_label);
    is_host && (!path.is_empty() || DOMAINS.contains(&end.to_ascii_lowercase().as_str()))
}

/// Returns whether this may be a token, a key or a generated password: long, and no word that anybody says.
fn is_secret(word: &str) -> bool {
    let length = word.chars().count();
    let is_written = |sign: char| !sign.is_alphanumeric();
    length >= ENDLESS || (length >= SECRET && word.split(is_written).any(is_part_of_secret))
}

fn is_part_of_secret(part: &str) -> bool {
    let signs: Vec<char> = part.chars().collect();
    let switches = |is_other: fn(char, char) -> bool| {
        let pairs = signs.windows(2);
        pairs.filter(|pair| is_other(pair[0], pair[1])).count()
    };
    signs.len() >= SECRET_PART
        && (switches(|a, b| a.is_numeric() != b.is_numeric()) >= SECRET_SWITCHES
            || switches(|a, b| a.is_lowercase() && b.is_uppercase()) >= SECRET_CAPITALS)
}

/// Replaces numbers with many digits, also where these stand in groups.
fn without_long_numbers(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(char::is_numeric) {
        let number = &rest[start..start + number_length(&rest[start..])];
        let before = &rest[..start];
        match leads_to_somebody(number) {
            true => {
                kept.push_str(before.trim_end_matches(['+', '(']));
                kept.push(GAP);
            }
            false => {
                kept.push_str(before);
                kept.push_str(number);
            }
        }
        rest = &rest[start + number.len()..];
    }
    kept.push_str(rest);
    kept
}

/// Returns the bytes that a number has with the signs that part its groups, up to its last digit.
fn number_length(text: &str) -> usize {
    let is_within = |sign: char| sign.is_numeric() || " -./()".contains(sign);
    let stretch = text.find(|sign| !is_within(sign)).unwrap_or(text.len());
    let number = text[..stretch].trim_end_matches(|sign: char| !sign.is_numeric());
    number.len()
}

fn leads_to_somebody(number: &str) -> bool {
    let groups = number.split(|sign: char| !sign.is_numeric());
    let mut groups = groups.filter(|group| !group.is_empty());
    let n_digits = number.chars().filter(|sign| sign.is_numeric()).count();
    let is_year = |group: &str| group.parse().is_ok_and(|year: u32| YEARS.contains(&year));
    n_digits >= LONG_NUMBER && !groups.all(is_year)
}

/// Returns a text in which one gap stands for several in a row, and none at the start, where it was said to somebody.
fn without_double_gaps(text: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    let gap = GAP.to_string();
    for word in text.split_whitespace() {
        let is_needless = word == gap && words.last().is_none_or(|last| **last == gap);
        if !is_needless {
            words.push(word);
        }
    }
    words.join(" ")
}

/// Cuts a text to `max` characters, and shows that it goes on.
fn cut(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let start: String = text.chars().take(max.saturating_sub(1)).collect();
    let mut cut = start.trim_end().to_owned();
    if max > 0 && !cut.ends_with(GAP) {
        cut.push(GAP);
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::redact;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(redact(text, 300), expected, "{text:?}");
    }

    #[test]
    fn questions_stay_as_they_are() {
        for text in [
            "who directed it?",
            "Is the 1982 one better than 2011, or the 1951 original?",
            "the thing 1982 2011 - which is it",
            "what is the $4,000,000 budget about",
            "Who's in S.W.A.T. (2003)?",
            "does s01e05 of behind-the-scenes count",
            "blade-runner-2049-final-cut",
            "supercalifragilisticexpialidocious",
            "and/or, he/she, 24/7, 7.5/10, 1:30 h",
            "is it a 100 minutes, 12 songs, 3 dogs film",
            "Amélie — où est-ce ? 何 “Ôkami”",
            "the film is called #1 or [REC]²",
        ] {
            check(text, &text.replace('²', "2"));
        }
    }

    #[test]
    fn mentions_and_marks_of_chats_are_left_out() {
        check("<@123> who directed it?", "who directed it?");
        check("<@!123><@&5> who is <#9> for", "who is … for");
        check(
            "hey <:kappa:99> and <a:dance:98> at <t:123:R>",
            "hey … and … at …",
        );
        check("ask </ask:123> or <id:customize>", "ask … or …");
        check("@everyone @here who wrote it", "who wrote it");
        check("is @ada_l. right, (@bob)?", "is …. right, (…)?");
        check("ada#1234 says so", "says so");
        check("<@12", "<…");
    }

    #[test]
    fn addresses_are_left_out() {
        check("write to ada.bell+film@example.org.", "write to ….");
        check("write to ada＠example．org", "write to …");
        check("see https://example.org/?token=abc, please", "see … please");
        check("see (http://user:pw@host/x) <https://a.b>", "see (…) <…>");
        check("[here](https://example.org/x)", "[here](…)");
        check("join discord.gg/abc or example.org", "join … or …");
        check("so seehttps://example.org and ftp://x", "so … and …");
        check("WWW.Example.ORG/x it", "it");
        check("it runs on 192.168.0.1:8080", "it runs on …");
        check("Mr.Robot is on e.g. tv", "Mr.Robot is on e.g. tv");
    }

    #[test]
    fn long_numbers_are_left_out() {
        check("my id is 1180000000000000002", "my id is …");
        check("call +49 (30) 123-45 67, now", "call …, now");
        check("call (555) 123 4567", "call …");
        check("call 0171/1234567 or 555-1234.", "call … or ….");
        check("card 4111 1111 1111 1111", "card …");
        check("born 24.06.1985", "born …");
        check("٠١٢٣٤٥٦٧ ok", "ok");
        check("１２３４５６７８ ok", "ok");
        check("room 237, 123 456", "room 237, 123 456");
    }

    #[test]
    fn secrets_are_left_out() {
        // None of these was ever one.
        for secret in [
            "MTE4MDAwMDAwMDAwMDAwMDAwMg.GfRoNt.row-row-row-row-row",
            "ghp_a1b2c3d4e5f6a7b8",
            "550e8400-e29b-41d4-a716-446655440000",
            "d41d8cd98f00b204e9800998ecf8427e",
            "aBcDeFgHiJkLmNoPqRsT",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIi",
        ] {
            check(&format!("my key is {secret}!"), "my key is …!");
        }
        let endless = "x".repeat(40);
        check(&format!("so {endless}"), "so …");
    }

    #[test]
    fn what_hides_in_other_letters_is_found() {
        check("a\u{200b}da@exam\u{ad}ple.org is it", "is it");
        check("ht\u{200b}tps://example.org is it", "is it");
        check("\u{ff20}everyone is it", "is it");
    }

    #[test]
    fn it_is_one_line_and_never_too_long() {
        check("who\n\tdirected\r\nit\u{0}?", "who directed it ?");
        check("", "");
        check("<@1>", "");
        assert_eq!(redact("who directed it", 8), "who dir…");
        assert_eq!(redact("who directed it", 5), "who…");
        assert_eq!(redact("who directed it", 0), "");
        let long = "é".repeat(20) + " ";
        let kept = redact(&long.repeat(5_000), 300);
        assert_eq!(kept.chars().count(), 300);
    }
}
