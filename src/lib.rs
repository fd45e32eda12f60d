//! Checks coordination records of humanitarian country missions.

pub mod bundle;
pub mod calendar;
pub mod catalogue;
pub mod config;
pub mod document;
pub mod finding;
pub mod record;
pub mod reference;
pub mod rules;
pub mod text;
