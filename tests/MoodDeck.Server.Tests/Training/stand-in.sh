# Stands in for `mooddeck train emotion`: MODEL train emotion --data ZIP --arch A --epochs N --run DIR --out FILE --report HTML [--resume]
# The architecture says what it plays: cnn fails, dcnn trains until it is asked to stop, vgg19 does so and never answers, all others finish.
model=$1
shift 3
resumed=false
while [ $# -gt 0 ]; do
  case $1 in
    --data) data=$2; shift ;;
    --arch) arch=$2; shift ;;
    --epochs) epochs=$2; shift ;;
    --run) run=$2; shift ;;
    --out) out=$2; shift ;;
    --report) report=$2; shift ;;
    --resume) resumed=true ;;
    *) echo "error: what is $1?" >&2; exit 2 ;;
  esac
  shift
done

tell() {
  printf '{"state":"%s","task":"emotion","arch":"%s","processId":%d,"epoch":2,"epochs":%d,"step":3,"steps":4,"loss":%s,"imagesPerSecond":523.1,"secondsLeft":8,"learned":54,"keptAside":6,"history":[{"epoch":1,"loss":1.9,"figures":{"fer2013":0.5},"seconds":2.5},{"epoch":2,"loss":1.2,"figures":{"fer2013":0.75},"seconds":2.5}],"bestEpoch":2,"skipped":[{"where":"train/happy/x.jpg","reason":"It is no picture."},{"where":"train/bored","reason":"No such label.","count":4}],"message":%s}' \
    "$1" "$arch" $$ "$epochs" "${2:-1.2}" "${3:-null}" > "$run/run.json.tmp"
  mv "$run/run.json.tmp" "$run/run.json"
}

[ -s "$data" ] || { echo "error: there are no pictures" >&2; exit 1; }
echo "$resumed" > "$run/resumed"
case $arch in
  cnn)
    echo "reading" >&2
    echo "error: $data holds no picture. Look inside it." >&2
    exit 1 ;;
  dcnn)
    trap 'echo kept > "$run/checkpoint.bin"; tell stopped; exit 1' TERM
    tell running '"NaN"'
    echo "epoch 1: loss 1.9000, 2.5 s" >&2
    while :; do sleep 0.05; done ;;
  vgg19)
    trap '' TERM
    tell running
    while :; do sleep 0.05; done ;;
  *)
    tell running
    cp "$model" "$out"
    echo '<!doctype html><h1>report</h1><script>1</script>' > "$report"
    tell finished ;;
esac
