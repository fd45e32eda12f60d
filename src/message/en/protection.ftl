## Data that should not be in the records. See integrity.ftl for what the attributes mean.

sensitive-content-in-security-record = { $fault ->
        [future-place] { $id } says where a security meeting that is still to come will be
       *[other] { $id } is a security record and holds free text
    }
    .primary = { $fault ->
        [future-place] the place of a coming meeting
       *[other] free text
    }
    .start = still to come
    .platform = the platform it is about
    .help = { $fault ->
        [future-place] delete "place" until the meeting was held
       *[other] delete the text and keep it where the platform keeps its minutes; an agenda that anyone may read can stay if the record is marked "public"
    }

personal-contact-detail = the { $field } of { $id } { $fault ->
        [telephone] holds a telephone number
        [guess] looks like the mailbox of a person
       *[other] holds a mailbox that is not one of the organization’s functional ones
    }
    .primary = { $fault ->
        [telephone] a telephone number in it
        [guess] like the name of a person
       *[other] a mailbox in it
    }
    .help = { $fault ->
        [guess] use the functional mailbox of the unit; if this is one, leave it
       *[other] delete it; name people by their ids and units by their functional mailboxes
    }

retention-exceeded = who attended { $meeting } of { $date } is still recorded on { $as_of }, after more than { $years ->
        [one] one year
       *[other] { $years } years
    }
    .primary = attendance that is kept too long
    .years = for so many years the mission keeps attendance
    .help = empty the attendance list, or archive the meeting where personal data may be kept; if the records must be held for an audit, allow the finding and give the reason
