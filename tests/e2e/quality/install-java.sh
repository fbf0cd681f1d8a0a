#!/usr/bin/env bash
# What the HTML checker runs on: Debian's Java, installed when it is missing.
set -euo pipefail

if command -v java >/dev/null; then
  echo "Java is there: $(command -v java)"
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "There is no java and no apt-get to install it with. Install a Java runtime of version 11 or later." >&2
  exit 1
fi
as_root=()
if [[ $(id -u) -ne 0 ]]; then as_root=(sudo); fi
echo "Installing with apt-get: default-jre-headless (and what it needs)."
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends default-jre-headless
java -version
