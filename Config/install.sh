#!/usr/bin/env bash
# Installs what building and testing Quoth needs and this machine has not: Debian packages only, never Swift itself.
# Running it again changes nothing. Config/demo.sh and Config/test.sh begin with it.
set -euo pipefail

oldest_swift=6.2

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "quoth: $*"
    exit 69
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# What the project links against, what its tests run, and what a Swift toolchain needs to run and to link here.
packages() {
    # zlib, brotli and zstd unpack archives, and what servers send.
    printf '%s\n' libsqlite3-dev libxml2-dev zlib1g-dev libbrotli-dev libzstd-dev python3-jsonschema
    # openssl makes a certificate for the tests.
    printf '%s\n' libcurl4-openssl-dev openssl
    printf '%s\n' binutils ca-certificates git libcurl4 libncurses6 tzdata
    # The C++ headers carry the compiler's version in their name; any will do, and g++ brings the right one.
    dpkg-query -W -f '${db:Status-Status}\n' 'libstdc++-*-dev' 2>/dev/null | grep -qx installed || echo g++
}

# Runs apt-get as root; what it says is shown only where it fails.
run_apt() {
    local log status=0
    log=$(mktemp)
    local command=(env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@")
    [ "$(id -u)" = 0 ] || command=(sudo "${command[@]}")
    "${command[@]}" >"$log" 2>&1 || status=$?
    [ "$status" = 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$status"
}

install_packages() {
    local missing=() package
    for package in $(packages); do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local install=(install -y --no-install-recommends "${missing[@]}")
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        stop "these packages are missing, and only root may install them: ${missing[*]}
Run this as root, then begin again:  apt-get ${install[*]}"
    fi
    say "Installing ${missing[*]} …"
    # A new machine has no lists of packages yet, and an old one may have lists of what is no longer there.
    if ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 && run_apt "${install[@]}"; then return 0; fi
    run_apt update && run_apt "${install[@]}" ||
        stop "the packages could not be installed; see what apt-get says above, then begin again"
}

check_swift() {
    command -v swift >/dev/null ||
        stop "there is no Swift here; it needs $oldest_swift or newer.
Install it as https://www.swift.org/install says, put its bin folder on the PATH, then begin again."
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1) || true
    [ -n "$version" ] || stop "swift does not start; see what it says:  swift --version"
    if [ "$(printf '%s\n' "$oldest_swift" "$version" | sort -V | head -n 1)" != "$oldest_swift" ]; then
        stop "this is Swift $version; it needs $oldest_swift or newer.
Install it as https://www.swift.org/install says, put its bin folder on the PATH, then begin again."
    fi
}

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    install_packages
else
    say "This is no Debian: see to it that the headers of SQLite, libxml2, libcurl, zlib, brotli and zstd are here, and Python's jsonschema."
fi
check_swift
