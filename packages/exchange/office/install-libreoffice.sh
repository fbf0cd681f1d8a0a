#!/usr/bin/env bash
# LibreOffice for the round trip of workbooks: Debian's package, installed when it is missing.
set -euo pipefail

if command -v soffice >/dev/null; then
  echo "LibreOffice is there: $(command -v soffice)"
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "There is no soffice and no apt-get to install it with. Install LibreOffice Calc." >&2
  exit 1
fi

as_root=()
if [[ $(id -u) -ne 0 ]]; then as_root=(sudo); fi
echo "Installing with apt-get: libreoffice-calc-nogui (and what it needs)."
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui
command -v soffice
