## Coordination below the national level. See integrity.ftl for what the attributes mean.

ocha-role-mismatch = { $fault ->
        [ocha-chairs-hct] OCHA is recorded as chair of the Humanitarian Country Team { $platform }, which it facilitates
        [iccg-chaired-by-other] the Inter-Cluster Coordination Group { $platform } is recorded as chaired by { $chair }, not by OCHA
       *[ocha-facilitates-iccg] OCHA is recorded as facilitator of the Inter-Cluster Coordination Group { $platform }, which it chairs
    }
    .primary = { $fault ->
            [ocha-chairs-hct] OCHA does not chair the team
            [iccg-chaired-by-other] not one of { $expected }
           *[ocha-facilitates-iccg] OCHA chairs the group
        }
    .help = { $fault ->
            [ocha-chairs-hct] record OCHA as "facilitator" and the Humanitarian Coordinator as "chair"
           *[other] record OCHA as "chair"; if OCHA is not in the country, record that in "ocha_presence" of the mission; if local terms of reference name another chair, record them in "local_terms"
        }

subnational-presence-unrepresented = IOM is present in { $place } but has no seat on { $platform } on { $date }
    .primary = no representation of any capacity covers { $date }
    .office = an office of IOM there
    .site = a programme of IOM works there
    .help = add the representation of the head of the sub-office or of programme staff there{ $candidates-given ->
        [yes] , such as { $candidates }
       *[no] {""}
    }; if another duty station covers the platform, or it cannot be reached, record that in "local_terms" (covered-by-hub, no-access)

subnational-representative-elsewhere = { $person } represents IOM on { $platform } in { $place } but is posted in { $duty_station } on { $date }
    .primary = { $person } is posted elsewhere, though IOM has an office in { $place }
    .station = duty station on that day
    .place = where the platform meets
    .help = name the head of the sub-office or programme staff in { $place }; if { $person } only stands in, give a "cover" with its reason and the last day; if the platform is covered from elsewhere by agreement, record that in "local_terms" (covered-by-hub)

cmcoord-anachronism = { $platform } is recorded as active from { $from }, but civil-military coordination began in Mali on { $earliest }
    .primary = before { $earliest }
    .platform = civil-military coordination
    .help = correct the day, or the type of the platform if it was another meeting then

cmcoord-composition = the civil-military coordination cell { $platform } is not composed as its terms say on { $date }
    .primary = armed forces, UNDSS, WFP and OCHA belong here; OCHA coordinates
    .coordinator = { $coordinator } coordinates it
    .platform = the cell
    .help = add the missing members{ $missing-given ->
        [yes] {" "}({ $missing })
       *[no] {""}
    } and give OCHA as "coordinator"; if the list is incomplete on purpose, leave "members" out

cmcoord-iom-member = IOM is recorded as a member of the civil-military coordination cell { $platform } on { $date }
    .primary = { $person-given ->
        [yes] { $person } is { $capacity } without a "basis"
       *[no] IOM is no member of the cell
    }
    .other = recorded here too
    .platform = the cell
    .help = if IOM was invited, record that as the "basis" of the seat, or the capacity "observer"; otherwise delete the entry, or correct the type of the platform
