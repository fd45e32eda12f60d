//! YAML as JSON.

use saphyr::{LoadableYamlNode, Scalar, Yaml};
use serde_json::{Map, Value};

use crate::tool::project;

/// A file of the project that holds one YAML document.
pub(crate) fn read(path: &str) -> Value {
    let text = std::fs::read_to_string(project(path)).unwrap();
    parse(path, &text)
}

/// A text that is one YAML document; `path` names it in complaints.
pub(crate) fn parse(path: &str, text: &str) -> Value {
    let documents = Yaml::load_from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(documents.len(), 1, "{path}");
    value(&documents[0])
}

fn value(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::Value(Scalar::Null) => Value::Null,
        Yaml::Value(Scalar::Boolean(flag)) => Value::from(*flag),
        Yaml::Value(Scalar::Integer(number)) => Value::from(*number),
        Yaml::Value(Scalar::FloatingPoint(number)) => Value::from(number.0),
        Yaml::Value(Scalar::String(text)) => Value::from(text.as_ref()),
        Yaml::Sequence(items) => items.iter().map(value).collect(),
        Yaml::Mapping(members) => {
            let member = |(key, item): (&Yaml, &Yaml)| (text(key), value(item));
            Value::Object(members.iter().map(member).collect::<Map<_, _>>())
        }
        other => panic!("YAML that is more than JSON: {other:?}"),
    }
}

fn text(key: &Yaml) -> String {
    match key {
        Yaml::Value(Scalar::String(text)) => text.to_string(),
        other => panic!("a key that is no text: {other:?}"),
    }
}
