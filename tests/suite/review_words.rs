//! The review sheet in words: people by their roles, clusters and kinds of records by their names, in every language.

use crate::mission::fixtures;
use crate::tool::Folder;

/// The same in each language, as the page has it.
fn in_all(words: [&str; 3]) -> String {
    let [en, fr, es] = words;
    format!(
        "<span lang=\"en\">{en}</span><span lang=\"fr\">{fr}</span><span lang=\"es\">{es}</span>"
    )
}

/// The part of a page under a heading.
fn section<'p>(page: &'p str, id: &str) -> &'p str {
    let start = page
        .find(&format!("<section aria-labelledby=\"{id}\">"))
        .unwrap_or_else(|| panic!("no section {id}"));
    let rest = &page[start..];
    &rest[..rest.find("</section>").unwrap_or(rest.len())]
}

/// The Mali mission, in which somebody without any seat has attended the Health Cluster as member.
fn stranger() -> Folder {
    let folder = Folder::new().with_copy(&fixtures().join("missions/mli"), "mli");
    folder.edit(
        "mli/meetings/2025-03.json",
        "{ \"person\": \"P-06\", \"capacity\": \"member\"",
        "{ \"person\": \"P-36\", \"capacity\": \"member\"",
    );
    folder
}

fn page(folder: &Folder, arguments: &[&str]) -> String {
    let run = folder.run(&[&["review", "mli", "--lang", "en"], arguments].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

#[test]
fn who_has_to_act_is_named_by_role_also_without_a_seat() {
    let folder = stranger();
    let sheet = page(&folder, &[]);
    let named = in_all([
        "Procurement Officer",
        "Chargé des achats",
        "Oficial de adquisiciones",
    ]);
    let named = format!("{named} <span class=\"id\"><bdi>P-36</bdi></span>");
    let tasks = section(&sheet, "to-act");
    assert!(tasks.contains(&named), "{tasks}");
    // Who held no post on the day is named by the id alone.
    folder.edit(
        "mli/people.json",
        "\"role\": \"procurement-officer\", \"kind\": \"staff\", \"duty_station\": \"bko\", \"from\": \"2021-11-15\"",
        "\"role\": \"procurement-officer\", \"kind\": \"staff\", \"duty_station\": \"bko\", \"from\": \"2021-11-15\", \"to\": \"2025-03-30\"",
    );
    let sheet = page(&folder, &[]);
    let tasks = section(&sheet, "to-act");
    assert!(
        tasks.contains("<strong><span class=\"id\"><bdi>P-36</bdi></span></strong>"),
        "{tasks}"
    );
}

/// The public sees no records of people, so nothing of their roles.
#[test]
fn roles_of_people_whom_the_public_may_not_know_are_not_told() {
    let sheet = page(&stranger(), &["--audience", "public"]);
    for word in ["P-36", "Procurement Officer"] {
        assert!(!sheet.contains(word), "{word}");
    }
}

#[test]
fn clusters_are_named_with_their_codes_beside() {
    let sheet = page(&stranger(), &[]);
    let named = in_all(["Health (HEA)", "Santé (HEA)", "Salud (HEA)"]);
    let platform = in_all(["Cluster", "Cluster", "Clúster"]);
    let whole = format!("{platform} · {named} <span class=\"id\"><bdi>cl-hea</bdi></span>");
    assert!(sheet.contains(&whole), "{whole}");
    // In the matrix, and above the findings.
    assert!(sheet.matches(&whole).count() >= 2);
}

#[test]
fn kinds_of_records_of_an_earlier_report_are_words() {
    let folder = stranger();
    folder.run(&["check", "mli", "-o", "old.json"]);
    folder.edit(
        "mli/meetings/2025-03.json",
        "{ \"person\": \"P-36\", \"capacity\": \"member\"",
        "{ \"person\": \"P-06\", \"capacity\": \"member\"",
    );
    let sheet = page(&folder, &["--compare", "old.json"]);
    let compared = section(&sheet, "compared");
    let kind = in_all(["Meeting", "Réunion", "Reunión"]);
    assert!(
        compared.contains(&format!(" · {kind} <b><bdi>M-")),
        "{compared}"
    );
}
