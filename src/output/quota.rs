//! What platforms take of a report, and which findings to give them where that is not all.
//!
//! Each limit names its source: one without would be a guess.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::report::Found;

/// Annotations of each level (error, warning, notice) that GitHub takes from a step; of all levels together a job and
/// a run get 50. Source: `docs/problem-matchers.md` of github.com/actions/toolkit, *Limitations*.
pub(super) const ANNOTATIONS: usize = 10;

/// Bytes of the text of an annotation that GitHub takes. Source: docs.github.com, REST API, *Check runs*,
/// `annotations[].message` (64 KB).
pub(super) const ANNOTATION_BYTES: usize = 64_000;

/// Characters of the title of an annotation that GitHub takes. Source: as above, `annotations[].title`.
pub(super) const TITLE: usize = 255;

/// Results of a run beyond which GitHub refuses a SARIF file. Source: docs.github.com, *SARIF results exceed one or
/// more limits*.
pub(super) const SARIF_RESULTS: usize = 25_000;

/// Results of a run that GitHub keeps, the most severe. Source: as above.
pub(super) const SARIF_KEPT: usize = 5_000;

/// Places of a result that GitHub takes. Source: as above.
pub(super) const SARIF_PLACES: usize = 1_000;

/// Tags of a rule that GitHub shows; it refuses more than 20. Source: as above.
pub(super) const SARIF_TAGS: usize = 10;

/// Characters of the descriptions of a rule that GitHub takes. Source: docs.github.com, *SARIF support for code
/// scanning*, `reportingDescriptor` object.
pub(super) const SARIF_DESCRIPTION: usize = 1_024;

/// Bytes of a SARIF file, compressed as gzip, that GitHub takes. Source: docs.github.com, *SARIF results file is too
/// large*.
pub(super) const SARIF_GZIP: u64 = 10_000_000;

/// Bytes of an artefact of a job that GitLab takes unless its administrator allows more. Source: docs.gitlab.com,
/// *Continuous Integration and Deployment Admin area settings*, maximum artifacts size.
pub(super) const GITLAB_BYTES: u64 = 100_000_000;

/// Findings with the worst first, spread over rules and files: heavier before lighter ones; among those of a severity
/// one of each rule in turn, in order of ids; among those of a rule one of each file in turn, in order of paths; among
/// those of a file in order of places. However many of them are kept from the start, no rule and no file crowds out
/// the others.
pub(super) fn worst_first<'r>(findings: impl IntoIterator<Item = &'r Found>) -> Vec<&'r Found> {
    let weight = |ranked: &Ranked<'_>| std::cmp::Reverse(ranked.found.severity);
    let rule = |ranked: &Ranked<'_>| ranked.found.rule.id;
    let findings = findings.into_iter();
    let mut ranked: Vec<Ranked<'r>> = findings.map(|found| Ranked { found, turn: 0 }).collect();
    ranked.sort_by(|one, other| {
        let key = |ranked: &Ranked<'r>| (weight(ranked), rule(ranked), ranked.found.place());
        key(one).cmp(&key(other))
    });
    number(&mut ranked, |one, other| {
        weight(one) == weight(other)
            && rule(one) == rule(other)
            && one.found.location.path == other.found.location.path
    });
    // Stable sorts: files stay in order of paths.
    ranked.sort_by_key(|ranked| (weight(ranked), rule(ranked), ranked.turn));
    number(&mut ranked, |one, other| {
        weight(one) == weight(other) && rule(one) == rule(other)
    });
    ranked.sort_by_key(|ranked| (weight(ranked), ranked.turn));
    ranked.into_iter().map(|ranked| ranked.found).collect()
}

/// A finding with its turn.
struct Ranked<'r> {
    found: &'r Found,
    /// Which it is in its file, then which it is of its rule.
    turn: usize,
}

/// Numbers what belongs together and stands together.
fn number<'r>(ranked: &mut [Ranked<'r>], together: impl Fn(&Ranked<'r>, &Ranked<'r>) -> bool) {
    for run in ranked.chunk_by_mut(together) {
        for (turn, ranked) in run.iter_mut().enumerate() {
            ranked.turn = turn;
        }
    }
}

/// The text that `render` makes of the first findings, as many of `all` as it takes to stay within `limit` by `size`.
/// What does not shrink however few there are is given as it is.
pub(super) fn within(
    limit: u64,
    all: usize,
    size: impl Fn(&[u8]) -> io::Result<u64>,
    render: impl Fn(usize) -> io::Result<Vec<u8>>,
) -> io::Result<Vec<u8>> {
    let mut kept = all;
    loop {
        let bytes = render(kept)?;
        // What is small enough as it is need not be measured.
        if bytes.len() as u64 <= limit || kept == 0 {
            return Ok(bytes);
        }
        let size = size(&bytes)?;
        if size <= limit {
            return Ok(bytes);
        }
        // A tenth less than would be needed if all were of one size: few rounds, and each keeps fewer.
        let fewer = u128::from(limit) * kept as u128 * 9 / (u128::from(size) * 10);
        kept = usize::try_from(fewer).unwrap_or(0).min(kept - 1);
    }
}

