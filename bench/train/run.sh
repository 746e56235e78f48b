#!/usr/bin/env bash
# Trains the reference network with MoodDeck and with PyTorch by turns and writes RESULTS.md beside this file.
#
#   bench/train/run.sh [ROUNDS] [SECONDS]     default: 5 rounds of 8 seconds each
#
# Needs Debian's python3-torch and libopenblas0; PYTHON names another Python that has PyTorch. MOODDECK names another
# command than ./mooddeck, for instance a build elsewhere. Of PyTorch's settings the best for this processor and this
# number of threads is chosen first, by images per CPU-second.
set -euo pipefail
rounds=${1:-5} seconds=${2:-8}
here=$(cd "$(dirname "$0")" && pwd)
read -ra mooddeck <<< "${MOODDECK:-$here/../../mooddeck}"
export PYTHON=${PYTHON:-$([ -x /usr/bin/python3 ] && echo /usr/bin/python3 || echo python3)}
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT

# glibc otherwise gives every large tensor back to the system and faults it in again at the next step; idle threads of
# OpenMP otherwise spin, which costs CPU-seconds.
keep=glibc.malloc.mmap_threshold=4294967296:glibc.malloc.trim_threshold=8589934592
pytorch() { # SETTING THREADS SECONDS
  local tunables="" wait=active layout=nchw mkldnn=on
  case $1 in *keep*) tunables=$keep ;; esac
  case $1 in *huge*) tunables=$keep:glibc.malloc.hugetlb=1 ;; esac
  case $1 in *nhwc*) layout=nhwc ;; esac
  case $1 in *plain*) mkldnn=off ;; esac
  case $1 in *passive*) wait=passive ;; esac
  GLIBC_TUNABLES=$tunables OMP_WAIT_POLICY=$wait "$PYTHON" "$here/pytorch.py" --threads "$2" --seconds "$3" --layout $layout --mkldnn $mkldnn
}

# 256-bit registers: what most processors have. The variables speak to .NET, oneDNN, OpenBLAS and PyTorch in turn.
narrow=(env DOTNET_EnableAVX512=0 ONEDNN_MAX_CPU_ISA=AVX2 DNNL_MAX_CPU_ISA=AVX2 OPENBLAS_CORETYPE=Haswell ATEN_CPU_CAPABILITY=avx2)
case_of() { if [ "$1" = 256 ]; then shift; "${narrow[@]}" "$@"; else shift; "$@"; fi; }
export -f pytorch
export here keep

note() { echo "$1 $2 $3 $4" | tee -a "$lines" >&2; }
settings="nchw,huge nhwc nhwc,keep nhwc,huge nhwc,huge,passive nhwc,huge,plain nhwc,huge,plain,passive"
declare -A best
for threads in 1 2; do
  for setting in $settings; do note try "$setting" $threads "$(pytorch "$setting" $threads 4)"; done
  best[$threads]=$("$PYTHON" "$here/results.py" best $threads < "$lines")
  echo "PyTorch's best setting for $threads threads: ${best[$threads]}" >&2
done

for bits in 512 256; do
  if [ $bits = 512 ] && ! grep -q avx512f /proc/cpuinfo; then continue; fi
  for threads in 1 2; do
    for ((round = 0; round < rounds; round++)); do
      note "mooddeck$bits" - $threads "$(case_of $bits "${mooddeck[@]}" bench train --json --threads $threads --seconds "$seconds")"
      note "pytorch$bits" "${best[$threads]}" $threads "$(case_of $bits bash -c "pytorch ${best[$threads]} $threads $seconds")"
    done
  done
done

# A long run: what a step needs must not grow.
note memory - 2 "$("${mooddeck[@]}" bench train --json --seconds "${MEMORY_SECONDS:-60}")"
"$PYTHON" "$here/results.py" write "$here/RESULTS.md" < "$lines"
