//! A member of a record's object, found or not, to be read with regard to damage.

use missionlint_tape::Node;

use super::{Location, Marked, Obstacle, Read, View};
use crate::calendar::Day;

/// A member by its name, whether it is there or not. Only reading it minds what is damaged.
#[derive(Debug, Clone, Copy)]
pub struct Field<'t, 'n> {
    object: View<'t>,
    name: &'n str,
    node: Option<Node<'t>>,
}

impl<'t, 'n> Field<'t, 'n> {
    /// The member `name` of an object, which is at `node` if it is there.
    #[inline]
    pub(super) fn new(object: View<'t>, name: &'n str, node: Option<Node<'t>>) -> Self {
        Self { object, name, node }
    }

    /// Its value, which may be absent.
    #[inline]
    pub fn optional(self) -> Read<Option<View<'t>>> {
        let object = self.object.sound()?;
        let Some(node) = self.node else {
            let damage = &object.document().damage;
            return match damage.obstacle_to_absence(object.node().index(), self.name) {
                Some(obstacle) => Err(object.blocked(obstacle)),
                None => Ok(None),
            };
        };
        View::new(object.document(), node).sound().map(Some)
    }

    /// Its value, which must be there.
    #[inline]
    pub fn needed(self) -> Read<View<'t>> {
        self.optional()?
            .ok_or_else(|| self.object.blocked(Obstacle::Schema))
    }

    /// The string, which must be there.
    #[inline]
    pub fn text(self) -> Read<Marked<&'t str>> {
        self.needed()?.text()
    }

    /// The string.
    #[inline]
    pub fn optional_text(self) -> Read<Option<Marked<&'t str>>> {
        self.optional()?.map(View::text).transpose()
    }

    /// The day.
    #[inline]
    pub fn optional_day(self) -> Read<Option<Marked<Day>>> {
        self.optional()?.map(View::day).transpose()
    }

    /// The location.
    pub fn optional_location(self) -> Read<Option<Location<'t>>> {
        self.optional()?.map(View::location).transpose()
    }

    /// The elements of the array, which must be there, each read in the same way.
    pub fn list<T>(self, read: impl FnMut(View<'t>) -> T) -> Read<Vec<T>> {
        Ok(self.needed()?.elements()?.map(read).collect())
    }

    /// The elements of the array, each read in the same way; none where it is absent.
    pub fn optional_list<T>(self, read: impl FnMut(View<'t>) -> T) -> Read<Vec<T>> {
        match self.optional()? {
            Some(array) => Ok(array.elements()?.map(read).collect()),
            None => Ok(Vec::new()),
        }
    }
}
