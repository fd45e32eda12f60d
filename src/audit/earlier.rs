//! An earlier audit, as far as a later one is compared with it: `schemas/audit.schema.json`. It may come from anybody:
//! nothing of it but numbers, keys and days is taken over.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::{Audit, Dimension, Findings, Missions, Numbers};
use crate::calendar::{Day, parse_day};
use crate::finding::Phrase;
use crate::overview::{Coverage, Share};
use crate::report::{Audience, MASK, Report};
use crate::rules::Tally;

/// An earlier audit.
#[derive(Debug, Clone)]
pub struct EarlierAudit {
    as_of: Option<Day>,
    version: String,
    run: Value,
    revealed: bool,
    totals: Numbers,
    groups: BTreeMap<(Dimension, String), Numbers>,
    /// The groups of findings that counted, by fingerprint.
    findings: BTreeMap<String, [String; Dimension::ALL.len()]>,
}

/// What has changed since an earlier audit.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The day it judged as of.
    pub as_of: Option<Day>,
    /// The version of the tool that made it.
    pub version: String,
    /// What else differs, by its name in `run` or `tool_version`: numbers may differ because of it.
    pub differences: Vec<&'static str>,
    /// Everything as it was.
    pub totals: Numbers,
    /// What has come and gone in everything.
    pub news: News,
}

/// Findings that count, told apart by what an earlier audit has found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct News {
    /// Only now.
    pub appeared: u64,
    /// Only then.
    pub gone: u64,
    /// Both times.
    pub kept: u64,
}

/// A group as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Then {
    /// Its numbers; none where there was no such group.
    pub numbers: Option<Numbers>,
    /// What has come and gone.
    pub news: News,
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
fn plain(key: &str) -> String {
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
    for (dimension, list) in audit.groups {
        // A later version may group by more.
        let Ok(dimension) = dimension.parse::<Dimension>() else {
            continue;
        };
        for group in list {
            groups.insert((dimension, plain(&group.key)), group.numbers.into());
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
        findings: counting.map(FindingJson::keys).collect(),
    })
}

impl EarlierAudit {
    /// Refuses an audit that was made for other readers: it counts other things, and may tell more.
    pub fn for_the_same_readers(&self, audience: Audience, revealed: bool) -> Result<(), Phrase> {
        if self.run["audience"] == audience.code() && self.revealed == revealed {
            Ok(())
        } else {
            Err(Phrase::new("reason-other-readers"))
        }
    }
}

/// What of a run changes numbers without any change of records.
const SETTINGS: [&str; 6] = [
    "policy",
    "policy_mode",
    "configs",
    "select",
    "ignore",
    "paths",
];

impl Audit {
    /// Adds what has changed since an earlier audit. `run` is what the report depends on, as its JSON says it.
    pub fn compare_with(&mut self, earlier: &EarlierAudit, report: &Report, run: &Value) {
        let mut news: BTreeMap<(Dimension, &str), News> = BTreeMap::new();
        let mut all = News::default();
        let mut now = BTreeSet::new();
        for (found, keys) in report.findings.iter().zip(&self.keys) {
            if found.suppressed.is_some() {
                continue;
            }
            now.insert(found.fingerprint.as_str());
            let is_kept = earlier.findings.contains_key(&found.fingerprint);
            let add = |news: &mut News| {
                *if is_kept {
                    &mut news.kept
                } else {
                    &mut news.appeared
                } += 1;
            };
            add(&mut all);
            for dimension in Dimension::ALL {
                add(news.entry((dimension, keys.key(dimension))).or_default());
            }
        }
        for (fingerprint, keys) in &earlier.findings {
            if now.contains(fingerprint.as_str()) {
                continue;
            }
            all.gone += 1;
            for (dimension, key) in Dimension::ALL.into_iter().zip(keys) {
                news.entry((dimension, key)).or_default().gone += 1;
            }
        }
        let news: BTreeMap<(Dimension, String), News> = news
            .into_iter()
            .map(|((dimension, key), news)| ((dimension, key.to_owned()), news))
            .collect();
        self.add_then(earlier, &news);
        self.comparison = Some(Comparison {
            as_of: earlier.as_of,
            version: earlier.version.clone(),
            differences: differences(earlier, report, run),
            totals: earlier.totals,
            news: all,
        });
    }

    /// Every group of either audit gets what it was.
    fn add_then(&mut self, earlier: &EarlierAudit, news: &BTreeMap<(Dimension, String), News>) {
        for table in &mut self.tables {
            let dimension = table.dimension;
            let there: BTreeSet<String> =
                table.groups.iter().map(|it| it.key.to_string()).collect();
            let known = earlier.groups.keys().chain(news.keys());
            let lost: BTreeSet<&String> = known
                .filter(|(of, key)| *of == dimension && !there.contains(key))
                .map(|(_, key)| key)
                .collect();
            let lost = lost.into_iter().map(|key| super::Group {
                key: key.as_str().into(),
                within: Vec::new(),
                numbers: Numbers::of(dimension),
                then: None,
            });
            table.groups.extend(lost.collect::<Vec<_>>());
            table.groups.sort_by(|one, other| one.key.cmp(&other.key));
            for group in &mut table.groups {
                let key = (dimension, group.key.to_string());
                group.then = Some(Then {
                    numbers: earlier.groups.get(&key).copied(),
                    news: news.get(&key).copied().unwrap_or_default(),
                });
            }
        }
    }
}

fn differences(earlier: &EarlierAudit, report: &Report, run: &Value) -> Vec<&'static str> {
    let mut differences = Vec::new();
    if earlier.as_of != Some(report.as_of) {
        differences.push("as_of");
    }
    if earlier.version != env!("CARGO_PKG_VERSION") {
        differences.push("tool_version");
    }
    let differ = |name: &&&str| earlier.run[**name] != run[**name];
    differences.extend(SETTINGS.iter().filter(differ).copied());
    differences
}
