#!/usr/bin/env bash
# The browsers of the e2e tests, from Debian's packages, when they are missing: Chromium (which Lighthouse needs too) and its
# headless shell, the same engine without windows, in which a page opens in a quarter of the time. Where there is no package of
# the shell the tests run in Chromium itself.
set -euo pipefail

chromium=/usr/bin/chromium
shell=/usr/bin/chromium-headless-shell

as_root=()
if [[ $(id -u) -ne 0 ]]; then as_root=(sudo); fi

# install PACKAGE...
install() {
  echo "Installing with apt-get: $* (and what they need)."
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@"
}

if [[ ! -x $chromium ]]; then
  if ! command -v apt-get >/dev/null; then
    echo "There is no $chromium and no apt-get to install it with. Install Chromium there, or set WAYMARK_E2E_CHROMIUM to its path." >&2
    exit 1
  fi
  install chromium fonts-dejavu-core
fi
if [[ ! -x $shell ]]; then
  # Together, so that both are of one version.
  install chromium chromium-headless-shell || echo "There is no $shell: the tests run in $chromium, which takes longer."
fi
"$chromium" --version
