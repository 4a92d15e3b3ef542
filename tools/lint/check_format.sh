#!/usr/bin/env bash
# Fails if a C++ file is not as clang-format lays it out, or if a file of the
# tree names a path of one machine.
set -euo pipefail
cd "$(dirname "$0")/../.."
git ls-files -z '*.h' '*.cc' | xargs -0 clang-format --dry-run --Werror
if git grep -nIE '(^|[^A-Za-z0-9_.])/(home|root|work)/[a-z]' -- . ':!*.lock'; then
  echo "check_format.sh: paths of one machine stand in the files above" >&2
  exit 1
fi
echo "format: ok"
