/* SPDX-License-Identifier: Apache-2.0 */
/* Logotypes; how they are shown is in test-extension-value.c and in the fixtures. */
#include "logotype.h"

#include "der-text.h"
#include "tap.h"

#define HASHES    " 30{30{30{06:2A03} 04:AB}}"
#define URIS      " 30{16'u'}"
#define REFERENCE " A1{" HASHES URIS "}"
#define DETAILS   " 30{16't'" HASHES URIS "}"
#define IMAGES(x) " 30{A2{A0{30{30{" DETAILS x "}}}}}"
#define COLOR     " 30{80:01 02:01 02:02 02:03}"
#define AUDIOS(x) " 30{A2{A0{A1{30{" DETAILS x "}}}}}"

static uint8_t bytes[DER_TEXT_MAX];

static const struct {
    const char *what;
    const char *der;
    const char *path; /* null: it is read */
} cases[] = {
    {"nothing", "30{}", NULL},
    {"no SEQUENCE", "31{}", ""},
    {"no communities", "30{A0{30{}}}", NULL},
    {"a community", "30{A0{30{" REFERENCE "}}}", NULL},
    {"a community without a list", "30{A0{" REFERENCE "}}", "communityLogos"},
    {"two lists of communities", "30{A0{30{} 30{}}}", "communityLogos"},
    {"an issuer's logo", "30{A1{" REFERENCE "}}", NULL},
    {"two logos of an issuer", "30{A1{" REFERENCE REFERENCE "}}", "issuerLogo"},
    {"no logo of an issuer", "30{A1{}}", "issuerLogo.indirect"},
    {"a logo of no kind", "30{A1{A2{}}}", "issuerLogo.indirect"},
    {"the subject before the issuer", "30{A2{" REFERENCE "} A1{" REFERENCE "}}", ""},
    {"a reference without hashes", "30{A1{A1{30{}" URIS "}}}",
     "issuerLogo.indirect.refStructHash[0]"},
    {"a reference without URIs", "30{A1{A1{" HASHES " 30{}}}}",
     "issuerLogo.indirect.refStructURI[0]"},
    {"a reference with more behind it", "30{A1{A1{" HASHES URIS " 05:}}}", "issuerLogo.indirect"},
    {"a hash that is no OCTET STRING", "30{A1{A1{30{30{30{06:2A03} 03:00}}" URIS "}}}",
     "issuerLogo.indirect.refStructHash[0].hashValue"},
    {"a URI that is no IA5String", "30{A1{A1{" HASHES " 30{16'u' 0C'u'}}}}",
     "issuerLogo.indirect.refStructURI[1]"},
    {"another logo", "30{A3{30{30{06:2A03" REFERENCE "}}}}", NULL},
    {"another logo without its type", "30{A3{30{30{" REFERENCE "}}}}",
     "otherLogos[0].logotypeType"},
    {"no images", "30{A2{A0{30{}}}}", NULL},
    {"an image", IMAGES(""), NULL},
    {"an image without a media type", "30{A2{A0{30{30{30{" HASHES URIS "}}}}}}",
     "subjectLogo.direct.image[0].imageDetails.mediaType"},
    {"an image with all of it", IMAGES(" 30{80:00 02:01 02:02 02:03 81:08 84'en'}"), NULL},
    {"an image that says it has colours", IMAGES(COLOR), NULL},
    {"an image with a table of colours", IMAGES(" 30{02:01 02:02 02:03 82:08}"), NULL},
    {"an image with both resolutions", IMAGES(" 30{02:01 02:02 02:03 81:08 82:08}"),
     "subjectLogo.direct.image[0].imageInfo"},
    {"an image without a height", IMAGES(" 30{02:01 02:02}"),
     "subjectLogo.direct.image[0].imageInfo.ySize"},
    {"an image with a number that is not minimal", IMAGES(" 30{02:0001 02:02 02:03}"),
     "subjectLogo.direct.image[0].imageInfo.fileSize"},
    {"an image with more behind it", IMAGES(" 30{02:01 02:02 02:03} 05:"),
     "subjectLogo.direct.image[0]"},
    {"a sound", AUDIOS(""), NULL},
    {"a sound with all of it", AUDIOS(" 30{02:01 02:02 02:03 83:04 84'en'}"), NULL},
    {"a sound without channels", AUDIOS(" 30{02:01 02:02}"),
     "subjectLogo.direct.audio[0].audioInfo.channels"},
};

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        departure_set departures = 0;
        struct der d = der_over(der_text(cases[i].der, bytes), &departures);
        struct logotype logotype;
        struct error e;
        bool read = logotype_parse(&d, &logotype, &e) && der_end(&d, &e);

        if (cases[i].path == NULL) {
            bool is_default = strstr(cases[i].der, COLOR) != NULL;

            ok(read, "%s is read", cases[i].what);
            ok(departures == (is_default ? 1U << DEPARTURE_ENCODED_DEFAULT : 0), "its departures");
        } else if (ok(!read, "%s is refused", cases[i].what)) {
            is_string(error_path(&e), cases[i].path, "where");
        }
    }
    return tap_done();
}
