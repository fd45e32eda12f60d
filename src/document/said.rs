//! The members of an object by which records and envelopes are told.

use missionlint_tape::Node;

/// What an object says of itself, found in one walk.
#[derive(Clone, Copy)]
pub(super) struct Said<'t> {
    pub(super) kind: Option<Node<'t>>,
    pub(super) mission: Option<Node<'t>>,
    pub(super) id: Option<Node<'t>>,
    pub(super) schema: Option<Node<'t>>,
    pub(super) class: Option<Node<'t>>,
    pub(super) records: Option<Node<'t>>,
}

impl<'t> Said<'t> {
    pub(super) fn by(object: Node<'t>) -> Self {
        let names = [
            "kind",
            "mission",
            "id",
            "$schema",
            "classification",
            "records",
        ];
        let [kind, mission, id, schema, class, records] = object.get_each(names);
        Self {
            kind,
            mission,
            id,
            schema,
            class,
            records,
        }
    }
}
