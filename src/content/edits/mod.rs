//! Edits of guides that are made in Discord: what they are, what is wrong with them, and the guides that they make.
//!
//! An [`Edit`] is plain data; its payload is versioned JSON. It is written into the guide's file (`document`, `apply`),
//! which is then read and judged like any file (`lay_over`): there is one parser, one set of rules, one library.
//! [`judge_edit`] tells what is wrong with an edit before it holds, each problem at the field of a form.

mod apply;
mod difference;
mod document;
mod edit;
mod edited_library;
mod field;
mod fields;
mod filled_form;
mod for_all;
mod forms;
mod fragment;
mod from_guide;
mod judge;
mod judged_text;
mod lay_over;
mod payload;
mod published;
mod removal;
mod typed;
mod values;
mod words;

pub use difference::{
    ChangedWords, EntryDifference, TextDifference, entry_difference, text_difference,
};
pub use edit::{
    Edit, EntryEdit, FactEdit, FaqEdit, FilmEdit, GuideChange, HiddenEntry, NewCastMember,
    NewFactValue, TaughtPhrasing,
};
pub use edited_library::{EditedLibrary, TriedEdit, edited_library, try_edit};
pub use field::{EditField, FieldProblem};
pub use filled_form::{FilledForm, filled_in, filled_in_fact};
pub(in crate::content) use for_all::lay_over_all;
pub use forms::{
    EntryForm, FaqForm, FilmForm, entry_edit, fact_edit, faq_edit, film_edit, phrasing_edit,
};
pub use fragment::{Fragment, fragment};
pub use judge::judge_edit;
pub use lay_over::{LaidOver, ParkReason, ParkedEdit, lay_over_file, lay_over_guide};
pub use payload::PayloadError;
pub use published::{EditLines, EditSource, EditSourceError, PublishedEdit};
