//! An earlier audit, as far as a later one is compared with it: `schemas/audit.schema.json`. It may come from anybody:
//! nothing of it but numbers, keys and days is taken over.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::since::is_mission;
use super::{Dimension, Findings, Missions, Numbers};
use crate::calendar::{Day, parse_day};
use crate::finding::Phrase;
use crate::overview::{Coverage, Share};
use crate::report::{Audience, MASK};
use crate::rules::Tally;

/// An earlier audit.
#[derive(Debug, Clone)]
pub struct EarlierAudit {
    pub(super) as_of: Option<Day>,
    pub(super) version: String,
    pub(super) run: Value,
    revealed: bool,
    pub(super) totals: Numbers,
    pub(super) groups: BTreeMap<(Dimension, String), Numbers>,
    /// The missions that it has records of.
    pub(super) missions: BTreeSet<String>,
    /// The groups of findings that counted, by fingerprint.
    pub(super) findings: BTreeMap<String, [String; Dimension::ALL.len()]>,
}

#[derive(Deserialize)]
struct AuditJson {
    schema_version: u32,
    tool: ToolJson,
    #[serde(deserialize_with = "dated")]
    run: Value,
    revealed: bool,
    totals: NumbersJson,
    #[serde(deserialize_with = "grouped")]
    groups: BTreeMap<String, Vec<GroupJson>>,
    #[serde(deserialize_with = "told_apart")]
    findings: Vec<FindingJson>,
}

/// A number that audits can have, and sums of some of them.
#[derive(Deserialize, Debug, Clone, Copy, Default)]
#[serde(try_from = "u64")]
struct Count(u64);

/// Whole numbers that every reader of JSON can tell apart end here: nothing that is counted comes near it.
const MOST: u64 = 1 << 53;

impl TryFrom<u64> for Count {
    type Error = &'static str;

    fn try_from(number: u64) -> Result<Self, Self::Error> {
        (number <= MOST).then_some(Self(number)).ok_or("no count")
    }
}

impl Count {
    /// As few as sums of three can hold.
    fn size(self) -> usize {
        usize::try_from(self.0).map_or(usize::MAX / 4, |size| size.min(usize::MAX / 4))
    }
}

/// The facts of a run, with a day that there is.
fn dated<'de, D: Deserializer<'de>>(input: D) -> Result<Value, D::Error> {
    let run = Value::deserialize(input)?;
    let day = run["as_of"].as_str().and_then(parse_day);
    day.map(|_| run).ok_or_else(|| D::Error::custom("no day"))
}

/// Groups, each key once in its dimension.
fn grouped<'de, D: Deserializer<'de>>(
    input: D,
) -> Result<BTreeMap<String, Vec<GroupJson>>, D::Error> {
    let groups = BTreeMap::<String, Vec<GroupJson>>::deserialize(input)?;
    for list in groups.values() {
        once(list.iter().map(|group| group.key.as_str())).map_err(D::Error::custom)?;
    }
    Ok(groups)
}

/// Findings, each fingerprint once among those that count.
fn told_apart<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<FindingJson>, D::Error> {
    let findings = Vec::<FindingJson>::deserialize(input)?;
    let counting = findings.iter().filter(|found| found.suppressed.is_none());
    once(counting.map(|found| found.fingerprint.as_str())).map_err(D::Error::custom)?;
    Ok(findings)
}

fn once<'k>(keys: impl Iterator<Item = &'k str>) -> Result<(), &'static str> {
    let mut known = BTreeSet::new();
    let mut keys = keys.map(|key| known.insert(key));
    keys.all(|is_new| is_new).then_some(()).ok_or("twice")
}

#[derive(Deserialize)]
struct ToolJson {
    name: String,
    version: String,
}

#[derive(Deserialize)]
struct GroupJson {
    key: String,
    #[serde(flatten)]
    numbers: NumbersJson,
}

#[derive(Deserialize)]
struct NumbersJson {
    missions: Option<Count>,
    ready: Option<Count>,
    /// Earlier versions have no such number.
    not_judged: Option<Count>,
    records: Option<Count>,
    findings: FindingsJson,
    checks: ChecksJson,
    faults: Count,
    coverage: Option<CoverageJson>,
}

#[derive(Deserialize)]
struct FindingsJson {
    error: Count,
    warning: Count,
    advice: Count,
    suppressed: Count,
}

#[derive(Deserialize)]
struct ChecksJson {
    applicable: Count,
    run: Count,
    blocked: Count,
    failed: Count,
}

#[derive(Deserialize)]
struct CoverageJson {
    platforms: Option<PlatformsJson>,
    representation: Option<ShareJson>,
    right_level: Option<ShareJson>,
    smt_attendance: ShareJson,
    suspended_contact: Option<ShareJson>,
}

#[derive(Deserialize)]
struct PlatformsJson {
    all: Count,
    active: Count,
    status_unknown: Count,
}

#[derive(Deserialize, Default)]
struct ShareJson {
    yes: Count,
    no: Count,
    unknown: Count,
}

