//! Missions that a text names, whatever it is.

use std::collections::BTreeSet;

/// Values of `"mission"` in a text that may be no JSON.
pub(in crate::engine) fn missions_named_in(text: &str) -> BTreeSet<&str> {
    let after_key = text.split("\"mission\"").skip(1);
    after_key
        .filter_map(|rest| {
            let value = rest
                .trim_start()
                .strip_prefix(':')?
                .trim_start()
                .strip_prefix('"')?;
            let id = &value[..value.find(['"', '\n', '\\'])?];
            (!id.is_empty()
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
            .then_some(id)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::missions_named_in;

    #[test]
    fn missions_are_read_from_broken_text() {
        let named = missions_named_in(
            "{\"mission\" : \"mli\", {\"mission\":\"eth\" \"mission\": 3, \"mission\":\"a b\"",
        );
        assert_eq!(named.into_iter().collect::<Vec<_>>(), ["eth", "mli"]);
    }
}
