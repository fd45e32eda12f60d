//! What platforms are, who chairs them and what they belong to.

use super::clusters::not_led_by_iom;
use super::{free_platform, platform};
use crate::generator::day::Day;
use crate::generator::draft::Draft;
use crate::generator::json::Json;
use crate::generator::plan::{AS_OF, Context};
use crate::generator::rng::Rng;

/// Who chairs instead.
enum Chair {
    Role(&'static str),
    Org(&'static str),
}

/// Replaces the chair of a platform; gives the record.
fn replace(
    draft: &mut Draft,
    id: &str,
    chair: &Chair,
    rule: &'static str,
    severity: &'static str,
) -> bool {
    let Some(record) = free_platform(draft, id) else {
        return false;
    };
    draft.claim_record(record);
    let (key, value) = match *chair {
        Chair::Role(title) => ("role", title),
        Chair::Org(org) => ("org", org),
    };
    let entry = Json::object()
        .with(key, value)
        .with("from", Day::new(2018, 2, 1));
    draft.body(record).set("chair", vec![entry]);
    draft.expect(rule, severity, record, format!("/chair/0/{key}"));
    true
}

/// `smt-chair-not-do`.
pub(super) fn smt(draft: &mut Draft, rng: &mut Rng) -> bool {
    let chair = rng.pick(&[
        Chair::Role("chief-security-adviser"),
        Chair::Org("UNDSS"),
        Chair::Org("OCHA"),
    ]);
    replace(draft, "smt", chair, "smt-chair-not-do", "warning")
}

/// `hct-chair-not-hc`: the Resident Coordinator beside a Humanitarian Coordinator, or OCHA.
pub(super) fn hct(draft: &mut Draft, rng: &mut Rng) -> bool {
    let by_ocha = rng.chance(50);
    let chair = if by_ocha {
        Chair::Org("OCHA")
    } else {
        Chair::Role("RC")
    };
    if !replace(draft, "hct", &chair, "hct-chair-not-hc", "advice") {
        return false;
    }
    if by_ocha {
        draft.because(&["ocha-role-mismatch"]);
    }
    true
}

/// `unct-chair-not-rc`.
pub(super) fn unct(draft: &mut Draft, rng: &mut Rng) -> bool {
    let chair = rng.pick(&[Chair::Role("DO"), Chair::Org("UNDP"), Chair::Org("OCHA")]);
    replace(draft, "unct", chair, "unct-chair-not-rc", "warning")
}

/// `ocha-role-mismatch`: a lead agency chairs the inter-cluster group.
pub(super) fn iccg(draft: &mut Draft, rng: &mut Rng) -> bool {
    let chair = rng.pick(&[Chair::Org("UNHCR"), Chair::Org("WFP"), Chair::Org("UNICEF")]);
    replace(draft, "iccg", chair, "ocha-role-mismatch", "advice")
}

/// `platform-parent-mismatch`.
pub(super) fn parent(draft: &mut Draft, rng: &mut Rng) -> bool {
    let (id, parent) = match rng.below(4) {
        0 => ("omt".to_owned(), "smt"),
        1 => ("pmt".to_owned(), "smt"),
        2 => ("iccg".to_owned(), "unct"),
        _ => {
            let Some(cluster) = not_led_by_iom(draft, rng) else {
                return false;
            };
            (draft.platforms[cluster].id.clone(), "gen")
        }
    };
    let Some(record) = free_platform(draft, &id) else {
        return false;
    };
    draft.claim_record(record);
    draft.body(record).set("parents", [parent]);
    draft.expect("platform-parent-mismatch", "advice", record, "/parents/0");
    true
}

/// `noncanonical-platform-name`: another name of the type stands for it.
pub(super) fn alias(draft: &mut Draft, rng: &mut Rng) -> bool {
    let (id, name) = *rng.pick(&[
        ("iccg", "ICWG"),
        ("iccg", "ISCG"),
        ("iccg", "ICCT"),
        ("hct", "équipe humanitaire du pays"),
        ("cmcoord", "UN-CMCoord"),
    ]);
    let Some(record) = free_platform(draft, id) else {
        return false;
    };
    draft.claim_record(record);
    draft.body(record).set("types", [name]);
    draft.expect("noncanonical-platform-name", "warning", record, "/types/0");
    true
}

/// `refugee-context-cluster`: a cluster without clusters, or a sector of the refugee response as a cluster.
pub(super) fn refugee_context(draft: &mut Draft, rng: &mut Rng) -> bool {
    // After a transition the old name would be another fault.
    let fits = match draft.plan.context {
        Context::Cluster => false,
        Context::Mixed => !draft.plan.is_merged(),
        Context::Refugee => true,
    };
    if !fits || !draft.claim(&["telecommunications".to_owned()]) {
        return false;
    }
    // So new that nobody has to sit there yet; no programme is in this cluster.
    let from = AS_OF.plus(-rng.range(5, 25));
    let (_, record) = platform(draft, "cluster", 0, &[("active", from, None)]);
    draft.body(record).set("clusters", ["TEL"]);
    if draft.plan.context == Context::Mixed {
        draft.body(record).set("parents", ["ref"]);
        draft.body(record).set("setting", "sector");
    }
    draft.expect("refugee-context-cluster", "warning", record, "/types/0");
    true
}

/// `superseded-cluster-name`: after the transition a cluster starts under an old name.
pub(super) fn merged_cluster(draft: &mut Draft, rng: &mut Rng) -> bool {
    if !draft.plan.is_merged() {
        return false;
    }
    let from = AS_OF.plus(-rng.range(5, 25));
    let (_, record) = platform(draft, "cluster", 0, &[("active", from, None)]);
    let cluster = *rng.pick(&["SHL", "CCM"]);
    draft.body(record).set("clusters", [cluster]);
    draft.expect("superseded-cluster-name", "advice", record, "/clusters/0");
    true
}
