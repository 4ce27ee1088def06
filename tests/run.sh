#!/usr/bin/env bash
# Runs every test: the .NET projects, the viewer's units (Vitest) and the browser (Debian's Chromium).
# Installs what it needs: npm packages, and Chromium where no browser is found (as root; elsewhere the browser tests skip and say so).
# The last line is made from the real results: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
logs=artifacts/test-logs
mkdir -p "$logs"
passed=0 failed=0 skipped=0 broken=0

say() { printf '\n== %s\n' "$*"; }

# A step without tests of its own: its failure counts as one.
step() {
  local name=$1; shift
  say "$name"
  "$@" > "$logs/$name.log" 2>&1 || { tail -n 60 "$logs/$name.log"; echo "$name failed"; broken=1; failed=$((failed + 1)); }
}

install_chromium() {
  command -v chromium > /dev/null || command -v google-chrome > /dev/null || {
    [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null || { echo "no Chromium, and no right to install it"; return 0; }
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium
  }
}

count() { # NAME LABEL: reads "label: N" from a runner's summary
  sed -n "s/^ *$2: *\([0-9][0-9]*\).*/\1/p" "$logs/$1.log" | tail -n 1
}

dotnet_tests() {
  local name=$1
  say "$name"
  dotnet test --project "tests/$name" --no-build --no-ansi --no-progress > "$logs/$name.log" 2>&1
  local code=$? ok bad left
  ok=$(count "$name" succeeded); bad=$(count "$name" failed); left=$(count "$name" skipped)
  if [ -z "$ok" ]; then tail -n 60 "$logs/$name.log"; echo "$name gave no result (exit $code)"; failed=$((failed + 1)); return; fi
  [ "$code" = 0 ] || { grep -vE '^\s*$' "$logs/$name.log" | tail -n 120; }
  [ "$left" = 0 ] || grep -E 'skipped' "$logs/$name.log" | head -n 20
  echo "$name: $ok passed, $bad failed, $left skipped"
  [ "$code" = 0 ] || [ "$bad" != 0 ] || bad=1
  passed=$((passed + ok)); failed=$((failed + bad)); skipped=$((skipped + left))
}

viewer_tests() {
  say viewer
  (cd web && npx vitest run --reporter=json --outputFile=../"$logs"/viewer.json) > "$logs/viewer.log" 2>&1 || tail -n 60 "$logs/viewer.log"
  local numbers
  numbers=$(node -e 'const r=JSON.parse(require("fs").readFileSync(process.argv[1]));console.log(r.numPassedTests,r.numFailedTests+(r.numFailedTestSuites&&!r.numFailedTests?1:0),r.numPendingTests+r.numTodoTests)' "$logs/viewer.json" 2> /dev/null) || numbers="0 1 0"
  read -r ok bad left <<< "$numbers"
  echo "viewer: $ok passed, $bad failed, $left skipped"
  passed=$((passed + ok)); failed=$((failed + bad)); skipped=$((skipped + left))
}

step chromium install_chromium
step npm-ci bash -c 'cd web && npm ci --no-audit --no-fund'
step build dotnet build Graph.sln
[ "$broken" = 0 ] && step viewer-types bash -c 'cd web && npx tsc --noEmit'
if [ "$broken" = 0 ]; then
  viewer_tests
  for project in tests/*.Tests tests/Browser; do dotnet_tests "$(basename "$project")"; done
fi

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
