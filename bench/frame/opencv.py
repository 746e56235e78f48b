#!/usr/bin/env python3
"""What comparable projects run on a camera frame: decode it with OpenCV, find the face with the Haar cascade at scale 1.3,
read it with VGG19 (batch norm, one linear layer) on the 48x48 crop in PyTorch. One thread. The weights are random: they do
not change the speed.

`mooddeck bench frame --opencv` talks to it over stdin and stdout: a line with the JPEG in base64, answered with the faces
found; then lines with numbers of frames, each answered with the milliseconds of [decode, detect, classify, all] for each
frame and the processor time of all together. Needs Debian's python3-opencv, opencv-data and python3-torch.
"""
import argparse
import base64
import json
import os
import sys
import time

# Before the libraries are loaded: each reads its thread count from the environment.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import cv2  # noqa: E402
import numpy  # noqa: E402
import torch  # noqa: E402
from torch import nn  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--cascade", default="/usr/share/opencv4/haarcascades/haarcascade_frontalface_default.xml")
arguments = parser.parse_args()

cv2.setNumThreads(1)
torch.set_num_threads(1)
torch.set_num_interop_threads(1)
torch.manual_seed(1)

cascade = cv2.CascadeClassifier(arguments.cascade)
if cascade.empty():
    sys.exit(f"{arguments.cascade} is no cascade; install Debian's opencv-data")


def vgg19(classes):
    layers, channels = [], 1
    for width, convolutions in ((64, 2), (128, 2), (256, 4), (512, 4), (512, 4)):
        for _ in range(convolutions):
            layers += [nn.Conv2d(channels, width, 3, padding=1), nn.BatchNorm2d(width), nn.ReLU(inplace=True)]
            channels = width
        layers.append(nn.MaxPool2d(2))
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(512, classes))


network = vgg19(7).eval()


def read(jpeg):
    """Milliseconds of the stages and of all, and how many faces."""
    start = time.perf_counter()
    grey = cv2.cvtColor(cv2.imdecode(jpeg, cv2.IMREAD_COLOR), cv2.COLOR_BGR2GRAY)
    decoded = time.perf_counter()
    faces = cascade.detectMultiScale(grey, 1.3, 5)
    detected = time.perf_counter()
    for x, y, w, h in faces:
        crop = cv2.resize(grey[y : y + h, x : x + w], (48, 48))
        torch.softmax(network(torch.from_numpy(crop).float().div(255)[None, None]), 1).argmax().item()
    end = time.perf_counter()
    return [1000 * t for t in (decoded - start, detected - decoded, end - detected, end - start)], len(faces)


with torch.inference_mode():
    picture = numpy.frombuffer(base64.b64decode(sys.stdin.readline()), numpy.uint8)
    warm = time.perf_counter()
    while time.perf_counter() - warm < 1:
        found = read(picture)[1]
    print(json.dumps({"faces": found, "openCv": cv2.__version__, "pyTorch": torch.__version__}), flush=True)
    for line in sys.stdin:
        cpu = time.process_time()
        times = [read(picture)[0] for _ in range(int(line))]
        print(json.dumps({"times": times, "cpuMs": 1000 * (time.process_time() - cpu)}), flush=True)
