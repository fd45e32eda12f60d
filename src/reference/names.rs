//! What platforms are called in a mission, beyond the tables.

use std::collections::BTreeMap;

use super::platforms::{PlatformType, platform_type};

/// A name of a type of platform.
#[derive(Debug, Clone, Copy)]
pub struct TypeName {
    /// The type it stands for.
    pub kind: &'static PlatformType,
    /// Whether it is what such a platform is to be called: the type itself, or its adapted name in the mission.
    pub is_proper: bool,
}

/// Names of types of platforms in one mission, besides those of the tables.
#[derive(Debug, Clone, Default)]
pub struct TypeNames(BTreeMap<String, TypeName>);

impl TypeNames {
    /// From names, each with the canonical type that it stands for and whether it is adapted; what stands for no type
    /// is left out.
    pub fn new<'n>(names: impl IntoIterator<Item = (&'n str, &'n str, bool)>) -> Self {
        let read = |(name, kind, is_proper): (&'n str, &'n str, bool)| {
            let kind = platform_type(kind)?;
            Some((name.to_owned(), TypeName { kind, is_proper }))
        };
        Self(names.into_iter().filter_map(read).collect())
    }

    /// The type that an element of the types of a platform stands for. Types are compared exactly.
    pub fn read(&self, written: &str) -> Option<TypeName> {
        let of_table = || {
            platform_type(written).map(|kind| TypeName {
                kind,
                is_proper: kind.code == written,
            })
        };
        self.0.get(written).copied().or_else(of_table)
    }

    /// Whether the mission has this name besides those of the tables.
    pub fn has(&self, written: &str) -> bool {
        self.0.contains_key(written)
    }

    /// The canonical type that a local name stands for, whatever its case and the space around it.
    pub fn of_local_name(&self, name: &str) -> Option<&'static str> {
        let wanted = name.trim().to_lowercase();
        let mut own = self.0.iter();
        let own = own.find(|(name, _)| name.to_lowercase() == wanted);
        own.map(|(_, named)| named.kind.code.as_str())
            .or_else(|| super::type_of_name(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_mission_come_before_those_of_the_tables() {
        let names = TypeNames::new([
            ("EHCT", "hct", true),
            ("ICWG", "iccg", true),
            ("inter-secteur", "iccg", false),
        ]);
        let read = |written| {
            let read = names.read(written)?;
            Some((read.kind.code.as_str(), read.is_proper))
        };
        assert_eq!(read("EHCT"), Some(("hct", true)));
        assert_eq!(read("ehct"), None);
        assert_eq!(read("hct"), Some(("hct", true)));
        assert_eq!(read("HCT"), Some(("hct", false)));
        assert_eq!(read("ICWG"), Some(("iccg", true)));
        assert_eq!(read("ICCG"), Some(("iccg", false)));
        assert_eq!(read("inter-secteur"), Some(("iccg", false)));
        assert!(names.has("ICWG") && !names.has("ICCG"));
        assert_eq!(names.of_local_name(" ehct"), Some("hct"));
        assert_eq!(names.of_local_name("iccg "), Some("iccg"));
        assert_eq!(names.of_local_name("EHC"), None);
    }
}
