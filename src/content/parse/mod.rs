//! From a guide file's text to a draft: every problem is noted, none stops the reading.

mod blocks;
mod damage;
mod entries;
mod film;
pub(super) mod keys;
mod known_slips;
mod pieces;
mod right_line;
mod syntax;
mod table;

use toml::de::DeTable;

use self::damage::Damage;
use self::table::Table;
use super::draft::Draft;
use super::report::Report;

/// Reads the text of a guide file, noting what is wrong with its form.
pub(super) fn parse(text: &str, report: &mut Report) -> Draft {
    let (whole, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return walk(whole.get_ref(), &Damage::default(), report);
    }
    // One unclosed quote can swallow the rest of the file, so a file with errors is read again table by table.
    let (rest, slips) = known_slips::take_out(text, report);
    let (pieces, damage) = blocks::parse(&rest, &errors, &slips, report);
    walk(&pieces, &damage, report)
}

fn walk(root: &DeTable<'_>, damage: &Damage, report: &mut Report) -> Draft {
    let n_problems = report.found.len();
    let root = Table::new((root, 0..0), ("the guide", keys::GUIDE), damage, report);
    let unknown_tables = report.found.len() > n_problems;
    Draft {
        file: report.file,
        film: film::film(&root, report),
        sections: entries::sections(&root, report),
        faqs: entries::faqs(&root, report),
        checks: entries::checks(&root, report),
        may_lack_entries: unknown_tables || damage.everywhere,
    }
}
