//! Pages in Markdown: of a rule, and of a policy pack.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::wrap::wrapped_page;
use super::{checkers_of, documents_of, rules_of, statements_of};
use crate::calendar::Day;
use crate::catalogue::{Group, Meta, Param, ParamValue, Scope};
use crate::message::{Language, Messages};
use crate::output::example_section;
use crate::reference::{self, Pack, Source, Statement};

/// The page of an entry with its example, its title at a level of headings.
pub fn rule_page(rule: &'static Meta, level: usize, messages: &Messages) -> String {
    with_example(body(rule, level, messages), rule, level, messages)
}

/// The page of an entry with lines that are not too long.
pub fn narrow_rule_page(rule: &'static Meta, messages: &Messages) -> String {
    with_example(wrapped_page(&body(rule, 1, messages)), rule, 1, messages)
}

/// The page of an entry without its example.
pub(in crate::output) fn rule_page_alone(rule: &Meta, messages: &Messages) -> String {
    body(rule, 1, messages)
}

/// The lines of an example stay as they are.
fn with_example(
    mut page: String,
    rule: &'static Meta,
    level: usize,
    messages: &Messages,
) -> String {
    let example = example_section(rule, level + 1, messages);
    if !example.is_empty() {
        page.push('\n');
        page.push_str(&example);
    }
    page
}

fn body(rule: &Meta, level: usize, messages: &Messages) -> String {
    let title = "#".repeat(level);
    let mut page = format!("{title} {}\n\n{}\n\n", rule.id, messages.summary(rule));
    let mut item = |label: &str, text: &str| {
        let _ = writeln!(page, "- {}", labelled(label, text, messages));
    };
    let severity = word(
        &format!("severity-{}", rule.severity.code()),
        rule.severity.code(),
        messages,
    );
    let family = labelled("page-family", &family(rule.group, messages), messages);
    item("page-severity", &format!("{severity} · {family}"));
    if let Some(strength) = strength(rule, messages) {
        item("page-strength", &strength);
    }
    item("page-source", &messages.source(rule));
    for (label, id) in named_packs(rule) {
        if let Some(pack) = reference::pack(id) {
            item(label, &format!("{}{}", named(pack), since(pack, messages)));
        }
    }
    for statement in rule.statements.iter().copied() {
        if let Some(statement) = reference::statement(statement) {
            page.push_str(&said(statement, messages));
            page.push('\n');
        }
    }
    page.push('\n');
    page.push_str(&at_level(messages.page(rule), level));
    page.push_str(&parameters(rule, level, messages));
    page
}

/// A text behind its label and a colon.
pub(super) fn labelled(label: &str, text: &str, messages: &Messages) -> String {
    let label = messages.say(label, &[]);
    messages.say(
        "labelled",
        &[("label", label.into()), ("text", text.into())],
    )
}

/// The word for a code. English has the code itself, as options and settings do.
pub(super) fn word(id: &str, code: &str, messages: &Messages) -> String {
    match messages.language() {
        Language::English => code.to_owned(),
        _ => messages.say(id, &[]),
    }
}

/// A family by its code, as options take it, and its name where that is another.
pub(super) fn family(group: Group, messages: &Messages) -> String {
    let name = messages.say(&format!("family-{}", group.code()), &[]);
    if name == group.code() {
        name
    } else {
        format!("{} ({name})", group.code())
    }
}

/// How binding is what a rule rests on; none for entries about the form of data.
pub(super) fn strength(rule: &Meta, messages: &Messages) -> Option<String> {
    (rule.scope == Scope::Subject).then(|| {
        word(
            &format!("strength-{}", rule.strength.code()),
            rule.strength.code(),
            messages,
        )
    })
}

fn named_packs(rule: &Meta) -> impl Iterator<Item = (&'static str, &'static str)> {
    let decides = rule.pack.into_iter().map(|id| ("page-pack", id));
    let beside = rule.also_packs.iter().map(|id| ("page-also", *id));
    decides.chain(beside)
}

fn named(pack: &Pack) -> String {
    format!("{} ({})", pack.id, pack.document)
}

fn since(pack: &Pack, messages: &Messages) -> String {
    let in_force = |day: Day| {
        let day = shown(day, messages);
        format!(
            ", {}",
            messages.say("page-in-force", &[("day", day.into())])
        )
    };
    pack.from().map(in_force).unwrap_or_default()
}

/// A day; in English as data has it.
fn shown(day: Day, messages: &Messages) -> String {
    match messages.language() {
        Language::English => day.to_string(),
        _ => messages.day(day),
    }
}

fn said(statement: &Statement, messages: &Messages) -> String {
    let strength = word(
        &format!("strength-{}", statement.strength.code()),
        statement.strength.code(),
        messages,
    );
    let values = [
        ("number", statement.number.as_str().into()),
        ("strength", strength.into()),
        ("text", messages.statement(statement).into()),
    ];
    format!("- {}", messages.say("page-statement", &values))
}

