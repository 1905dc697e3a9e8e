# SPDX-License-Identifier: Apache-2.0
#
# Completion of ocspkit for fish. The program describes itself: "ocspkit --describe" has its commands
# and options, "ocspkit COMMAND --describe" those of a command (ocspkit(1) has the format). They are
# read once, when this file is.

# The directories that what is typed begins, with or without --OPTION= in front.
function __ocspkit_directories
    __fish_complete_directories (commandline -ct | string replace -r '^--[^=]*=' '')
end

# How an argument is completed, from its description: "text|json", "FILE|DIR|system", "[INPUT...]".
function __ocspkit_values
    set -l argument (string trim --left --chars='[' -- $argv[1] | string trim --right --chars='].')
    for part in (string split '|' -- $argument)
        switch $part
            case FILE INPUT
                set -f files -F
            case DIR
                set -q files; or set -f directories "(__ocspkit_directories)"
            case COMMAND
                set -fa words "(ocspkit --list-commands)"
            case '*'
                string match -qr '[A-Z]' -- $part; or set -fa words $part
        end
    end
    if set -q files
        string join \n -- -F
    else
        string join \n -- -f
        set -q directories; and set -fa words $directories
    end
    set -q words; and string join \n -- -a "$words"
end

# Declares an option from its line, under a condition.
function __ocspkit_declare
    set -l condition $argv[1]
    set -l fields (string split \t -- $argv[2])
    set -l declaration
    for spelling in (string split ' ' -- $fields[1])
        switch $spelling
            case '--*'
                set -a declaration -l (string sub -s 3 -- $spelling)
            case '*'
                set -a declaration -s (string sub -s 2 -- $spelling)
        end
    end
    if string match -q '[*' -- $fields[2]
        set -a declaration (__ocspkit_values $fields[2])
    else if test -n "$fields[2]"
        set -a declaration -r (__ocspkit_values $fields[2])
    end
    complete -c ocspkit -n $condition $declaration -d $fields[3]
end

# Declares the options and operands of a command.
function __ocspkit_declare_command
    set -l seen "__fish_seen_subcommand_from $argv[1]"
    set -l condition $seen
    for line in (ocspkit $argv[1] --describe 2>/dev/null)
        set -l operand (string replace -rf '^operand\t' '' -- $line)
        if test -z "$operand"
            __ocspkit_declare $seen $line
            continue
        end
        # Fish does not count: words to choose from are offered until one of them is there, and only
        # then what follows them.
        if string match -q '*|*' -- $operand
            set -l words (string split '|' -- $operand)
            complete -c ocspkit -n "$seen; and not __fish_seen_subcommand_from $words" -f -a "$words"
            set condition "$seen; and __fish_seen_subcommand_from $words"
        else
            complete -c ocspkit -n $condition (__ocspkit_values $operand)
        end
    end
end

complete -c ocspkit -e
complete -c ocspkit -f
set -l description (ocspkit --describe 2>/dev/null)
set -l commands (string match -r '^[a-z][^\t]*' -- $description)
for line in $description
    if string match -q -- '-*' $line
        __ocspkit_declare "not __fish_seen_subcommand_from $commands" $line
    else
        set -l fields (string split \t -- $line)
        complete -c ocspkit -n "not __fish_seen_subcommand_from $commands" -a $fields[1] -d $fields[2]
        __ocspkit_declare_command $fields[1]
    end
end
