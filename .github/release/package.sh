#!/usr/bin/env bash
# Packs a built missionlint into an archive with its checksum: package.sh PROGRAM TARGET FOLDER.
#
# PROGRAM: the file built for TARGET, a target triple. FOLDER receives missionlint-v<version>-<target>.tar.gz and .sha256.
# The program is run, for its completions and manual pages, so it must be one for this machine.
set -euo pipefail

program=$1 target=$2 folder=$3
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
version=$("$program" --version)
name=missionlint-v${version#missionlint }-$target

content=$(mktemp -d)
trap 'rm -rf "$content"' EXIT
mkdir -p "$folder" "$content/$name/completions"
own=missionlint
case $target in *windows*) own=missionlint.exe ;; esac
cp "$program" "$content/$name/$own"
cp "$home/README.md" "$home/CHANGELOG.md" "$home/LICENSE-APACHE" "$home/LICENSE-MIT" "$content/$name/"
for shell in bash fish powershell zsh; do
    "$program" completions "$shell" >"$content/$name/completions/missionlint.$shell"
done
"$program" man --dir "$content/$name/man"

tar -czf "$folder/$name.tar.gz" -C "$content" "$name"
cd "$folder"
if command -v sha256sum >/dev/null; then
    sha256sum "$name.tar.gz" >"$name.tar.gz.sha256"
else
    shasum -a 256 "$name.tar.gz" >"$name.tar.gz.sha256"
fi
