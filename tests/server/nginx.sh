# shellcheck shell=sh disable=SC2034,SC2154
# SPDX-License-Identifier: Apache-2.0
#
# nginx on loopback, for shell tests that have sourced tests/tap.sh and tests/server/loopback.sh:
#
#     have_nginx            whether it is here
#     start_nginx           starts it; standard input is what stands within http { }
#     run_nginx OPTION...   runs it with that configuration: run_nginx -s reload
#
# Set: $nginx_home (its directory), $nginx_log (a line for each request: the port that was asked,
# the method, the URL as it came, the status). Its workers are whoever we are, also where that is
# root, and so can read our files.

PATH=$PATH:/usr/sbin
nginx_home=$tmp/nginx
nginx_log=$nginx_home/requests

have_nginx() {
    command -v nginx >/dev/null
}

run_nginx() {
    nginx -p "$nginx_home" -e "$nginx_home/log" -c "$nginx_home/conf" "$@"
}

start_nginx() {
    mkdir -p "$nginx_home"
    {
        cat <<END
daemon off;
user $(id -un) $(id -gn);
pid $nginx_home/pid;
error_log $nginx_home/log;
events { worker_connections 512; }
http {
    log_format requests '\$server_port \$request_method http://\$http_host\$request_uri \$status';
    access_log $nginx_log requests;
    client_body_temp_path $nginx_home/1;
    proxy_temp_path $nginx_home/2;
    fastcgi_temp_path $nginx_home/3;
    uwsgi_temp_path $nginx_home/4;
    scgi_temp_path $nginx_home/5;
END
        cat
        echo '}'
    } >"$nginx_home/conf"
    nginx -p "$nginx_home" -e "$nginx_home/log" -c "$nginx_home/conf" >"$nginx_home/out" 2>&1 &
    started="$started $!"
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        [ ! -s "$nginx_home/pid" ] || return 0
        sleep 0.1
    done
    note "$(cat "$nginx_home/out" "$nginx_home/log" 2>&1)"
    exit 99
}
