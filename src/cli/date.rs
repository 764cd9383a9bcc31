//! Days: reading one from the command line, and what day it is here.

use jiff::{ZonedDateTime, civil};

use crate::guide::Date;

/// Characters of a day written as `2026-01-31`; jiff reads shorter and longer forms too.
const LENGTH: usize = 10;

/// Reads a day written as `2026-01-31`.
///
/// # Errors
/// Returns how to write a day, or that there is none like that.
pub(super) fn parse_date(text: &str) -> Result<Date, String> {
    let is_digit = |at: usize, byte: u8| byte.is_ascii_digit() != (at == 4 || at == 7);
    let is_written_well = text.len() == LENGTH
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| is_digit(at, byte));
    if !is_written_well {
        return Err("write the day as 2026-01-31".to_owned());
    }
    let date: Result<civil::Date, _> = text.parse();
    date.map(to_date)
        .map_err(|_| format!("there is no day {text}"))
}

/// Returns what day it is where the program runs: that is the day which somebody who reviews a guide writes down.
pub(super) fn today() -> Date {
    to_date(ZonedDateTime::now().date())
}

/// Takes over a day; years before 1 are not to be had from the callers.
fn to_date(date: civil::Date) -> Date {
    Date {
        year: date.year().unsigned_abs(),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    }
}

#[cfg(test)]
mod tests {
    use super::parse_date;

    #[test]
    fn days_are_read_as_they_are_written() {
        for good in ["2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01"] {
            assert_eq!(
                parse_date(good).map(|date| date.to_string()).as_deref(),
                Ok(good)
            );
        }
        for bad in [
            "",
            "2026",
            "2026-1-1",
            "20260101",
            "2026/01/01",
            "2026-01-01T10:00",
            "2026-13-01",
            "2023-02-29",
            "1900-02-29",
            "26-01-01",
            "2026-01-32",
            "+026-01-01",
            "+026-01-01x",
        ] {
            assert!(parse_date(bad).is_err(), "{bad:?}");
        }
    }
}
