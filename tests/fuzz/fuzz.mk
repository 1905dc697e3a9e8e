# SPDX-License-Identifier: Apache-2.0
#
# GNU make's part of "make fuzz": the library and the targets once more, with libFuzzer and the
# sanitizers, in objects of their own below fuzz/ in the build tree; then a run of each target.
# From Makefile come srcdir, FUZZERS, FUZZ_CC, FUZZ_CPPFLAGS, FUZZ_LIBS, FUZZ_RUNS, FUZZ_FLAGS.

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all
COMPILE = $(FUZZ_CC) -std=c11 -O2 -g -fno-omit-frame-pointer -iquote $(srcdir)/lib \
	-iquote $(srcdir)/tests/fuzz $(FUZZ_CPPFLAGS)
WATCHED = $(SANITIZE) -fsanitize=fuzzer-no-link

library := $(patsubst $(srcdir)/lib/%.c,fuzz/lib-%.o,$(wildcard $(srcdir)/lib/*.c))
shared := $(patsubst $(srcdir)/tests/fuzz/%.c,fuzz/%.o,$(wildcard $(srcdir)/tests/fuzz/show*.c)) \
	fuzz/well-formed.o
mutator := fuzz/mutate.o fuzz/mutator.o
programs := $(FUZZERS:%=fuzz/fuzz-%)
runs := $(FUZZERS:%=run-%)

# So long are the longest inputs that a target is given: enough for what it reads, and quick.
max_len = 1024
max_len_base64 = 256
max_len_cert = 2048
max_len_der = 256
max_len_http-frame = 256
max_len_http-message = 384
max_len_judge = 2048
max_len_ocsp-response = 2048
max_len_pem = 384
max_len_report = 128
max_len_report-escape = 128
max_len_timestamp = 64

all: $(runs)

fuzz/lib-%.o: $(srcdir)/lib/%.c
	@mkdir -p fuzz
	@echo "  CC       $@"
	@$(COMPILE) $(WATCHED) -MMD -MP -c -o $@ $<

# What only checks and changes is not watched, so that the fuzzer is led by the library alone.
fuzz/mutate.o fuzz/mutator.o fuzz/sign-mutator.o fuzz/well-formed.o: WATCHED =

fuzz/%.o: $(srcdir)/tests/fuzz/%.c
	@mkdir -p fuzz
	@echo "  CC       $@"
	@$(COMPILE) $(WATCHED) -MMD -MP -c -o $@ $<

der_programs = cert crl der ocsp-request ocsp-response
$(der_programs:%=fuzz/fuzz-%): $(mutator)
fuzz/fuzz-judge: fuzz/mutate.o fuzz/sign-mutator.o

$(programs): fuzz/%: fuzz/%.o $(shared) $(library)
	@echo "  CCLD     $@"
	@$(FUZZ_CC) $(SANITIZE) -fsanitize=fuzzer -o $@ $^ $(FUZZ_LIBS)

# A run goes on from what the runs before it have found, which is kept in fuzz/corpus-*.
$(runs): run-%: fuzz/fuzz-%
	@mkdir -p fuzz/corpus-$*
	@echo "# $*: $(FUZZ_RUNS) executions"
	fuzz/fuzz-$* -runs=$(FUZZ_RUNS) -max_len=$(or $(max_len_$*),$(max_len)) -timeout=1 \
		-rss_limit_mb=512 -artifact_prefix=fuzz/$*- -print_final_stats=1 $(FUZZ_FLAGS) \
		fuzz/corpus-$* tests/data/fixtures tests/data/fixtures/fuzz/$* \
		2>fuzz/$*.log || { tail -n 30 fuzz/$*.log; exit 1; }
	@grep '^stat::' fuzz/$*.log

.PHONY: all $(runs)
.PRECIOUS: fuzz/%.o

-include $(wildcard fuzz/*.d)
