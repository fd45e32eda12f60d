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
