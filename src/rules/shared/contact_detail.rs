//! Addresses and telephone numbers in text.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use aho_corasick::packed::Searcher;
use memchr::{memchr_iter, memchr2};

use crate::calendar::parse_day;
use crate::reference;

/// How many digits a telephone number has.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

/// Words that announce a number without a `+`.
const ANNOUNCED: &[&str] = &[
    "tel",
    "tél",
    "telephone",
    "téléphone",
    "phone",
    "whatsapp",
    "mobile",
];

/// How many characters may stand between such a word and its number, as in `Tél. : 20`.
const NEAR: usize = 4;

/// Names of providers of mailboxes for anybody, as their domains begin.
const PROVIDERS: &[&str] = &[
    "gmail",
    "yahoo",
    "hotmail",
    "outlook",
    "live",
    "icloud",
    "proton",
    "protonmail",
    "gmx",
    "aol",
    "orange",
    "wanadoo",
];

/// Words that name a function, not a person.
const FUNCTIONS: &[&str] = &[
    "info", "office", "desk", "support", "team", "ops", "officer", "security", "unit",
];

/// How the words of [`ANNOUNCED`] begin, and the capital letter that is none of ASCII.
const BEGINNINGS: [&str; 6] = ["tel", "t\u{e9}l", "t\u{c9}l", "phone", "whatsapp", "mobile"];

/// Finds [`BEGINNINGS`] in letters of any case.
static ANNOUNCING: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let mut builder = AhoCorasick::builder();
    builder.ascii_case_insensitive(true).build(BEGINNINGS).ok()
});

/// Finds the first characters of [`BEGINNINGS`], much faster: few texts need to be searched for the words themselves.
/// None where the processor has no instructions for it.
static HINTS: LazyLock<Option<Searcher>> = LazyLock::new(|| Searcher::new(hints()));

/// The first three characters of [`BEGINNINGS`] in all their spellings.
fn hints() -> Vec<String> {
    let mut hints = Vec::new();
    for beginning in BEGINNINGS {
        // One bit for each character: whether it is a capital letter.
        for capitals in 0..8_u8 {
            let characters = beginning.chars().take(3).enumerate();
            let spelt = characters.map(|(at, character)| {
                if (capitals >> at) & 1 == 1 {
                    character.to_ascii_uppercase()
                } else {
                    character
                }
            });
            hints.push(spelt.collect());
        }
    }
    hints.sort_unstable();
    hints.dedup();
    hints
}

/// Whether a text, or a value as it is written, may hold any of what is looked for here: a quick look, for the many
/// that do not.
pub(in crate::rules) fn may_hold_any(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr2(b'@', b'\\', bytes).is_some()
        || memchr_iter(b'+', bytes).any(|at| is_number(&text[at + 1..]))
        || HINTS
            .as_ref()
            .is_none_or(|hints| hints.find(text).is_some())
            && ANNOUNCING.as_ref().is_none_or(|words| words.is_match(text))
}

/// Whether a text holds an address other than the functional mailboxes of units.
pub(in crate::rules) fn holds_mailbox(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
        let is_domain = |byte: &u8| byte.is_ascii_alphanumeric() || b".-".contains(byte);
        let before = text.as_bytes()[..at].iter().rev();
        let start = at - before.take_while(|byte| is_local(byte)).count();
        let behind = text.as_bytes()[at + 1..].iter();
        let end = at + 1 + behind.take_while(|byte| is_domain(byte)).count();
        let (Some(local), Some(domain)) = (text.get(start..at), text.get(at + 1..end)) else {
            return false;
        };
        let domain = domain.trim_end_matches(['.', '-']);
        let Some((name, top)) = domain.rsplit_once('.') else {
            return false;
        };
        let is_top = top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic());
        !local.is_empty()
            && !name.is_empty()
            && is_top
            && !is_functional(&format!("{local}@{domain}"))
    })
}

/// Whether an address is the mailbox of a unit.
pub(in crate::rules) fn is_functional(address: &str) -> bool {
    let mut mailboxes = reference::units()
        .iter()
        .filter_map(|unit| unit.mailbox.as_ref());
    mailboxes.any(|mailbox| mailbox.eq_ignore_ascii_case(address))
}

/// Whether an address is with a provider of mailboxes for anybody.
pub(in crate::rules) fn is_public(address: &str) -> bool {
    let domain = address.rsplit_once('@').map(|(_, domain)| domain);
    let name = domain.and_then(|domain| domain.split('.').next());
    name.is_some_and(|name| {
        PROVIDERS
            .iter()
            .any(|provider| provider.eq_ignore_ascii_case(name))
    })
}

/// Whether an address looks like the name of a person: two words, neither of which is a function or a place.
pub(in crate::rules) fn looks_personal(address: &str, is_place: impl Fn(&str) -> bool) -> bool {
    let local = address.split('@').next().unwrap_or_default();
    let mut words = local.split('.');
    let (Some(first), Some(last), None) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    [first, last].into_iter().all(|word| {
        word.chars().count() >= 2
            && word.chars().all(char::is_alphabetic)
            && !is_function(word)
            && !is_place(word)
    })
}

