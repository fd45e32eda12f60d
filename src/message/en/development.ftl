## Coordination of development. See integrity.ftl for what the attributes mean.

omt-representation-rmo = { $person } represents IOM in the Operations Management Team { $platform } without being { $rmo-given ->
        [yes] Resource Management Officer on { $date }
       *[no] the highest officer of administration on { $date }
    }
    .primary = { $role-given ->
            [yes] { $role } on that day
           *[no] no post on that day
        }
    .rmo = Resource Management Officer on that day
    .role = post of { $person }
    .help = give the seat to { $rmo-given ->
            [yes] { $rmo }
           *[no] the officer of administration with the highest post
        }; if { $person } only listens, record the capacity "observer"; for a short stand-in, give a "cover" with its reason and the last day

pmt-representation-level = { $person } represents IOM in the Programme Management Team { $platform } without a senior post in programmes on { $date }
    .primary = { $role-given ->
            [yes] { $role } on that day
           *[no] no post on that day
        }
    .role = post of { $person }
    .help = give the seat to the deputy Chief of Mission or a senior programme manager; if { $person } has another post by now, add the assignment; if { $person } only listens, record the capacity "observer"

unct-representation-level = { $person } represents IOM in the United Nations Country Team { $platform } without leading the mission on { $date }
    .primary = { $role-given ->
            [yes] { $role } on that day
           *[no] no post on that day
        }
    .role = post of { $person }
    .chief = Chief of Mission on that day
    .help = give the seat to { $chief-given ->
            [yes] { $chief }, the Chief of Mission
           *[no] the Chief of Mission
        }, or correct its dates; if { $person } acts as Chief of Mission, add a designation "acting-com" that covers { $date } and this platform; if { $person } stands in, record the capacity "alternate"

unct-chair-not-rc = the United Nations Country Team { $platform } is recorded as chaired by { $chair }, not by the Resident Coordinator
    .primary = not the Resident Coordinator
    .help = record the role of the Resident Coordinator, such as "RC" or "RC/HC", or end this chair; if local terms of reference name another chair, record them in "local_terms"

platform-parent-mismatch = { $type ->
        [hct] the Humanitarian Country Team { $platform } is recorded under { $parents }, which it is above
        [unct] the United Nations Country Team { $platform } is recorded under { $parents }, which it is above
        [smt] the Security Management Team { $platform } is recorded under { $parents }, which it is above
       *[other] { $platform } ({ $type }) is recorded under { $parents } ({ $parent_types }), not under a platform of type { $expected }
    }
    .primary = not above { $platform }
    .parent = recorded as its parent
    .help = { $type ->
            [hct] remove this parent, and name { $platform } among the parents of the other
            [unct] remove this parent, and name { $platform } among the parents of the other
            [smt] remove this parent, and name { $platform } among the parents of the other
           *[other] name the platform that it reports to, or add it; if the parent or { $platform } is of another type, correct the type
        }
