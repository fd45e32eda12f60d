//! The Mali mission with one edit, or two: what each edit breaks is found, and two edits break what each breaks alone.
//!
//! The edits are the mutations that the field document lists for this mission, and one of each further kind that a
//! single edit can make. What is expected follows from the rules' pages and was written down before it was run. Exact
//! places and facts of many of them stand in `mali.rs`; here a place is named by the record it is in, which does not
//! move when another edit moves everything behind it.

use std::collections::BTreeSet;

use missionlint::report::{Found, Report};

use crate::mission::{Mission, describe_evidence, unintended};

/// In one file, in the record of this id (from its `id` on; the whole file where there is none): one text for another.
type Change = (&'static str, &'static str, &'static str, &'static str);

/// A rule, the record it marks and the place in the record.
type Mark = (&'static str, &'static str, &'static str);

struct Mutation {
    name: &'static str,
    changes: &'static [Change],
    expected: &'static [Mark],
    /// What else reads or changes what this changes: two mutations that share a word are not independent.
    touches: &'static [&'static str],
}

const CONTACTS: &str = "contacts.json";
const DEVELOPMENT: &str = "platforms/development.json";
const FEBRUARY: &str = "meetings/2025-02.json";
const HUMANITARIAN: &str = "platforms/humanitarian.json";
const HUMANITARIAN_SEATS: &str = "representations/humanitarian.json";
const MARCH: &str = "meetings/2025-03.json";
const PEOPLE: &str = "people.json";
const PROGRAMMES: &str = "programmes.json";
const SECURITY_MEETINGS: &str = "meetings/smt-2025.json";
const UN_SYSTEM_SEATS: &str = "representations/un-system.json";

const ONE_SEAT_LESS: &str = "attendee-without-representation";

