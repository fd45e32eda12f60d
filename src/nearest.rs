//! Did you mean: the closest of some words.

use std::borrow::Cow;

/// The option closest to `found`, if it is close enough to be what was meant: an edit or two for short words, up to a
/// third of the letters for long ones. Case counts only between options that are equally close; then ties go to the first
/// in the alphabet.
pub fn nearest<'o>(found: &str, options: impl IntoIterator<Item = &'o str>) -> Option<&'o str> {
    let letters = found.chars().count();
    let limit = (letters / 3).clamp(1, 3);
    let lowercase = lowercase(found);
    let written = Letters::of(&lowercase);
    let scored = options.into_iter().filter_map(|option| {
        let length = option.chars().count();
        if length.abs_diff(letters) > limit {
            return None;
        }
        let option_lowercase = self::lowercase(option);
        // Nearly all options are far off, which is quicker to see than to measure.
        if written.least_edits(Letters::of(&option_lowercase)) > limit {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&lowercase, &option_lowercase);
        // With no letter in common nothing is left of the word.
        (distance <= limit && distance < letters.max(length)).then_some((distance, option))
    });
    let scored: Vec<(usize, &str)> = scored.collect();
    let least = scored.iter().map(|(distance, _)| *distance).min()?;
    let closest = scored
        .into_iter()
        .filter(|(distance, _)| *distance == least);
    closest
        .map(|(_, option)| option)
        .min_by_key(|option| (strsim::damerau_levenshtein(found, option), *option))
}

fn lowercase(word: &str) -> Cow<'_, str> {
    let is_lowercase = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.bytes().all(is_lowercase) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// Which letters a word has, 64 kinds of them told apart.
#[derive(Clone, Copy)]
struct Letters(u64);

impl Letters {
    fn of(word: &str) -> Self {
        let kinds = word
            .chars()
            .map(|letter| 1 << (u32::from(letter) % u64::BITS));
        Self(kinds.fold(0, |letters, kind| letters | kind))
    }

    /// So many edits at least lead from one word to the other: each puts in, or takes away, one kind of letter at most.
    fn least_edits(self, other: Self) -> usize {
        let lacking = (other.0 & !self.0).count_ones();
        let surplus = (self.0 & !other.0).count_ones();
        lacking.max(surplus) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::{Letters, nearest};

    #[test]
    fn close_words_only() {
        assert_eq!(
            nearest("presense", ["presence", "person"]),
            Some("presence")
        );
        assert_eq!(nearest("Present", ["present", "absent"]), Some("present"));
        assert_eq!(nearest("kind", ["mission", "id"]), None);
        assert_eq!(nearest("x", ["a"]), None);
        assert_eq!(nearest("", ["a"]), None);
        assert_eq!(nearest("ids", ["id"]), Some("id"));
        assert_eq!(nearest("htc", ["HCT", "hct"]), Some("hct"));
        assert_eq!(nearest("HTC", ["HCT", "hct"]), Some("HCT"));
    }

    #[test]
    fn letters_never_tell_more_edits_than_there_are() {
        let words = [
            "", "a", "b", "ab", "ba", "aa", "A", "é", "ab-é", "presence", "presense", "\u{161}a",
            "!a", "日本",
        ];
        for one in words {
            for other in words {
                let edits = strsim::damerau_levenshtein(one, other);
                let least = Letters::of(one).least_edits(Letters::of(other));
                assert!(least <= edits, "{one} {other}: {least} of {edits}");
            }
        }
        assert_eq!(Letters::of("abc").least_edits(Letters::of("xbyz")), 3);
    }
}
