## The audit: a page for headquarters.

atlas-title = Audit of coordination · { $day }
atlas-kind = Audit of coordination
atlas-missions-count = { $count ->
    [one] { $count } mission
   *[other] { $count } missions
 }
atlas-decimal = { $whole }.{ $tenth }
atlas-less = <{ $whole }.{ $tenth }
atlas-greater = >{ $whole }.{ $tenth }
atlas-percent = { $number }%
atlas-and-more = and { $count } more

## The verdict.

atlas-verdict = { $ready } of { $all } missions ready to submit
atlas-verdict-doubtful = { $ready } of { $all } missions without errors, but not fully checked
atlas-because-not-ready = { $count ->
    [one] In one mission an error must be put right first, or something could not be checked that might hide one.
   *[other] In { $count } missions errors must be put right first, or something could not be checked that might hide one.
 }
atlas-because-nothing = No mission was found.
atlas-because-outside = No mission is kept from submitting by its own records; what belongs to no mission must be put right first.
atlas-because-ready = Nothing in any mission blocks its submission.
atlas-because-doubtful = { $count ->
    [one] One mission without errors was not fully checked.
   *[other] { $count } missions without errors were not fully checked.
 }
atlas-because-not-judged = { $count ->
    [one] One mission was not judged: nothing is known of it.
   *[other] { $count } missions were not judged: nothing is known of them.
 }
atlas-because-limits = { $count ->
    [one] One threshold is broken.
   *[other] { $count } thresholds are broken.
 }
atlas-doubt = Something that belongs to no known mission could not be checked: it may concern any of them, so none can be called fully checked.
atlas-doubt-run = The run did not come to its end, or could not read everything: what is missing may concern any mission, so none can be called fully checked.
atlas-tally-limits = Thresholds broken
atlas-tally-not-judged = Missions not judged
atlas-tally-suppressed = Accepted findings

## Missions.

atlas-league = Missions, the weakest first
atlas-league-lead = Ranked by the share of checks that found something or could not be made, per 1,000 checks that apply; equal shares have the same place (=). Open a mission to see what is weak in it. In shares, what is not known counts as missing and is told by a question mark.
atlas-no-sheets = For a link to a review sheet of each mission:
atlas-search = Search for missions, countries, offices
atlas-state-ready = Ready
atlas-state-doubtful = Not fully checked
atlas-state-not-ready = Not ready
atlas-state-not-judged = Not judged
atlas-state-empty = No records
atlas-fold = What is weak in it stands in the next row.
atlas-column-rank = Rank
atlas-column-country = Country
atlas-column-not-passed = Not passed, per 1,000 checks
atlas-column-failed = Failed, per 1,000 checks
atlas-column-blocked = Checks that could not be made
atlas-column-applicable = Checks that apply
atlas-column-ready = Ready
atlas-column-without-errors = Without errors
atlas-column-level = Right level
atlas-column-security = CoM in the SMT
atlas-column-suspended = Contact with suspended platforms
atlas-column-news = New and gone
atlas-column-all = All
atlas-weak = What was found most
atlas-weak-none = Nothing.
atlas-weak-more = { $count ->
    [one] and one finding of other rules
   *[other] and { $count } findings of other rules
 }
atlas-weak-blocked = { $count ->
    [one] One rule could not check everything.
   *[other] { $count } rules could not check everything.
 }
atlas-coverage = Coverage
atlas-sheet = Review sheet of

## Groups.

atlas-heat = Countries and families of rules
atlas-heat-lead = Failed checks per 1,000 that apply: the darker, the more often.
atlas-heat-doubt = not everything could be checked
atlas-heat-moot = no check applies
atlas-groups = By office, platform type, family and country
atlas-groups-lead = Each check is in one group of each table; what belongs to none stands apart. The weakest come first.
atlas-by-regional_office = Regional offices
atlas-by-platform_type = Types of platforms
atlas-by-family = Families of rules
atlas-by-country = Countries
atlas-dimension-country = Country
atlas-dimension-regional_office = Regional office
atlas-dimension-rule = Rule
atlas-dimension-family = Family
atlas-dimension-platform_type = Type of platform
atlas-dimension-month = Month
atlas-dimension-mission = Mission
atlas-key-none = none of them
atlas-key-unknown = not known
atlas-key-masked = not shown here
atlas-key-undated = without a month
atlas-rules = Rules, most findings first
atlas-rules-lead = Rules that found something or could not check everything.
atlas-rules-silent = { $count ->
    [one] One more rule was applied and found nothing.
   *[other] { $count } more rules were applied and found nothing.
 }
