#!/bin/sh
# Brings Temporal's two databases to the version of this image. Running it again changes nothing.
set -eu

for part in temporal:temporal temporal_visibility:visibility; do
  temporal-sql-tool --database "${part%:*}" setup-schema -v 0.0
  temporal-sql-tool --database "${part%:*}" update-schema --schema-name "postgresql/v12/${part#*:}"
done
