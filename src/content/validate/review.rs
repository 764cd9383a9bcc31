//! Reviews: somebody should read a guide through once a year.

use crate::content::draft::DraftFilm;
use crate::content::report::Report;
use crate::guide::Date;

/// Judges `reviewed` by the day it is today, where that is known.
pub(super) fn check(film: &DraftFilm, today: Option<Date>, report: &mut Report) {
    let (Some(reviewed), Some(today)) = (&film.reviewed, today) else {
        return;
    };
    let a_year_ago = Date {
        year: today.year.saturating_sub(1),
        ..today
    };
    let day = reviewed.value;
    if day > today {
        let message = format!("the guide was reviewed on {day}, which is yet to come");
        let help = format!("write the day of the review; today is {today}");
        report.warning("future-review", &reviewed.span, message, help);
    } else if day < a_year_ago {
        let message = format!("the guide was last reviewed on {day}, more than a year ago");
        let help = format!("read it through, then write reviewed = {today}");
        report.warning("old-review", &reviewed.span, message, help);
    }
}
