#!/bin/sh
# What a bare Debian 13 lacks to be a place of work: JDK 25 with its sources of certificates and fonts (charts are drawn
# without a display, but not without a font), Python, git, and what an editor's terminal expects.
set -eu

export DEBIAN_FRONTEND=noninteractive
apt-get update -q </dev/null
apt-get install -q -y --no-install-recommends \
    openjdk-25-jdk-headless ca-certificates fontconfig fonts-dejavu-core \
    python3 python3-venv \
    bash-completion curl git less openssh-client procps sudo unzip util-linux </dev/null
rm -rf /var/lib/apt/lists/*
