//! Roles: code, class, level.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

/// What kind of work a role is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoleClass {
    /// Heads of missions and offices.
    Head,
    /// Emergency response.
    Response,
    /// Programmes.
    Programme,
    /// Operations.
    Operations,
    /// Coordination of clusters.
    Coordination,
    /// Information management.
    Information,
    /// Resources, finance, staff, procurement.
    Administration,
    /// Security.
    Security,
    /// Everything else.
    Support,
}

impl RoleClass {
    /// Its code in the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Response => "response",
            Self::Programme => "programme",
            Self::Operations => "operations",
            Self::Coordination => "coordination",
            Self::Information => "information",
            Self::Administration => "administration",
            Self::Security => "security",
            Self::Support => "support",
        }
    }
}

/// A row of the table.
#[derive(Debug, Deserialize)]
pub struct Role {
    /// Its code.
    pub code: String,
    /// Its class.
    pub class: RoleClass,
    /// 1 = highest; none where it says nothing.
    pub level: Option<u8>,
    /// Whether only one person may hold it at a time.
    pub exclusive: bool,
    /// Its title by language.
    titles: FxHashMap<String, String>,
}

/// The role with that code.
pub fn role(code: &str) -> Option<&'static Role> {
    static ROLES: OnceLock<FxHashMap<String, Role>> = OnceLock::new();
    let roles = ROLES.get_or_init(|| {
        let rows: Vec<Role> = super::table::rows("roles");
        rows.into_iter()
            .map(|role| (role.code.clone(), role))
            .collect()
    });
    roles.get(code)
}

/// The title of a role in a language, in English where there is none.
pub fn role_title(code: &str, language: &str) -> Option<&'static str> {
    let titles = &role(code)?.titles;
    titles
        .get(language)
        .or_else(|| titles.get("en"))
        .map(String::as_str)
}
