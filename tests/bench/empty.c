/* SPDX-License-Identifier: Apache-2.0 */
/* The limit of a start-up: a program that does nothing. */
int main(void)
{
    return 0;
}
