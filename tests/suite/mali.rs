//! The Mali mission with one edit each: exactly one finding, with every place and every fact.
//!
//! Places are found in the edited text by what stands around them, not through the tape. What is expected follows from
//! the rules' pages and the record contract.

use std::collections::BTreeSet;
use std::process::Command;

use missionlint::catalogue::Severity;
use missionlint::finding::Safety;
use missionlint::report::Report;
use missionlint::rules::RULES;

use crate::mission::{Mark, Mission, at, describe, lines, position, scratch, unintended};

const PEOPLE: &str = "people.json";
const CLUSTERS: &str = "platforms/clusters.json";
const SECURITY: &str = "platforms/security.json";
const DEVELOPMENT: &str = "platforms/development.json";
const HUMANITARIAN: &str = "platforms/humanitarian.json";
const PROGRAMMES: &str = "programmes.json";
const SEATS: &str = "representations/clusters.json";
const HUMANITARIAN_SEATS: &str = "representations/humanitarian.json";
const UN_SYSTEM_SEATS: &str = "representations/un-system.json";
const DESIGNATIONS: &str = "designations.json";
const VACANCIES: &str = "vacancies.json";
const CONTACTS: &str = "contacts.json";
const CONTACT_LOG: &str = "contact-log.json";
const MISSION: &str = "mission.json";
const SMT_2024: &str = "meetings/smt-2024.json";
const SMT_2025: &str = "meetings/smt-2025.json";
const CLUSTER_MEETINGS: &str = "meetings/clusters-2024.ndjson";
const JANUARY: &str = "meetings/2025-01.json";
const MARCH: &str = "meetings/2025-03.json";

/// Which rules could not judge everything.
enum Blocked {
    /// These and no others.
    Exactly(&'static [&'static str]),
    /// At least the first ones, and none of the second.
    Within(&'static [&'static str], &'static [&'static str]),
    /// Every rule.
    All,
}

/// The only finding of a report.
struct Expected {
    severity: Severity,
    rule: &'static str,
    primary: Mark,
    related: Vec<Mark>,
    /// Name, type and value of each fact; where the entry is no coded rule, only what must be among them.
    evidence: &'static str,
    because: &'static [&'static str],
    blocked: Blocked,
}

impl Expected {
    fn new(severity: Severity, rule: &'static str, primary: Mark) -> Self {
        Self {
            severity,
            rule,
            primary,
            related: Vec::new(),
            evidence: "",
            because: &[],
            blocked: Blocked::Exactly(&[]),
        }
    }

    fn related(mut self, marks: impl IntoIterator<Item = Mark>) -> Self {
        self.related.extend(marks);
        self
    }

    fn evidence(self, evidence: &'static str) -> Self {
        Self { evidence, ..self }
    }

    fn because(self, because: &'static [&'static str]) -> Self {
        Self { because, ..self }
    }

    fn blocked(self, blocked: Blocked) -> Self {
        Self { blocked, ..self }
    }

    /// Checks the mission and compares everything.
    fn only_finding_of(self, mission: &Mission) -> Report {
        let report = mission.check();
        let place = self.primary.describe(mission);
        let mut expected = vec![
            format!("{} {} {place}", self.severity, self.rule),
            format!("  evidence {}", self.evidence),
        ];
        expected.extend(
            self.related
                .iter()
                .map(|mark| format!("  related {}", mark.describe(mission))),
        );
        expected.extend(self.because.iter().map(|rule| format!("  because {rule}")));
        let expected = lines(expected);
        let coded = RULES.iter().any(|rule| rule.meta.id == self.rule);
        let described: Vec<String> = unintended(&report).into_iter().map(describe).collect();
        let found = described.concat();
        if coded {
            assert_eq!(found, expected);
        } else {
            // The facts of schema findings are not part of the rules' specification.
            let bare =
                |text: &str| lines(text.lines().filter(|line| !line.starts_with("  evidence ")));
            assert_eq!(bare(&found), bare(&expected));
            for fact in self.evidence.split("; ") {
                assert!(found.contains(fact), "{fact} is not in\n{found}");
            }
        }
        assert!(report.faults.is_empty(), "{:?}", report.faults);
        assert_blocked(&report, &self.blocked);
        report
    }
}

fn assert_blocked(report: &Report, expected: &Blocked) {
    let blocked: BTreeSet<&str> = report
        .not_checked
        .iter()
        .map(|entry| entry.rule.id)
        .collect();
    match expected {
        Blocked::Exactly(rules) => assert_eq!(blocked, rules.iter().copied().collect()),
        Blocked::Within(least, none) => {
            for rule in *least {
                assert!(
                    blocked.contains(rule),
                    "{rule} is not blocked, only {blocked:?}"
                );
            }
            for rule in *none {
                assert!(!blocked.contains(rule), "{rule} is blocked");
            }
        }
        Blocked::All => {
            assert_eq!(blocked, RULES.iter().map(|rule| rule.meta.id).collect());
        }
    }
    for count in &report.rules {
        let tally = count.tally;
        assert_eq!(
            tally.applicable,
            tally.run + tally.blocked,
            "{}",
            count.rule.id
        );
        assert_eq!(
            tally.blocked > 0,
            blocked.contains(count.rule.id),
            "{}",
            count.rule.id
        );
    }
}

fn mali() -> Mission {
    Mission::named("mli")
}

/// The report's suggested edit puts the mission right again.
fn assert_fix_repairs(mission: &Mission, report: &Report) {
    let (safety, edits) = unintended(report)[0]
        .fix
        .as_ref()
        .expect("a suggested edit");
    assert_eq!(*safety, Safety::Suggested);
    let repaired = mission.clone().with_edits(edits);
    assert_ne!(repaired.files, mission.files);
    let left = repaired.check();
    let left: Vec<String> = unintended(&left).into_iter().map(describe).collect();
    assert!(left.is_empty(), "{left:?}");
}

/// The chief of mission on 5 March 2025.
fn chief() -> Mark {
    at(
        PEOPLE,
        "/records/0/assignments/0/role",
        r#""role": «"chief-of-mission"», "kind": "staff", "duty_station": "bko", "country": "MLI", "from": "2024-02-01""#,
    )
}

