## Names. See integrity.ftl for what the attributes mean.

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
