/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The sources of one task: the URLs of its issuer, its responders and its CRLs, as far as the
 * settings leave them to be asked; and of a source that cannot be asked, why.
 */
#ifndef OCSPKIT_FETCH_SOURCES_H
#define OCSPKIT_FETCH_SOURCES_H

#include "fetch-settings.h"
#include "fetch-task.h"

/* Finds the URLs of a task that begins. */
void fetch_sources_find(struct fetch_task *task, const struct fetch_settings *settings);

/* Adds those where the issuer's certificate may be that this certificate names: the task's own
 * after one hop, one that was found on the way after more. */
void fetch_sources_add_issuers(struct fetch_task *task, const struct cert *cert, unsigned hops);

/* Evidence that says why a source gave nothing: of one kind, and of each that is wanted. */
void fetch_sources_lack(struct fetch_task *task, const struct fetch_settings *settings,
                        enum evidence_kind kind);
void fetch_sources_lack_all(struct fetch_task *task, const struct fetch_settings *settings);

#endif
