//! Which values of a document are records, of which kind and of which mission.
//!
//! A root is one record, an array of records, or an envelope: an object with `records`. The envelope's `kind`,
//! `mission` and `classification` stand in for what its records leave out. `$schema` may tell the kind too.

use missionlint_tape::{Keys, Node, Span, Tree, ValueKind};

use super::other::is_our_report;
use super::{Class, Damage, Kind, Slot};
use crate::catalogue::builtin;
use crate::finding::{DocumentId, Fact, Finding, Place, Safety, Spot};
use crate::nearest::nearest;

/// What an envelope says about its records.
#[derive(Clone, Copy, Default)]
struct Defaults<'t> {
    envelope: Option<Node<'t>>,
    kind: Option<Node<'t>>,
    /// None of its records says its kind either.
    of_no_kind: bool,
    /// None of its records says its mission either.
    of_no_mission: bool,
    mission: Option<Node<'t>>,
    class: Option<Class>,
}

/// Collects slots and what is wrong with containers.
struct Search<'d> {
    damage: &'d Damage,
    /// Kinds that a country adds.
    custom: &'d [Kind],
    /// The last envelope that was said to name no kind.
    kindless: Option<u32>,
    /// The last envelope that was said to name no mission.
    homeless: Option<u32>,
    found: Found,
}

/// What an object says of itself, found in one walk.
#[derive(Clone, Copy)]
struct Said<'t> {
    kind: Option<Node<'t>>,
    mission: Option<Node<'t>>,
    id: Option<Node<'t>>,
    schema: Option<Node<'t>>,
    class: Option<Node<'t>>,
    records: Option<Node<'t>>,
}

/// Keys by which an object says what it is.
const SAID: Keys<6> = Keys::new([
    "kind",
    "mission",
    "id",
    "$schema",
    "classification",
    "records",
]);

impl<'t> Said<'t> {
    fn by(object: Node<'t>) -> Self {
        let [kind, mission, id, schema, class, records] = object.get_each(&SAID);
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

/// What [`find_records`] found.
#[derive(Debug, Default)]
pub struct Found {
    /// The records in order of the text.
    pub slots: Vec<Slot>,
    /// Tokens of the envelopes.
    pub envelopes: Vec<u32>,
    /// What is wrong with containers, kinds and missions, with places in document 0.
    pub findings: Vec<Finding>,
    /// Where there may be records that a syntax error has hidden.
    pub hidden: Vec<Span>,
}

/// Finds the records of all roots of a tree; `custom` are the kinds that a country adds. What is not said because a
/// syntax error has hidden it is no finding.
pub fn find_records(tree: &Tree, damage: &Damage, custom: &[Kind]) -> Found {
    let mut search = Search {
        damage,
        custom,
        kindless: None,
        homeless: None,
        found: Found::default(),
    };
    for root in tree.roots() {
        search.root(root);
    }
    search.found
}

/// Whether there are several records and none of them has one of the members.
fn all_lack(records: Node<'_>, names: &[&str]) -> bool {
    let says = |record: Node<'_>| names.iter().any(|name| record.get(name).is_some());
    let several = records.kind() == ValueKind::Array && records.elements().nth(1).is_some();
    several && !records.elements().any(says)
}

fn value_at(node: Node<'_>) -> Place {
    Place {
        document: DocumentId(0),
        spot: Spot::Value(node.index()),
    }
}

fn key_at(node: Node<'_>) -> Place {
    value_at(node).key()
}

impl Search<'_> {
    fn root(&mut self, root: Node<'_>) {
        let said = Said::by(root);
        match root.kind() {
            ValueKind::Array => self.list(root),
            ValueKind::Object if said.records.is_some() => self.envelope(root),
            ValueKind::Object if has_misspelt_records(root) => {
                // The schema of envelopes says so; which records there are is not known until it is corrected.
                self.found.hidden.push(root.span());
                self.envelope(root);
            }
            _ => self.record(root, said, Defaults::default()),
        }
    }

    /// An array of records. An envelope among them is out of place, and read all the same.
    fn list(&mut self, array: Node<'_>) {
        let is_envelope = |element: Node<'_>| {
            let records = element.get("records");
            records.is_some_and(|records| records.kind() == ValueKind::Array)
                && element.get("id").is_none()
        };
        if !array.elements().any(is_envelope) {
            return self.records(array, Defaults::default());
        }
        if self.damage.is_lossy(array.index()) {
            self.found.hidden.push(array.span());
        }
        for element in array.elements() {
            if is_envelope(element) {
                let found = Fact::Vocabulary(vec!["envelope".to_owned()]);
                let finding = Finding::new(&builtin::NOT_A_RECORD, value_at(element));
                self.found.findings.push(finding.with("envelope", found));
                self.envelope(element);
            } else {
                self.record(element, Said::by(element), Defaults::default());
            }
        }
    }

    /// The records of an array.
    fn records(&mut self, array: Node<'_>, defaults: Defaults<'_>) {
        if self.damage.is_lossy(array.index()) {
            self.found.hidden.push(array.span());
        }
        array
            .elements()
            .for_each(|record| self.record(record, Said::by(record), defaults));
    }

