//! Tests of `missionlint-tape` through its public interface.
//!
//! A harness of its own, because the conformance suites are no part of the project: where they are absent their
//! tests are reported as ignored, by name, instead of passing without having run.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

mod branches;
mod differential;
mod fuzzed;
mod json_test_suite;
mod lookups;
mod mended;
mod mutated;
mod recovery;
mod schema_test_suite;
mod schemas;
mod sizes;
mod slips;
mod suites;
mod texts;
mod violations;

use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let modules = [
        branches::trials(),
        differential::trials(),
        fuzzed::trials(),
        json_test_suite::trials(),
        lookups::trials(),
        mended::trials(),
        mutated::trials(),
        recovery::trials(),
        schema_test_suite::trials(),
        sizes::trials(),
        slips::trials(),
        texts::trials(),
        violations::trials(),
    ];
    libtest_mimic::run(&arguments, modules.into_iter().flatten().collect()).exit();
}

/// A test that fails by panicking.
fn trial(name: &str, test: fn()) -> Trial {
    Trial::test(name, move || {
        test();
        Ok(())
    })
}

/// Fails with every complaint, or passes where there is none.
fn verdict(complaints: &[String]) -> Result<(), Failed> {
    if complaints.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{} disagreements:\n{}",
        complaints.len(),
        complaints.join("\n")
    )
    .into())
}
