//! A mission whose seats are with the wrong people and whose platforms are recorded wrongly, on records full of
//! canaries. Apart from [`crate::canaries::faulty`], where too much is unknown for rules on what is missing.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::canaries::{Canaries, document};
use crate::mission::Mission;

/// Makes the records of a kind.
type Records = fn(&mut Canaries) -> Vec<Value>;

/// The mission, restricted in the way of the canaries.
pub(crate) fn misplaced(made: &mut Canaries) -> Mission {
    let way = made.way;
    let id = format!("plc-{}", way.name());
    let kinds: [(&str, Records); 5] = [
        ("mission", |made| vec![mission(made)]),
        ("person", people),
        ("platform", platforms),
        ("representation", seats),
        ("designation", designations),
    ];
    let mut files = BTreeMap::new();
    for (kind, records) in kinds {
        let mut records = records(made.of(kind));
        if kind == "mission" {
            records[0]["id"] = json!(id);
        }
        let text = document(way, &id, kind, records, true);
        files.insert(format!("{id}/{kind}.json"), text);
    }
    Mission {
        files,
        settings: String::new(),
    }
}

fn mission(made: &mut Canaries) -> Value {
    json!({
        "id": "", "name": made.text(), "countries": ["MLI"], "note": made.text(),
        "regional_office": [{"office": "ro-dakar", "from": made.day(0)}],
        "offices": [{"id": "o-1", "place": made.text(), "from": made.day(0)}],
        "phase": [{"value": "protracted", "from": made.day(0)}],
        // Sectors for refugees beside clusters.
        "context_model": [{"value": "mixed", "from": made.day(0)}],
    })
}

fn people(made: &mut Canaries) -> Vec<Value> {
    let roles = [
        ("PX-1", "chief-of-mission"),
        ("PX-2", "programme-officer"),
        ("PX-3", "field-security-officer"),
        ("PX-4", "cluster-coordinator"),
        ("PX-5", "rapid-response-team-lead"),
        ("PX-6", "resource-management-officer"),
    ];
    let person = |(id, role): (&str, &str)| {
        json!({"id": id, "note": made.text(),
            "assignments": [{"role": role, "kind": "staff", "duty_station": "o-1", "from": made.day(0)}]})
    };
    roles.map(person).into()
}

fn platforms(made: &mut Canaries) -> Vec<Value> {
    let mut platform = |id: &str, kind: &str, is_chaired: bool, more: Value| {
        let mut platform = json!({"id": id, "types": [kind], "level": "national", "place": "o-1", "note": made.text(),
            "status": [{"value": "active", "reason": made.text(), "from": made.day(0)}]});
        if is_chaired {
            platform["chair"] =
                json!([{"org": made.text(), "role": made.code(), "from": made.day(1)}]);
        }
        for (key, value) in more.as_object().unwrap() {
            platform[key] = value.clone();
        }
        platform
    };
    vec![
        platform("smt", "smt", true, json!({})),
        platform("hct", "hct", true, json!({})),
        platform("iccg", "iccg", true, json!({})),
        platform("unct", "unct", true, json!({})),
        platform("pmt", "pmt", false, json!({"parents": ["hct"]})),
        platform("omt", "omt", false, json!({})),
        platform(
            "cl",
            "cluster",
            false,
            json!({"clusters": ["SHL"], "setting": "sector"}),
        ),
        platform("ehp", "HCT", false, json!({})),
    ]
}

fn seats(made: &mut Canaries) -> Vec<Value> {
    let seats = [
        ("R-1", "smt", "PX-3", "member"),
        ("R-2", "hct", "PX-2", "member"),
        ("R-3", "hct", "PX-5", "alternate"),
        ("R-4", "hct", "PX-4", "member"),
        ("R-5", "iccg", "PX-2", "member"),
        ("R-6", "unct", "PX-2", "member"),
        ("R-7", "pmt", "PX-2", "member"),
        ("R-8", "omt", "PX-2", "member"),
    ];
    let seat = |(id, platform, person, capacity): (&str, &str, &str, &str)| {
        json!({"id": id, "platform": platform, "person": person, "capacity": capacity, "basis": made.text(),
            "from": made.day(1), "note": made.text()})
    };
    seats.map(seat).into()
}

fn designations(made: &mut Canaries) -> Vec<Value> {
    vec![
        json!({"id": "D-1", "designation": "hct-alternate", "from_person": "PX-1", "to_person": "PX-5",
            "ground": "com-limited-experience", "from": made.day(0), "to": made.day(4), "note": made.text()}),
    ]
}
