//! The order of findings in a report.

use super::fingerprint;
use crate::report::Found;

/// Puts findings in order and tells equal ones apart: once, when all are there that may be equal.
pub(super) fn number(findings: &mut [Found]) {
    in_order(findings);
    fingerprint::number_repeats(findings);
}

/// Puts findings in order. They are large: where each belongs is found first, and then each is moved once.
pub(super) fn in_order(findings: &mut [Found]) {
    if findings.is_sorted_by(|one, other| order(one) <= order(other)) {
        return;
    }
    let mut from: Vec<usize> = (0..findings.len()).collect();
    from.sort_by(|one, other| order(&findings[*one]).cmp(&order(&findings[*other])));
    arrange(findings, from);
}

/// Puts in each place of a list what stands at the position named for it; each position is named once.
fn arrange<T>(list: &mut [T], mut from: Vec<usize>) {
    for at in 0..from.len() {
        // What stood further in front has been swapped away from there.
        let mut source = from[at];
        while source < at {
            source = from[source];
        }
        from[at] = source;
        list.swap(at, source);
    }
}

/// Findings go by mission (none first), path, place, rule.
fn order(found: &Found) -> (Option<&str>, &str, u64, u64, &str) {
    let location = &found.location;
    (
        found.mission.as_deref(),
        &location.path,
        location.start.offset,
        location.end.offset,
        found.rule.id,
    )
}

#[cfg(test)]
mod tests {
    use super::arrange;

    #[test]
    fn every_order_of_a_list_can_be_made() {
        // All numbers of five digits below five, each digit once.
        for number in 0..5_usize.pow(5) {
            let digits = (0..5).map(|place| number / 5_usize.pow(place) % 5);
            let from: Vec<usize> = digits.collect();
            if (0..5).all(|digit| from.contains(&digit)) {
                let mut list = [0, 1, 2, 3, 4];
                arrange(&mut list, from.clone());
                assert_eq!(list.as_slice(), from);
            }
        }
    }
}
