#!/usr/bin/env perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: watch.pl STEP FILE COMMAND...: runs it, passes its output on, and ends as it does. For
# every STEP lines that it wrote there is a line in FILE: how many so far, the largest memory of the
# process and its children up to then, in KiB and counted for each by itself, and how many
# descriptors they had open together at most during the step. Linux's /proc says so.

use strict;
use warnings;
use IO::Select;

my ($step, $path, @command) = @ARGV;
my $parent = open(my $output, '-|') // die "fork: $!\n";
if ($parent == 0) {
    exec @command or die "$command[0]: $!\n";
}
open my $file, '>', $path or die "$path: $!\n";

sub content {
    open my $in, '<', $_[0] or return '';
    local $/;
    return readline($in) // '';
}

my %memory;
my $descriptors = 0;
my $is_new      = 0; # a step began

sub look {
    my $open = 0;
    for my $pid ($parent, split ' ', content("/proc/$parent/task/$parent/children")) {
        $memory{$pid} = $1 if content("/proc/$pid/status") =~ /^VmHWM:\s*(\d+)/m;
        opendir my $directory, "/proc/$pid/fd" or next;
        $open += grep { !/^\./ } readdir $directory;
    }
    $descriptors = $open if $is_new || $open > $descriptors;
    $is_new      = 0;
}

my $lines = 0;
my $select = IO::Select->new($output);
while (1) {
    look();
    next unless $select->can_read(0.05);
    sysread $output, my $bytes, 65536 or last;
    print $bytes;
    for (1 .. $bytes =~ tr/\n//) {
        next if ++$lines % $step;
        my $sum = 0;
        $sum += $_ for values %memory;
        print {$file} "$lines $sum $descriptors\n";
        $is_new = 1;
    }
}
close $file or die "$path: $!\n";
close $output;
exit($? >> 8);
