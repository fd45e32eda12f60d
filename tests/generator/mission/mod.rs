//! Building a mission without any fault: clean under every rule of the record contract, with the exceptions that
//! rules allow for.

mod meetings;
mod offices;
mod paperwork;
mod people;
mod platforms;
mod programmes;
mod seats;

use super::day::Day;
use super::draft::Draft;
use super::json::Json;
use super::plan::{AS_OF, Plan};
use super::rng::Rng;
use super::words::NOTES;

pub(crate) use meetings::{moment, row_json};
pub(crate) use people::ROSTER;
pub(crate) use programmes::clustered;

/// Builds the mission of a plan.
pub(crate) fn build(plan: Plan, rng: &mut Rng) -> Draft {
    let mut draft = Draft::new(plan);
    offices::build(&mut draft, rng);
    programmes::build(&mut draft, rng);
    let cast = people::build(&mut draft, rng);
    platforms::build(&mut draft, &cast, rng);
    seats::build(&mut draft, &cast, rng);
    people::write(&mut draft, rng);
    let absences = paperwork::build(&mut draft, &cast, rng);
    meetings::build(&mut draft, &absences, rng);
    draft
}

/// The members by which a record says that it is current (last confirmed within two months), or kept for the file.
fn upkeep(body: Json, ended: bool, rng: &mut Rng) -> Json {
    let body = if ended {
        body.with("historic", true)
    } else {
        body.with("confirmed", AS_OF.plus(-rng.range(0, 60)))
    };
    if rng.chance(6) {
        body.with("note", *rng.pick(&NOTES))
    } else {
        body
    }
}

/// An interval's `from` and `to`.
fn dated(body: Json, from: Day, to: Option<Day>) -> Json {
    body.with("from", from).with_some("to", to)
}
