//! Missions in memory: loaded from the fixtures, edited, checked, with places found independently of the tool.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use missionlint::calendar::parse_day;
use missionlint::config;
use missionlint::engine::{self, Content, Input, Request};
use missionlint::finding::Fact;
use missionlint::report::{Audience, Edit, Found, Location, Report, Shown};
use missionlint::rules;
use missionlint::text::Position;

/// Each on a line of its own.
pub(crate) fn lines(items: impl IntoIterator<Item = impl std::fmt::Display>) -> String {
    items.into_iter().fold(String::new(), |mut text, item| {
        let _ = writeln!(text, "{item}");
        text
    })
}

/// Where the fixtures are.
pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The files of a folder and of those below it, in order of their paths with `/`.
pub(crate) fn files_below(root: &Path) -> BTreeMap<String, PathBuf> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the fixtures") {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inner = path.strip_prefix(root).unwrap().to_str().unwrap();
                files.insert(inner.replace('\\', "/"), path);
            }
        }
    }
    files
}

/// Whether a file holds records.
pub(crate) fn has_records(path: &str) -> bool {
    [".json", ".ndjson", ".jsonl"]
        .iter()
        .any(|extension| path.ends_with(extension))
}

/// Records in memory with their settings.
#[derive(Debug, Clone)]
pub(crate) struct Mission {
    /// Text of each file, by path.
    pub(crate) files: BTreeMap<String, String>,
    /// Text of `missionlint.toml`.
    pub(crate) settings: String,
}

impl Mission {
    /// The records of a folder.
    pub(crate) fn of(folder: &Path) -> Self {
        let read = |path: &PathBuf| std::fs::read_to_string(path).expect("a text file");
        let all = files_below(folder);
        let settings = all.get("missionlint.toml").map(read).unwrap_or_default();
        let records = all.iter().filter(|(path, _)| has_records(path));
        let files = records
            .map(|(path, file)| (path.clone(), read(file)))
            .collect();
        Self { files, settings }
    }

    /// A mission of the fixtures.
    pub(crate) fn named(id: &str) -> Self {
        Self::of(&fixtures().join("missions").join(id))
    }

    /// The Mali mission without the finding it has on purpose: its platform in Tombouctou is covered from Gao.
    pub(crate) fn clean() -> Self {
        let covered = r#"{ "permits": "covered-by-hub", "reason": "Covered from Gao." }"#;
        Self::named("mli").with(
            "platforms/subnational.json",
            "\"place\": \"tom\",",
            &format!("\"place\": \"tom\", \"local_terms\": [{covered}],"),
        )
    }

    /// The same with one edit: `find` must occur exactly once in the file.
    pub(crate) fn with(mut self, file: &str, find: &str, replacement: &str) -> Self {
        let text = self
            .files
            .get_mut(file)
            .unwrap_or_else(|| panic!("no file {file}"));
        let times = text.matches(find).count();
        assert_eq!(times, 1, "{file} must contain exactly once:\n{find}");
        *text = text.replacen(find, replacement, 1);
        self
    }

    /// The same with edits as a report suggests them.
    pub(crate) fn with_edits(mut self, edits: &[Edit]) -> Self {
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.start.offset));
        for edit in edits {
            let bytes = |position: Position| usize::try_from(position.offset).unwrap();
            let text = self
                .files
                .get_mut(&*edit.path)
                .expect("an edit of a file of the run");
            text.replace_range(bytes(edit.start)..bytes(edit.end), &edit.text);
        }
        self
    }

    /// What the engine gets: every file as bytes.
    pub(crate) fn inputs(&self) -> Vec<Input> {
        let input = |(path, text): (&String, &String)| Input {
            path: path.as_str().into(),
            content: Content::Bytes(text.clone().into_bytes()),
        };
        self.files.iter().map(input).collect()
    }

    /// All rules, by the mission's settings, with nothing masked.
    pub(crate) fn request(&self) -> Request {
        let settings = config::parse(&self.settings, &rules::catalogue()).expect("valid settings");
        let as_of = settings.as_of.or(parse_day("2025-03-31")).unwrap();
        Request {
            settings,
            as_of,
            policy: missionlint::reference::Policy::Dated,
            select: Vec::new(),
            ignore: Vec::new(),
            audience: Audience::Internal,
            reveal: true,
            describe: missionlint::engine::Describe::Nothing,
            configs: Vec::new(),
            held: None,
            baseline: None,
        }
    }

    /// The report with all rules.
    pub(crate) fn check(&self) -> Report {
        engine::check(self.inputs(), &self.request())
    }

    /// Writes the files and the settings below a folder.
    pub(crate) fn write_to(&self, folder: &Path) {
        let settings = [("missionlint.toml".to_owned(), self.settings.clone())];
        for (path, text) in self.files.clone().into_iter().chain(settings) {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    }
}

