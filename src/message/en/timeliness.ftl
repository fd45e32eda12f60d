## Records that are late, old or unfinished. See integrity.ftl for what the attributes mean.

representation-expired = nobody speaks for IOM on { $platform } any more: the seat of { $person } ended on { $ended }, { $days ->
        [one] one day
       *[other] { $days } days
    } before { $date }
    .primary = the last day of the last seat
    .begins = { $successor-given ->
        [yes] { $successor } begins on this day
       *[no] the next seat begins on this day
    }
    .platform = still active
    .help = add the representation of the successor, or move the last day if { $person } still sits there; if the seat was meant to end, set "relevance" to "not-relevant" with a reason or mark the record "historic"