/// Markdown whose headings begin at the second level, with headings below another level.
fn at_level(text: &str, level: usize) -> String {
    let deeper = "#".repeat(level.saturating_sub(1));
    let lines = text.lines().map(|line| {
        if line.starts_with("## ") {
            format!("{deeper}{line}\n")
        } else {
            format!("{line}\n")
        }
    });
    lines.collect()
}

fn parameters(rule: &Meta, level: usize, messages: &Messages) -> String {
    if rule.params.is_empty() {
        return String::new();
    }
    let say = |id: &str| messages.say(id, &[]);
    let heading = "#".repeat(level + 1);
    let mut text = format!(
        "\n{heading} {}\n{}\n",
        say("page-parameters"),
        say("page-parameters-note")
    );
    let tables: BTreeSet<&str> = rule.params.iter().map(|param| param.table).collect();
    for table in tables {
        let _ = write!(text, "\n```toml\n[parameters.{table}]\n");
        let own = rule.params.iter().filter(|param| param.table == table);
        own.for_each(|param| text.push_str(&parameter(param, messages)));
        text.push_str("```\n");
    }
    text
}

fn parameter(param: &Param, messages: &Messages) -> String {
    let (value, range) = match param.value {
        ParamValue::Number(number, least, most) => {
            let values = [("least", least.into()), ("most", most.into())];
            let range = messages.say("page-range", &values);
            (number.to_string(), format!(" {range}"))
        }
        ParamValue::Flag(flag) => (flag.to_string(), String::new()),
    };
    let doc = messages.parameter(param);
    format!("# {doc}{range}\n{} = {value}\n", param.key)
}

/// The page of a policy pack.
pub fn pack_page(pack: &Pack, messages: &Messages) -> String {
    let mut page = format!("# {}\n\n{}\n\n", pack.id, pack.document);
    let mut item = |label: &str, text: &str| {
        let _ = writeln!(page, "- {}", labelled(label, text, messages));
    };
    item("page-valid", &validity(pack, messages));
    if !pack.countries.is_empty() {
        item("page-countries", &pack.countries.join(", "));
    }
    for source in pack.sources() {
        item("page-source", &described(source, messages));
    }
    item(
        "page-certainty",
        &word(
            &format!("certainty-{}", pack.certainty.code()),
            pack.certainty.code(),
            messages,
        ),
    );
    if let Some(note) = messages.pack_note(pack) {
        item("page-note", &note);
    }
    let rules = rules_of(pack);
    let _ = writeln!(page, "\n## {}", messages.say("page-rules", &[]));
    if rules.is_empty() {
        let _ = writeln!(page, "{}", messages.say("page-no-rules", &[]));
    }
    for rule in &rules {
        let told = format!(
            "{} ({}, {}{})",
            rule.id,
            word(
                &format!("severity-{}", rule.severity.code()),
                rule.severity.code(),
                messages
            ),
            word(
                &format!("strength-{}", rule.strength.code()),
                rule.strength.code(),
                messages
            ),
            beside(rule, pack, messages)
        );
        let values = [
            ("label", told.into()),
            ("text", messages.summary(rule).into()),
        ];
        let _ = writeln!(page, "- {}", messages.say("labelled", &values));
    }
    let statements = statements_of(&rules);
    if !statements.is_empty() {
        let _ = writeln!(page, "\n## {}", messages.say("page-statements", &[]));
    }
    for statement in statements {
        let rules = ("rules", checkers_of(statement).join(", ").into());
        let checked = messages.say("statement-checked", &[rules]);
        let documents = documents_of(statement).join("; ");
        let values = [("first", documents.into()), ("second", checked.into())];
        let _ = writeln!(
            page,
            "{} {}.",
            said(statement, messages),
            messages.say("joined", &values)
        );
    }
    page
}

/// A source with what it is, its date and its place. What it is, and where no address is known, is told in English.
fn described(source: &Source, messages: &Messages) -> String {
    let is_english = messages.language() == Language::English;
    let what = Some(source.what.as_str()).filter(|_| is_english);
    let place = source.place.as_deref();
    let place = place.filter(|place| is_english || !place.contains(' '));
    let parts: Vec<&str> = [what, source.date.as_deref(), place]
        .into_iter()
        .flatten()
        .collect();
    if parts.is_empty() {
        source.title.clone()
    } else {
        format!("{} ({})", source.title, parts.join("; "))
    }
}

/// By which pack a rule is judged, where it only rests on this one as well.
fn beside(rule: &Meta, pack: &Pack, messages: &Messages) -> String {
    let other = rule.pack.filter(|id| *id != pack.id);
    let said = |id: &str| messages.say("page-in-force-with", &[("pack", id.into())]);
    other
        .map(|id| format!(", {}", said(id)))
        .unwrap_or_default()
}

/// On which days a pack is in force.
pub(super) fn validity(pack: &Pack, messages: &Messages) -> String {
    let days = [("from", pack.from()), ("to", pack.to())];
    let days = days
        .into_iter()
        .filter_map(|(key, day)| Some((key, shown(day?, messages).into())));
    messages.say("pack-validity", &days.collect::<Vec<_>>())
}
