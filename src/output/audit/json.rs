//! The audit as JSON, version 1: `schemas/audit.schema.json` describes it. Additions keep the version.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::PrettyFormatter;

use crate::audit::{
    Apart, Audit, Compared, Comparison, Dimension, Group, Keys, Measured, News, Numbers, Ratio,
};
use crate::config::Condition;
use crate::message::Messages;
use crate::output::escape::SafeFormatter;
use crate::output::left_out::{LeftOutJson, left_out};
use crate::output::shape::{self, FaultJson, RecordJson, RunJson, ToolJson};
use crate::overview::Share;
use crate::report::{Found, Report};

#[derive(Serialize)]
struct AuditJson<'r> {
    schema_version: u32,
    tool: ToolJson,
    run: RunJson<'r>,
    revealed: bool,
    verdict: &'static str,
    totals: NumbersJson,
    groups: BTreeMap<&'static str, Vec<GroupJson<'r>>>,
    thresholds: Vec<ThresholdJson<'r>>,
    compared: Option<ComparedJson<'r>>,
    findings: Vec<FindingJson<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<LeftOutJson<'r>>,
    faults: Vec<FaultJson<'r>>,
}

#[derive(Serialize)]
struct GroupJson<'r> {
    key: &'r str,
    #[serde(flatten)]
    within: BTreeMap<&'static str, &'r str>,
    #[serde(flatten)]
    numbers: NumbersJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    news: Option<NewsJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<NumbersJson>,
}

#[derive(Serialize)]
struct NewsJson {
    appeared: u64,
    gone: u64,
    kept: u64,
    joined: u64,
    left: u64,
}

/// A mission that is in one of the audits alone.
#[derive(Serialize)]
struct ApartJson<'r> {
    mission: &'r str,
    findings: u64,
}

/// A threshold, and the groups that break it.
#[derive(Serialize)]
struct ThresholdJson<'r> {
    severity: &'static str,
    dimension: Option<&'static str>,
    group: Option<&'r str>,
    condition: String,
    metric: &'static str,
    operator: &'static str,
    limit: f64,
    groups: u64,
    not_judged: u64,
    breaches: Vec<BreachJson<'r>>,
}

#[derive(Serialize)]
struct BreachJson<'r> {
    group: Option<&'r str>,
    value: Value,
}

#[derive(Serialize)]
struct ComparedJson<'r> {
    as_of: Option<String>,
    tool_version: &'r str,
    differences: &'r [&'static str],
    news: NewsJson,
    joined: Vec<ApartJson<'r>>,
    left: Vec<ApartJson<'r>>,
    incomplete: bool,
    totals: NumbersJson,
}

#[derive(Serialize)]
struct NumbersJson {
    missions: Option<u64>,
    ready: Option<u64>,
    not_judged: Option<u64>,
    records: Option<u64>,
    findings: FindingsJson,
    checks: ChecksJson,
    faults: u64,
    coverage: Option<CoverageJson>,
}

#[derive(Serialize)]
struct FindingsJson {
    error: u64,
    warning: u64,
    advice: u64,
    suppressed: u64,
}

#[derive(Serialize)]
struct ChecksJson {
    applicable: u64,
    run: u64,
    blocked: u64,
    failed: u64,
    failure_rate: Option<f64>,
    blocked_rate: Option<f64>,
}

#[derive(Serialize)]
struct CoverageJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    platforms: Option<PlatformsJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    representation: Option<ShareJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    right_level: Option<ShareJson>,
    smt_attendance: ShareJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    suspended_contact: Option<ShareJson>,
}

#[derive(Serialize)]
struct PlatformsJson {
    all: usize,
    active: usize,
    status_unknown: usize,
}

#[derive(Serialize)]
struct ShareJson {
    yes: usize,
    no: usize,
    unknown: usize,
    share: Option<f64>,
}

#[derive(Serialize)]
struct FindingJson<'r> {
    fingerprint: &'r str,
    rule: &'static str,
    family: &'r str,
    severity: &'static str,
    suppressed: Option<&'static str>,
    mission: Option<&'r str>,
    country: &'r str,
    regional_office: &'r str,
    platform_type: &'r str,
    month: &'r str,
    path: &'r str,
    line: u64,
    column: u64,
    record: Option<RecordJson<'r>>,
    message: String,
}

/// Writes the audit, pretty-printed, with a line end.
pub(super) fn render(
    report: &Report,
    audit: &Audit,
    messages: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let tables = audit.tables.iter().map(|table| {
        let groups = table.groups.iter();
        let groups = groups.map(|it| group(it, table.dimension));
        (table.dimension.code(), groups.collect())
    });
    let findings = report.findings.iter().zip(&audit.keys);
    let faults = report.faults.iter();
    let shaped = AuditJson {
        schema_version: shape::VERSION,
        tool: shape::tool(),
        run: shape::run(report, messages),
        revealed: audit.revealed,
        verdict: shape::summary(report).verdict,
        totals: numbers(&audit.totals, None),
        groups: tables.collect(),
        thresholds: audit.thresholds.iter().map(threshold).collect(),
        compared: audit
            .comparison
            .as_ref()
            .map(|it| compared(it, &audit.totals)),
        findings: findings
            .map(|(found, keys)| finding(found, keys, messages))
            .collect(),
        left_out: left_out(report, messages),
        faults: faults.map(|fault| shape::fault(fault, messages)).collect(),
    };
    shaped.serialize(&mut serde_json::Serializer::with_formatter(
        &mut *out,
        SafeFormatter(PrettyFormatter::new()),
    ))?;
    writeln!(out)
}

