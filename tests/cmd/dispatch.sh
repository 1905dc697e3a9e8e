#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The program around the commands: its own options, help, the way to other programs, and what it
# says to a command line that is wrong.

. "${srcdir:-.}/tests/tap.sh"

commands='decode convert fetch match-issuer fingerprint check-window help'

# says TEXT NAME: the last run's standard error is this one line.
says() {
    is "$(cat "$err")" "$1" "$2"
}

# prints TEXT NAME: the last run's standard output is this.
prints() {
    is "$(cat "$out")" "$1" "$2"
}

# program FILE LINE...: a shell script at that place.
program() {
    program_file=$1
    shift
    printf '%s\n' '#!/bin/sh' "$@" >"$program_file"
    chmod +x "$program_file"
}

# --- what it says of itself

run "$ocspkit" --version
exits 0
is "$(sed 's/[0-9][0-9a-z.-]*$/N/' "$out")" 'ocspkit N' 'a name and a version'

run "$ocspkit"
exits 2 'no command at all is a usage error'
prints '' 'which leaves standard output alone'
mv "$err" "$tmp/usage"
for option in -h --help --he; do
    run "$ocspkit" $option
    exits 0
    same "$out" "$tmp/usage" "$option prints what no command at all prints"
done

run "$ocspkit" --list-commands
exits 0
is "$(tr '\n' ' ' <"$out")" "$commands " 'all commands, a line each'
run "$ocspkit" --describe
is "$(sed -n 's/^\([a-z][a-z-]*\)	..*/\1/p' "$out" | tr '\n' ' ')" "$commands " \
    '--describe has the same commands'
while IFS='	' read -r name summary; do
    case $name in
    -*) continue ;;
    esac
    grep -q "^  $name  *$summary\$" "$tmp/usage"
    ok $? "--help has $name with its summary"
done <"$out"

for command in $commands; do
    run "$ocspkit" "$command" --help
    exits 0
    is "$(head -n 1 "$out" | cut -d ' ' -f 1-3)" "Usage: ocspkit $command" 'begins with the usage'
    is "$(awk 'length($0) > 80' "$out")" '' 'fits into 80 columns'
    tail -n 3 "$out" | grep -q '^Exit status: '
    ok $? 'ends with the exit status'
    mv "$out" "$tmp/help"
    run "$ocspkit" "$command" --describe
    exits 0
    [ "$command" = help ] && continue
    sed -n 's/^\(-[^	]*\)	.*/\1/p' "$out" | sed 's/.* //' >"$tmp/described"
    sed -n 's/^  \(-.,\)\{0,1\} *\(--[a-z0-9-]*\).*/\2/p' "$tmp/help" >"$tmp/listed"
    same "$tmp/listed" "$tmp/described" "$command: --help and --describe have the same options"
done

# --- writing

if [ -w /dev/full ]; then
    for words in --version --help --list-commands --describe --exec-path 'decode --help'; do
        # shellcheck disable=SC2086 # a list of words
        run sh -c '"$@" >/dev/full' sh "$ocspkit" $words
        exits 2 "$words: a full disk is trouble"
    done
else
    skip 6 'there is no /dev/full'
fi
run sh -c '"$1" --help >&-' sh "$ocspkit"
exits 2 'a closed standard output is trouble'
run sh -c '"$1" --nonsense 2>&-' sh "$ocspkit"
exits 2 'a closed standard error hides nothing of the status'
mkfifo "$tmp/fifo"
run sh -c 'exec 3<>"$2" 4>"$2" 3<&-; "$1" --help >&4' sh "$ocspkit" "$tmp/fifo"
exits 141 'a pipe without a reader ends it'
says '' 'silently'

# --- help

program "$tmp/man" 'echo "man $*" >>"$MAN_LOG"' \
    'case $1 in -w) echo "/pages/$2"; [ "$2" != ocspkit-convert ]; exit ;; esac' 'echo "page $1"'
