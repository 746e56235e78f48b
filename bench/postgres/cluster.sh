#!/usr/bin/env bash
# A private PostgreSQL for measuring and for tests: of nobody else, without a password, reached only through a socket in its folder.
#
#   cluster.sh start DIR [PID] [SETTING=VALUE…]
#                      makes and starts one in DIR (made anew), and prints how to connect to it, without a Database;
#                      with PID it stops and goes away by itself when that process has ended, however it ends
#   cluster.sh stop DIR   stops it and removes DIR
#   cluster.sh check      says what is missing for that, if anything
#
# Exit code 3: PostgreSQL is not on this machine, or may not run as root and has no user of its own.
set -euo pipefail

usage() { sed -n '2,11s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ $# -ge 2 ] || [ "$*" = check ] || usage
dir=${2:-}

programs() {
  if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then echo "There is no user postgres to run PostgreSQL as, and it may not run as root." >&2; exit 3; fi
  command -v initdb >/dev/null && return
  local newest
  newest=$(printf '%s\n' /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin | sort -V | while read -r bin; do if [ -x "$bin/initdb" ]; then echo "$bin"; fi; done | tail -1)
  [ -n "$newest" ] || { echo "PostgreSQL is not installed. On Debian or Ubuntu: sudo apt-get install postgresql" >&2; exit 3; }
  PATH=$newest:$PATH
}

# PostgreSQL refuses to run as root; its package brings a user for it.
as_owner() {
  if [ "$(id -u)" != 0 ]; then "$@"; return; fi
  if command -v runuser >/dev/null; then runuser -u postgres -- env "PATH=$PATH" "$@"; else su postgres -s /bin/sh -c 'exec "$@"' -- sh env "PATH=$PATH" "$@"; fi
}

# What is in a folder is removed, so that it must be one of ours.
must_be_ours() {
  [ ! -e "$dir" ] || [ -e "$dir/data/PG_VERSION" ] || { [ -d "$dir" ] && [ -z "$(ls -A -- "$dir")" ]; } && return
  echo "$dir is not empty and holds no PostgreSQL made by this script. Name another folder, or empty it yourself." >&2
  exit 1
}

start() {
  local pid='' settings='' word
  for word; do case $word in *=*) settings+="$word"$'\n' ;; *) pid=$word ;; esac; done
  rm -rf "$dir"
  mkdir -p "$dir"
  dir=$(cd "$dir" && pwd)
  [ "${#dir}" -le 80 ] || { echo "The path of $dir is too long for a socket." >&2; exit 1; }
  if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; fi
  chmod 700 "$dir"
  as_owner test -w "$dir" || { echo "The user postgres cannot get to $dir. Choose a folder that it can, such as one in /tmp." >&2; exit 1; }
  # What survives a power cut does not matter here, and speed does.
  as_owner initdb -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/log" 2>&1 || { cat "$dir/log" >&2; rm -rf "$dir"; exit 1; }
  as_owner tee -a "$dir/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$dir'
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 200
shared_buffers = 256MB
max_wal_size = 4GB
autovacuum_naptime = 20s
$settings
CONF
  (cd "$dir" && as_owner pg_ctl -D "$dir/data" -l "$dir/server.log" -w -t 60 start >/dev/null 2>&1 9>&-) || { tail -5 "$dir/server.log" >&2; exit 1; }
  if [ -n "$pid" ]; then watch_over "$pid"; fi
  echo "Host=$dir;Username=postgres"
}

watch_over() {
  ( trap '' INT HUP; cd /; while kill -0 "$1" 2>/dev/null && [ -d "$dir/data" ]; do sleep 1; done; [ -d "$dir" ] && stop ) </dev/null >/dev/null 2>&1 9>&- &
  disown
}

stop() {
  (cd "$dir" && as_owner pg_ctl -D "$dir/data" -m immediate -w stop >/dev/null 2>&1) || true
  rm -rf "$dir"
}

case $1 in
  start) programs; must_be_ours; start "${@:3}" ;;
  stop) [ -d "$dir" ] || exit 0; programs; must_be_ours; dir=$(cd "$dir" && pwd); stop ;;
  check) programs ;;
  *) usage ;;
esac
