# Praktikum. `make help` tells what there is to make. Recipes of more than a line live in conf/run/.
PORT ?= 8080
VAR ?= var
STUDENTS ?= 300
BUILD ?= build
CC = gcc
CXX = g++
CLANG ?= clang

.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
SHELL := /bin/bash

# V=1 shows whole commands.
say = $(if $(V),,@echo "$(1) $@"; )
export BUILD

# Looked up when first used: `make run` installs what they need before that.
once = $(eval $(1) := $(2))$($(1))
PACKAGES := libxml-2.0 libxslt libexslt libmariadb libsodium icu-uc icu-i18n libcurl libzip zlib libqpdf xmlsec1-openssl
PACKAGE_CFLAGS = $(call once,PACKAGE_CFLAGS,$(shell pkg-config --cflags $(PACKAGES)))
PACKAGE_LIBS = $(call once,PACKAGE_LIBS,$(shell pkg-config --libs $(PACKAGES)))

WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Werror
CPPFLAGS = -D_GNU_SOURCE $(PACKAGE_CFLAGS)
CFLAGS = -std=c11 $(WARNINGS) -g -fno-omit-frame-pointer -fstack-protector-strong -fPIE
LDFLAGS = -pie -Wl,-z,relro,-z,now
LDLIBS = -lfcgi $(PACKAGE_LIBS) -lm -lpthread

# Three builds of the same sources, each in its own folder.
RELEASE := -O2 -D_FORTIFY_SOURCE=2
CHECK := -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined
FUZZ := -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined

