/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_DIRECTORY_ATTRIBUTE_H
#define OCSPKIT_DESCRIBE_DIRECTORY_ATTRIBUTE_H

#include "der.h"
#include "report.h"

/* subjectDirectoryAttributes, from where `d` stands; a value is shown as describe_any() has it. */
void describe_directory_attributes(struct report *r, const struct field *list, struct der *d);

#endif
