# make            build everything (release) and stage it under build/
# make lib        the same from a debug build, for work on the library
# make check      all tests;   make run: the first run;   make bench: figures
# make headers    include/ and api-xml/ anew after a change to src/types or src/api
# make install    PREFIX=/usr LIBDIR=/usr/lib/… DESTDIR=…
PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
DESTDIR ?=
CARGO ?= cargo

all:
	tools/stage release

lib:
	tools/stage debug

# The first run: builds the library, shows what it does on test:///default, and boots a machine with QEMU.
run: all
	tools/first-run
	tools/boot

check:
	tools/check

# Rewrites what is generated from the sources and checked in: the headers and the descriptions of the API.
headers:
	UPDATE=1 $(CARGO) test -q --test generated

install: all
	PREFIX=$(PREFIX) LIBDIR=$(LIBDIR) DESTDIR=$(DESTDIR) tools/install

bench: all
	benches/run

.PHONY: all lib run check bench headers install
