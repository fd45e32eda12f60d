//! Adding `[[allow]]` entries to a configuration, everything else of it left as it is.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::allow::AllowSetting;
use crate::calendar::Day;
use crate::finding::Phrase;

/// An entry to add: one rule at one value of one record.
#[derive(Debug, Clone, Copy)]
pub struct Exception<'d> {
    /// Id of the rule.
    pub rule: &'static str,
    /// Id of the mission.
    pub mission: &'d str,
    /// Kind of the record.
    pub kind: &'d str,
    /// Id of the record.
    pub id: &'d str,
    /// What of the record is meant; none = all.
    pub pointer: Option<&'d str>,
    /// Why it is accepted.
    pub reason: &'d str,
    /// Who answers for it.
    pub owner: Option<&'d str>,
    /// The last day it holds.
    pub expires: Option<Day>,
}

impl Exception<'_> {
    fn record(&self) -> String {
        format!("{}/{}", self.kind, self.id)
    }

    /// Whether an entry of the configuration accepts the same, for as long.
    pub fn is_among(&self, entries: &[AllowSetting]) -> bool {
        entries.iter().any(|entry| {
            let record = entry.record.as_ref();
            entry.rule == self.rule
                && entry.mission.as_deref().is_none_or(|id| id == self.mission)
                && entry.path.is_none()
                && record.is_some_and(|record| {
                    record.id == self.id && record.kind.as_deref().is_none_or(|it| it == self.kind)
                })
                && entry
                    .pointer
                    .as_deref()
                    .is_none_or(|pointer| Some(pointer) == self.pointer)
                && entry
                    .expires
                    .is_none_or(|last| self.expires.is_some_and(|wanted| wanted <= last))
        })
    }

    fn table(&self) -> Table {
        let mut table = Table::new();
        let texts = [
            ("rule", Some(self.rule.to_owned())),
            ("mission", Some(self.mission.to_owned())),
            ("record", Some(self.record())),
            ("pointer", self.pointer.map(str::to_owned)),
            ("reason", Some(self.reason.to_owned())),
            ("owner", self.owner.map(str::to_owned)),
            ("expires", self.expires.map(|day| day.to_string())),
        ];
        for (key, text) in texts {
            if let Some(text) = text {
                table.insert(key, value(text));
            }
        }
        table
    }
}

/// The entries as text, and the text of a configuration with them at its end.
pub fn with_exceptions(text: &str, added: &[Exception<'_>]) -> Result<(String, String), Phrase> {
    let unusable = || Phrase::new("allow-no-tables");
    let mut document: DocumentMut = text.parse().map_err(|_| unusable())?;
    let mut alone = ArrayOfTables::new();
    for entry in added {
        alone.push(entry.table());
    }
    let entries = document
        .entry("allow")
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let entries = entries.as_array_of_tables_mut().ok_or_else(unusable)?;
    for entry in added {
        entries.push(entry.table());
    }
    let mut shown = DocumentMut::new();
    shown.insert("allow", Item::ArrayOfTables(alone));
    Ok((shown.to_string(), document.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: Exception<'_> = Exception {
        rule: "wrong-type",
        mission: "mli",
        kind: "meeting",
        id: "M-1",
        pointer: Some("/attendance/0"),
        reason: "a \"quoted\" reason\u{1}",
        owner: None,
        expires: None,
    };

    #[test]
    fn what_is_there_stays_as_it_is() {
        let text = "# why\nas_of   = \"2025-03-31\"  # day\n\n[[allow]]\nrule = \"wrong-type\"\nmission = \"eth\"\nreason = 'r'\n\n[severity]\nwrong-type = \"warning\"\n";
        let (shown, changed) = with_exceptions(text, &[ENTRY]).unwrap();
        for line in text.lines() {
            assert!(changed.contains(line), "{line}\n{changed}");
        }
        let rules = [&crate::catalogue::builtin::WRONG_TYPE];
        let settings = super::super::parse(&changed, Box::leak(Box::new(rules))).unwrap();
        assert_eq!(settings.allow.len(), 2);
        assert!(ENTRY.is_among(&settings.allow));
        assert!(shown.starts_with(
            "[[allow]]\nrule = \"wrong-type\"\nmission = \"mli\"\nrecord = \"meeting/M-1\"\n"
        ));
    }

    #[test]
    fn an_entry_that_ends_earlier_is_not_the_same() {
        let rules = [&crate::catalogue::builtin::WRONG_TYPE];
        let day = crate::calendar::parse_day("2025-03-31");
        let (shown, _) = with_exceptions(
            "",
            &[Exception {
                expires: day,
                ..ENTRY
            }],
        )
        .unwrap();
        let settings = super::super::parse(&shown, Box::leak(Box::new(rules))).unwrap();
        assert!(!ENTRY.is_among(&settings.allow));
        assert!(
            Exception {
                expires: day,
                ..ENTRY
            }
            .is_among(&settings.allow)
        );
        let elsewhere = Exception {
            pointer: Some("/attendance/1"),
            expires: day,
            ..ENTRY
        };
        assert!(!elsewhere.is_among(&settings.allow));
    }

    #[test]
    fn a_list_in_one_value_is_not_touched() {
        assert!(with_exceptions("allow = []\n", &[ENTRY]).is_err());
    }
}
