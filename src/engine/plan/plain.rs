//! What is known of nearly all small files, in few bytes: one document of one mission, nothing of which was lost.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::register::{ASTRAY, Number};
use super::runs::{Owner, Run, Runs};
use super::sketch::{Form, More, Sketch};
use crate::report::Countries;
use crate::text::Origin;

/// A sketch of which most is told by its being plain: the whole file, of one mission, sound.
#[derive(Debug, Clone, Copy)]
pub(in crate::engine) struct Plain {
    hash: [u64; 2],
    length: u32,
    pub(in crate::engine) records: u32,
    /// The mission of its records; [`ASTRAY`] where it has none, or these are asked for no more.
    owner: Number,
    /// How far its run ends before, or behind, the end of the text: one less.
    short: u8,
    pub(in crate::engine) form: Form,
}

/// What documents say of missions besides whose they are: which of them said it does not matter.
#[derive(Debug, Default)]
pub(in crate::engine) struct Gathered {
    /// As in [`More`].
    pub(in crate::engine) ties: BTreeSet<(Number, u64)>,
    /// As in [`More`].
    pub(in crate::engine) own: BTreeSet<(Number, u64)>,
    /// Where missions are: unknown where several records say it.
    pub(in crate::engine) seats: FxHashMap<Number, Countries>,
}

