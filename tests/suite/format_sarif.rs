//! SARIF: another implementation reads it, and it says what the JSON report says. `tests/conformance.rs` compares it with
//! the official schema.

use std::collections::BTreeMap;

use missionlint::catalogue::Severity;
use missionlint::output::Format;
use serde_json::{Value, json as value};
use serde_sarif::sarif;

use crate::cases::Case;
use crate::reports::{all, json, list, multiplied, text, written};
use crate::tool::Folder;

/// Results that GitHub takes, and those of them that it keeps.
const RESULTS: usize = 25_000;
const KEPT: usize = 5_000;

fn sarif(report: &missionlint::report::Report) -> Value {
    serde_json::from_str(&written(report, Format::Sarif)).unwrap()
}

/// A text of a message as readers show it: escapes undone, links as their text.
fn shown(message: &str) -> String {
    let mut shown = String::new();
    let mut rest = message.chars();
    while let Some(character) = rest.next() {
        match character {
            '\\' => shown.extend(rest.next()),
            other => shown.push(other),
        }
    }
    shown
}

/// The same where it may have placeholders.
fn unformatted(message: &str) -> String {
    (0..20).fold(shown(message), |text, number| {
        text.replace(&format!("{{{{{number}}}}}"), &format!("{{{number}}}"))
    })
}

/// Numbers of the links in a message, by the grammar of the standard.
fn links(message: &str) -> Vec<usize> {
    let mut links = Vec::new();
    let characters: Vec<char> = message.chars().collect();
    let mut open = false;
    let mut at = 0;
    while at < characters.len() {
        match characters[at] {
            '\\' => at += 1,
            '[' => open = true,
            ']' if open => {
                open = false;
                let target: String = characters[at + 1..]
                    .iter()
                    .take_while(|c| **c != ')')
                    .collect();
                links.extend(
                    target
                        .strip_prefix('(')
                        .and_then(|id| id.parse::<usize>().ok()),
                );
            }
            _ => {}
        }
        at += 1;
    }
    links
}

fn decoded(uri: &str) -> String {
    let uri = uri.strip_prefix("file://").unwrap_or(uri);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/-._~%".contains(c);
    assert!(uri.chars().all(is_plain), "{uri}");
    percent_encoding::percent_decode_str(uri)
        .decode_utf8()
        .unwrap()
        .into_owned()
}

/// A place of SARIF as the JSON report gives it.
fn place(location: &Value) -> Value {
    let region = &location["physicalLocation"]["region"];
    let start = region["byteOffset"].as_u64().unwrap();
    let artifact = &location["physicalLocation"]["artifactLocation"];
    value!({
        "path": decoded(text(&artifact["uri"])),
        "pointer": location["properties"]["pointer"],
        "record": location["properties"]["record"],
        "start": {"line": region["startLine"], "column": region["startColumn"], "offset": start},
        "end": {
            "line": region["endLine"],
            "column": region["endColumn"],
            "offset": start + region["byteLength"].as_u64().unwrap(),
        },
    })
}

