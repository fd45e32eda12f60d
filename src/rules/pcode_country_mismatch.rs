//! A P-code that does not fit its country or its parent.

use super::shared::{each, items};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Blocked, Location, Marked, Obstacle, Read};
use crate::finding::{Fact, Finding, Place};
use crate::record::{Mission, Office};
use crate::reference::{self, Country};

static META: Meta = Meta {
    id: "pcode-country-mismatch",
    group: Group::Integrity,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A P-code does not begin with its country's code or its parent's P-code.",
    page: "## What it checks\n\
        The letters a P-code begins with must be the alpha-2 or alpha-3 code of its country: the office's own \
        country where it is given, else one of the mission's. The P-code of an office with a parent must begin with \
        the parent's. Offices, places of platforms, meetings and OCHA, and sites of programmes are judged.\n\n\
        ## Why it matters\n\
        P-codes join records with OCHA's maps and datasets; one of another country or district joins the wrong \
        place.\n\n\
        ## Exceptions\n\
        Countries whose P-codes do not follow the pattern (Azerbaijan, Burundi, Haiti, Lebanon), and missions that \
        cover one of them unless the office names its own country. Parents without P-code and in other missions.\n\n\
        ## What it marks\n\
        The P-code; related: the parent's P-code, else the mission's list of countries.\n",
    example: EXAMPLE,
    source: "OCHA P-codes, Common Operational Datasets",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "gao", "place": "Gao", "pcode": "ML07", "from": "2013-03-15"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "gao", "place": "Gao", "pcode": "NE07", "from": "2013-03-15"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for mission in &bundle.missions {
        let home = Home::of(mission);
        each(judge, &mission.offices, |judge, office| {
            judge_office(bundle, &home, (mission.head.place(), office), judge);
        });
        match &mission.ocha_presence {
            Ok(presences) => presences.iter().flatten().for_each(|presence| {
                judge_place(
                    &home,
                    mission.head.place(),
                    pcode_of(presence.place.map(Some)),
                    judge,
                );
            }),
            Err(blocked) => judge.block(*blocked),
        }
    }
    let home = match bundle.mission() {
        Ok(None) => return,
        Ok(Some(mission)) => Home::of(mission),
        Err(blocked) => Err(blocked),
    };
    for platform in &bundle.platforms {
        judge_place(
            &home,
            platform.head.place(),
            pcode_of(platform.place),
            judge,
        );
    }
    for meeting in &bundle.meetings {
        judge_place(&home, meeting.head.place(), pcode_of(meeting.place), judge);
    }
    for programme in &bundle.programmes {
        each(judge, &programme.sites, |judge, site| {
            let pcode = site.map(|site| bundle.is_pcode_site(site.value).then_some(site));
            judge_place(&home, programme.head.place(), pcode, judge);
        });
    }
}

type Pcode<'t> = Marked<&'t str>;

fn judge_place(
    home: &Read<Home<'_, '_>>,
    about: Place,
    pcode: Read<Option<Pcode<'_>>>,
    judge: &mut Judge<'_>,
) {
    judge.consider(about, pcode, |judge, pcode| {
        let home = home.as_ref().map_err(|blocked| *blocked)?;
        if home.region.rules_out(pcode) {
            judge.report(wrong_country(pcode, &home.region, home.mission)?);
        }
        Ok(())
    });
}

