#!/usr/bin/env python3
"""Trains MoodDeck's reference network with PyTorch and prints what `mooddeck bench train --json` prints.

The network, batch, loss and optimiser are those of src/MoodDeck.Training/Architectures/ReferenceNet.cs.
"""
import argparse
import json
import os
import resource
import time

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--batch", type=int, default=64)
parser.add_argument("--threads", type=int, default=os.cpu_count())
parser.add_argument("--seconds", type=float, default=10)
parser.add_argument("--layout", choices=["nchw", "nhwc"], default="nchw", help="memory layout: contiguous or channels_last")
parser.add_argument("--mkldnn", choices=["on", "off"], default="on", help="oneDNN, or PyTorch's own kernels over the BLAS")
parser.add_argument("--version", action="store_true")
arguments = parser.parse_args()

# Before torch is loaded: each library reads its thread count from the environment.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = str(arguments.threads)

import torch  # noqa: E402
from torch import nn  # noqa: E402

if arguments.version:
    print(torch.__version__)
    raise SystemExit

torch.manual_seed(1)
torch.set_num_threads(arguments.threads)
torch.set_num_interop_threads(1)
torch.set_flush_denormal(True)
torch.backends.mkldnn.flags(enabled=arguments.mkldnn == "on").__enter__()


def pair(inputs, outputs):
    layers = []
    for channels in (inputs, outputs):
        layers += [nn.Conv2d(channels, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]
    return layers + [nn.MaxPool2d(2)]


network = nn.Sequential(
    *pair(1, 32), *pair(32, 64), *pair(64, 128), nn.Flatten(), nn.Linear(4608, 256), nn.ReLU(inplace=True), nn.Linear(256, 8)
)
layout = torch.channels_last if arguments.layout == "nhwc" else torch.contiguous_format
network = network.to(memory_format=layout).train()
optimiser = torch.optim.SGD(network.parameters(), lr=0.01, momentum=0.9, weight_decay=5e-4, nesterov=True, foreach=True)
images = torch.randn(arguments.batch, 1, 48, 48).contiguous(memory_format=layout)
labels = torch.randint(0, 8, (arguments.batch,))


def macs():
    total = 0

    def count(module, inputs, output):
        nonlocal total
        if isinstance(module, nn.Conv2d):
            total += output[0].numel() * module.in_channels * 9
        if isinstance(module, nn.Linear):
            total += module.in_features * module.out_features

    hooks = [module.register_forward_hook(count) for module in network]
    with torch.no_grad():
        network.eval()(images[:1])
    network.train()
    for hook in hooks:
        hook.remove()
    return total


def step():
    """One step; returns the seconds of its forward half."""
    start = time.perf_counter()
    loss = nn.functional.cross_entropy(network(images), labels)
    forward = time.perf_counter() - start
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    optimiser.step()
    return forward


per_image = macs()
warm = time.perf_counter()
warmed = 0
while warmed < 3 or time.perf_counter() - warm < min(2, arguments.seconds):
    step()
    warmed += 1
steps, forward = 0, 0.0
start, cpu = time.perf_counter(), time.process_time()
while steps == 0 or time.perf_counter() - start < arguments.seconds:
    forward += step()
    steps += 1
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
rate = steps * arguments.batch / wall
print(json.dumps({
    "macsPerImage": per_image,
    "batch": arguments.batch,
    "threads": arguments.threads,
    "imagesPerSecond": rate,
    "imagesPerCpuSecond": steps * arguments.batch / cpu,
    "gflops": 6 * per_image * rate / 1e9,
    "steps": steps,
    "forwardMs": 1000 * forward / steps,
    "backwardMs": 1000 * (wall - forward) / steps,
    "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
