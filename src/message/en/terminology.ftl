## Names. See integrity.ftl for what the attributes mean.

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
