#!/usr/bin/env bash
# Finds or gets missionlint and says where it is: output `program`.
#
# In this order: $BINARY; `missionlint` on PATH, if it is of the version wanted; the archive of the release, if its checksum
# and, where gh is at hand, its provenance are right; a build with cargo. A wrong checksum or provenance ends everything.
#
# Environment: BINARY, VERSION (both may be empty), GITHUB_ACTION_PATH, GITHUB_OUTPUT, RUNNER_TEMP; GH_TOKEN for gh.
set -euo pipefail

repository=missionlint/missionlint
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

die() {
    printf '::error title=missionlint::%s\n' "$1"
    exit 2
}

# Tells the next step which program to use.
use() {
    case $1 in *$'\n'*) die "a path with a line break" ;; esac
    printf 'program=%s\n' "$1" >>"$GITHUB_OUTPUT"
    "$1" --version
    exit 0
}

# The target triple of this machine that releases are made for, or nothing.
target() {
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64) echo x86_64-unknown-linux-musl ;;
        Linux-aarch64 | Linux-arm64) echo aarch64-unknown-linux-musl ;;
        Darwin-x86_64) echo x86_64-apple-darwin ;;
        Darwin-arm64) echo aarch64-apple-darwin ;;
        MINGW*-x86_64 | MSYS*-x86_64 | CYGWIN*-x86_64) echo x86_64-pc-windows-msvc ;;
    esac
}

sha256() {
    if command -v sha256sum >/dev/null; then
        sha256sum <"$1"
    else
        shasum -a 256 <"$1"
    fi
}

# fetch URL FILE: quietly, over HTTPS only.
fetch() {
    curl --proto '=https' --tlsv1.2 -fsSL --retry 3 -o "$2" "$1"
}

if [ -n "${BINARY:-}" ]; then
    if [ ! -f "$BINARY" ] || [ ! -x "$BINARY" ]; then die "the input \"binary\" names no program that can be run"; fi
    use "$(cd -- "$(dirname -- "$BINARY")" && pwd)/$(basename -- "$BINARY")"
fi

version=${VERSION:-}
version=${version#v}
if found=$(command -v missionlint) && { [ -z "$version" ] || [ "$(missionlint --version)" = "missionlint $version" ]; }; then
    use "$found"
fi

own=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$home/Cargo.toml" | head -n 1)
wanted=${version:-$own}
pattern='^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$'
[[ $wanted =~ $pattern ]] || die "the input \"version\" is no version such as $own"

tools=$(mktemp -d "$RUNNER_TEMP/missionlint.XXXXXX")
triple=$(target)
name=missionlint-v$wanted-$triple
archive=$tools/$name.tar.gz
from=https://github.com/$repository/releases/download/v$wanted
if [ -n "$triple" ] && fetch "$from/$name.tar.gz" "$archive" && fetch "$from/$name.tar.gz.sha256" "$archive.sha256"; then
    expected=$(head -c 64 "$archive.sha256")
    actual=$(sha256 "$archive" | head -c 64)
    [ "$expected" = "$actual" ] || die "the archive $name.tar.gz of the release has another checksum than the release says"
    # The token is one of github.com only there.
    if command -v gh >/dev/null && [ -n "${GH_TOKEN:-}" ] && [ "${GITHUB_SERVER_URL:-}" = https://github.com ]; then
        gh attestation verify "$archive" --repo "$repository" \
            --signer-workflow "$repository/.github/workflows/release.yml" >&2 ||
            die "the provenance of $name.tar.gz could not be verified"
    else
        echo "The provenance of $name.tar.gz is not verified: that needs gh and github.com."
    fi
    tar -xzf "$archive" -C "$tools"
    program=$tools/$name/missionlint
    case $triple in *windows*) program=$program.exe ;; esac
    [ "$("$program" --version)" = "missionlint $wanted" ] || die "$name.tar.gz holds no missionlint $wanted that runs here"
    use "$program"
fi

echo "There is no release of missionlint $wanted for this machine; it is built."
command -v cargo >/dev/null || die "missionlint $wanted is neither on PATH nor in a release, and there is no cargo to build it"
if [ "$wanted" = "$own" ]; then
    cargo install --locked --path "$home" --root "$tools"
else
    cargo install --locked --git "https://github.com/$repository" --tag "v$wanted" --root "$tools" missionlint
fi
program=$tools/bin/missionlint
[ -x "$program" ] || program=$program.exe
use "$program"
