#!/bin/sh
# One backup, checked at once, and those older than a week removed. Run as plumbline; the server may be running.
# Erasing a workshop's personal data cannot reach a backup made before: that is why none is kept for long.
set -eu
umask 077
to=/var/backups/plumbline
file="$to/$(date -u +%Y-%m-%dT%H%M%SZ).zip"
cd /opt/plumbline
export DATA_DIR=/var/lib/plumbline
node_modules/node/bin/node server/cli/index.ts backup "$file"
node_modules/node/bin/node server/cli/index.ts verify "$file"
find "$to" -name '*.zip' -mtime +7 -delete
