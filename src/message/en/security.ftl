## Security management. See integrity.ftl for what the attributes mean.

smt-com-absent = no Chief of Mission, in post or acting, is recorded as present at the Security Management Team meeting of { $date }
    .primary =
        { $presence-given ->
            [yes] { $person } is recorded as { $presence ->
                [absent] absent
                [excused] excused
               *[other] { $presence }
            } here
           *[no] { $person-given ->
                [yes] { $person } is not listed here
               *[no] nobody listed here is Chief of Mission on that day
            }
        }
    .chief = Chief of Mission on that day
    .acting-ended = the nearest acting designation ends on this day
    .acting-begins = the nearest acting designation begins on this day
    .platform = the Security Management Team
    .help = if the Chief of Mission attended, set "presence" to "present"; if someone acted, add a designation "acting-com" covering { $date } and list that person as present; if the Chief of Mission was excused, record "excused" with a "reason"; if the post was vacant, add a vacancy; if the meeting was not held, correct its "status"

smt-observer-only = IOM is recorded at the Security Management Team meeting of { $date } through observers only ({ $observers })
    .primary = { smt-com-absent.primary }
    .observer = present as observer
    .chief = Chief of Mission on that day
    .acting-ended = the nearest acting designation ends on this day
    .acting-begins = the nearest acting designation begins on this day
    .platform = the Security Management Team
    .help = observers attend beside the Chief of Mission, not instead: if the Chief of Mission attended too, add that with "presence" "present"; if one of those present acted as Chief of Mission, add a designation "acting-com" covering { $date }; if the Chief of Mission was excused, record "excused" with a "reason"; if the meeting was not held, correct its "status"

smt-delegate-not-acting = { $person } is recorded in the seat of the Chief of Mission at the Security Management Team meeting of { $date }, but no acting designation covers that day
    .primary = present here { $chief-given ->
            [yes] instead of { $chief }
           *[no] while nobody holds the post
        }
    .acting-ended = designation { $designation-given ->
            [yes] { $designation } ends
           *[no] as acting Chief of Mission ends
        } on this day
    .acting-begins = designation { $designation-given ->
            [yes] { $designation } begins
           *[no] as acting Chief of Mission begins
        } on this day
    .chief-row = what is recorded for the Chief of Mission
    .chief = Chief of Mission on that day
    .help = if { $person } acted as Chief of Mission, add a designation "acting-com" that covers { $date } and this platform{ $designation-given ->
            [yes] , or correct the dates of { $designation }
           *[no] {""}
        }; if the Chief of Mission attended, set "presence" to "present"; if the Chief of Mission was excused, record "excused" with a "reason"; if { $person } only observed, correct the "capacity"

com-post-vacant = the post of Chief of Mission is recorded as vacant from { $from } to { $to }, and on { $uncovered ->
        [one] one of these days
       *[other] { $uncovered } of these days
    } nobody is recorded as acting
    .primary = no Chief of Mission, in post or acting, on { $uncovered ->
            [one] one day
           *[other] { $uncovered } days
        } of this vacancy
    .vacancy = vacancy { $vacancy }
    .help = if someone acted, add a designation "acting-com" with the ground "vacancy" for the days left open; if the post was filled, end the vacancy and add the assignment; if the Chief of Mission of another mission covers this one, name that mission in "covered_by"

smt-com-representation-missing = no representation on the Security Management Team { $platform } is the Chief of Mission’s on { $date }
    .primary = { $members-given ->
            [yes] IOM’s member here is { $members }
           *[no] IOM has no member here
        }
    .chief = Chief of Mission on that day
    .member = holds a member seat
    .help = add a representation of { $chief-given ->
            [yes] { $chief }
           *[no] the Chief of Mission
        } with the capacity "member", or correct its dates; if someone acts as Chief of Mission, add a designation "acting-com" that covers { $date } and a representation of that person; if the post is vacant, add a vacancy

smt-security-officer-not-observer = { $person } takes part in the Security Management Team { $platform } as { $capacity }, although security officers attend it as observers
    .primary = recorded as { $capacity } { $meeting-given ->
            [yes] at { $meeting }
           *[no] here
        }
    .role = post of { $person } on { $date }
    .help = record the capacity "observer"; if { $person } acted as Chief of Mission, add a designation "acting-com" that covers { $date }; if local terms of reference make security officers members, record them in "local_terms"

smt-chair-not-do = the Security Management Team { $platform } is recorded as chaired by { $chair }, not by the Designated Official
    .primary = not the Designated Official
    .help = record the role of the Designated Official, such as "DO", or end this chair; if local terms of reference name another chair, record them in "local_terms"; if the platform is an area team or a security cell, correct its type
