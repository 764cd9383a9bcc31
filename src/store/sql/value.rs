//! Statements, their values and the rows that come back, in the few types that both databases have.
//!
//! Nothing is NULL in our tables, so a value needs no type beside it, and a row no special cases.

use crate::guide::{ChannelId, EntryId, FilmId, RoleId, ServerId};
use crate::store::error::StoreError;
use crate::store::records::Day;

/// A statement with its values, which it names `$1`, `$2` and so on: both databases know that form.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    /// The SQL, made of texts of the program only.
    pub(super) sql: String,
    /// The values.
    pub(super) values: Vec<SqlValue>,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum SqlValue {
    Integer(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
}

/// A row of values.
#[derive(Debug)]
pub(super) struct SqlRow(pub(super) Vec<SqlValue>);

/// Begins a statement.
pub(super) fn sql(text: &str) -> Statement {
    Statement {
        sql: text.to_owned(),
        values: Vec::new(),
    }
}

impl Statement {
    /// Adds the next value.
    pub(super) fn with(mut self, value: impl Into<SqlValue>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Adds more SQL.
    pub(super) fn and(mut self, text: &str) -> Self {
        self.sql.push(' ');
        self.sql.push_str(text);
        self
    }

    /// Adds SQL that names the value after it, with `$` in the place of the name.
    pub(super) fn and_with(mut self, text: &str, value: impl Into<SqlValue>) -> Self {
        self.values.push(value.into());
        let name = format!("${}", self.values.len());
        self.and(&text.replace('$', &name))
    }

    /// Adds rows of values, all of the same length: `($1, $2), ($3, $4)`.
    pub(super) fn rows(mut self, rows: Vec<Vec<SqlValue>>) -> Self {
        for (at, row) in rows.into_iter().enumerate() {
            let first = self.values.len() + 1;
            let names = (first..first + row.len()).map(|n| format!("${n}"));
            let names: Vec<String> = names.collect();
            let comma = if at == 0 { " " } else { ", " };
            self.sql.push_str(&format!("{comma}({})", names.join(", ")));
            self.values.extend(row);
        }
        self
    }
}

impl SqlRow {
    /// Returns the whole number in a column.
    pub(super) fn integer(&self, column: usize) -> Result<i64, StoreError> {
        match self.0.get(column) {
            Some(SqlValue::Integer(n)) => Ok(*n),
            _ => Err(strange(column)),
        }
    }

    /// Returns the number in a column.
    pub(super) fn real(&self, column: usize) -> Result<f64, StoreError> {
        match self.0.get(column) {
            Some(SqlValue::Real(x)) => Ok(*x),
            _ => Err(strange(column)),
        }
    }

    /// Returns the text in a column.
    pub(super) fn text(&self, column: usize) -> Result<&str, StoreError> {
        match self.0.get(column) {
            Some(SqlValue::Text(text)) => Ok(text),
            _ => Err(strange(column)),
        }
    }

    /// Returns the bytes in a column.
    pub(super) fn bytes(&self, column: usize) -> Result<Vec<u8>, StoreError> {
        match self.0.get(column) {
            Some(SqlValue::Bytes(bytes)) => Ok(bytes.clone()),
            _ => Err(strange(column)),
        }
    }

    /// Returns the yes or no in a column.
    pub(super) fn flag(&self, column: usize) -> Result<bool, StoreError> {
        Ok(self.integer(column)? != 0)
    }

    /// Returns the count in a column.
    pub(super) fn count(&self, column: usize) -> Result<u64, StoreError> {
        u64::try_from(self.integer(column)?).map_err(|_| strange(column))
    }

    /// Returns the number of Discord's in a column.
    pub(super) fn id(&self, column: usize) -> Result<u64, StoreError> {
        Ok(self.integer(column)?.cast_unsigned())
    }

    /// Returns the number of Discord's in a column, where there is one.
    pub(super) fn optional_id(&self, column: usize) -> Result<Option<u64>, StoreError> {
        Ok(Some(self.id(column)?).filter(|id| *id != 0))
    }

    /// Returns the server in a column, where there is one.
    pub(super) fn server(&self, column: usize) -> Result<Option<ServerId>, StoreError> {
        Ok(self.optional_id(column)?.map(ServerId))
    }

    /// Returns the day in a column.
    pub(super) fn day(&self, column: usize) -> Result<Day, StoreError> {
        let n = i32::try_from(self.integer(column)?);
        n.map(Day).map_err(|_| strange(column))
    }

    /// Returns the film in a column.
    pub(super) fn film(&self, column: usize) -> Result<FilmId, StoreError> {
        FilmId::parse(self.text(column)?).map_err(|_| strange(column))
    }

    /// Returns the film in a column, where there is one.
    pub(super) fn optional_film(&self, column: usize) -> Result<Option<FilmId>, StoreError> {
        match self.text(column)? {
            "" => Ok(None),
            _ => self.film(column).map(Some),
        }
    }

    /// Returns the entry in a column.
    pub(super) fn entry(&self, column: usize) -> Result<EntryId, StoreError> {
        self.text(column).map(EntryId::opaque)
    }

    /// Returns the word in a column, as `parse` knows it.
    pub(super) fn word<T>(
        &self,
        column: usize,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        parse(self.text(column)?).ok_or_else(|| strange(column))
    }

    /// Returns the word in a column, as `parse` knows it, where there is one.
    pub(super) fn optional_word<T>(
        &self,
        column: usize,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        match self.text(column)? {
            "" => Ok(None),
            _ => self.word(column, parse).map(Some),
        }
    }
}

/// Says that a row is none of ours.
fn strange(column: usize) -> StoreError {
    StoreError::Broken(format!(
        "the store holds a record that makes no sense (column {column}): somebody else wrote it"
    ))
}

impl From<i64> for SqlValue {
    fn from(n: i64) -> Self {
        Self::Integer(n)
    }
}

impl From<u64> for SqlValue {
    /// Takes a count or a number of Discord's; the largest become negative and come back as they were.
    fn from(n: u64) -> Self {
        Self::Integer(n.cast_signed())
    }
}

impl From<u32> for SqlValue {
    fn from(n: u32) -> Self {
        Self::Integer(n.into())
    }
}

impl From<bool> for SqlValue {
    fn from(flag: bool) -> Self {
        Self::Integer(flag.into())
    }
}

impl From<Day> for SqlValue {
    fn from(day: Day) -> Self {
        Self::Integer(day.0.into())
    }
}

impl From<&str> for SqlValue {
    fn from(text: &str) -> Self {
        // PostgreSQL takes no NUL in a text.
        Self::Text(text.replace('\0', ""))
    }
}

impl From<&FilmId> for SqlValue {
    fn from(film: &FilmId) -> Self {
        film.as_str().into()
    }
}

impl From<Option<&FilmId>> for SqlValue {
    fn from(film: Option<&FilmId>) -> Self {
        film.map_or("", FilmId::as_str).into()
    }
}

impl From<&EntryId> for SqlValue {
    fn from(entry: &EntryId) -> Self {
        entry.as_str().into()
    }
}

/// Takes ids over, and 0 for none.
macro_rules! from_ids {
    ($($id:ty),*) => {$(
        impl From<$id> for SqlValue {
            fn from(id: $id) -> Self {
                id.0.into()
            }
        }

        impl From<Option<$id>> for SqlValue {
            fn from(id: Option<$id>) -> Self {
                id.map_or(0, |id| id.0).into()
            }
        }
    )*};
}
from_ids!(ServerId, ChannelId, RoleId);

#[cfg(test)]
mod tests {
    use super::{SqlValue, sql};
    use crate::guide::ServerId;

    #[test]
    fn values_are_named_in_order() {
        let statement = sql("SELECT a FROM t WHERE b = $1")
            .with(7_u64)
            .and_with("AND c = $", "x\0y")
            .and("ORDER BY a");
        let all = "SELECT a FROM t WHERE b = $1 AND c = $2 ORDER BY a";
        assert_eq!(statement.sql, all);
        let values = [SqlValue::Integer(7), SqlValue::Text("xy".to_owned())];
        assert_eq!(statement.values, values);
    }

    #[test]
    fn rows_are_listed() {
        let row = |n: i64| vec![n.into(), ServerId(u64::MAX).into()];
        let statement = sql("INSERT INTO t VALUES").rows(vec![row(1), row(2)]);
        let all = "INSERT INTO t VALUES ($1, $2), ($3, $4)";
        assert_eq!(statement.sql, all);
        assert_eq!(statement.values[3], SqlValue::Integer(-1));
    }
}
