//! Countries, programme areas and words that missions are made of. All of it is written down here, not taken from
//! the linter's tables, so that a mistake there does not hide.

/// A country with its codes and the regional office that covers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Country {
    /// ISO 3166-1 alpha-3.
    pub(crate) alpha3: &'static str,
    /// ISO 3166-1 alpha-2.
    pub(crate) alpha2: &'static str,
    /// City of the regional office.
    pub(crate) region: &'static str,
}

/// Countries that public pages name under the regional office that covers them today; of all others it is inferred.
static NAMED_COVERAGE: [&str; 48] = [
    "BDI", "DJI", "ERI", "ETH", "KEN", "RWA", "SOM", "SSD", "TZA", "UGA", "BEN", "BFA", "CIV",
    "GIN", "MLI", "SEN", "TGO", "BHR", "DZA", "EGY", "IRQ", "JOR", "KWT", "LBN", "LBY", "SAU",
    "SDN", "SYR", "YEM", "ALB", "ARM", "AZE", "BIH", "BLR", "GEO", "ISR", "KAZ", "KGZ", "MDA",
    "MKD", "MNE", "RUS", "SRB", "TJK", "TKM", "TUR", "UKR", "UZB",
];

/// Cities of the regional offices.
pub(crate) static REGIONS: [&str; 6] = ["bangkok", "cairo", "dakar", "nairobi", "panama", "vienna"];

impl Country {
    /// Mali, for which some rules are made.
    pub(crate) const MALI: Self = Self {
        alpha3: "MLI",
        alpha2: "ML",
        region: "dakar",
    };

    /// Whether a public page says that its regional office covers it.
    pub(crate) fn has_named_coverage(self) -> bool {
        // The page for Kosovo names no ISO code: the code is one that users assign.
        self.alpha3 == "XKX" || NAMED_COVERAGE.contains(&self.alpha3)
    }

    /// The country at a position of the list, counted round.
    pub(crate) fn number(position: usize) -> Self {
        let row = COUNTRIES[position % COUNTRIES.len()];
        Self {
            alpha3: &row[..3],
            alpha2: &row[4..6],
            region: &row[7..],
        }
    }

    /// Number of countries.
    pub(crate) fn count() -> usize {
        COUNTRIES.len()
    }

    /// Whether its P-codes follow no pattern that could be checked.
    pub(crate) fn has_irregular_pcodes(self) -> bool {
        matches!(self.alpha3, "AZE" | "BDI" | "HTI" | "LBN")
    }

    /// A P-code of the first level below the country, in the country's own form.
    pub(crate) fn pcode(self, number: usize) -> String {
        match self.alpha3 {
            "BDI" => format!("BDI{number:03}"),
            "HTI" => format!("HT {number:02}"),
            "LBN" => format!("6{number:04}"),
            _ => format!("{}{number:02}", self.alpha2),
        }
    }
}

/// A programme area that belongs to a cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    /// Its code.
    pub(crate) code: &'static str,
    /// The cluster before the transition of a country.
    pub(crate) cluster: &'static str,
    /// The cluster from the transition on.
    pub(crate) merged: &'static str,
    /// Short form for ids.
    pub(crate) short: &'static str,
    /// Global lead agency of the cluster.
    pub(crate) lead: &'static str,
}

/// The areas whose cluster is beyond doubt. The first two are those IOM leads.
pub(crate) static AREAS: [Area; 8] = [
    Area {
        code: "shelter-settlements",
        cluster: "SHL",
        merged: "x-slsc",
        short: "shl",
        lead: "UNHCR",
    },
    Area {
        code: "cccm",
        cluster: "CCM",
        merged: "x-slsc",
        short: "ccm",
        lead: "UNHCR",
    },
    Area {
        code: "wash",
        cluster: "WSH",
        merged: "WSH",
        short: "wsh",
        lead: "UNICEF",
    },
    Area {
        code: "health",
        cluster: "HEA",
        merged: "HEA",
        short: "hea",
        lead: "WHO",
    },
    Area {
        code: "protection",
        cluster: "PRO",
        merged: "PRO",
        short: "pro",
        lead: "UNHCR",
    },
    Area {
        code: "food-assistance",
        cluster: "FSC",
        merged: "FSC",
        short: "fsc",
        lead: "WFP",
    },
    Area {
        code: "education-in-emergencies",
        cluster: "EDU",
        merged: "EDU",
        short: "edu",
        lead: "UNICEF",
    },
    Area {
        code: "logistics",
        cluster: "LOG",
        merged: "x-logtel",
        short: "log",
        lead: "WFP",
    },
];

/// Areas that belong to no cluster.
pub(crate) static OTHER_AREAS: [&str; 5] = [
    "border-management",
    "labour-mobility",
    "consular",
    "diaspora",
    "drr",
];

