## Humanitarian coordination. See integrity.ftl for what the attributes mean.

cluster-staff-mismatch = { $person } represents IOM on { $platform } ({ $clusters }), but on { $date } none of that person’s programmes belongs to { $clusters }
    .primary = no programme of { $person } on { $date } belongs to { $clusters }
    .areas = programme areas of { $person }
    .clusters = clusters of { $platform }
    .role = role of { $person } on that day
    .help = name { $candidates-given ->
            [yes] a colleague whose programmes belong to it, such as { $candidates }
           *[no] a programme or operations officer whose programmes belong to it
        }; or, if the programmes of { $person } are recorded incompletely, add the missing one or its "areas" or "clusters"; or record the capacity "observer"; or, for a short stand-in, give a "cover" with its reason and the last day

cluster-role-unsuitable = { $person } represents IOM on { $platform } as { $role }, which is not a programme or operations role
    .primary = { $person } has no programme, operations or coordination role on { $date }
    .role = role of { $person } on that day
    .help = name a programme or operations officer of the same programme; or, if { $person } has another role by now, add the assignment; or record the capacity "observer"; or, for a short stand-in, give a "cover" with its reason and the last day

hct-alternate-unsupported = { $fault ->
        [no-designation] { $person } has a seat in the Humanitarian Country Team { $platform } without a designation as alternate
        [expired] { $person } has a seat in the Humanitarian Country Team { $platform } from { $from } to { $to }, but on { $uncovered ->
            [one] one of these days
           *[other] { $uncovered } of these days
        } no designation as alternate was in force
        [no-ground] the designation of { $person } as alternate in the Humanitarian Country Team { $platform } does not rest on limited experience of the Chief of Mission
       *[not-team-lead] { $person } is alternate in the Humanitarian Country Team { $platform } without being Rapid Response Team Lead
    }
    .primary = { $fault ->
            [no-designation] not designated as alternate
            [expired] not designated for the whole time
            [no-ground] designated on another ground, or on none
           *[not-team-lead] not Rapid Response Team Lead on { $to }
        }
    .ended = the nearest designation ends on this day
    .begins = the nearest designation begins on this day
    .ground = what the designation rests on
    .role = post of { $person } on { $to }
    .help = { $fault ->
            [no-ground] if the Chief of Mission has limited experience of emergencies, give the designation the ground "com-limited-experience"; if the Chief of Mission was away, record a designation "acting-com"
            [not-team-lead] designate the Rapid Response Team Lead, or, if { $person } is that, add the assignment; otherwise the seat belongs to the Chief of Mission
           *[other] add a designation "hct-alternate" with the ground "com-limited-experience" for the days left open, or correct the dates; if { $person } no longer speaks for IOM there, end the representation
        }

hct-coordinator-not-observer = { $person }, { $role }, is in the Humanitarian Country Team { $platform } as { $capacity }, although cluster coordinators attend it as observers
    .primary = recorded as { $capacity }
    .role = post of { $person } on { $date }
    .help = record the capacity "observer" and give IOM’s seat to its highest representative; if local terms of reference make coordinators members, record them in "local_terms"

hct-representation-level = { $person } represents IOM in the Humanitarian Country Team { $platform } without leading the mission on { $date }
    .primary = { $role-given ->
            [yes] { $role } on that day
           *[no] no post on that day
        }
    .role = post of { $person }
    .chief = Chief of Mission on that day
    .help = give the seat to { $chief-given ->
            [yes] { $chief }, the Chief of Mission
           *[no] the Chief of Mission
        }; if { $person } acts as Chief of Mission, add a designation "acting-com" that covers { $date } and this platform; if { $person } is the Rapid Response Team Lead, add a designation "hct-alternate"; if { $person } only listens, record the capacity "observer"

iccg-non-coordinator = { $person } has IOM’s seat in the Inter-Cluster Coordination Group { $platform } without coordinating a cluster on { $date }
    .primary = { $role-given ->
            [yes] { $role } on that day
           *[no] no post on that day
        }
    .role = post of { $person }
    .help = give the seat to the coordinator of a cluster that IOM leads; if { $person } coordinates one, or a working group, add the assignment, the entry in "cluster_coordinators" or a representation there as "coordinator"; if { $person } only listens, record the capacity "observer"

