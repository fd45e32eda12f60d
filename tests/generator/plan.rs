//! What is decided about a mission before it is built. A plan follows from the options and the mission's number
//! alone, so that missions can refer to each other without being built together.

use super::Options;
use super::day::Day;
use super::rng::Rng;
use super::words::{Area, Country};

/// The day of the run, the last of the recorded months.
pub(crate) const AS_OF: Day = Day::new(2026, 10, 31);

/// How humanitarian coordination works in a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Context {
    /// Clusters under a Humanitarian Coordinator.
    Cluster,
    /// Clusters and a refugee response.
    Mixed,
    /// Refugees only: no Humanitarian Coordinator, no clusters.
    Refugee,
}

impl Context {
    /// Its code in the mission record.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Cluster => "cluster",
            Self::Mixed => "mixed",
            Self::Refugee => "refugee",
        }
    }
}

/// Who leads the mission over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Command {
    /// One Chief of Mission.
    Steady,
    /// A new one from this day, ten days beside the old one.
    Handover(Day),
    /// The post is vacant from the first to the second day, with an acting Chief of Mission.
    Vacancy(Day, Day),
    /// The Chief of Mission of this other mission covers the country.
    Covered(String),
}

/// Which faults may be planted in a mission. A value that cannot be read blocks rules elsewhere in the mission, so
/// such faults stay among themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Faults {
    /// Against the rules; and of form where no rule reads the value.
    Policy,
    /// Of form only, anywhere.
    Form,
}

/// How large a mission is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// One or two offices outside the capital, and half as many months of meetings.
    Small,
    /// A few.
    Medium,
    /// Many.
    Large,
}

/// The plan of a mission.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// Its id.
    pub(crate) id: String,
    /// The country.
    pub(crate) country: Country,
    /// How many offices it has.
    pub(crate) size: Size,
    /// How many of its records get a fault, compared with others; 1.0 on average.
    pub(crate) care: f64,
    /// A second country served from the same mission.
    pub(crate) second: Option<Country>,
    /// The first day of the recorded months.
    pub(crate) first: Day,
    /// Number of recorded months.
    pub(crate) months: i32,
    /// Humanitarian coordination.
    pub(crate) context: Context,
    /// From when the simplified clusters are in place.
    pub(crate) transition: Option<Day>,
    /// Who leads.
    pub(crate) command: Command,
    /// What may go wrong.
    pub(crate) faults: Faults,
    /// A mission whose roster staff visit.
    pub(crate) home_of_guests: Option<String>,
    /// Whether it lends its Chief of Mission to the next mission.
    pub(crate) lends_chief: bool,
    /// Offset of local time in minutes.
    pub(crate) offset: i32,
}

/// Missions come in rounds of so many; in each, one is covered by the mission before it.
const ROUND: usize = 12;
const COVERED: usize = 7;

impl Plan {
    /// The plan of mission `index`.
    pub(crate) fn new(options: &Options, index: usize) -> Self {
        let mut rng = Rng::new(options.seed, 1_000_000 + index as u64);
        let (id, country) = name(options.seed, index);
        let size = match rng.below(20) {
            0..=7 => Size::Small,
            8..=15 => Size::Medium,
            _ => Size::Large,
        };
        let months = i32::try_from(options.months.clamp(1, MONTHS_AT_MOST)).unwrap_or(1);
        let months = match size {
            // It opened not long ago.
            Size::Small => (months + 1) / 2,
            _ => months,
        };
        let first = AS_OF.month_start(1 - months);
        let context = match rng.below(20) {
            0..=2 => Context::Refugee,
            3..=5 => Context::Mixed,
            _ => Context::Cluster,
        };
        let transition = rng
            .chance(20)
            .then(|| Day::new(2026, 1, 1).plus(rng.range(0, 60)));
        let lends_chief = index % ROUND == COVERED - 1;
        let steady = lends_chief || months < 6;
        let command = match rng.below(100) {
            _ if index % ROUND == COVERED => Command::Covered(name(options.seed, index - 1).0),
            _ if steady => Command::Steady,
            0..=39 => Command::Steady,
            40..=64 => Command::Handover(first.plus(rng.range(20, 30 * months - 130))),
            _ => {
                let from = first.plus(rng.range(20, 30 * months - 130));
                Command::Vacancy(from, from.plus(rng.range(34, 75)))
            }
        };
        let guests = index > 0 && faults(index - 1) == Faults::Policy;
        Self {
            id,
            country,
            size,
            care: *rng.pick(&[0.2, 0.5, 1.0, 1.0, 1.3, 2.0]),
            second: (index % 9 == 4).then(|| neighbour(country, &mut rng)),
            first,
            months,
            context,
            transition: transition.filter(|_| context != Context::Refugee),
            command,
            faults: faults(index),
            home_of_guests: guests.then(|| name(options.seed, index - 1).0),
            lends_chief,
            offset: *rng.pick(&[0, 0, 60, 120, 180, 330, -300, -180]),
        }
    }

    /// Whether P-codes of the mission's countries can be checked.
    pub(crate) fn has_regular_pcodes(&self) -> bool {
        !self.country.has_irregular_pcodes()
            && !self.second.is_some_and(Country::has_irregular_pcodes)
    }

    /// Whether the simplified clusters are in place.
    pub(crate) fn is_merged(&self) -> bool {
        self.transition.is_some()
    }

    /// Whether one of the mission's countries is Mali.
    pub(crate) fn is_in_mali(&self) -> bool {
        self.country == Country::MALI || self.second == Some(Country::MALI)
    }

    /// The cluster that an area belongs to.
    pub(crate) fn cluster_of(&self, area: Area) -> &'static str {
        if self.is_merged() {
            area.merged
        } else {
            area.cluster
        }
    }

    /// Whether there are clusters.
    pub(crate) fn has_clusters(&self) -> bool {
        self.context != Context::Refugee
    }

    /// A country the mission does not serve.
    pub(crate) fn stranger(&self, rng: &mut Rng) -> Country {
        loop {
            let country = Country::number(rng.below(Country::count()));
            if country != self.country
                && Some(country) != self.second
                && !country.has_irregular_pcodes()
            {
                return country;
            }
        }
    }
}

/// The policies in force do not reach further back.
const MONTHS_AT_MOST: usize = 46;

fn faults(index: usize) -> Faults {
    if index % 3 == 2 {
        Faults::Form
    } else {
        Faults::Policy
    }
}

/// Id and country of mission `index`; the countries come round, then with a number. Mali, which has rules of its own,
/// is among the first.
fn name(seed: u64, index: usize) -> (String, Country) {
    let mut rng = Rng::new(seed, 17);
    let start = rng.below(Country::count());
    let early = *rng.pick(&[0, 1, 3, 4]);
    // 37 and the number of countries have no common factor.
    let at = |place: usize| Country::number(start + place * 37);
    let place = index % Country::count();
    let country = match at(place) {
        _ if place == early => Country::MALI,
        // Whoever would be there takes Mali's place.
        Country::MALI => at(early),
        other => other,
    };
    let round = index / Country::count();
    let number = if round == 0 {
        String::new()
    } else {
        (round + 1).to_string()
    };
    (
        format!("{}{number}", country.alpha3.to_lowercase()),
        country,
    )
}

fn neighbour(country: Country, rng: &mut Rng) -> Country {
    let all = (0..Country::count()).map(Country::number);
    let others: Vec<Country> = all
        .filter(|other| {
            other.region == country.region && *other != country && !other.has_irregular_pcodes()
        })
        .collect();
    *rng.pick(&others)
}
