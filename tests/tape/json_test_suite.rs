//! `JSONTestSuite`: what RFC 8259 accepts (`y_`), rejects (`n_`) and leaves open (`i_`).

use std::path::Path;

use libtest_mimic::{Failed, Trial};
use missionlint_tape::{Slip, SyntaxError, Tree};

use crate::{suites, verdict};

pub(crate) const FOLDER: &str = "json-test-suite/test_parsing";

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        suites::trial("json_test_suite::valid_texts_are_accepted", FOLDER, valid),
        suites::trial(
            "json_test_suite::invalid_texts_are_rejected_at_a_place",
            FOLDER,
            invalid,
        ),
        suites::trial("json_test_suite::open_cases_are_decided", FOLDER, open),
    ]
}

/// What becomes of a text whose acceptance the RFC leaves to the parser.
#[derive(Debug, PartialEq)]
enum Decision {
    Accepted,
    /// Refused before the parser sees it.
    NotUtf8,
    Rejected(Slip),
}

/// Numbers are kept as text, so none is out of range. Half a surrogate pair is no character, so no string holds it.
/// A byte-order mark is for the reader of the file to strip. Nesting has a limit.
const OPEN: [(&str, Decision); 35] = [
    ("i_number_double_huge_neg_exp", Decision::Accepted),
    ("i_number_huge_exp", Decision::Accepted),
    ("i_number_neg_int_huge_exp", Decision::Accepted),
    ("i_number_pos_double_huge_exp", Decision::Accepted),
    ("i_number_real_neg_overflow", Decision::Accepted),
    ("i_number_real_pos_overflow", Decision::Accepted),
    ("i_number_real_underflow", Decision::Accepted),
    ("i_number_too_big_neg_int", Decision::Accepted),
    ("i_number_too_big_pos_int", Decision::Accepted),
    ("i_number_very_big_negative_int", Decision::Accepted),
    (
        "i_object_key_lone_2nd_surrogate",
        Decision::Rejected(Slip::LoneSurrogate),
    ),
    (
        "i_string_1st_surrogate_but_2nd_missing",
        Decision::Rejected(Slip::LoneSurrogate),
    ),
    (
        "i_string_1st_valid_surrogate_2nd_invalid",
        Decision::Rejected(Slip::LoneSurrogate),
    ),
    ("i_string_UTF-16LE_with_BOM", Decision::NotUtf8),
    ("i_string_UTF-8_invalid_sequence", Decision::NotUtf8),
    ("i_string_UTF8_surrogate_U+D800", Decision::NotUtf8),
    (
        "i_string_incomplete_surrogate_and_escape_valid",
        Decision::Rejected(Slip::LoneSurrogate),
    ),
    (
        "i_string_incomplete_surrogate_pair",
        Decision::Rejected(Slip::LoneSurrogate),
    ),
    (
        "i_string_incomplete_surrogates_escape_valid",
        Decision::Rejected(Slip::LoneSurrogate),
    ),
    (
        "i_string_invalid_lonely_surrogate",
        Decision::Rejected(Slip::LoneSurrogate),
    ),
    (
        "i_string_invalid_surrogate",
        Decision::Rejected(Slip::LoneSurrogate),
    ),
    ("i_string_invalid_utf-8", Decision::NotUtf8),
    (
        "i_string_inverted_surrogates_U+1D11E",
        Decision::Rejected(Slip::LoneSurrogate),
    ),
    ("i_string_iso_latin_1", Decision::NotUtf8),
    (
        "i_string_lone_second_surrogate",
        Decision::Rejected(Slip::LoneSurrogate),
    ),
    ("i_string_lone_utf8_continuation_byte", Decision::NotUtf8),
    ("i_string_not_in_unicode_range", Decision::NotUtf8),
    ("i_string_overlong_sequence_2_bytes", Decision::NotUtf8),
    ("i_string_overlong_sequence_6_bytes", Decision::NotUtf8),
    ("i_string_overlong_sequence_6_bytes_null", Decision::NotUtf8),
    ("i_string_truncated-utf-8", Decision::NotUtf8),
    ("i_string_utf16BE_no_BOM", Decision::NotUtf8),
    ("i_string_utf16LE_no_BOM", Decision::NotUtf8),
    (
        "i_structure_500_nested_arrays",
        Decision::Rejected(Slip::TooDeep),
    ),
    (
        "i_structure_UTF-8_BOM_empty_object",
        Decision::Rejected(Slip::OtherSpace),
    ),
];

