//! JSON values as the generator builds them: members keep their order, keys may repeat.

use std::borrow::Cow;

use super::day::Day;

/// Text that is often a constant.
pub(crate) type Text = Cow<'static, str>;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json {
    /// A string.
    Text(Text),
    /// A whole number; others do not occur.
    Number(i64),
    /// True or false.
    Flag(bool),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(Text, Json)>),
}

impl From<&'static str> for Json {
    fn from(text: &'static str) -> Self {
        Self::Text(Text::Borrowed(text))
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(Text::Owned(text))
    }
}

impl From<&String> for Json {
    fn from(text: &String) -> Self {
        Self::Text(Text::Owned(text.clone()))
    }
}

impl From<Day> for Json {
    fn from(day: Day) -> Self {
        Self::from(day.to_string())
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(list: Vec<T>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Json>, const N: usize> From<[T; N]> for Json {
    fn from(list: [T; N]) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

impl Json {
    /// An object without members.
    pub(crate) fn object() -> Self {
        Self::Object(Vec::new())
    }

    /// The object with one more member.
    pub(crate) fn with(mut self, key: &'static str, value: impl Into<Json>) -> Self {
        self.push_member(key, value.into());
        self
    }

    /// The object with one more member, if there is a value.
    pub(crate) fn with_some(self, key: &'static str, value: Option<impl Into<Json>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Adds a member at the end of an object.
    pub(crate) fn push_member(&mut self, key: impl Into<Text>, value: Json) {
        if let Self::Object(members) = self {
            members.push((key.into(), value));
        }
    }

    /// Adds an element at the end of an array; gives its position.
    pub(crate) fn push(&mut self, value: impl Into<Json>) -> usize {
        let Self::List(list) = self else { return 0 };
        list.push(value.into());
        list.len() - 1
    }

    /// Number of elements or members.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::List(list) => list.len(),
            Self::Object(members) => members.len(),
            _ => 0,
        }
    }

    /// A member of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Self::Object(members) => members
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// Replaces a member, or adds it at the end.
    pub(crate) fn set(&mut self, key: &'static str, value: impl Into<Json>) {
        if let Self::Object(members) = self {
            match members.iter_mut().find(|(name, _)| name == key) {
                Some((_, old)) => *old = value.into(),
                None => members.push((key.into(), value.into())),
            }
        }
    }

    /// Takes a member away.
    pub(crate) fn remove(&mut self, key: &str) {
        if let Self::Object(members) = self {
            members.retain(|(name, _)| name != key);
        }
    }

    /// The array of a member, which is added empty where it is missing.
    pub(crate) fn list(&mut self, key: &'static str) -> &mut Json {
        if self.get(key).is_none() {
            self.set(key, Self::List(Vec::new()));
        }
        match self {
            Self::Object(members) => match members.iter_mut().position(|(name, _)| name == key) {
                Some(at) => &mut members[at].1,
                None => unreachable!("the member was just added"),
            },
            other => other,
        }
    }

    /// The value at a JSON Pointer without escapes.
    pub(crate) fn at(&self, pointer: &str) -> Option<&Json> {
        pointer
            .split('/')
            .skip(1)
            .try_fold(self, |here, step| match here {
                Self::List(list) => list.get(step.parse::<usize>().ok()?),
                _ => here.get(step),
            })
    }

    /// The value at a JSON Pointer without escapes, to be changed.
    pub(crate) fn at_mut(&mut self, pointer: &str) -> Option<&mut Json> {
        pointer
            .split('/')
            .skip(1)
            .try_fold(self, |here, step| match here {
                Self::List(list) => list.get_mut(step.parse::<usize>().ok()?),
                Self::Object(members) => members
                    .iter_mut()
                    .find(|(name, _)| name == step)
                    .map(|(_, value)| value),
                _ => None,
            })
    }

    /// The text of a string.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Roughly the number of characters it takes on one line.
    pub(crate) fn width(&self) -> usize {
        match self {
            Self::Text(text) => text.len() + 2,
            Self::Number(_) | Self::Flag(_) => 5,
            Self::List(list) => 2 + list.iter().map(|value| value.width() + 2).sum::<usize>(),
            Self::Object(members) => {
                4 + members
                    .iter()
                    .map(|(key, value)| key.len() + value.width() + 6)
                    .sum::<usize>()
            }
        }
    }
}
