#!/usr/bin/env bash
# Takes the documentation's pictures anew, of this MoodDeck with its demo library, in Chromium; a few minutes.
#
#   docs/images/renew.sh [METHOD-FILTER]      e.g. '*Phone*'; everything without
#
# MOODDECK_FACES names a ZIP of labelled faces for the picture of a training, which stays as it is without.
set -euo pipefail
root=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../..
source "$root/eng/prepare.sh"
source "$root/eng/suites.sh"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
lock
prepare_tests
unlock
export MOODDECK_PICTURES="$root/docs/images"
name=MoodDeck.Web.Tests
"$root/artifacts/bin/$name/release/$name" --explicit only --filter-trait Kind=Picture ${1:+--filter-method "$1"}
