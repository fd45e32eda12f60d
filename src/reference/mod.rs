//! The reference tables: data files with a source, a date and a certainty for every row.
//!
//! They are embedded when the tool is built and read when first needed. A policy owner changes a file under
//! `tables/`, not code.

mod clusters;
mod countries;
mod frameworks;
mod names;
mod organisations;
mod packs;
mod platforms;
mod roles;
mod sources;
mod statements;
mod structure;
mod table;

pub use clusters::{
    AreaMatch, Era, area_matches, area_relates, canonical_area, cluster_class, cluster_title,
    is_confirmed_area, merged_into, needs_clusters,
};
pub use countries::{Country, by_alpha2, by_alpha3};
pub use frameworks::{
    Objective, Sector, cross_cutting_issues, objectives, sectors, sectors_are_complete,
};
pub use names::{TypeName, TypeNames};
pub use organisations::{IOM, is_iom, organisation, same_organisation};
pub(crate) use packs::pack_by_id;
pub use packs::{Pack, Policy, pack, packs};
pub use platforms::{
    PlatformType, canonical_type, platform_title, platform_type, platform_types, type_of_name,
};
pub use roles::{Role, RoleClass, role, role_title};
pub use sources::{Source, source};
pub use statements::{Statement, statement, statements};
pub use structure::{
    Coverage, Rename, SupportOffice, Unit, city_slug, coverage_of, is_unit_within, renames,
    support_office, support_offices, units,
};
pub use table::{Certainty, TABLES, Table};
