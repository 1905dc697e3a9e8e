#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Holds the man pages against the program: a page for each command, its summary, its synopsis, its
# options, both ways; and the output of the examples.

. "${srcdir:-.}/tests/tap.sh"
. "$srcdir/tests/server/loopback.sh"
. "$srcdir/tests/server/nginx.sh"

man=$srcdir/man

# plain SECTION FILE: the mdoc lines of a section as they would be shown, without fonts; of OPTIONS
# only what stands in front of each item.
cat >"$tmp/plain.awk" <<'AWK'
function put(text) {
    if (line != "" && !glue && text !~ /^[],]/)
        line = line " "
    line = line text
    glue = 0
}

# The words of a macro line from the second on.
function put_words(    i, closing) {
    closing = ""
    for (i = 2; i <= NF; i++) {
        if ($i == "Ns") {
            glue = 1
        } else if ($i == "Fl") {
            put("-")
            glue = 1
        } else if ($i == "Op") {
            put("[")
            glue = 1
            closing = closing "]"
        } else if ($i == "Oo") {
            put("[")
            glue = 1
        } else if ($i == "Oc") {
            put("]")
        } else if ($i != "Ar" && $i != "Cm") {
            put($i)
        }
    }
    if (closing != "")
        put(closing)
}

/^\.Sh / {
    here = substr($0, 5) == section
    next
}

here && section == "SYNOPSIS" && $1 == ".Nm" && line != "" {
    exit
}

here && section == "SYNOPSIS" && /^\.(Nm|Op|Oo|Ar|Fl|Cm) ?/ {
    if ($1 == ".Nm" && NF == 1)
        put("ocspkit")
    else if ($1 == ".Op" || $1 == ".Oo") {
        put("[")
        glue = 1
        put_words()
        if ($1 == ".Op")
            put("]")
    } else {
        put_words()
    }
}

here && section == "OPTIONS" && $1 == ".It" {
    put_words()
    print line
    line = ""
}

END {
    if (section == "SYNOPSIS")
        print line
}
AWK
plain() {
    awk -v section="$1" -f "$tmp/plain.awk" "$2"
}

