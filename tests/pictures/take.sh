#!/usr/bin/env bash
# Takes the pictures of the README: pages of the guide that comes with the program, as Chromium shows them.
# Needs chromium, and a `frontrow` that runs in the folder of the project. pngquant, where it is there, makes them small.
set -euo pipefail
cd "$(dirname "$0")"
site=${1:-http://127.0.0.1:8080}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

take() { # name path light|dark
    local scheme=1
    [[ $3 == dark ]] && scheme=0
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --disable-background-networking \
        --disable-component-update --no-first-run --user-data-dir="$profile" \
        --blink-settings=preferredColorScheme=$scheme --window-size=1000,760 --virtual-time-budget=4000 \
        --screenshot="$1.png" "$site$2" >/dev/null 2>&1
    if command -v pngquant >/dev/null; then
        pngquant --force --speed 1 --quality 60-90 --output "$1.png" "$1.png"
    fi
}

take film /red-rocket light
take section /red-rocket/critical-reception dark
take chat-light "/chat#tell me about mikey" light
take chat-dark "/chat#is red roket ok for kids?" dark