MAN_LOG=$tmp/man.log
export MAN_LOG
run env PATH="$tmp:$PATH" "$ocspkit" help decode
exits 0
prints 'page ocspkit-decode' 'help COMMAND shows its man page'
run env PATH="$tmp:$PATH" "$ocspkit" help
prints 'page ocspkit' 'help alone shows that of ocspkit'
run env PATH="$tmp:$PATH" "$ocspkit" help help
prints 'page ocspkit' 'and so does help help'
run env PATH="$tmp:$PATH" "$ocspkit" help convert
exits 0 'a missing page is no failure'
says '' 'and nothing is said of it'
is "$(head -n 1 "$out" | cut -d ' ' -f 1-3)" 'Usage: ocspkit convert' 'the built-in help stands in'
run env PATH="$tmp:$PATH" "$ocspkit" help ../decode
exits 2 'help takes no path'
is "$(grep -c ../decode "$MAN_LOG")" 0 'and asks man for none'

program "$tmp/man" 'echo "The pages were left out of this system."'
run env PATH="$tmp:$PATH" "$ocspkit" help decode
is "$(head -n 1 "$out" | cut -d ' ' -f 1-3)" 'Usage: ocspkit decode' 'a man without pages is no man'

for command in decode match-issuer; do
    run env PATH= "$ocspkit" help $command
    exits 0
    is "$(head -n 1 "$out" | cut -d ' ' -f 1-3)" "Usage: ocspkit $command" \
        "the built-in help of $command where there is no man"
done
run env PATH= "$ocspkit" help
same "$out" "$tmp/usage" 'the built-in help of ocspkit where there is no man'
run env PATH= "$ocspkit" help decdoe
exits 2
says "ocspkit: 'decdoe' is not an ocspkit command; the most similar is 'decode'" \
    'a hint, in help too'
run "$ocspkit" help decode convert
exits 2
says 'ocspkit: help: expected one COMMAND, found 2' 'help of two commands'

# --- other programs

mkdir "$tmp/path" "$tmp/exec" "$tmp/path/ocspkit-directory"
program "$tmp/path/ocspkit-frob" 'echo "path: $# $*"' 'exit 42'
program "$tmp/exec/ocspkit-both" 'echo exec'
program "$tmp/path/ocspkit-both" 'echo path'
program "$tmp/path/ocspkit-http" 'echo http'
program "$tmp/path/ocspkit-trust" 'echo trust'
program "$tmp/path/ocspkit-decode" 'echo never'
program "$tmp/path/ocspkit-sleeper" 'kill -TERM $$'
echo 'echo no interpreter' >"$tmp/path/ocspkit-plain"
chmod +x "$tmp/path/ocspkit-plain"
: >"$tmp/path/ocspkit-noexec"
PATH=/nowhere:$tmp/path:$PATH

run "$ocspkit" frob --color 'a b' -- -x
exits 42 'the exit status of another program is passed on'
prints 'path: 4 --color a b -- -x' 'and so are its arguments'
run "$ocspkit" sleeper
exits 143 'a signal that ends it as well'
run "$ocspkit" plain
prints 'no interpreter' 'a script without an interpreter is run by the shell'
run env OCSPKIT_EXEC_PATH="$tmp/exec" "$ocspkit" both
prints exec 'the exec path comes before PATH'
run "$ocspkit" --exec-path="$tmp/exec" both
prints exec 'and --exec-path=DIR sets it'
run "$ocspkit" both
prints path 'PATH comes after it'
run "$ocspkit" decode --describe
grep -q '^-h --help' "$out"
ok $? 'a program does not replace a command'
run "$ocspkit" help frob
prints 'path: 1 --help' 'help asks another program for its own'

for name in http trust directory noexec ../path/ocspkit-frob path/frob ''; do
    run "$ocspkit" "$name"
    exits 2 "'$name' is no command"
done
(cd "$tmp/path" && PATH='' OCSPKIT_EXEC_PATH=/nowhere "$ocspkit" frob) >"$out" 2>"$err"
is $? 42 'an empty part of PATH is the directory we are in'