/// A result as the JSON report gives it.
fn finding(run: &Value, result: &Value) -> Value {
    let rule = &run["tool"]["driver"]["rules"]
        [usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
    assert_eq!(rule["id"], result["ruleId"]);
    let properties = &result["properties"];
    let severity = match text(&result["level"]) {
        "note" => "advice",
        other => other,
    };
    assert_eq!(properties["severity"], severity);
    let related = list(&result["relatedLocations"]).iter().map(|related| {
        value!({"message": unformatted(text(&related["message"]["text"])), "location": place(related)})
    });
    let fix = list(&result["fixes"]).first().map_or(Value::Null, |fix| {
        let edits = list(&fix["artifactChanges"]).iter().flat_map(|change| {
            list(&change["replacements"]).iter().map(|replacement| {
                let location = value!({"physicalLocation": {
                    "artifactLocation": change["artifactLocation"],
                    "region": replacement["deletedRegion"],
                }});
                let place = place(&location);
                value!({
                    "path": place["path"], "start": place["start"], "end": place["end"],
                    "text": replacement["insertedContent"]["text"],
                })
            })
        });
        value!({"safety": fix["properties"]["safety"], "edits": edits.collect::<Vec<_>>()})
    });
    let suppressed = list(&result["suppressions"])
        .first()
        .map_or(Value::Null, |suppression| {
            assert_eq!(suppression["kind"], "external");
            assert_eq!(
                suppression["justification"],
                suppression["properties"]["reason"]
            );
            suppression["properties"].clone()
        });
    let message = text(&result["message"]["text"]);
    value!({
        "rule": result["ruleId"],
        "severity": severity,
        "message": unformatted(message.lines().next().unwrap_or("")),
        "help": properties["help"],
        "mission": properties["mission"],
        "location": place(&result["locations"][0]),
        "related": related.collect::<Vec<_>>(),
        "evidence": properties["evidence"],
        "because": properties["because"],
        "fix": fix,
        "policy": properties["policy"],
        "help_url": rule["helpUri"],
        "fingerprint": result["partialFingerprints"]["missionlint/v1"],
        "suppressed": suppressed,
    })
}

fn by_fingerprint(findings: impl IntoIterator<Item = Value>) -> BTreeMap<String, Value> {
    let findings = findings.into_iter();
    findings
        .map(|finding| (text(&finding["fingerprint"]).to_owned(), finding))
        .collect()
}

#[test]
fn results_are_the_findings_of_the_json_report() {
    for Case { name, report } in all() {
        let (sarif, json) = (sarif(report), json(report));
        let run = &sarif["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        assert_eq!(run["language"], "en");
        let results = list(&run["results"]);
        let found = by_fingerprint(results.iter().map(|result| finding(run, result)));
        let expected = by_fingerprint(list(&json["findings"]).to_vec());
        assert_eq!(results.len(), expected.len(), "{name}");
        for (fingerprint, expected) in &expected {
            assert_eq!(found.get(fingerprint), Some(expected), "{name}");
        }
        for result in results {
            let related = list(&result["relatedLocations"]);
            let ids: Vec<u64> = related
                .iter()
                .map(|place| place["id"].as_u64().unwrap())
                .collect();
            assert!(
                ids.iter().copied().eq(1..=ids.len() as u64),
                "{name}: {ids:?}"
            );
            let linked = links(text(&result["message"]["text"]));
            assert!(
                linked.into_iter().eq(1..=related.len().min(10)),
                "{name}: {result}"
            );
        }
        let weight =
            |result: &Value| match (list(&result["suppressions"]).len(), text(&result["level"])) {
                (0, "error") => 0,
                (0, "warning") => 1,
                (0, _) => 2,
                _ => 3,
            };
        assert!(
            results.iter().map(weight).is_sorted(),
            "{name}: the worst first"
        );
        assert_eq!(
            run["properties"]["not_checked"], json["not_checked"],
            "{name}"
        );
        assert_eq!(run["properties"]["run"], json["run"], "{name}");
        assert_eq!(run["properties"]["summary"], json["summary"], "{name}");
    }
}

#[test]
fn the_run_tells_its_faults_and_what_it_could_not_check() {
    for Case { name, report } in all() {
        let (sarif, json) = (sarif(report), json(report));
        let run = &sarif["runs"][0];
        let invocation = &run["invocations"][0];
        let faults = list(&json["faults"]);
        assert_eq!(
            invocation["executionSuccessful"],
            faults.is_empty(),
            "{name}"
        );
        let told = list(&invocation["toolExecutionNotifications"]);
        let of = |id: &'static str| {
            told.iter()
                .filter(move |told| told["descriptor"]["id"] == id)
        };
        for fault in faults {
            let mut same = of("cannot-read").filter(|told| {
                told["level"] == "error"
                    && text(&told["message"]["text"]).contains(text(&fault["reason"]))
            });
            let told = same.next().unwrap_or_else(|| panic!("{name}: {fault}"));
            let file = &told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
            assert_eq!(decoded(text(file)), text(&fault["subject"]));
        }
        let blocked: Vec<Value> = of("not-checked")
            .map(|told| {
                let rule = &told["associatedRule"];
                let index = usize::try_from(rule["index"].as_u64().unwrap()).unwrap();
                assert_eq!(run["tool"]["driver"]["rules"][index]["id"], rule["id"]);
                let places: Vec<Value> = list(&told["locations"]).iter().map(place).collect();
                value!([rule["id"], told["level"], places])
            })
            .collect();
        let expected = list(&json["not_checked"]).iter().map(|entry| {
            let level = match text(&entry["severity"]) {
                "advice" => "note",
                other => other,
            };
            value!([entry["rule"], level, entry["locations"]])
        });
        assert_eq!(blocked, expected.collect::<Vec<_>>(), "{name}");
        assert_eq!(of("left-out").count(), 0, "{name}");
    }
}

#[test]
fn all_rules_applied_are_described() {
    let case = &all()[0];
    let (sarif, json) = (sarif(&case.report), json(&case.report));
    let rules = list(&sarif["runs"][0]["tool"]["driver"]["rules"]);
    let ids: Vec<&str> = rules.iter().map(|rule| text(&rule["id"])).collect();
    let applied = list(&json["rules"]).iter().map(|rule| text(&rule["rule"]));
    assert!(applied.eq(ids.iter().copied()));
    for rule in rules {
        for described in [
            "/shortDescription/text",
            "/fullDescription/text",
            "/help/text",
            "/help/markdown",
        ] {
            let described = rule.pointer(described).unwrap();
            assert!(!text(described).is_empty(), "{rule}");
        }
        let short = text(&rule["shortDescription"]["text"]).chars().count();
        let full = text(&rule["fullDescription"]["text"]).chars().count();
        assert!(short <= 1_024 && full <= 1_024, "{rule}");
        assert!(list(&rule["properties"]["tags"]).len() <= 10, "{rule}");
        assert!(text(&rule["helpUri"]).ends_with(&format!("#{}", text(&rule["id"]))));
    }
}

#[test]
fn another_implementation_reads_it() {
    for Case { name, report } in all() {
        let text = written(report, Format::Sarif);
        let read: sarif::Sarif =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let run = &read.runs[0];
        let results = run.results.as_ref().unwrap();
        assert_eq!(results.len(), report.findings.len(), "{name}");
        let errors = results.iter().filter(|result| {
            result.level == Some(sarif::ResultLevel::Error)
                && result.suppressions.as_ref().unwrap().is_empty()
        });
        assert_eq!(errors.count(), report.count(Severity::Error), "{name}");
        let place = |result: &sarif::Result| {
            let physical = result.locations.as_ref().unwrap()[0]
                .physical_location
                .clone()
                .unwrap();
            let region = physical.region.unwrap();
            let uri = physical.artifact_location.unwrap().uri.unwrap();
            (
                decoded(&uri),
                region.start_line.unwrap(),
                region.start_column.unwrap(),
            )
        };
        let mut places: Vec<_> = results.iter().map(place).collect();
        let mut expected: Vec<_> = report
            .findings
            .iter()
            .map(|found| {
                let start = found.location.start;
                let number = |number: u64| i64::try_from(number).unwrap();
                (
                    found.location.path.to_string(),
                    number(start.line),
                    number(start.column),
                )
            })
            .collect();
        places.sort();
        expected.sort();
        assert_eq!(places, expected, "{name}");
        // What it does not know it would drop.
        let again = serde_json::to_value(&read).unwrap();
        let first: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            again["runs"][0]["results"], first["runs"][0]["results"],
            "{name}"
        );
    }
}

