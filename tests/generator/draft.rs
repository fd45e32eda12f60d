//! A mission while it is built: its records as JSON, and what the generator knows about them.

use std::collections::BTreeSet;

use super::day::Day;
use super::json::Json;
use super::plan::Plan;

/// A record. Its body has neither `kind` nor `mission`; these are added where its container does not give them.
#[derive(Debug)]
pub(crate) struct Record {
    /// Its kind.
    pub(crate) kind: &'static str,
    /// Its members.
    pub(crate) body: Json,
    /// The day by which it is filed; meetings only.
    pub(crate) day: Option<Day>,
    /// It is written right after this other record, in the same document.
    pub(crate) after: Option<usize>,
    /// It stands alone in an envelope with this period.
    pub(crate) period: Option<Json>,
}

/// A post of a person.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    /// Its role.
    pub(crate) role: &'static str,
    /// staff, surge, standby, tdy, consultant.
    pub(crate) kind: &'static str,
    /// Its office, by position.
    pub(crate) office: usize,
    /// The country given with it.
    pub(crate) country: Option<String>,
    /// The cluster coordinated.
    pub(crate) cluster: Option<&'static str>,
    /// First day.
    pub(crate) from: Day,
    /// Last day.
    pub(crate) to: Option<Day>,
}

/// A person.
#[derive(Debug)]
pub(crate) struct Person {
    /// Its id.
    pub(crate) id: String,
    /// Its posts in order of time.
    pub(crate) posts: Vec<Post>,
    /// Programmes by position.
    pub(crate) programmes: Vec<usize>,
    /// Whether it has a seat somewhere or attends meetings.
    pub(crate) seated: bool,
    /// Its record.
    pub(crate) record: usize,
}

impl Person {
    /// The post on a day.
    pub(crate) fn post_on(&self, day: Day) -> Option<&Post> {
        self.posts
            .iter()
            .find(|post| post.from <= day && post.to.is_none_or(|to| day <= to))
    }
}

/// An office.
#[derive(Debug)]
pub(crate) struct Office {
    /// Its id.
    pub(crate) id: String,
    /// Its town.
    pub(crate) town: String,
    /// Its P-code.
    pub(crate) pcode: Option<String>,
    /// The office it belongs to.
    pub(crate) parent: Option<usize>,
    /// Whether it is one of the working offices with a team.
    pub(crate) staffed: bool,
}

/// A programme.
#[derive(Debug)]
pub(crate) struct Programme {
    /// Its id.
    pub(crate) id: String,
    /// Its area.
    pub(crate) area: &'static str,
    /// The cluster of the area in this mission; none for areas without.
    pub(crate) cluster: Option<&'static str>,
    /// Whether it is over since long.
    pub(crate) over: bool,
}

/// A period of a platform's life.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stage {
    /// active, suspended, deactivated, not-established.
    pub(crate) value: &'static str,
    /// First day.
    pub(crate) from: Day,
    /// Last day.
    pub(crate) to: Option<Day>,
}

/// A platform.
#[derive(Debug)]
pub(crate) struct Platform {
    /// Its id.
    pub(crate) id: String,
    /// Its type.
    pub(crate) sort: &'static str,
    /// Where it meets, an office by position.
    pub(crate) office: usize,
    /// Its cluster.
    pub(crate) cluster: Option<&'static str>,
    /// Its life.
    pub(crate) stages: Vec<Stage>,
    /// Months from one meeting to the next; 0 for none.
    pub(crate) rhythm: i32,
    /// Its record.
    pub(crate) record: usize,
}

impl Platform {
    /// Its status on a day.
    pub(crate) fn stage_on(&self, day: Day) -> Option<&'static str> {
        let stage = self
            .stages
            .iter()
            .find(|stage| stage.from <= day && stage.to.is_none_or(|to| day <= to));
        stage.map(|stage| stage.value)
    }

    /// Whether it is active on a day.
    pub(crate) fn is_active(&self, day: Day) -> bool {
        self.stage_on(day) == Some("active")
    }
}

/// Somebody's seat on a platform.
#[derive(Debug)]
pub(crate) struct Seat {
    /// The platform by position.
    pub(crate) platform: usize,
    /// Reference to the person.
    pub(crate) person: String,
    /// member, observer, alternate, coordinator.
    pub(crate) capacity: &'static str,
    /// First day.
    pub(crate) from: Day,
    /// Last day.
    pub(crate) to: Option<Day>,
    /// Its record.
    pub(crate) record: usize,
}

