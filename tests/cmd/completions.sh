#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The completions, each asked in its own shell what it offers for a line that is being typed.

. "${srcdir:-.}/tests/tap.sh"

completions=$srcdir/completions
PATH=$builddir:$PATH
XDG_CONFIG_HOME=$tmp
HOME=$tmp
export XDG_CONFIG_HOME HOME

mkdir "$tmp/files" "$tmp/files/directory" "$tmp/answers"
: >"$tmp/files/input.der"
cd "$tmp/files" || exit 99

# The end of a line that is typed, and what is offered for it, in any order; "-": nothing. What is
# offered behind "=" is written without the option, as some shells have it.
cat >"$tmp/cases" <<'CASES'
|check-window convert decode fetch fingerprint help match-issuer
dec|decode
--ve|--version
--list|--list-commands
--exec-path=|directory
decode --fo|--format
decode --nonsense|-
decode --form=x --err|--errorfile
decode --format |json text
decode --format=|json text
decode --format=j|json
decode -f |json text
decode -q --color |always auto never
decode --color=n|never
decode |directory input.der
decode inp|input.der
decode --outputfile=i|input.der
decode -o |directory input.der
decode input.der --qui|--quiet
match-issuer --issuers=sys|system
match-issuer --issuers=inp|input.der
match-issuer inp|input.der
convert |der-to-pem pem-to-der
convert d|der-to-pem
convert der-to-pem |directory input.der
convert --outdir=directory pem|pem-to-der
convert -q der-to-pem inp|input.der
convert --outdir=|directory
--exec-path=directory dec|decode
help con|convert
CASES

# check_answers SHELL: holds the files $tmp/answers/N, an offer a line, against the cases.
check_answers() {
    number=0
    while IFS='|' read -r typed wanted; do
        number=$((number + 1))
        offered=$(sed -e 's/^--[a-z-]*=\(.\)/\1/' -e 's/=$//' -e 's/[/ ]*$//' \
            "$tmp/answers/$number" | sort -u | tr '\n' ' ')
        is "${offered% }" "$(echo "$wanted" | sed 's/^-$//')" "$1: ocspkit $typed"
    done <"$tmp/cases"
}

cases=$(wc -l <"$tmp/cases")

# --- bash

# Splits at "=" as the shell's own line editor does.
cat >"$tmp/complete.bash" <<'BASH'
source "$1"
number=0
while IFS='|' read -r typed wanted; do
    line="ocspkit ${typed//=/ = }"
    read -ra COMP_WORDS <<<"$line"
    [[ $line == *' ' && $line != *'= ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _ocspkit
    ((++number))
    printf '%s\n' "${COMPREPLY[@]}" >"$3/$number"
done <"$2"
BASH
if command -v bash >/dev/null; then
    bash --norc "$tmp/complete.bash" "$completions/ocspkit.bash" "$tmp/cases" "$tmp/answers"
    check_answers bash
else
    skip "$cases" 'bash is not here'
fi

# --- zsh

# Completion works in an interactive shell on a terminal only, so there is one, and what it would
# offer is written down instead.
cat >"$tmp/.zshrc" <<'ZSH'
PS1=
fpath=($COMPLETIONS $fpath)
autoload -Uz compinit
compinit -u -D
compadd() {
    local -a found
    if [[ -z ${(M)@[1,(i)(-|--)]:#-[OAD]*} ]]; then
        builtin compadd -A found "$@"
        (( $#found )) && print -rl -- $found >>$answer
    fi
    builtin compadd "$@"
}
answer_all() {
    local number=0 typed wanted answer
    while IFS='|' read -r typed wanted; do
        answer=$ANSWERS/$((++number))
        : >$answer
        BUFFER="ocspkit $typed"
        CURSOR=$#BUFFER
        zle complete
    done <$CASES
    exit
}
zle -C complete list-choices _main_complete
zle -N zle-line-init answer_all
ZSH
cat >"$tmp/terminal.zsh" <<'ZSH'
zmodload zsh/zpty
zpty shell "zsh -d -i"
while zpty -r shell line; do :; done
ZSH
rm -f "$tmp/answers"/*
if command -v zsh >/dev/null && zsh -fc 'zmodload zsh/zpty && zpty shell true' 2>/dev/null; then
    ZDOTDIR=$tmp COMPLETIONS=$completions ANSWERS=$tmp/answers CASES=$tmp/cases \
        timeout 60 zsh -f "$tmp/terminal.zsh"
    check_answers zsh
else
    skip "$cases" 'zsh, or a terminal for it, is not here'
fi

# --- fish

cat >"$tmp/complete.fish" <<'FISH'
source $argv[1]/ocspkit.fish
set number 0
while read -d '|' typed wanted
    set number (math $number + 1)
    complete -C "ocspkit $typed" | string replace -r '\t.*' '' >$argv[3]/$number
end <$argv[2]
FISH
rm -f "$tmp/answers"/*
if command -v fish >/dev/null; then
    fish --no-config "$tmp/complete.fish" "$completions" "$tmp/cases" "$tmp/answers"
    check_answers fish
else
    skip "$cases" 'fish is not here'
fi

tap_done
