## Audits.

audit-not-built = { $format }: this program was built without Parquet; build it with cargo build --features parquet, or take aggregates-csv or findings-csv
audit-binary = { $format } is nothing for a terminal; write it to a file with -o
audit-breach = { $severity ->
    [error] error
   *[warning] warning
 }: threshold { $condition } of [{ $table }] is broken{ $groups-given ->
    [yes] {" "}in { $groups }
   *[no] {""}
 }{ $more-given ->
    [yes] {" "}and { $more } more
   *[no] {""}
 }
audit-unapplied = threshold { $condition } of [{ $table }] applied to no group
audit-not-judged = threshold { $condition } of [{ $table }]: whether it is kept is not known for { $groups } of its groups, because not everything was judged
audit-earlier-incomplete = { $path }: the earlier audit is incomplete, because its run had faults ({ $count }) or was interrupted; what seems new may have been there before

audit-as-of = As of
audit-audience = Readers
audit-audience-internal = internal: values of restricted records are masked
audit-audience-public = public: public records only
audit-audience-revealed = internal: nothing is masked
audit-version = Version of missionlint
audit-earlier-as-of = Compared with an audit as of
audit-differences = What else differs from it
audit-joined = Missions that only this audit has judged
audit-left = Missions that only the earlier audit has judged
audit-fault = Fault of the run
audit-threshold-kept = kept
audit-threshold-error = broken: error
audit-threshold-warning = broken: warning
audit-threshold-unapplied = applied to no group
audit-threshold-not-judged = not known: not everything was judged
audit-total = everything

audit-group-none = belongs to none
audit-group-unknown = cannot be told
audit-group-masked = may not be told
audit-group-undated = has no date
audit-those-none = what belongs to none
audit-those-unknown = what cannot be told
audit-those-masked = what may not be told
audit-those-undated = what has no date

audit-difference-as-of = the day of the run
audit-difference-tool-version = the version of missionlint
audit-difference-policy = the policy
audit-difference-policy-mode = how the policy is applied
audit-difference-configs = configuration files
audit-difference-select = the rules selected
audit-difference-ignore = the rules ignored
audit-difference-paths = the paths checked

audit-sheet-summary = Summary
audit-sheet-country = Countries
audit-sheet-regional-office = Regional offices
audit-sheet-rule = Rules
audit-sheet-family = Families
audit-sheet-platform-type = Platform types
audit-sheet-month = Months
audit-sheet-mission = Missions
audit-sheet-findings = Findings

audit-column-country = Country
audit-column-regional-office = Regional office
audit-column-rule = Rule
audit-column-family = Family
audit-column-platform-type = Platform type
audit-column-month = Month
audit-column-mission = Mission
audit-column-name = Name
audit-column-records = Records
audit-column-active-platforms = Active platforms
audit-column-applicable = Checks that apply
audit-column-findings = Findings
audit-column-errors = Errors
audit-column-warnings = Warnings
audit-column-advice = Advice
audit-column-suppressed = Accepted
audit-column-failed = Checks with findings
audit-column-blocked = Blocked checks
audit-column-faults = Faults of the run
audit-column-missions = Missions
audit-column-not-ready = Missions not ready
audit-column-not-judged = Missions not judged
audit-column-failure-rate = Checks with findings, %
audit-column-blocked-rate = Blocked checks, %
audit-column-ready = Missions ready, %
audit-column-representation = Active platforms represented, %
audit-column-right-level = Represented at the right level, %
audit-column-smt-attendance = Chief of Mission at SMT meetings, %
audit-column-suspended-contact = Suspended platforms contacted, %
audit-column-appeared = New findings
audit-column-gone = Gone findings
audit-column-kept = Kept findings
audit-column-joined = Findings of missions that only this audit has judged
audit-column-left = Findings of missions that only the earlier audit has judged
audit-column-change-findings = Change in findings
audit-column-breach = Broken thresholds
audit-column-type = Type
audit-column-severity = Severity
audit-column-record-kind = Kind of record
audit-column-record-id = Record
audit-column-path = File
audit-column-line = Line
audit-column-column = Column
audit-column-message = Finding
audit-column-help = What to do
audit-column-suppressed-by = Accepted by
audit-column-fingerprint = Fingerprint
audit-column-as-of = As of