fn judge_office(
    bundle: &Bundle<'_>,
    home: &Read<Home<'_, '_>>,
    (about, office): (Place, &Office<'_>),
    judge: &mut Judge<'_>,
) {
    judge.consider(about, office.pcode, |judge, pcode| {
        let home = home.as_ref().map_err(|blocked| *blocked)?;
        let own = own_region(office)?;
        let region = own.as_ref().unwrap_or(&home.region);
        if region.rules_out(pcode) {
            judge.report(wrong_country(pcode, region, home.mission)?);
        } else if region.is_regular()
            && let Some(parent) = parent_pcode(bundle, office)?
            && !pcode.value.starts_with(parent.value)
        {
            judge.report(outside_parent(pcode, parent));
        }
        Ok(())
    });
}

/// A mission with its countries.
struct Home<'b, 't> {
    mission: &'b Mission<'t>,
    region: Region<'t>,
}

impl<'b, 't> Home<'b, 't> {
    fn of(mission: &'b Mission<'t>) -> Read<Self> {
        let codes = items(&mission.countries)?
            .iter()
            .copied()
            .collect::<Read<Vec<_>>>()?;
        Ok(Self {
            mission,
            region: Region::of(codes)?,
        })
    }
}

/// The countries one of whose P-codes is wanted.
struct Region<'t> {
    codes: Vec<Marked<&'t str>>,
    countries: Vec<&'static Country>,
}

impl<'t> Region<'t> {
    /// A code that leads to no country is an obstacle: its own rule reports it.
    fn of(codes: Vec<Marked<&'t str>>) -> Read<Self> {
        let country = |code: &Marked<&str>| {
            let known =
                reference::by_alpha3(code.value).or_else(|| reference::by_alpha2(code.value));
            known.ok_or(Blocked {
                place: code.place,
                obstacle: Obstacle::Reference,
            })
        };
        let countries = codes.iter().map(country).collect::<Read<_>>()?;
        Ok(Self { codes, countries })
    }

    /// Whether all its countries have P-codes that follow the pattern.
    fn is_regular(&self) -> bool {
        !self
            .countries
            .iter()
            .any(|country| country.irregular_pcodes)
    }

    /// Whether the P-code cannot be one of its countries.
    fn rules_out(&self, pcode: Pcode<'_>) -> bool {
        let digits = pcode
            .value
            .trim_start_matches(|letter: char| letter.is_ascii_uppercase());
        let prefix = pcode.value.strip_suffix(digits).unwrap_or_default();
        let fits = |country: &&Country| prefix == country.alpha2 || prefix == country.alpha3;
        self.is_regular() && !self.countries.iter().any(fits)
    }
}

/// The country of its own that an office names.
fn own_region<'t>(office: &Office<'t>) -> Read<Option<Region<'t>>> {
    office
        .country?
        .map(|code| Region::of(vec![code]))
        .transpose()
}

/// The P-code that an office's has to begin with.
fn parent_pcode<'t>(bundle: &Bundle<'t>, office: &Office<'t>) -> Read<Option<Pcode<'t>>> {
    let Some(reference) = office.parent? else {
        return Ok(None);
    };
    if bundle.plain(reference.value).contains('/') {
        return Ok(None);
    }
    let parent = bundle.office_of(reference)?;
    let regular = own_region(parent)?.is_none_or(|region| region.is_regular());
    Ok(if regular { parent.pcode? } else { None })
}

fn pcode_of(location: Read<Option<Location<'_>>>) -> Read<Option<Pcode<'_>>> {
    match location? {
        Some(Location::Town { pcode, .. }) => Ok(pcode),
        Some(Location::Office(_)) | None => Ok(None),
    }
}

fn wrong_country(pcode: Pcode<'_>, region: &Region<'_>, mission: &Mission<'_>) -> Read<Finding> {
    let codes = region
        .codes
        .iter()
        .map(|code| code.value.to_owned())
        .collect();
    Ok(Finding::new(&META, pcode.place)
        .with("pcode", Fact::Code(pcode.value.to_owned()))
        .with("countries", Fact::Codes(codes))
        .and("countries", mission.countries_view?.place()))
}

fn outside_parent(pcode: Pcode<'_>, parent: Pcode<'_>) -> Finding {
    Finding::new(&META, pcode.place)
        .with("pcode", Fact::Code(pcode.value.to_owned()))
        .with("parent", Fact::Code(parent.value.to_owned()))
        .and("parent", parent.place)
}