fn group(group: &Group, dimension: Dimension) -> GroupJson<'_> {
    let within = group.within.iter();
    GroupJson {
        key: &group.key,
        within: within
            .map(|(dimension, key)| (dimension.code(), &**key))
            .collect(),
        numbers: numbers(&group.numbers, Some(dimension)),
        news: group.then.map(|then| news(then.news)),
        earlier: group
            .then
            .and_then(|then| then.numbers)
            .map(|earlier| numbers(&earlier, Some(dimension))),
    }
}

fn news(news: News) -> NewsJson {
    NewsJson {
        appeared: news.appeared,
        gone: news.gone,
        kept: news.kept,
        joined: news.joined,
        left: news.left,
    }
}

fn apart(missions: &[Apart]) -> Vec<ApartJson<'_>> {
    let missions = missions.iter().map(|it| ApartJson {
        mission: &it.mission,
        findings: it.findings,
    });
    missions.collect()
}

fn compared<'r>(comparison: &'r Comparison, now: &Numbers) -> ComparedJson<'r> {
    ComparedJson {
        as_of: comparison.as_of.map(|day| day.to_string()),
        tool_version: &comparison.version,
        differences: &comparison.differences,
        news: news(comparison.news),
        joined: apart(&comparison.joined),
        left: apart(&comparison.left),
        incomplete: comparison.is_incomplete(now),
        totals: numbers(&comparison.totals, None),
    }
}

/// Limits of shares are told as shares are: from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "limits have few digits")]
fn threshold(compared: &Compared) -> ThresholdJson<'_> {
    let threshold = &compared.threshold;
    let Condition {
        metric,
        operator,
        limit,
    } = threshold.condition;
    let whole = if metric.is_share() { 1e8 } else { 1e6 };
    ThresholdJson {
        severity: threshold.severity.code(),
        dimension: threshold.dimension.map(Dimension::code),
        group: threshold.group.as_deref(),
        condition: threshold.condition.to_string(),
        metric: metric.code(),
        operator: operator.code(),
        limit: limit as f64 / whole,
        groups: compared.groups,
        not_judged: compared.not_judged,
        breaches: compared
            .breaches
            .iter()
            .map(|breach| BreachJson {
                group: breach.group.as_deref(),
                value: match breach.value {
                    Measured::Count(count) => Value::from(count),
                    Measured::Share(ratio) => Value::from(ratio.value()),
                },
            })
            .collect(),
    }
}

/// Numbers of a group of a dimension; none for the totals.
fn numbers(numbers: &Numbers, dimension: Option<Dimension>) -> NumbersJson {
    let findings = numbers.findings;
    let checks = numbers.checks;
    NumbersJson {
        missions: numbers.missions.map(|missions| missions.all),
        ready: numbers.missions.map(|missions| missions.ready),
        not_judged: numbers.missions.map(|missions| missions.not_judged),
        records: numbers.records,
        findings: FindingsJson {
            error: findings.error,
            warning: findings.warning,
            advice: findings.advice,
            suppressed: findings.suppressed,
        },
        checks: ChecksJson {
            applicable: checks.applicable,
            run: checks.run,
            blocked: checks.blocked,
            failed: numbers.failed,
            failure_rate: numbers.failure_rate().map(Ratio::value),
            blocked_rate: numbers.blocked_rate().map(Ratio::value),
        },
        faults: numbers.faults,
        coverage: coverage(numbers, dimension),
    }
}

fn coverage(numbers: &Numbers, dimension: Option<Dimension>) -> Option<CoverageJson> {
    let coverage = numbers.coverage?;
    let of_platforms = dimension != Some(Dimension::Month);
    let of_platforms = |it: Share| of_platforms.then(|| share(it));
    Some(CoverageJson {
        platforms: (dimension != Some(Dimension::Month)).then_some(PlatformsJson {
            all: coverage.platforms,
            active: coverage.active,
            status_unknown: coverage.status_unknown,
        }),
        representation: of_platforms(coverage.expected),
        right_level: of_platforms(coverage.level),
        smt_attendance: share(coverage.security_meetings),
        suspended_contact: of_platforms(coverage.suspended),
    })
}

fn share(share: Share) -> ShareJson {
    ShareJson {
        yes: share.yes,
        no: share.no,
        unknown: share.unknown,
        share: Ratio::of(share).map(Ratio::value),
    }
}

fn finding<'r>(found: &'r Found, keys: &'r Keys, messages: &Messages) -> FindingJson<'r> {
    let location = &found.location;
    FindingJson {
        fingerprint: &found.fingerprint,
        rule: found.rule.id,
        family: &keys.family,
        severity: found.severity.code(),
        suppressed: found.suppressed.as_ref().map(|why| why.by.code()),
        mission: found.mission.as_deref(),
        country: &keys.place.country,
        regional_office: &keys.place.regional_office,
        platform_type: &keys.platform_type,
        month: &keys.month,
        path: &location.path,
        line: location.start.line,
        column: location.start.column,
        record: shape::record(location),
        message: messages.headline(found),
    }
}
