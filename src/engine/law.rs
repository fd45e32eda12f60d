//! What a run judges by, as one number: the same for runs that judge the same texts alike.

use std::fmt::{self, Write as _};

use xxhash_rust::xxh3::Xxh3;

use super::Request;
use crate::schema::Contract;

/// Takes text as it is written.
struct Digesting(Xxh3);

impl fmt::Write for Digesting {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}

/// A digest of everything but texts that the result of a unit can depend on.
///
/// It is made of what the parts say of themselves, so that no setting can be forgotten. Left out is what is applied
/// when all units are judged: findings that were there before, settings that do not hold.
pub(super) fn law(request: &Request, contract: &Contract) -> u128 {
    let Request {
        settings,
        as_of,
        policy,
        select,
        ignore,
        audience,
        reveal,
        describe,
        configs,
        held: _,
        baseline: _,
    } = request;
    let mut digesting = Digesting(Xxh3::new());
    let written = write!(
        digesting,
        "{:?}",
        (
            env!("CARGO_PKG_VERSION"),
            settings,
            (as_of, policy, select, ignore, audience, reveal, describe),
            configs,
            contract.told(),
        )
    );
    debug_assert!(written.is_ok(), "a digest takes any text");
    digesting.0.digest128()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Describe;
    use crate::engine::testing::request;
    use crate::reference::Policy;
    use crate::report::Audience;

    fn law_of(request: &Request) -> u128 {
        law(request, &Contract::default())
    }

    #[test]
    fn whatever_a_unit_is_judged_by_changes_the_law() {
        let changes: [fn(&mut Request); 12] = [
            |request| request.as_of = request.as_of.tomorrow().unwrap(),
            |request| request.policy = Policy::Latest,
            |request| request.select.push("duplicate-id".into()),
            |request| request.ignore.push("duplicate-id".into()),
            |request| request.audience = Audience::Public,
            |request| request.reveal = true,
            |request| request.describe = Describe::Counts,
            |request| request.describe = Describe::Both,
            |request| request.configs.push(crate::config::Source::default()),
            |request| {
                set(request, "[severity]\nduplicate-id = \"off\"");
            },
            |request| {
                set(
                    request,
                    "[[allow]]\nrule = \"duplicate-id\"\nmission = \"mli\"\nreason = \"r\"",
                );
            },
            |request| {
                set(
                    request,
                    "[[overrides]]\nmissions = [\"mli\"]\nseverity = { duplicate-id = \"off\" }",
                );
            },
        ];
        let mut laws = vec![law_of(&request())];
        for change in changes {
            let mut other = request();
            change(&mut other);
            assert_eq!(law_of(&other), law_of(&other.clone()));
            laws.push(law_of(&other));
        }
        let all = laws.len();
        laws.sort_unstable();
        laws.dedup();
        assert_eq!(laws.len(), all);
    }

    fn set(request: &mut Request, config: &str) {
        request.settings = crate::config::parse(config, &crate::rules::catalogue()).unwrap();
    }

    #[test]
    fn what_is_applied_when_all_is_judged_does_not_change_it() {
        let before = law_of(&request());
        let mut changed = request();
        changed.baseline = Some(crate::config::Baseline::default());
        assert_eq!(law_of(&changed), before);
    }
}
