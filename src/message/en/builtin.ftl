## Syntax, containers, schema, configuration. See integrity.ftl for what the attributes mean.

syntax-error = { $slip ->
    [empty-document] the document is empty
    [second-value] a second value follows the first; a JSON file holds one
    [comment] JSON has no comments
    [trailing-comma] a comma stands before a closing bracket
    [extra-comma] a comma stands where a value or a key belongs
    [wrong-comma] a comma belongs here instead of this sign
    [missing-comma] a comma is missing before this
    [missing-colon] a colon is missing after the key
    [wrong-colon] a colon belongs here instead of this sign
    [extra-colon] a colon too many
    [missing-value] a value is missing here
    [single-quotes] text stands in single quotes; JSON wants double quotes
    [typographic-quotes] text stands in typographic quotes; JSON wants straight double quotes
    [backticks] text stands in backticks or accents; JSON wants straight double quotes
    [unquoted-key] a key stands without quotes
    [bare-word] a word stands without quotes
    [foreign-word] this is no JSON value; JSON knows true, false and null
    [program-code] program code stands here; JSON holds values only
    [not-a-number] NaN and Infinity are no JSON numbers
    [malformed-number] this is no JSON number
    [decimal-comma] a number holds a comma
    [bad-escape] a backslash sequence that JSON does not know
    [lone-surrogate] half of a surrogate pair (\u escape)
    [control-character] a control character stands inside a text
    [inner-quote] a quote stands inside a text and ends it
    [extra-quote] a quote too many
    [doubled-quotes] quotes are doubled
    [escaped-quotes] the text was escaped twice: its quotes have backslashes before them
    [unopened-string] a text does not begin with a quote
    [concatenation] texts are joined by a sign as in a program; JSON holds values only
    [placeholder] a placeholder of a template was not filled in
    [spreadsheet-error] a spreadsheet error stands in place of a value
    [unquoted-date] a date or time stands without quotes
    [round-bracket] a round bracket stands where a square one or a brace belongs
    [line-break] a text goes on in the next line
    [unclosed-string] a text does not end with a quote
    [unclosed-bracket] a bracket is not closed
    [mismatched-bracket] a closing bracket is missing before this one, or this one is of the wrong kind
    [extra-bracket] a bracket too many
    [missing-opening] the brace before the keys of this object is missing
    [missing-list-opening] the bracket before the values of this list is missing
    [wrong-brace] values without keys stand in braces
    [wrong-bracket] keys stand in square brackets
    [other-space] a special space or an invisible character stands between the values
    [merge-conflict] a merge was not finished: both versions stand in the text
    [trailing-text] text follows where the document has ended
    [unexpected-character] a character that JSON does not allow here
    [too-deep] more than 128 levels of brackets
    [too-large] 4 GiB or more in one document
    [html] this is a web page (HTML), not JSON
    [xml] this is XML, not JSON
    [yaml] this is YAML, not JSON
    [csv] this is a table (CSV), not JSON
    [plain-text] this is plain text, not JSON
    [markdown] this is Markdown text with JSON in it
    [spreadsheet] this is an Excel file, not JSON
    [word-document] this is a Word file, not JSON
    [office-document] this is an Office file, not JSON
    [pdf] this is a PDF file, not JSON
    [zip] this is a ZIP archive, not JSON
    [gzip] this is a compressed file (gzip), not JSON
    [zstandard] this is a compressed file (Zstandard), not JSON
    [second-in-line] a second value stands on this line; a file of this name holds one on each
    [comma-after-line] a line ends with a comma; in a file of this name nothing stands between the values
    [over-several-lines] one value stretches over several lines; a file of this name holds one value on each line
   *[other] this is not JSON
 }
    .primary = { $slip ->
        [comment] remove this
        [trailing-comma] remove this comma
        [extra-comma] remove this comma, or add what is missing
        [wrong-comma] put a comma in its place
        [missing-comma] add a comma before this
        [missing-colon] add a colon here
        [wrong-colon] put a colon in its place
        [extra-colon] remove this colon
        [extra-bracket] remove this bracket
        [missing-opening] add an opening brace before this
        [missing-list-opening] add an opening square bracket before this
        [wrong-brace] put a square bracket in its place
        [wrong-bracket] put a brace in its place
        [inner-quote] put a backslash before this
        [extra-quote] remove this quote
        [round-bracket] put a square bracket or a brace in its place
        [line-break] the line ends inside this text
        [other-space] remove this, or put a plain space in its place
        [merge-conflict] the version that was read begins here
        [markdown] the JSON begins below this line
        [unclosed-bracket] it should be closed before this
        [mismatched-bracket] this closes something else
       *[other] here
     }
    .opening = this is still open
    .other = another version begins here
    .help = { $slip ->
        [empty-document] write a record, or delete the file
        [second-value] { $unnamed-given ->
            [yes] put the records into one array; where each line holds one record, name a file .ndjson, or check what comes through a pipe with: cat x.ndjson | missionlint check - --stdin-filename x.ndjson
           *[no] put the records into one array, or name the file .ndjson with one record per line
         }
        [comment] put remarks into the record's "note"
        [single-quotes] use double quotes
        [typographic-quotes] use straight double quotes; word processors replace them by themselves
        [backticks] use straight double quotes
        [foreign-word] write true, false or null, in lower case and without quotes
        [program-code] write the value itself: a text in double quotes, a date such as "2025-03-05", a list in square brackets
        [decimal-comma] write a decimal point, and no separators between thousands
        [wrong-comma] separate values by commas
        [wrong-colon] put a colon between a key and its value
        [extra-colon] remove the colon
        [extra-bracket] remove the bracket
        [missing-opening] add the brace
        [missing-list-opening] add the bracket
        [wrong-brace] put the values between square brackets
        [wrong-bracket] put the keys and their values between braces
        [inner-quote] write \" for a quote inside a text
        [extra-quote] remove the quote
        [doubled-quotes] write each quote once; tables (CSV) are saved with doubled ones
        [escaped-quotes] save the JSON itself, not a text that holds it
        [unopened-string] put a double quote before the text
        [concatenation] write the whole text between one pair of quotes
        [placeholder] fill in the value, or leave the property out
        [spreadsheet-error] correct the cell in the spreadsheet, or leave the property out
        [unquoted-date] put the date in double quotes, as in "2025-03-05"
        [round-bracket] correct the bracket
        [line-break] write \n where a line ends inside a text
        [other-space] use plain spaces; copying from web pages and word processors brings others in
        [merge-conflict] keep one version, and delete the lines that begin with <<<<<<<, =======, ||||||| and >>>>>>>
        [trailing-text] { $unnamed-given ->
            [yes] delete what follows the document; where each line holds one record, name a file .ndjson, or check what comes through a pipe with: cat x.ndjson | missionlint check - --stdin-filename x.ndjson
           *[no] delete what follows the document
         }
        [html] export the data as JSON; a login page may have been saved instead of the file
        [xml] export the data as JSON
        [yaml] convert the file to JSON
        [plain-text] write records in JSON, or exclude the file in missionlint.toml
        [csv] convert the rows to records in JSON
        [markdown] save the JSON alone, without the lines of ``` around it
        [spreadsheet] export the data as JSON
        [word-document] export the data as JSON
        [office-document] export the data as JSON
        [pdf] ask for the data as JSON
        [zip] name the file .zip, or unpack the archive
        [gzip] name the file .json.gz or .ndjson.gz, or unpack it
        [zstandard] name the file .json.zst or .ndjson.zst, or unpack it
        [unquoted-key] put the key into double quotes
        [trailing-comma] remove the comma
        [extra-comma] remove the comma, or add what is missing
        [missing-comma] add the comma
        [unclosed-bracket] close what is open, or add what was cut off
        [mismatched-bracket] close what is open first, or correct this bracket
        [bare-word] put text into double quotes; true, false and null are written in lower case
        [not-a-number] leave the property out where there is no number
        [lone-surrogate] write the character itself, as UTF-8
        [control-character] write \n for a line end and \t for a tab
        [too-large] use NDJSON, one record per line
        [second-in-line] write each record on a line of its own
        [comma-after-line] remove the commas at the line ends
        [over-several-lines] name the file .json, or write each record on a line of its own
       *[other] { $more-given ->
            [yes] correct the text here; this document has more such places, which are not listed
           *[no] correct the text here; what cannot be read for it was not checked
         }
     }

duplicate-key = the key "{ $key }" occurs twice in one object
    .primary = used again here; this value counts
    .first = first used here
    .help = delete the one that is wrong

not-utf8 = { $encoding-given ->
    [yes] the file is saved as { $encoding ->
        [utf-32] UTF-32
       *[other] UTF-16
     }, not as UTF-8
   *[no] the file is not UTF-8 text: byte { $byte }
 }
    .primary = { $encoding-given ->
        [yes] before this
       *[no] first byte that is not UTF-8
     }
    .help = { $encoding-given ->
        [yes] { $encoding ->
            [utf-32] save the file as UTF-8
           *[other] save the file as UTF-8; Windows programs may call UTF-16 "Unicode"
         }
       *[no] save the file as UTF-8
     }

byte-order-mark = the file starts with a byte order mark
    .primary = before this
    .help = save the file as UTF-8 without byte order mark (BOM)

packed-file-unread = { $defect ->
    [not-gzip] this is no gzip file, though its name says so
    [not-zstandard] this is no Zstandard file, though its name says so
    [not-zip] this is no ZIP archive, though its name says so
    [cut-off] the packed file ends too early
    [encrypted] the file is encrypted
    [other-method] the file is packed by a method that is not read here
    [too-large] unpacked, the file takes far more room than records do; it was not read to the end
    [too-many-files] the archive holds too many files
    [nested] this is an archive in an archive; it was not looked into
    [same-name] the archive holds several files of this name; none of them was read
    [leads-out] the name of this file leads out of the archive; it was not read
    [link] this is a link; links in archives are not followed
    [hidden] this is hidden in the archive, so it was not read
    [near-name] the name is nearly that of records, but ends otherwise; the file was not read
   *[damaged] the packed file is damaged
 }
    .primary = in this file
    .help = { $defect ->
        [not-gzip] name the file after what it holds, or pack it again
        [not-zstandard] name the file after what it holds, or pack it again
        [not-zip] name the file after what it holds, or pack it again
        [encrypted] pack the file without a password
        [other-method] pack the file in the usual way: deflated in a ZIP archive, without a dictionary by Zstandard
        [too-large] write the records into several files
        [too-many-files] make several archives
        [nested] put the records themselves into the outer archive
        [same-name] keep one file of each name
        [leads-out] pack the folder with the records, so that all names begin inside of it
        [link] put the file itself into the archive
        [hidden] take the dot off the beginning of the name, or leave the file out of the archive, or exclude it
        [near-name] let the name end in .json, .ndjson or .jsonl, or leave the file out of the archive, or exclude it
       *[other] copy or send the file again, or pack it again
     }

not-a-record = { $report-given ->
    [yes] this is a report of missionlint, not a record
   *[no] this is not a record
 }
    .primary = { $envelope-given ->
        [yes] an envelope inside a list
       *[no] { $report-given ->
            [yes] a report of missionlint
           *[no] { $found } without kind, id or mission
         }
     }
    .help = { $envelope-given ->
        [yes] take the envelope out of the list: one file holds one envelope, or one list of records
       *[no] { $report-given ->
            [yes] check the files that the report is about; "missionlint diff" compares two reports, and --compare of review and audit tells what has changed since one
           *[no] a document holds a record, an array of records, or an envelope with "records"; exclude other files in missionlint.toml
         }
     }

missing-kind = the record does not say what kind it is
    .primary = "kind" is missing here
    .help = add "kind" to the record, or to the envelope around it

unknown-kind = "{ $found }" is not a kind of record
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] not a kind of record
     }
    .help = use one of: { $options }

missing-mission = { $nearest-given ->
    [yes] { $found } looks like a slip of the mission { $nearest }, which the records around it name; what names it was checked with them
   *[no] the record does not say which mission it belongs to
 }
    .primary = { $nearest-given ->
        [yes] probably misspelt
       *[no] "mission" is missing here
     }
    .help = { $nearest-given ->
        [yes] write { $nearest } if that is meant; if there is a mission { $found }, keep its records in a folder { $found }
       *[no] add "mission" to the record, or to the envelope around it
     }

schema-kind-conflict = "$schema" does not agree with the kind "{ $expected }"
    .primary = names another schema
    .help = let it end in { $expected }.schema.json, or correct "kind"

wrong-type = { $written-given ->
    [yes] { field-name } must be { type-wanted }; in quotes it is text{ as-form }
   *[no] { field-name } must be { type-wanted }, not { type-found }{ as-form }
 }
    .primary = { $written-given ->
        [yes] remove the quotes
       *[no] { type-found }
     }
    .help = { $written-given ->
        [yes] { $written ->
            [quoted-number] write the number without quotes
           *[quoted-boolean] write true or false without quotes
         }
       *[no] write it as { type-wanted }
     }

value-not-allowed = { $none-given ->
    [yes] no value is allowed for { field-name }{ as-form }
   *[no] "{ $found }" is not allowed for { field-name }{ as-form }
 }
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] { $written-given ->
            [yes] remove the quotes
           *[no] { $excluded-given ->
                [yes] must not be this
               *[no] { $none-given ->
                    [yes] the schema lists no value
                   *[no] not one of the values allowed
                 }
             }
         }
     }
    .help = { $excluded-given ->
        [yes] use something else than: { $excluded }
       *[no] { $none-given ->
            [yes] leave it out, or list the values in the schema
           *[no] use one of: { $options }
         }
     }

missing-property = { $label-given ->
    [yes] { $label } ("{ $property }") is missing{ as-form }
   *[no] "{ $property }" is missing{ as-form }
 }
    .primary = "{ $property }" is missing here
    .needed_by = needed because this is given
    .help = { $record ->
        [KIND] add "{ $property }"; the schema describes it
       *[other] add "{ $property }"; missionlint schema { $record } describes it
     }

unknown-key = { $record ->
    [KIND] "{ $key }" is not part of the schema here{ as-form }
   *[other] "{ $key }" is not part of the record contract here{ as-form }
 }
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] unknown key
     }
    .help = { $record ->
        [KIND] correct the spelling or remove it
       *[other] correct the spelling or remove it; free text belongs into "note"
     }

misspelt-key = "{ $key }" looks like a misspelt "{ $property }", which is missing
    .primary = did you mean "{ $property }"?
    .help = rename the key to "{ $property }"

invalid-format = "{ $found }" is not { $format ->
    [date] a date
    [date-time] a date and time with offset
    [time] a time with offset
    [duration] a duration
    [email] a mailbox
    [uri] a link
   *[other] a valid { $format }
 }{ as-form }
    .primary = { $slip-given ->
        [yes] { $slip ->
            [no-such-part] { $part ->
                [month] { $value } is not a month (01–12)
                [day] { $value } is not a day (01–31)
                [hour] { $value } is not an hour (00–23)
                [minute] { $value } is not a minute (00–59)
                [second] { $value } is not a second (00–59)
               *[offset] { $value } is not an offset from UTC
             }
            [no-such-day] { $month ->
                [2] { $day ->
                    [29] { $year } has no 29 February
                   *[other] there is no { $day } February
                 }
                [4] there is no { $day } April
                [6] there is no { $day } June
                [9] there is no { $day } September
                [11] there is no { $day } November
               *[other] there is no such day
             }
            [order] { $meant } was probably meant
            [order-unclear] which is the day, which the month?
            [one-digit] { $meant-given ->
                [yes] needs two digits: { $meant }
               *[no] needs two digits: 05, not 5
             }
            [two-digit-year] the year needs four digits
            [separators] needs hyphens: { $meant }
            [with-time] only the day belongs here: { $meant }
            [blanks] remove the blanks around it
            [no-time] the time is missing
            [no-offset] the offset from UTC is missing
            [no-seconds] the seconds are missing
            [space] needs a T between day and time
            [offset-form] the offset needs a colon, as in +01:00
            [no-p] a duration begins with P
            [nothing] how long is missing
            [weeks-mixed] weeks stand alone in a duration
            [no-t] hours, minutes and seconds come after a T
            [fraction] a duration has whole numbers only
           *[lower-case] a duration has capital letters
         }
       *[no] { $format ->
            [date] not a date
            [date-time] not a date and time with offset
            [time] not a time with offset
            [duration] not a duration
           *[other] not a valid { $format }
         }
     }
    .help = { $format ->
        [date] write dates as YYYY-MM-DD, such as 2025-03-31
        [date-time] write date and time with their offset from UTC, such as 2025-03-05T09:00:00Z or 2025-03-05T09:00:00+01:00
        [time] write times with their offset from UTC, such as 09:00:00Z or 09:00:00+01:00
        [duration] write durations as ISO 8601, such as P1M for a month or P2W for two weeks
        [email] write a mailbox such as name@example.org
        [uri] write a link such as https://example.org/page
       *[other] correct { field-name }
     }

pattern-mismatch = "{ $found }" does not have the form that { field-name } needs{ as-form }
    .primary = not the form it needs
    .help = { $record ->
        [KIND] the pattern is { $pattern }
       *[other] missionlint schema { $record } gives examples; the pattern is { $pattern }
     }

number-out-of-range = { field-name } must be { $bound ->
    [least] at least { $limit }
    [above] more than { $limit }
    [most] at most { $limit }
   *[below] less than { $limit }
 }, and is { $found }{ as-form }
    .primary = { $bound ->
        [least] must be at least { $limit }
        [above] must be more than { $limit }
        [most] must be at most { $limit }
       *[below] must be less than { $limit }
     }
    .help = correct the number

not-a-multiple = { field-name } must be a multiple of { $of }, and is { $found }{ as-form }
    .primary = not a multiple of { $of }
    .help = correct the number

text-length = { field-name } is too { $bound ->
    [least] short
   *[most] long
 }{ as-form }
    .primary = { $bound ->
        [least] needs at least { $limit } characters
       *[most] may have at most { $limit } characters
     }
    .help = { $bound ->
        [least] fill it in, or leave the property out where it is optional
       *[most] shorten it
     }

item-count = { field-name } has too { $bound ->
    [least] few
   *[most] many
 } { $what-given ->
    [yes] { $what ->
        [contains] entries of the kind it needs
       *[other] entries of the kind { $what }
     }
   *[no] entries
 }{ as-form }
    .primary = { $bound ->
        [least] needs at least { $limit }
       *[most] may have at most { $limit }
     }
    .help = { $bound ->
        [least] add what is missing
       *[most] remove what is too much
     }

repeated-item = { field-name } holds the same entry twice{ as-form }
    .primary = repeated here
    .first = first here
    .help = remove one of the two

not-allowed-here = { $what-given ->
    [yes] { $field-given ->
        [yes] this entry of { field-name } is not allowed here{ as-form }
       *[no] this is not allowed here{ as-form }
     }
   *[no] { field-name } is not allowed here{ as-form }
 }
    .primary = must not be here
    .together = not together with this
    .help = remove it, or what rules it out

no-form-fits = { field-name } has none of the forms it may have{ as-form }
    .primary = fits none of them
    .help = { $deciding-given ->
        [yes] write it as one of: { $forms }; needed is one of: { $deciding }
       *[no] { $expected-given ->
            [yes] write it as { type-wanted } that fits one of the forms
           *[no] write it as one of: { $forms }
         }
     }

several-forms-fit = { field-name } has several forms at once: { $forms }{ as-form }
    .primary = only one of them may fit
    .help = make it fit one of them only

schema-mismatch = { field-name } does not satisfy its schema ({ $keyword }){ as-form }
    .primary = { $keyword } does not hold
    .help = { $record ->
        [KIND] the schema describes what is allowed
       *[other] missionlint schema { $record } describes what is allowed
     }

config-syntax = missionlint.toml is not valid TOML: { $found }
    .primary = here
    .help = correct the file; nothing was checked

config-unknown-key = { $what ->
    [rule] there is no rule "{ $found }"
    [parameter] there is no parameter "{ $found }"
    [language] there are no messages in the language "{ $found }"
    [message] there is no message "{ $found }"
    [attribute] the message has no part "{ $found }"
    [variable] the message has no value "{ $found }"
    [function] there is no function "{ $found }"
   *[setting] there is no setting "{ $found }"
 }
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] not known
     }
    .help = { $what ->
        [rule] missionlint rules lists the rules
        [message] write the id of a rule, or of another message that the tool has
        [function] leave it out; values come as text and numbers
        [parameter] { $expected-given ->
            [yes] use one of: { $expected }
           *[no] there are no parameters to set; remove it
         }
       *[setting] use one of: { $expected }
     }

config-invalid-value = { $found } is not a value for "{ $key }"
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] should be { config-hint }
     }
    .help = { $several ->
        [yes] write one of: { $expected }
       *[no] write { config-hint }
     }

config-unreadable-file = the file { $found } could not be read: { $expected }
    .primary = names no file that can be read
    .help = write the path relative to missionlint.toml

allow-invalid = { $what ->
    [no-rule] an allow entry names no rule
    [no-reason] an allow entry for { $found } gives no reason
    [no-scope] an allow entry for { $found } does not say where it holds
    [not-allowable] findings of { $found } cannot be allowed
    [shape] { $found } is not a list of allow entries
   *[text] { $found } is not a value for "{ $key }"
 }
    .primary = { $what ->
        [no-rule] has no "rule"
        [no-reason] has no "reason"
        [no-scope] has no "mission", "record", "path" or "pointer"
        [not-allowable] is not about what records say
        [shape] should be [[allow]] entries
        [record] { $nearest-given ->
            [yes] did you mean "{ $nearest }"?
           *[no] should be the id of a record, alone or behind its kind
         }
        [path] should be a pattern of paths
        [pointer] should be a JSON Pointer
        [day] should be a day
       *[text] should be a text that is not empty
     }
    .help = { $what ->
        [no-rule] name the rule whose finding is accepted; missionlint rules lists them
        [no-reason] say why the finding is accepted, for those who read it next year
        [no-scope] name what it is for; to switch the rule off everywhere, write { $found } = "off" under [severity]
        [not-allowable] put it right instead: nobody knows what was not seen
        [shape] write [[allow]] with rule, reason and at least one of mission, record, path and pointer
        [record] write "M-1" or "meeting/M-1"; the id of a mission belongs into "mission"
        [path] write a pattern relative to missionlint.toml, such as "missions/mli/**"
        [pointer] write where the value stands in its record, such as "/attendance/0"; or in the document, as reports print it
        [day] write the last day it holds, such as "2025-12-31"
       *[text] write a text in quotes
     }

allow-expired = the exception for { $rule } held until { $expires }
    .primary = its last day
    .help = put right what it accepted ("{ $reason }"), then remove the entry; or decide again{ $owner-given ->
        [yes] {" "}with { $owner }
       *[no] {""}
     } and set a later day{ $again ->
        [0] {""}
        [one] ; one finding counts again
       *[other] ; { $again } findings count again
     }

allow-unused = an exception for { $rule } accepts nothing
    .primary = finds nothing there
    .help = remove the entry ("{ $reason }"){ $owner-given ->
        [yes] {" "}in agreement with { $owner }
       *[no] {""}
     }; if it was meant for another place, correct its mission, record, path or pointer

baseline-invalid = { $what ->
    [syntax] the baseline is not JSON
    [version] the baseline is of version { $found }, which this missionlint does not know
    [twice] the baseline has the fingerprint { $found } twice
    [lacks] a baseline entry has no "{ $key }"
   *[shape] { $key-given ->
        [yes] { $found } is not a value for "{ $key }" of a baseline entry
       *[no] { $found } is no baseline
     }
 }
    .primary = { $what ->
        [syntax] not JSON from here on
        [version] should be 1
        [twice] is there already
       *[shape] is not what missionlint baseline writes
     }
    .help = { $what ->
        [syntax] take away what a merge has left behind, then run missionlint baseline update
        [version] use the missionlint that made it, or make it anew with missionlint baseline create
        [twice] remove one of both
       *[shape] missionlint schema baseline describes what belongs there
     }

baseline-unused = a baseline entry for { $rule } stands for no finding any more
    .primary = put right since { $created }
    .help = missionlint baseline prune removes it

setting-held-back = { $table ->
    [allow] the exception for { $name } does not hold yet
    [as_of] this as_of does not hold yet
    [baseline] this baseline does not hold yet
    [exclude] new patterns of exclude do not hold yet
    [overrides] this override does not hold yet
    [platform_names] this name of a platform does not hold yet
    [platform_names_added] this new name of a platform holds already, so look at it
    [platform_names_removed] a name of a platform that is taken out here still holds
   *[severity] this setting of { $name } does not hold yet
 }
    .primary = not so at { $revision }
    .help = with --allow-from, settings that exempt come from { $revision }: bring this one there by a change of its own