    fn envelope(&mut self, envelope: Node<'_>) {
        self.found.envelopes.push(envelope.index());
        let records = envelope.get("records");
        let lack = |names: &[&str]| records.is_some_and(|records| all_lack(records, names));
        let defaults = Defaults {
            envelope: Some(envelope),
            kind: envelope.get("kind"),
            of_no_kind: lack(&["kind", "$schema"]),
            mission: envelope.get("mission"),
            of_no_mission: lack(&["mission"]),
            class: strictest_class(envelope),
        };
        if let Some(schema) = envelope.get("$schema")
            && schema_name(schema) != Some("envelope")
            && !self.damage.is_hole(schema.index())
        {
            self.schema_conflict(schema, "envelope");
        }
        if let Some(records) = records {
            if self.damage.is_hole(records.index()) {
                self.found.hidden.push(envelope.span());
            }
            self.records(records, defaults);
        }
    }

    fn record(&mut self, record: Node<'_>, said: Said<'_>, defaults: Defaults<'_>) {
        let named = said.kind.or(said.id).or(said.mission);
        let bare = defaults.envelope.is_none() && named.is_none();
        let no_object = record.kind() != ValueKind::Object;
        let gap = || self.damage.has_gap(record.index(), record.end_index());
        if no_object && gap() || bare && self.damage.is_lossy(record.index()) {
            self.found.hidden.push(record.span());
            return;
        }
        if no_object || bare {
            let found = Fact::Vocabulary(vec![type_name(record.kind()).to_owned()]);
            let finding = Finding::new(&builtin::NOT_A_RECORD, value_at(record));
            let finding = finding.with("found", found);
            self.found.findings.push(if is_our_report(record) {
                finding.with("report", Fact::Vocabulary(vec!["yes".to_owned()]))
            } else {
                finding
            });
            return;
        }
        let kind = self.kind(record, said, defaults);
        let (mission, astray) = self.mission(record, said, kind, defaults);
        let own = said.class.and_then(|_| strictest_class(record));
        let own = own.or_else(|| {
            let unchecked = kind.is_none_or(Kind::is_custom);
            (unchecked && has_misspelt_class(record)).then_some(Class::Restricted)
        });
        let class = match (own, defaults.class) {
            (Some(own), Some(around)) => own.max(around),
            (one, other) => one.or(other).unwrap_or_default(),
        };
        self.found.slots.push(Slot {
            node: record.index(),
            kind,
            mission: mission.map(Node::index),
            astray,
            class,
            assumed: false,
            envelope: defaults.envelope.map(Node::index),
        });
    }

    /// The kind by `kind`, else by the envelope, else by `$schema`; these must agree.
    fn kind(&mut self, record: Node<'_>, said: Said<'_>, defaults: Defaults<'_>) -> Option<Kind> {
        let Some(named) = said.kind.or(defaults.kind) else {
            let by_schema = said
                .schema
                .and_then(schema_name)
                .and_then(|name| self.kind_named(name));
            if by_schema.is_none() && !self.is_hidden(record, "kind", defaults) {
                self.missing_kind(record, defaults);
            }
            return by_schema;
        };
        let Some(kind) = named.as_str().and_then(|name| self.kind_named(name)) else {
            if !self.damage.is_hole(named.index()) {
                self.unknown_kind(named);
            }
            return None;
        };
        if let Some(schema) = said.schema
            && !self.agrees(schema, kind)
            && !self.damage.is_hole(schema.index())
        {
            self.schema_conflict(schema, kind.code());
        }
        Some(kind)
    }

    /// Reported once, at the envelope, where none of its records says its kind either.
    fn missing_kind(&mut self, record: Node<'_>, defaults: Defaults<'_>) {
        let envelope = defaults.envelope.filter(|_| defaults.of_no_kind);
        let told = envelope.map(Node::index);
        if told.is_some() && std::mem::replace(&mut self.kindless, told) == told {
            return;
        }
        let place = key_at(envelope.unwrap_or(record));
        self.found
            .findings
            .push(Finding::new(&builtin::MISSING_KIND, place));
    }

    /// Reported once, at the envelope, where none of its records says its mission either.
    fn missing_mission(&mut self, record: Node<'_>, defaults: Defaults<'_>) {
        let envelope = defaults.envelope.filter(|_| defaults.of_no_mission);
        let told = envelope.map(Node::index);
        if told.is_some() && std::mem::replace(&mut self.homeless, told) == told {
            return;
        }
        let place = key_at(envelope.unwrap_or(record));
        self.found
            .findings
            .push(Finding::new(&builtin::MISSING_MISSION, place));
    }

    fn kind_named(&self, name: &str) -> Option<Kind> {
        let mut custom = self.custom.iter().copied();
        Kind::of_code(name).or_else(|| custom.find(|kind| kind.code() == name))
    }