/// Bytes that a text takes as gzip.
pub(super) fn gzip_size(bytes: &[u8]) -> io::Result<u64> {
    struct Counter(u64);
    impl Write for Counter {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len() as u64;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    // Uploading programs compress harder, so what they send is no larger.
    let mut encoder = GzEncoder::new(Counter(0), Compression::fast());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.0)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use std::cell::Cell;
    use std::io::Read as _;

    use super::{gzip_size, within, worst_first};
    use crate::catalogue::{Meta, Severity, builtin};
    use crate::report::{Anchor, Found, Location};
    use crate::text::Position;

    fn found(severity: Severity, rule: &'static Meta, path: &str, offset: u64) -> Found {
        let at = |offset| Position {
            line: 1,
            column: offset + 1,
            offset,
            byte_column: offset + 1,
        };
        Found {
            rule,
            severity,
            mission: None,
            location: Location {
                path: path.into(),
                pointer: String::new(),
                start: at(offset),
                end: at(offset + 1),
                record: None,
                excerpt: Vec::new(),
                marked_line: 0,
                mark: (0, 0),
            },
            related: Vec::new(),
            evidence: Vec::new(),
            because: Vec::new(),
            fix: None,
            pack: None,
            judged_on: None,
            fingerprint: String::new(),
            anchor: Anchor::default(),
            check: None,
            cell: None,
            suppressed: None,
        }
    }

    #[test]
    fn heavier_ones_come_first_then_rules_and_files_take_turns() {
        let (syntax, types) = (&builtin::SYNTAX_ERROR, &builtin::WRONG_TYPE);
        let findings = [
            found(Severity::Advice, syntax, "a", 0),
            found(Severity::Error, types, "a", 0),
            found(Severity::Error, syntax, "a", 0),
            found(Severity::Error, syntax, "a", 1),
            found(Severity::Error, syntax, "a", 2),
            found(Severity::Error, syntax, "b", 7),
            found(Severity::Error, syntax, "c", 5),
            found(Severity::Warning, types, "b", 3),
        ];
        let order = [
            (Severity::Error, "syntax-error", "a", 0),
            (Severity::Error, "wrong-type", "a", 0),
            (Severity::Error, "syntax-error", "b", 7),
            (Severity::Error, "syntax-error", "c", 5),
            (Severity::Error, "syntax-error", "a", 1),
            (Severity::Error, "syntax-error", "a", 2),
            (Severity::Warning, "wrong-type", "b", 3),
            (Severity::Advice, "syntax-error", "a", 0),
        ];
        let told = |findings: Vec<&Found>| {
            let told = findings.into_iter().map(|found| {
                let place = &found.location;
                (
                    found.severity,
                    found.rule.id,
                    place.path.to_string(),
                    place.start.offset,
                )
            });
            told.collect::<Vec<_>>()
        };
        let order =
            order.map(|(severity, rule, path, offset)| (severity, rule, path.to_owned(), offset));
        assert_eq!(told(worst_first(&findings)), order);
        assert_eq!(told(worst_first(findings.iter().rev())), order);
    }

    #[test]
    fn what_is_too_large_shrinks_in_few_rounds_and_says_so_of_what_is_kept() {
        let rounds = Cell::new(0);
        let render = |kept: usize| {
            rounds.set(rounds.get() + 1);
            Ok(vec![b'x'; 50 + 10 * kept])
        };
        let size = |bytes: &[u8]| Ok(bytes.len() as u64);
        assert_eq!(within(1_000, 95, size, render).unwrap().len(), 1_000);
        assert_eq!(rounds.replace(0), 1, "what fits is rendered once");
        let cut = within(1_000, 1_000_000, size, render).unwrap().len();
        assert!((800..=1_000).contains(&cut), "{cut}");
        assert!(rounds.get() <= 3, "{} rounds", rounds.get());
        let render = |_| Ok(vec![b'x'; 2_000]);
        assert_eq!(within(1_000, 7, size, render).unwrap().len(), 2_000);
    }

    #[test]
    fn the_size_as_gzip_is_that_of_a_text_that_unpacks() {
        let text = "missionlint ".repeat(10_000).into_bytes();
        let mut encoder =
            flate2::read::GzEncoder::new(text.as_slice(), flate2::Compression::fast());
        let mut packed = Vec::new();
        encoder.read_to_end(&mut packed).unwrap();
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice())
            .read_to_end(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
        assert_eq!(gzip_size(&text).unwrap(), packed.len() as u64);
    }
}
