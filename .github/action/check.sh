#!/usr/bin/env bash
# Runs one `missionlint check`: annotations to the log, a report to the summary of the job, files beside it.
#
# Environment: the inputs of action.yml under the names given there, BASE and HEAD_OF_REQUEST (commits of a pull request, or
# empty), GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, GITHUB_WORKSPACE, RUNNER_TEMP.
#
# Nothing that comes from records, file names or the event is ever evaluated, and lines that missionlint has not made for
# GitHub are shown while GitHub takes no commands.
set -euo pipefail

die() {
    printf '::error title=missionlint::%s\n' "$1"
    exit 2
}

output() {
    case $2 in *$'\n'*) die "an output with a line break: $1" ;; esac
    printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"
}

# Shows a file in the log, whatever is in it.
show() {
    [ -s "$1" ] || return 0
    local token
    token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '::stop-commands::%s\n' "$token"
    cat "$1"
    printf '\n::%s::\n' "$token"
}

# commit REVISION: its full name, or failure.
commit() {
    git rev-parse --verify --quiet "$1^{commit}"
}

# The tip of the target branch: whose exceptions hold, and, as far as the request has it too, what is known. Never a commit
# that the request chooses, such as the one that it left from.
base_of_request() {
    local base tip common
    # GitHub's own merge: its first parent is the target branch as it is now.
    if [ -n "$HEAD_OF_REQUEST" ] && [ "$(commit 'HEAD^2')" = "$HEAD_OF_REQUEST" ]; then
        commit 'HEAD^1'
        return
    fi
    # Another checkout: the branch as the event tells it, or as it is here where it is newer and not that of a fork.
    base=$(commit "$BASE") || return
    if [ -n "${GITHUB_BASE_REF:-}" ] && is_own_origin && tip=$(commit "refs/remotes/origin/$GITHUB_BASE_REF") &&
        git merge-base --is-ancestor "$base" "$tip"; then
        base=$tip
    fi
    common=$(git merge-base "$base" HEAD 2>/dev/null) || return
    # The tree that is checked must be that of the request.
    [ "$common" != "$(commit HEAD)" ] || return
    printf '%s\n' "$base"
}

# Whether branches were fetched from the repository that the job belongs to.
is_own_origin() {
    local url
    url=$(git remote get-url origin 2>/dev/null) || return
    [ -n "${GITHUB_REPOSITORY:-}" ] && [ "${url%.git}" = "${GITHUB_SERVER_URL:-https://github.com}/$GITHUB_REPOSITORY" ]
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

workspace=${GITHUB_WORKSPACE:-$PWD}
cd "$workspace"
cd -- "$FOLDER" 2>/dev/null || die "the input \"working-directory\" names no folder"
# Paths in annotations are relative to the root of the repository, so missionlint runs there.
prefix=
if root=$(git rev-parse --show-toplevel 2>/dev/null); then
    prefix=$(git rev-parse --show-prefix)
    cd "$root"
fi

options=()
if [ -n "$ARGS" ]; then
    words=$(printf '%s\n' "$ARGS" | xargs -n 1 printf '%s\n') || die "the input \"args\" has a quote without its partner"
    while IFS= read -r word; do
        case $word in
            --reveal) die "--reveal is refused: logs and reports of this job are read by others" ;;
            --watch | --watch=*) die "--watch is refused: it has no end" ;;
        esac
        [ -z "$word" ] || options+=("$word")
    done <<<"$words"
fi

paths=()
while IFS= read -r path; do
    path=${path%$'\r'}
    case $path in
        '') ;;
        /*) paths+=("$path") ;;
        *) paths+=("$prefix$path") ;;
    esac
done <<<"$PATHS"
if [ ${#paths[@]} -eq 0 ] && [ -n "$prefix" ]; then
    config=${prefix}missionlint.toml
    case " ${options[*]-} " in *' --config'*) config= ;; esac
    if [ -n "$config" ] && [ -f "$config" ] && "$MISSIONLINT" config --config "$config" 2>/dev/null | grep -q '^paths = '; then
        options+=("--config=$config")
    else
        paths=("$prefix")
    fi
fi

if [ -n "$BASE" ] && { [ -z "$SINCE" ] || [ -z "$ALLOW_FROM" ]; }; then
    base=$(base_of_request) ||
        die "the base of the pull request is not in this checkout: give actions/checkout \"fetch-depth: 0\", and let it check out what it does by itself"
    SINCE=${SINCE:-$base}
    ALLOW_FROM=${ALLOW_FROM:-$base}
fi
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