atlas-most = Most in:
atlas-not-checked-lead = { $count ->
    [one] Here the records could not be understood, so one check could not be made. Put these places right first, then check again; the data files name all.
   *[other] Here the records could not be understood, so { $count } checks could not be made. Put these places right first, then check again; the data files name all.
 }

## Month by month.

atlas-trends = Month by month
atlas-trends-lead = By the month of the meeting or contact concerned; where there is nothing to count, the line is broken.
atlas-trend-not-passed = Checks not passed, per 1,000
atlas-trend-security = Security Management Team meetings with the Chief of Mission, or an acting one
atlas-trend-none = No month has any.
atlas-trend-masked = The months of these meetings may not be shown here; the table has their sum.
atlas-trend-numbers = The numbers, by month

## Thresholds.

atlas-limits = Thresholds
atlas-limits-lead = Limits that the configuration sets; each is told with the condition that must not hold.
atlas-limit-nothing = compared with nothing
atlas-limit-kept = { $count ->
    [one] kept
   *[other] kept by all { $count }
 }
atlas-limit-not-judged = { $count ->
    [one] for one group not known, because not everything was judged
   *[other] for { $count } groups not known, because not everything was judged
 }
atlas-limit-broken = broken by { $count } of { $all }
atlas-metric-findings = findings
atlas-metric-errors = errors
atlas-metric-warnings = warnings
atlas-metric-advice = advice
atlas-metric-suppressed = accepted findings
atlas-metric-failed = checks that failed
atlas-metric-blocked = checks that could not be made
atlas-metric-faults = faults of the run
atlas-metric-missions = missions
atlas-metric-not-ready = missions that are not ready
atlas-metric-failure-rate = share of checks that failed
atlas-metric-blocked-rate = share of checks that could not be made
atlas-metric-ready = share of missions that are ready
atlas-metric-representation = active platforms with a seat of IOM
atlas-metric-right-level = platforms represented at the right level
atlas-metric-smt-attendance = security meetings with the Chief of Mission
atlas-metric-suspended-contact = suspended platforms with contact kept

## What has changed.

atlas-since = Since the earlier audit
atlas-since-day = Compared with the audit as of { $day }
atlas-since-no-day = Compared with an audit of an unknown day
atlas-differs = The audits were not made alike, which may change numbers as well:
atlas-differs-as-of = day
atlas-differs-tool-version = version
atlas-differs-policy = policy packs
atlas-differs-policy-mode = choice of the policy
atlas-differs-configs = settings
atlas-differs-select = rules selected
atlas-differs-ignore = rules left out
atlas-differs-paths = files
atlas-then = Then
atlas-now = Now
atlas-news = Findings: { $appeared } new, { $gone } gone, { $kept } unchanged.
atlas-worse = Most new findings:
atlas-better = Most findings gone:
atlas-left = Missions that only the earlier audit has judged, their findings neither gone nor kept:
atlas-joined = Missions that only this audit has judged, their findings neither new nor kept:
atlas-apart-findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
 }
atlas-earlier-incomplete = { $count ->
    [one] The earlier audit is incomplete: its run had a fault, such as a file that could not be read, or was interrupted.
   *[other] The earlier audit is incomplete: its run had { $count } faults, such as files that could not be read, or was interrupted.
 }
atlas-incomplete = An audit is incomplete, so findings may only seem new or gone. Faults of the run: { $faults_then } then, { $faults_now } now. Checks that could not be made: { $blocked_then } then, { $blocked_now } now.
