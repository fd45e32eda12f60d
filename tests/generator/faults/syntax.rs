//! Files that are not JSON.

use crate::generator::draft::{Annex, Draft};
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;

/// Slips that leave no doubt about what is wrong and where: what stands before the slip, the slip, what follows it.
const SLIPS: [(&str, &str, &str); 6] = [
    // A comma before the closing brace.
    ("\"reached\"", ",", "\n}\n"),
    ("", "'reached'", "\n}\n"),
    ("", "reached", "\n}\n"),
    ("", "NaN", "\n}\n"),
    ("", "0123", "\n}\n"),
    (
        "\"reached\", ",
        "// checked by phone",
        "\n  \"next_step\": \"Appel prévu\"\n}\n",
    ),
];

/// The beginning of a contact-log, up to the value of `outcome`.
fn log(draft: &Draft, rng: &mut Rng) -> String {
    let number = draft.annexes.len() + 1;
    format!(
        "{{\n  \"kind\": \"contact-log\",\n  \"id\": \"C-x{number}\",\n  \"mission\": \"{}\",\n  \"platform\": \"omt\",\n  \
         \"date\": \"{}\",\n  \"with\": {{ \"org\": \"UNFPA\" }},\n  \"by\": \"P-01\",\n  \"outcome\": ",
        draft.plan.id,
        AS_OF.plus(-rng.range(3, 30)),
    )
}

/// A mission has so many of these files at most.
const AT_MOST: usize = 3;

/// `syntax-error`, in a file of its own that names the mission.
pub(super) fn broken_file(draft: &mut Draft, rng: &mut Rng) -> bool {
    if draft.annexes.len() >= AT_MOST {
        return false;
    }
    let (value, slip, after) = *rng.pick(&SLIPS);
    let before = format!("{}{value}", log(draft, rng));
    draft.annexes.push(Annex {
        before,
        marked: slip.into(),
        after: after.to_owned(),
        rule: "syntax-error",
        severity: "error",
        // Commas and comments are in the record, but in none of its values.
        pointer: if value.is_empty() { "/outcome" } else { "" },
        records: 1,
    });
    true
}

/// `not-utf8` and `byte-order-mark`: files that other programs saved in their own way.
pub(super) fn encoding(draft: &mut Draft, rng: &mut Rng) -> bool {
    if draft.annexes.len() >= AT_MOST {
        return false;
    }
    let log = log(draft, rng);
    let annex = if rng.chance(50) {
        Annex {
            before: format!("{log}\"reached\",\n  \"next_step\": \"Appel pr"),
            // é in Latin-1.
            marked: vec![0xE9],
            after: "vu\"\n}\n".to_owned(),
            rule: "not-utf8",
            severity: "error",
            pointer: "/next_step",
            records: 1,
        }
    } else {
        Annex {
            before: String::new(),
            marked: "\u{feff}".into(),
            after: format!("{log}\"reached\"\n}}\n"),
            rule: "byte-order-mark",
            severity: "warning",
            pointer: "",
            records: 1,
        }
    };
    draft.annexes.push(annex);
    true
}

/// Of a list of records: what one of them lacks, or that it is none. Before the slip, the slip, what follows it; the
/// rule, the place and whether a record is there.
struct Misfit {
    before: &'static str,
    marked: &'static str,
    after: &'static str,
    rule: &'static str,
    pointer: &'static str,
    records: usize,
}

const REST: &str = "\"role\": \"dtm-officer\", \"from\": \"2026-09-01\"}]\n";

const MISFITS: [Misfit; 5] = [
    Misfit {
        before: "",
        marked: "\"V-x9\"",
        after: "]\n",
        rule: "not-a-record",
        pointer: "/1",
        records: 0,
    },
    Misfit {
        before: "",
        marked: "{",
        after: "\"id\": \"V-x9\", \"mission\": \"MISSION\", REST",
        rule: "missing-kind",
        pointer: "/1",
        records: 1,
    },
    Misfit {
        before: "{\"kind\": ",
        marked: "\"vacant-post\"",
        after: ", \"id\": \"V-x9\", \"mission\": \"MISSION\", REST",
        rule: "unknown-kind",
        pointer: "/1/kind",
        records: 1,
    },
    Misfit {
        before: "",
        marked: "{",
        after: "\"kind\": \"vacancy\", \"id\": \"V-x9\", REST",
        rule: "missing-mission",
        pointer: "/1",
        records: 1,
    },
    Misfit {
        before: "{\"$schema\": ",
        marked: "\"../schemas/person.schema.json\"",
        after: ", \"kind\": \"vacancy\", \"id\": \"V-x9\", \"mission\": \"MISSION\", REST",
        rule: "schema-kind-conflict",
        pointer: "/1/$schema",
        records: 1,
    },
];

/// `not-a-record`, `missing-kind`, `unknown-kind`, `missing-mission` and `schema-kind-conflict`, after a vacancy that is
/// in order.
pub(super) fn misfit(draft: &mut Draft, rng: &mut Rng) -> bool {
    // Ids would not be unique in two such files.
    if draft.annexes.len() >= AT_MOST || !draft.claim(&["misfit".to_owned()]) {
        return false;
    }
    let misfit = rng.pick(&MISFITS);
    let mission = draft.plan.id.clone();
    draft.annexes.push(Annex {
        before: format!(
            "[{{\"kind\": \"vacancy\", \"id\": \"V-x8\", \"mission\": \"{mission}\", \"confirmed\": \"{}\", {}",
            AS_OF.plus(-9),
            REST.replace("]\n", &format!(",\n {}", misfit.before)),
        ),
        marked: misfit.marked.into(),
        after: misfit
            .after
            .replace("REST", REST)
            .replace("MISSION", &mission),
        rule: misfit.rule,
        severity: "error",
        pointer: misfit.pointer,
        records: 1 + misfit.records,
    });
    true
}
