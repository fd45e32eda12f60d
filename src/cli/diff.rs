//! `missionlint diff`: two reports compared. What they say may come from anybody: nothing of it is obeyed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Outcome;
use super::diff_report::{Blocked, Read, Told, read};
use super::inspect::print;
use super::options::{DiffFormat, DiffOptions};
use crate::catalogue::Severity;
use crate::message::Messages;
use crate::output::aligned;
use crate::text::visible;

/// Findings of both reports.
struct Compared {
    new: Vec<Told>,
    fixed: Vec<Told>,
    /// Those of the later report that were there.
    same: Vec<Told>,
    /// Those of the earlier report that the later run did not look for.
    unsought: Vec<Told>,
    /// What could not be judged in the later run, and was no obstacle in the earlier one.
    blocked: Vec<Blocked>,
    /// What went wrong with the later run: of what, and why.
    faults: Vec<(String, String)>,
    /// Ids of the messages about what makes the reports hard to compare.
    warnings: Vec<&'static str>,
}

/// New, fixed and unchanged findings, by mission and rule.
type Groups<'c> = BTreeMap<(Option<&'c str>, &'c str), [usize; 3]>;

/// Runs the command.
pub(super) fn run(options: &DiffOptions, messages: &Messages) -> Outcome {
    let both =
        read(&options.old, messages).and_then(|old| Ok((old, read(&options.new, messages)?)));
    let Ok((old, new)) = both else {
        return Outcome::Unusable;
    };
    let compared = compare(old, new);
    let text = match options.format {
        DiffFormat::Text => compared.text(messages),
        DiffFormat::Json => compared.json(),
        DiffFormat::Markdown => compared.markdown(messages),
    };
    let limit = options.fail_on.limit();
    let fails = |limit| {
        // What was not looked at is not clean.
        !compared.faults.is_empty()
            || compared.new.iter().any(|found| found.severity >= limit)
            || compared.blocked.iter().any(|it| it.severity >= limit)
    };
    print(&text).max(if limit.is_some_and(fails) {
        Outcome::Failed
    } else {
        Outcome::Passed
    })
}

fn compare(old: Read, mut new: Read) -> Compared {
    let mut warnings = Vec::new();
    for (id, one, other) in [
        ("diff-other-tool", &old.version, &new.version),
        ("diff-other-day", &old.run["as_of"], &new.run["as_of"]),
        (
            "diff-other-policy",
            &old.run["policy_mode"],
            &new.run["policy_mode"],
        ),
        (
            "diff-other-configuration",
            &hashes(&old.run),
            &hashes(&new.run),
        ),
        ("diff-other-schema", &old.run["schema"], &new.run["schema"]),
        (
            "diff-other-audience",
            &old.run["audience"],
            &new.run["audience"],
        ),
        ("diff-other-language", &old.run["lang"], &new.run["lang"]),
    ] {
        if one != other {
            warnings.push(id);
        }
    }
    if [&old, &new].iter().any(|read| !read.run["since"].is_null()) {
        warnings.push("diff-partial");
    }
    if old.scope() != new.scope() {
        warnings.push("diff-other-scope");
    }
    let same_paths = old.scope()[2] == new.scope()[2];
    if !new.blocked.is_empty() {
        warnings.push("diff-blocked");
    }
    let blocked = newly_blocked(&old.blocked, &new.blocked);
    let weights = |findings: &[Told]| -> BTreeMap<String, Severity> {
        let findings = findings.iter();
        findings
            .map(|found| (found.fingerprint.clone(), found.severity))
            .collect()
    };
    let before = weights(&old.findings);
    let all = std::mem::take(&mut new.findings);
    let (same, fresh): (Vec<Told>, Vec<Told>) = all.into_iter().partition(|found| {
        let known = before.get(&found.fingerprint);
        known.is_some_and(|weight| *weight >= found.severity)
    });
    let now: BTreeSet<&str> = same
        .iter()
        .chain(&fresh)
        .map(|it| it.fingerprint.as_str())
        .collect();
    let gone = |found: &Told| !now.contains(found.fingerprint.as_str());
    let gone = old.findings.into_iter().filter(gone);
    let (fixed, unsought) = gone.partition(|found| new.looked_for(found, same_paths));
    Compared {
        new: fresh,
        fixed,
        same,
        unsought,
        blocked,
        faults: new.faults,
        warnings,
    }
}

