## Coordination below the national level. See integrity.ftl for what the attributes mean.

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
