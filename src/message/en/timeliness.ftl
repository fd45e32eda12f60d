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
    } older than the first policy on them and not judged by it (the oldest is of { $earliest })
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

late-entry = { $meeting } of { $date } was entered on { $recorded }, { $days ->
        [one] one day
       *[other] { $days } days
    } later
    .primary = entered more than { $limit ->
        [one] one day
       *[other] { $limit } days
    } after the meeting
    .start = the meeting starts here
    .help = check who attended against the minutes, as it was written down late; if the date of entry or of the meeting is wrong, correct it

meeting-cadence-gap = { $platform } should meet every { $cadence }, but no meeting is recorded from { $from } to { $to }
    .primary = no meeting for { $days } days, { $allowed } allowed
    .before = the last meeting before the gap
    .after = the next meeting
    .help = add the meetings that are missing, also those that were cancelled; if there were none, declare the "period" of the file "complete"; if the platform meets less often or not at all by now, correct its "cadence" or its status

period-incomplete = { $fault ->
        [open] the period from { $from } to { $to } is over but not declared complete
        [running] the period from { $from } to { $to } is declared complete on { $date }, before it is over
       *[outcome-open] the period from { $from } to { $to } is declared complete, but { $meeting-given ->
            [yes] { $meeting } is
           *[no] a meeting is
        } still recorded as planned
    }
    .primary = { $fault ->
        [open] not declared complete
        [running] declared complete too early
       *[outcome-open] over by { $date }, but still planned here
    }
    .end = the period ends here
    .start = the meeting starts here
    .help = { $fault ->
        [open] add the meetings that are missing, then set "complete" to true
        [running] set "complete" to false until the period is over and all its meetings are entered
       *[outcome-open] record whether the meeting was held or cancelled, or set "complete" to false
    }

stale-record = the { $kind } { $id } was last confirmed or changed on { $last }, { $days } days ago
    .primary = nothing newer than { $last }
    .help = a { $kind } is to be confirmed after { $limit ->
        [one] one day
       *[other] { $limit } days
    }: check whether it still holds, correct it if not, and set "confirmed" to the day you checked; if its time is over, give its last day; if it is only kept for the record, set "historic" to true
