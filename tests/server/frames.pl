#!/usr/bin/env perl
# SPDX-License-Identifier: Apache-2.0
#
# The frames of ocspkit-http, for shell tests.
#
#     frames.pl build <REQUESTS >FRAMES
#     frames.pl show <FRAMES >ANSWERS
#
# A request is a line: URL, then NAME=VALUE for what differs from a GET with a time-out of 1500 ms
# and at most 102400 bytes: method, timeout, connect, max, body, field (repeatable; "_" stands for a
# blank). Its ID is the number of the line. An answer is a line, in the order of the IDs:
# "ID WORD STATUS LENGTH URL TEXT", TEXT being why there is none or nothing.

use strict;
use warnings;

binmode STDIN;
binmode STDOUT;

sub build {
    while (my $line = <STDIN>) {
        my ($url, @options) = split ' ', $line;
        my %value = (method => 'GET', timeout => 1500, connect => 1500, max => 102400, body => '');
        my $fields = '';
        for (@options) {
            my ($name, $text) = split /=/, $_, 2;
            $text =~ tr/_/ /;
            $name eq 'field' ? ($fields .= "$text\r\n") : ($value{$name} = $text);
        }
        printf "request %d %s %d %d %d %d %d %d\n%s%s%s", $., $value{method}, length $url,
            length $fields, length $value{body}, @value{qw(timeout connect max)}, $url, $fields,
            $value{body};
    }
}

sub take {
    my ($length) = @_;
    my $bytes = '';
    $length == 0 or read(STDIN, $bytes, $length) == $length or die "cut short\n";
    return $bytes;
}

sub show {
    my %lines;
    while (my $line = <STDIN>) {
        my ($id, $word, $url_length, $length, $time, $address) =
            $line =~ /^answer (\d+) (\S+) (\d+) (\d+) (\d+) (\S+)\n\z/ or die "not a frame: $line";
        my $url = take($url_length);
        my $message = take($length);
        my ($status, $body, $text) = (0, 0, $message);
        if ($word eq 'answered') {
            my ($head) = $message =~ /^(.*?\r?\n\r?\n)/s or die "no head: $message";
            ($status) = $head =~ m{^HTTP/1\.[01] (\d{3})};
            $body = $length - length $head;
            $text = $ENV{SHOW} ? join '|', split /\r?\n/, substr $message, $ENV{SHOW} : '';
        }
        $lines{$id} .= join(' ', $id, $word, $status, $body, $url eq '' ? '-' : $url, $text) . "\n";
    }
    print map { $lines{$_} } sort { $a <=> $b } keys %lines;
}

($ARGV[0] // '') eq 'build' ? build() : show();
