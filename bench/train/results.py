#!/usr/bin/env python3
"""Reads the lines that run.sh collects (NAME SETTING THREADS JSON): names PyTorch's best setting, or writes the table."""
import collections
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys

runs = collections.defaultdict(list)
tried = collections.defaultdict(list)
chosen = {}
for line in sys.stdin:
    name, setting, threads, figures = line.split(" ", 3)
    key = (setting if name == "try" else name, int(threads))
    runs[key].append(json.loads(figures))
    if name == "try":
        tried[int(threads)].append(key)
    if name.startswith("pytorch"):
        chosen[int(threads)] = setting


def median(key, figure):
    return statistics.median(r[figure] for r in runs[key])


def spread(key, figure):
    values = [r[figure] for r in runs[key]]
    return f"{statistics.median(values):.0f} ({min(values):.0f}-{max(values):.0f})"


if sys.argv[1] == "best":
    print(max(tried[int(sys.argv[2])], key=lambda key: median(key, "imagesPerCpuSecond"))[0])
    raise SystemExit


def processor():
    with open("/proc/cpuinfo", encoding="ascii") as info:
        lines = [line.split(":", 1) for line in info if ":" in line]
    fields = {key.strip(): value.strip() for key, value in lines}
    return f"{fields['model name']} (family {fields['cpu family']}, model {fields['model']}), {os.cpu_count()} cores"


def version(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


torch = version(os.environ["PYTHON"], "-c", "import torch; print(torch.__version__)")
blas = version("dpkg-query", "-W", "-f", "${Version}", "libopenblas0-pthread")
dnnl = version("dpkg-query", "-W", "-f", "${Version}", "libdnnl2")
count = len(runs["mooddeck256", 1])
out = [
    "# Training beside PyTorch",
    "",
    f"Written by `bench/train/run.sh` on {datetime.date.today().isoformat()}: the reference network of `mooddeck bench train`",
    "(48 x 48 x 1, batch 64, float32, 86.8 MMAC; forward, cross-entropy, backward, Nesterov SGD), MoodDeck and PyTorch by turns,",
    f"{count} runs each, medians with the least and the greatest. CPU-seconds are processor time of all threads; they change least",
    "when other programs work on the machine. GFLOPS count a plain convolution's operations; MoodDeck's 3 x 3 layers need about a",
    "quarter of them (Winograd's minimal filtering).",
    "",
    f"- Processor: {processor()}",
    f"- .NET {version('dotnet', '--version')} (SDK), {platform.system()} {platform.release().split('-')[0]}",
    f"- PyTorch {torch}, oneDNN {dnnl}, OpenBLAS {blas}, settings `{chosen[1]}` on one thread and `{chosen[2]}` on two (see below)",
    "",
    "| registers | threads | | images/s | images/CPU-s | GFLOPS | forward ms | backward ms | peak MiB |",
    "|---|---|---|---|---|---|---|---|---|",
]
for bits in (512, 256):
    for threads in (1, 2):
        ours, theirs = (f"mooddeck{bits}", threads), (f"pytorch{bits}", threads)
        if ours not in runs:
            continue
        for name, key in (("MoodDeck", ours), ("PyTorch", theirs)):
            cells = [spread(key, "imagesPerSecond"), spread(key, "imagesPerCpuSecond")]
            cells += [f"{median(key, f):.0f}" for f in ("gflops", "forwardMs", "backwardMs", "peakMegabytes")]
            out.append(f"| {bits} bit | {threads} | {name} | " + " | ".join(cells) + " |")
        ratios = [median(ours, f) / median(theirs, f) for f in ("imagesPerSecond", "imagesPerCpuSecond")]
        out.append(f"| {bits} bit | {threads} | **MoodDeck / PyTorch** | **{ratios[0]:.2f}** | **{ratios[1]:.2f}** | | | | |")
out += [
    "",
    "256 bit: AVX-512 switched off for both (`DOTNET_EnableAVX512=0`; `ONEDNN_MAX_CPU_ISA=AVX2`, `OPENBLAS_CORETYPE=Haswell`,",
    "`ATEN_CPU_CAPABILITY=avx2`).",
    "",
    "## PyTorch's setting",
    "",
    "Tried with the widest registers, in images per CPU-second; the best is used throughout:",
    "",
    *(
        f"- {threads} thread{'s' if threads > 1 else ''}: "
        + ", ".join(f"`{key[0]}` {median(key, 'imagesPerCpuSecond'):.0f}" for key in sorted(keys, key=lambda k: -median(k, "imagesPerCpuSecond")))
        for threads, keys in tried.items()
    ),
    "",
    "`nhwc` is channels_last, `plain` is without oneDNN, `keep` lets glibc keep freed memory (mmap and trim threshold of some",
    "GiB), `huge` also asks for pages of 2 MiB (`glibc.malloc.hugetlb=1`), `passive` is `OMP_WAIT_POLICY`.",
]
memory = runs.get(("memory", 2))
if memory:
    m = memory[0]
    out += [
        "",
        "## Memory",
        "",
        f"`mooddeck bench train --json --seconds …`, {m['steps']} steps of batch {m['batch']} on {m['threads']} threads: {m['megabytesAtStart']:.0f} MiB resident",
        f"after warming up, {m['megabytesAtEnd']:.0f} MiB at the end, {m['peakMegabytes']:.0f} MiB at most; {m['allocatedBytesPerStep'] / 1024:.0f} KiB managed memory allocated",
        "in a step.",
    ]
with open(sys.argv[2], "w", encoding="utf-8") as file:
    file.write("\n".join(out) + "\n")
print(sys.argv[2])
