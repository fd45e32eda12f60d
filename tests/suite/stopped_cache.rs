//! What a run that was stopped has judged is not judged again.

use std::fmt::Write as _;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use missionlint::engine::{
    Cache, Content, Describe, Input, Means, Progress, Request, check_within,
};
use missionlint::report::Report;
use missionlint::schema::Contract;
use missionlint::source::Once;

use crate::cases;
use crate::scale::{input, told};

/// A mission of several kilobytes, in which something is found.
fn mission(number: usize) -> String {
    let mission = format!("m{number:03}");
    let mut text = format!(
        "{{\"kind\": \"mission\", \"id\": \"{mission}\", \"mission\": \"{mission}\", \"countries\": [\"MLI\"]}}\n"
    );
    for person in 0..8 {
        let _ = writeln!(
            text,
            "{{\"kind\": \"person\", \"mission\": \"{mission}\", \"id\": \"P-{person}\", \"assignments\": [], \"rank\": {person}}}"
        );
    }
    text
}

fn files(missions: usize) -> Vec<Input> {
    let numbers = 0..missions;
    numbers
        .map(|number| input(&format!("m{number:03}.ndjson"), mission(number)))
        .collect()
}

fn request() -> Request {
    Request {
        describe: Describe::Both,
        ..cases::request()
    }
}

fn means(memory: u64, before: &[u8]) -> Means {
    Means {
        memory,
        progress: Arc::new(Progress::default()),
        cache: Some(Arc::new(Cache::new(7, before.to_vec()))),
        ..Means::default()
    }
}

fn check(inputs: &[Input], means: &Means) -> Report {
    check_within(inputs.to_vec(), &request(), &Contract::default(), means)
}

fn left(means: &Means) -> Option<Vec<u8>> {
    let cache = means.cache.as_ref().unwrap();
    cache.after().map(<[u8]>::to_vec)
}

/// What a run leaves that is stopped when so many units are judged, and how many it has judged.
fn stopped(inputs: &[Input], memory: u64, before: &[u8], after: u64) -> (Vec<u8>, u64) {
    for _ in 0..50 {
        let means = Means {
            // Else nearly all is judged before judging begins.
            early: false,
            ..means(memory, before)
        };
        let progress = Arc::clone(&means.progress);
        let watching = std::thread::spawn(move || {
            while !progress.is_stopped() {
                let is_enough = progress.judged.load(Relaxed) >= after;
                progress.stop.store(is_enough, Relaxed);
                std::thread::yield_now();
            }
        });
        let report = check(inputs, &means);
        means.progress.stop.store(true, Relaxed);
        watching.join().unwrap();
        let judged = means.progress.judged.load(Relaxed);
        if !report.not_judged.is_empty() && judged > 0 {
            return (left(&means).unwrap(), judged);
        }
    }
    panic!("never stopped in the midst of judging");
}

fn plain(inputs: &[Input]) -> String {
    told(&check_within(
        inputs.to_vec(),
        &request(),
        &Contract::default(),
        &Means::default(),
    ))
}

/// Asserts that the next run gives what one without anything kept gives, and tells how much it had to judge.
fn assert_goes_on(inputs: &[Input], memory: u64, before: &[u8]) -> u64 {
    let means = means(memory, before);
    assert!(told(&check(inputs, &means)) == plain(inputs));
    means.progress.judged.load(Relaxed)
}

#[test]
fn the_next_run_goes_on_where_one_was_stopped() {
    let inputs = files(60);
    for memory in [4_000, u64::MAX] {
        let all = assert_goes_on(&inputs, memory, b"");
        let (first, judged) = stopped(&inputs, memory, b"", 3);
        assert_eq!(assert_goes_on(&inputs, memory, &first), all - judged);
        // Stopped again, it has come farther.
        let (second, more) = stopped(&inputs, memory, &first, 3);
        assert_eq!(
            assert_goes_on(&inputs, memory, &second),
            all - judged - more
        );
    }
}

#[test]
fn what_a_stopped_run_has_not_asked_for_is_kept() {
    let inputs = files(60);
    let whole = means(u64::MAX, b"");
    check(&inputs, &whole);
    let whole = left(&whole).unwrap();
    let mut changed = inputs.clone();
    let text = mission(7).replace("\"rank\": 3", "\"rank\": 33");
    changed[7] = input("m007.ndjson", text);
    // Stopped while it reads, before it asks for any mission.
    let means = means(u64::MAX, &whole);
    means.progress.stop.store(true, Relaxed);
    check(&changed, &means);
    assert_eq!(left(&means), None, "nothing is new");
    let (after, _) = stopped(&files(80), u64::MAX, &whole, 3);
    assert_eq!(assert_goes_on(&changed, u64::MAX, &after), 1);
    // What nobody needs any more goes with the next run that comes to its end.
    let next = self::means(u64::MAX, &after);
    check(&inputs, &next);
    assert_eq!(left(&next), Some(whole));
}

/// A file that presses Ctrl-C when it is read.
struct Pressing(Arc<Progress>);

impl Read for Pressing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.stop.store(true, Relaxed);
        Ok(0)
    }
}

/// What was judged while other files were still to be read.
#[test]
fn what_was_judged_early_is_kept_though_reading_was_stopped() {
    let missions = 60;
    let mut inputs = files(missions);
    let memory = 4_000;
    let all = assert_goes_on(&inputs, memory, b"");
    let before = means(memory, b"");
    let progress = Arc::clone(&before.progress);
    let whole = inputs.clone();
    inputs[missions - 1].content = Content::Once(Once::new(Pressing(progress)));
    let report = check(&inputs, &before);
    assert_eq!(report.faults.len(), 1);
    assert!(report.findings.is_empty(), "nothing is certain yet");
    assert!(!report.not_judged.is_empty() && report.counts.is_empty());
    let kept = left(&before).unwrap();
    let judged = assert_goes_on(&whole, memory, &kept);
    assert!(judged < all / 2, "{judged} of {all}");
}