fn valid(folder: &Path) -> Result<(), Failed> {
    let mut complaints = Vec::new();
    for (name, bytes) in texts(folder, "y_")? {
        match decide(bytes) {
            (_, Ok(())) => {}
            (_, Err(error)) => complaints.push(format!("{name}: {error:?}")),
        }
    }
    verdict(&complaints)
}

fn invalid(folder: &Path) -> Result<(), Failed> {
    let mut complaints = Vec::new();
    for (name, bytes) in texts(folder, "n_")? {
        match decide(bytes) {
            (_, Ok(())) => complaints.push(format!("{name}: accepted")),
            (_, Err(None)) => {}
            (text, Err(Some(error))) => {
                complaints.extend(misplaced(&text, error).map(|why| format!("{name}: {why}")));
            }
        }
    }
    verdict(&complaints)
}

fn open(folder: &Path) -> Result<(), Failed> {
    let mut complaints = Vec::new();
    let texts = texts(folder, "i_")?;
    for (name, bytes) in &texts {
        let found = match decide(bytes.clone()).1 {
            Ok(()) => Decision::Accepted,
            Err(None) => Decision::NotUtf8,
            Err(Some(error)) => Decision::Rejected(error.slip),
        };
        match OPEN.iter().find(|(decided, _)| decided == name) {
            None => complaints.push(format!("{name}: not decided, now {found:?}")),
            Some((_, decision)) if *decision != found => {
                complaints.push(format!("{name}: {found:?}, not {decision:?}"));
            }
            Some(_) => {}
        }
    }
    if texts.len() != OPEN.len() {
        complaints.push(format!(
            "{} files for {} decisions",
            texts.len(),
            OPEN.len()
        ));
    }
    verdict(&complaints)
}

/// The files of one class: name without extension, content.
pub(crate) fn texts(folder: &Path, class: &str) -> Result<Vec<(String, Vec<u8>)>, Failed> {
    let mut texts = Vec::new();
    for (name, path) in suites::json_files(folder)? {
        if name.starts_with(class) {
            texts.push((
                name.trim_end_matches(".json").to_owned(),
                std::fs::read(path)?,
            ));
        }
    }
    if texts.is_empty() {
        Err(format!("no {class} files").into())
    } else {
        Ok(texts)
    }
}

/// The text as far as it is one, and what the parser says; no error where it is none.
fn decide(bytes: Vec<u8>) -> (String, Result<(), Option<SyntaxError>>) {
    let Ok(text) = String::from_utf8(bytes) else {
        return (String::new(), Err(None));
    };
    let mut tree = Tree::new(text);
    let result = tree.parse_document().map(|_| ()).map_err(Some);
    (tree.text().to_owned(), result)
}

/// What is wrong with the place of an error, if anything.
pub(crate) fn misplaced(text: &str, error: SyntaxError) -> Option<String> {
    let sound = |start: u32, end: u32| text.get(start as usize..end as usize).is_some();
    let span = error.span;
    if !sound(span.start, span.end) {
        return Some(format!("{error:?} is not within the text"));
    }
    if span.start == span.end && (span.end as usize) < text.len() {
        return Some(format!("{error:?} is empty before the end"));
    }
    let opening = error.opening?;
    (!matches!(opening.slice(text), "[" | "{")).then(|| format!("{error:?} names no bracket"))
}
