//! Files that are not JSON.

use crate::generator::draft::{Broken, Draft};
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

/// `syntax-error`, in a file of its own that names the mission.
pub(super) fn broken_file(draft: &mut Draft, rng: &mut Rng) -> bool {
    let (value, slip, after) = *rng.pick(&SLIPS);
    // Commas and comments are in the record, but in none of its values.
    let pointer = if value.is_empty() { "/outcome" } else { "" };
    let number = draft.broken.len() + 1;
    let before = format!(
        "{{\n  \"kind\": \"contact-log\",\n  \"id\": \"C-x{number}\",\n  \"mission\": \"{}\",\n  \"platform\": \"omt\",\n  \
         \"date\": \"{}\",\n  \"with\": {{ \"org\": \"UNFPA\" }},\n  \"by\": \"P-01\",\n  \"outcome\": {value}",
        draft.plan.id,
        AS_OF.plus(-rng.range(3, 30)),
    );
    if number > 2 {
        return false;
    }
    draft.broken.push(Broken {
        before,
        slip,
        after,
        pointer,
    });
    true
}