SOURCES := $(sort $(wildcard fcgi/*/*.c))
PROGRAM := fcgi/main.c
release_objects := $(SOURCES:%.c=$(BUILD)/release/%.o)
check_objects := $(SOURCES:%.c=$(BUILD)/check/%.o)
fuzz_objects := $(SOURCES:%.c=$(BUILD)/fuzz/%.o)

# A test folder's programs: every .c but support*.c, which is linked into each of them.
test_folders := unit workflow render
supports = $(patsubst %.c,$(BUILD)/check/%.o,$(wildcard tests/$(1)/support*.c))
programs = $(patsubst %.c,$(BUILD)/check/%,$(filter-out tests/$(1)/support%.c,$(wildcard tests/$(1)/*.c)))
TESTS := $(foreach folder,$(test_folders),$(call programs,$(folder)))
HTTP_TOOLS := $(patsubst %.c,$(BUILD)/check/%,$(wildcard tests/http/*.c tests/faults/*.c tests/load/*.c))
SCHEMAS := $(patsubst xslt/schemas/%.rnc,$(BUILD)/assets/schemas/%.xsd,$(wildcard xslt/schemas/*-1.rnc))
FUZZERS := $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))

## build: the program and the page assets
.PHONY: build
build: $(BUILD)/praktikum $(BUILD)/assets/.stamp $(SCHEMAS)

## build-check: the program with address and undefined-behaviour sanitizers, and every test program
.PHONY: build-check
build-check: $(BUILD)/check/praktikum $(TESTS) $(HTTP_TOOLS) $(BUILD)/assets/.stamp $(SCHEMAS)

$(BUILD)/release/%.o: %.c
	@mkdir -p $(@D)
	$(call say,cc)$(CC) $(CPPFLAGS) $(CFLAGS) $(RELEASE) -MMD -MP -c -o $@ $<
$(BUILD)/check/%.o: %.c
	@mkdir -p $(@D)
	$(call say,cc)$(CC) $(CPPFLAGS) $(CFLAGS) $(CHECK) -MMD -MP -c -o $@ $<
$(BUILD)/fuzz/%.o: %.c
	@mkdir -p $(@D)
	$(call say,cc)$(CLANG) $(CPPFLAGS) $(CFLAGS) $(FUZZ) -MMD -MP -c -o $@ $<

# Rebuilt from nothing, so that an object whose source has gone does not stay.
$(BUILD)/%/libpraktikum.a:
	@rm -f $@
	@ar rcs $@ $(filter %.o,$^)
$(BUILD)/release/libpraktikum.a: $(release_objects)
$(BUILD)/check/libpraktikum.a: $(check_objects)
$(BUILD)/fuzz/libpraktikum.a: $(fuzz_objects)

$(BUILD)/praktikum: $(BUILD)/release/fcgi/main.o $(BUILD)/release/libpraktikum.a
	$(call say,link)$(CC) $(LDFLAGS) $(RELEASE) -o $@ $^ $(LDLIBS)
$(BUILD)/check/praktikum: $(BUILD)/check/fcgi/main.o $(BUILD)/check/libpraktikum.a
	$(call say,link)$(CC) $(LDFLAGS) $(CHECK) -o $@ $^ $(LDLIBS)

define test_folder
$(call programs,$(1)): %: %.o $(call supports,$(1)) $(BUILD)/check/libpraktikum.a
	$$(call say,link)$$(CC) $$(LDFLAGS) $$(CHECK) -o $$@ $$^ -lcmocka $$(LDLIBS)
endef
$(foreach folder,$(test_folders),$(eval $(call test_folder,$(folder))))
# The unit tests once more without sanitizers, for valgrind.
VALGRIND_TESTS := $(patsubst $(BUILD)/check/%,$(BUILD)/release/%,$(call programs,unit))
$(VALGRIND_TESTS): %: %.o $(patsubst $(BUILD)/check/%,$(BUILD)/release/%,$(call supports,unit)) $(BUILD)/release/libpraktikum.a
	$(call say,link)$(CC) $(LDFLAGS) -o $@ $^ -lcmocka $(LDLIBS)
.PHONY: valgrind-programs
valgrind-programs: $(VALGRIND_TESTS)

# Test tools outside the program: clients that speak to it, built without sanitizers so that they are not the slow end.
$(BUILD)/check/tests/http/support_ical: LDLIBS += -lical
$(HTTP_TOOLS): $(BUILD)/check/%: %.c
	@mkdir -p $(@D)
	$(call say,cc)$(CC) $(CPPFLAGS) $(CFLAGS) $(RELEASE) -MMD -MP $(LDFLAGS) -o $@ $< $(LDLIBS)
# The reference that the bench measures the solver against.
LEMON := $(BUILD)/check/tests/load/lemon
$(LEMON): tests/load/lemon.cc $(BUILD)/release/libpraktikum.a
	@mkdir -p $(@D)
	$(call say,c++)$(CXX) -std=c++17 -O2 -DNDEBUG -pie -o $@ $^ -llemon $(LDLIBS)
$(FUZZERS): $(BUILD)/fuzz/%: $(BUILD)/fuzz/tests/fuzz/%.o $(BUILD)/fuzz/libpraktikum.a
	$(call say,link)$(CLANG) $(LDFLAGS) -O1 -fsanitize=fuzzer,address,undefined -o $@ $^ $(LDLIBS)
.PHONY: fuzzers
fuzzers: $(FUZZERS) $(SCHEMAS)

$(BUILD)/npm.stamp: package.json package-lock.json
	@mkdir -p $(BUILD)
	conf/run/install npm
	@touch $@
$(BUILD)/assets/.stamp: $(shell find xslt/assets -type f 2>/dev/null) $(BUILD)/npm.stamp
	@mkdir -p $(BUILD)/assets
	sh xslt/assets/build.sh $(BUILD)/assets
	@touch $@

# What partners read and send: the source beside the XSD made of it.
# Each in one file: trang would make one of what is included, another one each time. What XSD cannot say it warns of.
$(SCHEMAS): $(BUILD)/assets/schemas/%.xsd: xslt/schemas/%.rnc xslt/schemas/common.rnc
	@mkdir -p $(@D)
	@sed -e '/^include "common.rnc"/{r xslt/schemas/common.rnc' -e 'd}' $< >$(@D)/$*.rnc
	$(call say,trang)trang -I rnc -O xsd $(@D)/$*.rnc $@ 2>$(BUILD)/trang.$*.log || { cat $(BUILD)/trang.$*.log >&2; exit 1; }

-include $(shell find $(BUILD)/release $(BUILD)/check $(BUILD)/fuzz -name '*.d' 2>/dev/null)

## run: install what is missing, build, and run here until Ctrl-C (PORT=8080 VAR=var STUDENTS=300)
.PHONY: run start stop
run:
	@conf/run/install run
	@$(MAKE) --no-print-directory -j$$(nproc) build
	@exec setpriv --pdeathsig TERM conf/run/instance run $(VAR) $(PORT) $(STUDENTS)
## start: the same in the background
start:
	@conf/run/install run
	@$(MAKE) --no-print-directory -j$$(nproc) build
	@conf/run/instance start $(VAR) $(PORT) $(STUDENTS)
## stop: end what `make start` or `make run` started with this VAR
stop:
	@conf/run/instance stop $(VAR)

## check: build and pass every test, on an instance of its own (about 30 minutes on two cores)
.PHONY: check lint valgrind fuzz bench screenshot schema
check:
	@conf/run/install check
	@conf/run/check
## lint: compilers' warnings, cppcheck, clang-tidy, clang-format, house rules
lint:
	@conf/run/install check
	@conf/run/check lint
## valgrind: unit tests under memcheck
valgrind:
	@conf/run/install check
	@conf/run/check valgrind
## fuzz: every fuzz target for FUZZ_SECONDS (300)
fuzz:
	@conf/run/install check
	@FUZZ_SECONDS=$${FUZZ_SECONDS:-300} conf/run/check fuzz
## bench: the load measurement of PERFORMANCE; tab-separated lines
bench:
	@conf/run/install bench >&2
	@$(MAKE) --no-print-directory -j$$(nproc) build $(LEMON) >&2
	@node tests/load/bench.mjs
## screenshot: take tests/browser/calendar.png anew
screenshot:
	@conf/run/install check
	@conf/run/check screenshot

## schema: write sql/schema.sql, the schema as a fresh database has it
schema:
	@conf/run/install check
	@$(MAKE) --no-print-directory build
	@conf/run/schema >$(BUILD)/schema.sql && mv $(BUILD)/schema.sql sql/schema.sql

## clean: remove build/ (running state stays in VAR)
.PHONY: clean help
clean:
	rm -rf $(BUILD)
## help: this list
help:
	@sed -n 's/^## /  make /p' Makefile
