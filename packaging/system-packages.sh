#!/bin/sh
# Sees to it that a Debian or Ubuntu machine has the system libraries and tools that the window (run) or the tests (test) need.
# As root, with apt-get, it installs what is missing; otherwise it prints the command. Nothing missing: silent and quick.
# The libraries are those of src/radplan_desktop/host/machine.py (tests/host/test_system_packages.py compares).
set -u

WINDOW="libEGL.so.1:libegl1 libGL.so.1:libgl1 libX11-xcb.so.1:libx11-xcb1 libX11.so.6:libx11-6 libdbus-1.so.3:libdbus-1-3
libfontconfig.so.1:libfontconfig1 libfreetype.so.6:libfreetype6 libglib-2.0.so.0:libglib2.0-0 libxcb-cursor.so.0:libxcb-cursor0
libxcb-glx.so.0:libxcb-glx0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-randr.so.0:libxcb-randr0 libxcb-render-util.so.0:libxcb-render-util0 libxcb-render.so.0:libxcb-render0
libxcb-shape.so.0:libxcb-shape0 libxcb-shm.so.0:libxcb-shm0 libxcb-sync.so.1:libxcb-sync1 libxcb-xfixes.so.0:libxcb-xfixes0
libxcb-xkb.so.1:libxcb-xkb1 libxcb.so.1:libxcb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxkbcommon.so.0:libxkbcommon0"
TOOLS="Xvfb:xvfb pdftoppm:poppler-utils qpdf:qpdf dbus-run-session:dbus"
# What the tests that read the window as a screen reader does need; files, for they are no tools.
FILES="usr/libexec/at-spi2-registryd:at-spi2-core usr/lib/python3/dist-packages/gi/__init__.py:python3-gi"
# Where libraries and tools are looked for; the tests put an empty folder here.
ROOT=${RADPLAN_SYSTEM_ROOT:-}

has_library() {
    for place in "$ROOT"/usr/lib/*/"$1" "$ROOT"/lib/*/"$1" "$ROOT"/usr/lib/"$1" "$ROOT"/usr/lib64/"$1" "$ROOT"/lib64/"$1" "$ROOT"/usr/local/lib/"$1"; do
        [ -e "$place" ] && return 0
    done
    return 1
}

has_tool() {
    if [ -n "$ROOT" ]; then [ -x "$ROOT/usr/bin/$1" ]; else command -v "$1" >/dev/null 2>&1; fi
}

missing() {
    for pair in $WINDOW; do
        has_library "${pair%%:*}" || printf '%s ' "${pair##*:}"
    done
    [ "$1" = test ] || return 0
    for pair in $TOOLS; do
        has_tool "${pair%%:*}" || printf '%s ' "${pair##*:}"
    done
    for pair in $FILES; do
        [ -e "$ROOT/${pair%%:*}" ] || printf '%s ' "${pair##*:}"
    done
}

install_them() {
    [ -z "$ROOT" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    echo "RadPlan installeert onderdelen van het systeem: $1"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends $1 >/dev/null
}

purpose=${1:-}
case $purpose in
    run | test) ;;
    *) echo "gebruik: sh packaging/system-packages.sh run|test" >&2 && exit 2 ;;
esac
[ "$(uname -s)" = Linux ] || exit 0
# Without a display there is no window; the documents need nothing of the system.
[ "$purpose" = run ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && exit 0

packages=$(missing "$purpose")
packages=${packages% }
[ -n "$packages" ] || exit 0
install_them "$packages"
packages=$(missing "$purpose")
packages=${packages% }
[ -n "$packages" ] || exit 0

if [ "$purpose" = run ]; then
    echo "Voor het venster mist uw computer onderdelen. Zet ze erop met deze opdracht, of vraag het uw beheerder:" >&2
else
    echo "Voor de tests mist deze computer onderdelen. Zet ze erop met deze opdracht:" >&2
fi
echo "  sudo apt-get install $packages" >&2
[ "$purpose" = run ]
