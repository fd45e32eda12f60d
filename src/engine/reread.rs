//! Reading parts of files once more, and making sure that they are what they were.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use rayon::prelude::*;

use super::load::Loaded;
use super::part::{Selection, again};
use super::plan::{Form, Sketch};
use super::run::Run;
use super::{Content, Input, Inputs};
use crate::finding::Phrase;
use crate::report::RunFault;
use crate::source::{self, is_packed};
use crate::text::Origin;

/// So many parts of a file are read before they are parsed side by side.
const TOGETHER: usize = 4;

/// No more room is made at once for what is read.
const MOST_RESERVED: usize = 1 << 26;

/// What is wanted of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    All,
    /// Lines, as bytes of the document, in order and not adjacent; those are together that are read as one document.
    Lines(Vec<Vec<Range<u32>>>),
}

/// A part of a document that was read again: its position in the plan, and the first byte.
pub(super) type Key = (usize, u64);

/// What is wanted of one file, in order: positions in the plan.
pub(super) type Wish<'s> = Vec<(usize, Cow<'s, Sketch>, Wanted)>;

/// Bytes of an input, from its beginning on.
enum Source<'i> {
    /// Where any part is found at once.
    File(File),
    Bytes(&'i [u8]),
    /// With what was passed over and read of it.
    Packed(Box<dyn Read + Send + 'i>, u64),
}

impl<'i> Source<'i> {
    fn open(input: &'i Input) -> io::Result<Self> {
        Ok(match &input.content {
            Content::Once(_) => return Err(io::ErrorKind::NotSeekable.into()),
            // To open a pipe once more would wait for ever.
            Content::File(path) if !std::fs::metadata(path)?.is_file() => {
                return Err(io::ErrorKind::NotSeekable.into());
            }
            Content::File(path) if !is_packed(&input.path) => Self::File(File::open(path)?),
            Content::Bytes(bytes) if !is_packed(&input.path) => Self::Bytes(bytes),
            content => Self::Packed(source::open(content, &input.path)?, 0),
        })
    }

    /// The bytes from `offset` on, which lies behind what was asked for before: fewer than `length` where there are no
    /// more.
    fn range(&mut self, offset: u64, length: u64) -> io::Result<Vec<u8>> {
        let narrow = |bytes: u64| usize::try_from(bytes).unwrap_or(usize::MAX);
        let mut bytes = Vec::new();
        match self {
            Self::File(file) => {
                file.seek(SeekFrom::Start(offset))?;
                bytes.reserve_exact(narrow(length).min(MOST_RESERVED));
                file.take(length).read_to_end(&mut bytes)?;
            }
            Self::Bytes(all) => {
                let rest = all.get(narrow(offset)..).unwrap_or_default();
                bytes.extend_from_slice(&rest[..narrow(length).min(rest.len())]);
            }
            Self::Packed(content, at) => {
                let mut passed = content.by_ref().take(offset.saturating_sub(*at));
                io::copy(&mut passed, &mut io::sink())?;
                content.take(length).read_to_end(&mut bytes)?;
                *at = offset + bytes.len() as u64;
            }
        }
        Ok(bytes)
    }
}

/// Whether everything can be read once more.
pub(super) fn is_read_again(inputs: &Inputs) -> bool {
    let mut inputs = inputs.iter();
    inputs.all(|input| match &input.content {
        Content::File(path) => std::fs::metadata(path).is_ok_and(|file| file.is_file()),
        Content::Once(_) => false,
        Content::Bytes(_) | Content::Member(_) | Content::Defective(..) => true,
    })
}

impl Run<'_> {
    /// Reads what is wanted of a file once more. The fault is that it cannot be read, or is not what it was.
    pub(super) fn reread(
        &self,
        input: &Input,
        wish: Wish<'_>,
    ) -> Result<Vec<(Key, Loaded)>, RunFault> {
        let mut source = Source::open(input).map_err(|error| refused(input, &error))?;
        let mut all = Vec::new();
        let mut wish = wish.into_iter().peekable();
        while wish.peek().is_some() {
            let mut chunks = Vec::new();
            for (at, sketch, wanted) in wish.by_ref().take(TOGETHER) {
                let read = source.range(sketch.origin.offset, sketch.length);
                let bytes = read.map_err(|error| refused(input, &error))?;
                let again = &self.means.progress.again;
                again.fetch_add(bytes.len() as u64, Relaxed);
                if bytes.len() as u64 != sketch.length || self.digest.of(&bytes) != sketch.hash {
                    return Err(RunFault {
                        kind: "changed-while-read",
                        subject: input.path.to_string(),
                        reason: Phrase::new("reason-changed-while-read"),
                    });
                }
                let selections = selected(sketch.origin, bytes, &wanted).into_iter();
                chunks.extend(selections.map(|selection| (at, sketch.form, selection)));
            }
            let parsed = chunks.into_par_iter();
            let parsed: Vec<(Key, Loaded)> = parsed
                .map(|(at, form, selection)| {
                    let offset = selection.origins.first().offset;
                    ((at, offset), self.again(&input.path, selection, form))
                })
                .collect();
            all.extend(parsed);
        }
        Ok(all)
    }

    fn again(&self, path: &Arc<str>, selection: Selection, form: Form) -> Loaded {
        self.means.progress.parsed.fetch_add(1, Relaxed);
        again(path, selection, form, self.contract, &self.request.settings)
    }
}

