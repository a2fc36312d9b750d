# shellcheck shell=bash
# What the scripts of this folder share; they source it. A folder for a run of the script is $work, which goes when it ends.

here=$(cd -P "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
home=$(dirname "$here")
script=$(basename "$0")

say() { printf '%s\n' "$*" >&2; }
die() { say "$script: $*"; exit 1; }

work=$(mktemp -d)
pid=
finish() {
  stop_asterism
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

# Sets chosen to a port of loopback that nobody has now.
next_port=$((20000 + RANDOM % 10000))
free_port() {
  while grep -qi ":$(printf '%04X' "$next_port") " /proc/net/udp; do next_port=$((next_port + 1)); done
  chosen=$next_port
  next_port=$((next_port + 1))
}

perf() { "$home/asterism" perf "$@"; }

# configure_asterism FOLDER PORT FAR [LINES]: compare.d's configuration, and further lines of asterisk.conf, [options]
configure_asterism() {
  local file
  mkdir -p "$1"/{etc,lib,run,log,spool}
  for file in "$here"/compare.d/etc/*; do
    sed "s/@PORT@/$2/; s/@FAR@/$3/" "$file" >"$1/etc/$(basename "$file")"
  done
  {
    printf '[directories]\nastetcdir => .\nastvarlibdir => ../lib\nastdbdir => ../lib\nastkeydir => .\n'
    printf 'astspooldir => ../spool\nastrundir => ../run\nastlogdir => ../log\n[options]\n%s\n' "${4:-}"
  } >"$1/etc/asterisk.conf"
}

# start_asterism FOLDER [COMMAND ...]: starts what is configured there, through a command such as taskset; sets pid, fails if it does not start
start_asterism() {
  local folder=$1 tries=0
  shift
  rm -f "$folder/output.txt" # what an earlier start said is not to be taken for this one's
  "$@" "$home/asterism" -C "$folder/etc/asterisk.conf" -f >"$folder/output.txt" 2>&1 </dev/null &
  pid=$!
  until grep -qs 'Asterism Ready' "$folder/output.txt"; do
    if ((++tries > 600)) || ! kill -0 "$pid" 2>/dev/null; then
      say "  it did not start: $(tail -n 5 "$folder/output.txt")"
      stop_asterism
      return 1
    fi
    sleep 0.1
  done
}

stop_asterism() {
  if [[ -n $pid ]]; then
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  fi
  pid=
}

# The JDK that runs it: jdk_tool NAME ARGUMENTS
jdk_tool() {
  local tool
  tool=$(dirname "$(readlink "/proc/$pid/exe")")/$1
  shift
  "$tool" "$@"
}

# CPU time of all its threads, in ns.
cpu_ns() { cat "/proc/$pid/task"/*/schedstat | awk '{ sum += $1 } END { printf "%.0f", sum }'; }

machine() {
  echo "$(nproc) cores of $(sed -n 's/^model name[^:]*: *//p;' /proc/cpuinfo | head -n 1), Linux $(uname -r), $(date -u +%F)"
}

# median FILE COLUMN DIGITS [LABEL]: of a column by its name, in the rows of a label; a dash where there is none
median() {
  [[ -s $1 ]] || { printf '–'; return 0; }
  awk -F, -v wanted="$2" -v digits="$3" -v label="${4:-}" '
    NR == 1 { for (i = 1; i <= NF; i++) if ($i == wanted) column = i; next }
    label != "" && $1 != label { next }
    column && $column != "" { v[++n] = $column + 0 }
    END {
      if (!n) { printf "–"; exit }
      for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t }
      printf "%.*f", digits, n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
    }' "$1"
}

# document NAME FILE: puts the file between the marks of that name in docs/performance.md
document() {
  local page=$home/docs/performance.md
  grep -q "^<!-- benchmarks/$1 writes from here -->$" "$page" || die "$page has no place for $1"
  awk -v name="$1" -v section="$2" '
    { if (!skip) print }
    $0 == "<!-- benchmarks/" name " writes from here -->" { while ((getline line < section) > 0) print line; skip = 1 }
    $0 == "<!-- benchmarks/" name " writes to here -->" { skip = 0; print }' "$page" >"$work/page"
  cat "$work/page" >"$page"
}