hct-chair-not-hc = the Humanitarian Country Team { $platform } is recorded as chaired by { $chair }, not by { $expected }
    .primary = not the Humanitarian Coordinator
    .designated = the mission has a Humanitarian Coordinator since then
    .help = record the role of the chair, such as "HC" or "RC/HC", or end this chair; if there is no Humanitarian Coordinator any more, correct "humanitarian_coordinator" in the mission record; if OCHA supports the team, record it as "facilitator"; if local terms of reference name another chair, record them in "local_terms"

refugee-context-cluster = { $fault ->
        [cluster-in-refugee-context] { $platform } is recorded as an active cluster, although the response is coordinated under the refugee model since { $since }
       *[sector-typed-as-cluster] { $platform } is recorded as a cluster, although it is a sector of the refugee response
    }
    .primary = { $fault ->
            [cluster-in-refugee-context] no clusters in the refugee model
           *[sector-typed-as-cluster] a sector, not a cluster
        }
    .model = the context model on { $date }
    .forum = a refugee coordination forum
    .help = { $fault ->
            [cluster-in-refugee-context] if it is a sector by now, record the type "working-group" with the setting "sector"; if it has ended, end its status "active"; if clusters go on beside the sectors, correct the context model to "mixed"
           *[sector-typed-as-cluster] record the type "working-group" with the setting "sector"; if it is a cluster for displaced people, correct its parents or its setting
        }

cluster-double-hat = { $person } coordinates { $platform } ({ $clusters }), and nobody else speaks for IOM’s programmes there on { $date }
    .primary = { $person } is to coordinate and to speak for IOM at once
    .coordinator = coordinates the cluster
    .platform = the cluster
    .help = name a colleague whose programmes belong to { $clusters } as "member" or "alternate", such as { $candidates }, and leave { $person } the capacity "coordinator"

cluster-lead-without-coordinator = IOM is { $capacity ->
        [co-lead] co-lead
       *[other] lead
    } of { $platform } ({ $clusters }) since { $since }, but nobody coordinates it for IOM on { $date }
    .primary = active, led by IOM, without a coordinator of IOM
    .lead = IOM as lead agency
    .vacancy = this post is vacant and not advertised
    .ended = the last coordinator named here ended on this day
    .help = { $vacancy-given ->
        [yes] advertise the post of { $vacancy } and set "advertised"
       *[no] record the assignment of the coordinator, or a vacancy with "advertised"
    }; if a partner coordinates, record that in "local_terms" (coordinator-by-partner); if IOM no longer leads, give the last day in "lead_agencies"

cluster-programme-uncovered = nobody speaks for IOM on { $platform } ({ $clusters }) on { $date }, though { $programmes } belongs there
    .primary = nobody is member, alternate or coordinator here on { $date }
    .areas = programme areas that need a voice there
    .help = add a representation as "member" { $candidates-given ->
        [yes] of a colleague whose programmes belong to it, such as { $candidates }
       *[no] of a programme or operations officer of the programme
    }; if another place covers it, or it cannot be reached, record that in "local_terms" (covered-by-hub, no-access)

iccg-coordinator-absent = IOM leads or co-leads { $platform } ({ $clusters }), but none of its coordinators sits on { $iccg } on { $date }
    .primary = not heard on { $iccg }
    .lead = IOM as lead agency
    .coordinator = coordinates the cluster for IOM
    .group = active inter-cluster group
    .help = { $coordinators-given ->
        [yes] add a representation of { $coordinators } on { $iccg }
       *[no] record who coordinates { $platform }, and add the representation on { $iccg }
    }; if a partner coordinates, record that in "local_terms" (coordinator-by-partner)

cluster-attendance-mismatch = { $person } attended { $platform } ({ $clusters }) for IOM from { $from } to { $to }, but none of that person’s programmes belongs to { $clusters }
    .primary = { $count ->
        [one] once
       *[other] { $count } times
    } without a seat or a programme there
    .again = attended again here
    .areas = programme areas of { $person }
    .clusters = clusters of { $platform }
    .help = if { $person } only listened, record the capacity as "observer"; if the programmes of { $person } are recorded incompletely, add the missing one; otherwise send a colleague whose programmes belong to the cluster
