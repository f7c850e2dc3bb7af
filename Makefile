# make            build everything (release) and stage it under build/
# make lib        the same from a debug build, for work on the library
# make check      all tests;   make run: the first run;   make bench: figures
# make headers    include/ and api-xml/ anew after a change to src/types or src/api
# make install    PREFIX=/usr DESTDIR=…
PREFIX ?= /usr/local
DESTDIR ?=
CARGO ?= cargo
VERSION := $(shell sed -n 's/^version = "\([0-9.]*\)".*/\1/p' Cargo.toml | head -1)

all:
	tools/stage release

lib:
	tools/stage debug

# The first run: builds the library and shows what it does on test:///default.
run: all
	tools/first-run

check:
	tools/check

# Rewrites what is generated from the sources and checked in: the headers and the descriptions of the API.
headers:
	UPDATE=1 $(CARGO) test -q --test generated

bench: all
	benches/run

.PHONY: all lib run check bench headers
