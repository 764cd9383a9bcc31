//! A store in a database: SQLite or PostgreSQL, with the same tables and nearly the same SQL.
//!
//! - [`sqlite`] and [`postgres`] connect, and know the types of their database; [`session`] makes them look alike.
//! - [`tables`] has the SQL of each kind of record, [`value`] what rows are made of, [`backups`] all of them at once.
//! - [`migrations`] brings older databases up to date; [`listener`] hears what other processes announce.
//! - [`failure`] tells whether waiting helps, and says what to do where it does not.

mod backups;
mod failure;
mod listener;
mod migrations;
mod postgres;
mod session;
mod sqlite;
mod store;
mod tables;
mod value;
mod writes;

pub use store::SqlStore;
