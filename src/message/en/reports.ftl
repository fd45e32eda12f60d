## Sentences of reports in Markdown, CSV and XML.

fingerprint-label = fingerprint
report-policy = { $strength } · { $document } ({ $pack }){ $since-given ->
    [yes] , in force from { $since }
   *[no] {""}
 }
report-baselined = in the baseline since { $created }{ $reason-given ->
    [yes] : { $reason }
   *[no] {""}
 }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }
report-allowed = { $reason }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }{ $expires-given ->
    [yes] {" "}· until { $expires }
   *[no] {""}
 }
report-blocks-title = What stands in the way
report-blocked-errors = { $count ->
    [one] 1 rule whose findings are errors could not judge everything
   *[other] { $count } rules whose findings are errors could not judge everything
 }
report-faults-title = Faults of the run
report-counts-title = Counts
report-all-rules = all rules
report-findings-title = Findings
report-not-checked-title = Not checked
report-allowed-title = Allowed
report-shown = { $shown } of { $count } shown
report-no-subject = nothing that was checked is of the kind that this rule judges
table-allowed = allowed

left-out-findings = { $count ->
    [one] One finding is left out here for want of room.
   *[other] { $count } findings are left out here for want of room.
 }
left-out-faults = { $count ->
    [one] One fault of the run is left out here.
   *[other] { $count } faults of the run are left out here.
 }
left-out-rules = { $count ->
    [one] One rule is left out of the table of counts.
   *[other] { $count } rules are left out of the table of counts.
 }
left-out-places = { $count ->
    [one] One place of what was not checked is left out here.
   *[other] { $count } places of what was not checked are left out here.
 }
left-out-allowed = { $count ->
    [one] One allowed finding is left out here.
   *[other] { $count } allowed findings are left out here.
 }
left-out-rest = missionlint check --format json gives everything.
