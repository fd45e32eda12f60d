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
