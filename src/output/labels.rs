//! Texts behind their labels: a report of ten thousand findings has few labels.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::message::Messages;

/// What stands before and behind the text of each label so far; none where the text is not simply put in.
#[derive(Debug, Default)]
pub(super) struct Labels(RefCell<BTreeMap<String, Option<(String, String)>>>);

/// Stands for a text: a character that means nothing and may be shown.
const TEXT: char = '\u{e000}';

impl Labels {
    /// A text behind its label and a colon.
    pub(super) fn labelled(&self, label: &str, text: &str, messages: &Messages) -> String {
        let mut known = self.0.borrow_mut();
        if !known.contains_key(label) {
            let around = around(label, messages);
            known.insert(label.to_owned(), around);
        }
        match known.get(label) {
            Some(Some((before, after))) => [before, text, after].concat(),
            _ => said(label, text, messages),
        }
    }
}

fn said(label: &str, text: &str, messages: &Messages) -> String {
    let values = [("label", label.into()), ("text", text.to_owned().into())];
    messages.say("labelled", &values)
}

/// What stands around any text. Wording of one's own may make something else of each.
fn around(label: &str, messages: &Messages) -> Option<(String, String)> {
    if messages.has_wording() {
        return None;
    }
    let said = said(label, TEXT.encode_utf8(&mut [0; 4]), messages);
    let (before, after) = said.split_once(TEXT)?;
    (!after.contains(TEXT)).then(|| (before.to_owned(), after.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Language;

    #[test]
    fn texts_stand_behind_their_labels_as_they_are_said_one_by_one() {
        let texts = ["", "a b", "é: {x}", "\u{e000}", "two\nlines"];
        let labels = [
            "help",
            "\u{1b}[36mmore\u{1b}[0m",
            "",
            "\u{e000}",
            "a\u{e000}b",
        ];
        for language in Language::ALL {
            let messages = Messages::new(language);
            let kept = Labels::default();
            for (label, text) in labels
                .iter()
                .flat_map(|label| texts.map(|text| (label, text)))
            {
                let expected = said(label, text, &messages);
                assert_eq!(kept.labelled(label, text, &messages), expected, "{label}");
            }
            assert!(around("help", &messages).is_some());
        }
    }

    #[test]
    fn wording_of_ones_own_is_asked_each_time() {
        let wording =
            "labelled = { $text ->\n    [a] { $label }!\n   *[other] { $label } = { $text }\n }\n";
        let messages = Messages::new(Language::English);
        let messages = messages.with_wording(vec![(Language::English, wording.to_owned())]);
        let kept = Labels::default();
        assert_eq!(kept.labelled("x", "b", &messages), "x = b");
        assert_eq!(kept.labelled("x", "a", &messages), "x!");
    }
}
