#!/usr/bin/env bash
# The browser of the e2e tests: Debian's chromium, installed when it is missing.
set -euo pipefail

if [[ -x /usr/bin/chromium ]]; then
  echo "The browser is there: $(/usr/bin/chromium --version 2>/dev/null || echo /usr/bin/chromium)"
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "There is no /usr/bin/chromium and no apt-get to install it with. Install Chromium there, or set WAYMARK_E2E_CHROMIUM to its path." >&2
  exit 1
fi

as_root=()
if [[ $(id -u) -ne 0 ]]; then as_root=(sudo); fi
packages=(chromium fonts-dejavu-core)
echo "Installing with apt-get: ${packages[*]} (and what they need)."
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}"
/usr/bin/chromium --version