/// Codes that look like countries and are none.
pub(crate) static NO_COUNTRIES: [&str; 6] = ["ZZZ", "QQX", "XXJ", "UUU", "XZQ", "QMW"];

/// The five cross-cutting issues.
pub(crate) static ISSUES: [&str; 5] = [
    "protection-mainstreaming",
    "gender-equality",
    "law-and-policy",
    "disaster-risk-climate-change",
    "data-and-evidence",
];

/// Operational modalities.
pub(crate) static MODALITIES: [&str; 6] = [
    "participation-empowerment",
    "conflict-sensitivity",
    "integrated-programming",
    "collaboration",
    "localization",
    "cash-based-interventions",
];

/// Organisations met at meetings.
pub(crate) static ORGANISATIONS: [&str; 12] = [
    "OCHA",
    "UNHCR",
    "WFP",
    "UNICEF",
    "WHO",
    "FAO",
    "UNDP",
    "UNFPA",
    "IFRC",
    "NRC",
    "UNDSS",
    "save-the-children",
];

/// Items of agendas, in three languages.
pub(crate) static AGENDA: [&str; 24] = [
    "Follow-up on the action points of the last meeting",
    "Update on displacement and arrivals",
    "Access constraints and planned convoys",
    "Contingency planning for the rainy season",
    "Funding status and gaps",
    "Joint needs assessment: timetable and sampling",
    "Localisation: seats for national organisations",
    "Information management products of the month",
    "Situation sécuritaire et mesures d’atténuation",
    "Suivi des recommandations de la réunion précédente",
    "Mise à jour sur les mouvements de population",
    "Préparation de la saison des pluies",
    "État du financement et lacunes prioritaires",
    "Évaluation conjointe des besoins : calendrier",
    "Coordination avec les autorités régionales",
    "Questions diverses",
    "Actualización sobre la situación de seguridad",
    "Seguimiento de los acuerdos de la reunión anterior",
    "Necesidades de alojamiento y artículos no alimentarios",
    "Plan de contingencia para la temporada de lluvias",
    "Coordinación con las autoridades locales",
    "Any other business",
    "Presentation of the draft response plan",
    "Review of the three-month work plan",
];

/// Reasons for an absence.
pub(crate) static REASONS: [&str; 8] = [
    "On mission outside the duty station.",
    "Annual leave, announced in advance.",
    "Sick leave.",
    "Field visit with a donor.",
    "En mission à l’intérieur du pays.",
    "Congé annuel, annoncé à l’avance.",
    "De permiso médico.",
    "Regional workshop of the week.",
];

/// Remarks for colleagues, some with characters that need care.
pub(crate) static NOTES: [&str; 10] = [
    "Checked against the staffing table of the quarter.",
    "Seat agreed with the co-lead agency.",
    "Vérifié avec le tableau des effectifs.",
    "Le \"plan B\" de la saison des pluies reste à confirmer.",
    "Two lines:\nthe second is short.",
    "Path of the old file: missions\\archive\\2023",
    "Café-réunion: données à jour – voir l’annexe №\u{a0}3.",
    "تم التحقق من السجل",
    "Confirmado con la oficina regional 🗂️ en la última visita.",
    "Column one\tcolumn two",
];

/// Beginnings of invented place names.
pub(crate) static PLACE_HEADS: [&str; 20] = [
    "Kara", "Mon", "Bel", "Tel", "San", "Dor", "Wad", "Gha", "Ner", "Tam", "Pol", "Ros", "Vil",
    "Ouro", "Zin", "Hab", "Lek", "Qar", "Yar", "Côr",
];

/// Endings of invented place names.
pub(crate) static PLACE_TAILS: [&str; 16] = [
    "dougou", "tova", "mara", "ville", "bad", "kala", "na", "zour", "séa", "polis", "tine", "hara",
    "ñola", "rino", "ghat", "menti",
];

