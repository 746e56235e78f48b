#!/usr/bin/python3
"""What others use, on the same labelled pictures as `mooddeck evaluate faces`: OpenCV's Haar cascade, YuNet, UltraFace.

    opencv.py --images faces.zip --labels labels.csv --prefix val/ --haar CASCADE.xml [--yunet YUNET.onnx] [--ultraface RFB-320.onnx]
    opencv.py … --haar CASCADE.xml --agree     also: does our reading of the cascade find what OpenCV finds?
    opencv.py … --frames DIR                   also: write the pictures enlarged to 640 x 480, for `mooddeck evaluate faces`

MOODDECK names another command than ./mooddeck. Needs python3-opencv (4.5.4 or newer for YuNet); the cascade is in opencv-data. Everything runs on one thread. The rules are
MoodDeck's: a hit overlaps by half, the surest detection chooses first, faces under 20 px high do not count, average precision
is the area under the best precision at each recall or more.
"""
import argparse
import csv
import json
import os
import statistics
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path

import cv2
import numpy

LEAST_IOU = 0.5
LEAST_HEIGHT = 20
BATCH = 250
FRAMES = 50


def overlap(a, b):
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (a[2] * a[3] + b[2] * b[3] - width * height)


class Pictures:
    def __init__(self, images, labels, prefix):
        self.faces, self.source = {}, {}
        with open(labels, newline="") as file:
            for row in csv.DictReader(file):
                if not row["image"].startswith(prefix):
                    continue
                self.source[row["image"]] = row["source"]
                boxes = self.faces.setdefault(row["image"], [])
                if row["x"]:
                    boxes.append(tuple(float(row[c]) for c in "xywh"))
        with zipfile.ZipFile(images) as archive:
            self.files = {name: archive.read(name) for name in self.faces}

    def decode(self, name, flags):
        return cv2.imdecode(numpy.frombuffer(self.files[name], numpy.uint8), flags)


class Haar:
    flags = cv2.IMREAD_GRAYSCALE

    def __init__(self, path, factor, neighbours):
        self.name = f"OpenCV Haar {factor}/{neighbours}"
        self.cascade, self.factor, self.neighbours = cv2.CascadeClassifier(path), factor, neighbours
        self.threshold = 0.5

    def plain(self, picture):
        return [tuple(map(float, box)) for box in self.cascade.detectMultiScale(picture, self.factor, self.neighbours)]

    # OpenCV tells the number of windows that agree only through detectMultiScale2.
    def detect(self, picture):
        boxes, counts = self.cascade.detectMultiScale2(picture, self.factor, 1)
        least = self.neighbours + 1
        return [(tuple(map(float, box)), n / (n + least)) for box, n in zip(boxes, numpy.ravel(counts))]


class YuNet:
    flags = cv2.IMREAD_COLOR

    def __init__(self, path, side):
        self.name, self.side, self.threshold = f"YuNet {side}", side, 0.6
        self.net = cv2.FaceDetectorYN.create(path, "", (side, side), 0.02, 0.3, 5000)

    def detect(self, picture):
        scale = self.side / max(picture.shape[:2])
        small = cv2.resize(picture, None, fx=scale, fy=scale)
        self.net.setInputSize((small.shape[1], small.shape[0]))
        found = self.net.detect(small)[1]
        return [] if found is None else [(tuple(v / scale for v in row[:4]), float(row[-1])) for row in found]


class UltraFace:
    flags = cv2.IMREAD_COLOR

    def __init__(self, path):
        self.name, self.threshold, self.net = "UltraFace RFB-320", 0.7, cv2.dnn.readNet(path)

    def detect(self, picture):
        height, width = picture.shape[:2]
        self.net.setInput(cv2.dnn.blobFromImage(picture, 1 / 128, (320, 240), (127, 127, 127), swapRB=True))
        scores, boxes = self.net.forward(["scores", "boxes"])
        found = []
        for score, (x1, y1, x2, y2) in zip(scores[0, :, 1], boxes[0]):
            if score >= 0.02:
                found.append(((x1 * width, y1 * height, (x2 - x1) * width, (y2 - y1) * height), float(score)))
        keep = cv2.dnn.NMSBoxes([f[0] for f in found], [f[1] for f in found], 0.02, 0.3) if found else []
        return [found[int(i)] for i in numpy.ravel(keep)]