fn refused(input: &Input, error: &io::Error) -> RunFault {
    let reason = if error.kind() == io::ErrorKind::NotSeekable {
        Phrase::new("reason-not-twice")
    } else {
        Phrase::from(error)
    };
    RunFault {
        kind: "cannot-read",
        subject: input.path.to_string(),
        reason,
    }
}

/// What is wanted of a text.
fn selected(origin: Origin, bytes: Vec<u8>, wanted: &Wanted) -> Vec<Selection> {
    let Wanted::Lines(groups) = wanted else {
        let origins = origin.into();
        return vec![Selection { origins, bytes }];
    };
    let (mut at, mut origin) = (0, origin);
    let mut selections = Vec::with_capacity(groups.len());
    for ranges in groups {
        let mut selection: Option<Selection> = None;
        for range in ranges {
            let start = (range.start as usize).min(bytes.len());
            let end = (range.end as usize).clamp(start, bytes.len());
            let (missing, lines) = (&bytes[at.min(start)..start], &bytes[start..end]);
            origin = origin.after(missing);
            match &mut selection {
                Some(selection) => {
                    let byte = u32::try_from(selection.bytes.len()).unwrap_or(u32::MAX);
                    selection.origins.pass_over(byte, missing);
                    selection.bytes.extend_from_slice(lines);
                }
                None => {
                    selection = Some(Selection {
                        origins: origin.into(),
                        bytes: with_room(lines, ranges),
                    });
                }
            }
            (at, origin) = (end, origin.after(lines));
        }
        selections.extend(selection);
    }
    selections
}

/// The first lines, with room for all of them.
fn with_room(first: &[u8], ranges: &[Range<u32>]) -> Vec<u8> {
    let lengths = ranges
        .iter()
        .map(|range| range.end.saturating_sub(range.start));
    let all: u64 = lengths.map(u64::from).sum();
    let mut bytes = Vec::with_capacity(usize::try_from(all).unwrap_or_default());
    bytes.extend_from_slice(first);
    bytes
}

#[cfg(test)]
mod tests {
    use xxhash_rust::xxh3::xxh3_128;

    use super::*;
    use crate::engine::{Means, Request};
    use crate::schema::Contract;

    /// Reads `text` again that had the hash of `before`.
    fn read_again(
        text: &str,
        before: &str,
        wanted: Wanted,
    ) -> Result<Vec<(Key, Loaded)>, RunFault> {
        let request = Request {
            settings: crate::config::Settings::default(),
            as_of: crate::calendar::parse_day("2025-03-31").unwrap(),
            policy: crate::reference::Policy::Dated,
            select: Vec::new(),
            ignore: Vec::new(),
            audience: crate::report::Audience::Internal,
            reveal: false,
            describe: crate::engine::Describe::Nothing,
            configs: Vec::new(),
            held: None,
            baseline: None,
        };
        let (contract, means) = (Contract::default(), Means::default());
        let input = Input {
            path: "a.ndjson".into(),
            content: Content::Bytes(text.as_bytes().to_vec()),
        };
        let sketch = Sketch {
            file: 0,
            form: Form::Lines,
            is_sound: true,
            origin: Origin::default(),
            length: before.len() as u64,
            hash: xxh3_128(before.as_bytes()),
            runs: Vec::new().into(),
            more: None,
        };
        let run = Run::new(&request, &contract, &means);
        run.reread(&input, vec![(0, Cow::Owned(sketch), wanted)])
    }

    #[test]
    fn lines_are_read_again_where_they_stand() {
        let last = 10..12;
        let wanted = Wanted::Lines(vec![vec![2..4, 6..8], vec![last]]);
        let text = "1\n2\n3\n4\n5\n6\n";
        let read = read_again(text, text, wanted).unwrap();
        let found: Vec<(&str, [Origin; 2])> = read
            .iter()
            .map(|(_, loaded)| {
                let origins = &loaded.document.origins;
                (loaded.document.tree.text(), [0, 2].map(|at| origins.at(at)))
            })
            .collect();
        let at = |offset, line| Origin { offset, line };
        let expected = [
            ("2\n4\n", [at(2, 1), at(4, 2)]),
            ("6\n", [at(10, 5), at(10, 5)]),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_has_changed_is_not_judged() {
        for text in ["1\n2\n3\n5\n", "1\n2\n3\n", ""] {
            let line = 2..4;
            let wanted = Wanted::Lines(vec![vec![line]]);
            let fault = read_again(text, "1\n2\n3\n4\n", wanted).unwrap_err();
            assert_eq!(
                (fault.kind, fault.subject.as_str()),
                ("changed-while-read", "a.ndjson")
            );
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_read_twice_is_refused_with_advice() {
        let input = Input {
            path: "a.ndjson".into(),
            content: Content::File("/dev/null".into()),
        };
        let error = Source::open(&input).err().unwrap();
        assert_eq!(refused(&input, &error).reason.id, "reason-not-twice");
    }
}
