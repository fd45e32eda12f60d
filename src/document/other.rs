//! What is no record, and known all the same.

use missionlint_tape::Node;

/// Whether a value is what this program writes as JSON.
pub(super) fn is_our_report(value: Node<'_>) -> bool {
    let tool = value.get("tool").and_then(|tool| tool.get("name"));
    tool.and_then(Node::as_str) == Some(env!("CARGO_PKG_NAME"))
        && value.get("schema_version").is_some()
}
