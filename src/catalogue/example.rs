//! What the page of an entry shows instead of describing it.

/// Documents that an entry finds nothing in, and documents that it finds something in. They differ in one place, if
/// that can be. The page prints them, the tests check them.
#[derive(Debug, Clone, Copy)]
pub enum Example {
    /// Records by the record contract. Each text is a document: a record, a list of records, or an envelope.
    Records {
        /// The day of the run, `YYYY-MM-DD`.
        as_of: &'static str,
        /// The records that both of the others need; empty if there are none.
        given: &'static str,
        /// Nothing is found here.
        valid: &'static str,
        /// This is found.
        invalid: &'static str,
    },
    /// Records again, where neither the day nor other records matter.
    Documents {
        /// Nothing is found here.
        valid: &'static str,
        /// This is found.
        invalid: &'static str,
    },
    /// Values by a schema that the user brings.
    Values {
        /// The schema.
        schema: &'static str,
        /// Nothing is found here.
        valid: &'static str,
        /// This is found.
        invalid: &'static str,
    },
    /// Schemas that the user brings.
    Schemas {
        /// Nothing is found here.
        valid: &'static str,
        /// This is found.
        invalid: &'static str,
    },
    /// Texts of `missionlint.toml`.
    Settings {
        /// Nothing is found here.
        valid: &'static str,
        /// This is found.
        invalid: &'static str,
    },
    /// Texts of `missionlint.toml`, for runs on records.
    Exceptions {
        /// The day of the run, `YYYY-MM-DD`.
        as_of: &'static str,
        /// The records of the run.
        given: &'static str,
        /// Nothing is found here.
        valid: &'static str,
        /// This is found.
        invalid: &'static str,
    },
    /// No text shows it: it is about bytes that are no text, or about files that cannot be read.
    None,
}

/// A record that is as it should be.
pub(super) const VACANCY: &str = r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer", "from": "2025-02-01"}
"#;
