#!/usr/bin/env bash
# Runs one `missionlint check`: annotations to the log, a report to the summary of the job, files beside it.
#
# Environment: the inputs of action.yml under the names given there, BASE and HEAD_OF_REQUEST (commits of a pull request, or
# empty), GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, GITHUB_WORKSPACE, RUNNER_TEMP.
#
# Nothing that comes from records, file names or the event is ever evaluated, and lines that missionlint has not made for
# GitHub are shown while GitHub takes no commands.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

die() {
    printf '::error title=missionlint::%s\n' "$1"
    exit 2
}

# Path of a report, if it was written.
if_written() {
    if [ -f "$1" ]; then printf '%s\n' "$1"; fi
}

# Outputs from the summary of the JSON report, which is one line for each number.
count() {
    sed -n '/^  "summary": {$/,/^  }/p' "$1" |
        sed -n 's/^    "\([a-z-]*\)": "\{0,1\}\([a-z0-9-]*\)"\{0,1\},\{0,1\}$/\1=\2/p' >>"$GITHUB_OUTPUT"
}

# shellcheck source=.github/action/scope.sh
. "$here/scope.sh"
case $SINCE in '' | none) ;; *) options+=("--since=$SINCE") ;; esac
case $ALLOW_FROM in '' | none) ;; *) options+=("--allow-from=$ALLOW_FROM") ;; esac

reports=$(mktemp -d "$RUNNER_TEMP/missionlint.XXXXXX")
messages=$(mktemp "$RUNNER_TEMP/missionlint.XXXXXX")
sarif=$reports/missionlint.sarif
if [ -n "$SARIF_FILE" ]; then
    case $SARIF_FILE in
        /* | [A-Za-z]:*) sarif=$SARIF_FILE ;;
        *) sarif=$workspace/$SARIF_FILE ;;
    esac
fi

# missionlint adds to the summary what GitHub has room for, and says what it leaves out.
case $SUMMARY in
    [Ff][Aa][Ll][Ss][Ee]) ;;
    *) options+=(-o "markdown=$GITHUB_STEP_SUMMARY") ;;
esac

code=0
"$MISSIONLINT" check \
    --fail-on="$FAIL_ON" --lang="$REPORT_LANG" --audience="$AUDIENCE" --color=never --format=github \
    -o "sarif=$sarif" -o "json=$reports/report.json" -o "markdown=$reports/report.md" -o "text=$reports/report.txt" \
    ${options[@]+"${options[@]}"} -- ${paths[@]+"${paths[@]}"} </dev/null 2>"$messages" || code=$?
show "$messages"

# Options such as --help end without a check.
if [ "$code" -lt 2 ] && [ ! -f "$reports/report.json" ]; then
    code=2
fi
output exit-code "$code"
if [ -f "$reports/report.json" ]; then
    count "$reports/report.json"
    output reports "$reports"
fi
output sarif-file "$(if_written "$sarif")"
if [ "$code" -gt 1 ]; then
    echo "::error title=missionlint::The records could not all be checked: the log says why."
fi
exit "$code"
