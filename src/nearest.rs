//! Did you mean: the closest of some words.

/// The option closest to `found`, if it is close enough to be what was meant: an edit or two for short words, up to a
/// third of the letters for long ones. Case counts only between options that are equally close; then ties go to the first
/// in the alphabet.
pub fn nearest<'o>(found: &str, options: impl IntoIterator<Item = &'o str>) -> Option<&'o str> {
    let letters = found.chars().count();
    let limit = (letters / 3).clamp(1, 3);
    let scored = options
        .into_iter()
        .filter(|option| option.chars().count().abs_diff(letters) <= limit);
    scored
        .map(|option| {
            let distance =
                strsim::damerau_levenshtein(&found.to_lowercase(), &option.to_lowercase());
            let as_written = strsim::damerau_levenshtein(found, option);
            (distance, as_written, option)
        })
        // With no letter in common nothing is left of the word.
        .filter(|(distance, _, option)| {
            *distance <= limit && *distance < letters.max(option.chars().count())
        })
        .min()
        .map(|(.., option)| option)
}

#[cfg(test)]
mod tests {
    use super::nearest;

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
}
