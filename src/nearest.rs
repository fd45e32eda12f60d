//! Did you mean: the closest of some words.

/// The option closest to `found`, if it is close enough to be what was meant: an edit or two for short words, up to a
/// third of the letters for long ones. Case counts only between options that are equally close; then ties go to the first
/// in the alphabet.
pub fn nearest<'o>(found: &str, options: impl IntoIterator<Item = &'o str>) -> Option<&'o str> {
    let letters = found.chars().count();
    let limit = (letters / 3).clamp(1, 3);
    let lowercase = found.to_lowercase();
    let scored = options.into_iter().filter_map(|option| {
        let length = option.chars().count();
        if length.abs_diff(letters) > limit {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&lowercase, &option.to_lowercase());
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
