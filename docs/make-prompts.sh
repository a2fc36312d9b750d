#!/usr/bin/env bash
# Makes the prompts and the music that are part of the program, with espeak-ng and sox (Debian's packages of those names).
# Run it from the project's root; the results are committed, so that a build needs neither.
set -euo pipefail

out=core/src/main/resources/org/asterism/core/sound/en
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out/digits"

ulaw() { # SOURCE.wav TARGET EFFECT...: to 8 kHz µ-law, silence at both ends cut off
  local source=$1 target=$2
  shift 2
  sox "$source" -t raw -r 8000 -c 1 -e u-law "$out/$target.ulaw" "$@"
}

say() { # TARGET TEXT
  espeak-ng -v en-gb -s 150 -p 45 -a 120 -w "$work/say.wav" "$2"
  ulaw "$work/say.wav" "$1" gain -3 silence 1 0.02 0.5% reverse silence 1 0.05 0.5% reverse highpass 150 gain -n -4
}

say asterism-greeting "Welcome to Asterism. Your telephone exchange is up and running."
say demo-echotest "This is the echo test. You will hear what you say. Press the hash key to end it."
say vm-goodbye "Goodbye."

i=0
for word in zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
    eighteen nineteen twenty; do
  say "digits/$i" "$word"
  i=$((i + 1))
done
for tens in 30:thirty 40:forty 50:fifty 60:sixty 70:seventy 80:eighty 90:ninety; do
  say "digits/${tens%%:*}" "${tens#*:}"
done
for word in hundred thousand million minus star pound; do
  say "digits/$word" "$word"
done

sox -n -r 8000 -c 1 "$work/beep.wav" synth 0.3 sine 880 fade t 0.01 0.3 0.02 gain -6
ulaw "$work/beep.wav" beep

# Nine seconds of plucked chords that begin again without a seam.
note() { sox -n -r 8000 -c 1 "$work/$1.wav" synth 3 pluck "$2" fade t 0 3 1.5 gain -12; }
bar=0
voices=()
for chord in "C3 G3 E4 C4" "A2 E3 C4 A3" "F2 C3 A3 F3" "G2 D3 B3 G3"; do
  beat=0
  for pitch in $chord $chord; do
    voices+=("$work/v$bar.$beat.wav")
    note "$bar.$beat" "$pitch"
    sox "$work/$bar.$beat.wav" "$work/v$bar.$beat.wav" pad "$(awk "BEGIN { print $bar * 2.2 + $beat * 0.275 }")"
    beat=$((beat + 1))
  done
  bar=$((bar + 1))
done
sox -m "${voices[@]}" "$work/all.wav"
sox "$work/all.wav" "$work/begin.wav" trim 0 8.8
sox "$work/all.wav" "$work/end.wav" trim 8.8
sox -m "$work/begin.wav" "$work/end.wav" "$work/loop.wav" trim 0 8.8 gain -n -9
sox "$work/loop.wav" -t raw -r 8000 -c 1 -e u-law "$out/asterism-waiting.ulaw"

du -cb "$out" | tail -1
