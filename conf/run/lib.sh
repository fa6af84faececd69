# Shared by the scripts of this folder. Every process they start is in VAR/run/processes as `name pid starttime`:
# a process is ours only when both numbers agree, so a reused pid is never touched.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "$root" && mkdir -p "${BUILD:-build}" && cd "${BUILD:-build}" && pwd)

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The 22nd field of /proc/PID/stat; the name before it may hold anything, so cut after its parenthesis.
start_time() {
    local line
    { read -r line <"/proc/$1/stat"; } 2>/dev/null || return 1
    set -- ${line##*) }
    [ "$1" != Z ] && echo "${20}"
}

lives() { # pid starttime
    [ "$(start_time "$1")" = "$2" ]
}

# note NAME PID: writes the process into the list.
note() {
    echo "$1 $2 $(start_time "$2")" >>run/processes
}

# launch NAME LOG PROGRAM…: starts it in the background, in a session of its own (Ctrl-C is for us to pass on), to be
# ended by the kernel when we are killed, unless $outlive is "clear". $launched is its pid.
launch() {
    local name=$1 log=$2
    shift 2
    setsid setpriv --pdeathsig "${outlive:-TERM}" "$@" </dev/null >>"$log" 2>&1 &
    launched=$!
    note "$name" "$launched"
}

# end_process PID STARTTIME SIGNAL SECONDS: the signal, the wait, then KILL.
end_process() {
    local waited=0
    lives "$1" "$2" || return 0
    kill -s "$3" "$1" 2>/dev/null
    while lives "$1" "$2"; do
        sleep 0.05
        waited=$((waited + 1))
        [ $waited -lt $(($4 * 20)) ] || { kill -s KILL "$1" 2>/dev/null; sleep 0.2; }
        [ $waited -lt $(($4 * 20 + 40)) ] || return 1
    done
}

# end_session PID: what a process that was killed left behind (nginx's workers): members of the session that launch made
# for it, so long as they work in this VAR.
end_session() {
    local pid
    for pid in $(pgrep -s "$1"); do
        [ "$(readlink "/proc/$pid/cwd")" != "$PWD" ] || kill -s KILL "$pid" 2>/dev/null
    done
}

# end_all: the processes of the list, last started first.
end_all() {
    local name pid started
    [ -e run/processes ] || return 0
    while read -r name pid started; do
        case $name in
        nginx) end_process "$pid" "$started" QUIT 3 ;;
        database) end_process "$pid" "$started" TERM 30 ;;
        *) end_process "$pid" "$started" TERM 10 ;;
        esac
        end_session "$pid"
    done < <(tac run/processes)
    rm -f run/processes
}

setting() { # name, from praktikum.conf of the working folder
    sed -n "s/^$1 *= *//p" praktikum.conf
}

random_hex() { # bytes
    od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'
}

# sql [DATABASE]: runs standard input as the owner.
sql() {
    MYSQL_PWD=$(setting database_owner_password) mariadb --no-defaults --socket=run/database.sock \
        --user="$(setting database_owner)" --batch --skip-column-names "$@"
}

worker_user() {
    if [ "$(id -u)" = 0 ]; then echo www-data; fi
}

# Paths are written relative to VAR, so that a tree moved as a whole goes on working.
configuration() {
    local tree
    tree=$(realpath --relative-to=. "$root")
    cat <<END
# Made for this instance; what each name means: conf/praktikum.conf of the source tree.
var_folder = .
sql_folder = $tree/sql
xslt_folder = $tree/xslt
web_socket = run/web.sock
key_file = keys/identity
mail_folder = mail
base_address = http://127.0.0.1:${PORT:-8080}
database_socket = run/database.sock
database_name = praktikum
database_user = praktikum
database_password = $(random_hex 24)
database_owner = praktikum_owner
database_owner_password = $(random_hex 24)
worker_user = $(worker_user)
workers = 2
demonstration = $([ "${DEMO:-yes}" = no ] && echo no || echo yes)
END
}

add_setting() { # name, value: unless praktikum.conf says something of it
    grep -q "^$1 *=" praktikum.conf || echo "$1 = $2" >>praktikum.conf
}

