//! Many findings: what has limits keeps them and says what it left out; what has none leaves out nothing, and grows with
//! the findings.
//!
//! `MISSIONLINT_FINDINGS=100000 cargo test -p missionlint --test suite format_large` runs it with more.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use missionlint::output::{COMMENT, Format, Look};
use missionlint::report::Report;

use crate::cases;
use crate::look::LOOK;
use crate::readers::{self, written};

/// Findings of the ordinary run.
const FINDINGS: usize = 10_000;

fn wanted() -> usize {
    let wanted = std::env::var("MISSIONLINT_FINDINGS").ok();
    wanted.map_or(FINDINGS, |number| number.parse().unwrap())
}

/// Records with two errors each, in files of a hundred, and here and there a key that is not known.
fn report(findings: usize) -> Report {
    let files = findings.div_ceil(200);
    let documents = (0..files).map(|file| {
        let mut text = String::new();
        for line in 0..100 {
            let more = if line == 50 { ", \"rle\": 1" } else { "" };
            let _ = writeln!(
                text,
                r#"{{"kind": "vacancy", "id": "V-{file}-{line}", "mission": "m{}", "role": "chief", "from": "2025-02-30"{more}}}"#,
                file % 7
            );
        }
        (format!("m/{file:04}.ndjson"), text.into_bytes())
    });
    cases::check(documents.collect(), &cases::request())
}

#[test]
fn many_findings_stay_within_limits_and_none_is_lost_in_silence() {
    let report = report(wanted());
    let total = report.counting().count();
    assert!(total >= wanted(), "{total}");
    let rules: BTreeSet<&str> = report.counting().map(|found| found.rule.id).collect();
    for room in [8_000, COMMENT, 900 << 10] {
        let text = written(&report, Format::Markdown, Look { room, ..LOOK });
        assert!(text.len() <= room, "{} bytes of {room}", text.len());
        let shown = readers::markdown(&text).findings;
        assert!(
            text.len() > room / 2 || shown.len() == total,
            "{} bytes of {room}",
            text.len()
        );
        if shown.len() < total {
            let told = format!(
                "{} findings are left out here for want of room.",
                total - shown.len()
            );
            assert!(text.contains(&told), "{}", &text[..2_000]);
            assert!(text.contains("missionlint check --format json gives everything."));
        }
        let of_rules: BTreeSet<&str> = shown.iter().map(|seen| seen.rule.as_str()).collect();
        assert_eq!(of_rules, rules, "every rule has its turn");
    }
    let count = |text: &str, part: &str| text.matches(part).count();
    assert_eq!(
        count(
            &written(&report, Format::Ndjson, LOOK),
            "{\"type\":\"finding\""
        ),
        total
    );
    assert_eq!(
        count(&written(&report, Format::Csv, LOOK), "\r\nfinding,"),
        total
    );
    assert_eq!(
        count(&written(&report, Format::Junit, LOOK), "<failure "),
        total
    );
    assert_eq!(
        count(
            &written(&report, Format::Checkstyle, LOOK),
            " fingerprint=\""
        ),
        total
    );
}

/// Bytes written, not time taken: that does not depend on what else the machine does.
#[test]
fn twice_the_findings_are_twice_the_bytes() {
    let sizes = |findings: usize| {
        let report = report(findings);
        [
            Format::Ndjson,
            Format::Csv,
            Format::Junit,
            Format::Checkstyle,
        ]
        .map(|format| written(&report, format, LOOK).len())
    };
    let (once, twice) = (sizes(1_000), sizes(2_000));
    for (once, twice) in once.into_iter().zip(twice) {
        assert!(twice < 2 * once + once / 10, "{once} {twice}");
    }
}
