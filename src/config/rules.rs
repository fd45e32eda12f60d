//! `[severity]` and `[parameters]`, of the whole configuration or of one of its overrides.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::read::{Checked, Key, Reader, Value, unknown};
use super::{Level, Levels, Parameters, Set};
use crate::catalogue::{Param, ParamValue, Severity};

pub(super) const LEVELS: [&str; 4] = ["error", "warning", "advice", "off"];

impl Reader<'_> {
    pub(super) fn severities(&mut self, key: &Key<'_>, value: &Value<'_>) -> Checked<Levels> {
        let table = self.table(key, value, "severity")?;
        let ids: Vec<&str> = self.rules.iter().map(|rule| rule.id).collect();
        let mut levels = BTreeMap::new();
        for (rule, value) in table {
            if !ids.contains(&rule.get_ref().as_ref()) {
                self.errors.push(*unknown("rule", rule, &ids));
                continue;
            }
            let level = match value.get_ref().as_str() {
                Some("off") => Some(Level::Off),
                Some(word) => word.parse::<Severity>().ok().map(Level::Severity),
                None => None,
            };
            let level = level.ok_or_else(|| self.not_among(rule, value, LEVELS));
            if let Some(value) = self.kept(level) {
                let at = rule.span().start;
                levels.insert(rule.get_ref().to_string(), Set { value, at });
            }
        }
        Ok(levels)
    }

    pub(super) fn parameters(&mut self, key: &Key<'_>, value: &Value<'_>) -> Checked<Parameters> {
        let tables = self.table(key, value, "parameters")?;
        let all = self.rules.iter().flat_map(|rule| rule.params);
        let all: Vec<&Param> = all.copied().collect();
        let names: Vec<&str> = all.iter().map(|param| param.table).collect();
        let mut parameters = BTreeMap::new();
        for (name, value) in tables {
            let own = all.iter().copied();
            let own: Vec<&Param> = own
                .filter(|param| param.table == name.get_ref().as_ref())
                .collect();
            if own.is_empty() {
                self.errors.push(*unknown("parameter", name, &names));
                continue;
            }
            let table = self.table(name, value, "table");
            if let Some(table) = self.kept(table) {
                self.parameters_of(table, &own, &mut parameters);
            }
        }
        Ok(parameters)
    }

    fn parameters_of(&mut self, table: &DeTable<'_>, params: &[&Param], set: &mut Parameters) {
        for (key, value) in table {
            let known = params
                .iter()
                .find(|param| param.key == key.get_ref().as_ref());
            let keys = || params.iter().map(|param| param.key).collect::<Vec<_>>();
            let read = known.map_or_else(
                || Err(unknown("parameter", key, &keys())),
                |param| self.parameter(key, value, param.value),
            );
            if let (Some(value), Some(param)) = (self.kept(read), known) {
                let at = key.span().start;
                let name = (param.table.to_owned(), param.key.to_owned());
                set.insert(name, Set { value, at });
            }
        }
    }

    fn parameter(
        &self,
        key: &Key<'_>,
        value: &Value<'_>,
        default: ParamValue,
    ) -> Checked<ParamValue> {
        match default {
            ParamValue::Flag(_) => {
                let flag = value.get_ref().as_bool().map(ParamValue::Flag);
                flag.ok_or_else(|| self.not_among(key, value, ["true", "false"]))
            }
            ParamValue::Number(_, least, most) => {
                let number = value.get_ref().as_integer();
                let number = number.and_then(|integer| integer.as_str().parse().ok());
                number
                    .filter(|number| (least..=most).contains(number))
                    .map(|number| ParamValue::Number(number, least, most))
                    .ok_or_else(|| {
                        let mistake = *self.invalid(key, value, "number");
                        let mistake = mistake.with("least", least.to_string());
                        Box::new(mistake.with("most", most.to_string()))
                    })
            }
        }
    }
}
