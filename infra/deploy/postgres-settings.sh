# shellcheck shell=bash
# Sourced by backup and restore: turns Komeji's own settings into what pg_dump, pg_restore and psql read.
# Usage: read_settings [FILE]   (FILE as komeji.env; without one the environment is used)

# Lines NAME=value, as systemd and compose read them; nothing is executed.
read_settings() {
  local line
  if [ -n "${1:-}" ]; then
    [ -r "$1" ] || { echo "Cannot read $1" >&2; return 1; }
    while IFS= read -r line || [ -n "$line" ]; do
      [[ $line =~ ^([A-Za-z_][A-Za-z0-9_]*)=(.*)$ ]] && export "${BASH_REMATCH[1]}=${BASH_REMATCH[2]}"
    done <"$1"
  fi
  [ -n "${Komeji__DataDirectory:-}" ] || { echo "Komeji__DataDirectory is not set" >&2; return 1; }
  postgres_from "${ConnectionStrings__Komeji:-}"
}

postgres_from() { # Npgsql connection string
  local pair name value
  local -a pairs
  [[ ${1,,} == *host=* ]] || { echo "ConnectionStrings__Komeji does not name a PostgreSQL (Host=…)" >&2; return 1; }
  IFS=';' read -ra pairs <<<"$1"
  for pair in "${pairs[@]}"; do
    name=${pair%%=*} value=${pair#*=}
    name=${name,,}
    case ${name// /} in
      host | server) export PGHOST=$value ;;
      port) export PGPORT=$value ;;
      username | userid | user) export PGUSER=$value ;;
      password) export PGPASSWORD=$value ;;
      database) export PGDATABASE=$value ;;
      sslmode) export PGSSLMODE=${value,,} ;;
    esac
  done
  [ -n "${PGDATABASE:-}" ] || { echo "ConnectionStrings__Komeji names no Database" >&2; return 1; }
}