def judge(pictures, detector):
    outcomes, times, faces, free = [], [], 0, 0
    per_source = {}
    for name, boxes in pictures.faces.items():
        picture = pictures.decode(name, detector.flags)
        start = time.perf_counter()
        found = detector.detect(picture)
        times.append(1000 * (time.perf_counter() - start))
        counted = [b for b in boxes if b[3] >= LEAST_HEIGHT]
        faces += len(counted)
        free += not boxes
        tally = per_source.setdefault(pictures.source[name], [0, 0])
        tally[0] += len(counted)
        taken = set()
        for box, score in sorted(found, key=lambda f: -f[1]):
            options = [(overlap(box, b), i) for i, b in enumerate(counted) if i not in taken and overlap(box, b) >= LEAST_IOU]
            if options:
                taken.add(max(options)[1])
                tally[1] += score >= detector.threshold
            elif any(overlap(box, b) >= LEAST_IOU for b in boxes if b[3] < LEAST_HEIGHT):
                continue
            outcomes.append((score, bool(options), not boxes))
    outcomes.sort(key=lambda o: -o[0])
    area, best, hits = 0.0, 0.0, sum(o[1] for o in outcomes)
    for i in range(len(outcomes) - 1, -1, -1):
        best = max(best, hits / (i + 1))
        if outcomes[i][1]:
            area += best / faces
            hits -= 1
    counted = [o for o in outcomes if o[0] >= detector.threshold]
    hits = sum(o[1] for o in counted)
    print(f"{detector.name}: {len(times)} pictures, {faces} faces: recall {hits / faces:.3f}, precision {hits / max(1, len(counted)):.3f}, "
          f"average precision {area:.3f}, {sum(o[2] for o in counted)} false alarms on {free} face-free pictures, median {statistics.median(times):.1f} ms")
    print("   recall by source: " + ", ".join(f"{s} {h / n:.3f} of {n}" for s, (n, h) in sorted(per_source.items()) if n))


def frame_time(pictures, detector):
    times = []
    for name in list(pictures.faces)[:FRAMES]:
        frame = cv2.resize(pictures.decode(name, detector.flags), (640, 480))
        start = time.perf_counter()
        detector.detect(frame)
        times.append(1000 * (time.perf_counter() - start))
    print(f"   the first {FRAMES} enlarged to 640 x 480: median {statistics.median(times):.1f} ms")


def write_frames(pictures, folder):
    Path(folder).mkdir(parents=True, exist_ok=True)
    with open(f"{folder}/labels.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["image", "x", "y", "w", "h", "source"])
        for name in list(pictures.faces)[:FRAMES]:
            picture = pictures.decode(name, cv2.IMREAD_GRAYSCALE)
            fx, fy = 640 / picture.shape[1], 480 / picture.shape[0]
            image = name.replace("/", "-").rsplit(".", 1)[0] + ".png"
            cv2.imwrite(f"{folder}/{image}", cv2.resize(picture, (640, 480)))
            for x, y, w, h in pictures.faces[name] or [("",) * 4]:
                rows.writerow([image, x * fx, y * fy, w * fx, h * fy, pictures.source[name]] if x != "" else [image, "", "", "", "", pictures.source[name]])


def agree(pictures, cascade):
    mooddeck = os.environ.get("MOODDECK", str(Path(__file__).resolve().parents[2] / "mooddeck")).split()
    theirs = Haar(cascade, 1.1, 3)
    only_theirs, only_ours, both = 0, 0, []
    names = list(pictures.faces)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, name in enumerate(names):
            paths.append(f"{folder}/{i:05}.png")
            cv2.imwrite(paths[-1], pictures.decode(name, cv2.IMREAD_GRAYSCALE))
        answers = []
        for first in range(0, len(paths), BATCH):
            batch = [*mooddeck, "analyze", *paths[first:first + BATCH], "--detector", cascade, "--json"]
            answers += json.loads(subprocess.run(batch, check=True, stdout=subprocess.PIPE, text=True).stdout)["images"]
    for name, answer in zip(names, answers):
        ours = [tuple(f["box"][c] for c in ("x", "y", "width", "height")) for f in answer["faces"]]
        for box in theirs.plain(pictures.decode(name, cv2.IMREAD_GRAYSCALE)):
            nearest = max(ours, key=lambda o: overlap(o, box), default=None)
            if nearest is None or overlap(nearest, box) < LEAST_IOU:
                only_theirs += 1
                continue
            ours.remove(nearest)
            both.append(overlap(nearest, box))
        only_ours += len(ours)
    print(f"{Path(cascade).name} on {len(names)} pictures: {len(both)} detections in common with a mean overlap of {statistics.mean(both):.3f}, "
          f"{only_theirs} by OpenCV alone, {only_ours} by MoodDeck alone")


def main():
    parser = argparse.ArgumentParser()
    for name in ("--images", "--labels"):
        parser.add_argument(name, required=True)
    parser.add_argument("--prefix", default="val/")
    for name in ("--haar", "--yunet", "--ultraface"):
        parser.add_argument(name)
    parser.add_argument("--agree", action="store_true")
    parser.add_argument("--frames")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    pictures = Pictures(options.images, options.labels, options.prefix)
    if options.frames:
        write_frames(pictures, options.frames)
    detectors = []
    if options.haar:
        detectors += [Haar(options.haar, 1.1, 3), Haar(options.haar, 1.3, 5)]
    if options.yunet:
        detectors += [YuNet(options.yunet, 320), YuNet(options.yunet, 640)]
    if options.ultraface:
        detectors.append(UltraFace(options.ultraface))
    for detector in detectors:
        judge(pictures, detector)
        frame_time(pictures, detector)
    if options.agree:
        agree(pictures, options.haar)


if __name__ == "__main__":
    main()