fn is_function(word: &str) -> bool {
    let same = |known: &str| known.eq_ignore_ascii_case(word);
    let part_of = |code: &str| code.split('-').any(same);
    let upper = word.to_ascii_uppercase();
    FUNCTIONS.iter().copied().any(same)
        || reference::role(&word.to_ascii_lowercase()).is_some()
        || reference::by_alpha2(&upper).is_some()
        || reference::by_alpha3(&upper).is_some()
        || reference::units().iter().any(|unit| part_of(&unit.code))
        || reference::support_offices()
            .iter()
            .any(|office| part_of(&office.id) || same(&office.city))
}

/// Whether a text holds a telephone number: an international one, or one that a word announces.
pub(in crate::rules) fn holds_telephone(text: &str) -> bool {
    let international = text
        .match_indices('+')
        .any(|(at, _)| is_number(&text[at + 1..]));
    international || holds_announced(text)
}

fn holds_announced(text: &str) -> bool {
    let lower = text.to_lowercase();
    ANNOUNCED.iter().any(|word| {
        lower.match_indices(word).any(|(at, _)| {
            let is_inside = lower[..at]
                .chars()
                .next_back()
                .is_some_and(char::is_alphabetic);
            let behind = &lower[at + word.len()..];
            let number = behind.trim_start_matches([' ', '\u{a0}', '.', ':', '=', ')']);
            let is_near = behind[..behind.len() - number.len()].chars().count() <= NEAR;
            !is_inside && is_near && number.starts_with(is_start) && is_number(number)
        })
    })
}

fn is_start(character: char) -> bool {
    character.is_ascii_digit() || character == '('
}

/// Whether a text begins with the digits of a number, with nothing but spaces, dots, hyphens and brackets between. The
/// digits of a day, such as in the name of a file, are none of a number.
fn is_number(text: &str) -> bool {
    let allowed = |character: &char| {
        character.is_ascii_digit() || matches!(character, ' ' | '\u{a0}' | '.' | '-' | '(' | ')')
    };
    let run = text.chars().take_while(allowed).map(char::len_utf8).sum();
    let (mut digits, mut rest) = (0, &text[..run]);
    while let Some(first) = rest.chars().next() {
        let behind = rest.trim_start_matches(|character: char| character.is_ascii_digit());
        let group = rest.len() - behind.len();
        rest = if is_day(rest) {
            &rest[DAY..]
        } else if group > 0 {
            digits += group;
            behind
        } else {
            &rest[first.len_utf8()..]
        };
    }
    DIGITS.contains(&digits)
}

/// Length of a day as it is written, `2026-04-04`.
const DAY: usize = 10;

/// Whether a text begins with a day and no further digit.
fn is_day(text: &str) -> bool {
    let goes_on = text.as_bytes().get(DAY).is_some_and(u8::is_ascii_digit);
    !goes_on && text.get(..DAY).is_some_and(|day| parse_day(day).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_of_units_are_no_personal_detail() {
        assert!(holds_mailbox("write to jean.exemple@example.org."));
        assert!(!holds_mailbox("write to DHRR@iom.int, or see @iom and a@b"));
        assert!(!holds_mailbox("https://example.org/@mission"));
        assert!(is_public("mission.mali@Yahoo.fr") && !is_public("mission@live-example.org"));
    }

    #[test]
    fn numbers_are_told_from_codes_and_dates() {
        assert!(holds_telephone("call +223 20 00 00 00"));
        assert!(holds_telephone("Tél. : 20-00-00-00") && holds_telephone("mobile (0)20.00.00.00"));
        assert!(!holds_telephone("hotel 20000000"));
        assert!(!holds_telephone(
            "XM-DAC-47066-ML10 +2 people, sites ML05 03 02 01 07"
        ));
        assert!(!holds_telephone(
            "minutes/mli/cl-tel-2026-04-04.pdf, tel 2026-04-04"
        ));
        assert!(!holds_telephone("the mobile team of 2024-03-05"));
        // An office that is called tel2, not a number.
        assert!(!holds_telephone("minutes/mli/sub-tel2-2026-04-22.pdf"));
        assert!(holds_telephone("tel2026-04-040") && holds_telephone("tel22320000000"));
        assert!(!holds_telephone("+1234567890123456"));
    }

    #[test]
    fn what_may_hold_something_is_looked_at() {
        for text in [
            "a@b",
            "+22320000000",
            "TEL",
            "Tél",
            "TÉL",
            "WhatsApp",
            "\\u0040",
        ] {
            assert!(may_hold_any(text), "{text}");
        }
        assert!(!may_hold_any(
            "nothing of that sort at 2026-04-04T10:30:00+01:00"
        ));
    }

    #[test]
    fn every_announcing_word_is_found_in_any_case() {
        for word in ANNOUNCED {
            assert!(
                may_hold_any(word) && may_hold_any(&word.to_uppercase()),
                "{word}"
            );
        }
    }

    #[test]
    fn functions_and_places_are_no_names() {
        let nowhere = |_: &str| false;
        assert!(looks_personal("jean.exemple@iom.int", nowhere));
        assert!(!looks_personal("info.mali@iom.int", nowhere));
        assert!(!looks_personal("dakar.reception@iom.int", nowhere));
        assert!(!looks_personal("bamako.reception@iom.int", |word| word == "bamako"));
        assert!(!looks_personal("jean.p.exemple@iom.int", nowhere));
        assert!(!looks_personal("missionmali@iom.int", nowhere));
    }
}
