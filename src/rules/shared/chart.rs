//! Which platform is above which.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::bundle::Bundle;
use crate::document::Marked;
use crate::finding::Place;

/// A platform's reference to a parent, both by their positions in the bundle.
#[derive(Clone, Copy)]
pub(in crate::rules) struct Link {
    /// Position of the platform.
    pub(in crate::rules) child: usize,
    /// Position of its parent.
    pub(in crate::rules) parent: usize,
    /// The reference.
    pub(in crate::rules) place: Place,
}

/// The links between the platforms of a mission.
pub(in crate::rules) struct Chart<'t> {
    /// Ids of the platforms; none where it cannot be read.
    ids: Vec<Option<&'t str>>,
    /// Links to parents, by child.
    links: Vec<Vec<Link>>,
}

impl<'t> Chart<'t> {
    pub(in crate::rules) fn gather(bundle: &Bundle<'t>) -> Self {
        let ids: Vec<Option<&str>> = bundle
            .platforms
            .iter()
            .map(|platform| Some(platform.head.id.ok()?.value))
            .collect();
        let mut positions: FxHashMap<&str, usize> = FxHashMap::default();
        for (at, id) in ids.iter().enumerate() {
            if let Some(id) = id {
                positions.entry(id).or_insert(at);
            }
        }
        let links = bundle
            .platforms
            .iter()
            .enumerate()
            .map(|(child, platform)| {
                let parents = platform
                    .parents
                    .iter()
                    .flatten()
                    .filter_map(|parent| parent.ok());
                let link = |parent: Marked<&str>| {
                    let at = positions.get(bundle.plain(parent.value))?;
                    Some(Link {
                        child,
                        parent: *at,
                        place: parent.place,
                    })
                };
                parents.filter_map(link).collect()
            });
        Self {
            links: links.collect(),
            ids,
        }
    }

    pub(in crate::rules) fn id(&self, at: usize) -> Option<&'t str> {
        self.ids.get(at).copied().flatten()
    }

    /// Places of the platforms that are above themselves.
    pub(in crate::rules) fn on_circles(bundle: &Bundle<'t>) -> FxHashSet<Place> {
        let circles = Self::gather(bundle).circles();
        let links = circles.into_values().flatten().flatten();
        let platforms = links.filter_map(|link| bundle.platforms.get(link.child));
        platforms.map(|platform| platform.head.place()).collect()
    }

    fn links_of(&self, child: usize) -> &[Link] {
        self.links.get(child).map(Vec::as_slice).unwrap_or_default()
    }

    /// For each link that is part of a circle a shortest one, unless another that was found holds the link; by the
    /// platform with the smallest id, whose link comes first.
    pub(in crate::rules) fn circles(&self) -> FxHashMap<usize, Vec<Vec<Link>>> {
        let mut suspects = self.below_circles();
        suspects.sort_unstable_by_key(|&at| self.id(at));
        let mut seen: FxHashSet<Place> = FxHashSet::default();
        let mut circles: FxHashMap<usize, Vec<Vec<Link>>> = FxHashMap::default();
        for link in suspects.iter().flat_map(|&at| self.links_of(at)) {
            if seen.contains(&link.place) {
                continue;
            }
            let Some(mut circle) = self.circle_through(*link) else {
                continue;
            };
            seen.extend(circle.iter().map(|link| link.place));
            let first = circle
                .iter()
                .enumerate()
                .min_by_key(|(_, link)| self.id(link.child))
                .map_or(0, |(at, _)| at);
            circle.rotate_left(first);
            let holder = circle.first().map_or(link.child, |link| link.child);
            circles.entry(holder).or_default().push(circle);
        }
        circles
    }

    /// Platforms from which one of a circle can be reached: what is left when those without parents are taken away,
    /// over and over.
    fn below_circles(&self) -> Vec<usize> {
        let mut parents_left: Vec<usize> = self.links.iter().map(Vec::len).collect();
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); self.links.len()];
        for link in self.links.iter().flatten() {
            if let Some(children) = children.get_mut(link.parent) {
                children.push(link.child);
            }
        }
        let mut tops: Vec<usize> = (0..self.links.len())
            .filter(|&at| self.links_of(at).is_empty())
            .collect();
        while let Some(top) = tops.pop() {
            for &child in children.get(top).into_iter().flatten() {
                if let Some(left) = parents_left.get_mut(child) {
                    *left = left.saturating_sub(1);
                    if *left == 0 {
                        tops.push(child);
                    }
                }
            }
        }
        parents_left
            .iter()
            .enumerate()
            .filter(|(_, left)| **left > 0)
            .map(|(at, _)| at)
            .collect()
    }

    /// A shortest circle that begins with a link.
    fn circle_through(&self, link: Link) -> Option<Vec<Link>> {
        let mut reached_by: FxHashMap<usize, Link> = FxHashMap::default();
        let mut queue = VecDeque::from([link.parent]);
        while !reached_by.contains_key(&link.child) && link.parent != link.child {
            let here = queue.pop_front()?;
            for next in self.links_of(here) {
                if next.parent != link.parent && !reached_by.contains_key(&next.parent) {
                    reached_by.insert(next.parent, *next);
                    queue.push_back(next.parent);
                }
            }
        }
        let mut circle = Vec::new();
        let mut here = link.child;
        while here != link.parent {
            let last = reached_by.get(&here)?;
            circle.push(*last);
            here = last.child;
        }
        circle.push(link);
        circle.reverse();
        Some(circle)
    }
}

#[cfg(test)]
mod tests {
    use missionlint_tape::Span;

    use super::*;
    use crate::finding::{DocumentId, Spot};

    /// Circles of platforms named a, b, c …, each given with its parents.
    fn circles(parents: &[(&'static str, &str)]) -> Vec<String> {
        let ids: Vec<Option<&str>> = parents.iter().map(|(id, _)| Some(*id)).collect();
        let is = |id: Option<&str>, name: char| id.is_some_and(|id| id.starts_with(name));
        let position = |name| ids.iter().position(|id| is(*id, name)).unwrap_or_default();
        let mut place = 0;
        let mut link = |child, parent| {
            place += 1;
            let place = Place {
                document: DocumentId(0),
                spot: Spot::Bytes(Span::new(place, place)),
            };
            Link {
                child,
                parent: position(parent),
                place,
            }
        };
        let links = parents
            .iter()
            .enumerate()
            .map(|(at, (_, parents))| parents.chars().map(|name| link(at, name)).collect());
        let chart = Chart {
            links: links.collect(),
            ids: ids.clone(),
        };
        let found = chart.circles().into_values().flatten();
        let mut named: Vec<String> = found
            .map(|circle| {
                circle
                    .iter()
                    .filter_map(|link| chart.id(link.child))
                    .collect()
            })
            .collect();
        named.sort();
        named
    }

    #[test]
    fn every_link_of_a_circle_is_found() {
        assert_eq!(circles(&[("a", "b"), ("b", "c"), ("c", "")]), [""; 0]);
        assert_eq!(circles(&[("c", "a"), ("b", "c"), ("a", "b")]), ["abc"]);
        assert_eq!(
            circles(&[("a", "bc"), ("b", "c"), ("c", "a")]),
            ["abc", "ac"]
        );
        assert_eq!(
            circles(&[("a", "ba"), ("b", "a"), ("d", "a"), ("e", "d")]),
            ["a", "ab"]
        );
    }
}
