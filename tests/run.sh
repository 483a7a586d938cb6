#!/bin/sh
# `npm test`: installs what the tests need on Debian or Ubuntu, runs every check, and closes with «N passed, N failed».
set -u
cd "$(dirname "$0")/.." || exit 1

tools='pdftotext:poppler-utils mutool:mupdf-tools gs:ghostscript qpdf:qpdf zbarimg:zbar-tools Xvfb:xvfb'
python='pikepdf:python3-pikepdf PIL:python3-pil numpy:python3-numpy fontTools:python3-fonttools'
# What Electron loads; Debian 13 and Ubuntu 24.04 gave some of the packages other names.
libraries='libgtk-3.so.0:libgtk-3-0t64,libgtk-3-0 libnss3.so:libnss3 libasound.so.2:libasound2t64,libasound2 libgbm.so.1:libgbm1'
missing=''
for entry in $tools; do command -v "${entry%%:*}" >/dev/null || missing="$missing ${entry#*:}"; done
for entry in $python; do /usr/bin/python3 -c "import ${entry%%:*}" 2>/dev/null || missing="$missing ${entry#*:}"; done
absent=''
for entry in $libraries; do /sbin/ldconfig -p | grep -q "${entry%%:*} " || absent="$absent ${entry#*:}"; done
if [ -n "$missing$absent" ]; then
  as_root=''
  [ "$(id -u)" = 0 ] || as_root='sudo'
  $as_root apt-get update -q || exit 1
  for names in $absent; do
    for name in $(echo "$names" | tr , ' '); do apt-cache show "$name" >/dev/null 2>&1 && missing="$missing $name" && break; done
  done
  echo "Installing:$missing"
  $as_root apt-get install -q -y --no-install-recommends $missing || exit 1
fi
if [ -f node_modules/.package-lock.json ] && [ ! package-lock.json -nt node_modules/.package-lock.json ]; then
  npm run --silent prepare || exit 1
else
  npm ci --no-fund --no-audit || exit 1
fi

passed=0
failed=0
count() { if [ "$1" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi; }
# Beside each other; what one says comes after the one before.
said=$(mktemp -d)
npx --no-install tsc --noEmit -p renderer >"$said/renderer" 2>&1 & renderer=$!
npx --no-install biome check . >"$said/biome" 2>&1 & biome=$!
npx --no-install tsc --noEmit; count $?
wait "$renderer"; count $?
wait "$biome"; count $?
cat "$said/renderer" "$said/biome"
rm -r "$said"
mkdir -p .cache
rm -f .cache/tests.json
npx --no-install vitest run --reporter=default --reporter=json --outputFile=.cache/tests.json
status=$?
totals=$(node -p "const r=require('./.cache/tests.json'); r.numPassedTests+' '+(r.numFailedTests+r.testResults.filter(f=>f.status==='failed'&&f.assertionResults.length===0).length)" 2>/dev/null) || totals='0 1'
passed=$((passed + ${totals% *}))
failed=$((failed + ${totals#* }))
[ "$status" = 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
