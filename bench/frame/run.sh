#!/usr/bin/env bash
# Measures camera frames with MoodDeck and with what users run today, then the live socket and memory, and writes RESULTS.md
# beside this file.
#
#   bench/frame/run.sh [FRAMES] [SOAK]     default: 1000 frames by turns with OpenCV, then 100000 for memory (0 leaves that out)
#
# Needs Debian's python3-opencv, opencv-data and python3-torch; PYTHON names another Python that has them. MOODDECK names
# another command than ./mooddeck. PRIORITY goes before every command, such as "chrt -f 50" on a machine that others use too.
set -euo pipefail
frames=${1:-1000} soak=${2:-100000}
cd "$(dirname "$0")/../.."
read -ra mooddeck <<< "${PRIORITY:-} ${MOODDECK:-./mooddeck}"
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT

note() { local name=$1; shift; echo "$name $("${mooddeck[@]}" bench "$@" --json)" | tee -a "$lines" >&2; }
note frame frame --frames "$frames" --opencv
note once frame --frames "$frames" --flip false
note sockets sockets
if [ "$soak" -gt 0 ]; then note soak frame --frames "$soak"; fi
PRIORITY=${PRIORITY:-} python3 bench/frame/results.py bench/frame/RESULTS.md < "$lines"
