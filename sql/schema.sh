#!/bin/sh
# Prints the schema as sql/schema.sql holds it. Arguments go to mariadb-dump and end with the database:
#   sh sql/schema.sh --socket=var/run/database.sock --user=… praktikum > sql/schema.sql
set -eu
echo '-- The schema after all migrations, for reading and comparing. Made by sql/schema.sh; change it by a migration.'
mariadb-dump --no-data --skip-comments --compact --skip-add-drop-table --ignore-table="$(
    for last in "$@"; do :; done
    printf '%s' "$last"
).migration" "$@" |
    sed -e '/^\/\*/d' -e '/^SET /d' -e 's/ AUTO_INCREMENT=[0-9]*//' -e 's/^CREATE TABLE/\n&/'
