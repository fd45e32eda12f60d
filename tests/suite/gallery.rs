//! A small mission with a finding of every look.

use std::fmt::Write as _;

/// What a terminal would obey, what hides text and what reorders it: a colour, a link (OSC 8), a bell, a carriage
/// return, a C1 control, bidirectional marks, a zero-width space, a tag character.
pub(crate) const HOSTILE: &str =
    "\u{1b}[31m\u{1b}]8;;http://example.org\u{7}\r\u{9b}2J\u{202e}\u{2066}\u{200b}\u{e0041}";

/// Paths and contents.
pub(crate) fn documents() -> Vec<(String, Vec<u8>)> {
    let mut documents = vec![
        ("xyz/mission.json".to_owned(), MISSION.to_owned()),
        ("xyz/people.json".to_owned(), PEOPLE.to_owned()),
        ("xyz/more-people.json".to_owned(), MORE_PEOPLE.to_owned()),
        ("xyz/platforms.json".to_owned(), PLATFORM.to_owned()),
        ("xyz/meetings/draft.json".to_owned(), DRAFT.to_owned()),
        ("xyz/meetings/long.ndjson".to_owned(), long_line()),
        ("xyz/meetings/many.ndjson".to_owned(), many()),
        ("xyz/empty.json".to_owned(), "\n\n".to_owned()),
        ("abc/mission.json".to_owned(), OTHER_MISSION.to_owned()),
        ("abc/people.json".to_owned(), OTHER_PEOPLE.to_owned()),
        ("abc/security.json".to_owned(), SECURITY.to_owned()),
        ("contacts.json".to_owned(), format!("\u{feff}{CONTACT}")),
    ];
    documents.push((format!("xyz/{HOSTILE}.json"), hostile()));
    documents
        .into_iter()
        .map(|(path, text)| (path, text.into_bytes()))
        .collect()
}

/// A wrong country, twice on the page: once for itself, once as an obstacle.
const MISSION: &str = r#"{
  "kind": "mission",
  "id": "xyz",
  "mission": "xyz",
  "name": "Mission d’essai",
  "countries": ["MLX"],
  "regional_office": [{ "office": "ro-dakar", "from": "2020-01-01" }],
  "offices": [{ "id": "bko", "place": "Bamako", "pcode": "ML09", "from": "2020-01-01" }],
  "phase": [{ "value": "protratced", "from": "2020-01-01" }],
  "context_model": [{ "value": "cluster", "from": "2020-01-01" }]
}
"#;

/// Tabs, wide characters, accents in front of the mark; two places on one line; a misspelt key.
const PEOPLE: &str = "[
\t{ \"kind\": \"person\", \"id\": \"P-1\", \"mission\": \"xyz\",\t\"note\": \"日本語テスト\", \"assignments\": [
\t\t{ \"role\": \"chief-of-mission\", \"kind\": \"staff\", \"duty_station\": \"bko\", \"from\": \"2024-01-01\" }
\t] },
  { \"kind\": \"person\", \"id\": \"P-2\", \"mission\": \"xyz\", \"note\": \"à l’été\", \"assignments\": [
    { \"role\": \"programme-officer\", \"kind\": \"staff\",\t\"duty_station\": \"gao\", \"note\": \"東京\",\t\"from\": \"2024-13-01\" }
  ] },
  { \"kind\": \"person\", \"id\": \"P-3\", \"mission\": \"xyz\", \"id\": \"P-3\", \"assignment\": [
    { \"role\": \"programme-officer\", \"kind\": \"staff\", \"duty_station\": \"bko\", \"from\": \"2024-01-01\" }
  ] },
  { \"kind\": \"person\", \"id\": \"P-4\", \"mission\": \"xyz\", \"assignments\": [
    { \"role\": \"dtm-officer\", \"kind\": \"staff\", \"duty_station\": \"bko\", \"from\": \"2024-01-01\", \"to\": \"2023-12-31\" }
  ] }
]
";

/// The same id as in another file.
const MORE_PEOPLE: &str = r#"{ "kind": "person", "id": "P-2", "mission": "xyz", "assignments": [
    { "role": "finance-officer", "kind": "staff", "duty_station": "bko", "from": "2024-01-01" }] }
"#;

const PLATFORM: &str = r#"{
  "mission": "xyz",
  "kind": "platform",
  "id": "gen",
  "types": ["general-coordination"],
  "level": "national",
  "status": [{ "value": "active", "from": "2020-01-01" }]
}
"#;

