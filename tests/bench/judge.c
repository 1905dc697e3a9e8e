/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Judges an answer, again and again, as a run over many certificates does:
 *
 *     judge ocsp COUNT RESPONSE ISSUER CERTIFICATE AT
 *     judge crl COUNT CRL ISSUER CERTIFICATE AT
 *
 * All of them DER; AT is the moment. Status 0: good, 1: revoked.
 */
#include "judge.h"
#include "buffer.h"
#include "timestamp.h"

#include <stdio.h>
#include <stdlib.h>

static struct slice read_file(const char *name)
{
    FILE *file = fopen(name, "rb");
    uint8_t *bytes = malloc(LIMIT_CRL);
    size_t len = 0;

    if (file == NULL || bytes == NULL) {
        (void)fprintf(stderr, "judge: %s cannot be read\n", name);
        exit(2);
    }
    len = fread(bytes, 1, LIMIT_CRL, file);
    (void)fclose(file);
    return slice_of(bytes, len);
}

static struct cert read_cert(const char *name)
{
    struct cert cert;

    if (!cert_parse(read_file(name), &cert, NULL)) {
        (void)fprintf(stderr, "judge: %s is no certificate\n", name);
        exit(2);
    }
    return cert;
}

int main(int argc, char **argv)
{
    static struct signers signers;
    struct judge_policy policy = JUDGE_POLICY_DEFAULT;
    struct judgement judgement = {.status = REVOCATION_UNDETERMINED};
    bool is_crl = argc == 7 && strcmp(argv[1], "crl") == 0;
    struct cert issuer, cert;
    struct judge_question question = {&cert, &issuer, 0, SLICE_NONE};
    struct slice answer;

    if (argc != 7 || !timestamp_parse(slice_of_string(argv[6]), &question.at, NULL))
        return 2;
    answer = read_file(argv[3]);
    issuer = read_cert(argv[4]);
    cert = read_cert(argv[5]);
    signers_init(&signers);
    for (long i = atol(argv[2]); i > 0; i--)
        (is_crl ? judge_crl : judge_response)(answer, &question, &policy, &signers, &judgement);
    signers_free(&signers);
    return judgement.status == REVOCATION_GOOD ? 0 : judgement.status == REVOCATION_REVOKED ? 1 : 2;
}
