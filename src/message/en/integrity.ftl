## Record integrity.
##
## Each message: what is wrong here, with its values. Attributes: `primary` says what stands at the marked place, `help`
## what to do, the others what stands at the related places. Every fact of the evidence is a variable; `$x-given` is
## "yes" where the fact x is there.

duplicate-id = the id { $id } is used by another { $kind } record already
    .primary = used again here
    .first = first used here
    .help = give one of the two records another id and correct the references to it, or delete the one that is wrong
