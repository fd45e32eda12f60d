//! Clusters in two eras, and which programme areas belong to which.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::table::{Certainty, rows};

/// Which clusters apply to a mission on a day: its declared transition date decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Era {
    /// Before the mission's transition.
    #[serde(rename = "pre-reset")]
    PreReset,
    /// From the mission's transition on.
    #[serde(rename = "post-reset")]
    PostReset,
}

/// How an area belongs to a cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AreaMatch {
    /// Its staff may be members.
    Member,
    /// Its staff commonly observe.
    Observer,
    /// It belongs to whatever cluster the programme names.
    ProgrammeCluster,
}

#[derive(Deserialize)]
struct AreaRow {
    code: String,
    alias_of: Option<String>,
    coverage: String,
}

#[derive(Deserialize)]
struct PairRow {
    area: String,
    cluster: String,
    era: Era,
    #[serde(rename = "match")]
    how: AreaMatch,
    certainty: Certainty,
}

#[derive(Deserialize)]
struct EraRow {
    entry: String,
    class: Option<String>,
    clusters: Option<Vec<String>>,
}

struct Areas {
    alias_of: FxHashMap<String, String>,
    /// Areas for which seats in clusters are expected.
    covered: FxHashSet<String>,
    pairs: FxHashMap<String, Vec<PairRow>>,
}

fn areas() -> &'static Areas {
    static AREAS: OnceLock<Areas> = OnceLock::new();
    AREAS.get_or_init(|| {
        let listed: Vec<AreaRow> = rows("programme-areas");
        let is_covered = |row: &&AreaRow| row.coverage == "clusters";
        let covered = listed.iter().filter(is_covered);
        let covered = covered.map(|row| row.code.clone()).collect();
        let alias_of = listed
            .into_iter()
            .filter_map(|row| Some((row.code, row.alias_of?)))
            .collect();
        let mut pairs: FxHashMap<String, Vec<PairRow>> = FxHashMap::default();
        for row in rows::<PairRow>("programme-area-clusters") {
            pairs.entry(row.area.clone()).or_default().push(row);
        }
        Areas {
            alias_of,
            covered,
            pairs,
        }
    })
}

/// The area that an alias stands for; others stand for themselves.
pub fn canonical_area(area: &str) -> &str {
    areas().alias_of.get(area).map_or(area, String::as_str)
}

/// Whether seats in clusters are expected for a programme area.
pub fn needs_clusters(area: &str) -> bool {
    areas().covered.contains(canonical_area(area))
}

fn pairs_of(area: &str) -> &'static [PairRow] {
    areas()
        .pairs
        .get(canonical_area(area))
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// Whether staff of a programme area may be members of a cluster, in an era.
pub fn area_matches(area: &str, cluster: &str, era: Era) -> bool {
    let class = cluster_class(cluster, era);
    pairs_of(area).iter().any(|row| {
        row.era == era && row.how == AreaMatch::Member && cluster_class(&row.cluster, era) == class
    })
}

/// Whether staff of a programme area may be members of a cluster or commonly observe it, in an era.
pub fn area_relates(area: &str, cluster: &str, era: Era) -> bool {
    let class = cluster_class(cluster, era);
    pairs_of(area).iter().any(|row| {
        row.era == era
            && matches!(row.how, AreaMatch::Member | AreaMatch::Observer)
            && cluster_class(&row.cluster, era) == class
    })
}

/// Whether an area is established to belong to its cluster: the namesakes are, the others are inferred.
pub fn is_confirmed_area(area: &str) -> bool {
    pairs_of(area)
        .iter()
        .any(|row| row.certainty == Certainty::Confirmed)
}

