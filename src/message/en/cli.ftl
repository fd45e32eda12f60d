## Sentences of the command line.

did-you-mean = did you mean { $nearest }?
joined = { $first }; { $second }

unknown-rule-name = there is no rule { $name }; { $nearest-given ->
    [yes] did you mean { $nearest }?
   *[no] missionlint rules lists them
 }
unknown-schema-name = there is no schema { $name }; { $nearest-given ->
    [yes] did you mean { $nearest }?
   *[no] missionlint schema lists them
 }
unknown-pack-name = there is no policy pack { $name }; { $nearest-given ->
    [yes] did you mean { $nearest }?
   *[no] missionlint policy lists them
 }
unknown-output-format = --output { $output }: unknown format { $format }; known are { $known }
output-twice = --output { $path }: two reports cannot go into one file
output-of-several-formats = --output { $output }: several formats are written to such files; say which: { $choices }
output-over-records = --output { $path }: this file is to be checked and is no report; it is not written over
unknown-output-ending = --output { $output }: this ending stands for no format; name the format before the file, as in json=FILE; known are { $known }
output-over-input = --output { $path }: this run reads this file, or it is a configuration; it is not written over
output-over-file = --output { $path }: this file is there and is no report of missionlint; it is not written over
output-without-name = --output { $output }: a file name belongs after the =
output-to-itself = --output { $output }: - is no file; for standard output use --format
selects-nothing = --select { $name }: with --schema no rules of policy or records apply, so nothing would be checked

no-records = the files hold no record, so nothing was checked
no-current-directory = the current directory cannot be read: { $reason }
several-configurations = the paths belong to different configurations ({ $first-given ->
    [yes] { $first }
   *[no] none
 }, { $second }), but one holds for a whole run; check them one by one, name one for all with --config, or keep one above them and put what differs into [[overrides]]
configuration-below = { $path } lies below the paths, but one configuration holds for a whole run; check that directory by itself, exclude it, name the configuration for all with --config, or put what differs into [[overrides]]
nothing-to-check = { $folders-given ->
    [yes] no .json, .ndjson or .jsonl file to check was found in { $folders }
   *[no] no file to check was found
 }
current-directory = the current directory
cannot-write = { $path } could not be written: { $reason }
report-cannot-write = the report could not be written: { $reason }
cache-not-used = the results of earlier runs in { $path } are not used: { $reason }
schema-cannot-read = the schema { $path } could not be read: { $reason }
schema-cannot-use = nothing was checked: the schema cannot be used
kinds-cannot-use = nothing was checked: schemas of [[kinds]] cannot be used
internal-fault = internal fault{ $place-given ->
    [yes] {" "}at { $place }
   *[no] {""}
 }; this is a bug of missionlint

cannot-read = { $path-given ->
    [yes] { $path } could not be read
   *[no] standard input could not be read
 }: { $reason }
stdin-not-named = --stdin-filename says what standard input is read as; add the path - to check it
stdin-name-empty = --stdin-filename: an empty path names nothing
stdin-name-directory = --stdin-filename: this is a directory; name a file, such as one in it
stdin-both = standard input cannot be both a document (-) and the list of files (--files-from -)
stdin-twice = standard input (-) can be named only once
list-of-records = { $path-given ->
    [yes] { $path }
   *[no] standard input
 }: this holds records, not a list of files; name it as a path, without --files-from
list-utf16 = { $path-given ->
    [yes] { $path }
   *[no] standard input
 }: this list of files is saved as UTF-16; save it as UTF-8

## Revisions of a repository.

revision-no-git = git could not be found; --since and --allow-from need it
revision-no-repository = these files lie in no git repository, so there is no revision to compare with
revision-not-yours = git refuses to read this repository because it belongs to another user; if you trust it, say so with git config --global --add safe.directory
revision-no-commit = there is no commit in this repository yet, and so no { $revision } to compare with: check without --since, or make the first commit without this check (git commit --no-verify)
revision-unknown = there is no revision { $revision } in this repository{ $shallow-given ->
    [yes] ; only part of the history is here: fetch all of it (git fetch --unshallow, or fetch-depth: 0 of the checkout)
   *[no] ; git log and git branch --all list what there is
 }
