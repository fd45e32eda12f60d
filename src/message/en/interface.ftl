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

strength-mandatory = mandatory
strength-should = expected
strength-usual = usual
strength-may = permitted
strength-contextual = context
strength-inferred = inferred

labelled = { $label }: { $text }
help-label = help
policy-label = policy
includes-label = includes
more-label = more
policy-line = { $strength } · { $document }{ $since-given ->
    [yes] , in force from { $since }
   *[no] {""}
 } · missionlint{"\u00A0"}explain{"\u00A0"}{ $rule }
explain-line = missionlint{"\u00A0"}explain{"\u00A0"}{ $rule }
suggested-change = suggested change
more-alike = { $count ->
    [one] and one more like this:
   *[other] and { $count } more like this:
 }
more-not-shown = … and { $count ->
    [one] one more
   *[other] { $count } more
 } in { $files ->
    [one] one file
   *[other] { $files } files
 } (--format json has all)

not-checked-title = not checked
not-checked-rules = { $count ->
    [one] one rule could not judge everything
   *[other] { $count } rules could not judge everything
 }
obstacle-syntax = { $count ->
    [one] this text is not JSON and could not be read
   *[other] these texts are not JSON and could not be read
 }
obstacle-no-record = { $count ->
    [one] this value holds no record, and may have lost some
   *[other] these values hold no record, and may have lost some
 }
obstacle-schema = { $count ->
    [one] this value does not satisfy its schema
   *[other] these values do not satisfy their schema
 }
obstacle-inverted-interval = { $count ->
    [one] this interval ends before it begins
   *[other] these intervals end before they begin
 }
obstacle-reference = { $count ->
    [one] this reference leads nowhere
   *[other] these references lead nowhere
 }
obstacle-not-given = { $count ->
    [one] nothing of the kind that this reference leads to was given
   *[other] nothing of the kind that these references lead to was given
 }
obstacle-mission-not-in-run = { $count ->
    [one] this depends on a mission that is not part of the run
   *[other] these depend on missions that are not part of the run
 }
obstacle-mission-unknown = { $count ->
    [one] it is not known which mission this record belongs to
   *[other] it is not known which mission these records belong to
 }
not-checked-line = { $obstacle }; { $which ->
    [all] every policy rule may have missed something
   *[some] blocked: { $rules }
 }
list-more = { $list }, and { $count } more
not-checked-more = … and { $count ->
    [one] one more place
   *[other] { $count } more places
 }

not-judged-title = not judged
not-judged-missions = { $count ->
    [0] what belongs to no mission
    [one] one mission ({ $names })
   *[other] { $count } missions ({ $names })
 }{ $besides ->
    [yes] {" "}and what belongs to none
   *[no] {""}
 }; what is wrong there is not known

allowed-title = allowed
allowed-findings = { $count ->
    [one] one finding does not count
   *[other] { $count } findings do not count
 }
allowed-line = { $rule }: { $reason }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }{ $expires-given ->
    [yes] {" "}· until { $expires }
   *[no] {""}
 }

fault-cannot-read = { $subject } could not be read: { $reason }
fault-changed-while-read = { $subject } has changed while it was read: { $reason }
fault-interrupted = the run was interrupted: { $reason }
fault-rule-failed = rule { $subject } failed: { $reason }. This is a fault of missionlint
fault-tool-schema = a schema of missionlint is unusable: { $reason }. This is a fault of missionlint

github-left-out = { $count ->
    [one] one more is not annotated
   *[other] { $count } more are not annotated
 }: GitHub takes { $limit } annotations of each level from a step; this log has all
gitlab-left-out = { $count ->
    [one] one finding is
   *[other] { $count } findings are
 } left out, the lightest: GitLab takes at most 100 MB; --format json has all
sarif-folder = the folder that missionlint was run in
sarif-left-out = { $count ->
    [one] one finding is
   *[other] { $count } findings are
 } left out, the lightest: GitHub takes at most { $limit } results, in 10 MB; --format json has all
sarif-kept = of these { $count } results GitHub keeps { $limit }, the most severe
sarif-left-out-places = { $count ->
    [one] one place is
   *[other] { $count } places are
 } left out: GitHub takes at most { $limit } for each result; --format json has all

table-mission = mission
table-rule = rule
table-error = error
table-warning = warning
table-advice = advice
table-blocked = not checked
no-mission = (none)

verdict-ready = ready
verdict-not-ready = not ready
summary = { $counts } · { $missions }, { $records } in { $files }, as of { $day }
verdict-valid = valid
verdict-not-valid = not valid
summary-of-values = { $counts } · { $values } in { $files }, by { $schema }
values = { $count ->
    [one] 1 value
   *[other] { $count } values
 }
count-error = { $count ->
    [one] 1 error
   *[other] { $count } errors
 }
count-warning = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
 }
count-advice = { $count ->
    [one] 1 piece of advice
   *[other] { $count } pieces of advice
 }
count-blocked = { $count ->
    [one] 1 rule could not judge everything
   *[other] { $count } rules could not judge everything
 }
count-fault = { $count ->
    [one] 1 fault of the run
   *[other] { $count } faults of the run
 }
count-nothing = nothing found
count-allowed = { $count } allowed
count-only-allowed = nothing found but { $count ->
    [one] one allowed finding
   *[other] { $count } allowed findings
 }
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
latest-note = by --policy latest every record was judged as if the latest policy had always been in force
verdict-not-worse = no worse than before
verdict-worse = worse than before
count-nothing-new = nothing new found
count-blocked-places = { $count ->
    [one] 1 place where something could not be judged
   *[other] { $count } places where something could not be judged
 }
