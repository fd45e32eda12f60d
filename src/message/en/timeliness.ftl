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

policy-version-gap = { $records ->
        [one] one record is
       *[other] { $records } records are
    } older than the first policy on them and not judged by it (since { $earliest })
    .primary = the mission
    .early = before the policy on it
    .help = read nothing into the silence of the linter about that time: { $packs } came later; use --policy latest to see what today’s policies would say of these records

scale-up-overrun = { $fault ->
        [renamed] a Level 3 emergency that began on { $from } is called a Scale-Up
       *[other] the Scale-Up of { $from } lasted until { $to } or longer, more than { $months ->
            [one] one month
           *[other] { $months } months
        }
    }
    .primary = { $fault ->
        [renamed] the name in use until November 2018
       *[other] beyond the time that the protocol allows
    }
    .from = begins on this day
    .to = should end on this day
    .help = { $fault ->
        [renamed] write "iasc-scale-up"
       *[other] give the last day of the activation; if it was extended, set "extension" to true
    }
