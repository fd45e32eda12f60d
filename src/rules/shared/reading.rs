//! Judging with values some of which cannot be read.

use crate::document::{Read, any};
use crate::rules::Judge;

/// Whether all of the tests hold. One that does not outweighs those that cannot be told.
pub(crate) fn all(tests: impl IntoIterator<Item = Read<bool>>) -> Read<bool> {
    let denied = any(tests.into_iter().map(|test| test.map(|holds| !holds)));
    denied.map(|denied| !denied)
}

/// The entries of a list.
pub(in crate::rules) fn items<T>(list: &Read<Vec<T>>) -> Read<&[T]> {
    list.as_deref().map_err(|blocked| *blocked)
}

/// Visits the entries of a list; one that cannot be read is one blocked subject.
pub(in crate::rules) fn each<T>(
    judge: &mut Judge<'_>,
    list: &Read<Vec<T>>,
    mut visit: impl FnMut(&mut Judge<'_>, &T),
) {
    match items(list) {
        Ok(items) => items.iter().for_each(|item| visit(judge, item)),
        Err(blocked) => judge.block(blocked),
    }
}

/// A text as a JSON string, for fixes.
pub(in crate::rules) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use missionlint_tape::Span;

    use super::*;
    use crate::document::{Blocked, Obstacle};
    use crate::finding::{DocumentId, Place, Spot};

    #[test]
    fn what_is_certain_outweighs_what_is_not() {
        let blocked = |at| Blocked {
            place: Place {
                document: DocumentId(0),
                spot: Spot::Bytes(Span::new(at, at)),
            },
            obstacle: Obstacle::Schema,
        };
        let (one, other) = (blocked(1), blocked(2));
        assert_eq!(any([Err(one), Ok(true)]), Ok(true));
        assert_eq!(any([Ok(false), Err(one), Err(other)]), Err(one));
        assert_eq!(any([]), Ok(false));
        assert_eq!(all([Err(one), Ok(false)]), Ok(false));
        assert_eq!(all([Ok(true), Err(one), Err(other)]), Err(one));
        assert_eq!(all([]), Ok(true));
    }
}
