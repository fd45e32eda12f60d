## Data that should not be in the records. See integrity.ftl for what the attributes mean.

retention-exceeded = who attended { $meeting } of { $date } is still recorded on { $as_of }, after more than { $years ->
        [one] one year
       *[other] { $years } years
    }
    .primary = attendance that is kept too long
    .years = for so many years the mission keeps attendance
    .help = empty the attendance list, or archive the meeting where personal data may be kept; if the records must be held for an audit, allow the finding and give the reason
