#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The keys of JSON are in three places, which agree: what the code can write (its struct field
# constants), schema/ocspkit-1.schema.json, and ocspkit-json(5).

. "${srcdir:-.}/tests/tap.sh"

schema=$srcdir/schema/ocspkit-1.schema.json
man=$srcdir/man/ocspkit-json.5
perl -MJSON::PP -e 1 2>/dev/null || skip_all 'perl has no JSON::PP'

# Every name of a property, wherever in the schema.
perl -MJSON::PP -e '
    local $/;
    my %keys;
    my $walk;
    $walk = sub {
        my ($node) = @_;
        if (ref $node eq "ARRAY") {
            $walk->($_) for @$node;
        } elsif (ref $node eq "HASH") {
            my $properties = $node->{properties};
            $keys{$_} = 1 for ref $properties eq "HASH" ? keys %$properties : ();
            $walk->($_) for values %$node;
        }
    };
    $walk->(decode_json(<STDIN>));
    print map { "$_\n" } sort keys %keys;
' <"$schema" >"$tmp/schema"
[ "$(wc -l <"$tmp/schema")" -gt 150 ]
ok $? 'the schema is JSON, and has keys'

# FIELD("key", ...), FIELD_LEVEL("key", ...)
cat "$srcdir"/lib/*.c "$srcdir"/src/*.c | tr '\n' ' ' |
    grep -oE 'FIELD(_LEVEL)?\( *"[^"]+"' | sed 's/.*"\(.*\)"/\1/' |
    LC_ALL=C sort -u >"$tmp/code"
is "$(LC_ALL=C comm -23 "$tmp/code" "$tmp/schema")" '' 'every key of the code stands in the schema'
is "$(LC_ALL=C comm -13 "$tmp/code" "$tmp/schema")" '' 'every key of the schema stands in the code'

# The words of .Cm, and of .It Cm.
sed -n 's/^\.\(It \)\{0,1\}Cm //p' "$man" | tr -s ' ,;.()' '\n' | LC_ALL=C sort -u >"$tmp/man"
is "$(LC_ALL=C comm -23 "$tmp/schema" "$tmp/man")" '' 'every key of the schema stands in the page'

sed -n 's/.*record(.*, "\([A-Za-z]*\)", object.*/\1/p' "$srcdir"/src/cmd-*.c |
    LC_ALL=C sort -u >"$tmp/types"
for type in $(cat "$tmp/types") error; do
    grep -q "\"then\": {\"\$ref\": \"#/\$defs/$type\"}" "$schema" &&
        grep -q "^\.Ss $type\$" "$man"
    ok $? "the type $type stands in the schema and in the page"
done

tap_done
