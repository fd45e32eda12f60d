//! From errors of the validator crate to violations.

use std::sync::Arc;

use serde_json::Value;

use crate::follow;
use crate::instance::first_repeat;
use crate::library::{Library, Place, Step, Way, split_last};
use crate::negation;
use crate::places::Places;
use crate::shape::{bare, title};
use crate::validate::{FailureKind as Kind, JsonType, QUICK, SchemaFailure, TypeKind};
use crate::{Bound, Branch, Choice, Fault, Node, Violation};

/// Reads the errors of one value.
pub(crate) struct Reader<'t, 's> {
    library: &'s Library,
    places: Places<'t>,
}

impl<'t, 's> Reader<'t, 's> {
    pub(crate) fn new(library: &'s Library, value: Node<'t>) -> Self {
        Self {
            library,
            places: Places::of(value),
        }
    }

    /// The facts of all errors.
    pub(crate) fn read_all<'e>(
        mut self,
        errors: impl Iterator<Item = SchemaFailure<'e>>,
    ) -> Vec<Violation> {
        let mut found: Vec<Violation> = errors.flat_map(|error| self.read(&error, None)).collect();
        follow::mark(self.library, self.places.root().tree(), &mut found);
        found
    }

    /// The facts of one error; an error about several keys or elements becomes one violation for each.
    ///
    /// Errors of branches have paths from the root too. Those about a key have the path of its object: `key` is the
    /// one that is judged.
    fn read(&mut self, error: &SchemaFailure<'_>, key: Option<Node<'t>>) -> Vec<Violation> {
        let place = key
            .or_else(|| self.places.at(error.instance_path().as_str()))
            .unwrap_or(self.places.root());
        let path = error.evaluation_path().as_str();
        let trail = self.library.trail(path);
        // A keyword that holds a schema is not about what that schema is about.
        let about = match trail.as_slice() {
            [outer @ .., last]
                if last.length == path.len() && !matches!(error.kind(), Kind::FalseSchema) =>
            {
                outer
            }
            all => all,
        };
        let holder = trail.iter().rev().find(|step| step.length < path.len());
        let template = Violation {
            node: place.index(),
            fault: Fault::Forbidden,
            keyword: error.kind().keyword().to_owned(),
            schema_path: error.schema_path().as_str().to_owned(),
            evaluation_path: path.to_owned(),
            title: self.title(about),
            because: Vec::new(),
            follows: None,
        };
        let with = |fault| Violation {
            fault,
            ..template.clone()
        };
        match error.kind() {
            Kind::AdditionalProperties { unexpected }
            | Kind::UnevaluatedProperties { unexpected } => {
                let known = holder.map_or_else(
                    || Arc::from([]),
                    |step| self.library.shape(&step.place).known.clone(),
                );
                let about = |name: &String| with(self.unknown_property(place, name, &known));
                unexpected.iter().map(about).collect()
            }
            Kind::UnevaluatedItems { unexpected } => follow::unevaluated(place, unexpected)
                .map(|item| with(Fault::UnknownItem { item: item.index() }))
                .collect(),
            Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
                let choice = self.choice(context, holder, path, key);
                vec![with(Fault::NoBranch { choice })]
            }
            Kind::OneOfMultipleValid { context } => {
                let choice = self.choice(context, holder, path, key);
                vec![with(Fault::SeveralBranches { choice })]
            }
            Kind::PropertyNames { error: nested } => {
                let name = nested
                    .instance()
                    .as_str()
                    .and_then(|name| self.places.member(place, name));
                let because = self.read(nested, name.map(|(key, _)| key));
                let fault = other(error.kind());
                vec![Violation {
                    because,
                    ..with(fault)
                }]
            }
            Kind::Required { property } => {
                let name = bare(property);
                let needed_by = self.needed_by(path, holder, place, &name);
                let shape = holder.map(|step| self.library.shape(&step.place));
                let title = shape.and_then(|shape| shape.properties.get(&name)?.title.clone());
                vec![Violation {
                    title,
                    ..with(Fault::MissingProperty { name, needed_by })
                }]
            }
            kind => {
                let fault = self.fault(kind, place, holder.map(|step| &step.place), path);
                vec![with(fault)]
            }
        }
    }

    fn unknown_property(&mut self, object: Node<'t>, name: &str, known: &Arc<[String]>) -> Fault {
        let key = self
            .places
            .member(object, name)
            .map_or(object, |(key, _)| key);
        Fault::UnknownProperty {
            key: key.index(),
            name: name.to_owned(),
            known: known.clone(),
        }
    }

    /// What the schemas on the way call the value: the first that describes the value itself has the word, as one
    /// beside a reference knows better than the definition.
    fn title(&self, trail: &[Step<'_>]) -> Option<String> {
        let start = trail.iter().rposition(|step| step.way == Way::Child);
        let own = trail.get(start.unwrap_or(0)..)?;
        let until = own.iter().position(|step| step.way == Way::Branch);
        own[..until.unwrap_or(own.len())]
            .iter()
            .find_map(|step| title(self.library, &step.place))
    }

    /// The first key of the schema's list that makes another one necessary (`dependentRequired`).
    fn needed_by(
        &mut self,
        path: &str,
        holder: Option<&Step<'s>>,
        object: Node<'t>,
        missing: &str,
    ) -> Option<u32> {
        let (_, keyword) = split_last(path);
        if keyword == "required" {
            return None;
        }
        let lists = holder?.place.schema.get(&keyword)?.as_object()?;
        let asks = |list: &Value| {
            list.as_array()
                .is_some_and(|list| list.iter().any(|name| name == missing))
        };
        lists
            .iter()
            .filter(|(_, list)| asks(list))
            .find_map(|(name, _)| self.places.member(object, name))
            .map(|(key, _)| key.index())
    }

    fn choice(
        &mut self,
        context: &[Vec<SchemaFailure<'static>>],
        holder: Option<&Step<'s>>,
        path: &str,
        key: Option<Node<'t>>,
    ) -> Choice {
        let (_, keyword) = split_last(path);
        let place = holder.map(|step| &step.place);
        let list = place.and_then(|place| place.schema.get(&keyword)?.as_array());
        let mut branches = Vec::new();
        for (number, errors) in context.iter().enumerate() {
            let schema = list.and_then(|list| list.get(number));
            let branch = place
                .zip(schema)
                .map(|(place, schema)| self.library.within(place.base.clone(), schema));
            branches.push(Branch {
                violations: errors
                    .iter()
                    .flat_map(|nested| self.read(nested, key))
                    .collect(),
                shape: branch
                    .as_ref()
                    .map(|branch| self.library.shape(branch))
                    .unwrap_or_default(),
                tags: place
                    .zip(schema)
                    .map(|(place, schema)| declared_tags(place.schema, schema))
                    .unwrap_or_default(),
            });
        }
        Choice {
            tag: place.and_then(|place| declared_tag(place.schema)),
            branches,
        }
    }

    fn fault(
        &mut self,
        kind: &Kind,
        place: Node<'t>,
        holder: Option<&Place<'s>>,
        path: &str,
    ) -> Fault {
        match kind {
            Kind::FalseSchema => Fault::Forbidden,
            Kind::AdditionalItems { limit } => match place.item(*limit) {
                Some(first) => Fault::ExtraItems {
                    limit: *limit as u64,
                    first: first.index(),
                },
                None => other(kind),
            },
            Kind::MultipleOf { multiple_of } => Fault::NotMultiple {
                of: holder
                    .and_then(|place| place.schema.get("multipleOf"))
                    .map_or_else(|| multiple_of.to_string(), Value::to_string),
            },
            Kind::ContentEncoding { content_encoding } => Fault::Content {
                expected: content_encoding.clone(),
            },
            Kind::ContentMediaType { content_media_type } => Fault::Content {
                expected: content_media_type.clone(),
            },
            Kind::Contains => contains(self.library, holder, path),
            Kind::Not { schema } => negation::fault(schema, |name| {
                let (key, _) = self.places.member(place, name)?;
                Some(key.index())
            })
            .unwrap_or_else(|| other(kind)),
            _ => simple_fault(kind, place),
        }
    }
}

/// The property that a schema says tells its branches apart.
fn declared_tag(schema: &Value) -> Option<String> {
    let own = schema.get("x-missionlint-discriminator");
    let name = own.or_else(|| schema.get("discriminator"))?;
    let name = name.as_str().or_else(|| name.get("propertyName")?.as_str());
    name.map(str::to_owned)
}

/// The values of the declared tag that mean a branch by its name: those of the mapping, else the last part of its
/// reference.
fn declared_tags(schema: &Value, branch: &Value) -> Vec<String> {
    let declared = schema.get("discriminator");
    let Some(reference) = branch
        .get("$ref")
        .and_then(Value::as_str)
        .filter(|_| declared.is_some())
    else {
        return Vec::new();
    };
    let name = reference.rsplit('/').next().unwrap_or(reference);
    let mapping = declared.and_then(|declared| declared.get("mapping")?.as_object());
    let mapped: Vec<String> = mapping
        .into_iter()
        .flatten()
        .filter(|(_, target)| target.as_str() == Some(reference) || target.as_str() == Some(name))
        .map(|(value, _)| value.clone())
        .collect();
    if mapped.is_empty() {
        vec![name.to_owned()]
    } else {
        mapped
    }
}

fn contains(library: &Library, holder: Option<&Place<'_>>, path: &str) -> Fault {
    let (_, keyword) = split_last(path);
    let schema = holder.map(|place| place.schema);
    let limit = schema.and_then(|schema| schema.get(&keyword)?.as_f64());
    let what = holder.and_then(|place| {
        let wanted = library.within(place.base.clone(), place.schema.get("contains")?);
        title(library, &wanted)
    });
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "limits are whole numbers, possibly written 2.0"
    )]
    let limit = limit.map_or(1, |limit| limit as u64);
    Fault::Contains {
        bound: if keyword == "maxContains" {
            Bound::Most
        } else {
            Bound::Least
        },
        limit,
        what,
    }
}