revision-ambiguous = { $revision } stands for more than one thing in this repository, such as a branch and a tag; write refs/heads/… or refs/remotes/…, or the id of a commit
revision-link = { $path } is at { $revision } a link that leads out of the repository or to no file, so what it says there is not known; commit the file itself
revision-nothing-common = { $revision } and what is checked out have no commit in common{ $shallow-given ->
    [yes] {" "}as far as the history is here: fetch all of it (git fetch --unshallow, or fetch-depth: 0 of the checkout)
   *[no] {""}
 }
revision-incomplete = the repository lacks contents of that revision; fetch them first (such as git fetch --refetch): missionlint fetches nothing
revision-git = git could not read the repository: { $reason }
revision-configuration = nothing was checked: missionlint.toml as it stands at { $revision } cannot be used

## Baselines and comparisons.

baseline-exists = { $path } is there already; missionlint baseline update adds to it
baseline-none = there is no baseline to work on; missionlint baseline create makes one, and baseline = "…" in missionlint.toml or --baseline names it
baseline-created = { $path }: { $count ->
    [0] no finding to take in
    [one] one finding taken in ({ $counts })
   *[other] { $count } findings taken in ({ $counts })
 }
baseline-updated = { $path }: { $count ->
    [0] nothing new to take in
    [one] one finding more taken in ({ $counts })
   *[other] { $count } findings more taken in ({ $counts })
 }
baseline-pruned = { $path }: { $count ->
    [0] nothing to remove
    [one] one entry removed ({ $counts })
   *[other] { $count } entries removed ({ $counts })
 }
baseline-name-it = write baseline = "missionlint-baseline.json" into missionlint.toml so that checks use it
baseline-left = not taken in, and to be put right: what is no JSON, what is wrong with the configuration or schemas, and what could not be judged
baseline-allowed = left out, because exceptions accept { $count ->
    [one] it: one finding
   *[other] them: { $count } findings
 }
baseline-not-covered = the run does not cover all that the baseline is for, so it is not known which entries are no longer needed

diff-no-report = { $path } is no report of missionlint check --format json
diff-version = { $path } is a report of version { $version }; this missionlint reads version 1
diff-note = note
diff-new = new
diff-fixed = fixed
diff-unchanged = unchanged
diff-unsought = not looked for in the new run
diff-not-checked = newly not checked
diff-summary = { $new } new, { $fixed } fixed, { $unchanged } unchanged
diff-other-tool = the reports were made by different versions of missionlint
diff-other-day = the reports were made as of different days
diff-other-policy = the reports were made by different policies (--policy)
diff-other-configuration = the reports were made with different configurations
diff-other-schema = the reports were made by different schemas
diff-other-audience = the reports were made for different audiences
diff-other-language = the reports were made in different languages
diff-other-scope = the runs did not look for the same: they were limited to different rules or paths (--select, --ignore, named paths)
diff-fault = the new run had faults: { $subject }: { $reason }
diff-partial = one of the reports holds only what was new in it (--since)
diff-blocked = in the later report not everything could be judged: what looks fixed may only not have been seen

## Why something cannot be used.

reason-no-such-file = there is no such file
reason-not-in-directory = a part of this path is no directory
reason-no-such-path = there is no such file or directory
reason-permission = permission denied
reason-report = this is a report, a baseline, or decisions about a report, and not records; it is left out
reason-name-trailing = the name ends in a space, a dot or a sign that cannot be seen, so this file was not checked; rename it, name it or exclude it
reason-name-near = the name is nearly that of records, but does not end in .json, .ndjson or .jsonl; this file is left out
reason-name-hidden = this is a hidden file; it is left out; name it to check it
reason-name-archive = files packed in this way are not looked into in a folder; this one is left out
reason-packed-configuration = the configuration in this archive does not count: what is submitted does not say how it is judged; to check by it, unpack it and name it with --config
reason-directory = this is a directory
reason-not-regular = this is no regular file
reason-neither = this is neither a file nor a directory
reason-too-large = 4 GiB or more in one document
reason-no-room = there is no room left on the device
reason-read-only = the file system allows no writing
reason-not-utf8 = this is not UTF-8 text
reason-cache-of-others = the directory holds other files; name an empty or a new one
reason-system = the system says "{ $text }"
reason-empty-path = an empty path names nothing
reason-pattern = this is no valid pattern
reason-no-match = no file matches this pattern
reason-link-out = this link leads out of the directory; name its target to check it
reason-link-nowhere = this link leads nowhere
reason-link-circle = this link cannot be followed; it may lead in a circle
reason-path-not-utf8 = this path of the list is not UTF-8
reason-rule-crashed = the rule crashed; its findings for mission { $mission } are missing
reason-changed-while-read = it had to be read twice, and was not the same; check again when nobody writes to it
reason-ctrl-c = Ctrl-C was pressed
reason-nothing-judged = nothing was judged
reason-interrupted = { $judged } of { $missions } missions were judged{ $names-given ->
    [yes] ; nothing is known of { $names }
   *[no] , but not what belongs to none
 }{ $more-given ->
    [yes] {" "}and { $more } more
   *[no] {""}
 }; findings and ready missions are counted among those judged alone
