//! The mission itself, and who leads it.

use super::desk::{Desk, Seen, one_of, opaque};
use super::facts::{
    DesignationFacts, Leadership, LeadershipState, MissionFacts, PostFacts, VacancyFacts,
};
use super::told::{Listed, Told};
use crate::bundle::{CHIEF, Holder};
use crate::document::{Kind, Marked, Read, any, entries};
use crate::privacy::show_id;
use crate::record::{Designation, Phase, Vacancy};
use crate::rules::shared::all;

const PHASES: [&str; 5] = [
    "pre-crisis",
    "emergency",
    "protracted",
    "transition",
    "recovery",
];
const CONTEXT_MODELS: [&str; 5] = ["cluster", "refugee", "mixed", "government-led", "none"];
const SORTS: [&str; 2] = ["acting-com", "hct-alternate"];
const GROUNDS: [&str; 3] = ["com-limited-experience", "absence", "vacancy"];

impl<'t> Desk<'_, 't> {
    pub(super) fn mission(&self) -> MissionFacts {
        let mission = match self.bundle.mission() {
            Ok(Some(mission)) => mission,
            Ok(None) => return none_of(|| Told::Known(Vec::new()), || Told::Known(None)),
            Err(blocked) => {
                let unknown = self.unknown(blocked);
                let list = || Told::Unknown(unknown.clone());
                return none_of(list, || Told::Unknown(unknown.clone()));
            }
        };
        let seen = self.seen(&mission.head);
        let codes = |list: Read<Vec<Phase<'t>>>, codes: &[&str]| {
            self.tell(seen, self.on_the_day(&list, |it| one_of(it, codes)), |it| {
                it
            })
        };
        let countries = || {
            entries(&mission.countries)
                .map(|code| opaque((*code?)?).map(str::to_owned))
                .collect::<Read<Vec<_>>>()
        };
        let offices = self.on_the_day(&mission.regional_offices(), opaque);
        let covered_by = mission.covered_by.map(|by| by.map(|by| show_id(by.value)));
        MissionFacts {
            record: (seen != Seen::LeftOut).then(|| self.record(&mission.head)),
            name: self.tell(seen, mission.name(), |name| Some(name.value.to_owned())),
            countries: self.tell(seen, countries(), |it| it),
            regional_offices: self.tell(seen, offices, |it| it),
            phases: codes(mission.phase(), &PHASES),
            context_models: codes(mission.context_models(), &CONTEXT_MODELS),
            covered_by: self.tell(seen, covered_by, |by| by.map(str::to_owned)),
        }
    }

    /// The values of those entries that cover the day of the run.
    fn on_the_day(
        &self,
        list: &Read<Vec<Phase<'t>>>,
        read: impl Fn(Marked<&'t str>) -> Read<&'t str>,
    ) -> Read<Vec<String>> {
        let mut found = Vec::new();
        for entry in entries(list) {
            let entry = entry?;
            if entry.interval?.interval.covers(self.today) {
                found.push(read(entry.value?)?.to_owned());
            }
        }
        Ok(found)
    }

    pub(super) fn leadership(&self) -> Leadership {
        let chiefs = self.chiefs();
        let acting = self.acting();
        let state = if !chiefs.items.is_empty() {
            Told::Known(LeadershipState::InPost)
        } else if let Some(unknown) = chiefs.unread.first() {
            Told::Unknown(unknown.clone())
        } else if chiefs.left_out > 0 {
            Told::Masked
        } else if !acting.items.is_empty() {
            Told::Known(LeadershipState::Acting)
        } else if let Some(unknown) = acting.unread.first() {
            Told::Unknown(unknown.clone())
        } else if acting.left_out > 0 {
            Told::Masked
        } else {
            Told::Known(LeadershipState::Vacant)
        };
        Leadership {
            vacancies: self.vacancies(),
            chiefs,
            acting,
            state,
        }
    }

    fn chiefs(&self) -> Listed<PostFacts> {
        let mut chiefs = Listed::default();
        let terms = &self.leadership.chiefs;
        for holder in terms.on(self.today) {
            let seen = self.seen_of(holder.mission, &holder.person.head);
            match self.post(&holder, seen) {
                _ if seen == Seen::LeftOut => chiefs.left_out += 1,
                Ok(post) => chiefs.items.push(post),
                Err(blocked) => self.doubt(&mut chiefs, Err(blocked)),
            }
        }
        chiefs
            .items
            .sort_by(|one, other| one.person.id.cmp(&other.person.id));
        self.doubt(&mut chiefs, terms.complete(self.today, self.today));
        chiefs
    }

    fn post(&self, holder: &Holder<'_, 't>, seen: Seen) -> Read<PostFacts> {
        let id = holder.person.head.id?.value;
        let reference = if holder.mission == self.bundle.id {
            id.to_owned()
        } else {
            format!("{}/{id}", holder.mission)
        };
        let (from, to) = self.days(seen, holder.assignment.interval);
        Ok(PostFacts {
            person: self.person_facts(holder.mission, &reference, Ok(holder.person)),
            from,
            to,
        })
    }

    fn acting(&self) -> Listed<DesignationFacts> {
        let terms = &self.leadership.acting;
        let mut acting = self.designations(terms.on(self.today));
        self.doubt(&mut acting, terms.complete(self.today, self.today));
        acting
    }

    /// Designations as the reader may see them.
    pub(super) fn designations<'d>(
        &self,
        designations: impl Iterator<Item = &'d Designation<'t>>,
    ) -> Listed<DesignationFacts>
    where
        't: 'd,
    {
        let mut list = Listed::default();
        for designation in designations {
            match self.seen(&designation.head) {
                Seen::LeftOut => list.left_out += 1,
                seen => list.items.push(self.designation(designation, seen)),
            }
        }
        list
    }

    fn designation(&self, designation: &Designation<'t>, seen: Seen) -> DesignationFacts {
        // Ids stay visible whatever the class.
        let person = |reference: Read<Marked<&'t str>>| {
            self.tell(Seen::Clear, reference, |it| self.person(it))
        };
        let scope = entries(&designation.scope)
            .map(|item| Ok(show_id(self.bundle.plain((*item?)?.value)).to_owned()))
            .collect::<Read<Vec<_>>>();
        let ground = designation
            .ground()
            .and_then(|ground| ground.map(|it| one_of(it, &GROUNDS)).transpose());
        let (from, to) = self.days(seen, designation.interval);
        DesignationFacts {
            record: self.record(&designation.head),
            sort: self.code(seen, designation.designation, &SORTS),
            from_person: person(designation.from_person),
            to_person: person(designation.to_person),
            ground: self.tell(seen, ground, |ground| ground.map(str::to_owned)),
            scope: self.tell(Seen::Clear, scope, |it| it),
            from,
            to,
        }
    }

    /// Declarations that the post of chief is vacant on the day of the run.
    fn vacancies(&self) -> Listed<VacancyFacts> {
        let mut list = Listed::default();
        for vacancy in &self.bundle.vacancies {
            let concerned = all([
                vacancy.role.map(|role| role.value == CHIEF),
                vacancy
                    .interval
                    .map(|dated| dated.interval.covers(self.today)),
            ]);
            match concerned {
                Ok(false) => {}
                Ok(true) => match self.seen(&vacancy.head) {
                    Seen::LeftOut => list.left_out += 1,
                    seen => list.items.push(self.vacancy(vacancy, seen)),
                },
                Err(blocked) => self.doubt(&mut list, Err(blocked)),
            }
        }
        self.doubt(&mut list, self.bundle.nothing_unread(Kind::Vacancy));
        list
    }

    fn vacancy(&self, vacancy: &Vacancy<'t>, seen: Seen) -> VacancyFacts {
        VacancyFacts {
            record: self.record(&vacancy.head),
            role: self.code(Seen::Clear, vacancy.role, &[CHIEF]),
            from: self.days(seen, vacancy.interval).0,
            advertised: self.tell(seen, vacancy.is_advertised(), |it| it),
        }
    }

    /// Whether the reader may know who leads the mission, or acts, on a day.
    pub(super) fn sees_leaders(&self, day: crate::calendar::Day) -> bool {
        let mut chiefs = self.leadership.chiefs.on(day);
        let mut acting = self.leadership.acting.on(day);
        chiefs.all(|it| self.seen_of(it.mission, &it.person.head) == Seen::Clear)
            && acting.all(|it| self.seen(&it.head) == Seen::Clear)
    }

    /// Whether a designation holds for a platform of these types: it names it, or it is of a sort that is about such
    /// platforms and is limited to none.
    pub(super) fn concerns(
        &self,
        designation: &Designation<'t>,
        platform: &str,
        is_usual: Read<bool>,
    ) -> Read<bool> {
        let scope = designation.scope.as_ref().map_err(|blocked| *blocked)?;
        if scope.is_empty() {
            return is_usual;
        }
        any([self.bundle.names_platform(designation, platform)])
    }
}

fn none_of(
    list: impl Fn() -> Told<Vec<String>>,
    text: impl Fn() -> Told<Option<String>>,
) -> MissionFacts {
    MissionFacts {
        record: None,
        name: text(),
        countries: list(),
        regional_offices: list(),
        phases: list(),
        context_models: list(),
        covered_by: text(),
    }
}
