# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# Completion of ocspkit for bash 4 and later. The program describes itself: "ocspkit --describe" has
# its commands and options, "ocspkit COMMAND --describe" those of a command (ocspkit(1) has the
# format).

# The line of the option that is spelt so, of the description given.
_ocspkit_option() {
    local line
    while IFS= read -r line; do
        [[ $line == -* && " ${line%%$'\t'*} " == *" $2 "* ]] && printf '%s\n' "$line" && return
    done <<<"$1"
    return 1
}

# What the option spelt so takes; nothing where it takes no argument. One that may be left out is
# there only behind "=".
_ocspkit_argument() {
    local line
    line=$(_ocspkit_option "$1" "$2") || return
    line=${line#*$'\t'}
    line=${line%%$'\t'*}
    [[ $line == '['* && ${3-} != '=' ]] || printf '%s\n' "$line"
}

# Completes an argument by its description: "text|json", "FILE|DIR|system", "[INPUT...]".
_ocspkit_values() {
    local program=$1 argument=$2 cur=$3 prefix=$4 part
    local -a found=()

    argument=${argument#'['}
    argument=${argument%']'}
    argument=${argument%...}
    while IFS= read -r -d '|' part; do
        case $part in
        FILE | INPUT)
            compopt -o filenames 2>/dev/null
            mapfile -t -O "${#found[@]}" found < <(compgen -f -- "$cur")
            ;;
        DIR)
            compopt -o filenames 2>/dev/null
            mapfile -t -O "${#found[@]}" found < <(compgen -d -- "$cur")
            ;;
        COMMAND)
            mapfile -t -O "${#found[@]}" found < <(
                compgen -W "$("$program" --list-commands 2>/dev/null)" -- "$cur")
            ;;
        *[A-Z]*) ;;
        *) [[ $part == "$cur"* ]] && found+=("$part") ;;
        esac
    done <<<"$argument|"
    COMPREPLY=("${found[@]/#/$prefix}")
}

# Completes the name of an option, with "=" behind it where its argument follows.
_ocspkit_names() {
    local description=$1 cur=$2 line name

    while IFS= read -r line; do
        [[ $line == -* ]] || continue
        for name in ${line%%$'\t'*}; do
            [[ $name == --* && -n $(_ocspkit_argument "$description" "$name") ]] && name+='='
            [[ $name == "$cur"* ]] && COMPREPLY+=("$name")
        done
    done <<<"$description"
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
}

# Completes the operand that stands behind so many others.
_ocspkit_operand() {
    local program=$1 description=$2 cur=$3 before=$4 line operand=''

    while IFS= read -r line; do
        [[ $line == operand$'\t'* ]] || continue
        operand=${line#*$'\t'}
        operand=${operand%%$'\t'*}
        ((before-- > 0)) || break
    done <<<"$description"
    # One that may be repeated stands for all that follow.
    ((before < 0)) || [[ $operand == *...* ]] || return
    _ocspkit_values "$program" "$operand" "$cur" ''
}

_ocspkit() {
    local program=${COMP_WORDS[0]/#\~\//$HOME/} cur=${COMP_WORDS[COMP_CWORD]} prev prefix='' behind=''
    local command='' description operands=0 i word

    COMPREPLY=()
    description=$("$program" --describe 2>/dev/null) || return
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word == '=' ]]; then
            ((++i))
        elif [[ $word == -?* ]]; then
            [[ ${COMP_WORDS[i + 1]-} == '=' || $word == *=* ]] ||
                [[ -z $(_ocspkit_argument "$description" "$word") ]] || ((++i))
        elif [[ -n $command ]]; then
            ((++operands))
        elif [[ $'\n'$description == *$'\n'"$word"$'\t'* ]]; then
            command=$word
            description=$("$program" "$command" --describe 2>/dev/null) || return
        else
            # Somebody else's command: all that is known of it is that it may take files.
            _ocspkit_values "$program" FILE "$cur" ''
            return
        fi
    done

    # An option and its argument are one word, three words, or two with nothing between.
    prev=${COMP_WORDS[COMP_CWORD - 1]}
    if [[ $cur == --*=* ]]; then
        prev=${cur%%=*} prefix=${cur%%=*}= cur=${cur#*=} behind='='
    elif [[ $cur == '=' ]]; then
        cur='' behind='='
    elif [[ $prev == '=' ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]} behind='='
    fi
    word=
    if [[ $prev == -?* ]]; then
        word=$(_ocspkit_argument "$description" "$prev" "$behind")
    fi

    if [[ -n $word ]]; then
        _ocspkit_values "$program" "$word" "$cur" "$prefix"
    elif [[ $cur == -* ]]; then
        _ocspkit_names "$description" "$cur"
    elif [[ -n $command ]]; then
        _ocspkit_operand "$program" "$description" "$cur" "$operands"
    else
        _ocspkit_values "$program" COMMAND "$cur" ''
    fi
}

complete -F _ocspkit ocspkit
