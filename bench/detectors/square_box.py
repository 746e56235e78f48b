#!/usr/bin/python3
"""Where a detector sees the face in FER2013's squares: the median box, in shares of the square's side.

    square_box.py FER2013.csv[.gz] [ROWS]

Each ROWS-th part of the Training rows is enlarged to 120 px, set on a picture as grey as the square's edge and read by
`./mooddeck analyze`. The rule in SquareFaces.cs comes from here.
"""
import csv
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import cv2
import numpy

SIDE, WIDTH, HEIGHT = 120, 320, 240
BATCH = 250
LEFT, TOP = (WIDTH - SIDE) // 2, (HEIGHT - SIDE) // 2


def squares(path, wanted):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", newline="") as file:
        rows = [r["pixels"] for r in csv.DictReader(file) if r["Usage"] == "Training"]
    for text in rows[:: max(1, len(rows) // wanted)]:
        yield numpy.array(text.split(), dtype=numpy.uint8).reshape(48, 48)


def frame(square):
    edge = numpy.concatenate([square[0], square[-1], square[:, 0], square[:, -1]]).mean()
    picture = numpy.full((HEIGHT, WIDTH), edge, numpy.uint8)
    picture[TOP:TOP + SIDE, LEFT:LEFT + SIDE] = cv2.resize(square, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
    return picture


def read(mooddeck, paths):
    answer = subprocess.run([*mooddeck, "analyze", *paths, "--json"], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(answer.stdout)["images"]


def main():
    mooddeck = os.environ.get("MOODDECK", str(Path(__file__).resolve().parents[2] / "mooddeck")).split()
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    shares = []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, square in enumerate(squares(sys.argv[1], wanted)):
            paths.append(f"{folder}/{i:05}.png")
            cv2.imwrite(paths[-1], frame(square))
        images = [image for first in range(0, len(paths), BATCH) for image in read(mooddeck, paths[first:first + BATCH])]
    for image in images:
        if not image["faces"]:
            continue
        box = max(image["faces"], key=lambda f: f["score"])["box"]
        shares.append(((box["x"] - LEFT) / SIDE, (box["y"] - TOP) / SIDE, box["width"] / SIDE, box["height"] / SIDE))
    print(f"{len(shares)} of {len(paths)} found")
    for name, values in zip(("left", "top", "width", "height"), zip(*shares)):
        low, middle, high = statistics.quantiles(values, n=4)
        print(f"{name}: median {middle:.3f} of the side, half of them {low:.3f} to {high:.3f}")


if __name__ == "__main__":
    main()
