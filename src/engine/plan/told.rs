//! What is told of texts in the keys of the units that read them.

use std::collections::BTreeMap;

use super::Plan;
use super::register::{ASTRAY, NOBODY, Number};
use super::runs::{Owner, Run};
use super::sketch::{Form, Sketch};
use crate::engine::digest::Digest;

/// A text to be digested, whose parts cannot run into each other.
#[derive(Clone, Default)]
pub(super) struct Told(Vec<u8>);

impl Told {
    pub(super) fn number(&mut self, number: impl Into<u128>) {
        self.0.extend(number.into().to_le_bytes());
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend(text.as_bytes());
    }

    pub(super) fn texts<'t>(&mut self, texts: impl ExactSizeIterator<Item = &'t str>) {
        self.number(texts.len() as u64);
        texts.for_each(|text| self.text(text));
    }

    pub(super) fn digest(&self) -> u128 {
        // Whoever writes records might else write two that are taken for one.
        Digest::Strict.of(&self.0)
    }
}

/// What is told of a run.
///
/// What may belong to any of several missions is told to each as what may be its own, whoever the others are: more of
/// them may come.
pub(super) struct ToldRun {
    /// To the unit of records of no mission, which has to know everything.
    pub(super) all: u128,
    /// To units of which it says nothing by name.
    others: u128,
    own: BTreeMap<usize, u128>,
}

impl ToldRun {
    /// The same to all.
    fn alike(told: u128) -> Self {
        Self {
            all: told,
            others: told,
            own: BTreeMap::new(),
        }
    }

    /// What is told to a unit.
    pub(super) fn to(&self, unit: usize) -> u128 {
        *self.own.get(&unit).unwrap_or(&self.others)
    }
}

/// What is told so far of what may belong to missions: to the unit of records of none, to all others, to those that
/// are named.
#[derive(Default)]
struct Telling {
    all: u128,
    others: u128,
    own: BTreeMap<usize, u128>,
}

impl Plan<'_> {
    /// Where a text stands, and what it is.
    pub(super) fn head(&self, sketch: &Sketch) -> u128 {
        let mut told = Told::default();
        told.text(&self.path(sketch.file));
        told.number(match sketch.form {
            Form::Whole => 0_u8,
            Form::Lines => 1,
            Form::Together => 2,
            Form::Unreadable => 3,
        });
        told.number(sketch.origin.offset);
        told.number(sketch.origin.line);
        told.number(sketch.length);
        told.number(sketch.hash);
        told.digest()
    }

    /// Where a run begins and ends, and whose it is held to be.
    pub(super) fn told(&self, sketch: &Sketch, run: Run, start: u32) -> ToldRun {
        let mut told = Told::default();
        told.number(start);
        told.number(run.end);
        let at = match run.owner {
            Owner::One(number) => {
                told.number(0_u8);
                told.text(self.name(self.meant(number)));
                return ToldRun::alike(told.digest());
            }
            Owner::Odd(at) => at,
        };
        told.number(1_u8);
        let odd = sketch.odd(at);
        told.number(odd.missions.len() as u64);
        for (number, _) in &odd.missions {
            let resolved = self.resolved(sketch, *number);
            told.texts(resolved.map(|number| self.name(number)).into_iter());
        }
        let path = &*self.path(sketch.file);
        let only = || self.folders.only_mission(path);
        let only = (!odd.strays.is_empty()).then(only).flatten();
        self.tell_names(&mut told, Vec::from_iter(only));
        told.number(odd.strays.len() as u64);
        if odd.strays.is_empty() {
            return ToldRun::alike(told.digest());
        }
        let mut telling = Telling::default();
        let mut same: (u64, Vec<Number>) = (0, Vec::new());
        for stray in &odd.strays {
            let numbers = self.folders.blocked_by(stray, path);
            if same.1 != numbers {
                self.tell_blocked(&mut telling, &same);
                same = (0, numbers);
            }
            same.0 += 1;
        }
        self.tell_blocked(&mut telling, &same);
        let done = |parts: [u128; 2]| {
            let mut whole = told.clone();
            for part in parts {
                whole.number(part);
            }
            whole.digest()
        };
        let own = telling.own.iter();
        let own = own.map(|(unit, own)| (*unit, done([telling.others, *own])));
        let mut own: BTreeMap<usize, u128> = own.collect();
        let all = done([telling.others, telling.all]);
        own.insert(self.unit_of(NOBODY), all);
        ToldRun {
            all,
            others: done([telling.others, 0]),
            own,
        }
    }

    /// Tells of so many strays in a row that may belong to the same missions: to each unit, which of them are its own,
    /// and whether there are others.
    fn tell_blocked(&self, telling: &mut Telling, (count, numbers): &(u64, Vec<Number>)) {
        let tell = |before: &mut u128, numbers: &[Number], has_others: bool| {
            let mut told = Told::default();
            told.number(*before);
            told.number(telling.others);
            told.number(*count);
            told.number(u8::from(has_others));
            self.tell_names(&mut told, numbers.to_vec());
            *before = told.digest();
        };
        let mut by_unit: BTreeMap<usize, Vec<Number>> = BTreeMap::new();
        for number in numbers {
            let unit = self.unit_of(self.meant(*number));
            by_unit.entry(unit).or_default().push(*number);
        }
        for (unit, own) in by_unit {
            let before = telling.own.entry(unit).or_default();
            tell(before, &own, own.len() < numbers.len());
        }
        tell(&mut telling.all, numbers, false);
        let mut told = Told::default();
        told.number(telling.others);
        told.number(*count);
        told.number(u8::from(numbers.is_empty()));
        telling.others = told.digest();
    }

    /// Names of missions and of those that are meant, whatever their numbers.
    fn tell_names(&self, told: &mut Told, numbers: Vec<Number>) {
        let numbers = numbers.into_iter().filter(|number| *number != ASTRAY);
        let names = numbers.map(|number| (self.name(number), self.name(self.meant(number))));
        let mut names: Vec<(&str, &str)> = names.collect();
        names.sort_unstable();
        told.number(names.len() as u64);
        for (name, meant) in names {
            told.text(name);
            told.text(meant);
        }
    }
}
