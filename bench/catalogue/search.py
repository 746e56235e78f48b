"""Times what a running server answers to what people type: python3 search.py [ADDRESS]. Median and slowest of 21 each, in ms."""
import sys
import time
import urllib.parse
import urllib.request

ADDRESS = (sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:5080") + "/api/v1"
ASKED = [f"/tracks?limit=12&query={urllib.parse.quote(q)}" for q in
         ["", "l", "lo", "lov", "love", "é", "NIÑO", "nino cora", "a", "the love", "kalo", "99999", "紅", "紅豆", "காதல்", "사", "no such thing", "e 7"]]
ASKED += ["/tracks?limit=12&query=lo&language=ta", "/tracks?limit=12&query=love&playable=true", "/tracks?limit=50&offset=90000",
          "/albums?limit=50", "/albums?limit=50&query=love", "/albums?limit=50&offset=5000", "/artists?limit=50", "/artists?limit=50&query=ka"]
for path in ASKED:
    times = []
    for _ in range(21):
        start = time.perf_counter()
        urllib.request.urlopen(ADDRESS + path).read()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(f"{times[10]:7.1f} {times[-1]:7.1f}  {urllib.parse.unquote(path)}")
