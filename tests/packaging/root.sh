#!/usr/bin/env bash
# Tries what packaging/dist made for this computer in a root of Debian that has nothing but the base system: the archive,
# unpacked, and the package, installed. Makes the image of the Containerfile, and holds the list of parts against its schema.
# Needs root (chroot).
set -euo pipefail
cd "$(dirname "$0")/../.."
for tool in debootstrap buildah; do
  command -v $tool > /dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends $tool > /dev/null; }
done
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -1)
name=ropa-$version-x86_64-unknown-linux-gnu
archive=dist/$name.tar.gz package=dist/ropa_${version}_amd64.deb
(cd dist && sha256sum --quiet --check "$name.tar.gz.sha256" "ropa_${version}_amd64.deb.sha256")
tools=${TOOLS:-${CARGO_TARGET_DIR:-target}/packaging}
if [ ! -x "$tools/bin/python" ]; then
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --requirement tests/packaging/requirements.txt
fi
"$tools/bin/python" tests/packaging/parts.py "dist/$name"

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
debootstrap --variant=minbase stable "$root" > "$root.log" 2>&1 || { tail "$root.log"; exit 1; }
rm -f "$root.log"
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C chroot "$root" "$@"; }
fail() { echo "error: $1" >&2; exit 1; }
! inside sh -c 'command -v cargo || command -v rustc || command -v ropa' || fail "the root is not clean"

# From the archive to a notice. The folder is new, and nothing is installed.
begun=$SECONDS
install -m 644 "$archive" "$root/tmp"
inside tar -xzf "/tmp/$name.tar.gz" -C /opt
program=/opt/$name/ropa
[ "$(inside "$program" -V)" = "ropa $version" ] || fail "-V"
inside "$program" init --yes --name "Exempelby kommun" /root/register > /dev/null
inside "$program" --workspace /root/register build --quiet
notice=$(inside find /root/register/build/public -name 'exempel-bibliotek.html' -path '*/notices/*')
[ -n "$notice" ] || fail "no notice"
echo "From the archive to $notice: $((SECONDS - begun)) s."
for file in README.md IT.md LICENSE-MIT LICENSE-APACHE THIRD-PARTY.txt ropa.cdx.json man/ropa.1 man/ropa-check.1 \
  completions/ropa.bash completions/_ropa completions/ropa.fish completions/_ropa.ps1; do
  inside test -s "/opt/$name/$file" || fail "$file is not in the archive"
done
code=0
inside "$program" --workspace /root/register doctor --lang en > "$root/tmp/doctor" || code=$?
[ "$code" = 1 ] && grep -q 'the program `git` is not installed' "$root/tmp/doctor" || fail "doctor without git"

# The program alone, in a root that has no file besides: it needs no library and no shell.
mkdir "$root/alone"
install -m 755 "$root$program" "$root/alone/ropa"
[ "$(env -i "$(command -v chroot)" "$root/alone" /ropa -V)" = "ropa $version" ] || fail "the program needs something besides itself"

# The image: built from nothing, and run as a user without rights over a folder.
image() { buildah --storage-driver vfs --root "$root/images" --runroot "$root/images-run" "$@"; }
image bud --quiet --isolation chroot -f Containerfile -t ropa "dist/$name" > /dev/null
container=$(image from ropa)
image run --isolation chroot --volume "$root/root/register:/work" "$container" -- /ropa check --quiet --lang en
echo "The image: built, and used."

# The package: installed, used, removed.
install -m 644 "$package" "$root/tmp/ropa.deb"
inside dpkg --install /tmp/ropa.deb > /dev/null
[ "$(inside ropa -V)" = "ropa $version" ] || fail "the package"
inside bash -c 'source /usr/share/bash-completion/completions/ropa && complete -p ropa' > /dev/null || fail "bash"
inside sh -c 'zcat /usr/share/man/man1/ropa-check.1.gz' | grep -q 'fail\\-on' || fail "the manual page"
inside test -s /usr/share/doc/ropa/copyright || fail "no licences"
(cd "$root/root/register" && rm -rf build)
inside ropa --workspace /root/register build --quiet
inside dpkg --remove ropa > /dev/null
! inside sh -c 'command -v ropa' > /dev/null || fail "the package leaves the program"
[ -z "$(inside find /usr/share -name '*ropa*' -not -path '*/europa*' -not -path '*Europa*' -iname 'ropa*')" ] || fail "the package leaves files"
echo "The package: installed, used, and removed."
