//! Days: reading one from the command line, and what day it is.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::guide::Date;

/// Seconds in a day.
const DAY: u64 = 24 * 60 * 60;

/// Reads a day written as `2026-01-31`.
pub(super) fn parse_date(text: &str) -> Result<Date, String> {
    let wrong = || "write the day as 2026-01-31".to_owned();
    let parts: Vec<&str> = text.split('-').collect();
    let &[year, month, day] = parts.as_slice() else {
        return Err(wrong());
    };
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return Err(wrong());
    }
    let date = Date {
        year: year.parse().map_err(|_| wrong())?,
        month: month.parse().map_err(|_| wrong())?,
        day: day.parse().map_err(|_| wrong())?,
    };
    let exists = (1..=12).contains(&date.month)
        && (1..=days_in_month(date.year, date.month)).contains(&date.day);
    if exists {
        Ok(date)
    } else {
        Err(format!("there is no day {text}"))
    }
}

/// Returns what day it is, in UTC.
pub(super) fn today() -> Date {
    // A clock before 1970 is wrong anyway: no guide is overdue then.
    let elapsed = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    date_after(elapsed.as_secs() / DAY)
}

/// Returns the day that lies `n_days` after 1 January 1970.
fn date_after(mut n_days: u64) -> Date {
    let mut year = 1970;
    while n_days >= days_in_year(year) {
        n_days -= days_in_year(year);
        year += 1;
    }
    let mut month = 1;
    while n_days >= u64::from(days_in_month(year, month)) {
        n_days -= u64::from(days_in_month(year, month));
        month += 1;
    }
    let day = u8::try_from(n_days + 1).unwrap_or(1);
    Date { year, month, day }
}

fn days_in_year(year: u16) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::{date_after, parse_date};

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
            "2026-13-01",
            "2023-02-29",
            "1900-02-29",
            "26-01-01",
            "2026-01-32",
            "+026-01-01x",
        ] {
            assert!(parse_date(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (n_days, expected) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_780, "2026-11-23"),
            (20_818, "2026-12-31"),
        ] {
            assert_eq!(date_after(n_days).to_string(), expected, "{n_days}");
        }
    }
}
