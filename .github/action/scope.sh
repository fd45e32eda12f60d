# What is checked and by whose law, for scripts that have set -euo pipefail and say what `die MESSAGE` does.
#
# Sets options and paths (arrays), SINCE and ALLOW_FROM (the base of a pull request where the inputs name none), workspace;
# changes to the root of the repository. Environment: see check.sh.

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
