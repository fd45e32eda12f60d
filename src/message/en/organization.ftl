## The structure and the frameworks of the organization. See integrity.ftl for what the attributes mean.

cross-cutting-incomplete = { $missing-given ->
        [yes] { $programme } says nothing on { $missing }{ $unexplained-given ->
            [yes] , and does not address { $unexplained } without giving a reason
           *[no] {""}
        }
       *[no] { $programme } does not address { $unexplained-given ->
            [yes] { $unexplained }
           *[no] an issue
        } and gives no reason
    }
    .primary = { $missing-given ->
        [yes] not every cross-cutting issue is mentioned
       *[no] not addressed, and no reason given
    }
    .unexplained = not addressed, and no reason given
    .help = say of each issue in "cross_cutting" whether it is "addressed"; where it is not, give the "reason", such as that it does not concern the programme

mcof-sector-missing = { $programme } responds to a crisis but is tagged with no sector of the MCOF
    .primary = no sector of the version of { $version }
    .areas = its areas
    .help = add "mcof" with the version { $version } and { $sectors-given ->
        [yes] the sectors it works in, such as { $sectors }
       *[no] the sectors it works in
    }; if the programme does not respond to a crisis, set "crisis" to false

mcof-vocabulary = { $fault ->
        [anachronism] { $programme } is tagged in the MCOF but was over before there was one
        [old-version] { $programme } is tagged in the MCOF of { $version }, which was no longer in force when it began
        [new-version] { $programme } is tagged in the MCOF of { $version }, but was over before
       *[unknown-sector] { $sector-given ->
            [yes] { $sector }
           *[no] this
        } is no sector of the MCOF of { $version }
    }
    .primary = { $fault ->
        [unknown-sector] no sector of that version
       *[other] not in force while the programme ran
    }
    .bound = { $fault ->
        [old-version] the programme begins here
       *[other] the programme ends here
    }
    .version = the version it is tagged in
    .help = { $fault ->
        [unknown-sector] { $nearest-given ->
            [yes] write { $nearest } if that is meant
           *[no] write the sector as that version names it
        }{ $expected-given ->
            [yes] , or name the version { $expected } if the tag was made in it
           *[no] {""}
        }
        [anachronism] remove the tag, or correct the dates of the programme
       *[other] tag the programme in the version { $expected-given ->
            [yes] { $expected }
           *[no] in force
        } with its sectors, or correct the dates of the programme
    }

strategic-objective-unknown = { $fault ->
        [period] { $programme } was over before { $framework }, with which it is tagged, began
       *[unknown] { $objective-given ->
            [yes] { $objective }
           *[no] this
        } is no objective of { $framework }
    }
    .primary = { $fault ->
        [period] began only after the programme was over
       *[unknown] no objective of that strategy
    }
    .framework = the strategy it is tagged with
    .end = last day of the programme
    .help = { $fault ->
        [period] tag the programme with the strategy of its time, or correct its dates
       *[unknown] write one of { $allowed }, or name the strategy that has this objective
    }

office-kind-conflict = { $fault ->
        [closed] { $office } was closed by { $date }
        [not-regional] { $office } is no regional or sub-regional office
        [other-kind] there is no office { $office }; the one in that city is of another kind
       *[unknown] there is no office { $office }
    }
    .primary = { $fault ->
        [closed] { $until-given ->
            [yes] known until { $until }
           *[no] no longer there
        }
        [not-regional] another kind of office
        [other-kind] another kind of office there
       *[unknown] no such office is known
    }
    .help = name the office that is meant; known there or of this kind: { $known }; if the entry is over, give its last day

regional-office-mismatch = { $fault ->
        [none] no regional office is recorded for the mission on { $date }
       *[other-office] { $office-given ->
            [yes] { $office }
           *[no] the regional office
        } does not cover { $countries }
    }
    .primary = { $fault ->
        [none] no regional office from here to { $date }
       *[other-office] covers none of the mission's countries
    }
    .countries = the mission's countries
    .help = { $fault ->
        [none] add the regional office that supports the mission
       *[other-office] name the office that covers the country ({ $expected }), or correct the countries
    }

rts-missing = { $fault ->
        [unit] the regional thematic specialist at { $office } is in { $unit-given ->
            [yes] { $unit }
           *[no] another unit
        }, not in the Department of Humanitarian Response and Recovery
        [elsewhere] the regional thematic specialist is at { $contact_office-given ->
            [yes] { $contact_office }
           *[no] another office
        }, not at { $office }
       *[none] no regional thematic specialist is recorded at { $office } on { $date }
    }
    .primary = { $fault ->
        [unit] another unit
        [elsewhere] another office than the mission's
       *[none] no specialist for this mission
    }
    .office = the mission's regional office
    .help = { $fault ->
        [unit] correct the unit, or add the specialist of that department
        [elsewhere] add the specialist at { $office }, or correct the office of { $contact-given ->
            [yes] { $contact }
           *[no] the contact
        } or the mission's regional office
       *[none] add a contact with the role "regional-thematic-specialist" and that office; an interim one counts
    }