reason-interrupted-reading = files were still being read, and more of any mission may stand in what was not: none of the { $missions } missions seen so far counts as judged{ $names-given ->
    [yes] ; nothing is known of { $names }
   *[no] {""}
 }{ $more-given ->
    [yes] {" "}and { $more } more
   *[no] {""}
 }; with --cache, the next run goes on from what was done
progress-reading = reading
progress-judging = judging
reason-not-twice = it cannot be read twice, and not all of its records are checked: write it to a file, or allow more with --memory, or put the records of each mission together with those of no mission first; that does not help where a line cannot be read or names no mission (see the findings): it may belong to any of them, nor where missions refer to each other
reason-tool = { $text }

## What was typed.

usage-unknown-option = there is no option { $option } here
usage-option-elsewhere = there is no option { $option } here: it is an option of { $commands }
usage-unexpected = "{ $found }" is one argument too many
usage-unknown-command = there is no command "{ $found }"
usage-no-value = { $option } needs a value
usage-invalid-value = "{ $found }" is not a value for { $option }
usage-value-unwanted = { $option } takes no value
usage-twice = { $option } can be given only once
usage-conflict = { $option } cannot be used with { $other }
usage-missing = something is missing: { $missing }
usage-missing-command = a command is missing
usage-not-utf8 = an argument is not UTF-8 text
usage-other = { $option-given ->
    [yes] { $option } cannot be used in this way
   *[no] these arguments cannot be used in this way
 }
usage-more = missionlint --help says more.
expected-day = write the day as YYYY-MM-DD, such as 2025-03-31
expected-format = known are { $known }

## Help, apart from the texts of commands and options.

help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-options-value = [OPTIONS]
help-command-value = COMMAND
help-default = [default: { $values }]
help-possible = [possible values: { $values }]

## Pages and lists.

page-severity = Severity
page-family = family
page-source = Source
page-pack = Policy pack
page-in-force = in force from { $day }
page-strength = Strength
page-also = Rests also on
page-in-force-with = in force with { $pack }
page-statement = Statement { $number } ({ $strength }): { $text }
page-valid = Valid
page-countries = Countries
page-certainty = Certainty
page-note = Note
page-rules = Rules
page-no-rules = None rests on it.
page-statements = Statements
page-packs = Policy packs
page-not-checkable = Not checkable
page-not-checkable-note = What the sources would have checked and no record holds.
statement-unchecked = Not checked: { $reason }
column-severity = severity
column-strength = strength
column-statements = statements
column-pack = pack
column-valid = valid
column-document = document
column-rules = rules
column-statement = statement
column-checked-by = checked by

catalogue-head =
    Everything that missionlint can find: an index by families, then one page for each rule, then what the rules rest on. This page is
    made by `missionlint rules --format markdown`; `missionlint explain RULE` prints one page of it.

    Severities are `error` (must be put right), `warning` (should be) and `advice` (worth knowing). The strength says how binding is what
    a rule rests on: `mandatory`, `should`, `usual`, `may` (permitted), `contextual` (describes the context) or `inferred` (no document
    says it). The numbers are those of the statements at the end.

family-syntax = syntax
family-schema = schema
family-integrity = integrity
family-security = security
family-humanitarian = humanitarian
family-development = development
family-coverage = coverage
family-subnational = subnational
family-terminology = terminology
family-organization = organization
family-timeliness = timeliness
family-protection = protection
family-config = config

certainty-confirmed = confirmed
certainty-likely = likely
certainty-unverified = unverified
certainty-provisional = provisional

page-parameters = Parameters
page-parameters-note = To be set in `missionlint.toml`; these are the defaults.
page-range = From { $least } to { $most }.
rules-more = missionlint explain RULE prints the page of a rule.
schemas-more = missionlint schema KIND prints one of them.