/// A folder for one test, emptied before; the build's own place for such things.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("suite")
        .join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A place named by file, pointer and a text that occurs there once, with `«…»` around what is marked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) file: &'static str,
    pub(crate) pointer: &'static str,
    pub(crate) context: &'static str,
}

/// A [`Mark`].
pub(crate) fn at(file: &'static str, pointer: &'static str, context: &'static str) -> Mark {
    Mark {
        file,
        pointer,
        context,
    }
}

impl Mark {
    /// First byte and one past the last, found in the text alone.
    pub(crate) fn bytes(self, text: &str) -> (usize, usize) {
        let (before, rest) = self.context.split_once('«').expect("an opening mark");
        let (marked, after) = rest.split_once('»').expect("a closing mark");
        let plain = format!("{before}{marked}{after}");
        let found: Vec<usize> = text.match_indices(&plain).map(|(start, _)| start).collect();
        assert_eq!(
            found.len(),
            1,
            "{} must contain exactly once:\n{plain}",
            self.file
        );
        let start = found[0] + before.len();
        (start, start + marked.len())
    }

    /// The place as [`describe_place`] writes it.
    pub(crate) fn describe(self, mission: &Mission) -> String {
        let text = mission
            .files
            .get(self.file)
            .unwrap_or_else(|| panic!("no file {}", self.file));
        let (start, end) = self.bytes(text);
        let (from, to) = (position(text, start), position(text, end));
        let Self { file, pointer, .. } = self;
        format!(
            "{file}:{}:{}-{}:{} @{start}-{end} {pointer}",
            from.0, from.1, to.0, to.1
        )
    }
}

/// Line and column of a byte: both from 1, columns in code points.
pub(crate) fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line = before.rsplit('\n').next().unwrap();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// Path, positions, bytes and pointer of a location.
pub(crate) fn describe_place(location: &Location) -> String {
    let Location {
        path,
        pointer,
        start,
        end,
        ..
    } = location;
    let (from, to) = (start.offset, end.offset);
    let place = format!(
        "{path}:{}:{}-{}:{}",
        start.line, start.column, end.line, end.column
    );
    format!("{place} @{from}-{to} {pointer}")
}

/// Whether it is the one finding that the Mali mission has on purpose, as its README says.
pub(crate) fn is_intended(found: &Found) -> bool {
    let Location { path, pointer, .. } = &found.location;
    found.rule.id == "subnational-presence-unrepresented"
        && (&**path, &**pointer) == ("platforms/subnational.json", "/records/1/id")
}

/// The findings of a report but for the intended one.
pub(crate) fn unintended(report: &Report) -> Vec<&Found> {
    let findings = report.findings.iter();
    findings.filter(|found| !is_intended(found)).collect()
}

/// A finding with everything it says, without its texts.
pub(crate) fn describe(found: &Found) -> String {
    let place = describe_place(&found.location);
    let mut text = format!("{} {} {place}\n", found.severity, found.rule.id);
    let _ = writeln!(text, "  evidence {}", describe_evidence(found));
    for (_, location) in &found.related {
        let _ = writeln!(text, "  related {}", describe_place(location));
    }
    for nested in &found.because {
        let _ = writeln!(text, "  because {}", nested.rule.id);
    }
    text
}

/// Name, type and value of each fact.
pub(crate) fn describe_evidence(found: &Found) -> String {
    let fact = |(key, shown): &(&str, Shown)| match shown {
        Shown::Clear(fact) => format!("{key}:{}={}", fact.type_name(), written(fact)),
        Shown::Masked(kind) => format!("{key}:{kind} masked"),
    };
    found
        .evidence
        .iter()
        .map(fact)
        .collect::<Vec<_>>()
        .join("; ")
}

/// A fact's value as text; the members of a list with commas between.
fn written(fact: &Fact) -> String {
    match fact {
        Fact::Id(text)
        | Fact::Person(text)
        | Fact::Kind(text)
        | Fact::Role(text)
        | Fact::Code(text)
        | Fact::Moment(text)
        | Fact::Text(text) => text.clone(),
        Fact::People(list) | Fact::Ids(list) | Fact::Codes(list) | Fact::Vocabulary(list) => {
            list.join(",")
        }
        Fact::Day(day) => day.to_string(),
        Fact::Number(number) => number.to_string(),
        Fact::Phrase(phrase) => phrase.id.to_owned(),
    }
}
