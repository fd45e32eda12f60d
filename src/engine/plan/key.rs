//! What tells a unit's result before it is judged: units with equal keys give equal results, so that a result may be
//! taken from elsewhere. A key that forgot something would hide findings: what may matter is in it.

use super::Plan;
use super::register::{NOBODY, Number};
use super::runs::{Owner, Run};
use super::sketch::Sketch;
use super::told::{Told, ToldRun};

/// Adds what comes next to what was there.
fn add(before: &mut u128, next: &[u128]) {
    let mut told = Told::default();
    told.number(*before);
    for next in next {
        told.number(*next);
    }
    *before = told.digest();
}

impl Plan<'_> {
    /// The keys of all units, in their order. `law` tells what they are judged by.
    ///
    /// A key holds the names of the unit's missions; the texts that it reads, with where they stand and whose they are
    /// held to be; those of no mission, which every unit reads.
    pub(in crate::engine) fn keys(&self, law: u128) -> Vec<u128> {
        let mut of_units: Vec<u128> = vec![0; self.units.len()];
        let mut of_nobody = 0;
        // Units with the runs of a sketch that they read.
        let mut reading: Vec<(usize, usize)> = Vec::new();
        for sketch in self.sketches() {
            let sketch = &*sketch;
            let head = self.head(sketch);
            let mut runs: Vec<ToldRun> = Vec::new();
            let mut nobodys = Vec::new();
            let mut start = 0;
            for run in &sketch.runs {
                let told = self.told(sketch, run, start);
                start = run.end;
                let readers = self.readers(sketch, run);
                let mut units: Vec<usize> = readers.map(|it| self.unit_of(it)).collect();
                units.sort_unstable();
                units.dedup();
                reading.extend(units.into_iter().map(|unit| (unit, runs.len())));
                if self.is_of_nobody(sketch, run) {
                    nobodys.push(runs.len());
                }
                runs.push(told);
            }
            reading.sort_by_key(|(unit, _)| *unit);
            for own in reading.chunk_by(|(one, _), (other, _)| one == other) {
                let Some((unit, _)) = own.first() else {
                    continue;
                };
                let own = own.iter().map(|(_, run)| &runs[*run]);
                let own: Vec<u128> = if sketch.is_divisible() {
                    own.map(|run| run.to(*unit)).collect()
                } else {
                    runs.iter().map(|run| run.to(*unit)).collect()
                };
                add(&mut of_units[*unit], &[head]);
                add(&mut of_units[*unit], &own);
            }
            reading.clear();
            if !nobodys.is_empty() {
                let own = nobodys.iter().map(|run| &runs[*run]);
                let own: Vec<u128> = if sketch.is_divisible() {
                    own.map(|run| run.all).collect()
                } else {
                    runs.iter().map(|run| run.all).collect()
                };
                add(&mut of_nobody, &[head]);
                add(&mut of_nobody, &own);
            }
        }
        let keys = of_units.into_iter().enumerate().map(|(unit, texts)| {
            let mut told = Told::default();
            told.number(law);
            told.texts(self.missions_of(unit).into_iter());
            told.number(texts);
            told.number(of_nobody);
            told.digest()
        });
        keys.collect()
    }

    /// The missions whose units read a run: also that of records of none, to which what is found in other texts
    /// belongs.
    pub(in crate::engine) fn readers(
        &self,
        sketch: &Sketch,
        run: Run,
    ) -> impl Iterator<Item = Number> + use<> {
        // Nearly all runs have one: they are many, so nothing is set up for it.
        let (one, several) = match run.owner {
            Owner::One(number) => (Some(self.meant(number)), Vec::new()),
            Owner::Odd(at) => {
                let mut owners = self.owners(sketch, run);
                owners.extend(sketch.odd(at).found.then_some(NOBODY));
                (None, owners)
            }
        };
        one.into_iter().chain(several)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::bundle::GLOBAL;
    use crate::engine::testing::{File, Judged, judged, request};
    use crate::engine::{Describe, Request};

    fn key_of(files: &[File<'_>], mission: &str) -> u128 {
        let mut units = judged(files, &request(), false).into_iter();
        let unit = units.find(|unit| unit.missions.iter().any(|name| name == mission));
        unit.unwrap().key
    }

    const PERSON: &str = r#"{"kind": "person", "mission": "mli", "id": "P-1"}"#;
    const OTHER: &str = r#"{"kind": "person", "mission": "eth", "id": "P-1"}"#;
    const REGIONAL: &str = r#"{"kind": "contact", "id": "C-1"}"#;
    const FILES: [File<'_>; 4] = [
        ("eth/a.json", OTHER),
        ("mli/a.json", PERSON),
        (
            "mli/b.json",
            r#"{"kind": "meeting", "mission": "mli", "id": "M-1"}"#,
        ),
        ("regional.json", REGIONAL),
    ];

    /// Files of which one has another text.
    fn with<'f>(at: usize, file: File<'f>) -> Vec<File<'f>> {
        let mut files: Vec<File<'f>> = FILES.to_vec();
        files[at] = file;
        files
    }

    #[test]
    fn a_key_changes_with_all_that_its_unit_reads() {
        let before = key_of(&FILES, "mli");
        assert_eq!(key_of(&FILES, "mli"), before, "asked again");
        let spaced = PERSON.replace(": ", ":  ");
        let stray = r#"{"kind": "person", "id": "P-2"}"#;
        let regional = REGIONAL.replace("C-1", "C-2");
        let tied = OTHER.replace("P-1", "mli/P-1");
        let changes: [(&str, Vec<File<'_>>); 9] = [
            ("a text", with(1, ("mli/a.json", &spaced))),
            ("a path", with(1, ("mli/c.json", PERSON))),
            ("how it is read", with(1, ("mli/a.ndjson", PERSON))),
            (
                "a text less",
                FILES[..1].iter().chain(&FILES[2..]).copied().collect(),
            ),
            ("a record more", with(3, ("mli/c.json", PERSON))),
            ("a text of nobody", with(3, ("regional.json", &regional))),
            ("where that stands", with(3, ("regional.jsonl", REGIONAL))),
            (
                "a record that is given to it",
                with(0, ("mli/z.json", stray)),
            ),
            ("a mission that needs it", with(0, ("eth/a.json", &tied))),
        ];
        for (what, files) in changes {
            assert_ne!(key_of(&files, "mli"), before, "{what}");
        }
        let request = Request {
            reveal: true,
            ..request()
        };
        let other_law = judged(&FILES, &request, false);
        assert!(other_law.iter().all(|unit| unit.key != before));
    }

    #[test]
    fn a_key_stays_whatever_becomes_of_other_missions() {
        let before = key_of(&FILES, "mli");
        let broken = format!("{OTHER}\n{{\"kind\": \"person\", \"id\" ");
        for file in [
            (
                "eth/a.json",
                r#"{"kind": "person", "mission": "eth", "id": "P-9"}"#,
            ),
            ("eth/z.ndjson", OTHER),
            (
                "nga/a.json",
                r#"{"kind": "person", "mission": "nga", "id": "P-1"}"#,
            ),
            ("eth/z.ndjson", &broken),
        ] {
            assert_eq!(key_of(&with(0, file), "mli"), before, "{file:?}");
        }
    }

    #[test]
    fn where_a_text_stands_among_others_counts() {
        let lines = |before: &str| format!("{before}{PERSON}\n{OTHER}\n");
        let (near, far) = (lines(""), lines("\n"));
        let key = |text: &str| key_of(&[("all.ndjson", text)], "mli");
        assert_ne!(key(&near), key(&far));
    }

    #[test]
    fn whose_a_text_is_held_to_be_counts() {
        // What is no JSON may belong to any mission around it, and a name near another is taken for it.
        let broken = r#"{"kind": "person", "id" "#;
        let files = |other: &'static str| {
            [
                ("all/a.json", PERSON),
                ("all/b.json", broken),
                ("all/c.json", other),
            ]
        };
        let alone = key_of(&files(PERSON), "mli");
        assert_ne!(alone, key_of(&files(OTHER), "mli"));
        let misspelt = r#"{"kind": "person", "mission": "mil", "id": "P-3"}"#;
        let here = [
            ("x/a.json", PERSON),
            ("x/b.json", PERSON),
            ("x/c.json", misspelt),
        ];
        let there = [
            ("x/a.json", PERSON),
            ("x/b.json", PERSON),
            ("y/c.json", misspelt),
        ];
        assert_ne!(key_of(&here, "mli"), key_of(&there, "mli"));
    }

    #[test]
    fn what_may_belong_to_any_mission_is_told_to_each_as_its_own() {
        let third = r#"{"kind": "person", "mission": "nga", "id": "P-1"}"#;
        let strays = [
            r#"{"kind": "person", "id": "P-2"}"#,
            r#"{"kind": "person", "id" "#,
        ];
        for stray in strays {
            let all = [
                ("all/a.json", stray),
                ("all/b.json", PERSON),
                ("all/c.json", OTHER),
                ("all/d.json", third),
            ];
            for mission in ["mli", "eth"] {
                let known = key_of(&all[..3], mission);
                assert_eq!(known, key_of(&all, mission), "others come: {stray}");
                assert_ne!(known, key_of(&all[1..3], mission), "{stray}");
            }
            // Alone it is given what tells no mission, or held to be all that this is of.
            assert_ne!(key_of(&all[..2], "mli"), key_of(&all[..3], "mli"));
            assert_ne!(key_of(&all[..3], GLOBAL), key_of(&all, GLOBAL));
        }
        // What names some of them is of no other.
        let named = r#"{"kind": "person", "mission": "eth", "id" "#;
        let files = |stray| {
            let files = [PERSON, OTHER, third, stray];
            let paths = ["all/a.json", "all/b.json", "all/c.json", "all/d.json"];
            paths.into_iter().zip(files).collect::<Vec<_>>()
        };
        let (named, other) = (files(named), files(strays[1]));
        assert_eq!(key_of(&named, "mli"), key_of(&named[..3], "mli"));
        assert_ne!(key_of(&other, "mli"), key_of(&named, "mli"));
        assert_ne!(key_of(&named, "eth"), key_of(&named[..3], "eth"));
    }

    /// Texts that have been changed at one place or another, the same ones each time.
    struct Changing(u64);

    impl Changing {
        fn next(&mut self, below: usize) -> usize {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from(self.0 >> 33).unwrap() % below.max(1)
        }

        fn change(&mut self, files: &mut BTreeMap<String, String>, spare: &[&str]) {
            let at = self.next(files.len());
            let path = files.keys().nth(at).unwrap().clone();
            let text = files[&path].clone();
            let mut place = self.next(text.len());
            while !text.is_char_boundary(place) {
                place -= 1;
            }
            let names = ["eth", "mli", "mil", "nga", "regional"];
            match self.next(8) {
                0 => drop(files.remove(&path)),
                1 => drop(files.insert(path, text[..place].to_owned())),
                2 => drop(files.insert(path, format!("{} {}", &text[..place], &text[place..]))),
                3 => {
                    let (old, new) = (names[self.next(5)], names[self.next(5)]);
                    files.insert(
                        path,
                        text.replace(&format!("\"{old}\""), &format!("\"{new}\"")),
                    );
                }
                4 => drop(files.insert(path, text.replacen("\"mission\"", "\"missing\"", 1))),
                5 => {
                    let folder = names[self.next(5)];
                    let name = path.rsplit('/').next().unwrap().to_owned();
                    files.remove(&path);
                    files.insert(format!("{folder}/{name}"), text);
                }
                6 => {
                    let more = spare[self.next(spare.len())];
                    files.insert(
                        format!("{}/more.json", names[self.next(5)]),
                        more.to_owned(),
                    );
                }
                _ => {
                    let more = spare[self.next(spare.len())];
                    files.insert(path, format!("{text}\n{more}\n"));
                }
            }
        }
    }

    /// Judges a corpus as it is and changed in many ways, and asserts that equal keys mean equal results.
    fn assert_keys_hold(name: &str, corpus: &BTreeMap<String, String>, rounds: u64) {
        let spare = [
            PERSON,
            OTHER,
            REGIONAL,
            r#"{"kind": "person", "id": "P-7"}"#,
            r#"{"kind": "person", "mission": "nga", "id": "mli/P-1"}"#,
            r#"{"kind": "contact", "mission": "eth", "id": "x", "person": "mli/P-1", "person": 3}"#,
            r#"[{"kind": "person", "mission": "mli", "id": "P-5"}, {"kind": "person", "mission": "eth", "id": 5}]"#,
            r#"{"records": [{"kind": "person", "mission": "mli", "id": "P-6"}, 3], "mission": "nga", "kind" "#,
        ];
        let describing = Request {
            describe: Describe::Both,
            ..request()
        };
        let mut known: BTreeMap<u128, (String, u64)> = BTreeMap::new();
        let mut taken: u64 = 0;
        for round in 0..rounds {
            let mut files = corpus.clone();
            let mut changing = Changing(round);
            for _ in 0..round.min(1 + round % 3) {
                changing.change(&mut files, &spare);
            }
            let files: Vec<File<'_>> = files
                .iter()
                .map(|(path, text)| (&**path, &**text))
                .collect();
            for Judged {
                missions,
                key,
                told,
                ..
            } in judged(&files, &describing, true)
            {
                let now = (told, round);
                let Some((before, first)) = known.insert(key, now.clone()) else {
                    continue;
                };
                taken += 1;
                assert_eq!(before, now.0, "{name}: {missions:?} in {first} and {round}");
            }
        }
        assert!(taken > rounds / 2, "{name}: {taken} of {rounds}");
    }

    #[test]
    fn equal_keys_mean_equal_results() {
        let small = FILES
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        let mut small: BTreeMap<String, String> = small.collect();
        let lines = [PERSON, OTHER, REGIONAL, PERSON].join("\n");
        small.insert("lines.ndjson".to_owned(), lines);
        assert_keys_hold("few files", &small, 400);
        let together = BTreeMap::from([
            ("all/lines.ndjson".to_owned(), [PERSON, OTHER].join("\n")),
            ("all/list.json".to_owned(), format!("[{PERSON}, {OTHER}]")),
            (
                "nga.json".to_owned(),
                r#"{"kind": "person", "mission": "nga", "id": "P-1"}"#.to_owned(),
            ),
        ]);
        assert_keys_hold("several missions in a file", &together, 300);
    }

    #[test]
    fn equal_keys_mean_equal_results_of_whole_missions() {
        let mut corpus = crate::engine::testing::fixture("missions/eth");
        let second = corpus.iter().map(|(path, text)| {
            let text = text.replace("\"eth\"", "\"mli\"");
            (format!("mli/{path}"), text)
        });
        let second: Vec<(String, String)> = second.collect();
        corpus = corpus
            .into_iter()
            .map(|(path, text)| (format!("eth/{path}"), text))
            .collect();
        corpus.extend(second);
        assert_keys_hold("two missions", &corpus, 24);
    }
}
