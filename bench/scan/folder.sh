#!/usr/bin/env bash
# Makes a folder of COUNT audio files in every format MoodDeck reads, cut from the audio files below SOURCE…, some of them broken on
# purpose: what a scan is tried on. The same call makes the same files.
#   bench/scan/folder.sh DIR COUNT SOURCE…
set -euo pipefail
(($# >= 3)) || { echo "error: expected DIR COUNT SOURCE…; for example: bench/scan/folder.sh /tmp/music 2000 ~/Music" >&2; exit 2; }
dir=$1 count=$2; shift 2
mapfile -t sources < <(find "$@" -type f \( -iname '*.mp3' -o -iname '*.flac' -o -iname '*.ogg' -o -iname '*.wav' -o -iname '*.m4a' -o -iname '*.opus' \) | sort)
((${#sources[@]} > 0)) || { echo "error: there is no audio below $*. Make some with: ./mooddeck demo create DIR" >&2; exit 1; }
formats=(mp3 flac ogg opus m4a wav aiff wma alac wv)
RANDOM=1
for ((i = 0; i < count; i++)); do
  format=${formats[i % ${#formats[@]}]}
  source=${sources[(i * 7919) % ${#sources[@]}]}
  album=$dir/artist$((i % 37))/album$((i % 11))
  mkdir -p "$album"
  extension=$format codec=()
  case $format in
    mp3) codec=(-c:a libmp3lame -q:a 5) ;;
    flac) codec=(-c:a flac) ;;
    ogg) codec=(-c:a libvorbis -q:a 4) ;;
    opus) codec=(-c:a libopus -b:a 96k) ;;
    m4a) codec=(-c:a aac -b:a 128k) ;;
    alac) codec=(-c:a alac) extension=m4a ;;
    wav | aiff) codec=() ;;
    wma) codec=(-c:a wmav2 -b:a 128k) ;;
    wv) codec=(-c:a wavpack) ;;
  esac
  file=$album/$(printf '%04d' "$i")-$format.$extension
  [[ -e $file ]] && continue
  # A start of its own for every file, so that no two hold the same sound.
  ffmpeg -nostdin -v error -y -ss "$((i % 13)).$((i % 97))" -t $((20 + i % 23)) -i "$source" -map 0:a:0 -map_metadata -1 \
    -metadata title="Piece $i" -metadata artist="Artist $((i % 37))" -metadata album="Album $((i % 11))" -metadata track=$((i / 407 + 1)) \
    "${codec[@]}" "$file" || rm -f "$file"
  case $((i % 40)) in # one in ten is broken, in four ways
    3) head -c 3000 "$file" > "$file.part" && mv "$file.part" "$file" ;;
    13) : > "$file" ;;
    23) printf 'This is no music.\n%.0s' {1..200} > "$file" ;;
    33) head -c 20000 /dev/urandom > "$file" ;;
  esac
done
echo "$(find "$dir" -type f | wc -l) files in $dir"
