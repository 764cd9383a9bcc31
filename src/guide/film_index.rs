//! The index by which a film is known for as long as one library answers.

/// The place of a film among the guides of one library. Another library may have another film in this place, so it is
/// never stored or sent: that is what a [`FilmId`](super::FilmId) is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FilmIndex(u32);

impl FilmIndex {
    /// Returns the index of the film in this place, counted from 0.
    pub fn new(place: usize) -> Self {
        // More films than a `u32` counts do not fit into memory; the last number then is a film that is not there.
        Self(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// Returns the item of this film in a list that has one for each film.
    pub fn of<T>(self, list: &[T]) -> Option<&T> {
        list.get(self.0 as usize)
    }

    /// Returns the items of a list that has one for each film, each with its film.
    pub fn enumerate<T>(list: &[T]) -> impl Iterator<Item = (Self, &T)> {
        (0..).map(Self).zip(list)
    }
}