/// What is blocked in a later report, and was not, or weighed less, in an earlier one.
fn newly_blocked(old: &[Blocked], new: &[Blocked]) -> Vec<Blocked> {
    fn key(it: &Blocked) -> [Option<&str>; 4] {
        let mission = it.mission.as_deref();
        [Some(&it.rule), Some(&it.reason), mission, Some(&it.place)]
    }
    let mut known: BTreeMap<_, Vec<Severity>> = BTreeMap::new();
    for it in old {
        known.entry(key(it)).or_default().push(it.severity);
    }
    let mut blocked = Vec::new();
    for it in new {
        let weights = known.get_mut(&key(it));
        // Each stands for one.
        let same = weights.and_then(|weights| {
            let at = weights.iter().position(|weight| *weight >= it.severity)?;
            Some(weights.swap_remove(at))
        });
        if same.is_none() {
            blocked.push(it.clone());
        }
    }
    blocked
}

/// Hashes of the configurations: where they lie does not matter.
fn hashes(run: &Value) -> Value {
    let configs = run["configs"].as_array().into_iter().flatten();
    configs.map(|config| config["hash"].clone()).collect()
}

/// A text of a report on one line, with nothing that a terminal would obey.
fn clean(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// The same in Markdown, where it means nothing but itself.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in clean(text).chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // Neither mentions nor links to issues nor addresses.
            '@' => escaped.push_str("&#64;"),
            '#' => escaped.push_str("&#35;"),
            ':' => escaped.push_str("&#58;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '|' | '~' | '!' | '+'
            | '$' => {
                escaped.push('\\');
                escaped.push(character);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

impl Compared {
    fn groups(&self) -> Groups<'_> {
        let mut groups = Groups::new();
        for (column, findings) in [&self.new, &self.fixed, &self.same].into_iter().enumerate() {
            for found in findings {
                let key = (found.mission.as_deref(), found.rule.as_str());
                groups.entry(key).or_default()[column] += 1;
            }
        }
        groups
    }

    fn rows(&self, messages: &Messages, clean: fn(&str) -> String) -> Vec<Vec<String>> {
        let groups = self.groups().into_iter();
        let number = |count: &usize| match count {
            0 => "·".to_owned(),
            count => count.to_string(),
        };
        let none = messages.say("no-mission", &[]);
        groups
            .map(|((mission, rule), counts)| {
                let mission = mission.map_or_else(|| none.clone(), clean);
                let names = [mission, clean(rule)].into_iter();
                names.chain(counts.iter().map(number)).collect()
            })
            .collect()
    }

    fn heading(messages: &Messages) -> Vec<String> {
        let ids = [
            "table-mission",
            "table-rule",
            "diff-new",
            "diff-fixed",
            "diff-unchanged",
        ];
        ids.map(|id| messages.say(id, &[])).to_vec()
    }

    fn summary(&self, messages: &Messages) -> String {
        let values = [
            ("new", self.new.len().into()),
            ("fixed", self.fixed.len().into()),
            ("unchanged", self.same.len().into()),
        ];
        messages.say("diff-summary", &values)
    }

    fn lists(&self) -> [(&'static str, &[Told]); 3] {
        [
            ("diff-new", &self.new),
            ("diff-fixed", &self.fixed),
            ("diff-unsought", &self.unsought),
        ]
    }

    /// What makes the reports hard to compare, in sentences.
    fn notes(&self, messages: &Messages) -> Vec<String> {
        let warnings = self.warnings.iter();
        let warnings = warnings.map(|id| messages.say(id, &[]));
        let faults = self.faults.iter().map(|(subject, reason)| {
            let values = [
                ("subject", clean(subject).into()),
                ("reason", clean(reason).into()),
            ];
            messages.say("diff-fault", &values)
        });
        warnings.chain(faults).collect()
    }

    /// What is newly blocked, in lines.
    fn blocked_lines(&self, messages: &Messages, clean: fn(&str) -> String) -> Vec<String> {
        let line = |it: &Blocked| {
            let severity = messages.say(&format!("severity-{}", it.severity), &[]);
            let (path, rule, reason) = (clean(&it.path), clean(&it.rule), clean(&it.reason));
            format!(
                "{path}:{}:{}  {severity}[{rule}] {reason}",
                it.line, it.column
            )
        };
        self.blocked.iter().map(line).collect()
    }

    fn text(&self, messages: &Messages) -> String {
        let mut text = String::new();
        for note in self.notes(messages) {
            let _ = writeln!(text, "{}", labelled(messages, "diff-note", &note));
        }
        for (title, findings) in self
            .lists()
            .into_iter()
            .filter(|(_, list)| !list.is_empty())
        {
            let _ = writeln!(text, "{}", messages.say(title, &[]));
            for found in findings {
                let severity = messages.say(&format!("severity-{}", found.severity), &[]);
                let place = format!("{}:{}:{}", clean(&found.path), found.line, found.column);
                let (rule, message) = (clean(&found.rule), clean(&found.message));
                let _ = writeln!(text, "  {place}  {severity}[{rule}] {message}");
            }
            text.push('\n');
        }
        let blocked = self.blocked_lines(messages, clean);
        if !blocked.is_empty() {
            let title = messages.say("diff-not-checked", &[]);
            let _ = writeln!(text, "{title}\n  {}\n", blocked.join("\n  "));
        }
        let rows = self.rows(messages, clean);
        if !rows.is_empty() {
            for line in aligned(&Self::heading(messages), &rows, 2) {
                let _ = writeln!(text, "{line}");
            }
            text.push('\n');
        }
        let _ = writeln!(text, "{}", self.summary(messages));
        text
    }

    fn markdown(&self, messages: &Messages) -> String {
        let mut text = format!("**{}**\n\n", self.summary(messages));
        for note in self.notes(messages) {
            let _ = writeln!(text, "> {}\n", escaped(&note));
        }
        let rows = self.rows(messages, escaped);
        if !rows.is_empty() {
            let _ = writeln!(text, "| {} |", Self::heading(messages).join(" | "));
            text.push_str("|---|---|--:|--:|--:|\n");
            for row in rows {
                let _ = writeln!(text, "| {} |", row.join(" | "));
            }
        }
        for (title, findings) in self
            .lists()
            .into_iter()
            .filter(|(_, list)| !list.is_empty())
        {
            let _ = writeln!(text, "\n### {}\n", messages.say(title, &[]));
            for found in findings {
                let severity = messages.say(&format!("severity-{}", found.severity), &[]);
                let (path, rule) = (escaped(&found.path), escaped(&found.rule));
                let message = escaped(&found.message);
                let _ = writeln!(
                    text,
                    "- {severity} **{rule}** {path}, {}: {message}",
                    found.line
                );
            }
        }
        let blocked = self.blocked_lines(messages, escaped);
        if !blocked.is_empty() {
            let title = messages.say("diff-not-checked", &[]);
            let _ = writeln!(text, "\n### {title}\n\n- {}", blocked.join("\n- "));
        }
        text
    }

    fn json(&self) -> String {
        let list = |findings: &[Told]| -> Vec<Value> {
            let findings = findings.iter();
            findings
                .map(|found| {
                    json!({
                        "rule": found.rule, "severity": found.severity.code(), "mission": found.mission,
                        "message": found.message, "path": found.path, "line": found.line,
                        "column": found.column, "fingerprint": found.fingerprint,
                    })
                })
                .collect()
        };
        let groups = self.groups().into_iter();
        let groups: Vec<Value> = groups
            .map(|((mission, rule), [new, fixed, unchanged])| {
                json!({"mission": mission, "rule": rule, "new": new, "fixed": fixed, "unchanged": unchanged})
            })
            .collect();
        let warnings = self.warnings.iter();
        let warnings: Vec<&str> = warnings.filter_map(|id| id.strip_prefix("diff-")).collect();
        let blocked = self.blocked.iter();
        let not_checked: Vec<Value> = blocked
            .map(|it| {
                json!({
                    "rule": it.rule, "severity": it.severity.code(), "reason": it.reason,
                    "mission": it.mission, "path": it.path, "line": it.line, "column": it.column,
                })
            })
            .collect();
        let faults = self.faults.iter();
        let faults: Vec<Value> = faults
            .map(|(subject, reason)| json!({"subject": subject, "reason": reason}))
            .collect();
        let compared = json!({
            "schema_version": 1,
            "summary": {"new": self.new.len(), "fixed": self.fixed.len(), "unchanged": self.same.len()},
            "warnings": warnings,
            "groups": groups,
            "new": list(&self.new),
            "fixed": list(&self.fixed),
            "not_looked_for": list(&self.unsought),
            "not_checked": not_checked,
            "faults": faults,
        });
        let text = format!("{compared:#}\n");
        // What is not seen as it is stands escaped, as in reports.
        let mut safe = String::with_capacity(text.len());
        for character in text.chars() {
            if character == '\n' || visible(character) == character {
                safe.push(character);
            } else {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    let _ = write!(safe, "\\u{unit:04x}");
                }
            }
        }
        safe
    }
}

fn labelled(messages: &Messages, label: &str, text: &str) -> String {
    let label = messages.say(label, &[]);
    messages.say(
        "labelled",
        &[("label", label.into()), ("text", text.into())],
    )
}