const OTHER_MISSION: &str = r#"{
  "kind": "mission",
  "id": "abc",
  "mission": "abc",
  "name": "Another mission",
  "countries": ["SSD"],
  "regional_office": [{ "office": "ro-nairobi", "from": "2020-01-01" }],
  "offices": [{ "id": "jub", "place": "Juba", "from": "2020-01-01" }],
  "phase": [{ "value": "protracted", "from": "2020-01-01" }],
  "context_model": [{ "value": "cluster", "from": "2020-01-01" }]
}
"#;

const OTHER_PEOPLE: &str = r#"[
  {
    "kind": "person", "id": "P-1", "mission": "abc",
    "assignments": [
      { "role": "chief-of-mission", "kind": "staff", "duty_station": "jub", "from": "2024-01-01" }
    ]
  },
  {
    "kind": "person", "id": "P-2", "mission": "abc",
    "assignments": [
      { "role": "field-security-officer", "kind": "staff", "duty_station": "jub", "from": "2024-01-01" }
    ]
  }
]
"#;

/// A restricted team and a meeting of it without the chief: three files, masked, with a cause and a policy.
const SECURITY: &str = r#"{
  "mission": "abc",
  "records": [
    {
      "kind": "platform",
      "id": "smt",
      "classification": "restricted",
      "types": ["smt"],
      "level": "national",
      "status": [{ "value": "active", "from": "2020-01-01" }]
    },
    {
      "kind": "meeting",
      "id": "M-1",
      "platform": "smt",
      "start": "2025-03-05T09:00:00Z",
      "status": "held",
      "mode": "in-person",
      "attendance": [
        { "person": "P-1", "capacity": "member", "presence": "absent" },
        { "person": "P-2", "capacity": "observer", "presence": "present" }
      ],
      "note": "secret"
    }
  ]
}
"#;

/// No JSON: two places in one frame, and everything is blocked.
const DRAFT: &str = r#"{ "kind": "meeting", "id": "M-2", "mission": "xyz",
  "attendance": [{ "person": "P-1", "capacity": "member", "presence": "present", }]
}
"#;

const CONTACT: &str = r#"{ "kind": "contact", "id": "C-1", "role": "regional-thematic-specialist", "unit": "DHRR",
  "office": "ro-dakar", "mailbox": "rts@example.org", "from": "2024-01-01" }
"#;

/// A document on one line, with a fault beyond column 65,535.
fn long_line() -> String {
    let row = r#"{"person":"P-1","capacity":"member","presence":"present"},"#;
    let start = r#"{"kind":"meeting","id":"M-3","mission":"xyz","platform":"gen","start":"2025-03-06T09:00:00Z","#;
    let rows = row.repeat(1_200);
    format!(
        "{start}\"status\":\"held\",\"mode\":\"remote\",\"attendance\":[{rows}{{\"person\":\"P-1\",\"capacity\":\"membre\",\"presence\":\"present\"}}]}}\n"
    )
}

/// Five meetings with one fault and thirty with another.
fn many() -> String {
    let mut lines = String::new();
    for number in 0..35 {
        let (status, mode) = if number < 5 {
            ("held", "online")
        } else {
            ("done", "remote")
        };
        let _ = writeln!(
            lines,
            r#"{{"kind":"meeting","id":"M-m-{number:02}","mission":"xyz","platform":"gen","start":"2025-02-06T09:00:00Z","status":"{status}","mode":"{mode}","attendance":[]}}"#
        );
    }
    lines
}

/// What a terminal must not get: as key, as value, as id, raw and escaped, in the excerpt and in the message.
fn hostile() -> String {
    let escaped: String = HOSTILE
        .encode_utf16()
        .fold(String::new(), |mut text, unit| {
            let _ = write!(text, "\\u{unit:04x}");
            text
        });
    // A raw control character would be a slip of its own; those beyond U+001F are allowed.
    let raw: String = HOSTILE
        .chars()
        .filter(|character| *character > '\u{1f}')
        .collect();
    format!(
        "[{{ \"kind\": \"vacancy\", \"id\": \"V-{escaped}\", \"mission\": \"xyz\", \"role\": \"{escaped}\", \"from\": \"{raw}\" }},
{{ \"kind\": \"{raw}{escaped}\", \"id\": \"V-2\", \"mission\": \"{escaped}{raw}\" }},
{{ \"kind\": \"vacancy\", \"id\": \"V-3\", \"mission\": \"xyz\", \"role\": \"other\", \"from\": \"2025-01-01\", \"{escaped}\": 1, \"{raw}\": 2 }}]
"
    )
}
