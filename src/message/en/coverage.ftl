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
