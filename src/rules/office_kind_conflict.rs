//! An office of the organization is named that does not exist, or not as that kind of office.

use super::shared::quoted;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Dated, Marked, Read};
use crate::finding::{Fact, Finding, Place, Safety};
use crate::reference::{SupportOffice, city_slug, support_office, support_offices};

static META: Meta = Meta {
    id: "office-kind-conflict",
    group: Group::Organization,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "An office of IOM is named that is closed, unknown or of another kind.",
    page: "## What it checks\n\
        The `office` of a mission’s `regional_office` and of a contact exists on the last day of its entry, or that of \
        the run: it is not `closed`; where its id begins with a kind (`ro-`, `sro-`, `go-`, `copa-`, `ac-`) the city has \
        an office of this kind, not of an `other-kind`, and is not `unknown`. A `regional_office` is a regional or a \
        sub-regional office (else `not-regional`).\n\n\
        ## Why it matters\n\
        Offices were merged and renamed in 2024. Whoever writes to a closed one, or takes a global office for a \
        regional one, reaches nobody who is responsible.\n\n\
        ## Exceptions\n\
        Days before the structure of October 2024. Ids without such a beginning. To which office a sub-regional office \
        reports is not checked.\n\n\
        ## What it marks\n\
        The `office`.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, About IOM (October 2024)",
    statements: &["N62", "N64", "N65", "N66", "N67", "N68"],
    strength: Strength::Contextual,
    pack: Some("iom-structure-2024"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "contact", "id": "K-1", "mission": "mli", "role": "regional-thematic-specialist",
 "unit": "DHRR", "office": "ro-dakar", "mailbox": "dhrr@iom.int", "from": "2024-10-11"}
"#,
    invalid: r#"
{"kind": "contact", "id": "K-1", "mission": "mli", "role": "regional-thematic-specialist",
 "unit": "DHRR", "office": "ro-brussels", "mailbox": "dhrr@iom.int", "from": "2024-10-11"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

/// The kinds of offices with which ids begin.
const KINDS: &[&str] = &["ro", "sro", "go", "copa", "ac"];

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for mission in &bundle.missions {
        match mission.regional_offices() {
            Ok(entries) => {
                for entry in entries {
                    let named = Named {
                        office: entry.value,
                        interval: entry.interval,
                        is_regional: true,
                        subject: mission.head.place(),
                    };
                    named.judge(judge);
                }
            }
            Err(blocked) => judge.block(blocked),
        }
    }
    for contact in &bundle.contacts {
        let named = Named {
            office: contact.office,
            interval: contact.interval,
            is_regional: false,
            subject: contact.head.place(),
        };
        named.judge(judge);
    }
}

/// An office as it is named somewhere, for some time.
struct Named<'t> {
    office: Read<Marked<&'t str>>,
    interval: Read<Dated>,
    is_regional: bool,
    /// The record.
    subject: Place,
}

impl Named<'_> {
    fn judge(&self, judge: &mut Judge<'_>) {
        let day = self.interval.map(|dated| dated.interval).map(|interval| {
            let begun = interval.from <= judge.as_of();
            let day = begun.then(|| interval.last_day(judge.as_of()));
            day.filter(|day| judge.in_force(*day))
        });
        judge.consider(self.subject, day, |judge, day| {
            let office = self.office?;
            if let Some(fault) = fault(office.value, judge.vocabulary_day(day), self.is_regional) {
                judge.report(self.describe(office, &fault, day));
            }
            Ok(())
        });
    }

    fn describe(&self, office: Marked<&str>, fault: &Fault, day: Day) -> Finding {
        let known = fault.known.iter().map(|office| office.id.clone());
        let finding = Finding::new(&META, office.place)
            .about(self.subject)
            .with("office", Fact::Code(office.value.to_owned()))
            .with("fault", Fact::Kind(fault.code.to_owned()))
            .with("known", Fact::Vocabulary(known.collect()))
            .with_some("until", fault.until.map(Fact::Day))
            .with("date", Fact::Day(day));
        let fits = |known: &&&SupportOffice| !self.is_regional || is_regional(known);
        let mut fitting = fault.known.iter().filter(fits);
        match (fault.is_of_city, fitting.next(), fitting.next()) {
            (true, Some(only), None) => {
                finding.fixed_by(Safety::Suggested, vec![(office.place, quoted(&only.id))])
            }
            _ => finding,
        }
    }
}

fn is_regional(office: &SupportOffice) -> bool {
    matches!(office.kind.as_str(), "ro" | "sro")
}

/// What is wrong with an office.
struct Fault {
    code: &'static str,
    /// Offices that exist on the day: those of the city, else those of the kind.
    known: Vec<&'static SupportOffice>,
    is_of_city: bool,
    /// The last day of a closed office.
    until: Option<Day>,
}

fn fault(id: &str, day: Day, regional: bool) -> Option<Fault> {
    let existing = || support_offices().iter().filter(move |row| row.covers(day));
    let city = city_slug(id);
    let of_city: Vec<_> = existing()
        .filter(|row| row.city_slug() == city && row.id != id)
        .collect();
    let prefix = id.split_once('-').map(|(kind, _)| kind);
    let kind = prefix.filter(|kind| KINDS.contains(kind));
    let (code, until) = match support_office(id) {
        Some(row) if row.to.is_some_and(|to| to < day) => ("closed", row.to),
        Some(row) if regional && !is_regional(row) => ("not-regional", None),
        None if kind.is_some() && !of_city.is_empty() => ("other-kind", None),
        None if kind.is_some() && support_offices().iter().all(|row| row.city_slug() != city) => {
            ("unknown", None)
        }
        _ => return None,
    };
    let is_of_city = !of_city.is_empty();
    let of_kind = |row: &&SupportOffice| {
        if code == "not-regional" {
            is_regional(row)
        } else {
            Some(row.kind.as_str()) == kind
        }
    };
    Some(Fault {
        code,
        known: if is_of_city {
            of_city
        } else {
            existing().filter(of_kind).collect()
        },
        is_of_city,
        until,
    })
}
