//! The messages of one language. Files are read when something in them is to be said: a run that finds nothing says
//! little.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use fluent_bundle::{FluentBundle, FluentMessage, FluentResource};
use memchr::memmem;

use super::Language;
use super::format::grouped;

/// The file with what messages of every other file may refer to. None refers to any other.
const SHARED: &str = "interface";

type Messages = FluentBundle<Rc<FluentResource>>;

/// Messages of one language.
pub(super) struct Bundle {
    language: Language,
    is_grouping: bool,
    /// Whether wording of one's own is among them.
    pub(super) is_worded: bool,
    shared: OnceCell<Rc<FluentResource>>,
    parts: Vec<Part>,
}

/// Messages that are read together.
struct Part {
    texts: Vec<Cow<'static, str>>,
    /// Whether it is what all parts have.
    is_shared: bool,
    messages: OnceCell<Messages>,
}

impl Bundle {
    /// The messages of a language.
    pub(super) fn of(language: Language, is_grouping: bool) -> Self {
        let files = language.files().iter();
        let parts = files.map(|(name, text)| Part {
            texts: vec![Cow::Borrowed(*text)],
            is_shared: *name == SHARED,
            messages: OnceCell::new(),
        });
        Self {
            language,
            is_grouping,
            is_worded: false,
            shared: OnceCell::new(),
            parts: parts.collect(),
        }
    }

    /// The same with others in place of some. These may refer to messages of any file.
    pub(super) fn worded(language: Language, is_grouping: bool, wording: &[&str]) -> Self {
        let files = language.files().iter();
        let ours = files.map(|(_, text)| Cow::Borrowed(*text));
        let own = wording.iter().map(|text| Cow::Owned((*text).to_owned()));
        let part = Part {
            texts: ours.chain(own).collect(),
            is_shared: false,
            messages: OnceCell::new(),
        };
        Self {
            is_worded: true,
            parts: vec![part],
            ..Self::of(language, is_grouping)
        }
    }

    /// A message, and what it is written by.
    pub(super) fn message(&self, id: &str) -> Option<(&Messages, FluentMessage<'_>)> {
        let find = |messages: &'_ Messages| messages.has_message(id);
        let read = self.parts.iter().filter_map(|part| part.messages.get());
        let known = read.into_iter().find(|messages| find(messages));
        let named = || {
            let mut parts = self.parts.iter().filter(|part| part.may_have(id));
            parts.find_map(|part| Some(self.read(part)).filter(|messages| find(messages)))
        };
        // Once more than enough: afterwards it is known of every message whether it is there.
        let any = || {
            let mut parts = self.parts.iter().map(|part| self.read(part));
            parts.find(|messages| find(messages))
        };
        let messages = known.or_else(named).or_else(any)?;
        Some((messages, messages.get_message(id)?))
    }

    fn read<'b>(&'b self, part: &'b Part) -> &'b Messages {
        part.messages.get_or_init(|| {
            let mut messages = FluentBundle::new(vec![self.language.identifier()]);
            if self.is_grouping {
                messages.set_formatter(Some(grouped(self.language)));
            }
            // Isolation marks would end up in terminals and reports; values are cleaned instead.
            messages.set_use_isolating(false);
            messages.add_resource_overriding(self.shared());
            let texts = part.texts.iter().filter(|_| !part.is_shared);
            for text in texts {
                messages.add_resource_overriding(Rc::new(parsed(text)));
            }
            messages
        })
    }

    fn shared(&self) -> Rc<FluentResource> {
        let shared = self.shared.get_or_init(|| {
            let mut files = self.language.files().iter();
            let text = files.find(|(name, _)| *name == SHARED);
            Rc::new(parsed(text.map_or("", |(_, text)| text)))
        });
        Rc::clone(shared)
    }
}

impl Part {
    /// Whether a message may be there that has not been looked for.
    fn may_have(&self, id: &str) -> bool {
        let start = format!("\n{id} =");
        let mut texts = self.texts.iter();
        self.messages.get().is_none()
            && texts.any(|text| memmem::find(text.as_bytes(), start.as_bytes()).is_some())
    }
}

fn parsed(text: &str) -> FluentResource {
    // A test shows that every file of ours parses; what parses is kept in any case.
    FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};

    use super::*;

    /// Ids of the messages in a text, and of those that they refer to.
    fn ids(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
        let resource = fluent_syntax::parser::parse(text).unwrap();
        let (mut known, mut used) = (BTreeSet::new(), BTreeSet::new());
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            known.insert(message.id.name.to_owned());
            let attributes = message.attributes.iter().map(|it| &it.value);
            for pattern in message.value.iter().chain(attributes) {
                refer(&pattern.elements, &mut used);
            }
        }
        (known, used)
    }

    fn refer(elements: &[PatternElement<&str>], used: &mut BTreeSet<String>) {
        for element in elements {
            let PatternElement::Placeable { expression } = element else {
                continue;
            };
            let inline = match expression {
                Expression::Inline(inline) => inline,
                Expression::Select { selector, variants } => {
                    for variant in variants {
                        refer(&variant.value.elements, used);
                    }
                    selector
                }
            };
            match inline {
                InlineExpression::MessageReference { id, .. } => {
                    used.insert(id.name.to_owned());
                }
                InlineExpression::Placeable { expression } => {
                    let expression = (**expression).clone();
                    refer(&[PatternElement::Placeable { expression }], used);
                }
                InlineExpression::TermReference { id, .. } => panic!("a term: {}", id.name),
                _ => {}
            }
        }
    }

    #[test]
    fn messages_refer_to_their_own_file_or_the_shared_one() {
        for language in Language::ALL {
            let shared = language.files().iter().find(|(name, _)| *name == SHARED);
            let (shared, _) = ids(shared.unwrap().1);
            for (name, text) in language.files() {
                let (known, used) = ids(text);
                let foreign: Vec<_> = used.difference(&known).collect();
                let lost = foreign.iter().find(|id| !shared.contains(**id));
                assert!(lost.is_none(), "{name} of {}: {lost:?}", language.code());
                assert!(name != &SHARED || foreign.is_empty(), "{foreign:?}");
            }
        }
    }

    #[test]
    fn every_message_is_found_whatever_was_asked_for_before() {
        for language in Language::ALL {
            let warm = Bundle::of(language, false);
            let mut seen = BTreeSet::new();
            for (_, text) in language.files() {
                for id in ids(text).0 {
                    let cold = Bundle::of(language, false);
                    assert!(cold.message(&id).is_some(), "{id}");
                    let read = cold.parts.iter().filter(|it| it.messages.get().is_some());
                    assert_eq!(read.count(), 1, "{id}");
                    assert!(warm.message(&id).is_some(), "{id}");
                    assert!(seen.insert(id), "there twice");
                }
            }
            assert!(warm.message("no-such-message").is_none());
        }
    }
}