# --- the exec path

run "$ocspkit" --exec-path
exits 0
prints "$OCSPKIT_EXEC_PATH" 'the environment chooses the exec path'
run "$ocspkit" --exec-path="$tmp/exec" --exec-path
prints "$tmp/exec" '--exec-path=DIR goes before the environment'
run env -u OCSPKIT_EXEC_PATH "$ocspkit" --exec-path
prints "$builddir" 'a build tree finds its own'
cp "$ocspkit" "$tmp/exec/ocspkit"
run env -u OCSPKIT_EXEC_PATH "$tmp/exec/ocspkit" --exec-path
exits 0
grep -q '/ocspkit$' "$out"
ok $? 'anywhere else it is the configured one'
program "$tmp/exec/ocspkit-both" 'echo "$OCSPKIT_EXEC_PATH"'
run "$ocspkit" --exec-path="$tmp/exec" both
prints "$tmp/exec" 'children are told of it'
run "$ocspkit" --exec-path=
exits 2
says 'ocspkit: --exec-path: expected DIR, found an empty text' 'an empty exec path'

run "$ocspkit" --exec-path=/nowhere match-issuer
exits 2
says 'ocspkit: match-issuer: expected to run /nowhere/ocspkit-trust: No such file or directory' \
    'a missing program of our own is named'
run "$builddir/ocspkit-trust"
exits 2 'which is of no use by itself'
run "$builddir/ocspkit-trust" decode
exits 2 'and runs no command of another program'

# --- command lines that are wrong: what is typed, what is said

wrong() {
    wanted=$1
    shift
    run "$ocspkit" "$@"
    exits 2
    says "ocspkit: $wanted" \
        "says what is wrong with: $(printf '%s' "$*" | tr -c '[:print:]' .)"
    is "$(wc -c <"$out" | tr -d ' ')" 0 'standard output stays empty'
}

wrong "'decdoe' is not an ocspkit command; the most similar is 'decode'" decdoe
wrong "'Decode' is not an ocspkit command; the most similar is 'decode'" Decode
wrong "'finger' is not an ocspkit command; the most similar is 'fingerprint'" finger
wrong "'xyzzy' is not an ocspkit command; 'ocspkit --help' lists them" xyzzy
wrong "'a\\x1B[31m\\x0A.' is not an ocspkit command; 'ocspkit --help' lists them" \
    "$(printf 'a\033[31m\n.')"
wrong "unknown option '--verison'; the most similar is '--version'" --verison
wrong "unknown option '-x'" -x decode
wrong '--version: expected no argument, found '"'1'" --version=1
wrong "decode: unknown option '--fromat'; the most similar is '--format'" decode --fromat=json
wrong "decode: unknown option '-Z'" decode -Z
wrong "decode: unknown option '--\\u202Ex'" decode "$(printf -- '--\342\200\256x')"
wrong "decode: ambiguous option '--f'; it begins '--format', '--fields'" decode --f json
wrong "decode: --format: expected text or json, found 'xml'" decode --format=xml
wrong "decode: -f: expected text or json, found 'xml'" decode -f xml
wrong "decode: --color: expected auto, always or never, found '\\x1B'" \
    decode --co="$(printf '\033')"
wrong "decode: --quiet: expected no argument, found 'yes'" decode --quiet=yes
wrong 'decode: --outputfile: expected FILE, found the end of the command line' decode --out
wrong 'decode: -o: expected FILE, found the end of the command line' decode -qo
wrong "match-issuer: unknown option '--formt'; the most similar is '--format'" match-issuer --formt
wrong "convert: unknown option '--fields'" convert --fields=x

run "$ocspkit" check-window --skew=3q
exits 2
is "$(cut -d ' ' -f 1-3 "$err")" 'ocspkit: check-window: --skew:' 'a bad duration names its option'
run "$ocspkit" check-window --at yesterday
exits 2
is "$(cut -d ' ' -f 1-3 "$err")" 'ocspkit: check-window: --at:' 'a bad time names its option'

tap_done
