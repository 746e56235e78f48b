#!/usr/bin/env python3
"""Replays traces of `mooddeck bench live --trace FILE` with other parameters of the steady label, to choose them.

    mooddeck bench live --data fer2013.csv.gz --usage Training --kept-aside --faces 60 --minutes 0.5 --seed 1 --trace one.csv
    bench/live/replay.py one.csv two.csv --unsure 0.527 --unsure-of disgust=0.428 fear=0.294 --seconds 0.6 1 --jump 0.3 0.35 1

Each line is one rule: its changes in five minutes, the share of faces with any, milliseconds until a switch is followed and
the share never followed; once with the model's probabilities as they are and once for each --flatten, a temperature that makes
them as unsure as those of other faces. A --jump of 1 is never reached: without that rule. Needs only Python. The rule is that of SteadyLabel.cs
and ReadingJump.cs.
"""
import argparse, csv, itertools, math
from collections import defaultdict

NAMES = ["neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt"]
HAPPINESS, UNSURE = 1, 8
LONGEST_STEP, LONGEST_JUMP_STEP, SETTLING = 0.25, 0.1, 2.0
BOXES_SETTLE = 6  # frames the smoothed box of the face before is still felt in


def bounded(p): return min(max(p, 1e-6), 1 - 1e-6)
def odds(p): return math.log(bounded(p) / (1 - bounded(p)))


def leads(p, least):
    """How far each label is ahead of what speaks against it, and the top expression."""
    top = max(range(8), key=p.__getitem__)
    second = max(x for i, x in enumerate(p) if i != top)
    lead = [min(math.log(bounded(p[k]) / bounded(second if k == top else p[top])), odds(p[k]) - odds(least[k])) for k in range(8)]
    return lead + [odds(least[top]) - odds(p[top])], top


class Label:
    def __init__(self, rule):
        margin, seconds, most, happiness, unsure, self.jump, self.recent_seconds, self.usual_seconds, self.settle = rule
        self.recent = self.usual = self.since_jump = None
        self.margin, self.most = margin, most
        self.needed = [seconds * (happiness if k == HAPPINESS else unsure if k == UNSURE else 1) for k in range(9)]
        self.label, self.at, self.evidence = UNSURE, None, [0.0] * 9

    def add(self, frame, at):
        lead, top, p, least = frame
        last, self.at = self.at, at
        if last is None:
            self.label = UNSURE if lead[UNSURE] > 0 else top
            self.recent = self.usual = p
            return self.label
        judged = self.jumped(p, min(LONGEST_STEP, at - last))
        if judged:
            lead_now, top_now = leads(judged, least)
            self.label, self.evidence = UNSURE if lead_now[UNSURE] > 0 else top_now, [0.0] * 9
            return self.label
        step, best = min(LONGEST_STEP, at - last), self.label
        for k in range(9):
            if k == self.label: continue
            self.evidence[k] = max(0.0, self.evidence[k] + (max(-self.most, min(self.most, lead[k])) - self.margin) * step)
            if self.evidence[k] >= self.needed[k] and (best == self.label or lead[k] > lead[best]): best = k
        if best != self.label: self.label, self.evidence = best, [0.0] * 9
        return self.label


    def jumped(self, p, seconds):
        """What the label is now to be judged by, where the reading has jumped: ReadingJump.cs."""
        step = min(LONGEST_JUMP_STEP, seconds)
        self.recent = [q + (x - q) * (1 - math.exp(-step / self.recent_seconds)) for q, x in zip(self.recent, p)]
        self.usual = [q + (x - q) * (1 - math.exp(-step / self.usual_seconds)) for q, x in zip(self.usual, p)]
        if sum(abs(a - b) for a, b in zip(self.recent, self.usual)) / 2 > self.jump:
            self.usual, self.sum, self.since_jump = self.recent, p, 0.0
            return self.recent
        if self.since_jump is None: return None
        self.sum, self.since_jump = [a + b for a, b in zip(self.sum, p)], self.since_jump + seconds
        if self.since_jump < self.settle: return None
        self.recent = self.usual = [x / sum(self.sum) for x in self.sum]
        self.since_jump = None
        return self.recent


def read(paths, flatten, least):
    faces = defaultdict(lambda: {"still": [], "switched": []})
    for path in paths:
        with open(path, newline="") as file:
            for row in csv.DictReader(file):
                p = [float(row[n]) ** (1 / flatten) for n in NAMES] if row["id"] else None
                frame = (*leads([x / sum(p) for x in p], least), [x / sum(p) for x in p], least) if p else None
                faces[path, row["face"]][row["phase"]].append((float(row["seconds"]), frame))
    return [f for f in faces.values() if sum(frame is not None for _, frame in f["still"]) * 2 >= len(f["still"])]


def replay(faces, rule):
    changes, changed, watched, delays, never = 0, 0, 0.0, [], 0
    for face in faces:
        label, last, own = Label(rule), None, 0
        for at, frame in face["still"]:
            if frame is None: continue
            now = label.add(frame, at)
            own += at >= SETTLING and last is not None and now != last
            last = now
        changes, changed, watched = changes + own, changed + (own > 0), watched + face["still"][-1][0] - SETTLING
        alone = Label(rule)
        for at, frame in face["switched"][BOXES_SETTLE:]:
            if frame is not None: alone.add(frame, at)
        if alone.at is None or alone.label == label.label: continue
        start = face["switched"][0][0]
        delay = next((at - start for at, frame in face["switched"] if frame is not None and label.add(frame, at) == alone.label), None)
        if delay is None: never += 1
        else: delays.append(delay)
    switches = max(1, len(delays) + never)
    return 300 * changes / watched, changed / len(faces), 1000 * sum(delays) / max(1, len(delays)), never / switches


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("traces", nargs="+")
    parser.add_argument("--unsure", type=float, default=0.5, help="the model's least probability for naming an expression")
    for name, default in (("margin", 0.3), ("seconds", 1.0), ("most", 3.0), ("happiness", 0.5), ("unsure-share", 1.5), ("jump", 0.35), ("recent", 0.15), ("usual", 3.0), ("settle", 0.25)):
        parser.add_argument("--" + name, type=float, nargs="+", default=[default])
    parser.add_argument("--flatten", type=float, nargs="+", default=[1.0, 1.3, 1.6])
    parser.add_argument("--unsure-of", nargs="+", default=[], metavar="NAME=X", help="the least probabilities of expressions that have their own")
    args = parser.parse_args()
    own = dict(item.split("=") for item in args.unsure_of)
    least = [float(own.get(name, args.unsure)) for name in NAMES]
    sets = [(t, read(args.traces, t, least)) for t in args.flatten]
    print("margin seconds most happiness unsure jump recent usual settle | " + " | ".join(f"flattened {t:g}: changes (faces) ms never" for t, _ in sets))
    for rule in itertools.product(args.margin, args.seconds, args.most, args.happiness, args.unsure_share, args.jump, args.recent, args.usual, args.settle):
        figures = (replay(faces, rule) for _, faces in sets)
        print(*(f"{x:g}" for x in rule), *("| %.2f (%.0f%%) %.0f %.0f%%" % (c, 100 * f, d, 100 * n) for c, f, d, n in figures), flush=True)


if __name__ == "__main__": main()
