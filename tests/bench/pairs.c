/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs two commands in turn, and prints the median time of each and their ratio, as a line of a
 * Markdown table:
 *
 *     pairs ROUNDS[:TIMES] LABEL COMMAND... -- PEER...
 *
 * With TIMES the peer does that part of the work alone, and its time counts that often.
 * Output goes to /dev/null; what a command reads is given by its arguments. Interleaved pairs,
 * since machines are noisy: both see the same noise. Peak memory is that of the first command.
 */
#define _DEFAULT_SOURCE /* wait4() */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS_MAX 1001

static double now(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Milliseconds; the peak resident size in KiB goes to *peak. */
static double run(char **command, long *peak)
{
    double start = now();
    struct rusage usage;
    int status = 0;
    pid_t child = fork();

    if (child == 0) {
        int null = open("/dev/null", O_RDWR);
        if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0)
            _exit(126);
        (void)execvp(command[0], command);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) > 1) {
        (void)fprintf(stderr, "pairs: '%s' failed\n", command[0]);
        exit(2);
    }
    if (peak != NULL && usage.ru_maxrss > *peak)
        *peak = usage.ru_maxrss;
    return now() - start;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

static double median(double *times, int count)
{
    qsort(times, (size_t)count, sizeof(*times), compare);
    return times[count / 2];
}

int main(int argc, char **argv)
{
    static double ours[ROUNDS_MAX];
    static double theirs[ROUNDS_MAX];
    int rounds = argc > 1 ? atoi(argv[1]) : 0;
    const char *part = argc > 1 ? strchr(argv[1], ':') : NULL;
    int times = part != NULL ? atoi(part + 1) : 1;
    int split = 3;
    long peak = 0;
    double mine;
    double peer;

    while (split < argc && strcmp(argv[split], "--") != 0)
        split++;
    if (rounds < 1 || rounds > ROUNDS_MAX || times < 1 || split <= 3 || split + 1 >= argc) {
        (void)fprintf(stderr, "usage: pairs ROUNDS[:TIMES] LABEL COMMAND... -- PEER...\n");
        return 2;
    }
    argv[split] = NULL;
    (void)run(&argv[3], NULL);
    (void)run(&argv[split + 1], NULL);
    for (int i = 0; i < rounds; i++) {
        ours[i] = run(&argv[3], &peak);
        theirs[i] = run(&argv[split + 1], NULL);
    }
    mine = median(ours, rounds);
    peer = median(theirs, rounds) * times;
    (void)printf("| %s | %.2f ms | %.2f ms | %.2f | %ld KiB |\n", argv[2], mine, peer, peer / mine,
                 peak);
    return 0;
}
