# Used by ./test: what the tests need, and how each suite runs. Sourced after prepare.sh, with $results set.
# shellcheck shell=bash disable=SC2154
# A suite leaves NAME.ctrf.json or NAME.vitest.json in $results; NAME.broken holds one line on what else went wrong.

broken() { say "BROKEN $1: $2"; printf '%s\n' "$2" >"$results/$1.broken"; }

prepare_tests() {
  say "preparing…"
  ( find_dotnet; need_dotnet_sdk; need_node; need_packages "${runtime_packages[@]}" chromium; fetch_onnxruntime; build_web ) ||
    { broken prepare "something is missing, see above"; return 1; }
  find_dotnet
  say "building…"
  build_dotnet MoodDeck.slnx || { broken build "the solution does not build, see $logs/build.log"; return 1; }
}

# wanted NAME WORD…: whether NAME contains one of the words, in any case; everything is wanted when there are none.
wanted() {
  local name=${1,,} word; shift
  [ $# -gt 0 ] || return 0
  for word in "$@"; do [[ $name == *"${word,,}"* ]] && return 0; done
  return 1
}

# No suite should come near this; one that hangs must not hang the whole run.
suite_limit=15m

# Tests make databases of their own; one that the user works with is none of their business.
unset ConnectionStrings__MoodDeck

run_dotnet_suite() {
  local name=$1 code
  say ""; say "== $name"
  timeout --kill-after=10s $suite_limit "$root/artifacts/bin/$name/release/$name" --no-progress --no-ansi --filter-not-trait Kind=Picture \
    --results-directory "$results" --report-ctrf --report-ctrf-filename "$name.ctrf.json" </dev/null 9>&-
  code=$?
  # 2: a test failed, which the report tells; 8: no test ran, which the summary finds by itself.
  case $code in
    0 | 2 | 8) ;;
    124 | 137) broken "$name" "stopped after $suite_limit" ;;
    *) broken "$name" "ended with exit code $code" ;;
  esac
  [ -s "$results/$name.ctrf.json" ] || [ -e "$results/$name.broken" ] || broken "$name" "left no report (exit code $code)"
}

run_web_suite() {
  local script
  [ -t 1 ] || export NO_COLOR=1
  for script in check lint; do
    say ""; say "== web: $script"
    npm --prefix "$root/web" run --if-present "$script" </dev/null || broken "web-$script" "npm run $script found something, see above"
  done
  say ""; say "== web"
  timeout --kill-after=10s $suite_limit npm --prefix "$root/web" test -- \
    --reporter=default --reporter=json --outputFile.json="$results/web.vitest.json" </dev/null
  [ -s "$results/web.vitest.json" ] || broken web "the web tests left no report"
}

run_suites() {
  local project name ran=0
  for project in "$root"/tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    wanted "$name" "$@" || continue
    run_dotnet_suite "$name"
    ran=1
  done
  if wanted web "$@"; then run_web_suite; ran=1; fi
  [ $ran = 1 ] || broken test "no suite's name contains: $*"
}