/// `alpha-3 alpha-2 city of the regional office`.
#[rustfmt::skip]
static COUNTRIES: [&str; 208] = [
    "ABW AW panama", "AFG AF bangkok", "AGO AO nairobi", "AIA AI panama",
    "ALB AL vienna", "ARE AE cairo", "ARG AR panama", "ARM AM vienna",
    "ATG AG panama", "AUS AU bangkok", "AUT AT vienna", "AZE AZ vienna",
    "BDI BI nairobi", "BEL BE vienna", "BEN BJ dakar", "BES BQ panama",
    "BFA BF dakar", "BGD BD bangkok", "BGR BG vienna", "BHR BH cairo",
    "BHS BS panama", "BIH BA vienna", "BLM BL panama", "BLR BY vienna",
    "BLZ BZ panama", "BMU BM panama", "BOL BO panama", "BRA BR panama",
    "BRB BB panama", "BTN BT bangkok", "BWA BW nairobi", "CAF CF dakar",
    "CAN CA panama", "CHE CH vienna", "CHL CL panama", "CHN CN bangkok",
    "CIV CI dakar", "CMR CM dakar", "COD CD nairobi", "COG CG dakar",
    "COL CO panama", "COM KM nairobi", "CPV CV dakar", "CRI CR panama",
    "CUB CU panama", "CUW CW panama", "CYM KY panama", "CYP CY vienna",
    "CZE CZ vienna", "DEU DE vienna", "DJI DJ nairobi", "DMA DM panama",
    "DNK DK vienna", "DOM DO panama", "DZA DZ cairo", "ECU EC panama",
    "EGY EG cairo", "ERI ER nairobi", "ESP ES vienna", "EST EE vienna",
    "ETH ET nairobi", "FIN FI vienna", "FJI FJ bangkok", "FLK FK panama",
    "FRA FR vienna", "FSM FM bangkok", "GAB GA dakar", "GBR GB vienna",
    "GEO GE vienna", "GHA GH dakar", "GIN GN dakar", "GLP GP panama",
    "GMB GM dakar", "GNB GW dakar", "GNQ GQ dakar", "GRC GR vienna",
    "GRD GD panama", "GRL GL panama", "GTM GT panama", "GUF GF panama",
    "GUY GY panama", "HND HN panama", "HRV HR vienna", "HTI HT panama",
    "HUN HU vienna", "IDN ID bangkok", "IND IN bangkok", "IRL IE vienna",
    "IRN IR bangkok", "IRQ IQ cairo", "ISL IS vienna", "ISR IL vienna",
    "ITA IT vienna", "JAM JM panama", "JOR JO cairo", "JPN JP bangkok",
    "KAZ KZ vienna", "KEN KE nairobi", "KGZ KG vienna", "KHM KH bangkok",
    "KIR KI bangkok", "KNA KN panama", "KOR KR bangkok", "KWT KW cairo",
    "LAO LA bangkok", "LBN LB cairo", "LBR LR dakar", "LBY LY cairo",
    "LCA LC panama", "LIE LI vienna", "LKA LK bangkok", "LSO LS nairobi",
    "LTU LT vienna", "LUX LU vienna", "LVA LV vienna", "MAF MF panama",
    "MAR MA cairo", "MDA MD vienna", "MDG MG nairobi", "MDV MV bangkok",
    "MEX MX panama", "MHL MH bangkok", "MKD MK vienna", "MLI ML dakar",
    "MLT MT vienna", "MMR MM bangkok", "MNE ME vienna", "MNG MN bangkok",
    "MOZ MZ nairobi", "MRT MR dakar", "MSR MS panama", "MTQ MQ panama",
    "MUS MU nairobi", "MWI MW nairobi", "MYS MY bangkok", "NAM NA nairobi",
    "NER NE dakar", "NGA NG dakar", "NIC NI panama", "NLD NL vienna",
    "NOR NO vienna", "NPL NP bangkok", "NZL NZ bangkok", "OMN OM cairo",
    "PAK PK bangkok", "PAN PA panama", "PER PE panama", "PHL PH bangkok",
    "PLW PW bangkok", "PNG PG bangkok", "POL PL vienna", "PRI PR panama",
    "PRK KP bangkok", "PRT PT vienna", "PRY PY panama", "QAT QA cairo",
    "ROU RO vienna", "RUS RU vienna", "RWA RW nairobi", "SAU SA cairo",
    "SDN SD cairo", "SEN SN dakar", "SLB SB bangkok", "SLE SL dakar",
    "SLV SV panama", "SOM SO nairobi", "SPM PM panama", "SRB RS vienna",
    "SSD SS nairobi", "STP ST dakar", "SUR SR panama", "SVK SK vienna",
    "SVN SI vienna", "SWE SE vienna", "SWZ SZ nairobi", "SXM SX panama",
    "SYC SC nairobi", "SYR SY cairo", "TCA TC panama", "TCD TD dakar",
    "TGO TG dakar", "THA TH bangkok", "TJK TJ vienna", "TKM TM vienna",
    "TLS TL bangkok", "TON TO bangkok", "TTO TT panama", "TUN TN cairo",
    "TUR TR vienna", "TUV TV bangkok", "TZA TZ nairobi", "UGA UG nairobi",
    "UKR UA vienna", "URY UY panama", "USA US panama", "UZB UZ vienna",
    "VCT VC panama", "VEN VE panama", "VGB VG panama", "VIR VI panama",
    "VNM VN bangkok", "VUT VU bangkok", "WSM WS bangkok", "XKX XK vienna",
    "YEM YE cairo", "ZAF ZA nairobi", "ZMB ZM nairobi", "ZWE ZW nairobi",
];
