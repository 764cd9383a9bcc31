//! Figures in columns: how every table of the command line is laid out.

use std::io::{self, Write};

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};

/// A column of a table without borders.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// The side on which cells stand.
    alignment: CellAlignment,
    /// The least width, in columns of the terminal.
    min_width: u16,
    /// The number of spaces after it.
    gap: u16,
}

/// Returns a column of names.
pub(super) const fn left(min_width: u16, gap: u16) -> Column {
    Column {
        alignment: CellAlignment::Left,
        min_width,
        gap,
    }
}

/// Returns a column of figures.
pub(super) const fn right(min_width: u16, gap: u16) -> Column {
    Column {
        alignment: CellAlignment::Right,
        min_width,
        gap,
    }
}

/// Returns the lines of a table; none ends with spaces.
pub(super) fn lines<R, C>(columns: &[Column], rows: R) -> Vec<String>
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    let mut table = Table::new();
    table
        .load_style(NOTHING)
        .set_content_arrangement(ContentArrangement::Disabled);
    for row in rows {
        table.add_row(row.into_iter().collect::<Vec<String>>());
    }
    table.discover_columns();
    for (column, layout) in table.column_iter_mut().zip(columns) {
        column.set_cell_alignment(layout.alignment);
        column.set_padding((0, layout.gap));
        let width = Width::Fixed(layout.min_width + layout.gap);
        column.set_constraint(ColumnConstraint::LowerBoundary(width));
    }
    let lines = table.lines();
    lines.map(|line| line.trim_end().to_owned()).collect()
}

/// Writes the lines of a table.
pub(super) fn write<R, C>(out: &mut impl Write, columns: &[Column], rows: R) -> io::Result<()>
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    for line in lines(columns, rows) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{left, lines, right};

    #[test]
    fn columns_are_as_wide_as_their_widest_cell_and_no_narrower_than_they_must_be() {
        let rows = [["word", "weight"], ["film → movie", "1.50"], ["it", ""]];
        let rows = rows.map(|row| row.map(str::to_owned));
        assert_eq!(
            lines(&[left(4, 2), right(8, 0)], rows),
            ["word            weight", "film → movie      1.50", "it"]
        );
    }
}
