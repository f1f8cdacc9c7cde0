#!/bin/sh
# Cài baocao từ thư mục này cho người đang dùng máy; không cần mạng, không cần quyền quản trị.
#   sh cai-dat.sh             cài (hoặc thay bản cũ)
#   sh cai-dat.sh --go-bo     gỡ
unset PYTHONSAFEPATH
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
for python in ${PYTHON:-} @PYTHON@ python3; do
    command -v "$python" >/dev/null 2>&1 || continue
    "$python" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] not in "@CO@".split())' 2>/dev/null || continue
    exec "$python" "$here/cai_dat.py" "$@"
done
cat >&2 <<'HET'
Máy chưa có Python dùng được với gói này (cần một trong các bản: @CO@), chưa cài gì.
  Debian, Ubuntu:   nhờ quản trị máy chạy   apt install python3 python3-venv
  Red Hat, Rocky:   nhờ quản trị máy chạy   dnf install python3.12
Máy không cài được Python thì dùng bản đóng gói kèm Python; xem DOC-TRUOC.txt.
HET
exit 1