fn smt() -> Mark {
    at(SECURITY, "/records/0/id", r#""id": «"smt"»"#)
}

/// The last day of the acting designation before 5 March 2025: 57 days earlier.
fn acting_until_january() -> Mark {
    at(DESIGNATIONS, "/2/to", r#""to": «"2025-01-07"»"#)
}

/// The meeting of 5 March 2025 with other rows in place of its two.
fn m1_attended_by(rows: &str) -> Mission {
    mali().with(
        SMT_2025,
        r#""end": "2025-03-05T10:00:00Z",
      "status": "held",
      "mode": "in-person",
      "attendance": [
        { "person": "P-01", "capacity": "member", "presence": "present" },
        { "person": "P-05", "capacity": "observer", "presence": "present" }
      ]"#,
        &format!(
            r#""end": "2025-03-05T10:00:00Z",
      "status": "held",
      "mode": "in-person",
      "attendance": [
        {rows}
      ]"#
        ),
    )
}

#[test]
fn unedited_missions_are_clean_and_exercise_every_rule() {
    let reports = ["mli", "eth"].map(|id| Mission::named(id).check());
    for report in &reports {
        let found: Vec<String> = unintended(report).into_iter().map(describe).collect();
        assert!(found.is_empty(), "{}", found.concat());
        assert!(report.not_checked.is_empty(), "{:?}", report.not_checked);
        assert!(report.faults.is_empty(), "{:?}", report.faults);
        assert_blocked(report, &Blocked::Exactly(&[]));
        assert!(report.is_ready());
    }
    let intended: Vec<&str> = reports[0]
        .findings
        .iter()
        .map(|found| found.rule.id)
        .collect();
    assert_eq!(intended, ["subnational-presence-unrepresented"]);
    assert!(reports[1].findings.is_empty());
    for rule in RULES {
        let counts = reports.iter().flat_map(|report| &report.rules);
        let of_rule = counts.filter(|count| count.rule.id == rule.meta.id);
        let applicable: u64 = of_rule.map(|count| count.tally.applicable).sum();
        assert!(applicable > 0, "{} was never applied", rule.meta.id);
    }
}

/// As the mission's README says: an office and a programme in Tombouctou, and no seat in the regional coordination.
#[test]
fn the_intended_finding() {
    let mission = mali();
    let report = mission.check();
    let mark = |file, pointer, context| at(file, pointer, context).describe(&mission);
    let expected = lines([
        format!(
            "warning subnational-presence-unrepresented {}",
            mark(
                "platforms/subnational.json",
                "/records/1/id",
                r#""id": «"sub-tom"»"#
            )
        ),
        "  evidence platform:id=sub-tom; place:text=tom; offices:list=tom; programmes:list=G-shl; \
         date:date=2025-03-31; candidates:list=P-35"
            .to_owned(),
        format!(
            "  related {}",
            mark(MISSION, "/offices/3/id", r#"{ "id": «"tom"», "place""#)
        ),
        format!(
            "  related {}",
            mark(
                PROGRAMMES,
                "/records/0/sites/1",
                r#""sites": ["mop", «"tom"», "gao"]"#
            )
        ),
        "  because active-platform-unrepresented".to_owned(),
    ]);
    let found: Vec<String> = report.findings.iter().map(describe).collect();
    assert_eq!(found.concat(), expected);
}

#[test]
fn civil_military_coordination_before_it_began() {
    let cmcoord = "platforms/cmcoord.json";
    let mission = mali().with(
        cmcoord,
        r#""from": "2013-01-12""#,
        r#""from": "2012-06-01""#,
    );
    let from = at(cmcoord, "/status/0/from", r#""from": «"2012-06-01"»"#);
    Expected::new(Severity::Warning, "cmcoord-anachronism", from)
        .related([at(cmcoord, "/id", r#""id": «"cmcoord"»"#)])
        .evidence("platform:id=cmcoord; from:date=2012-06-01; earliest:date=2013-01-11")
        .only_finding_of(&mission);
}

#[test]
fn department_by_its_former_name() {
    let role = r#""role": "regional-thematic-specialist",
    "unit": "#;
    let mission = mali().with(
        CONTACTS,
        &format!("{role}\"DHRR\""),
        &format!("{role}\"DOE\""),
    );
    let unit = at(CONTACTS, "/0/unit", r#""unit": «"DOE"»"#);
    let report = Expected::new(Severity::Warning, "superseded-unit-name", unit)
        .evidence(
            "contact:id=K-1; unit:code=DOE; successor:code=DHRR; until:date=2024-10-10; \
             date:date=2025-03-31",
        )
        .only_finding_of(&mission);
    let findings = unintended(&report);
    let (safety, edits) = findings[0].fix.as_ref().expect("an edit");
    // The contact began under the new name.
    assert_eq!(*safety, Safety::Safe);
    assert_eq!(mission.with_edits(edits).files, mali().files);
}

#[test]
fn chief_absent_with_the_observer_still_there() {
    let mission = m1_attended_by(
        r#"{ "person": "P-01", "capacity": "member", "presence": "absent" },
        { "person": "P-05", "capacity": "observer", "presence": "present" }"#,
    );
    let absent = at(
        SMT_2025,
        "/records/2/attendance/0/presence",
        r#""presence": «"absent"» }"#,
    );
    let observer = at(
        SMT_2025,
        "/records/2/attendance/1/capacity",
        r#""absent" },
        { "person": "P-05", "capacity": «"observer"»"#,
    );
    Expected::new(Severity::Error, "smt-observer-only", absent)
        .related([observer, chief(), acting_until_january(), smt()])
        .evidence(
            "person:id=P-01; platform:id=smt; meeting:id=M-1; date:date=2025-03-05; \
             presence:code=absent; observers:list=P-05",
        )
        .because(&["smt-com-absent"])
        .only_finding_of(&mission);
}

#[test]
fn chief_absent_without_the_observer() {
    let mission =
        m1_attended_by(r#"{ "person": "P-01", "capacity": "member", "presence": "absent" }"#);
    let absent = at(
        SMT_2025,
        "/records/2/attendance/0/presence",
        r#""presence": «"absent"» }"#,
    );
    Expected::new(Severity::Error, "smt-com-absent", absent)
        .related([chief(), acting_until_january(), smt()])
        .evidence(
            "person:id=P-01; platform:id=smt; meeting:id=M-1; date:date=2025-03-05; \
             presence:code=absent",
        )
        .only_finding_of(&mission);
}

#[test]
fn chief_not_listed_and_nobody_else() {
    let mission = m1_attended_by("");
    let attendance = at(
        SMT_2025,
        "/records/2/attendance",
        r#""end": "2025-03-05T10:00:00Z",
      "status": "held",
      "mode": "in-person",
      «"attendance"»: ["#,
    );
    Expected::new(Severity::Error, "smt-com-absent", attendance)
        .related([chief(), acting_until_january(), smt()])
        .evidence("person:id=P-01; platform:id=smt; meeting:id=M-1; date:date=2025-03-05")
        .only_finding_of(&mission);
}

#[test]
fn chief_excused_with_a_reason_is_a_warning() {
    let mission = m1_attended_by(
        r#"{ "person": "P-01", "capacity": "member", "presence": "excused", "reason": "mission à Kayes" }"#,
    );
    let excused = at(
        SMT_2025,
        "/records/2/attendance/0/presence",
        r#""presence": «"excused"», "reason": "mission à Kayes""#,
    );
    Expected::new(Severity::Warning, "smt-com-absent", excused)
        .related([chief(), acting_until_january(), smt()])
        .evidence(
            "person:id=P-01; platform:id=smt; meeting:id=M-1; date:date=2025-03-05; \
             presence:code=excused",
        )
        .only_finding_of(&mission);
}

#[test]
fn chief_excused_with_the_observer_still_there_is_a_warning() {
    let mission = m1_attended_by(
        r#"{ "person": "P-05", "capacity": "observer", "presence": "present", "mode": "in-person" },
        { "person": "P-01", "capacity": "member", "presence": "excused", "reason": "mission à Kayes" }"#,
    );
    let excused = at(
        SMT_2025,
        "/records/2/attendance/1/presence",
        r#""presence": «"excused"», "reason": "mission à Kayes""#,
    );
    let observer = at(
        SMT_2025,
        "/records/2/attendance/0/capacity",
        r#""capacity": «"observer"», "presence": "present", "mode": "in-person""#,
    );
    Expected::new(Severity::Warning, "smt-observer-only", excused)
        .related([observer, chief(), acting_until_january(), smt()])
        .evidence(
            "person:id=P-01; platform:id=smt; meeting:id=M-1; date:date=2025-03-05; \
             presence:code=excused; observers:list=P-05",
        )
        .because(&["smt-com-absent"])
        .only_finding_of(&mission);
}

#[test]
fn acting_designation_expired_the_day_before() {
    let mission = mali().with(
        DESIGNATIONS,
        r#""to": "2024-08-16""#,
        r#""to": "2024-08-06""#,
    );
    let delegate = at(
        SMT_2024,
        "/records/7/attendance/1/person",
        r#""reason": "congé annuel" },
        { "person": «"P-21"»"#,
    );
    let until = at(DESIGNATIONS, "/1/to", r#""to": «"2024-08-06"»"#);
    let excused = at(
        SMT_2024,
        "/records/7/attendance/0/presence",
        r#""presence": «"excused"», "reason": "congé annuel""#,
    );
    // The chief is excused with a reason, so it weighs one step less.
    Expected::new(Severity::Warning, "smt-delegate-not-acting", delegate)
        .related([until, excused, chief()])
        .evidence(
            "person:id=P-21; chief:id=P-01; platform:id=smt; meeting:id=M-smt-240807; \
             date:date=2024-08-07; designation:id=D-2",
        )
        .because(&["smt-com-absent"])
        .only_finding_of(&mission);
}

#[test]
fn deputy_sits_in_with_a_designation_long_expired() {
    let mission = m1_attended_by(
        r#"{ "person": "P-05", "capacity": "observer", "presence": "present" },
        { "person": "P-21", "capacity": "member", "presence": "present", "mode": "remote" }"#,
    );
    let delegate = at(
        SMT_2025,
        "/records/2/attendance/1/person",
        r#""person": «"P-21"», "capacity": "member", "presence": "present", "mode": "remote""#,
    );
    // The chief is not listed, so there is no row to show.
    Expected::new(Severity::Error, "smt-delegate-not-acting", delegate)
        .related([acting_until_january(), chief()])
        .evidence(
            "person:id=P-21; chief:id=P-01; platform:id=smt; meeting:id=M-1; \
             date:date=2025-03-05; designation:id=D-3",
        )
        .because(&["smt-com-absent"])
        .only_finding_of(&mission);
}

#[test]
fn post_vacant_and_for_a_month_nobody_acting() {
    let mission = mali().with(
        DESIGNATIONS,
        r#""from": "2023-12-01",
    "to": "2024-01-31""#,
        r#""from": "2023-12-01",
    "to": "2023-12-31""#,
    );
    let vacancy = at(VACANCIES, "/0/role", r#""role": «"chief-of-mission"»"#);
    Expected::new(
        Severity::Warning,
        "com-post-vacant",
        at(MISSION, "/id", r#""id": «"mli"»"#),
    )
    .related([vacancy])
    .evidence("vacancy:id=V-1; from:date=2023-12-01; to:date=2024-01-31; uncovered:number=31")
    .because(&[
        "smt-delegate-not-acting",
        "smt-com-absent",
        "hct-representation-level",
        "unct-representation-level",
    ])
    .only_finding_of(&mission);
}

#[test]
fn post_vacant_without_anybody_acting_takes_in_both_meetings() {
    let mission = mali().with(
        DESIGNATIONS,
        r#""designation": "acting-com",
    "from_person": "P-20",
    "to_person": "P-21",
    "ground": "vacancy""#,
        r#""designation": "hct-alternate",
    "from_person": "P-20",
    "to_person": "P-21",
    "ground": "vacancy""#,
    );
    let vacancy = at(VACANCIES, "/0/role", r#""role": «"chief-of-mission"»"#);
    Expected::new(
        Severity::Warning,
        "com-post-vacant",
        at(MISSION, "/id", r#""id": «"mli"»"#),
    )
    .related([vacancy])
    .evidence("vacancy:id=V-1; from:date=2023-12-01; to:date=2024-01-31; uncovered:number=62")
    .because(&[
        "smt-delegate-not-acting",
        "smt-delegate-not-acting",
        "smt-com-absent",
        "smt-com-absent",
        "hct-alternate-unsupported",
        "hct-representation-level",
        "unct-representation-level",
    ])
    .only_finding_of(&mission);
}

#[test]
fn security_officer_made_a_member_of_the_security_team() {
    let mission = mali().with(
        UN_SYSTEM_SEATS,
        r#""platform": "smt",
      "person": "P-05",
      "capacity": "observer""#,
        r#""platform": "smt",
      "person": "P-05",
      "capacity": "member""#,
    );
    let capacity = at(
        UN_SYSTEM_SEATS,
        "/records/3/capacity",
        r#""platform": "smt",
      "person": "P-05",
      "capacity": «"member"»"#,
    );
    let role = at(
        PEOPLE,
        "/records/4/assignments/0/role",
        r#""role": «"field-security-officer"», "kind": "staff", "duty_station": "bko", "country": "MLI", "from": "2022-09-01""#,
    );
    let id = "smt-security-officer-not-observer";
    let report = Expected::new(Severity::Warning, id, capacity)
        .related([role])
        .evidence(
            "person:id=P-05; platform:id=smt; role:code=field-security-officer; \
             capacity:code=member; date:date=2025-03-31",
        )
        .only_finding_of(&mission);
    assert_fix_repairs(&mission, &report);
}

#[test]
fn designation_of_the_alternate_expired_a_month_ago() {
    let mission = mali().with(
        DESIGNATIONS,
        r#""from": "2024-09-15",
    "to": "2025-08-31""#,
        r#""from": "2024-09-15",
    "to": "2025-02-28""#,
    );
    let seat = at(
        HUMANITARIAN_SEATS,
        "/records/9/person",
        r#""person": «"P-22"»"#,
    );
    let ended = at(
        DESIGNATIONS,
        "/5/to",
        r#""from": "2024-09-15",
    "to": «"2025-02-28"»"#,
    );
    let role = at(
        PEOPLE,
        "/records/21/assignments/0/role",
        r#""role": «"rapid-response-team-lead"», "kind": "staff""#,
    );
    Expected::new(Severity::Warning, "hct-alternate-unsupported", seat)
        .related([ended, role])
        .evidence(
            "person:id=P-22; platform:id=hct; fault:code=expired; designation:id=D-6; \
             role:code=rapid-response-team-lead; from:date=2024-09-15; to:date=2025-03-31; \
             uncovered:number=31",
        )
        .because(&["hct-representation-level"])
        .only_finding_of(&mission);
}

#[test]
fn coordination_group_chaired_by_another_agency() {
    let mission = mali().with(
        HUMANITARIAN,
        r#""chair": [{ "org": "OCHA", "from": "2012-04-01" }]"#,
        r#""chair": [{ "org": "WHO", "from": "2012-04-01" }]"#,
    );
    let chair = at(
        HUMANITARIAN,
        "/records/1/chair/0/org",
        r#""chair": [{ "org": «"WHO"»"#,
    );
    let report = Expected::new(Severity::Advice, "ocha-role-mismatch", chair)
        .evidence(
            "platform:id=iccg; fault:code=iccg-chaired-by-other; chair:code=WHO; \
             expected:list=OCHA,HC,RC; date:date=2025-03-31",
        )
        .only_finding_of(&mission);
    assert_eq!(
        report.findings[0].pack.map(|pack| pack.id.as_str()),
        Some("mali-ocha"),
        "Mali's own document says so"
    );
}

/// The coming seat in the Health cluster, given to somebody else from now on.
fn health_seat_of(person: &str) -> Mission {
    mali().with(
        SEATS,
        r#""person": "P-29",
      "capacity": "member",
      "note": "Succède à R-5.",
      "from": "2025-06-01""#,
        &format!(
            r#""person": "{person}",
      "capacity": "member",
      "note": "Succède à R-5.",
      "from": "2025-03-10""#
        ),
    )
}

fn health() -> Mark {
    at(CLUSTERS, "/records/1/clusters", r#""clusters": «["HEA"]»"#)
}

#[test]
fn health_seat_given_to_a_shelter_officer() {
    let seat = at(
        SEATS,
        "/records/9/person",
        r#""person": «"P-03"»,
      "capacity": "member",
      "note": "Succède à R-5.""#,
    );
    let areas = at(
        PROGRAMMES,
        "/records/0/areas",
        r#""areas": «["shelter-settlements"]»"#,
    );
    let role = at(
        PEOPLE,
        "/records/2/assignments/0/role",
        r#""role": «"senior-programme-manager"»"#,
    );
    Expected::new(Severity::Error, "cluster-staff-mismatch", seat)
        .related([areas, health(), role])
        .evidence(
            "person:id=P-03; platform:id=cl-hea; clusters:list=HEA; \
             areas:list=shelter-settlements; role:code=senior-programme-manager; \
             date:date=2025-03-31; candidates:list=P-06,P-12",
        )
        .only_finding_of(&health_seat_of("P-03"));
}

#[test]
fn health_seat_given_to_the_resource_management_officer() {
    let seat = at(
        SEATS,
        "/records/9/person",
        r#""person": «"P-02"»,
      "capacity": "member",
      "note": "Succède à R-5.""#,
    );
    let role = at(
        PEOPLE,
        "/records/1/assignments/0/role",
        r#""role": «"resource-management-officer"», "kind": "staff", "duty_station": "bko", "from": "2023-06-01""#,
    );
    Expected::new(Severity::Error, "cluster-staff-mismatch", seat)
        .related([health(), role])
        .evidence(
            "person:id=P-02; platform:id=cl-hea; clusters:list=HEA; areas:list=; \
             role:code=resource-management-officer; date:date=2025-03-31; \
             candidates:list=P-06,P-12",
        )
        .only_finding_of(&health_seat_of("P-02"));
}

#[test]
fn temporary_cover_no_longer_declared() {
    let mission = mali().with(
        SEATS,
        r#"
      "cover": { "reason": "Congé du chargé de programme santé" },"#,
        "",
    );
    let seat = at(
        SEATS,
        "/records/8/person",
        r#""platform": "cl-hea",
      "person": «"P-32"»"#,
    );
    let areas = at(
        PROGRAMMES,
        "/records/0/areas",
        r#""areas": «["shelter-settlements"]»"#,
    );
    let role = at(
        PEOPLE,
        "/records/31/assignments/0/role",
        r#""role": «"programme-officer"», "kind": "staff", "duty_station": "bko", "from": "2023-04-03""#,
    );
    Expected::new(Severity::Error, "cluster-staff-mismatch", seat)
        .related([areas, health(), role])
        .evidence(
            "person:id=P-32; platform:id=cl-hea; clusters:list=HEA; \
             areas:list=shelter-settlements; role:code=programme-officer; \
             date:date=2024-08-23; candidates:list=P-06,P-12",
        )
        .only_finding_of(&mission);
}

#[test]
fn cluster_seat_of_a_finance_officer_whose_programme_matches() {
    let mission = mali().with(
        PEOPLE,
        r#""role": "operations-coordinator", "kind": "staff""#,
        r#""role": "finance-officer", "kind": "staff""#,
    );
    let seat = at(SEATS, "/records/16/person", r#""person": «"P-18"»"#);
    let role = at(
        PEOPLE,
        "/records/17/assignments/0/role",
        r#""role": «"finance-officer"», "kind": "staff", "duty_station": "bko", "from": "2022-11-01""#,
    );
    Expected::new(Severity::Warning, "cluster-role-unsuitable", seat)
        .related([role])
        .evidence(
            "person:id=P-18; platform:id=cl-log; role:code=finance-officer; \
             class:code=administration; date:date=2025-03-31",
        )
        .only_finding_of(&mission);
}

#[test]
fn person_in_two_places_with_the_other_in_another_file() {
    let mission = mali().with(
        MARCH,
        r#""records": [
    {
      "id": "M-2","#,
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
    {
      "id": "M-2","#,
    );
    let later = at(
        MARCH,
        "/records/0/attendance/0/person",
        r#"{ "person": «"P-01"»"#,
    );
    let other = at(
        SMT_2025,
        "/records/2/attendance/0/person",
        r#""end": "2025-03-05T10:00:00Z",
      "status": "held",
      "mode": "in-person",
      "attendance": [
        { "person": «"P-01"»"#,
    );
    Expected::new(Severity::Error, "person-in-two-places", later)
        .related([other])
        .evidence(
            "person:id=P-01; meeting:id=M-sub-gao-250305; other:id=M-1; \
             start:datetime=2025-03-05T09:30:00Z; place:text=gao; other_place:text=bko",
        )
        .only_finding_of(&mission);
}

#[test]
fn reference_that_leads_nowhere_with_one_id_near() {
    let mission = mali().with(CONTACT_LOG, r#""by": "P-03""#, r#""by": "P-003""#);
    let near = at(PEOPLE, "/records/2/id", r#""id": «"P-03"»"#);
    Expected::new(
        Severity::Error,
        "dangling-reference",
        at(CONTACT_LOG, "/records/0/by", r#""by": «"P-003"»"#),
    )
    .related([near])
    .evidence("reference:id=P-003; expected:code=person; nearest:id=P-03")
    .only_finding_of(&mission);
}

#[test]
fn reference_that_leads_nowhere_with_several_ids_near() {
    // One edit away: P-03, P-13, P-23, P-33.
    let mission = mali().with(CONTACT_LOG, r#""by": "P-03""#, r#""by": "P-93""#);
    Expected::new(
        Severity::Error,
        "dangling-reference",
        at(CONTACT_LOG, "/records/0/by", r#""by": «"P-93"»"#),
    )
    .evidence("reference:id=P-93; expected:code=person")
    .only_finding_of(&mission);
}

#[test]
fn rules_that_follow_a_dangling_reference_are_blocked() {
    let mission = mali().with(
        MARCH,
        r#""id": "M-2",
      "platform": "cl-hea""#,
        r#""id": "M-2",
      "platform": "cl-heal""#,
    );
    let near = at(CLUSTERS, "/records/1/id", r#""id": «"cl-hea"»"#);
    Expected::new(
        Severity::Error,
        "dangling-reference",
        at(MARCH, "/records/0/platform", r#""platform": «"cl-heal"»"#),
    )
    .related([near])
    .evidence("reference:id=cl-heal; expected:code=platform; nearest:id=cl-hea")
    .blocked(Blocked::Within(
        &[
            "meeting-outside-platform-lifetime",
            "smt-com-absent",
            "smt-delegate-not-acting",
            "smt-observer-only",
        ],
        &[
            "attendance-outside-assignment",
            "cluster-role-unsuitable",
            "cluster-staff-mismatch",
            "com-post-vacant",
            "concurrent-office-holder",
            "dangling-reference",
            "future-attendance",
        ],
    ))
    .only_finding_of(&mission);
}

#[test]
fn reference_to_something_of_another_kind() {
    let mission = mali().with(
        CONTACT_LOG,
        r#""platform": "pmt""#,
        r#""platform": "G-shl""#,
    );
    let programme = at(PROGRAMMES, "/records/0/id", r#""id": «"G-shl"»"#);
    Expected::new(
        Severity::Error,
        "wrong-kind-reference",
        at(
            CONTACT_LOG,
            "/records/0/platform",
            r#""platform": «"G-shl"»"#,
        ),
    )
    .related([programme])
    .evidence("reference:id=G-shl; expected:code=platform; actual:code=programme")
    // It may be the contact with the convener of the suspended platform.
    .blocked(Blocked::Exactly(&[
        "suspended-contact-missing",
        "suspended-contact-stale",
    ]))
    .only_finding_of(&mission);
}

#[test]
fn two_records_with_one_id() {
    let mission = mali().with(CONTACT_LOG, r#""id": "C-2""#, r#""id": "C-1""#);
    let first = at(
        CONTACT_LOG,
        "/records/0/id",
        r#""id": «"C-1"»,
      "platform": "pmt""#,
    );
    let again = at(
        CONTACT_LOG,
        "/records/1/id",
        r#""id": «"C-1"»,
      "platform": "omt""#,
    );
    Expected::new(Severity::Error, "duplicate-id", again)
        .related([first])
        .evidence("kind:code=contact-log; id:id=C-1")
        .only_finding_of(&mission);
}

#[test]
fn interval_that_ends_before_it_begins() {
    let mission = mali().with(
        PROGRAMMES,
        r#""from": "2017-09-01""#,
        r#""from": "2019-09-01""#,
    );
    let from = at(PROGRAMMES, "/records/11/from", r#""from": «"2019-09-01"»"#);
    let report = Expected::new(
        Severity::Error,
        "interval-inverted",
        at(PROGRAMMES, "/records/11/to", r#""to": «"2018-12-31"»"#),
    )
    .related([from])
    .evidence("from:date=2019-09-01; to:date=2018-12-31")
    .blocked(Blocked::Exactly(&["mcof-vocabulary"]))
    .only_finding_of(&mission);
    assert_fix_repairs(&mission, &report);
}

#[test]
fn inverted_vacancy_blocks_the_rule_on_vacancies_alone() {
    let mission = mali().with(
        VACANCIES,
        r#""from": "2023-12-01",
    "to": "2024-01-31""#,
        r#""from": "2024-01-31",
    "to": "2023-12-01""#,
    );
    let from = at(VACANCIES, "/0/from", r#""from": «"2024-01-31"»"#);
    let report = Expected::new(
        Severity::Error,
        "interval-inverted",
        at(VACANCIES, "/0/to", r#""to": «"2023-12-01"»"#),
    )
    .related([from])
    .evidence("from:date=2024-01-31; to:date=2023-12-01")
    .blocked(Blocked::Exactly(&["com-post-vacant"]))
    .only_finding_of(&mission);
    assert_eq!(report.not_checked[0].reason, "inverted-interval");
    assert_fix_repairs(&mission, &report);
}

#[test]
fn meeting_of_a_suspended_platform() {
    let mission = mali().with(
        "meetings/2025-02.json",
        r#""id": "M-omt-250219",
      "platform": "omt""#,
        r#""id": "M-omt-250219",
      "platform": "pmt""#,
    );
    let start = at(
        "meetings/2025-02.json",
        "/records/6/start",
        r#""start": «"2025-02-19T11:00:00Z"»"#,
    );
    let suspended = at(
        DEVELOPMENT,
        "/records/1/status/1/value",
        r#""value": «"suspended"»,
          "reason": "Révision"#,
    );
    Expected::new(
        Severity::Warning,
        "meeting-outside-platform-lifetime",
        start,
    )
    .related([suspended])
    .evidence("platform:id=pmt; date:date=2025-02-19; status:code=suspended")
    .only_finding_of(&mission);
}

#[test]
fn two_chiefs_of_mission_for_four_weeks() {
    let mission = mali().with(
        PEOPLE,
        r#""from": "2023-06-05", "to": "2023-11-30""#,
        r#""from": "2023-06-05", "to": "2024-02-29""#,
    );
    let earlier = at(
        PEOPLE,
        "/records/19/assignments/0/role",
        r#""role": «"chief-of-mission"», "kind": "staff", "duty_station": "bko", "from": "2023-06-05""#,
    );
    Expected::new(Severity::Error, "concurrent-office-holder", chief())
        .related([earlier])
        .evidence(
            "role:code=chief-of-mission; person:id=P-01; other:id=P-20; \
             from:date=2024-02-01; to:date=2024-02-29; days:number=29",
        )
        .only_finding_of(&mission);
}

#[test]
fn attendance_after_the_last_day_of_an_assignment() {
    let mission = mali().with(
        PEOPLE,
        r#""from": "2024-09-10",
          "to": "2024-12-09""#,
        r#""from": "2024-09-10",
          "to": "2024-11-01""#,
    );
    let row = at(
        "meetings/2024-11.json",
        "/records/1/attendance/1/person",
        r#""person": «"P-13"»"#,
    );
    let bound = at(
        PEOPLE,
        "/records/12/assignments/0/to",
        r#""to": «"2024-11-01"»"#,
    );
    Expected::new(Severity::Error, "attendance-outside-assignment", row)
        .related([bound])
        .evidence(
            "person:id=P-13; meeting:id=M-sub-gao-241112; date:date=2024-11-12; \
             bound:date=2024-11-01",
        )
        .only_finding_of(&mission);
}

#[test]
fn seat_given_only_after_three_meetings() {
    let mission = mali().with(
        SEATS,
        r#""person": "P-18",
      "capacity": "member",
      "from": "2024-02-01""#,
        r#""person": "P-18",
      "capacity": "member",
      "from": "2025-03-01""#,
    );
    let first = at(
        CLUSTER_MEETINGS,
        "/records/6/attendance/0/person",
        r#""id": "M-cl-log-240404", "platform": "cl-log", "start": "2024-04-04T14:00:00Z", "end": "2024-04-04T15:00:00Z", "status": "held", "mode": "in-person", "attendance": [{"person": «"P-18"»"#,
    );
    let second = at(
        CLUSTER_MEETINGS,
        "/attendance/0/person",
        r#""start": "2024-10-24T14:00:00Z", "status": "held", "mode": "in-person", "attendance": [{"person": «"P-18"»"#,
    );
    let third = at(
        JANUARY,
        "/records/3/attendance/0/person",
        r#"[{ "person": «"P-18"», "capacity": "member", "presence": "present" }],"#,
    );
    Expected::new(Severity::Advice, "attendee-without-representation", first)
        .related([second, third])
        .evidence(
            "person:id=P-18; platform:id=cl-log; count:number=3; from:date=2024-04-04; \
             to:date=2025-01-29",
        )
        .only_finding_of(&mission);
}

#[test]
fn present_at_a_meeting_yet_to_come() {
    let mission = mali().with(
        "meetings/planned.json",
        r#""attendance": []"#,
        r#""attendance": [{ "person": "P-04", "capacity": "member", "presence": "present" }]"#,
    );
    let presence = at(
        "meetings/planned.json",
        "/attendance/0/presence",
        r#""presence": «"present"»"#,
    );
    let start = at(
        "meetings/planned.json",
        "/start",
        r#""start": «"2025-04-10T14:30:00Z"»"#,
    );
    Expected::new(Severity::Error, "future-attendance", presence)
        .related([start])
        .evidence(
            "meeting:id=M-iccg-250410; date:date=2025-04-10; as_of:date=2025-03-31; \
             present:number=1",
        )
        .only_finding_of(&mission);
}

#[test]
fn platforms_that_are_their_own_parents() {
    let mission = mali().with(
        HUMANITARIAN,
        r#""chair": [{ "role": "HC", "from": "2012-04-01" }],"#,
        r#""chair": [{ "role": "HC", "from": "2012-04-01" }],
      "parents": ["iccg"],"#,
    );
    let of_hct = at(
        HUMANITARIAN,
        "/records/0/parents/0",
        r#""HC", "from": "2012-04-01" }],
      "parents": [«"iccg"»]"#,
    );
    let of_iccg = at(
        HUMANITARIAN,
        "/records/1/parents/0",
        r#""parents": [«"hct"»]"#,
    );
    Expected::new(Severity::Error, "platform-parent-cycle", of_hct)
        .related([of_iccg])
        .evidence("platforms:list=hct,iccg")
        .only_finding_of(&mission);
}

#[test]
fn country_by_its_two_letters() {
    let mission = mali().with(
        PEOPLE,
        r#""role": "field-security-officer", "kind": "staff", "duty_station": "bko", "country": "MLI""#,
        r#""role": "field-security-officer", "kind": "staff", "duty_station": "bko", "country": "ML""#,
    );
    let report = Expected::new(
        Severity::Error,
        "unknown-country-code",
        at(
            PEOPLE,
            "/records/4/assignments/0/country",
            r#""country": «"ML"»"#,
        ),
    )
    .evidence("code:code=ML; suggestion:code=MLI")
    .only_finding_of(&mission);
    assert_fix_repairs(&mission, &report);
}

#[test]
fn country_of_a_neighbour() {
    let mission = mali().with(
        PEOPLE,
        r#""role": "field-security-officer", "kind": "staff", "duty_station": "bko", "country": "MLI""#,
        r#""role": "field-security-officer", "kind": "staff", "duty_station": "bko", "country": "NER""#,
    );
    let countries = at(MISSION, "/countries", r#""countries": «["MLI"]»"#);
    Expected::new(
        Severity::Error,
        "country-mismatch",
        at(
            PEOPLE,
            "/records/4/assignments/0/country",
            r#""country": «"NER"»"#,
        ),
    )
    .related([countries])
    .evidence("country:code=NER; countries:list=MLI")
    .only_finding_of(&mission);
}

#[test]
fn pcode_of_a_neighbour() {
    let mission = mali().with(MISSION, r#""pcode": "ML06""#, r#""pcode": "NE06""#);
    let countries = at(MISSION, "/countries", r#""countries": «["MLI"]»"#);
    Expected::new(
        Severity::Warning,
        "pcode-country-mismatch",
        at(MISSION, "/offices/3/pcode", r#""pcode": «"NE06"»"#),
    )
    .related([countries])
    .evidence("pcode:code=NE06; countries:list=MLI")
    .only_finding_of(&mission);
}

#[test]
fn pcode_that_does_not_extend_its_parents() {
    let mission = mali().with(MISSION, r#""pcode": "ML0503""#, r#""pcode": "ML0703""#);
    let parent = at(MISSION, "/offices/1/pcode", r#""pcode": «"ML05"»"#);
    Expected::new(
        Severity::Warning,
        "pcode-country-mismatch",
        at(MISSION, "/offices/2/pcode", r#""pcode": «"ML0703"»"#),
    )
    .related([parent])
    .evidence("pcode:code=ML0703; parent:code=ML05")
    .only_finding_of(&mission);
}

#[test]
fn key_misspelt() {
    let mission = mali().with(CONTACT_LOG, r#""platform": "pmt""#, r#""platfrom": "pmt""#);
    let key = at(CONTACT_LOG, "/records/0/platfrom", r#"«"platfrom"»: "pmt""#);
    let report = Expected::new(Severity::Error, "misspelt-key", key)
        .evidence("platfrom; platform")
        .because(&["unknown-key", "missing-property"])
        // They follow the reference.
        .blocked(Blocked::Exactly(&[
            "dangling-reference",
            "wrong-kind-reference",
            // It may be the contact with the convener of the suspended platform.
            "suspended-contact-missing",
            "suspended-contact-stale",
        ]))
        .only_finding_of(&mission);
    assert_fix_repairs(&mission, &report);
}

#[test]
fn key_unknown() {
    let mission = mali().with(
        PROGRAMMES,
        r#""crisis": false,"#,
        r#""crisis": false, "donor_visit": "2024-05-01","#,
    );
    let key = at(
        PROGRAMMES,
        "/records/9/donor_visit",
        r#"«"donor_visit"»: "2024-05-01""#,
    );
    Expected::new(Severity::Error, "unknown-key", key)
        .evidence("donor_visit")
        .only_finding_of(&mission);
}

#[test]
fn value_that_is_no_code_of_its_field() {
    let mission = mali().with(
        CONTACT_LOG,
        r#""outcome": "unreachable""#,
        r#""outcome": "unreachble""#,
    );
    let report = Expected::new(
        Severity::Error,
        "value-not-allowed",
        at(
            CONTACT_LOG,
            "/records/2/outcome",
            r#""outcome": «"unreachble"»"#,
        ),
    )
    .evidence("unreachble; reached,unreachable")
    .only_finding_of(&mission);
    assert_fix_repairs(&mission, &report);
}

#[test]
fn wrong_status_of_a_meeting_blocks_what_reads_it() {
    let mission = mali().with(
        MARCH,
        r#""end": "2025-03-13T15:30:00Z",
      "status": "held""#,
        r#""end": "2025-03-13T15:30:00Z",
      "status": "took-place""#,
    );
    Expected::new(
        Severity::Error,
        "value-not-allowed",
        at(MARCH, "/records/2/status", r#""status": «"took-place"»"#),
    )
    .evidence("took-place; held,cancelled,planned")
    .blocked(Blocked::Within(
        &[
            "attendance-outside-assignment",
            "attendee-without-representation",
            "meeting-outside-platform-lifetime",
            "person-in-two-places",
        ],
        &[
            "cluster-role-unsuitable",
            "cluster-staff-mismatch",
            "com-post-vacant",
            "concurrent-office-holder",
            "dangling-reference",
            "duplicate-id",
            "interval-inverted",
            // It is no meeting of the security management team.
            "smt-com-absent",
            "smt-delegate-not-acting",
            "smt-observer-only",
        ],
    ))
    .only_finding_of(&mission);
}

#[test]
fn wrong_platform_of_a_security_meeting_blocks_the_rules_on_it() {
    let mission = mali().with(
        SMT_2025,
        r#""id": "M-1",
      "platform": "smt""#,
        r#""id": "M-1",
      "platform": 7"#,
    );
    Expected::new(
        Severity::Error,
        "wrong-type",
        at(SMT_2025, "/records/2/platform", r#""platform": «7»"#),
    )
    .evidence("string; number")
    .blocked(Blocked::Within(
        &[
            "dangling-reference",
            "meeting-outside-platform-lifetime",
            "smt-com-absent",
            "smt-delegate-not-acting",
            "smt-observer-only",
            "wrong-kind-reference",
        ],
        &[
            "attendance-outside-assignment",
            "cluster-staff-mismatch",
            "com-post-vacant",
            "duplicate-id",
            "future-attendance",
        ],
    ))
    .only_finding_of(&mission);
}

#[test]
fn property_missing_at_the_root() {
    let mission = mali().with(
        "platforms/cmcoord.json",
        r#"
  "level": "national","#,
        "",
    );
    // No key stands in front of the object, so its opening brace is marked.
    let brace = at(
        "platforms/cmcoord.json",
        "",
        r#"«{»
  "$schema""#,
    );
    Expected::new(Severity::Error, "missing-property", brace)
        .evidence("level")
        .only_finding_of(&mission);
}

#[test]
fn property_missing_in_an_object_with_a_key() {
    let mission = mali().with(
        PROGRAMMES,
        r#""mcof": { "version": 2012, "sectors""#,
        r#""mcof": { "sectors""#,
    );
    let key = at(PROGRAMMES, "/records/11/mcof", r#"«"mcof"»: { "sectors""#);
    Expected::new(Severity::Error, "missing-property", key)
        .evidence("version")
        .blocked(Blocked::Exactly(&["mcof-vocabulary"]))
        .only_finding_of(&mission);
}

#[test]
fn key_twice_in_one_object() {
    let mission = mali().with(
        CONTACTS,
        r#""unit": "DHRR",
    "office": "ro-dakar",
    "mailbox": "dhrr@iom.int","#,
        r#""unit": "DHRR",
    "office": "ro-dakar",
    "mailbox": "dhrr@iom.int",
    "unit": "PCCA","#,
    );
    let again = at(CONTACTS, "/0/unit", r#"«"unit"»: "PCCA""#);
    let first = at(
        CONTACTS,
        "/0/unit",
        r#""role": "regional-thematic-specialist",
    «"unit"»: "DHRR""#,
    );
    Expected::new(Severity::Error, "duplicate-key", again)
        .related([first])
        .evidence("unit")
        // Which of the two is the unit?
        .blocked(Blocked::Exactly(&[
            "ambiguous-acronym",
            "rts-missing",
            "superseded-unit-name",
        ]))
        .only_finding_of(&mission);
}

#[test]
fn kind_that_does_not_exist_blocks_every_rule() {
    let mission = mali().with(
        CONTACTS,
        r#""kind": "contact",
    "id": "K-1""#,
        r#""kind": "contract",
    "id": "K-1""#,
    );
    Expected::new(
        Severity::Error,
        "unknown-kind",
        at(CONTACTS, "/0/kind", r#""kind": «"contract"»"#),
    )
    .evidence("contract; contact")
    // It may be a record of any kind.
    .blocked(Blocked::All)
    .only_finding_of(&mission);
}

#[test]
fn text_that_is_no_json_blocks_every_rule() {
    // The end of the file was cut off: there may have been any number of further records.
    let mission = mali().with(CONTACT_LOG, "\n    }\n  ]\n}\n", "\n    }\n");
    let report = mission.check();
    let findings = unintended(&report);
    let [found] = findings.as_slice() else {
        panic!("{:?}", report.findings)
    };
    assert_eq!(
        (found.severity, found.rule.id),
        (Severity::Error, "syntax-error")
    );
    let text = &mission.files[CONTACT_LOG];
    let start = found.location.start;
    assert_eq!(usize::try_from(start.offset).unwrap(), text.len());
    let (line, column) = position(text, text.len());
    assert_eq!((start.line, start.column), (line as u64, column as u64));
    let opening = text.find("[\n    {").unwrap() as u64;
    assert_eq!(found.related[0].1.start.offset, opening, "the list is open");
    assert_eq!(&*found.location.path, CONTACT_LOG);
    assert_blocked(&report, &Blocked::All);
    for entry in &report.not_checked {
        assert_eq!(
            (entry.reason, entry.mission.as_deref()),
            ("syntax", Some("mli"))
        );
        let mut paths = entry.locations.iter().map(|place| &*place.path);
        assert!(paths.all(|path| path == CONTACT_LOG), "{}", entry.rule.id);
    }
    // The list may hold more records; the envelope may have said more about them, such as a period.
    for count in report.rules.iter().filter(|count| count.tally.blocked > 0) {
        let expected = match count.rule.id {
            // One of the further records may be the seat in Tombouctou, or one in civil-military coordination.
            "active-platform-unrepresented"
            | "cmcoord-iom-member"
            | "interval-inverted"
            | "representation-expired"
            | "subnational-presence-unrepresented" => 2,
            // Or that of a coordinator in any of the ten active clusters without one.
            "cluster-double-hat" => 11,
            _ => 1,
        };
        assert_eq!(count.tally.blocked, expected, "{}", count.rule.id);
    }
}

#[test]
fn what_cannot_be_read_fails_the_gate() {
    let folder = scratch("mali-exit-codes");
    let status = |mission: &Mission, more: &[&str]| {
        let _ = std::fs::remove_dir_all(&folder);
        mission.write_to(&folder);
        let mut command = Command::new(env!("CARGO_BIN_EXE_missionlint"));
        let output = command
            .arg("check")
            .args(more)
            .env("LC_ALL", "C")
            .current_dir(&folder)
            .output()
            .unwrap();
        output.status.code()
    };
    assert_eq!(status(&mali(), &[]), Some(0));
    let broken = mali().with(CONTACT_LOG, "\n    }\n  ]\n}\n", "\n    }\n");
    assert_eq!(status(&broken, &[]), Some(1), "broken content is a finding");
    // Without the finding itself, what it blocks still fails the gate, unless that is allowed.
    let ignored = ["--ignore", "syntax-error"];
    assert_eq!(
        status(&broken, &ignored),
        Some(1),
        "what could not be verified is not clean"
    );
    assert_eq!(
        status(&broken, &[ignored[0], ignored[1], "--allow-blocked"]),
        Some(0)
    );
    let warning = mali().with(MISSION, r#""pcode": "ML06""#, r#""pcode": "NE06""#);
    assert_eq!(status(&warning, &[]), Some(0), "a warning passes");
    assert_eq!(status(&warning, &["--fail-on", "warning"]), Some(1));
}