#[derive(Deserialize)]
struct FindingJson {
    fingerprint: String,
    rule: String,
    family: String,
    suppressed: Option<String>,
    mission: Option<String>,
    country: String,
    regional_office: String,
    platform_type: String,
    month: String,
}

impl From<ShareJson> for Share {
    fn from(share: ShareJson) -> Self {
        Self {
            yes: share.yes.size(),
            no: share.no.size(),
            unknown: share.unknown.size(),
        }
    }
}

impl From<CoverageJson> for Coverage {
    fn from(coverage: CoverageJson) -> Self {
        let platforms = coverage.platforms.as_ref();
        Self {
            platforms: platforms.map_or(0, |it| it.all.size()),
            active: platforms.map_or(0, |it| it.active.size()),
            status_unknown: platforms.map_or(0, |it| it.status_unknown.size()),
            expected: coverage.representation.unwrap_or_default().into(),
            level: coverage.right_level.unwrap_or_default().into(),
            security_meetings: coverage.smt_attendance.into(),
            suspended: coverage.suspended_contact.unwrap_or_default().into(),
        }
    }
}

impl From<NumbersJson> for Numbers {
    fn from(numbers: NumbersJson) -> Self {
        let (findings, checks) = (numbers.findings, numbers.checks);
        let missions = numbers.missions.zip(numbers.ready);
        Self {
            missions: missions.map(|(all, ready)| Missions {
                all: all.0,
                ready: ready.0.min(all.0),
                not_judged: numbers.not_judged.unwrap_or_default().0.min(all.0),
            }),
            records: numbers.records.map(|records| records.0),
            findings: Findings {
                error: findings.error.0,
                warning: findings.warning.0,
                advice: findings.advice.0,
                suppressed: findings.suppressed.0,
            },
            checks: Tally {
                applicable: checks.applicable.0,
                run: checks.run.0,
                blocked: checks.blocked.0,
            },
            failed: checks.failed.0,
            faults: numbers.faults.0,
            coverage: numbers.coverage.map(Coverage::from),
        }
    }
}

impl FindingJson {
    fn keys(self) -> (String, [String; Dimension::ALL.len()]) {
        let mission = self.mission.unwrap_or_else(|| super::NONE.to_owned());
        let keys = Dimension::ALL.map(|dimension| match dimension {
            Dimension::Country => self.country.clone(),
            Dimension::RegionalOffice => self.regional_office.clone(),
            Dimension::Rule => self.rule.clone(),
            Dimension::Family => self.family.clone(),
            Dimension::PlatformType => self.platform_type.clone(),
            Dimension::Month => self.month.clone(),
            Dimension::Mission => mission.clone(),
        });
        let keys = keys.map(|key| plain(&key));
        (self.fingerprint, keys)
    }
}

/// A key as audits have them: anything else may be anything.
pub(super) fn plain(key: &str) -> String {
    let is_plain =
        |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_' | b'.' | b'+');
    if key == MASK || (key.len() <= LONGEST && key.bytes().all(is_plain)) {
        key.to_owned()
    } else {
        MASK.to_owned()
    }
}

/// Bytes of a key that several codes are joined to.
const LONGEST: usize = 1000;

/// Reads an audit in JSON. The error says what is wrong, and where.
pub fn parse_audit(text: &str) -> Result<EarlierAudit, Phrase> {
    let audit: AuditJson = serde_json::from_str(text).map_err(|error| {
        Phrase::new("reason-no-json-audit")
            .with("line", error.line().to_string())
            .with("column", error.column().to_string())
    })?;
    if audit.schema_version != 1 || audit.tool.name != env!("CARGO_PKG_NAME") {
        return Err(Phrase::new("reason-report-version"));
    }
    let mut groups = BTreeMap::new();
    let mut missions = BTreeSet::new();
    for (dimension, list) in audit.groups {
        // A later version may group by more.
        let Ok(dimension) = dimension.parse::<Dimension>() else {
            continue;
        };
        for group in list {
            let (key, numbers) = (plain(&group.key), Numbers::from(group.numbers));
            if dimension == Dimension::Mission && is_mission(&key, &numbers) {
                missions.insert(key.clone());
            }
            groups.insert((dimension, key), numbers);
        }
    }
    let counting = audit.findings.into_iter();
    let counting = counting.filter(|found| found.suppressed.is_none());
    Ok(EarlierAudit {
        as_of: audit.run["as_of"].as_str().and_then(parse_day),
        version: plain(&audit.tool.version),
        run: audit.run,
        revealed: audit.revealed,
        totals: audit.totals.into(),
        groups,
        missions,
        findings: counting.map(FindingJson::keys).collect(),
    })
}

impl EarlierAudit {
    /// What went wrong with its run: where there is any, it does not know everything.
    pub fn faults(&self) -> u64 {
        self.totals.faults
    }

    /// Refuses an audit that was made for other readers: it counts other things, and may tell more.
    pub fn for_the_same_readers(&self, audience: Audience, revealed: bool) -> Result<(), Phrase> {
        if self.run["audience"] == audience.code() && self.revealed == revealed {
            Ok(())
        } else {
            Err(Phrase::new("reason-other-readers"))
        }
    }
}