# What an instance made by an older version has not been told of. The demonstration signs its ELMO files by a certificate of its own,
# which nobody trusts.
newer_settings() {
    add_setting fop_settings "$(realpath --relative-to=. "$root")/conf/fop/fop.xconf"
    [ "$(setting demonstration)" = yes ] || return 0
    add_setting elmo_key keys/elmo
    add_setting elmo_certificate keys/elmo.crt
    [ "$(setting elmo_key)" = keys/elmo ] && [ ! -s keys/elmo.crt ] || return 0
    openssl req -x509 -newkey rsa:2048 -noenc -keyout keys/elmo -out keys/elmo.crt.new -days 1095 -subj "/O=Praktikum demonstration/CN=ELMO" 2>/dev/null &&
        mv keys/elmo.crt.new keys/elmo.crt || fail "The demonstration's ELMO key could not be made."
}

prepare_database() {
    local user
    user=$(worker_user)
    umask 077 # for everything of an instance from here on
    # Reached by relative names, so the workers' user needs no right on the folders above.
    mkdir -p keys mail log run tmp nginx
    chmod 711 . run nginx
    [ -z "$user" ] || chown "$user:" mail
    [ -s keys/identity ] || { random_hex 32 >keys/identity.new && mv keys/identity.new keys/identity; }
    [ -s praktikum.conf ] || { configuration >praktikum.conf.new && mv praktikum.conf.new praktikum.conf; }
    newer_settings
    if [ ! -e database/.complete ]; then
        rm -rf database
        mariadb-install-db --no-defaults --datadir="$PWD/database" --auth-root-authentication-method=socket \
            --auth-root-socket-user="$(id -un)" --skip-test-db --user="$(id -un)" >log/install-database.log 2>&1 ||
            fail "The database could not be made; see $PWD/log/install-database.log"
        touch database/.complete
    fi
}

# The accounts have the passwords of praktikum.conf at every start: whoever changes them there is done.
accounts() {
    local owner password user user_password name
    owner=$(setting database_owner) password=$(setting database_owner_password)
    user=$(setting database_user) user_password=$(setting database_password)
    echo "DELETE FROM mysql.global_priv WHERE User = '';"
    echo "FLUSH PRIVILEGES;"
    echo "CREATE USER IF NOT EXISTS '$user'@'localhost';"
    echo "ALTER USER '$user'@'localhost' IDENTIFIED BY '$user_password' WITH MAX_STATEMENT_TIME 5;"
    echo "CREATE USER IF NOT EXISTS '$owner'@'localhost';"
    # 0 would mean the server's 5 s: too short for a migration of a large table and for the demonstration.
    echo "ALTER USER '$owner'@'localhost' IDENTIFIED BY '$password' WITH MAX_STATEMENT_TIME 600;"
    for name in "$(setting database_name)" "$(setting database_name)_test"; do
        echo "CREATE DATABASE IF NOT EXISTS \`$name\` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_danish_ai_ci;"
        echo "GRANT ALL PRIVILEGES ON \`$name\`.* TO '$owner'@'localhost' WITH GRANT OPTION;"
    done
}

start_database() {
    local pid tries=0
    rm -f run/database.sock
    (umask 077 && accounts >run/accounts.sql)
    launch database log/database.log mariadbd --defaults-file="$root/conf/mariadb/server.cnf" \
        --datadir="$PWD/database" --pid-file="$PWD/run/mariadbd.pid" \
        --tmpdir="$PWD/tmp" --secure-file-priv="$PWD/tmp" --init-file="$PWD/run/accounts.sql" --user="$(id -un)"
    pid=$launched
    until echo 'SELECT 1' | sql >/dev/null 2>&1; do
        tries=$((tries + 1))
        start_time "$pid" >/dev/null && [ $tries -lt 600 ] || fail "The database did not start; see $PWD/log/database.log"
        sleep 0.05
    done
    rm -f run/accounts.sql
}

# What serves may neither define, nor read files, nor change what happened. Repeated after each migration.
grant_rights() { # database name
    local user
    user=$(setting database_user)
    sql <<END | sql
SELECT CONCAT('GRANT ', IF(table_name IN ('event', 'event_change', 'result_decision', 'transfer', 'transfer_row', 'exam_opening'),
       'SELECT, INSERT', IF(table_name LIKE 'migration%', 'SELECT',
       'SELECT, INSERT, UPDATE, DELETE')), ' ON \`', table_schema, '\`.\`', table_name, '\` TO \\'$user\\'@\\'localhost\\';')
FROM information_schema.tables
WHERE table_schema = '$1' AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED');
END
}
