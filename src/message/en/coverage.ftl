## Who should be represented where. See integrity.ftl for what the attributes mean.

active-platform-unrepresented = nobody represents IOM on { $platform }, which is active since { $since }
    .primary = no representation of any capacity covers { $date }
    .status = active on that day
    .help = add the representation of the person who sits there; if IOM does not take part, set "relevance" to "not-relevant" with a reason; if the platform no longer meets, end the status "active"; if another duty station covers it, record that in "local_terms" (covered-by-hub, no-access)

mcof-sector-not-engaged = { $programme } responds to a crisis ({ $areas }), but IOM sits on no platform for that: { $platforms }
    .primary = no representation on { $platforms } covers { $date }
    .areas = programme areas for which platforms are active
    .platform = active for one of these areas
    .help = add a representation, at least as "observer", on one of { $platforms }; if none of them matters to IOM, set its "relevance" to "not-relevant" with a reason

continuing-platform-disengaged = { $platform } held { $meetings ->
        [one] one meeting
       *[other] { $meetings } meetings
    } from { $from } to { $to }, and nobody of IOM is recorded as present
    .primary = nobody of IOM was at its meetings of the last { $window } days
    .meeting = held without anybody of IOM
    .help = if somebody attended, add them to the attendance; otherwise name who represents IOM on { $platform } and see that they attend; if IOM has no part in it, record "relevance" as "not-relevant" with the reason

platform-status-missing = { $fault ->
        [no-record] no { $type ->
            [unct] United Nations Country Team
            [pmt] Programme Management Team
            [omt] Operations Management Team
            [smt] Security Management Team
           *[other] platform of type { $type }
        } is recorded for the mission
        [no-status] { $platform-given ->
            [yes] { $platform }
           *[no] the platform
        } has no status on { $date }
       *[stale] the status of { $platform-given ->
            [yes] { $platform }
           *[no] the platform
        } was last confirmed or changed on { $last-given ->
            [yes] { $last }
           *[no] an unknown day
        }
    }
    .primary = { $fault ->
        [no-record] no platform of type { $type }
        [no-status] no status from here to { $date }
       *[stale] { $days-given ->
            [yes] { $days }
           *[no] too many
        } days old, { $limit-given ->
            [yes] { $limit }
           *[no] fewer
        } allowed
    }
    .platform = this platform
    .help = { $fault ->
        [no-record] add a platform of type { $type } with its status; where the body does not exist in the country, record it as "not-established" with the reason
        [no-status] add the status that holds on { $date }
       *[stale] ask whether the platform still works as recorded, correct its status if not, and set "confirmed" to the day you asked
    }

suspended-contact-missing = { $platform } has been suspended since { $since }, and { $missing ->
        [convener] its convener is not recorded
        [contact] no contact with its convener is recorded since then
       *[other] neither its convener nor a contact since then is recorded
    }
    .primary = suspended for { $days ->
        [one] one day
       *[other] { $days } days
    } on { $date }
    .status = suspended from here on
    .help = { $missing ->
        [convener] record the organisation that convenes it as "convener"
        [contact] contact the convener and add a contact-log; an attempt without an answer counts, with the outcome "unreachable"
       *[other] record the organisation that convenes it as "convener", contact it and add a contact-log
    }; if the platform works again or is given up, correct its status

suspended-contact-stale = the last contact with the convener of { $platform }, which is suspended, was on { $date }, { $days ->
        [one] one day
       *[other] { $days } days
    } ago
    .primary = the last contact, { $contact }; one is expected every { $limit } days
    .status = suspended from here on
    .help = contact the convener again and add a contact-log; if the platform works again or is given up, correct its status