#[test]
fn beyond_the_limits_of_github_the_worst_are_kept_and_the_rest_is_told() {
    let left_out = |report: &missionlint::report::Report| {
        let sarif = sarif(report);
        let run = &sarif["runs"][0];
        let told = list(&run["invocations"][0]["toolExecutionNotifications"]).iter();
        let told = told.filter(|told| told["descriptor"]["id"] == "left-out");
        let told: Vec<String> = told
            .map(|told| text(&told["message"]["text"]).to_owned())
            .collect();
        (list(&run["results"]).len(), told.join("; "))
    };
    let (results, told) = left_out(&multiplied(KEPT));
    assert_eq!((results, told.as_str()), (KEPT, ""));
    let (results, told) = left_out(&multiplied(KEPT + 1));
    assert_eq!(results, KEPT + 1);
    assert!(
        told.contains("of these 5001 results GitHub keeps 5000"),
        "{told}"
    );
    let (results, told) = left_out(&multiplied(RESULTS + 2));
    assert_eq!(results, RESULTS);
    assert!(told.contains("2 findings are left out"), "{told}");
}

#[test]
fn a_result_with_more_places_than_github_takes_says_so() {
    let mut report = multiplied(40);
    let found = report
        .findings
        .iter_mut()
        .find(|found| !found.related.is_empty())
        .unwrap();
    found.related = found.related.iter().cloned().cycle().take(1_500).collect();
    let sarif = sarif(&report);
    let run = &sarif["runs"][0];
    let places = list(&run["results"])
        .iter()
        .map(|result| list(&result["locations"]).len() + list(&result["relatedLocations"]).len());
    assert_eq!(places.max(), Some(1_000));
    let told = run["invocations"][0]["toolExecutionNotifications"].to_string();
    assert!(told.contains("501 places are left out: GitHub"), "{told}");
}

#[test]
fn the_extension_of_a_file_asks_for_it() {
    let folder = Folder::new().with("a b.json", "{\"kind\": \"person\", }");
    let run = folder.run(&["check", "-o", "out/report.sarif", "a b.json"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    let report: Value = serde_json::from_str(&folder.read("out/report.sarif")).unwrap();
    let result = &report["runs"][0]["results"][0];
    let artifact = &result["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(
        *artifact,
        value!({"uri": "a%20b.json", "uriBaseId": "%SRCROOT%"})
    );
}
