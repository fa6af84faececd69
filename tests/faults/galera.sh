#!/bin/sh
# The schema runs unchanged on a Galera cluster: starts a private one-node cluster (unix socket for clients, group
# communication on loopback), loads every migration as it stands, and runs the programs given as arguments against it.
#   tests/faults/galera.sh FOLDER [TEST-PROGRAM…]
# Prints `ok NAME` or `not ok NAME` lines; exits non-zero when one is not ok.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$1
shift
provider=$(ls /usr/lib/galera/libgalera_smm.so /usr/lib/*/galera/libgalera_smm.so 2>/dev/null | head -n 1)
failed=0
# As the program speaks to it.
client() {
    mariadb --no-defaults --default-character-set=utf8mb4 -S s.sock "$@"
}
say() { # status name
    if [ "$1" -eq 0 ]; then echo "ok galera $2"; else echo "not ok galera $2"; failed=1; fi
}

rm -rf "$folder" && mkdir -p "$folder" && cd "$folder" || exit 2
mariadb-install-db --no-defaults --datadir="$folder/data" --auth-root-authentication-method=normal \
    --skip-test-db >install.log 2>&1
say $? "install" 
port=$((20000 + $$ % 20000))
cat >my.cnf <<END
[mariadbd]
datadir=$folder/data
socket=../s.sock
pid-file=$folder/pid
skip-networking
wsrep_on=ON
wsrep_provider=$provider
wsrep_cluster_address=gcomm://
wsrep_cluster_name=praktikum_check
wsrep_node_address=127.0.0.1
wsrep_provider_options="gmcast.listen_addr=tcp://127.0.0.1:$port;gcache.size=8M"
wsrep_mode=REQUIRED_PRIMARY_KEY,STRICT_REPLICATION
binlog_format=ROW
innodb_autoinc_lock_mode=2
innodb_snapshot_isolation=ON
END
mariadbd --defaults-file=my.cnf --user="$(id -un)" >server.log 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null' EXIT
ready=1
for _ in $(seq 1 60); do
    if client -Ne "SHOW STATUS LIKE 'wsrep_ready'" 2>/dev/null | grep -q ON; then
        ready=0
        break
    fi
    sleep 0.5
done
say $ready "node ready"
client -e "CREATE DATABASE praktikum CHARACTER SET utf8mb4" && result=0 || result=1
for file in "$root"/sql/migrate/*.sql; do
    client praktikum <"$file" || result=1
done
say $result "migrations load unchanged"
unfit=$(client -Ne "SELECT COUNT(*) FROM information_schema.tables t
  WHERE t.table_schema = 'praktikum' AND t.table_type <> 'VIEW' AND (t.engine <> 'InnoDB' OR NOT EXISTS (
    SELECT 1 FROM information_schema.table_constraints c WHERE c.table_schema = t.table_schema
      AND c.table_name = t.table_name AND c.constraint_type = 'PRIMARY KEY'))")
[ "$unfit" = 0 ]
say $? "every table is InnoDB with a primary key"
for program in "$@"; do
    PRAKTIKUM_TEST_SOCKET=$folder/s.sock "$program" >"$(basename "$program").log" 2>&1
    say $? "$(basename "$program")"
done
exit $failed
