use crate::mission::Mission;
use std::collections::BTreeMap;

#[test]
fn planted_full() {
    let Ok(full) = std::env::var("MUT_FULL") else {
        return;
    };
    let step: usize = full.parse().unwrap();
    let mut total: BTreeMap<usize, usize> = BTreeMap::new();
    let mut per: BTreeMap<String, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut lines = Vec::new();
    for (name, oneline) in [
        ("people.json", false),
        ("meetings/2025-03.json", false),
        ("people.json", true),
    ] {
        let mission = Mission::clean();
        let text = mission.files[name].clone();
        let text = if oneline {
            serde_json::from_str::<serde_json::Value>(&text)
                .unwrap()
                .to_string()
        } else {
            text
        };
        let mut number = 0;
        for (at, sign) in text.match_indices(['{', '}', '[', ']', ',', ':', '"']) {
            let mut instead = vec![("delete", String::new()), ("double", sign.repeat(2))];
            if sign != "\"" {
                for o in ["{", "}", "[", "]", ")", "\"", ";"] {
                    if o != sign {
                        instead.push(("replace", o.to_owned()));
                    }
                }
            }
            for (how, new) in instead {
                number += 1;
                if number % step != 0 {
                    continue;
                }
                let mut m = mission.clone();
                m.files.insert(
                    name.to_owned(),
                    format!("{}{new}{}", &text[..at], &text[at + 1..]),
                );
                let report = m.check();
                let n = report.findings.len();
                *total.entry(n).or_default() += 1;
                *per.entry(format!("{how}{}", if sign == "\"" { " quote" } else { "" }))
                    .or_default()
                    .entry(n)
                    .or_default() += 1;
                if n > 2 {
                    let rules: BTreeMap<&str, usize> =
                        report.findings.iter().fold(BTreeMap::new(), |mut m, f| {
                            *m.entry(f.rule.id).or_default() += 1;
                            m
                        });
                    let mut from = at.saturating_sub(60);
                    while !text.is_char_boundary(from) {
                        from -= 1;
                    }
                    let mut to = (at + 40).min(text.len());
                    while !text.is_char_boundary(to) {
                        to -= 1;
                    }
                    lines.push((
                        n,
                        format!(
                            "{n:4} {name} {oneline} {at} {sign:?}->{new:?} {:?}«»{:?} {rules:?}",
                            &text[from..at],
                            &text[at..to]
                        ),
                    ));
                }
            }
        }
    }
    lines.sort_by(|a, b| b.0.cmp(&a.0));
    let mut out = format!("TOTAL {total:?}\n");
    for (h, m) in per {
        out += &format!("{h} {m:?}\n");
    }
    for (_, l) in lines {
        out += &l;
        out.push('\n');
    }
    std::fs::write("/tmp/engine-mut.txt", out).unwrap();
}
