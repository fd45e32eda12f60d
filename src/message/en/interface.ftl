## Sentences of the interface.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
day = { $day } { $month } { $year }
moment = { $time } on { $day }

severity-error = error
severity-warning = warning
severity-advice = advice

help-label = help
policy-label = policy
includes-label = includes
policy-line = { $document } · missionlint explain { $rule }
explain-line = missionlint explain { $rule }
suggested-change = suggested change
more-alike = { $count ->
    [one] and one more like this:
   *[other] and { $count } more like this:
 }
more-not-shown = { $count ->
    [one] … and one more in { $files -> [one] one file *[other] { $files } files } (all are in --format json)
   *[other] … and { $count } more in { $files -> [one] one file *[other] { $files } files } (all are in --format json)
 }

not-checked-title = not checked
not-checked-rules = { $count ->
    [one] one rule could not judge everything
   *[other] { $count } rules could not judge everything
 }
obstacle-syntax = this is not JSON
obstacle-schema = this value does not satisfy its schema
obstacle-inverted-interval = this interval ends before it begins
obstacle-reference = this reference leads nowhere
obstacle-mission-not-in-run = this depends on a mission that is not part of the run
obstacle-mission-unknown = it is not known which mission this record belongs to
not-checked-line = { $obstacle }; blocks { $count ->
    [one] { $rules }
   *[other] { $count } rules: { $rules }
 }
and-more = and { $count } more
not-checked-more = { $count ->
    [one] … and one more place
   *[other] … and { $count } more places
 }

fault-cannot-read = { $subject } could not be read: { $reason }
fault-rule-failed = rule { $subject } failed: { $reason }. This is a fault of missionlint
fault-tool-schema = a schema of missionlint is unusable: { $reason }. This is a fault of missionlint

table-mission = mission
table-rule = rule
table-error = error
table-warning = warning
table-advice = advice
table-blocked = not checked
no-mission = (none)

summary-ready = ready: { $missions }, { $records } in { $files }, as of { $day }{ $findings ->
    [none] ; nothing found
   *[some] ; nothing at error
 }
summary-not-ready = not ready: { $missions }, { $records } in { $files }, as of { $day }
missions = { $count ->
    [one] 1 mission
   *[other] { $count } missions
 }
records = { $count ->
    [one] 1 record
   *[other] { $count } records
 }
files = { $count ->
    [one] 1 file
   *[other] { $count } files
 }
masked-note = values of restricted records are masked; --reveal shows them
