#!/usr/bin/env bash
# Writes frontend/wailsjs anew from what app.Desk offers the window.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

# The generator starts the application: give it a profile that is nobody's, and
# the name of a display, which it asks for and never opens.
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
DISPLAY=:none XDG_DATA_HOME=$profile step "Liaisons TypeScript" "TypeScript bindings" go tool wails generate module -tags webkit2_41