# The options of a description, spelt as the man pages spell them.
cat >"$tmp/options.awk" <<'AWK'
BEGIN { FS = "\t" }
/^-/ {
    spelling = $1
    sub(/ /, ", ", spelling)
    if ($2 ~ /^\[/) {
        argument = $2
        sub(/^\[/, "[=", argument)
        print spelling argument
    } else {
        print spelling ($2 == "" ? "" : "=" $2)
    }
}
AWK

# check_page PAGE COMMAND...: the synopsis and options of that command line's help.
check_page() {
    page=$1
    shift
    "$ocspkit" "$@" --help >"$tmp/help"
    usage=$(sed '/^$/,$d; s/^Usage: //' "$tmp/help" | tr -s ' \n' ' ')
    is "$(plain SYNOPSIS "$man/$page")" "${usage% }" \
        "$page: the synopsis is that of --help"
    "$ocspkit" "$@" --describe >"$tmp/description"
    awk -f "$tmp/options.awk" "$tmp/description" | sort >"$tmp/described"
    plain OPTIONS "$man/$page" | sort >"$tmp/listed"
    same "$tmp/listed" "$tmp/described" "$page: OPTIONS has each option and no other"
}

check_page ocspkit.1
"$ocspkit" --describe >"$tmp/commands"
while IFS='	' read -r command summary; do
    case $command in
    -* | help) continue ;; # help stands in ocspkit(1)
    esac
    [ -f "$man/ocspkit-$command.1" ]
    ok $? "$command has a man page" || continue
    is "$(sed -n 's/^\.Nd //p' "$man/ocspkit-$command.1")" "$summary" \
        "ocspkit-$command.1: the summary"
    grep -q "^\.It Xr ocspkit-$command 1\$" "$man/ocspkit.1"
    ok $? "ocspkit.1 names $command"
    check_page "ocspkit-$command.1" "$command"
done <"$tmp/commands"
for file in "$man"/ocspkit-*.1; do
    command=${file##*/ocspkit-}
    grep -q "^${command%.1}	" "$tmp/commands"
    ok $? "${file##*/} is about a command"
done

# --- a program that is no command

"$builddir/ocspkit-http" --help | sed -n 's/^ *\(-[^ ]* --[^ ]*\|--[^ ]*\)  .*/\1/p' |
    sort >"$tmp/described"
plain OPTIONS "$man/ocspkit-http.8" | sort >"$tmp/listed"
same "$tmp/listed" "$tmp/described" 'ocspkit-http.8: OPTIONS has each option and no other'
sed -n 's/^    \[HTTP_.*"\(.*\)",$/\1/p' "$srcdir/lib/http-frame.c" | sort >"$tmp/described"
sed -n '/^\.Sh FRAMES/,/^\.Sh RULES/s/^\.\(It \)\{0,1\}Cm \([a-z-]*\).*/\2/p' \
    "$man/ocspkit-http.8" | grep . | sort -u >"$tmp/listed"
same "$tmp/listed" "$tmp/described" 'ocspkit-http.8 has each outcome and no other'

# --- examples: "$ COMMAND" and its output below, up to the next one. One that names a file or a
# program that is not here is skipped; one that asks, and shows nothing, has to end well.

mkdir -p "$tmp/place/certs" "$tmp/home/bin"
(
    cd "$tmp/place" || exit 99
    cp "$fixtures/leaf.pem" server.pem
    cp "$fixtures/chain.pem" chain.pem
    cp "$fixtures/chain.pem" bundle.pem
    cp "$fixtures/story-response.der" staple.der
    cp "$fixtures/crl-leaf-revoked.der" ca.crl
    cp "$fixtures/leaf.pem" leaf.pem
    cp "$fixtures/leaf.pem" new.pem
    cp "$fixtures/leaf.pem" www.pem
    cp "$fixtures/intermediate.pem" ca.pem
    cp "$fixtures/intermediate.pem" branch.pem
    cp "$fixtures/leaf-no-point.der" intranet.der
    cp "$fixtures/response-delegated.der" stapled.der
    printf '%s\n' www.pem branch.pem intranet.der >certificates.txt
    openssl crl2pkcs7 -nocrl -certfile "$fixtures/root.pem" -certfile "$fixtures/leaf.pem" \
        -certfile "$fixtures/intermediate.pem" -outform DER -out bundle.p7c
    comodo=MFEwTzBNMEswSTAJBgUrDgMCGgUABBTrJdiQ%2Ficg9B19asFe73bPYs%2BreAQUdXGnGUgZvJ2d6kFH35TES
    comodo=${comodo}HeZ03kCEFslzmkHxCZVZtM5DJmpVK0%3D
    ours=$(openssl base64 -A -in "$fixtures/request-root.der")
    printf '%s\n' "http://ocsp.example.test/$ours" "http://ocsp.comodoca.com/$comodo" >urls.txt
    for line in "$comodo" robots.txt "$ours"; do
        printf '192.0.2.1 - - [14/Jan/2018:20:00:00 +0000] "GET /%s HTTP/1.1" 200 471\n' "$line"
    done >access.log

    # What is published: by CCADB, and by Mozilla, here all that the system has.
    comodo_sha256=17:93:92:7A:06:14:54:97:89:AD:CE:2F:8F:34:F7:F0:B6:6D:0F:3A:E3:A3:B8:4D:21:EC:15
    cat >IncludedCACertificateReport.csv <<CSV
"Owner","Common Name or Certificate Name","SHA-256 Fingerprint","Trust Bits"
"Sectigo","COMODO ECC Certification Authority","$comodo_sha256:DB:BA:4F:AD:C7","Email;Websites"
CSV
    store=/etc/ssl/certs/ca-certificates.crt
    [ -r $store ] || store=$fixtures/root.pem
    perl -MMIME::Base64 -0777 -ne 'while (/-----BEGIN [A-Z]+-----(.*?)-----END/sg) {
        print "CKA_CLASS CK_OBJECT_CLASS CKO_CERTIFICATE\nCKA_VALUE MULTILINE_OCTAL\n",
            map({ sprintf "\\%03o", ord } split //, decode_base64($1)), "\nEND\n\n" }' \
        "$store" >certdata.txt
) 2>"$tmp/trouble" || note "$(cat "$tmp/trouble")"

# What is asked: the hosts of the test data, by way of a proxy, at the moment of the test data.
if have_nginx; then
    issuing=$tmp/web/ocsp.example.test/issuing/$(openssl base64 -A -in "$fixtures/request-sha1.der")
    mkdir -p "$(dirname "$issuing")" "$tmp/web/ca.example.test" "$tmp/web/crl.example.test"
    cp "$fixtures/response-delegated.der" "$issuing"
    cp "$fixtures/response-delegated.der" "$tmp/web/ocsp.example.test/posted"
    for name in intermediate root; do
        cp "$fixtures/$name.der" "$tmp/web/ca.example.test"
    done
    mv "$tmp/web/ca.example.test/intermediate.der" "$tmp/web/ca.example.test/issuing.der"
    cp "$fixtures/crl-root.der" "$tmp/web/crl.example.test/root.crl"
    ports proxy
    start_nginx <<END
    types { application/pkix-crl crl; application/pkix-cert der; }
    default_type application/ocsp-response;
    merge_slashes off;
    server {
        listen 127.0.0.1:$proxy;
        root $tmp/web/\$host;
        error_page 405 =200 /posted;
        location = /issuing { return 405; }
    }
END
fi
cat >"$tmp/home/bin/ocspkit" <<END
#!/bin/sh
[ "\$1" != fetch ] || {
    shift
    set -- fetch --at=2018-01-14T20:00:00Z "\$@"
}
exec "$builddir/ocspkit" "\$@"
END
echo '#!/bin/sh' >"$tmp/home/bin/deploy"
chmod +x "$tmp/home/bin/ocspkit" "$tmp/home/bin/deploy"

# can_run EXAMPLE: whether all that it names is here.
can_run() {
    for word in $(tr -d '"' <"$1"); do
        case $word in
        parallel) parallel --version 2>/dev/null | grep -q '^GNU parallel' || return 1 ;;
        '~'*) [ -e "$tmp/home/${word#??}" ] || return 1 ;;
        /*) [ -e "$word" ] || return 1 ;;
        answers.txt) [ -e "$tmp/place/$word" ] || return 1 ;;
        esac
    done
}

# run_example PAGE: of a program of the user's own, which is shown, the lines are its file first.
run_example() {
    [ -s "$tmp/example" ] || return 0
    asks=
    ! grep -q 'ocspkit fetch\|ocspkit-http' "$tmp/example" || asks=yes
    sed -i "s|/usr/local/libexec/ocspkit|$builddir|" "$tmp/example"
    own=$(sed -n 's|^cat ~/||p' "$tmp/example")
    [ -z "$own" ] || {
        cp "$tmp/wanted" "$tmp/home/$own"
        chmod +x "$tmp/home/$own"
    }
    if [ -n "$asks" ] && ! have_nginx; then
        skip 1 "$1: nginx is not here: $(tr '\n#' ' .' <"$tmp/example")"
        return
    fi
    can_run "$tmp/example" || {
        skip 1 "$1: not all is here: $(tr '\n#' ' .' <"$tmp/example")"
        return
    }
    (
        cd "$tmp/place" || exit 99
        # With a number of jobs parallel does not ask how many processors there are.
        HOME=$tmp/home PATH=$tmp/home/bin:$builddir:$PATH PARALLEL=-j2 \
            http_proxy=http://127.0.0.1:${proxy:-1} sh "$tmp/example" >"$tmp/found" 2>&1
    )
    example_status=$?
    if [ -n "$asks" ] && [ ! -s "$tmp/wanted" ]; then
        ok $example_status "$1: $(tr '\n#' ' .' <"$tmp/example" | cut -c 1-70)" ||
            note "$(cat "$tmp/found")"
        return
    fi
    # How long it took, and who answered
    sed -i -e 's/[0-9.]* s$/N s/' -e 's/^\(answer 1 answered [0-9]*\) .*/\1/' \
        "$tmp/found" "$tmp/wanted"
    same "$tmp/found" "$tmp/wanted" "$1: $(tr '\n#' ' .' <"$tmp/example" | cut -c 1-70)"
}

# Of the literal blocks those that begin with a command: the others are files, say.
cat >"$tmp/examples.awk" <<'AWK'
/^\.Bd -literal/ { literal = 1; first = 1; next }
/^\.Ed/ { literal = 0; next }
literal && first { example = /^\$ /; first = 0 }
literal && example {
    gsub(/\\e/, "\\")
    gsub(/\\\(aq/, "'")
    gsub(/\\\(dq/, "\"")
    sub(/^\\&/, "")
    print
}
AWK
for file in "$man"/ocspkit*.[1578]; do
    {
        awk -f "$tmp/examples.awk" "$file"
        echo '$ :'
    } >"$tmp/lines"
    : >"$tmp/example"
    : >"$tmp/wanted"
    continues=
    while IFS= read -r line; do
        case $continues$line in
        '$ '*)
            run_example "${file##*/}"
            printf '%s\n' "${line#\$ }" >"$tmp/example"
            : >"$tmp/wanted"
            ;;
        +*) printf '%s\n' "$line" >>"$tmp/example" ;;
        *) printf '%s\n' "$line" >>"$tmp/wanted" ;;
        esac
        case $line in
        *\\) continues=+ ;;
        *) continues= ;;
        esac
    done <"$tmp/lines"