earlier-note = compared with { $revision } ({ $commit }); not shown, because it was there before: { $counts }
earlier-nothing = compared with { $revision } ({ $commit }); nothing was left out
baselined-line = { $rule }: in the baseline since { $created }{ $reason-given ->
    [yes] : { $reason }
   *[no] {""}
 }{ $owner-given ->
    [yes] {" "}· { $owner }
   *[no] {""}
 }
baseline-note = in the baseline, not counted: { $counts }; the oldest since { $day }
masked-note = values of restricted records, and of what could not be read, are masked; --reveal shows them

## Lists of policy packs and statements.

pack-valid = valid
pack-countries = countries
pack-statements = statements
pack-rules = rules
pack-note = note
pack-validity = { $from-given ->
    [yes] { $to-given ->
        [yes] from { $from } to { $to }
       *[no] from { $from }
     }
   *[no] { $to-given ->
        [yes] until { $to }
       *[no] no first or last day is known
     }
 }
pack-hint = missionlint policy PACK prints the page of a pack.
statement-checked = checked by { $rules }
statement-not-checked = not checked: { $reason }

## The example of a page.

example-title = Example
example-day = Judged as of { $day }.
example-given = With these records, judged as of { $day }:
example-schema = With this schema:
example-valid = Valid:
example-invalid = Finding:
example-report = Report:

## Parts of the sentences about schemas.

field-name = { $label-given ->
    [yes] { $field-given ->
        [yes] { $label } ("{ $field }")
       *[no] { $label }
     }
   *[no] { $field-given ->
        [yes] "{ $field }"
       *[no] the value
     }
 }

as-form = { $checked_as-given ->
    [yes] {" "}(checked as { $checked_as })
   *[no] {""}
 }

type-wanted = { $expected ->
    [null] null
    [boolean] true or false
    [integer] a whole number
    [number] a number
    [string] text
    [array] a list
    [object] an object
   *[other] { $expected-words }
 }

either-type = { $first } or { $second }

type-found = { $found ->
    [null] null
    [boolean] true or false
    [number] { $expected ->
        [integer] a number with decimals
       *[other] a number
     }
    [string] text
    [array] a list
   *[object] an object
 }

# What belongs into a setting; part of config-invalid-value.
config-hint = { $hint ->
    [day] a day such as "2025-03-31"
    [paths] a list of paths such as ["missions/mli", "archive/**"]
    [glob] a pattern of paths in which { $detail ->
        [folder] ** stands for whole folders, such as "archive/**/old"
        [bracket] each [ is closed by a ]
       *[stars] at most two * stand side by side
     }
    [text] a text
    [table] a table
    [number] a whole number from { $least } to { $most }
    [severity] a table of rules
    [parameters] a table of parameters
    [overrides] a list of tables: [[overrides]] with missions or paths, and severity or parameters
    [override] a table with missions or paths, and severity or parameters
    [override-scope] a table with missions or paths; what holds everywhere stands in [severity] and [parameters]
    [missions] a list of ids of missions, such as ["mli"]
    [mission] the id of a mission: small letters, digits and hyphens, such as "mli"
    [parameters-by-mission] an override with missions alone: a rule judges all records of a mission together, so parameters cannot differ by path
    [platform-names] a list of tables: [[platform_names]] with name and type
    [platform-name] a table with name and type
    [platform-name-text] a name of at most 100 characters, without space around it
    [platform-name-taken] a name that does not stand for { $type } already
    [platform-name-twice] another name: this one stands for { $type } in another entry, and each mission has one entry for a name
    [kinds] a list of tables: [[kinds]] with name and schema
    [kind] a table with name and schema
    [kind-name] a name of small letters, digits and hyphens, such as "training"
    [kind-taken] a name that no other kind or schema has
    [kind-title] what people call the kind
    [schema-path] the path of a JSON Schema, relative to this file
    [messages] a table of languages with files of wording, such as fr = "wording.fr.ftl"
    [wording-path] the path of a Fluent file, relative to this file
    [wording] an entry of a Fluent file: the id, "=" and the text; parts such as ".help = …" indented below
    [wording-twice] one entry for each message
    [audit] a table with error_if and warn_if, and tables by country, regional_office, rule, family, platform_type, month or mission
    [thresholds] a list of conditions such as ["errors > 10", "smt-attendance < 80%"]
    [threshold] a condition such as "errors > 10" or "smt-attendance < 80%", of one of: { $counts }; as a share: { $shares }
    [threshold-metric] a condition on what is counted there: { $counts }; as a share: { $shares }
    [threshold-operator] a condition with one of <, <=, > and >=, such as "errors > 10"
    [threshold-percent] a share in per cent, with a per cent sign, such as "{ $metric } < 80%"
    [threshold-count] a count without a per cent sign, such as "{ $metric } > 10"
    [threshold-number] a condition that ends with a number in digits, such as 10 or 2.5
    [threshold-comma] a number with a point, not a comma, before its decimals, such as 2.5
    [threshold-negative] a limit of 0 or more: { $metric } is never negative
    [threshold-hundred] a limit of 100% or less: { $metric } is a share
    [threshold-fraction] a whole number: { $metric } is a count
    [threshold-decimals] a number with at most 6 decimals
    [threshold-large] a number of at most 12 digits
    [country] alpha-3 codes of countries, such as MLI, or "ETH+MLI" for a mission in both
    [month] a month such as 2025-03
   *[words] { $expected }
 }