    /// Whether `$schema` may stand in a record of a kind. The schema of a country's own kind may have any name but
    /// that of another kind.
    fn agrees(&self, schema: Node<'_>, kind: Kind) -> bool {
        let name = schema_name(schema);
        name == Some(kind.code())
            || kind.is_custom() && name.and_then(|name| self.kind_named(name)).is_none()
    }

    /// Whether a syntax error may have hidden what neither a record nor its envelope says.
    fn is_hidden(&self, record: Node<'_>, name: &str, defaults: Defaults<'_>) -> bool {
        [Some(record), defaults.envelope]
            .into_iter()
            .flatten()
            .any(|object| {
                self.damage
                    .obstacle_to_absence(object.index(), name)
                    .is_some()
            })
    }

    /// Reported once where an envelope's kind is at fault, not once for each of its records.
    fn unknown_kind(&mut self, named: Node<'_>) {
        let primary = value_at(named);
        if self
            .found
            .findings
            .iter()
            .any(|finding| finding.primary == primary)
        {
            return;
        }
        let kinds = || {
            let all = Kind::ALL.into_iter().chain(self.custom.iter().copied());
            all.map(Kind::code)
        };
        let close = named.as_str().and_then(|found| nearest(found, kinds()));
        let mut finding = Finding::new(&builtin::UNKNOWN_KIND, primary)
            .with(
                "found",
                Fact::Text(named.as_str().unwrap_or(named.lexeme()).to_owned()),
            )
            .with(
                "options",
                Fact::Vocabulary(kinds().map(str::to_owned).collect()),
            );
        if let Some(close) = close {
            finding = finding
                .with("nearest", Fact::Vocabulary(vec![close.to_owned()]))
                .fixed_by(Safety::Suggested, vec![(primary, format!("\"{close}\""))]);
        }
        self.found.findings.push(finding);
    }

    fn schema_conflict(&mut self, schema: Node<'_>, kind: &str) {
        let primary = value_at(schema);
        self.found.findings.push(
            Finding::new(&builtin::SCHEMA_KIND_CONFLICT, primary)
                .with(
                    "found",
                    Fact::Text(schema.as_str().unwrap_or(schema.lexeme()).to_owned()),
                )
                .with("expected", Fact::Kind(kind.to_owned())),
        );
    }

    /// The mission's token, and whether the record must have one but has none that can be read.
    fn mission<'t>(
        &mut self,
        record: Node<'t>,
        said: Said<'t>,
        kind: Option<Kind>,
        defaults: Defaults<'t>,
    ) -> (Option<Node<'t>>, bool) {
        match said.mission.or(defaults.mission) {
            Some(mission) if mission.as_str().is_some_and(|id| !id.is_empty()) => {
                (Some(mission), false)
            }
            // Not a string: a finding of the schema.
            Some(_) => (None, true),
            None if kind == Some(Kind::Contact) => (None, false),
            None => {
                if !self.is_hidden(record, "mission", defaults) {
                    self.missing_mission(record, defaults);
                }
                (None, true)
            }
        }
    }
}

/// Whether an object is an envelope but for the spelling of `records`: it stands for its records, and names none of its
/// own.
fn has_misspelt_records(root: Node<'_>) -> bool {
    let around = || {
        let mut names = ["kind", "mission"].into_iter();
        names.any(|name| root.get(name).is_some())
    };
    let of_records = |key: &str, value: Node<'_>| {
        let array = value.kind() == ValueKind::Array;
        array
            && value
                .elements()
                .all(|element| element.kind() == ValueKind::Object)
            && nearest(key, ["records"]).is_some()
    };
    // Nearly all roots are records with an id.
    root.get("id").is_none()
        && around()
        && root
            .members()
            .any(|(key, value)| key.as_str().is_some_and(|key| of_records(key, value)))
}

/// The strictest of the classes an object names: that it names two is a finding of its own.
pub(super) fn strictest_class(object: Node<'_>) -> Option<Class> {
    let named = object
        .members()
        .filter(|(key, _)| key.as_str() == Some("classification"));
    named.map(|(_, value)| class_of(value)).max()
}

/// Whether a key looks like a misspelt `classification`. Of records of a known kind the schema tells.
pub(super) fn has_misspelt_class(record: Node<'_>) -> bool {
    record.members().any(|(key, _)| {
        key.as_str()
            .is_some_and(|key| nearest(key, ["classification"]).is_some())
    })
}

fn class_of(node: Node<'_>) -> Class {
    node.as_str().map_or(Class::Restricted, Class::of_code)
}

/// The kind that a schema's URI names: its last segment without `.schema.json`.
fn schema_name(schema: Node<'_>) -> Option<&str> {
    schema
        .as_str()?
        .rsplit('/')
        .next()?
        .strip_suffix(".schema.json")
}

/// The JSON type in words.
pub(crate) fn type_name(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Null => "null",
        ValueKind::Boolean => "boolean",
        ValueKind::Number => "number",
        ValueKind::String => "string",
        ValueKind::Array => "array",
        ValueKind::Object => "object",
    }
}
