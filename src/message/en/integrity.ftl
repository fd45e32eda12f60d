## Record integrity.
##
## Each message: what is wrong here, with its values. Attributes: `primary` says what stands at the marked place, `help`
## what to do, the others what stands at the related places. Every fact of the evidence is a variable; `$x-given` is
## "yes" where the fact x is there.

duplicate-id = the id { $id } is used by another { $kind } record already
    .primary = used again here
    .first = first used here
    .help = give one of the two records another id and correct the references to it, or delete the one that is wrong

attendance-outside-assignment = { $person } attended { $meeting } on { $date } without an assignment on that day
    .primary = marked present here
    .ended = the last assignment before that day ends here
    .begins = the first assignment after that day begins here
    .help = if { $person } was in post on that day, correct the dates of the assignment or add one (temporary duty, surge and consultancies count); if not, correct the attendance or the date of the meeting

attendee-without-representation = { $person } attended { $platform } { $count ->
        [one] once
       *[other] { $count } times
    } from { $from } to { $to } without a standing seat there
    .primary = first attended here without a seat
    .again = attended again here
    .help = add a representation of { $person } on { $platform } for that time; if { $person } only listened, record the capacity as "observer"

concurrent-office-holder = { $person } and { $other } both held the post of { $role } from { $from } to { $to }, { $days ->
        [one] one day
       *[other] { $days } days
    }
    .primary = holds the post as well
    .earlier = holds the post already
    .help = correct the dates of the assignments, or the role of the one who did not hold the post; for a Chief of Mission, a designation "acting-com" covering the whole overlap explains it

country-mismatch = { $country } is not one of the mission's countries ({ $countries })
    .primary = not a country of this mission
    .countries = the mission's countries
    .help = correct the country, or add it to the mission's countries; for a colleague lent to another country, set the kind of assignment to "surge", "standby" or "tdy", or give the other mission's office as duty station

dangling-reference = there is no { $expected } { $reference }
    .primary = leads nowhere
    .nearest = this id is close to it
    .help = { $nearest-given ->
        [yes] write { $nearest } if that is meant; otherwise add the { $expected } { $reference }, or correct the reference
       *[no] add the { $expected } { $reference }, or correct the reference
     }

future-attendance = { $present ->
        [one] one person is
       *[other] { $present } people are
    } marked present at { $meeting } on { $date }, which is after { $as_of }, the day of this check
    .primary = present at a meeting still to come
    .start = the meeting starts here
    .help = record attendance once the meeting has taken place; if it has, correct its start

interval-inverted = the end, { $to }, comes before the beginning, { $from }
    .primary = earlier than the beginning
    .from = begins here
    .help = swap the two, or correct the one that is wrong; times of day count with their offset from UTC

meeting-outside-platform-lifetime = { $status ->
        [suspended] { $platform } met on { $date } while it was suspended
        [deactivated] { $platform } met on { $date } while it was deactivated
        [not-established] { $platform } met on { $date } while it was not established
        [none] { $platform } met on { $date }, a day for which it has no status
       *[other] { $platform } met on { $date } while it was not active
    }
    .primary = held on that day
    .status = the status on that day
    .ended = the last status before that day ends here
    .begins = the first status after that day begins here
    .help = if the platform was active, correct its status; if this meeting was an exception, set "extraordinary" to "extraordinary" or "handover"; otherwise correct the date or the platform of the meeting

pcode-country-mismatch = { $parent-given ->
        [yes] the P-code { $pcode } does not begin with { $parent }, the P-code of the parent office
       *[no] the P-code { $pcode } is not one of { $countries }
    }
    .primary = { $parent-given ->
        [yes] outside the parent office's area
       *[no] does not begin with the country's code
     }
    .parent = the parent office's P-code
    .countries = the mission's countries
    .help = { $parent-given ->
        [yes] look the place up in OCHA's P-codes and correct it, or name the office it belongs to as parent
       *[no] look the place up in OCHA's P-codes and correct it; if the office is in another country, give its country
     }

person-in-two-places = { $person } was in two places at { $start }: at { $meeting } in { $place } and at { $other } in { $other_place }
    .primary = in person at this meeting
    .other = in person at this one too
    .help = correct the times or places of the meetings, or the attendance; if { $person } took part from a distance, set "mode" to "remote"

platform-parent-cycle = going from parent to parent leads in a circle: { $platforms }
    .primary = this link is part of the circle
    .link = so is this one
    .help = decide which of these platforms is above the others, and delete the link that says otherwise

unknown-country-code = { $code } is not an ISO 3166-1 alpha-3 country code
    .primary = unknown code
    .help = { $suggestion-given ->
        [yes] write { $suggestion }
       *[no] write the three-letter code of the country, such as MLI; XKX is accepted for Kosovo
     }

wrong-kind-reference = { $reference } is { $actual ->
        [office] an office
       *[other] a { $actual }
    }, not { $expected ->
        [office] an office
       *[other] a { $expected }
    }
    .primary = { $expected ->
        [office] an office is wanted here
       *[other] a { $expected } is wanted here
     }
    .actual = what the reference leads to
    .help = write the id of the { $expected } that is meant
