#!/usr/bin/env bash
# Measures the Deck in a browser and writes RESULTS.md beside this file.
#
#   bench/deck/run.sh [MINUTES]     default: 10 minutes for the heap
#
# MOODDECK names another command than ./mooddeck.
set -euo pipefail
minutes=${1:-10}
cd "$(dirname "$0")/../.."
read -ra mooddeck <<< "${MOODDECK:-./mooddeck}"
figures=$("${mooddeck[@]}" bench deck --minutes "$minutes" --json)
node bench/deck/results.mjs > bench/deck/RESULTS.md <<< "$figures"
