#!/bin/sh
# Reads exported timelines back with the tools' own parsers and fails when an event is lost. Needs Node 20, npm and the
# network; not part of `cargo test`. From the project's folder:
#
#     cargo build && tests/formats/read-back.sh
#
# The parsers go into a temporary folder outside the project (or into $READ_BACK, if that is set, to use it again).
# $QUIZLINE names another program than target/debug/quizline.
set -eu
project=$(cd "$(dirname "$0")/../.." && pwd)
quizline=${QUIZLINE:-${CARGO_TARGET_DIR:-$project/target}/debug/quizline}
folder=${READ_BACK:-$(mktemp -d)}
[ -n "${READ_BACK:-}" ] || trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder"
cp "$project/tests/formats/read-back.mjs" "$folder/"
cd "$folder"
[ -d node_modules/mermaid ] || {
  [ -f package.json ] || echo '{"private": true, "type": "module"}' > package.json
  npm install --silent --no-audit --no-fund --ignore-scripts @markwhen/parser@1.2.0 mermaid@11.17.2 jsdom@26
}
for pack in "$project"/quizzes/*.toml "$project"/tests/formats/*.toml; do
  for format in json mermaid markwhen timelinejs; do
    "$quizline" timeline "$pack" --format "$format" > "$format.out" 2>> notes.txt
  done
  node read-back.mjs "$(basename "$pack")"
done
