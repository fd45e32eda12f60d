#!/usr/bin/env bash
# Says in the summary of the job where the review sheet is.
#
# Environment: REVIEW_URL, REPORT_LANG, SUMMARY (as in action.yml), GITHUB_STEP_SUMMARY.
set -euo pipefail

case $SUMMARY in [Ff][Aa][Ll][Ss][Ee]) exit 0 ;; esac
[[ $REVIEW_URL =~ ^https://[A-Za-z0-9._/-]+$ ]] || exit 0
case $REPORT_LANG in
    fr) line="**[Fiche d’examen]($REVIEW_URL)** – si les missions sont prêtes, ce qui les bloque et que faire, pour qui n’est pas informaticien." ;;
    es) line="**[Ficha de revisión]($REVIEW_URL)** – si las misiones están listas, qué las bloquea y qué hacer, para quien no es informático." ;;
    *) line="**[Review sheet]($REVIEW_URL)** – whether the missions are ready, what blocks them and what to do, for readers who are no programmers." ;;
esac
printf '%s\n\n' "$line" >>"$GITHUB_STEP_SUMMARY"