done

# --- json

# Each key is named by .Cm, the ones of extensions' values among them.
grep '^\.\(It \)\{0,1\}Cm ' "$man/ocspkit-json.5" | tr ' ' '\n' | sort -u >"$tmp/named"
sed -n 's/.*FIELD\(_LEVEL\)\{0,1\}("\([A-Za-z][A-Za-z0-9_-]*\)".*/\2/p' \
    "$srcdir"/lib/describe-*.c "$srcdir"/lib/report-json.c | sort -u >"$tmp/keys"
is "$(comm -23 "$tmp/keys" "$tmp/named" | tr '\n' ' ')" '' 'ocspkit-json.5 has every key'

# --- reasons

# The words of the table, in its order, and those that the page explains.
sed -n 's/.*\[REASON_[A-Z_]*\] = *{*"\([a-z0-9-]*\)".*/\1/p; s/^ *{"\([a-z0-9-]*\)",$/\1/p' \
    "$srcdir/lib/reason.c" | sort >"$tmp/words"
sed -n 's/^\.It Li //p' "$man/ocspkit-reasons.7" | sort >"$tmp/explained"
is "$(cat "$tmp/explained")" "$(cat "$tmp/words")" 'ocspkit-reasons.7 has every word, and no other'
is "$(wc -l <"$tmp/words")" "$(sed -n '/^enum reason {/,/^}/p' "$srcdir/lib/reason.h" |
    grep -c '^    REASON_[A-Z_0-9]*,$' | awk '{ print $1 - 2 }')" 'every reason has a word'

# --- mdoc

if command -v mandoc >/dev/null; then
    for file in "$man"/ocspkit*.[1578]; do
        # Pages that are not installed cannot be found.
        found=$(mandoc -T lint -W style "$file" 2>&1 |
            grep -v 'manual not found\|outdated mandoc.db')
        is "$found" '' "${file##*/} is clean mdoc"
    done
else
    skip 1 'mandoc is not here'
fi

tap_done
