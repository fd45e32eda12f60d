//! What a `not` forbids, where it is one of the few things that schemas say with it.

use serde_json::Value;

use crate::Fault;
use crate::shape::bare;

/// The fault of a value that satisfies a schema it must not satisfy; nothing where that cannot be said more plainly.
/// `key` gives the token of a member's key.
pub(crate) fn fault(schema: &Value, mut key: impl FnMut(&str) -> Option<u32>) -> Option<Fault> {
    let Some(members) = schema.as_object() else {
        return (schema == &Value::Bool(true)).then_some(Fault::Forbidden);
    };
    let said: Vec<(&str, &Value)> = members
        .iter()
        .map(|(keyword, value)| (keyword.as_str(), value))
        .filter(|(keyword, _)| !matches!(*keyword, "title" | "description" | "$comment"))
        .collect();
    match said.as_slice() {
        [] => Some(Fault::Forbidden),
        [("const", value)] => Some(Fault::Excluded {
            options: vec![bare(value)],
        }),
        [("enum", Value::Array(values))] => Some(Fault::Excluded {
            options: values.iter().map(bare).collect(),
        }),
        [("required", names)] => forbidden(names, &mut key),
        [("anyOf", Value::Array(parts))] => parts.iter().find_map(|part| {
            let only = part.as_object().filter(|part| part.len() == 1)?;
            forbidden(only.get("required")?, &mut key)
        }),
        _ => None,
    }
}

/// Members that are all there and must not be.
fn forbidden(names: &Value, key: &mut impl FnMut(&str) -> Option<u32>) -> Option<Fault> {
    let names: Option<Vec<&str>> = names.as_array()?.iter().map(Value::as_str).collect();
    let names = names.filter(|names| !names.is_empty())?;
    let keys: Option<Vec<u32>> = names.iter().map(|name| key(name)).collect();
    Some(Fault::ForbiddenProperties {
        keys: keys?,
        names: names.into_iter().map(str::to_owned).collect(),
    })
}
