//! Places, as SARIF gives them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::model::{Artifact, Physical, Place, PlaceProperties, Region, Text};
use crate::output::shape;
use crate::report::Location;
use crate::text::Position;

/// What paths are relative to: the folder that the run started in.
pub(super) const ROOT: &str = "%SRCROOT%";

/// What is escaped in the path of a URI: everything but the characters that never need it.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A file. An absolute path, and one that leaves the folder of the run, is relative to nothing.
pub(super) fn artifact(path: &str) -> Artifact {
    let drive = cfg!(windows) && path.as_bytes().get(1) == Some(&b':');
    let encoded = utf8_percent_encode(path, ESCAPED).to_string();
    if drive {
        let uri = format!("file:///{}", encoded.replacen("%3A", ":", 1));
        return Artifact {
            uri,
            uri_base_id: None,
        };
    }
    if path.starts_with('/') {
        return Artifact {
            uri: format!("file://{encoded}"),
            uri_base_id: None,
        };
    }
    let inside = !path.split('/').any(|part| part == "..");
    Artifact {
        uri: encoded,
        uri_base_id: inside.then_some(ROOT),
    }
}

pub(super) fn region(start: Position, end: Position) -> Region {
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        byte_offset: start.offset,
        byte_length: end.offset - start.offset,
    }
}

/// A place, numbered and with what is there when it is not the main one.
pub(super) fn place(location: &Location, told: Option<(usize, String)>) -> Place<'_> {
    let (id, message) = told.unzip();
    Place {
        id,
        physical_location: Physical {
            artifact_location: artifact(&location.path),
            region: Some(region(location.start, location.end)),
        },
        message: message.map(Text::from),
        properties: Some(PlaceProperties {
            pointer: &location.pointer,
            record: shape::record(location),
        }),
    }
}

/// A file as a place.
pub(super) fn whole_file(path: &str) -> Place<'static> {
    Place {
        id: None,
        physical_location: Physical {
            artifact_location: artifact(path),
            region: None,
        },
        message: None,
        properties: None,
    }
}

#[cfg(test)]
mod tests {
    use super::{ROOT, artifact};

    #[test]
    fn paths_become_uri_references() {
        let uri = |path: &str| {
            let artifact = artifact(path);
            (artifact.uri, artifact.uri_base_id)
        };
        let here = |uri: &str| (uri.to_owned(), Some(ROOT));
        assert_eq!(uri("a b/é#?%.json"), here("a%20b/%C3%A9%23%3F%25.json"));
        assert_eq!(uri("a:b.json"), here("a%3Ab.json"));
        assert_eq!(
            uri("/tmp/a b.json"),
            ("file:///tmp/a%20b.json".to_owned(), None)
        );
        assert_eq!(uri("../a.json"), ("../a.json".to_owned(), None));
        assert_eq!(uri("..a.json"), here("..a.json"));
    }
}
