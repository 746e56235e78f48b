"""Writes a made-up table of tracks for `mooddeck library import`: python3 generate.py [COUNT] > tracks.csv. Always the same."""
import csv
import random
import sys

SYLLABLES = "ka lo mi ren sol ta vi nor da el fu gra hi jo ki lu mo na pe qui ro sa te un ve wo xi ya zo bri cla dro fle glo".split()
COMMON = "love night the a of my you heart blue dance time home rain é über niño corazón años mañana garçon".split()
OTHER = "紅豆 愛情 夜空 東京 사랑 바다 காதல் மழை दिल प्यार حب ليل".split()
random.seed(13)


def word():
    kind = random.random()
    if kind < .35:
        return random.choice(COMMON)
    if kind < .4:
        return random.choice(OTHER)
    return "".join(random.choices(SYLLABLES, k=random.randint(1, 4)))


def phrase(most):
    return " ".join(word() for _ in range(random.randint(1, most))).title()


count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
artists = [phrase(3) for _ in range(count // 25)]
albums = [(phrase(3), random.choice(artists), random.randint(1960, 2025)) for _ in range(count // 11)]
out = csv.writer(sys.stdout)
out.writerow(["title", "artist", "album", "year", "language", "genre", "valence", "arousal"])
for number in range(count):
    album, artist, year = random.choice(albums)
    out.writerow([f"{phrase(4)} {number}", artist, album, year, random.choice(["en", "es", "fr", "ta", "ja"]),
                  random.choice(["pop", "rock", "jazz"]), round(random.uniform(-1, 1), 3), round(random.uniform(-1, 1), 3)])
