# Praktikum. `make help` tells what there is to make. Recipes of more than a line live in conf/run/.
PORT ?= 8080
VAR ?= var
STUDENTS ?= 300
CC = gcc
CLANG ?= clang

.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
SHELL := /bin/bash

# Looked up when first used: `make run` installs what they need before that.
once = $(eval $(1) := $(2))$($(1))
PACKAGES := libxml-2.0 libxslt libexslt libmariadb libsodium icu-uc icu-i18n
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
release_objects := $(SOURCES:%.c=build/release/%.o)
check_objects := $(SOURCES:%.c=build/check/%.o)
fuzz_objects := $(SOURCES:%.c=build/fuzz/%.o)

# A test folder's programs: every .c but support*.c, which is linked into each of them.
test_folders := unit workflow render
supports = $(patsubst %.c,build/check/%.o,$(wildcard tests/$(1)/support*.c))
programs = $(patsubst %.c,build/check/%,$(filter-out tests/$(1)/support%.c,$(wildcard tests/$(1)/*.c)))
TESTS := $(foreach folder,$(test_folders),$(call programs,$(folder)))
HTTP_TOOLS := $(patsubst %.c,build/check/%,$(wildcard tests/http/*.c tests/faults/*.c tests/load/*.c))
FUZZERS := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))

## build: the program and the page assets
.PHONY: build
build: build/praktikum build/assets/.stamp

## build-check: the program with address and undefined-behaviour sanitizers, and every test program
.PHONY: build-check
build-check: build/check/praktikum $(TESTS) $(HTTP_TOOLS) build/assets/.stamp

build/release/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(RELEASE) -MMD -MP -c -o $@ $<
build/check/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(CHECK) -MMD -MP -c -o $@ $<
build/fuzz/%.o: %.c
	@mkdir -p $(@D)
	$(CLANG) $(CPPFLAGS) $(CFLAGS) $(FUZZ) -MMD -MP -c -o $@ $<

# Rebuilt from nothing, so that an object whose source has gone does not stay.
build/%/libpraktikum.a:
	@rm -f $@
	ar rcs $@ $(filter %.o,$^)
build/release/libpraktikum.a: $(release_objects)
build/check/libpraktikum.a: $(check_objects)
build/fuzz/libpraktikum.a: $(fuzz_objects)

build/praktikum: build/release/fcgi/main.o build/release/libpraktikum.a
	$(CC) $(LDFLAGS) $(RELEASE) -o $@ $^ $(LDLIBS)
build/check/praktikum: build/check/fcgi/main.o build/check/libpraktikum.a
	$(CC) $(LDFLAGS) $(CHECK) -o $@ $^ $(LDLIBS)

define test_folder
$(call programs,$(1)): %: %.o $(call supports,$(1)) build/check/libpraktikum.a
	$$(CC) $$(LDFLAGS) $$(CHECK) -o $$@ $$^ -lcmocka $$(LDLIBS)
endef
$(foreach folder,$(test_folders),$(eval $(call test_folder,$(folder))))
# The unit tests once more without sanitizers, for valgrind.
VALGRIND_TESTS := $(patsubst build/check/%,build/release/%,$(call programs,unit))
$(VALGRIND_TESTS): %: %.o $(patsubst build/check/%,build/release/%,$(call supports,unit)) build/release/libpraktikum.a
	$(CC) $(LDFLAGS) -o $@ $^ -lcmocka $(LDLIBS)
.PHONY: valgrind-programs
valgrind-programs: $(VALGRIND_TESTS)

# Test tools outside the program: clients that speak to it, built without sanitizers so that they are not the slow end.
$(HTTP_TOOLS): build/check/%: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(RELEASE) -MMD -MP $(LDFLAGS) -o $@ $< $(LDLIBS)
$(FUZZERS): build/fuzz/%: build/fuzz/tests/fuzz/%.o build/fuzz/libpraktikum.a
	$(CLANG) $(LDFLAGS) -O1 -fsanitize=fuzzer,address,undefined -o $@ $^ $(LDLIBS)
.PHONY: fuzzers
fuzzers: $(FUZZERS)

build/npm.stamp: package.json package-lock.json
	@mkdir -p build
	conf/run/install npm
	@touch $@
build/assets/.stamp: $(shell find xslt/assets -type f 2>/dev/null) build/npm.stamp
	@mkdir -p build/assets
	sh xslt/assets/build.sh build/assets
	@touch $@

-include $(shell find build/release build/check build/fuzz -name '*.d' 2>/dev/null)

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

## check: build and pass every test, on an instance of its own (about 15 minutes)
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
	@conf/run/install check >&2
	@$(MAKE) --no-print-directory -j$$(nproc) build >&2
	@node tests/load/bench.mjs
## screenshot: take tests/browser/calendar.png anew
screenshot:
	@conf/run/install check
	@conf/run/check screenshot

## schema: write sql/schema.sql, the schema as a fresh database has it
schema:
	@conf/run/install check
	@$(MAKE) --no-print-directory build
	@conf/run/schema >build/schema.sql && mv build/schema.sql sql/schema.sql

## clean: remove build/ (running state stays in VAR)
.PHONY: clean help
clean:
	rm -rf build
## help: this list
help:
	@sed -n 's/^## /  make /p' Makefile
