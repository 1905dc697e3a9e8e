#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Holds the man pages against the program: a page for each command, its summary, its synopsis, its
# options, both ways; and the output of the examples.

. "${srcdir:-.}/tests/tap.sh"

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
    is "$(plain SYNOPSIS "$man/$page")" "$(sed -n '1s/^Usage: //p' "$tmp/help")" \
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

# --- examples: "$ COMMAND" and its output below, up to the next one. One that says nothing is of
# something that is not here, and so is one that names a file that is not.

run_example() {
    [ -s "$tmp/wanted" ] || return 0
    for word in $(tr -d '"' <"$tmp/example"); do
        case $word in
        /* | '~'*)
            [ -e "$word" ] || {
                skip 1 "$word is not here"
                return
            }
            ;;
        esac
    done
    PATH=$builddir:$PATH sh "$tmp/example" >"$tmp/found" 2>&1
    same "$tmp/found" "$tmp/wanted" "$1: $(tr '\n#' ' .' <"$tmp/example" | cut -c 1-70)"
}

cat >"$tmp/examples.awk" <<'AWK'
/^\.Bd -literal/ { literal = 1; next }
/^\.Ed/ { literal = 0; next }
literal {
    gsub(/\\e/, "\\")
    gsub(/\\\(aq/, "'")
    gsub(/\\\(dq/, "\"")
    sub(/^\\&/, "")
    print
}
AWK
for file in "$man"/ocspkit*.[15]; do
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

# --- mdoc

if command -v mandoc >/dev/null; then
    for file in "$man"/ocspkit*.[15]; do
        # Pages that are not installed cannot be found.
        found=$(mandoc -T lint -W style "$file" 2>&1 |
            grep -v 'manual not found\|outdated mandoc.db')
        is "$found" '' "${file##*/} is clean mdoc"
    done
else
    skip 1 'mandoc is not here'
fi

tap_done
