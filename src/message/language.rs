//! The languages and their message files.

use unic_langid::LanguageIdentifier;

/// A language that messages exist in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
}

macro_rules! files {
    ($folder:literal $(, $more:literal)*) => {
        &[
            ("builtin", include_str!(concat!($folder, "/builtin.ftl"))),
            ("schemas", include_str!(concat!($folder, "/schemas.ftl"))),
            (
                "integrity",
                include_str!(concat!($folder, "/integrity.ftl")),
            ),
            ("security", include_str!(concat!($folder, "/security.ftl"))),
            (
                "humanitarian",
                include_str!(concat!($folder, "/humanitarian.ftl")),
            ),
            (
                "development",
                include_str!(concat!($folder, "/development.ftl")),
            ),
            ("coverage", include_str!(concat!($folder, "/coverage.ftl"))),
            (
                "subnational",
                include_str!(concat!($folder, "/subnational.ftl")),
            ),
            (
                "terminology",
                include_str!(concat!($folder, "/terminology.ftl")),
            ),
            (
                "organization",
                include_str!(concat!($folder, "/organization.ftl")),
            ),
            (
                "timeliness",
                include_str!(concat!($folder, "/timeliness.ftl")),
            ),
            (
                "protection",
                include_str!(concat!($folder, "/protection.ftl")),
            ),
            (
                "interface",
                include_str!(concat!($folder, "/interface.ftl")),
            ),
            ("reports", include_str!(concat!($folder, "/reports.ftl"))),
            ("cli", include_str!(concat!($folder, "/cli.ftl"))),
            ("atlas", include_str!(concat!($folder, "/atlas.ftl"))),
            ("review", include_str!(concat!($folder, "/review.ftl"))),
            ("audit", include_str!(concat!($folder, "/audit.ftl"))),
            $(($more, include_str!(concat!($folder, "/", $more, ".ftl"))),)*
        ]
    };
}

impl Language {
    /// All languages; the first has every message.
    pub const ALL: [Self; 3] = [Self::English, Self::French, Self::Spanish];

    /// BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
        }
    }

    /// What its readers call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
            Self::Spanish => "Español",
        }
    }

    /// The language of a locale such as `fr_ML.UTF-8` or `es-419`; English where it names none of ours.
    pub fn of_locale(locale: &str) -> Self {
        let name = locale
            .split(|letter: char| !letter.is_ascii_alphabetic())
            .next()
            .unwrap_or_default();
        let mut languages = Self::ALL.into_iter();
        languages
            .find(|language| language.code().eq_ignore_ascii_case(name))
            .unwrap_or(Self::English)
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }

    /// Name and text of its message files. What English says in the code (help, parameters), in tables (statements)
    /// or in the schemas (titles) has files in the other languages only.
    pub fn files(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::English => files!("en"),
            Self::French => files!("fr", "help", "parameters", "statements", "titles"),
            Self::Spanish => files!("es", "help", "parameters", "statements", "titles"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn locales_name_languages() {
        for (locale, code) in [
            ("fr_ML.UTF-8", "fr"),
            ("fr", "fr"),
            ("FR-be", "fr"),
            ("es-419", "es"),
            ("es_CO@euro", "es"),
            ("en_GB.UTF-8", "en"),
            ("C", "en"),
            ("C.UTF-8", "en"),
            ("fra", "en"),
            ("pt_MZ", "en"),
            ("", "en"),
        ] {
            assert_eq!(Language::of_locale(locale).code(), code, "{locale}");
        }
    }
}