const MUTATIONS: &[Mutation] = &[
    // The mutations of the field document.
    Mutation {
        name: "M-1: P-01 absent",
        changes: &[(
            SECURITY_MEETINGS,
            "M-1",
            r#""presence": "present""#,
            r#""presence": "absent""#,
        )],
        expected: &[("smt-observer-only", "meeting M-1", "/attendance/0/presence")],
        touches: &["M-1"],
    },
    Mutation {
        name: "M-1: P-01 absent, and the observer not listed",
        changes: &[(
            SECURITY_MEETINGS,
            "M-1",
            r#""presence": "present" },
        { "person": "P-05", "capacity": "observer", "presence": "present" }"#,
            r#""presence": "absent" }"#,
        )],
        expected: &[("smt-com-absent", "meeting M-1", "/attendance/0/presence")],
        touches: &["M-1"],
    },
    Mutation {
        name: "R-10 capacity member",
        changes: &[(UN_SYSTEM_SEATS, "R-10", r#""observer""#, r#""member""#)],
        expected: &[(
            "smt-security-officer-not-observer",
            "representation R-10",
            "/capacity",
        )],
        touches: &[],
    },
    Mutation {
        name: "R-5 person P-02",
        changes: &[(
            "representations/clusters.json",
            "R-5",
            r#""P-06""#,
            r#""P-02""#,
        )],
        expected: &[
            ("cluster-staff-mismatch", "representation R-5", "/person"),
            // P-06 has lost the seat and went on attending.
            (
                ONE_SEAT_LESS,
                "meeting M-cl-hea-240125",
                "/attendance/0/person",
            ),
        ],
        touches: &["R-5"],
    },
    Mutation {
        name: "R-5 person P-03",
        changes: &[(
            "representations/clusters.json",
            "R-5",
            r#""P-06""#,
            r#""P-03""#,
        )],
        expected: &[
            ("cluster-staff-mismatch", "representation R-5", "/person"),
            (
                ONE_SEAT_LESS,
                "meeting M-cl-hea-240125",
                "/attendance/0/person",
            ),
        ],
        touches: &["R-5"],
    },
    Mutation {
        name: "R-1 person P-03, no designation",
        changes: &[(HUMANITARIAN_SEATS, "R-1", r#""P-01""#, r#""P-03""#)],
        expected: &[
            ("hct-representation-level", "representation R-1", "/person"),
            (
                ONE_SEAT_LESS,
                "meeting M-hct-240215",
                "/attendance/0/person",
            ),
        ],
        touches: &["R-1"],
    },
    Mutation {
        name: "R-1 person = RRT lead with expired designation",
        changes: &[(HUMANITARIAN_SEATS, "R-1", r#""P-01""#, r#""P-23""#)],
        expected: &[
            ("hct-alternate-unsupported", "representation R-1", "/person"),
            (
                ONE_SEAT_LESS,
                "meeting M-hct-240215",
                "/attendance/0/person",
            ),
        ],
        touches: &["R-1"],
    },
    Mutation {
        name: "designation of the RRT lead expired",
        changes: &[("designations.json", "D-6", "2025-08-31", "2025-02-28")],
        expected: &[(
            "hct-alternate-unsupported",
            "representation R-17",
            "/person",
        )],
        touches: &[],
    },
    Mutation {
        name: "delete C-1",
        changes: &[(
            "contact-log.json",
            "",
            r#"    {
      "id": "C-1",
      "platform": "pmt",
      "date": "2025-02-18",
      "with": { "org": "UNDP" },
      "by": "P-03",
      "outcome": "reached",
      "next_step": "Reprise de contact après la mission d'évaluation d'avril."
    },
"#,
            "",
        )],
        expected: &[("suspended-contact-missing", "platform pmt", "/id")],
        touches: &["C-1"],
    },
    Mutation {
        name: "iccg.chair WHO",
        changes: &[(
            HUMANITARIAN,
            "iccg",
            r#""chair": [{ "org": "OCHA""#,
            r#""chair": [{ "org": "WHO""#,
        )],
        expected: &[("ocha-role-mismatch", "platform iccg", "/chair/0/org")],
        touches: &[],
    },
    Mutation {
        name: "cmcoord.status.from 2012-06-01",
        changes: &[(
            "platforms/cmcoord.json",
            "cmcoord",
            "2013-01-12",
            "2012-06-01",
        )],
        expected: &[("cmcoord-anachronism", "platform cmcoord", "/status/0/from")],
        touches: &[],
    },
    Mutation {
        name: "meeting on pmt in 2025-02",
        changes: &[(
            FEBRUARY,
            "M-omt-250219",
            r#""platform": "omt""#,
            r#""platform": "pmt""#,
        )],
        expected: &[(
            "meeting-outside-platform-lifetime",
            "meeting M-omt-250219",
            "/start",
        )],
        touches: &["M-omt-250219"],
    },
    Mutation {
        name: "contacts[0].unit DOE",
        changes: &[(CONTACTS, "K-1", r#""DHRR""#, r#""DOE""#)],
        expected: &[("superseded-unit-name", "contact K-1", "/unit")],
        touches: &["K-1"],
    },
    Mutation {
        name: "regional_office ro-nairobi",
        changes: &[("mission.json", "mli", r#""ro-dakar""#, r#""ro-nairobi""#)],
        expected: &[(
            "regional-office-mismatch",
            "mission mli",
            "/regional_office/0/office",
        )],
        touches: &["K-1"],
    },
    Mutation {
        name: "a third meeting, in person in Gao, attended by P-01",
        changes: &[(
            MARCH,
            "",
            r#""records": [
"#,
            r#""records": [
    {
      "id": "M-sub-gao-250305",
      "platform": "sub-gao",
      "start": "2025-03-05T09:30:00Z",
      "end": "2025-03-05T10:30:00Z",
      "status": "held",
      "mode": "in-person",
      "attendance": [{ "person": "P-01", "capacity": "observer", "presence": "present" }]
    },
"#,
        )],
        expected: &[(
            "person-in-two-places",
            "meeting M-sub-gao-250305",
            "/attendance/0/person",
        )],
        touches: &["M-1"],
    },
    // One of each further kind.
    Mutation {
        name: "K-2 ends before it begins",
        changes: &[(
            CONTACTS,
            "K-2",
            r#""from": "2024-10-11""#,
            r#""from": "2024-10-11", "to": "2024-10-01""#,
        )],
        expected: &[("interval-inverted", "contact K-2", "/to")],
        touches: &["K-2"],
    },
    Mutation {
        name: "country of P-09 by two letters",
        changes: &[(PEOPLE, "P-09", r#""MLI""#, r#""ML""#)],
        expected: &[(
            "unknown-country-code",
            "person P-09",
            "/assignments/0/country",
        )],
        touches: &[],
    },
    Mutation {
        name: "country of P-12 is that of a neighbour",
        changes: &[(PEOPLE, "P-12", r#""MLI""#, r#""NER""#)],
        expected: &[("country-mismatch", "person P-12", "/assignments/0/country")],
        touches: &[],
    },
    Mutation {
        name: "P-code of Ansongo begins like a neighbour's",
        changes: &[(
            "mission.json",
            "mli",
            r#""pcode": "ML0702""#,
            r#""pcode": "NE0702""#,
        )],
        expected: &[("pcode-country-mismatch", "mission mli", "/offices/5/pcode")],
        touches: &[],
    },
    Mutation {
        name: "C-3 by nobody on record",
        changes: &[("contact-log.json", "C-3", r#""P-02""#, r#""P-99""#)],
        expected: &[("dangling-reference", "contact-log C-3", "/by")],
        touches: &[],
    },
    Mutation {
        name: "V-3 named like V-2",
        changes: &[("vacancies.json", "V-3", r#""V-3""#, r#""V-2""#)],
        expected: &[("duplicate-id", "vacancy V-2", "/id")],
        touches: &[],
    },
    Mutation {
        name: "present at a meeting to come",
        changes: &[(
            "meetings/planned.json",
            "M-iccg-250410",
            r#""attendance": []"#,
            r#""attendance": [{ "person": "P-04", "capacity": "member", "presence": "present" }]"#,
        )],
        expected: &[(
            "future-attendance",
            "meeting M-iccg-250410",
            "/attendance/0/presence",
        )],
        touches: &[],
    },
    Mutation {
        name: "two Resource Management Officers for half a year",
        changes: &[(PEOPLE, "P-30", "2023-06-09", "2023-12-31")],
        expected: &[(
            "concurrent-office-holder",
            "person P-02",
            "/assignments/0/role",
        )],
        touches: &[],
    },
    Mutation {
        name: "hct under iccg, which is under hct",
        changes: &[(
            HUMANITARIAN,
            "hct",
            r#""place": "bko","#,
            r#""place": "bko", "parents": ["iccg"],"#,
        )],
        expected: &[("platform-parent-cycle", "platform hct", "/parents/0")],
        touches: &[],
    },
    Mutation {
        name: "pmt under the HCT",
        changes: &[(
            DEVELOPMENT,
            "pmt",
            r#""parents": ["unct"]"#,
            r#""parents": ["hct"]"#,
        )],
        expected: &[("platform-parent-mismatch", "platform pmt", "/parents/0")],
        touches: &[],
    },
    Mutation {
        name: "the Resident Coordinator chairs the SMT",
        changes: &[(
            "platforms/security.json",
            "smt",
            r#""chair": [{ "role": "DO""#,
            r#""chair": [{ "role": "RC""#,
        )],
        expected: &[("smt-chair-not-do", "platform smt", "/chair/0/role")],
        touches: &[],
    },
    Mutation {
        name: "the Resident Coordinator chairs the HCT",
        changes: &[(HUMANITARIAN, "hct", r#""role": "HC""#, r#""role": "RC""#)],
        expected: &[("hct-chair-not-hc", "platform hct", "/chair/0/role")],
        touches: &[],
    },
    Mutation {
        name: "the Humanitarian Coordinator chairs the UNCT",
        changes: &[(DEVELOPMENT, "unct", r#""role": "RC""#, r#""role": "HC""#)],
        expected: &[("unct-chair-not-rc", "platform unct", "/chair/0/role")],
        touches: &[],
    },
    Mutation {
        name: "the cluster coordinator a member of the HCT",
        changes: &[(HUMANITARIAN_SEATS, "R-2", r#""observer""#, r#""member""#)],
        expected: &[(
            "hct-coordinator-not-observer",
            "representation R-2",
            "/capacity",
        )],
        touches: &[],
    },
    Mutation {
        name: "a displacement tracking officer a member of the ICCG",
        changes: &[(HUMANITARIAN_SEATS, "R-20", r#""observer""#, r#""member""#)],
        expected: &[("iccg-non-coordinator", "representation R-20", "/person")],
        touches: &[],
    },
    Mutation {
        name: "a procurement officer in the PMT",
        changes: &[(UN_SYSTEM_SEATS, "R-43", r#""P-25""#, r#""P-36""#)],
        expected: &[
            ("pmt-representation-level", "representation R-43", "/person"),
            (
                ONE_SEAT_LESS,
                "meeting M-pmt-230926",
                "/attendance/0/person",
            ),
        ],
        touches: &[],
    },
    Mutation {
        name: "a strategy that was over",
        changes: &[(
            PROGRAMMES,
            "G-hea",
            r#""strategic-plan-2024", "objectives": ["sp24-1"]"#,
            r#""strategic-vision-2019", "objectives": ["sv19-1"]"#,
        )],
        expected: &[(
            "superseded-strategy-name",
            "programme G-hea",
            "/strategy/framework",
        )],
        touches: &[],
    },
    Mutation {
        name: "an objective that does not exist",
        changes: &[(PROGRAMMES, "G-was", r#""sp24-1""#, r#""sp24-9""#)],
        expected: &[(
            "strategic-objective-unknown",
            "programme G-was",
            "/strategy/objectives/0",
        )],
        touches: &[],
    },
    Mutation {
        name: "UNDAF after 2019",
        changes: &[(PROGRAMMES, "G-bdr", r#""UNSDCF""#, r#""UNDAF""#)],
        expected: &[(
            "superseded-un-framework-name",
            "programme G-bdr",
            "/un_framework/name",
        )],
        touches: &[],
    },
    Mutation {
        name: "MCOF of 2012 in 2024",
        changes: &[(
            PROGRAMMES,
            "G-cccm",
            r#""version": 2021"#,
            r#""version": 2012"#,
        )],
        expected: &[("mcof-vocabulary", "programme G-cccm", "/mcof/version")],
        touches: &[],
    },
    Mutation {
        name: "one cross-cutting issue less",
        changes: &[(
            PROGRAMMES,
            "G-dtm",
            r#"{ "issue": "protection-mainstreaming", "addressed": true },"#,
            "",
        )],
        expected: &[(
            "cross-cutting-incomplete",
            "programme G-dtm",
            "/cross_cutting",
        )],
        touches: &[],
    },
    Mutation {
        name: "a telephone number",
        changes: &[(
            PROGRAMMES,
            "G-bdr",
            "région de Kayes.",
            "région de Kayes, tél. +223 70 12 34 56.",
        )],
        expected: &[("personal-contact-detail", "programme G-bdr", "/note")],
        touches: &[],
    },
    Mutation {
        name: "what the security team spoke about",
        changes: &[(
            SECURITY_MEETINGS,
            "M-smt-250205",
            r#""mode": "in-person","#,
            r#""mode": "in-person", "agenda": ["Route de l'aéroport"],"#,
        )],
        expected: &[(
            "sensitive-content-in-security-record",
            "meeting M-smt-250205",
            "/agenda",
        )],
        touches: &[],
    },
    Mutation {
        name: "entered after two years",
        changes: &[(
            "meetings/2023-04.json",
            "",
            r#""recorded_on": "2023-04"#,
            r#""recorded_on": "2025-03"#,
        )],
        expected: &[("late-entry", "meeting M-omt-230413", "/recorded_on")],
        touches: &[],
    },
    Mutation {
        name: "confirmed years ago",
        changes: &[(UN_SYSTEM_SEATS, "R-7", "2025-02-17", "2023-02-17")],
        expected: &[("stale-record", "representation R-7", "/confirmed")],
        touches: &[],
    },
    Mutation {
        name: "a month not declared complete",
        changes: &[(
            "meetings/2025-01.json",
            "",
            r#""complete": true"#,
            r#""complete": false"#,
        )],
        expected: &[("period-incomplete", "envelope", "/period/complete")],
        touches: &[],
    },
    Mutation {
        name: "the seat of the working group ended",
        changes: &[(
            HUMANITARIAN_SEATS,
            "R-54",
            r#""from": "2022-01-10""#,
            r#""from": "2022-01-10", "to": "2025-03-25""#,
        )],
        expected: &[("representation-expired", "representation R-54", "/to")],
        touches: &[],
    },
    Mutation {
        name: "no food agency in civil-military coordination",
        changes: &[(
            "platforms/cmcoord.json",
            "cmcoord",
            r#"{ "org": "WFP", "function": "logistics" },"#,
            "",
        )],
        expected: &[("cmcoord-composition", "platform cmcoord", "/members")],
        touches: &["cmcoord members"],
    },
    Mutation {
        name: "IOM in civil-military coordination",
        changes: &[(
            "platforms/cmcoord.json",
            "cmcoord",
            r#"{ "org": "armed-forces" },"#,
            r#"{ "org": "armed-forces" }, { "org": "IOM" },"#,
        )],
        expected: &[("cmcoord-iom-member", "platform cmcoord", "/members/1/org")],
        touches: &["cmcoord members"],
    },
    Mutation {
        name: "nobody acting in January 2024",
        changes: &[("designations.json", "D-1", "2024-01-31", "2023-12-31")],
        expected: &[("com-post-vacant", "mission mli", "/id")],
        touches: &["V-1"],
    },
    Mutation {
        name: "acting until the day before",
        changes: &[("designations.json", "D-3", "2025-01-07", "2025-01-05")],
        expected: &[(
            "smt-delegate-not-acting",
            "meeting M-smt-250106",
            "/attendance/1/person",
        )],
        touches: &["D-3"],
    },
    Mutation {
        name: "a procurement officer in the OMT",
        changes: &[(UN_SYSTEM_SEATS, "R-8", r#""P-02""#, r#""P-36""#)],
        expected: &[
            ("omt-representation-rmo", "representation R-8", "/person"),
            (
                ONE_SEAT_LESS,
                "meeting M-omt-230706",
                "/attendance/0/person",
            ),
        ],
        touches: &["M-omt-250219"],
    },
    Mutation {
        name: "the inter-cluster group by a former name",
        changes: &[(
            HUMANITARIAN,
            "iccg",
            r#""types": ["iccg"]"#,
            r#""types": ["ICWG"]"#,
        )],
        expected: &[("noncanonical-platform-name", "platform iccg", "/types/0")],
        touches: &[],
    },
    Mutation {
        name: "an office that does not exist",
        changes: &[(CONTACTS, "K-2", r#""ro-dakar""#, r#""ro-bamako""#)],
        expected: &[("office-kind-conflict", "contact K-2", "/office")],
        touches: &["K-2"],
    },
    Mutation {
        name: "a key of no kind",
        changes: &[(
            "vacancies.json",
            "V-1",
            r#""advertised": true,"#,
            r#""advertised": true, "grade": "P5","#,
        )],
        expected: &[("unknown-key", "vacancy V-1", "/grade")],
        touches: &[],
    },
    Mutation {
        name: "a country team meeting on the 30th of February",
        changes: &[(FEBRUARY, "M-unct-250225", "2025-03-06", "2025-02-30")],
        expected: &[("invalid-format", "meeting M-unct-250225", "/recorded_on")],
        touches: &[],
    },
];

/// The mission with a change: its text occurs in the record, first there.
fn changed(mut mission: Mission, (file, record, find, replacement): Change) -> Mission {
    let text = mission.files.get_mut(file).expect("a file of the mission");
    let from = if record.is_empty() {
        0
    } else {
        let id = format!(r#""id": "{record}""#);
        assert_eq!(text.matches(&id).count(), 1, "{id} in {file}");
        text.find(&id).unwrap()
    };
    let at = text[from..].find(find);
    let at = from + at.unwrap_or_else(|| panic!("{record} of {file} has no {find}"));
    text.replace_range(at..at + find.len(), replacement);
    mission
}

fn applied(mission: Mission, mutation: &Mutation) -> Mission {
    mutation.changes.iter().copied().fold(mission, changed)
}

/// Record and place in it.
fn mark(found: &Found) -> (String, String) {
    let record = match &found.location.record {
        Some((kind, Some(id))) => format!("{} {id}", kind.code()),
        Some((kind, None)) => kind.code().to_owned(),
        None => "envelope".to_owned(),
    };
    let pointer = found.location.pointer.as_str();
    let inner = pointer.strip_prefix("/records").unwrap_or(pointer);
    let place = inner.strip_prefix('/').and_then(|inner| {
        let (index, place) = inner.split_once('/')?;
        index.parse::<usize>().ok().map(|_| format!("/{place}"))
    });
    (record, place.unwrap_or_else(|| pointer.to_owned()))
}

/// Everything a finding says but for lines and columns.
fn described(found: &Found) -> String {
    let (record, place) = mark(found);
    let because = found.because.iter().map(|because| because.rule.id);
    let because = because.collect::<Vec<_>>().join(",");
    let related = found
        .related
        .iter()
        .map(|(label, location)| format!("{label}@{}", location.path));
    let related = related.collect::<Vec<_>>().join(",");
    let evidence = describe_evidence(found);
    format!(
        "{} {} {record} {place} [{evidence}] [{related}] [{because}]",
        found.severity, found.rule.id
    )
}

fn all(report: &Report) -> BTreeSet<String> {
    assert!(report.faults.is_empty(), "{:?}", report.faults);
    unintended(report).into_iter().map(described).collect()
}

fn independent(first: &Mutation, second: &Mutation) -> bool {
    !first
        .touches
        .iter()
        .any(|word| second.touches.contains(word))
}

#[test]
fn each_mutation_gives_what_it_breaks() {
    let mut wrong = Vec::new();
    for mutation in MUTATIONS {
        let report = applied(Mission::named("mli"), mutation).check();
        let found: BTreeSet<(String, String, String)> = unintended(&report)
            .into_iter()
            .map(|found| {
                let (record, place) = mark(found);
                (found.rule.id.to_owned(), record, place)
            })
            .collect();
        let expected = mutation.expected.iter().map(|(rule, record, place)| {
            (
                (*rule).to_owned(),
                (*record).to_owned(),
                (*place).to_owned(),
            )
        });
        if found != expected.collect() {
            wrong.push(format!("{}: {found:#?}", mutation.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An ordinary run tries each third pair, which brings each mutation together with a third of the others;
/// `MISSIONLINT_PAIRS=all`, as in CI, all of them.
fn is_in_run(sum: usize) -> bool {
    sum.is_multiple_of(3)
        || std::env::var_os("MISSIONLINT_PAIRS").is_some_and(|value| value == "all")
}

#[test]
fn two_independent_mutations_give_the_union_of_their_findings() {
    let alone: Vec<BTreeSet<String>> = MUTATIONS
        .iter()
        .map(|mutation| all(&applied(Mission::named("mli"), mutation).check()))
        .collect();
    let wrong = std::sync::Mutex::new(Vec::new());
    let next = std::sync::atomic::AtomicUsize::new(0);
    let pairs_with = |index: usize, first: &Mutation| {
        let once = applied(Mission::named("mli"), first);
        for (other, second) in MUTATIONS.iter().enumerate().skip(index + 1) {
            if independent(first, second) && is_in_run(index + other) {
                let both = all(&applied(once.clone(), second).check());
                let union = &alone[index] | &alone[other];
                let changed: Vec<_> = both.symmetric_difference(&union).collect();
                if !changed.is_empty() {
                    let names = format!("{} + {}", first.name, second.name);
                    wrong.lock().unwrap().push(format!("{names}: {changed:#?}"));
                }
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let one = || next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                let mine = std::iter::repeat_with(one)
                    .map_while(|index| Some((index, MUTATIONS.get(index)?)));
                mine.for_each(|(index, first)| pairs_with(index, first));
            });
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
