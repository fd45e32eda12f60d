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

cluster-attendance-mismatch = { $person } attended { $platform } ({ $clusters }) for IOM from { $from } to { $to }, but none of that person’s programmes belongs to { $clusters }
    .primary = { $count ->
        [one] once
       *[other] { $count } times
    } without a seat or a programme there
    .again = attended again here
    .areas = programme areas of { $person }
    .clusters = clusters of { $platform }
    .help = if { $person } only listened, record the capacity as "observer"; if the programmes of { $person } are recorded incompletely, add the missing one; otherwise send a colleague whose programmes belong to the cluster
