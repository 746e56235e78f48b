# Shared by ./mooddeck and ./test: brings a bare clone to where its programs run. Sourced, with $root set.
# shellcheck shell=bash disable=SC2154
# Everything here speaks on stderr, so that a command's stdout stays its own.

stamps="$root/artifacts/stamps"
logs="$root/artifacts/logs"
runtime_packages=(libsqlite3-0 libturbojpeg0 libpng16-16 libwebp7 ffmpeg)

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

say() { printf '%s\n' "$*" >&2; }

fail() { say "error: $*"; exit 1; }

# stale STAMP PATH…: whether anything under the paths changed after the stamp. A removed file changes its folder.
stale() {
  local stamp=$1; shift
  [ -e "$stamp" ] || return 0
  [ -n "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# logged NAME COMMAND…: keeps the output in a log and shows its end only when the command fails.
# No descriptor but the log is passed on: a build server that stays behind must hold neither pipe nor lock.
logged() {
  local log="$logs/$1.log"; shift
  "$@" </dev/null >"$log" 2>&1 9>&- && return
  tail -n 40 "$log" >&2
  return 1
}

# Only one start prepares at a time; the others wait for it. The lock ends with the process that holds it.
lock() {
  mkdir -p "$stamps" "$logs" 2>/dev/null || fail "$root/artifacts cannot be written. MoodDeck builds there on its first start; run it once as the owner of this folder."
  exec 9>"$stamps/lock"
  flock 9
}

unlock() { exec 9>&-; }

find_dotnet() {
  dotnet=$(command -v dotnet) && return
  for dotnet in "${DOTNET_ROOT:-}/dotnet" "${HOME:-}/.dotnet/dotnet"; do [ -x "$dotnet" ] && return; done
  fail "the .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and start again."
}

need_dotnet_sdk() {
  "$dotnet" --list-sdks 2>/dev/null | grep -q '^1[0-9]\.' ||
    fail "the .NET 10 SDK is missing ($dotnet has only a runtime or an older SDK). Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and start again."
}

need_node() {
  local version
  version=$(node --version 2>/dev/null) || fail "Node.js 20 or newer is missing. Install it from https://nodejs.org/en/download and start again."
  version=${version#v}
  [ "${version%%.*}" -ge 20 ] || fail "Node.js $version is too old; 20 or newer is needed. Install it from https://nodejs.org/en/download and start again."
  command -v npm >/dev/null || fail "npm is missing beside Node.js. Install Node.js with npm from https://nodejs.org/en/download and start again."
}

# need_packages PACKAGE…: installs what is missing where root or passwordless sudo allows, else names the command.
# A missing package is no reason to stop: each costs only some commands, and those say so themselves.
need_packages() {
  local missing=() package as_root=()
  command -v dpkg-query >/dev/null || { say "not a Debian system: MoodDeck expects the libraries of these packages: $*"; return 0; }
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || { say "missing: ${missing[*]}. Install with: sudo apt-get install -y ${missing[*]}"; return 0; }
    as_root=(sudo -n)
  fi
  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}")
  say "installing ${missing[*]}…"
  logged packages "${install[@]}" 2>/dev/null && return
  # The package lists of a fresh machine are empty or old.
  logged package-lists "${as_root[@]}" apt-get update 2>/dev/null || true
  logged packages "${install[@]}" || say "could not install ${missing[*]}. Install with: sudo apt-get update && sudo apt-get install -y ${missing[*]}"
}

# npm_install FOLDER: makes FOLDER/node_modules match its package-lock.json.
npm_install() {
  stale "$root/$1/node_modules/.package-lock.json" "$root/$1/package-lock.json" || return 0
  need_node
  logged "npm-${1//\//-}" npm --prefix "$root/$1" ci --ignore-scripts --no-audit --no-fund || return 1
  # npm keeps the time of an older listing when nothing changed, and it would look stale for ever.
  touch "$root/$1/node_modules/.package-lock.json"
}

fetch_onnxruntime() {
  [ -z "${MOODDECK_ONNXRUNTIME:-}" ] || return 0
  npm_install eng/onnxruntime || fail "ONNX Runtime could not be fetched with npm. Start again, set npm's proxy (npm config set https-proxy URL), or point MOODDECK_ONNXRUNTIME at a libonnxruntime.so of your own."
}

web_is_stale() {
  local web="$root/web"
  [ -e "$web/dist/index.html" ] && [ -e "$stamps/web" ] || return 0
  [ -n "$(find "$web" -mindepth 1 \( -name node_modules -o -name dist -o -name paraglide -o -name '.*' \) -prune -o -newer "$stamps/web" -print -quit)" ]
}

build_web() {
  web_is_stale || return 0
  npm_install web || fail "the packages of the page could not be fetched with npm. Start again, or set npm's proxy (npm config set https-proxy URL)."
  touch "$stamps/web.new"
  logged web npm --prefix "$root/web" run build || fail "the page did not build. The whole log: $logs/web.log"
  mv "$stamps/web.new" "$stamps/web"
}

# The fast question of every start; everything the build reads except what web/dist is made from.
app_is_stale() {
  stale "$stamps/app" "$root/src" "$root/models" "$root/web/dist" "$root/eng/onnxruntime/package-lock.json" "$root/eng/onnxruntime/node_modules/.package-lock.json" "$root"/Directory.* "$root/global.json" "$root/.editorconfig" || web_is_stale
}

# build_dotnet PROJECT: Release; the stamp carries the time the build began, so that an edit meanwhile is seen later.
build_dotnet() {
  touch "$stamps/app.new"
  logged build "$dotnet" build "$root/$1" -c Release -v quiet -tl:off || return 1
  mv "$stamps/app.new" "$stamps/app"
}

prepare_app() {
  find_dotnet
  app_is_stale || return 0
  lock
  if app_is_stale; then
    if [ -e "$stamps/app" ]; then say "sources changed: rebuilding MoodDeck…"; else say "building MoodDeck (first start, about a minute)…"; fi
    need_dotnet_sdk
    need_packages "${runtime_packages[@]}"
    fetch_onnxruntime
    build_web
    build_dotnet src/MoodDeck.Cli || fail "MoodDeck did not build. The whole log: $logs/build.log"
  fi
  unlock
}
