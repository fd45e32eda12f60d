## The review sheet: a page for people who are no programmers.

review-title = Review sheet · { $missions }
review-kind = Review sheet
review-as-of = As of { $day }
review-language = Language of the page
review-no-mission = No mission
review-skip = Skip to the verdict
review-footer = Made by missionlint. This page holds everything it shows: nothing was sent anywhere, and nothing is loaded.
review-number = { $count }

review-contents = On this page
review-missions = Missions
review-to-act = Who has to act
review-findings = Findings
review-not-checked = Not checked
review-exceptions = Exceptions in force
review-packs = Policy applied
review-rules = About the rules
review-stamp = How this page came about

## The verdict.

review-verdict-ready = Ready to submit
review-verdict-not-ready = Not ready to submit
review-because-errors = { $count ->
    [one] One error must be put right first.
   *[other] { $count } errors must be put right first.
 }
review-because-also-blocked = Besides, something could not be checked that might hide further errors.
review-because-blocked = No error was found, but something could not be checked that might hide one.
review-because-faults = The check itself did not run to its end, so nobody can say that all is well.
review-because-minor = { $count ->
    [one] Nothing blocks the submission; one finding deserves a look.
   *[other] Nothing blocks the submission; { $count } findings deserve a look.
 }
review-because-clean = Everything was checked and nothing was found.
review-left-out-earlier = Only what is new since { $revision } is shown here: { $count ->
    [one] one earlier finding is
   *[other] { $count } earlier findings are
 } left out, and counts all the same.
review-elsewhere = { $count ->
    [one] One finding or obstacle of the same run belongs to no mission and is left out here; it may concern this one.
   *[other] { $count } findings or obstacles of the same run belong to no mission and are left out here; they may concern this one.
 }
review-tally-error = Errors
review-tally-warning = Warnings
review-tally-advice = Advice
review-tally-unknown = Rules that could not check everything
review-tally-allowed = Exceptions
review-severity-error = Error: must be put right
review-severity-warning = Warning: should be put right
review-severity-advice = Advice: worth knowing

## Findings.

review-findings-count = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
 }
review-nothing-found = Nothing was found that has to be put right.
review-more = { $count ->
    [one] … and one more below
   *[other] … and { $count } more below
 }
review-keeper = Whoever keeps the records
review-whole-mission = The mission as a whole
review-help = What to do
review-why = Why:
review-about-rule = about this rule
review-related = { $count ->
    [one] One related place
   *[other] { $count } related places
 }
review-line = line { $line }
review-technical = For those who correct the files
review-technical-rule = Rule
review-technical-place = Place
review-technical-fix = Proposed change (line:column)
review-technical-because = Includes
review-technical-fingerprint = Identity of the finding
review-strength-mandatory = Mandatory
review-strength-should = Expected
review-strength-usual = Usual practice
review-strength-may = Permitted
review-strength-contextual = Context
review-strength-inferred = Inferred
review-search = Search in the findings
review-filter = Show
review-rules-lead = Each rule that found something, or could not check something, in its own words.

review-record-mission = Mission
review-record-person = Person
review-record-programme = Programme
review-record-platform = Platform
review-record-representation = Representation
review-record-designation = Designation
review-record-vacancy = Vacancy
review-record-meeting = Meeting
review-record-contact-log = Contact logged
review-record-contact = Contact
review-record-none = A file

## What was not checked, what is accepted, what it rests on.

review-all-checked = Every rule could check everything it applies to.
review-not-checked-lead = Here the records could not be understood. Nobody can tell whether the questions below are in order; put these places right first, then check again.
review-questions-open = { $count ->
    [one] One question left open
   *[other] { $count } questions left open
 }
review-no-exceptions = None.
review-exceptions-lead = These findings are accepted, each for the reason given, and do not count.
review-none = none
review-no-end = no end
review-column-mission = Mission
review-column-verdict = Verdict
review-column-finding = Finding
review-column-record = Record
review-column-reason = Reason
review-column-owner = Answers for it
review-column-expires = Until
review-column-document = Document
review-column-valid = In force
review-column-pack = Policy pack
review-packs-dated = Each record was judged by the policy in force on its day.
review-packs-latest = Each record was judged as if the latest policy had always been in force.
review-packs-count = { $count ->
    [one] One dated document
   *[other] { $count } dated documents
 }
review-stamp-lead = The same version, day, settings and records make the same page again.
review-stamp-tool = Version
review-stamp-day = Judged as of
review-stamp-audience = Made for
review-stamp-inputs = Records
review-stamp-config = Settings
review-stamp-schema = Schema
review-stamp-policy = Policy packs
review-audience-public = the public: only public records, persons under pseudonyms
review-audience-internal = the organization: restricted records are masked

## Decisions of the reviewer.

review-decisions = Your decisions
review-decisions-lead = Decide on each finding above, then save the decisions as a file and hand it to the mission. Nothing is sent.
review-decisions-unscripted = Decisions can be noted where scripts are allowed to run in this page.
review-decisions-standing = { $count ->
    [one] One earlier decision stands with its finding.
   *[other] { $count } earlier decisions stand with their findings.
 }
