//! What findings are about, whoever reads of it: where a value is by its names alone.

use std::borrow::Cow;

use missionlint_tape::{Node, Step};

use super::fingerprint::{Subject, fingerprint};

use super::show::Show;
use crate::catalogue::Meta;
use crate::finding::Place;
use crate::privacy::is_opaque;

impl Show<'_, '_> {
    /// Where a place is: by its record, else by its file, and the keys that lead to it. Positions in lists do not
    /// count, but ids of what is in them do.
    pub(super) fn subject_of(&self, place: Place) -> Subject<'_> {
        let document = self.stage.document(place.document);
        let slot = self.stage.slot(place);
        let tree = &document.tree;
        let token = self.token(place);
        let record = slot.and_then(|(_, slot)| Some((slot.kind?, tree.node(slot.node))));
        let (home, root) = if let Some((kind, node)) = record {
            (vec![kind.code().into(), id_of(node).into()], Some(node))
        } else {
            let home = &self.stage.request.settings.home;
            let root = token.and_then(|token| tree.root_of(token));
            let id = root.map(id_of).unwrap_or_default();
            (vec![home.relative(&document.path), id.into()], root)
        };
        let ways = &self.stage.ways[document.id.0 as usize];
        let trail = match (root, token) {
            (Some(root), Some(token)) => ways.trail(tree.node(token), root),
            _ => Vec::new(),
        };
        let steps = trail.into_iter().map(|(step, node)| match step {
            Step::Key(key) => Cow::Borrowed(key),
            Step::Item(_) => Cow::Owned(["*", id_of(node)].concat()),
        });
        Subject {
            home,
            steps: steps.collect(),
        }
    }

    /// The identity of what a rule could not judge for a reason, at a place.
    pub(super) fn identity_of_blocked(
        &self,
        rule: &Meta,
        reason: &str,
        mission: Option<&str>,
        place: Place,
    ) -> String {
        let mut subject = self.subject_of(place);
        subject.home.push(reason.into());
        fingerprint(rule, mission, &subject, &Vec::new())
    }
}

/// Members that tell an element of a list from its neighbours: its own id, else whom or what it is about.
const TELLING: [&str; 4] = ["id", "person", "programme", "role"];

/// What an object is known by, if anything; what has not the shape of an id may be a name.
fn id_of(node: Node<'_>) -> &str {
    let told = |key: &&str| node.get(key).and_then(Node::as_str);
    let id = TELLING.iter().find_map(told);
    id.filter(|id| is_opaque(id)).unwrap_or_default()
}
