#!/usr/bin/env bash
# Makes the review sheet of all that is checked: a page for those who are no programmers. Output `file`, its path, and `name`;
# neither where it could not be made. Fails nothing: that is for check.sh, which says why.
#
# Environment: as for check.sh, and REVIEW (name of the page), DECISIONS (file with decisions of a reviewer, where there is
# one). The page shows the missions whole, whatever the base of a pull request has already, by the exceptions of that base.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

die() {
    printf '::warning title=missionlint::No review sheet: %s\n' "$1"
    exit 0
}

[[ $REVIEW =~ ^[A-Za-z0-9][A-Za-z0-9._-]*\.html$ ]] || die 'the input "review" is no name such as missionlint-review.html'
# shellcheck source=.github/action/scope.sh
. "$here/scope.sh"
case $ALLOW_FROM in '' | none) ;; *) options+=("--allow-from=$ALLOW_FROM") ;; esac

# Other reports are made by the check, and so is what --since leaves out.
kept=()
skips=
for option in ${options[@]+"${options[@]}"}; do
    if [ -n "$skips" ]; then
        skips=
        continue
    fi
    case $option in
        -o | --output | --since) skips=yes ;;
        -o* | --output=* | --since=*) ;;
        *) kept+=("$option") ;;
    esac
done
case $DECISIONS in
    '' | /*) ;;
    *) DECISIONS=$prefix$DECISIONS ;;
esac
# A link could lead out of the repository.
if [ -f "$DECISIONS" ] && [ ! -L "$DECISIONS" ]; then
    kept+=("--decisions=$DECISIONS")
fi

page=$(mktemp -d "$RUNNER_TEMP/missionlint.XXXXXX")/$REVIEW
messages=$(mktemp "$RUNNER_TEMP/missionlint.XXXXXX")
"$MISSIONLINT" review --fail-on=never --lang="$REPORT_LANG" --audience="$AUDIENCE" --color=never -o "html=$page" \
    ${kept[@]+"${kept[@]}"} -- ${paths[@]+"${paths[@]}"} </dev/null >/dev/null 2>"$messages" || true
if [ ! -f "$page" ]; then
    show "$messages"
    die 'the log says why.'
fi
output file "$page"
output name "$REVIEW"