review-decisions-gone = { $count ->
    [one] One finding that was decided on is no longer found:
   *[other] { $count } findings that were decided on are no longer found:
 }
review-decide = Decision
review-decided = Decided:
review-ruling-accepted = Accepted as it is
review-ruling-to-fix = To be put right
review-ruling-exception = Exception
review-clear = Withdraw the decision
review-reason = Reason
review-owner = Who answers for it (a role)
review-expires = Last day of the exception
review-reason-hint = Write roles, not names, and nothing from restricted records: the file travels.
review-reason-missing = An exception needs a reason.
review-role = Your role (no name)
review-save = Save as review.json
review-saved = Saved. Hand the file to the mission.
review-incomplete = Some exceptions have no reason yet.
review-show-incomplete = Show these findings
review-show-all = Show all findings
review-show-these = Show only these
review-none-shown = No finding matches.
review-changed-since = The record has changed since this decision: look at it again.
review-may-have-changed = Records have changed since this decision; whether this one has may not be told. Look at it again.

## The mission at a glance.

review-overview = The mission at a glance
review-leads = Chief of Mission
review-com-in-post = In post
review-com-acting = Nobody in post; somebody acts
review-com-vacant = Nobody in post, nobody acting
review-acts = acting
review-since = since { $day }
review-share-expected = Active platforms with a seat of IOM
review-share-level = Platforms represented at the right level
review-share-security = Security Management Team meetings with the Chief of Mission, or an acting one
review-share-suspended = Suspended platforms with contact kept
review-share-unknown = { $count ->
    [one] one not known
   *[other] { $count } not known
 }
review-of-all = { $count } of { $all }
review-unread = { $count ->
    [one] One place could not be read: the tables below may lack something.
   *[other] { $count } places could not be read: the tables below may lack something.
 }
review-masked = not shown here
review-unknown = could not be read:
review-left-out = { $count ->
    [one] One more may not be shown here.
   *[other] { $count } more may not be shown here.
 }
review-perhaps-more = There may be more that could not be read.
review-none-recorded = none recorded

review-matrix = Coverage of the platforms
review-no-platforms = No platform is recorded.
review-column-platform = Platform
review-column-status = Active?
review-column-represents = Who represents IOM
review-column-level = Right level?
review-column-attendance = Attendance
review-column-last-meeting = Last meeting
review-column-last-contact = Contact while suspended
review-level-national = National
review-level-subnational = Subnational
review-legend = { $count ->
    [one] Each box is a meeting of the last month:
   *[other] Each box is a meeting of the last { $count } months, each column a month:
 }
review-legend-present = IOM present
review-legend-excused = excused
review-legend-absent = not present
review-legend-unknown = not known
review-status-none = not recorded
review-status-active = Active
review-status-suspended = Suspended
review-status-deactivated = Deactivated
review-status-not-established = Not established
review-expectation-no-seat = IOM has no seat of its own
review-expectation-not-relevant = declared not relevant
review-expectation-covered-by-hub = covered by a neighbouring hub
review-expectation-no-access = no access
review-nobody = Nobody
review-capacity-member = member
review-capacity-observer = observer
review-capacity-alternate = alternate
review-capacity-coordinator = coordinator
review-level-right = Yes
review-level-wrong = No
review-level-none = no rule
review-attended = present at { $count } of { $all }
review-no-meetings = no meeting recorded
review-last-attended = IOM last present:
review-not-suspended = not suspended
review-no-contact = No contact recorded
review-outcome-reached = reached
review-outcome-unreachable = could not be reached
review-convener = Convener:
review-convener-function = a function, no organisation

review-presence = Presence by place
review-column-place = Place
review-column-programmes = Programmes
review-column-platforms = Subnational platforms
review-place-elsewhere = Other places
review-place-unplaced = Place not known
review-no-platform-there = none active
review-seat-yes = seat:
review-seat-no = no seat:

review-security = The Chief of Mission in the Security Management Team
review-security-lead = Month by month; the number is the day of the meeting.
review-month = { $month } { $year }
review-month-nothing = Nothing recorded
review-month-no-meeting = No meeting
review-undated = { $count ->
    [one] One meeting is in none of these months: its day may not be shown.
   *[other] { $count } meetings are in none of these months: their days may not be shown.
 }
review-chief-present = Present
review-chief-acting = Acting one present
review-chief-excused = Excused
review-chief-absent = Absent
review-chief-not-listed = Not listed
review-chief-nobody = Nobody in post
review-meeting-cancelled = cancelled
review-meeting-planned = planned
review-act-represents = represents IOM there
review-act-leads = leads the mission

## What has changed.

review-compared = Since the last report
review-compared-with = Compared with the report as of { $day }.
review-compared-new = { $count ->
    [one] One new finding, marked below
   *[other] { $count } new findings, marked below
 }
review-compared-fixed = { $count ->
    [one] One finding put right
   *[other] { $count } findings put right
 }
review-compared-unclear = { $count ->
    [one] One finding is there no more, but its rule could not check everything
   *[other] { $count } findings are there no more, but their rules could not check everything
 }
review-compared-same = { $count ->
    [one] One finding unchanged
   *[other] { $count } findings unchanged
 }
review-compared-which = Which
review-new = new