## What keeps a configuration from being TOML.

toml-duplicate-key = a key stands there twice
toml-unclosed = something is not closed
toml-unquoted = a value is missing, or a text stands without quotes
toml-no-value = a value is missing
toml-no-equals = a = is missing behind the key
toml-extra-equals = a = is too much
toml-comma = a comma is missing or too much
toml-escape = a backslash sequence that TOML does not know
toml-quote = a text does not end with a quote
toml-key = this is not a key
toml-comment = this is not a comment
toml-table-twice = a value is used like a table
toml-other = this cannot be read
config-unset = default

## Setting up: init, completions, man, schemas in a folder.

init-no-country = { $mission } is no country code; name the country of the mission with --country, such as --country MLI
init-written = Written:
init-would-write = Would be written:
init-same = There already, the same:
init-others = There already, left as they are:
init-occupied = { $folder } is not empty: no example records are written among those of a real mission.
init-existing = Records are here already, in { $count ->
    [one] { $count } file
   *[other] { $count } files
 } ({ $folders }). missionlint check checks them ("paths" in missionlint.toml); no example records are written.
init-existing-unsure = Records are here already, in { $count ->
    [one] { $count } file
   *[other] { $count } files
 } ({ $folders }). No example records are written. Whether missionlint check checks them depends on the missionlint.toml that is there: "paths" must name these folders.
init-below = Checks of every change and settings of the editor take effect at the root of the repository only: { $root }
init-add = To be added to { $path }:
init-next = Next: { $command }
init-upgrade = After an upgrade of missionlint: missionlint schema --dir { $dir } renews the schemas for the editor.
schemas-written = { $count } schemas were written into { $folder }
man-written = { $count } pages were written into { $folder }
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-commands = COMMANDS
reason-not-directory = this is not a directory
expected-mission = an id begins with a lower-case letter, followed by lower-case letters, digits or hyphens, 2 to 32 in all
expected-country = write the ISO 3166-1 alpha-3 code of the country, such as MLI

## Checking again and again.

watch-stdin = --watch needs files: standard input can be read only once
watch-cannot = changes in { $path } cannot be noticed: { $reason }
watch-started = { $time } UTC · { $files ->
    [one] watching { $files } file
   *[other] watching { $files } files
 }; Ctrl-C ends
watch-files = { $time } UTC · { $count ->
    [1] { $first }
    [2] { $first }, { $second }
   *[other] { $first }, { $second } and { $more } more
 }
watch-file = { $change ->
    [added] { $path } (new)
    [removed] { $path } (gone)
   *[changed] { $path }
 }
watch-settings = { $time } UTC · settings
watch-found = { $new } new, { $fixed } fixed, { $still } still there
watch-stuck = { $time } UTC · nothing was checked; waiting for changes

## Decisions and exceptions.

review-not-since = a review sheet shows everything; --compare with an earlier report shows what is new
reason-no-review = these are not the decisions of a review (line { $line }, column { $column })
reason-no-json-audit = this is no audit made with --format json (line { $line }, column { $column })
reason-other-readers = it was made for other readers: take one made with the same --audience and --reveal
reason-no-json-report = this is no report made with --format json (line { $line }, column { $column })
reason-report-version = this is no report of missionlint of a version that is known
reason-review-version = it has version { $version } of the form of decisions, which is not known
reason-exception-without-reason = an exception from { $rule } has no reason
reason-no-day = { $text } is not a day such as 2025-03-31
allow-import-nothing = there is no exception to add
allow-import-replaced = several decisions are on the same finding of { $rule }; the last one holds
allow-import-expired = the exception from { $rule } ended on { $day }; it holds no more
allow-import-unchecked = not looked at: whether the findings are still there, and whether their records have changed since they were decided on; "missionlint review --decisions { $path }" shows which decisions are out of date
allow-imported = { $count ->
    [one] one entry
   *[other] { $count } entries
 } added to { $path }
allow-no-configuration = there is no missionlint.toml at or above the current directory; --config names the one to add to
allow-unknown-rule = nothing was added: there is no rule { $rule }
allow-not-allowable = nothing was added: findings of { $rule } cannot be excepted
allow-without-record = nothing was added: an exception from { $rule } names no record of a mission
allow-no-tables = nothing was added: "allow" in the configuration is not written as [[allow]] tables
