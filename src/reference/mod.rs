//! The reference tables: data files with a source, a date and a certainty for every row.
//!
//! They are embedded when the tool is built and read when first needed. A policy owner changes a file under
//! `tables/`, not code.

mod clusters;
mod countries;
mod packs;
mod platforms;
mod roles;
mod table;

pub use clusters::{AreaMatch, Era, area_matches, cluster_class, is_confirmed_area};
pub use countries::{Country, by_alpha2, by_alpha3};
pub use packs::{Pack, Policy, pack, packs};
pub use platforms::canonical_type;
pub use roles::{Role, RoleClass, role, role_title};
pub use table::{Certainty, TABLES, Table};