fn other(kind: &Kind) -> Fault {
    Fault::Other {
        keyword: kind.keyword().to_owned(),
    }
}

fn simple_fault(kind: &Kind, place: Node<'_>) -> Fault {
    let number = |bound, limit: &Value| Fault::Number {
        bound,
        limit: limit.to_string(),
    };
    let length = |bound, limit: &u64| Fault::Length {
        bound,
        limit: *limit,
    };
    let items = |bound, limit: &u64| Fault::Items {
        bound,
        limit: *limit,
    };
    let members = |bound, limit: &u64| Fault::Members {
        bound,
        limit: *limit,
    };
    match kind {
        Kind::Type { kind } => Fault::Type {
            expected: type_names(kind),
            found: place.kind(),
        },
        Kind::Enum { options } => Fault::Enum {
            options: options
                .as_array()
                .map(|options| options.iter().map(bare).collect())
                .unwrap_or_default(),
        },
        Kind::Constant { expected_value } => Fault::Const {
            expected: bare(expected_value),
        },
        Kind::Format { format } => match format.strip_prefix(QUICK) {
            Some(pattern) => Fault::Pattern {
                pattern: pattern.to_owned(),
            },
            None => Fault::Format {
                format: format.clone(),
            },
        },
        Kind::Pattern { pattern } => Fault::Pattern {
            pattern: pattern.clone(),
        },
        Kind::Minimum { limit } => number(Bound::Least, limit),
        Kind::ExclusiveMinimum { limit } => number(Bound::Above, limit),
        Kind::Maximum { limit } => number(Bound::Most, limit),
        Kind::ExclusiveMaximum { limit } => number(Bound::Below, limit),
        Kind::MinLength { limit } => length(Bound::Least, limit),
        Kind::MaxLength { limit } => length(Bound::Most, limit),
        Kind::MinItems { limit } => items(Bound::Least, limit),
        Kind::MaxItems { limit } => items(Bound::Most, limit),
        Kind::MinProperties { limit } => members(Bound::Least, limit),
        Kind::MaxProperties { limit } => members(Bound::Most, limit),
        Kind::UniqueItems => first_repeat(place).map_or_else(
            || other(kind),
            |(first, again)| Fault::RepeatedItem {
                first: first.index(),
                again: again.index(),
            },
        ),
        _ => other(kind),
    }
}

fn type_names(kind: &TypeKind) -> Vec<&'static str> {
    match kind {
        TypeKind::Single(one) => vec![one.as_str()],
        TypeKind::Multiple(several) => several.iter().map(JsonType::as_str).collect(),
    }
}
