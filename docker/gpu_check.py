#!/usr/bin/env python3
"""Runs bundles on a GPU and on the CPU, and reports the differences and the speed of the GPU.

For machines with any PyTorch with CUDA, where libtorch 2.7.1 with CUDA is not available:
    python3 docker/gpu_check.py src/main/resources/models/*
The exit status is 1 if a logit differs by more than 1e-4, relative to the logit or to 1, whichever is
larger. TF32, the default of PyTorch's LSTMs, exceeds this; NVIDIA_TF32_OVERRIDE=0 disables it.
"""
import json
import sys
import time
from pathlib import Path

import torch

TOLERANCE = 1e-4
STEPS = {"maneuver-lstm": 60, "maneuver-lstm-daily": 30}


def windows(batch, steps, inputs, seed):
    """Normalised rows of a random number of steps each, zero beyond, and those numbers."""
    random = torch.Generator().manual_seed(seed)
    lengths = torch.randint(max(2, steps // 2), steps + 1, (batch,), generator=random)
    x = torch.randn(batch, steps, inputs, generator=random)
    x[:, :, -1] = 1
    x[torch.arange(steps)[None, :] >= lengths[:, None]] = 0
    return x, lengths


def rate(network, x, lengths):
    """Windows a second, copies to the GPU and back left out; the median of ten runs."""
    for _ in range(10):
        network(x, lengths)
    times = []
    for _ in range(10):
        torch.cuda.synchronize()
        began = time.perf_counter()
        for _ in range(20):
            network(x, lengths)
        torch.cuda.synchronize()
        times.append((time.perf_counter() - began) / 20)
    return len(x) / sorted(times)[5]


def check(directory):
    bundle = json.loads((directory / "bundle.json").read_text())
    cpu = torch.jit.load(str(directory / "model.pt"), map_location="cpu").eval()
    gpu = torch.jit.load(str(directory / "model.pt"), map_location="cuda").eval()
    inputs, steps = bundle["architecture"]["inputs"], STEPS.get(bundle["name"], 60)
    exact = torch.jit.load(str(directory / "model.pt"), map_location="cpu").eval().double()
    largest, of_cpu = {}, 0
    for tf32 in (True, False):
        torch.backends.cudnn.allow_tf32 = torch.backends.cuda.matmul.allow_tf32 = tf32
        for batch in (1, 7, 128, 4096):
            x, lengths = windows(batch, steps, inputs, batch)
            wanted = cpu(x, lengths)
            true = exact(x.double(), lengths)
            of_cpu = max(of_cpu, ((wanted - true).abs() / true.abs().clamp(min=1)).max().item())
            difference = (wanted - gpu(x.cuda(), lengths.cuda()).cpu()).abs()
            relative = (difference / wanted.abs().clamp(min=1)).max().item()
            largest[tf32] = max(largest.get(tf32, 0), relative)
    speeds = []
    for batch in (128, 4096):
        x, lengths = windows(batch, steps, inputs, 1)
        speeds.append(f"{rate(gpu, x.cuda(), lengths.cuda()):,.0f} at {batch}")
    print(
        f"{bundle['name']} {bundle['version']}, {steps} steps of {inputs}: largest difference of logits "
        f"{largest[False]:.1e} ({largest[True]:.1e} with TF32; of the CPU from double precision {of_cpu:.1e}); windows/s {', '.join(speeds)}"
    )
    return largest[False] <= TOLERANCE


if __name__ == "__main__":
    print(torch.cuda.get_device_name(), "PyTorch", torch.__version__)
    with torch.inference_mode():
        good = [check(Path(directory)) for directory in sys.argv[1:]]
    sys.exit(not all(good))
