#!/usr/bin/env python3
"""Reads the lines that run.sh collects (NAME JSON) and writes the tables."""
import datetime
import json
import os
import platform
import subprocess
import sys

runs = {}
for line in sys.stdin:
    name, figures = line.split(" ", 1)
    runs[name] = json.loads(figures)


def processor():
    with open("/proc/cpuinfo", encoding="ascii") as info:
        fields = dict(tuple(part.strip() for part in line.split(":", 1)) for line in info if ":" in line)
    return f"{fields['model name']} (family {fields['cpu family']}, model {fields['model']}), {os.cpu_count()} cores"


def version(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


def package(name):
    return version("dpkg-query", "-W", "-f", "${Version}", name)


def row(name, speed):
    stages = speed["stages"]
    figures = (speed["medianMs"], speed["p95Ms"], stages["decodeMs"], stages["detectMs"], stages["classifyMs"], speed["cpuMs"])
    return f"| {name} | " + " | ".join(f"{f:.2f}" for f in figures) + " |"


frame = runs["frame"]
reference = frame["reference"]
priority = os.environ.get("PRIORITY")
out = [
    "# A camera frame",
    "",
    f"Written by `bench/frame/run.sh` on {datetime.date.today().isoformat()}.",
    "",
    f"- Processor: {processor()}; load average {os.getloadavg()[2]:.0f}" + (f", times taken under `{priority}`" if priority else ""),
    f"- .NET {version('dotnet', '--version')} (SDK), {platform.system()} {platform.release().split('-')[0]}, libjpeg-turbo {package('libturbojpeg0')}",
    f"- OpenCV {package('python3-opencv')}, PyTorch {package('python3-torch')}, oneDNN {package('libdnnl2')}",
    f"- Detector `{frame['detector']}`, emotion model `{frame['model']}`",
    "",
    "## One thread",
    "",
    f"`mooddeck bench frame --opencv --frames {frame['frames']}`: decode, detect and classify a JPEG of {frame['width']}x{frame['height']} and",
    f"{frame['bytes'] / 1000:.0f} kB with {frame['faces']} face, warm, by turns of {frame['frames'] // 10} frames with {reference['frames'] // 10} of [opencv.py](opencv.py): OpenCV's decoder, its Haar cascade",
    "at scale 1.3, VGG19 on the 48x48 crop in PyTorch. Milliseconds; the stages are medians, CPU is the mean processor time.",
    "",
    "| | median | p95 | decode | detect | classify | CPU |",
    "|---|---|---|---|---|---|---|",
    row("MoodDeck", frame),
    row("MoodDeck, faces read once instead of averaged with their mirror image (`--flip false`)", runs["once"]),
    row(reference["name"], reference),
    "",
    f"MoodDeck is **{frame['timesFaster']:.0f} times** as fast.",
    "",
    "## The live socket",
    "",
    "`mooddeck bench sockets`: a server in a process of its own, cameras that send a swaying face over WebSockets at their own",
    f"pace for ten seconds after three of warming up; {runs['sockets']['processors']} processors, which the cameras share. The delay runs from sending a frame",
    "to its answer.",
    "",
    "| cameras | frames/s each | answered/s each | answered | median delay ms | p95 | server CPU ms a frame | server MiB |",
    "|---|---|---|---|---|---|---|---|",
    *(
        f"| {c['cameras']} | {c['rate']} | {c['framesPerSecond']:.1f} | {c['answered']} of {c['sent']} | {c['medianDelayMs']:.1f} | {c['p95DelayMs']:.1f} "
        f"| {c['serverCpuMsPerFrame']:.1f} | {c['serverMegabytes']:.0f} |"
        for c in runs["sockets"]["cases"]
    ),
]
if "soak" in runs:
    soak = runs["soak"]
    out += [
        "",
        "## Memory",
        "",
        f"`mooddeck bench frame --frames {soak['frames']}`: MiB resident after warming up and after each tenth of the frames:",
        f"{', '.join(f'{m:.0f}' for m in soak['residentMegabytes'])}. {soak['allocatedBytesPerFrame'] / 1024:.1f} KiB of managed memory are allocated for a frame.",
    ]
with open(sys.argv[1], "w", encoding="utf-8") as file:
    file.write("\n".join(out) + "\n")
print(sys.argv[1])