impl Seat {
    /// Whether it is held on a day.
    pub(crate) fn covers(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// A row of an attendance list.
#[derive(Debug)]
pub(crate) struct Row {
    /// Reference to the person.
    pub(crate) person: String,
    /// Whether the person is recorded as present.
    pub(crate) present: bool,
}

/// A meeting.
#[derive(Debug)]
pub(crate) struct Meeting {
    /// The platform by position.
    pub(crate) platform: usize,
    /// The local day.
    pub(crate) day: Day,
    /// When it starts, in minutes of the local day.
    pub(crate) start: i32,
    /// in-person, remote, hybrid.
    pub(crate) mode: &'static str,
    /// Whether it took place.
    pub(crate) held: bool,
    /// Whether it has an end.
    pub(crate) ends: bool,
    /// Its attendance list.
    pub(crate) rows: Vec<Row>,
    /// Whether somebody acts as Chief of Mission on its day.
    pub(crate) acting: bool,
    /// Its record.
    pub(crate) record: usize,
}

/// What of a value a finding marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spot {
    /// The value.
    Value,
    /// Its key; the opening bracket of roots and elements.
    Key,
}

/// A finding to be expected.
#[derive(Debug, Clone)]
pub(crate) struct Expected {
    /// Id of the rule.
    pub(crate) rule: &'static str,
    /// error, warning, advice.
    pub(crate) severity: &'static str,
    /// The record.
    pub(crate) record: usize,
    /// JSON Pointer in the record, or in the document.
    pub(crate) pointer: String,
    /// Whether the pointer is one in the document.
    pub(crate) in_document: bool,
    /// What is marked.
    pub(crate) spot: Spot,
    /// The findings folded into it.
    pub(crate) because: Vec<&'static str>,
}

/// A file of its own with something in it that is no record, or not quite one.
#[derive(Debug)]
pub(crate) struct Annex {
    /// Its text before what is marked.
    pub(crate) before: String,
    /// What is marked.
    pub(crate) marked: Vec<u8>,
    /// Its text after that.
    pub(crate) after: String,
    /// The rule that it is against.
    pub(crate) rule: &'static str,
    /// error, warning.
    pub(crate) severity: &'static str,
    /// JSON Pointer of what is marked, or of the innermost value that it is in.
    pub(crate) pointer: &'static str,
    /// Number of records that can be told in it.
    pub(crate) records: usize,
}

/// A mission while it is built.
#[derive(Debug)]
pub(crate) struct Draft {
    /// What was decided before.
    pub(crate) plan: Plan,
    /// Its records.
    pub(crate) records: Vec<Record>,
    /// Its offices.
    pub(crate) offices: Vec<Office>,
    /// Its people.
    pub(crate) people: Vec<Person>,
    /// Its programmes.
    pub(crate) programmes: Vec<Programme>,
    /// Its platforms.
    pub(crate) platforms: Vec<Platform>,
    /// Its seats.
    pub(crate) seats: Vec<Seat>,
    /// Its meetings.
    pub(crate) meetings: Vec<Meeting>,
    /// What must be found.
    pub(crate) expected: Vec<Expected>,
    /// Files beside those of the records.
    pub(crate) annexes: Vec<Annex>,
    claims: BTreeSet<String>,
    numbers: usize,
}

impl Draft {
    /// A mission without records.
    pub(crate) fn new(plan: Plan) -> Self {
        Self {
            plan,
            records: Vec::new(),
            offices: Vec::new(),
            people: Vec::new(),
            programmes: Vec::new(),
            platforms: Vec::new(),
            seats: Vec::new(),
            meetings: Vec::new(),
            expected: Vec::new(),
            annexes: Vec::new(),
            claims: BTreeSet::new(),
            numbers: 0,
        }
    }

    /// Adds a record; gives its position.
    pub(crate) fn add(&mut self, kind: &'static str, body: Json) -> usize {
        self.records.push(Record {
            kind,
            body,
            day: None,
            after: None,
            period: None,
        });
        self.records.len() - 1
    }

    /// A new id with a prefix.
    pub(crate) fn next_id(&mut self, prefix: &str) -> String {
        self.numbers += 1;
        format!("{prefix}-{:03}", self.numbers)
    }

    /// The body of a record.
    pub(crate) fn body(&mut self, record: usize) -> &mut Json {
        &mut self.records[record].body
    }

    /// Takes things for one fault, unless one of them is taken already.
    pub(crate) fn claim(&mut self, things: &[String]) -> bool {
        if things.iter().any(|thing| self.claims.contains(thing)) {
            return false;
        }
        self.claims.extend(things.iter().cloned());
        true
    }

    /// Takes a thing that several faults may share, unless another one is taken that these do not go with. Two things
    /// exclude each other if each is taken unless the other is.
    pub(crate) fn share(&mut self, thing: &str, unless: &str) -> bool {
        let free = !self.claims.contains(unless);
        if free {
            self.claims.insert(thing.to_owned());
        }
        free
    }

    /// Takes a record for one fault, unless it is taken already.
    pub(crate) fn claim_record(&mut self, record: usize) -> bool {
        self.claim(&[claim_of(record)])
    }

    /// Whether a record is free for a fault.
    pub(crate) fn is_free(&self, record: usize) -> bool {
        !self.claims.contains(&claim_of(record))
    }

    /// Notes a finding to be expected at a value.
    pub(crate) fn expect(
        &mut self,
        rule: &'static str,
        severity: &'static str,
        record: usize,
        pointer: impl Into<String>,
    ) {
        self.expect_at(Spot::Value, rule, severity, record, pointer);
    }

    /// Notes a finding to be expected at a value or its key.
    pub(crate) fn expect_at(
        &mut self,
        spot: Spot,
        rule: &'static str,
        severity: &'static str,
        record: usize,
        pointer: impl Into<String>,
    ) {
        let expected = Expected {
            rule,
            severity,
            record,
            pointer: pointer.into(),
            in_document: false,
            spot,
            because: Vec::new(),
        };
        self.expected.push(expected);
    }

    /// The finding noted last is at a place of the document, not of the record.
    pub(crate) fn of_document(&mut self) {
        if let Some(expected) = self.expected.last_mut() {
            expected.in_document = true;
        }
    }

    /// Notes the findings that are folded into the one noted last.
    pub(crate) fn because(&mut self, rules: &[&'static str]) {
        if let Some(expected) = self.expected.last_mut() {
            expected.because = rules.to_vec();
        }
    }

    /// Position of a person by reference; none for people of other missions.
    pub(crate) fn person(&self, reference: &str) -> Option<usize> {
        self.people.iter().position(|person| person.id == reference)
    }

    /// Position of a platform by id.
    pub(crate) fn platform(&self, id: &str) -> Option<usize> {
        self.platforms.iter().position(|platform| platform.id == id)
    }
}

/// The name under which a record is taken.
pub(crate) fn claim_of(record: usize) -> String {
    format!("record {record}")
}
