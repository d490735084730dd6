# shellcheck shell=bash
# Sourced by backup and restore: Komeji's own settings, turned into what pg_dump, pg_restore and psql read.
# read_settings [FILE]: FILE as komeji.env; without one the environment is used. Sets $engine to postgres or sqlite.

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
  case ${ConnectionStrings__Komeji:-} in
    '') engine=sqlite ;; # komeji.db in the data directory
    *[Hh]ost=*) engine=postgres; postgres_from "$ConnectionStrings__Komeji" ;;
    *)
      engine=sqlite
      [[ $ConnectionStrings__Komeji == *"$Komeji__DataDirectory/"* ]] ||
        { echo "The SQLite file of ConnectionStrings__Komeji is not in $Komeji__DataDirectory" >&2; return 1; }
      ;;
  esac
  export engine
}

postgres_from() { # Npgsql connection string
  local pair name value
  local -a pairs
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
