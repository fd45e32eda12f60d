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
