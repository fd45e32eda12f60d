## The audit: a page for headquarters.

audit-title = Audit of coordination · { $day }
audit-kind = Audit of coordination
audit-missions-count = { $count ->
    [one] { $count } mission
   *[other] { $count } missions
 }
audit-decimal = { $whole }.{ $tenth }
audit-less = <{ $whole }.{ $tenth }
audit-greater = >{ $whole }.{ $tenth }
audit-percent = { $number }%
audit-and-more = and { $count } more

## The verdict.

audit-verdict = { $ready } of { $all } missions ready to submit
audit-because-not-ready = { $count ->
    [one] In one mission an error must be put right first, or something could not be checked that might hide one.
   *[other] In { $count } missions errors must be put right first, or something could not be checked that might hide one.
 }
audit-because-nothing = No mission was found.
audit-because-outside = No mission is kept from submitting by its own records; what belongs to no mission must be put right first.
audit-because-ready = Nothing in any mission blocks its submission.
audit-because-doubtful = { $count ->
    [one] One mission without errors was not fully checked.
   *[other] { $count } missions without errors were not fully checked.
 }
audit-because-limits = { $count ->
    [one] One threshold is broken.
   *[other] { $count } thresholds are broken.
 }
audit-doubt = Something that belongs to no known mission could not be checked: it may concern any of them, so none can be called fully checked.
audit-tally-limits = Thresholds broken
audit-tally-suppressed = Accepted findings

## Missions.

audit-league = Missions, the weakest first
audit-league-lead = Ranked by the share of checks that found something or could not be made, per 1,000 checks that apply; equal shares have the same place (=). Open a mission to see what is weak in it. In shares, what is not known counts as missing (?).
audit-no-sheets = For a link to a review sheet of each mission:
audit-search = Search for missions, countries, offices
audit-state-ready = Ready
audit-state-doubtful = Not fully checked
audit-state-not-ready = Not ready
audit-state-empty = No records
audit-fold = What is weak in it stands in the next row.
audit-column-rank = Rank
audit-column-country = Country
audit-column-not-passed = Not passed, per 1,000 checks
audit-column-failed = Failed, per 1,000 checks
audit-column-blocked = Checks that could not be made
audit-column-applicable = Checks that apply
audit-column-ready = Ready
audit-column-level = Right level
audit-column-security = CoM in the SMT
audit-column-suspended = Contact with suspended platforms
audit-column-news = New and gone
audit-column-all = All
audit-weak = What was found most
audit-weak-none = Nothing.
audit-weak-more = { $count ->
    [one] and one finding of other rules
   *[other] and { $count } findings of other rules
 }
audit-weak-blocked = { $count ->
    [one] One rule could not check everything.
   *[other] { $count } rules could not check everything.
 }
audit-coverage = Coverage
audit-sheet = Review sheet of

## Groups.

audit-heat = Countries and families of rules
audit-heat-lead = Failed checks per 1,000 that apply: the darker, the more often.
audit-heat-doubt = not everything could be checked
audit-heat-moot = no check applies
audit-groups = By office, platform type, family and country
audit-groups-lead = Each check is in one group of each table; what belongs to none stands apart. The weakest come first.
audit-by-regional_office = Regional offices
audit-by-platform_type = Types of platforms
audit-by-family = Families of rules
audit-by-country = Countries
audit-dimension-country = Country
audit-dimension-regional_office = Regional office
audit-dimension-rule = Rule
audit-dimension-family = Family
audit-dimension-platform_type = Type of platform
audit-dimension-month = Month
audit-dimension-mission = Mission
audit-key-none = none of them
audit-key-unknown = not known
audit-key-masked = not shown here
audit-key-undated = without a month
audit-rules = Rules, most findings first
audit-rules-lead = Rules that found something or could not check everything.
audit-rules-silent = { $count ->
    [one] One more rule was applied and found nothing.
   *[other] { $count } more rules were applied and found nothing.
 }
audit-most = Most in:
audit-not-checked-lead = { $count ->
    [one] Here the records could not be understood, so one check could not be made. Put these places right first, then check again; the data files name all.
   *[other] Here the records could not be understood, so { $count } checks could not be made. Put these places right first, then check again; the data files name all.
 }

## Month by month.

audit-trends = Month by month
audit-trends-lead = By the month of the meeting or contact concerned; where there is nothing to count, the line is broken.
audit-trend-not-passed = Checks not passed, per 1,000
audit-trend-security = Security Management Team meetings with the Chief of Mission, or an acting one
audit-trend-none = No month has any.
audit-trend-masked = The months of these meetings may not be shown here; the table has their sum.
audit-trend-numbers = The numbers, by month

## Thresholds.

audit-limits = Thresholds
audit-limits-lead = Limits that the configuration sets; each is told with the condition that must not hold.
audit-limit-nothing = compared with nothing
audit-limit-kept = { $count ->
    [one] kept
   *[other] kept by all { $count }
 }
audit-limit-broken = broken by { $count } of { $all }
audit-metric-findings = findings
audit-metric-errors = errors
audit-metric-warnings = warnings
audit-metric-advice = advice
audit-metric-suppressed = accepted findings
audit-metric-failed = checks that failed
audit-metric-blocked = checks that could not be made
audit-metric-faults = faults of the run
audit-metric-missions = missions
audit-metric-not-ready = missions that are not ready
audit-metric-failure-rate = share of checks that failed
audit-metric-blocked-rate = share of checks that could not be made
audit-metric-ready = share of missions that are ready
audit-metric-representation = active platforms with a seat of IOM
audit-metric-right-level = platforms represented at the right level
audit-metric-smt-attendance = security meetings with the Chief of Mission
audit-metric-suspended-contact = suspended platforms with contact kept

## What has changed.

audit-since = Since the earlier audit
audit-since-day = Compared with the audit as of { $day }
audit-since-no-day = Compared with an audit of an unknown day
audit-differs = The audits were not made alike, which may change numbers as well:
audit-differs-as-of = day
audit-differs-tool-version = version
audit-differs-policy = policy packs
audit-differs-policy-mode = choice of the policy
audit-differs-configs = settings
audit-differs-select = rules selected
audit-differs-ignore = rules left out
audit-differs-paths = files
audit-then = Then
audit-now = Now
audit-news = Findings: { $appeared } new, { $gone } gone, { $kept } unchanged.
audit-worse = Most new findings:
audit-better = Most findings gone:
