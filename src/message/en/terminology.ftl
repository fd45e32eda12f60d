## Names. See integrity.ftl for what the attributes mean.

noncanonical-platform-name = { $fault ->
        [alias] { $platform } is recorded as { $written }, another name of { $type }
        [known-name] { $platform } is recorded as "other", although its local name is one of { $type }
        [unexplained-other] { $platform } is recorded as "other" without a note
       *[unnamed-cluster] { $platform } is recorded as a cluster without saying which
    }
    .primary = { $fault ->
            [alias] another name of { $type }
            [known-name] known as { $type }
            [unexplained-other] what it is stands nowhere
           *[unnamed-cluster] no code in "clusters"
        }
    .name = a name of { $type }
    .help = { $fault ->
            [alias] write { $type }; the name it has in the country belongs into "local_names"
            [known-name] record the type { $type }, or correct the local name
            [unexplained-other] if it is one of the listed types, record that; otherwise say in a "note" what it is
           *[unnamed-cluster] add the codes of its clusters as "clusters"
        }

superseded-cluster-name = { $platform } is active under { $clusters }, which the mission’s transition of { $transition } merged into another cluster
    .primary = merged into { $successor }
    .transition = the mission’s transition
    .help = record the cluster { $successor }; if the former cluster has ended, end its status "active"; if the transition has not happened yet, correct "cluster_transition_date"

ambiguous-acronym = { $unit } stood for another unit until { $until }, when { $contact } existed already
    .primary = which of these is meant: { $meanings }
    .from = the contact begins on this day
    .help = write the name of the unit in full, or end this contact on { $until } and begin another one for the unit of today

superseded-unit-name = { $contact } names the unit { $unit }, which no longer existed on { $date }
    .primary = { $until-given ->
        [yes] existed until { $until }
       *[no] was superseded
    }
    .help = { $successor-given ->
        [yes] name { $successor }, which took its place
       *[no] name the unit that has its tasks now; several divided them
    }; if the contact ended with the unit, give its last day

superseded-strategy-name = { $programme } began on { $from } but is tagged with { $framework }, which was over by then
    .primary = { $framework } was over when the programme began
    .from = first day of { $programme }
    .help = tag the programme with { $successor-given ->
        [yes] { $successor }
       *[no] the present strategy
    } and its objectives

superseded-un-framework-name = { $programme } calls a framework of { $cycle } { $name }
    .primary = the name of frameworks of cycles before the reform
    .cycle = the cycle begins here
    .help = call it { $successor-given ->
        [yes] { $successor }
       *[no] by its present name
    }; if the framework is an older one, correct the first year of its cycle