/// What is known of a document, in one way or the other.
#[derive(Debug, Clone, Copy)]
pub(in crate::engine) enum Drawn<'s> {
    Full(&'s Sketch),
    /// With the position of its file.
    Plain(u32, &'s Plain),
}

impl Plain {
    /// The same as a sketch of a document with so many records, where that is plain.
    pub(in crate::engine) fn of(sketch: &Sketch, records: u32) -> Option<Self> {
        let length = u32::try_from(sketch.length).ok()?;
        let behind = length.checked_add(1)?;
        let (end, owner) = match sketch.runs.single() {
            Some(run) if run.records == records => match run.owner {
                Owner::One(ASTRAY) | Owner::Odd(_) => return None,
                Owner::One(owner) => (run.end, owner),
            },
            None if sketch.runs.iter().next().is_none() => (behind, ASTRAY),
            _ => return None,
        };
        let is_divisible_or_whole = matches!(sketch.form, Form::Whole | Form::Lines);
        let is_all = sketch.origin == Origin::default();
        let says_more = sketch.more.as_deref().is_some_and(More::says_more);
        if !sketch.is_sound || !is_divisible_or_whole || !is_all || says_more {
            return None;
        }
        let short = behind.checked_sub(end)?;
        Some(Self {
            hash: [low(sketch.hash), low(sketch.hash >> 64)],
            length,
            records,
            owner,
            short: short.try_into().ok()?,
            form: sketch.form,
        })
    }

    pub(in crate::engine) fn hash(&self) -> u128 {
        u128::from(self.hash[0]) | u128::from(self.hash[1]) << 64
    }

    /// In bytes.
    pub(in crate::engine) fn length(&self) -> u64 {
        self.length.into()
    }

    fn sketch(&self, file: u32) -> Sketch {
        let run = Run {
            end: (self.length + 1) - u32::from(self.short),
            records: self.records,
            owner: Owner::One(self.owner),
        };
        Sketch {
            file,
            form: self.form,
            is_sound: true,
            origin: Origin::default(),
            length: self.length.into(),
            hash: self.hash(),
            runs: Runs::from((self.owner != ASTRAY).then_some(run)),
            more: None,
        }
    }
}

/// Takes what is said of missions that are told; what is said of others stays.
fn told<T>(said: &mut Vec<(Number, T)>) -> Vec<(Number, T)> {
    let all = std::mem::take(said).into_iter();
    let (astray, told) = all.partition(|(number, _)| *number == ASTRAY);
    *said = astray;
    told
}

/// The lower half.
fn low(hash: u128) -> u64 {
    u64::try_from(hash & u128::from(u64::MAX)).unwrap_or_default()
}

impl More {
    /// Whether it says more than what is [gathered](Gathered).
    fn says_more(&self) -> bool {
        let Self {
            odd,
            ties: _,
            untold,
            own: _,
            envelopes,
            unread,
            // Where there is one run alone, it has all texts.
            folded: _,
            seats: _,
        } = self;
        let is_empty = odd.is_empty() && envelopes.is_empty() && unread.is_empty();
        !is_empty || *untold
    }
}

impl Gathered {
    /// Takes what a sketch says of missions that are told in it.
    pub(in crate::engine) fn take_from(&mut self, sketch: &mut Sketch) {
        let Some(more) = &mut sketch.more else { return };
        self.ties.extend(told(&mut more.ties));
        self.own.extend(told(&mut more.own));
        for (number, countries) in told(&mut more.seats) {
            self.seat(number, countries);
        }
        if more.is_empty() {
            sketch.more = None;
        }
    }

    fn seat(&mut self, number: Number, countries: Countries) {
        let seat = self.seats.entry(number);
        seat.and_modify(|seat| *seat = Countries::Unknown)
            .or_insert(countries);
    }
}

impl<'s> Drawn<'s> {
    /// Position of its file.
    pub(in crate::engine) fn file(self) -> u32 {
        match self {
            Self::Full(sketch) => sketch.file,
            Self::Plain(file, _) => file,
        }
    }

    /// The sketch where it is at length: there alone is [`Sketch::more`].
    pub(in crate::engine) fn full(self) -> Option<&'s Sketch> {
        match self {
            Self::Full(sketch) => Some(sketch),
            Self::Plain(..) => None,
        }
    }

    /// The sketch. What is [gathered](Gathered) is not in it.
    pub(in crate::engine) fn sketch(self) -> Cow<'s, Sketch> {
        match self {
            Self::Full(sketch) => Cow::Borrowed(sketch),
            Self::Plain(file, plain) => Cow::Owned(plain.sketch(file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::plan::Odd;

    fn mali() -> Countries {
        Countries::Known(vec!["MLI".to_owned()])
    }

    /// A sketch of a whole file.
    fn plain() -> Sketch {
        Sketch {
            file: 7,
            form: Form::Whole,
            is_sound: true,
            origin: Origin::default(),
            length: 400,
            hash: 0xFFFF_0000_1111_2222_3333_4444_5555_6666,
            runs: vec![Run {
                end: 399,
                records: 3,
                owner: Owner::One(5),
            }]
            .into(),
            more: None,
        }
    }

    #[test]
    fn a_plain_sketch_comes_back_as_it_was() {
        for end in [401, 400, 399, 146] {
            for form in [Form::Whole, Form::Lines] {
                let run = Run {
                    end,
                    ..plain().runs.single().unwrap()
                };
                let sketch = Sketch {
                    form,
                    runs: vec![run].into(),
                    ..plain()
                };
                let short = Plain::of(&sketch, 3).unwrap();
                let back = Drawn::Plain(7, &short).sketch().into_owned();
                assert_eq!(format!("{back:?}"), format!("{sketch:?}"));
            }
        }
    }

    #[test]
    fn what_has_no_records_is_plain() {
        let sketch = Sketch {
            runs: Runs::from(None),
            ..plain()
        };
        let short = Plain::of(&sketch, 2).unwrap();
        assert_eq!(short.records, 2);
        let back = Drawn::Plain(7, &short).sketch().into_owned();
        assert_eq!(format!("{back:?}"), format!("{sketch:?}"));
    }

    #[test]
    fn what_says_more_is_not_plain() {
        let run = |end, owner| Run {
            end,
            records: 1,
            owner,
        };
        let of_one = Owner::One(5);
        let more = |more| Some(Box::new(more));
        let odd = Odd::default();
        let one = || Sketch {
            runs: vec![run(400, Owner::One(5))].into(),
            ..plain()
        };
        let others = [
            Sketch {
                is_sound: false,
                ..one()
            },
            Sketch {
                form: Form::Together,
                ..one()
            },
            Sketch {
                form: Form::Unreadable,
                ..one()
            },
            Sketch {
                origin: Origin { offset: 3, line: 0 },
                ..one()
            },
            Sketch {
                origin: Origin { offset: 0, line: 1 },
                ..one()
            },
            Sketch {
                length: 1 << 32,
                ..one()
            },
            Sketch {
                length: (1 << 32) - 1,
                ..one()
            },
            Sketch {
                runs: vec![run(400, Owner::One(ASTRAY))].into(),
                ..one()
            },
            Sketch {
                runs: vec![run(200, of_one), run(400, Owner::One(6))].into(),
                ..one()
            },
            Sketch {
                runs: vec![run(400, Owner::Odd(0))].into(),
                ..one()
            },
            Sketch {
                runs: vec![run(402, of_one)].into(),
                ..one()
            },
            Sketch {
                runs: vec![run(145, of_one)].into(),
                ..one()
            },
            Sketch {
                more: more(More {
                    odd: vec![odd],
                    ..More::default()
                }),
                ..one()
            },
            Sketch {
                more: more(More {
                    untold: true,
                    ..More::default()
                }),
                ..one()
            },
            Sketch {
                more: more(More {
                    envelopes: vec![(5, 6)],
                    ..More::default()
                }),
                ..one()
            },
        ];
        for sketch in others {
            assert!(Plain::of(&sketch, 1).is_none(), "{sketch:?}");
        }
        assert!(Plain::of(&one(), 1).is_some() && Plain::of(&one(), 2).is_none());
    }

    #[test]
    fn what_is_said_of_missions_is_gathered() {
        let more = More {
            ties: vec![(5, 10), (5, 11)],
            own: vec![(5, 12)],
            seats: vec![(5, mali())],
            ..More::default()
        };
        let sketch = Sketch {
            more: Some(Box::new(more)),
            ..plain()
        };
        assert!(Plain::of(&sketch, 3).is_some());
        let mut gathered = Gathered::default();
        gathered.take_from(&mut sketch.clone());
        assert_eq!(gathered.seats[&5], mali());
        let mut taken = sketch;
        gathered.take_from(&mut taken);
        gathered.take_from(&mut plain());
        assert_eq!(gathered.ties, BTreeSet::from([(5, 10), (5, 11)]));
        assert_eq!(gathered.own, BTreeSet::from([(5, 12)]));
        assert_eq!(gathered.seats[&5], Countries::Unknown);
        assert!(taken.more.is_none());
    }

    #[test]
    fn what_is_said_of_nobody_knows_whom_is_not_gathered() {
        let more = More {
            ties: vec![(ASTRAY, 10), (5, 11)],
            seats: vec![(ASTRAY, mali())],
            ..More::default()
        };
        let mut sketch = Sketch {
            more: Some(Box::new(more)),
            ..plain()
        };
        let mut gathered = Gathered::default();
        gathered.take_from(&mut sketch);
        assert_eq!(gathered.ties, BTreeSet::from([(5, 11)]));
        assert!(gathered.seats.is_empty());
        let left = sketch.more.unwrap();
        assert_eq!((left.ties, left.seats.len()), (vec![(ASTRAY, 10)], 1));
    }

    #[test]
    fn it_takes_few_bytes() {
        assert_eq!(size_of::<Plain>(), 32);
        assert_eq!(size_of::<Option<Plain>>(), 32);
    }
}
