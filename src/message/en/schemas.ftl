## Schemas that users bring. See integrity.ftl for what the attributes mean.

schema-invalid = { $problem ->
    [wrong-type] { field-name } must be { $expected }, not { $found }
    [value-not-allowed] "{ $found }" is not allowed for { field-name }
    [missing-property] "{ $property }" is missing
    [unknown-key] "{ $key }" may not stand here
    [misspelt-key] "{ $key }" looks like a misspelt "{ $property }", which is missing
    [invalid-format] "{ $found }" is not a valid { $format }
    [pattern-mismatch] "{ $found }" does not have the form that { field-name } needs
    [number-out-of-range] { $found } is out of range for { field-name }
    [text-length] { field-name } is too { $bound ->
        [least] short
       *[most] long
     }
    [item-count] { field-name } has too { $bound ->
        [least] few
       *[most] many
     } entries
    [repeated-item] { field-name } holds the same entry twice
    [pattern] "{ $found }" is not a regular expression
    [uri] "{ $found }" is not the address of a schema
    [repeated-id] two schemas are named "{ $found }"
    [number] { $found } is a number too large to compare with
    [too-many-ways] by its references, parts of this schema judge each value more than { $limit } times
    [unusable] the schema cannot be used: { $reason }
   *[other] { field-name } is not what the draft allows
 }
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] { $problem ->
            [wrong-type] { $found }
            [missing-property] "{ $property }" is missing here
            [unknown-key] not allowed here
            [number-out-of-range] { $bound ->
                [least] must be at least { $limit }
                [above] must be more than { $limit }
                [most] must be at most { $limit }
               *[below] must be less than { $limit }
             }
            [item-count] { $bound ->
                [least] needs at least { $limit }
               *[most] may have at most { $limit }
             }
            [repeated-item] repeated here
           *[other] here
         }
     }
    .first = first here
    .help = { $problem ->
        [value-not-allowed] use one of: { $options }
        [wrong-type] write it as { $expected }
        [pattern] correct the expression; it is one of ECMA-262, as in JavaScript
        [uri] write an address such as https://example.org/order.schema.json, or a relative path
        [repeated-id] give each schema a name of its own
        [number] write a smaller number
        [too-many-ways] let it refer to each part once
        [unusable] correct the schema
       *[other] correct the schema; its "$schema" names the draft that it must satisfy
     }

schema-unknown-draft = "{ $found }" is no known draft of JSON Schema
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] not known
     }
    .help = write one of: { $options }

schema-unresolved-reference = { $reason ->
    [no-such-place] there is nothing at "{ $reference }"
    [not-a-schema] "{ $reference }" leads to something that is no schema
    [no-such-file] there is no file "{ $reference }"
    [unreadable] "{ $reference }" could not be read: { $detail }
    [not-a-uri] "{ $reference }" is not a reference
   *[other] no schema at hand is "{ $reference }"
 }
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] { $reason ->
            [not-a-schema] no schema there
            [unreadable] cannot be read
            [not-a-uri] not a reference
           *[other] leads nowhere
         }
     }
    .help = { $reason ->
        [no-such-place] { $detail-given ->
            [yes] correct it, or add the definition to { $detail }
           *[no] correct it, or add the definition
         }
        [not-a-schema] a reference must lead to an object or to true or false
        [no-such-file] write the path relative to this file, or add the file
        [unreadable] make the file readable
        [not-a-uri] write a space as %20, and other characters that addresses cannot have alike
        [absolute] write the path relative to this file
        [no-such-id] there is no such file beside this one, and no file that is read has the "$id" { $detail }
       *[other] nothing is fetched from a network: save that schema to a file and refer to it by its path relative to this file
     }

schema-unsupported-pattern = { $construct ->
    [look-around] the pattern looks around with { $written }, which cannot be searched in linear time
    [back-reference] the pattern refers back with { $written }, which cannot be searched in linear time
   *[too-large] the pattern is too large to be searched safely
 }
    .primary = not supported
    .help = { $construct ->
        [look-around] write it without, for instance as two patterns in "allOf", one of them in "not"
        [back-reference] spell out what may be repeated
       *[too-large] limit the length with "maxLength" instead of with repetitions
     }

schema-unknown-keyword = { $drafts-given ->
    [yes] "{ $keyword }" is a keyword of { $drafts }, but this schema is written in { $draft }
   *[no] "{ $keyword }" is not a keyword of JSON Schema { $draft }
 }
    .primary = { $drafts-given ->
        [yes] { $instead-given ->
            [yes] { $draft } has: { $instead }
           *[no] not in { $draft }
         }
       *[no] { $nearest-given ->
            [yes] did you mean "{ $nearest }"?
           *[no] checks nothing
         }
     }
    .help = { $drafts-given ->
        [yes] use what the draft has, or name another draft in "$schema"
       *[no] correct the spelling or remove it; begin keys of your own with x-
     }

schema-endless-reference = "{ $reference }" leads back to where it stands, without a step into the value
    .primary = never says anything
    .back = the way back leads here
    .help = refer to what is meant, or remove it; within "properties" or "items" a schema may refer to itself

schema-ignored-keyword = "{ $keyword }" has no effect here
    .primary = { $why ->
        [reference] passed over
       *[no-if] there is no "if"
     }
    .reference = replaces everything beside it
    .help = { $why ->
        [reference] put the "$ref" into "allOf", beside which keywords hold, or use draft 2019-09 or later
       *[no-if] add "if", or remove it
     }

schema-unknown-format = "{ $found }" is not a format of JSON Schema { $draft }
    .primary = { $nearest-given ->
        [yes] did you mean "{ $nearest }"?
       *[no] checks nothing
     }
    .help = correct the spelling, or use "pattern"; a format that is not known checks nothing
