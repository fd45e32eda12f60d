## Syntax, containers, schema, configuration. See integrity.ftl for what the attributes mean.

syntax-error = { $slip ->
    [empty-document] the document is empty
    [second-value] a second value follows the first; a JSON file holds one
    [comment] JSON has no comments
    [trailing-comma] a comma stands before a closing bracket
    [extra-comma] a comma stands where a value or a key belongs
    [missing-comma] a comma is missing before this
    [missing-colon] a colon is missing after the key
    [missing-value] a value is missing here
    [single-quotes] text stands in single quotes; JSON wants double quotes
    [unquoted-key] a key stands without quotes
    [bare-word] a word stands without quotes
    [not-a-number] NaN and Infinity are no JSON numbers
    [malformed-number] this is no JSON number
    [bad-escape] a backslash sequence that JSON does not know
    [lone-surrogate] half of a surrogate pair (\u escape)
    [control-character] a control character stands inside a text
    [unclosed-string] a text does not end with a quote
    [unclosed-bracket] a bracket is not closed
    [mismatched-bracket] a closing bracket is missing before this one, or this one is of the wrong kind
    [extra-bracket] a closing bracket with nothing to close
    [unexpected-character] a character that JSON does not allow here
    [too-deep] more than 128 levels of brackets
    [too-large] 4 GiB or more in one document
    [over-several-lines] one value stretches over several lines; a file of this name holds one value on each line
   *[other] this is not JSON
 }
    .primary = { $slip ->
        [comment] remove this
        [trailing-comma] remove this comma
        [extra-comma] remove this comma, or add what is missing
        [missing-comma] add a comma before this
        [missing-colon] add a colon here
        [unclosed-bracket] it should be closed before this
        [mismatched-bracket] this closes something else
       *[other] here
     }
    .opening = this is still open
    .help = { $slip ->
        [empty-document] write a record, or delete the file
        [second-value] put the records into one array, or name the file .ndjson with one record per line
        [comment] put remarks into the record's "note"
        [single-quotes] use double quotes
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
    [yes] the file is saved as UTF-16, not as UTF-8
   *[no] the file is not UTF-8 text: byte { $byte }
 }
    .primary = { $encoding-given ->
        [yes] before this
       *[no] first byte that is not UTF-8
     }
    .help = { $encoding-given ->
        [yes] save the file as UTF-8; Windows programs may call UTF-16 "Unicode"
       *[no] save the file as UTF-8
     }

byte-order-mark = the file starts with a byte order mark
    .primary = before this
    .help = save the file as UTF-8 without byte order mark (BOM)

not-a-record = this is not a record
    .primary = { $found } without kind, id or mission
    .help = a document holds a record, an array of records, or an envelope with "records"; exclude other files in missionlint.toml

missing-kind = the record does not say what kind it is
    .primary = "kind" is missing here
    .help = add "kind" to the record, or to the envelope around it

unknown-kind = "{ $found }" is not a kind of record
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] not a kind of record
     }
    .help = use one of: { $options }

missing-mission = the record does not say which mission it belongs to
    .primary = "mission" is missing here
    .help = add "mission" to the record, or to the envelope around it

schema-kind-conflict = "$schema" does not agree with the kind "{ $expected }"
    .primary = names another schema
    .help = let it end in { $expected }.schema.json, or correct "kind"

wrong-type = "{ $field }" must be { $expected }, not { $found }
    .primary = { $found }
    .help = write it as { $expected }

value-not-allowed = "{ $found }" is not allowed for "{ $field }"
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] not one of the values allowed
     }
    .help = use one of: { $options }

missing-property = "{ $property }" is missing
    .primary = "{ $property }" is missing here
    .help = { $record ->
        [KIND] add "{ $property }"
       *[other] add "{ $property }"; missionlint schema { $record } describes it
     }

unknown-key = { $record ->
    [KIND] "{ $key }" is not part of the schema here
   *[other] "{ $key }" is not part of the record contract here
 }
    .primary = unknown key
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
    [duration] a duration
    [email] a mailbox
    [uri] a link
   *[other] a valid { $format }
 }
    .primary = { $format ->
        [date] not a date
        [date-time] not a date and time with offset
        [duration] not a duration
       *[other] not a valid { $format }
     }
    .help = { $format ->
        [date] write dates as YYYY-MM-DD, such as 2025-03-31
        [date-time] write date and time with their offset from UTC, such as 2025-03-05T09:00:00Z or 2025-03-05T09:00:00+01:00
        [duration] write durations as ISO 8601, such as P1M for a month or P2W for two weeks
        [email] write a mailbox such as name@example.org
        [uri] write a link such as https://example.org/page
       *[other] correct "{ $field }"
     }

pattern-mismatch = "{ $found }" does not have the form that "{ $field }" needs
    .primary = not the form of "{ $field }"
    .help = { $record ->
        [KIND] the pattern is { $pattern }
       *[other] missionlint schema { $record } gives examples; the pattern is { $pattern }
     }

number-out-of-range = { $found } is out of range for "{ $field }"
    .primary = { $bound ->
        [least] must be at least { $limit }
        [above] must be more than { $limit }
        [most] must be at most { $limit }
       *[below] must be less than { $limit }
     }
    .help = correct the number

text-length = "{ $field }" is too { $bound ->
    [least] short
   *[most] long
 }
    .primary = { $bound ->
        [least] needs at least { $limit } characters
       *[most] may have at most { $limit } characters
     }
    .help = { $bound ->
        [least] fill it in, or leave the property out where it is optional
       *[most] shorten it
     }

item-count = "{ $field }" has too { $bound ->
    [least] few
   *[most] many
 } entries
    .primary = { $bound ->
        [least] needs at least { $limit }
       *[most] may have at most { $limit }
     }
    .help = { $bound ->
        [least] add what is missing
       *[most] remove what is too much
     }

repeated-item = "{ $field }" holds the same entry twice
    .primary = repeated here
    .first = first here
    .help = remove one of the two

schema-mismatch = "{ $field }" does not satisfy its schema ({ $keyword })
    .primary = { $keyword } does not hold
    .help = { $record ->
        [KIND] correct it as the schema says
       *[other] missionlint schema { $record } describes what is allowed
     }

config-syntax = missionlint.toml is not valid TOML: { $found }
    .primary = here
    .help = correct the file; nothing was checked

config-unknown-key = { $what ->
    [rule] there is no rule "{ $found }"
    [parameter] there is no parameter "{ $found }"
   *[setting] there is no setting "{ $found }"
 }
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] not known
     }
    .help = { $what ->
        [rule] missionlint rules lists the rules
        [parameter] { $expected-given ->
            [yes] use one of: { $expected }
           *[no] there are no parameters to set; remove it
         }
       *[setting] use one of: { $expected }
     }

config-invalid-value = { $found } is not a value for "{ $key }"
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] should be { $expected }
     }
    .help = { $several ->
        [yes] write one of: { $expected }
       *[no] write { $expected }
     }

config-unreadable-file = the schema { $found } could not be read: { $expected }
    .primary = names no file that can be read
    .help = write the path relative to missionlint.toml
