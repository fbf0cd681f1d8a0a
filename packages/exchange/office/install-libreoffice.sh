#!/usr/bin/env bash
# LibreOffice for the round trip of workbooks and for opening Word documents: Debian's packages, installed where they are
# missing. Carlito has the widths of Calibri, which the documents name.
set -euo pipefail

wanted=(libreoffice-calc-nogui libreoffice-writer-nogui fonts-crosextra-carlito)
if command -v soffice >/dev/null && ! command -v dpkg-query >/dev/null; then
  echo "LibreOffice is there: $(command -v soffice)"
  exit 0
fi
if command -v dpkg-query >/dev/null && dpkg-query -W "${wanted[@]}" >/dev/null 2>&1; then
  echo "LibreOffice is there: $(command -v soffice)"
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "There is no soffice and no apt-get to install it with. Install LibreOffice Calc and Writer." >&2
  exit 1
fi

as_root=()
if [[ $(id -u) -ne 0 ]]; then as_root=(sudo); fi
echo "Installing with apt-get: ${wanted[*]} (and what they need)."
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${wanted[@]}"
command -v soffice