/// The class of clusters that count as the same in an era; a cluster alone is its own class.
pub fn cluster_class(cluster: &str, era: Era) -> &str {
    static CLASSES: OnceLock<FxHashMap<String, String>> = OnceLock::new();
    if era == Era::PreReset {
        return cluster;
    }
    let classes = CLASSES.get_or_init(|| {
        let listed = rows::<EraRow>("cluster-eras")
            .into_iter()
            .filter(|row| row.entry == "class");
        let members = listed.filter_map(|row| Some((row.class?, row.clusters?)));
        members
            .flat_map(|(class, clusters)| {
                clusters
                    .into_iter()
                    .map(move |cluster| (cluster, class.clone()))
            })
            .collect()
    });
    classes.get(cluster).map_or(cluster, String::as_str)
}

#[derive(Deserialize)]
struct ClusterRow {
    code: String,
    /// By language.
    titles: FxHashMap<String, String>,
    after_reset: Option<String>,
    merged_into: Option<String>,
}

/// The title of a cluster in a language, in English where there is none.
pub fn cluster_title(code: &str, language: &str) -> Option<&'static str> {
    static TITLES: OnceLock<FxHashMap<String, FxHashMap<String, String>>> = OnceLock::new();
    let titles = TITLES.get_or_init(|| {
        let rows = rows::<ClusterRow>("clusters").into_iter();
        rows.map(|row| (row.code, row.titles)).collect()
    });
    let titles = titles.get(code)?;
    titles
        .get(language)
        .or_else(|| titles.get("en"))
        .map(String::as_str)
}

/// The cluster into which the reset merged another one; none for those that stayed or became part of one that stayed.
pub fn merged_into(cluster: &str) -> Option<&'static str> {
    static MERGED: OnceLock<FxHashMap<String, String>> = OnceLock::new();
    let merged = MERGED.get_or_init(|| {
        let rows = rows::<ClusterRow>("clusters").into_iter();
        let merged = rows.filter(|row| row.after_reset.as_deref() == Some("merged"));
        merged
            .filter_map(|row| Some((row.code, row.merged_into?)))
            .collect()
    });
    merged.get(cluster).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reset_merged_five_clusters() {
        let merged = ["CCM", "SHL", "PRO-HLP"].map(merged_into);
        assert_eq!(merged, [Some("x-slsc"); 3]);
        assert_eq!(["LOG", "TEL"].map(merged_into), [Some("x-logtel"); 2]);
        assert_eq!(
            ["HEA", "PRO-GBV", "ERY", "x-slsc"].map(merged_into),
            [None; 4]
        );
    }

    #[test]
    fn clusters_have_titles_in_every_language() {
        let titles = ["en", "fr", "es", "pt"].map(|language| cluster_title("HEA", language));
        assert_eq!(titles, ["Health", "Santé", "Salud", "Health"].map(Some));
        assert_eq!(
            cluster_title("hea", "en"),
            None,
            "codes are compared exactly"
        );
    }

    #[test]
    fn areas_have_aliases_and_their_coverage() {
        assert_eq!(canonical_area("shelter"), "shelter-settlements");
        assert_eq!(canonical_area("wash"), "wash");
        assert!(needs_clusters("nfi") && !needs_clusters("labour-mobility"));
        assert!(area_relates("dtm", "CCM", Era::PreReset), "as observers");
        assert!(!area_relates("health", "CCM", Era::PreReset));
    }

    #[test]
    fn areas_belong_to_clusters_by_era() {
        assert!(area_matches("health", "HEA", Era::PreReset));
        assert!(!area_matches("shelter-settlements", "HEA", Era::PreReset));
        assert!(
            !area_matches("shelter-settlements", "CCM", Era::PreReset),
            "not one class before the reset"
        );
        assert!(
            area_matches("shelter-settlements", "CCM", Era::PostReset),
            "one class after it"
        );
        assert!(!area_matches("dtm", "SHL", Era::PreReset), "observers only");
        assert!(
            is_confirmed_area("wash")
                && !is_confirmed_area("mhpss")
                && !is_confirmed_area("labour-mobility")
        );
    }
}
