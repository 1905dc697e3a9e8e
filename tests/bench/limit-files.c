/* SPDX-License-Identifier: Apache-2.0 */
/* The limit of everything that reads many files, a list of their names on standard input or in the
 * file that is named: open, read, close, and nothing else. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    static char name[4096];
    static char bytes[65536];
    FILE *list = argc > 1 ? fopen(argv[1], "r") : stdin;

    while (list != NULL && fgets(name, sizeof(name), list) != NULL) {
        int fd;

        name[strcspn(name, "\n")] = '\0';
        fd = open(name, O_RDONLY | O_CLOEXEC);
        if (fd < 0)
            return 2;
        while (read(fd, bytes, sizeof(bytes)) > 0)
            ;
        (void)close(fd);
    }
    return list != NULL && fclose(list) == 0 ? 0 : 2;
}
