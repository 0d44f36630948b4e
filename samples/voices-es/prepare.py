"""prepare.py TASK SENTENCES: writes the dictionary, the sentences to speak, their transcription, and the bigrams as ARPA text."""
import collections
import math
import pathlib
import sys

import lexicon
import sentences
import sounds

VOICES = "es-419+f2 es+m3 es-419+f5 es+m1 es-419+f4 es-419+m2 es+f3 es-419+m4".split()
TEXT_FOR_BIGRAMS = 40_000
SAMPLES = pathlib.Path(__file__).parents[1] / "make-samples"


def arpa(text, words):
    """Bigrams with Witten-Bell backing-off; a tenth of the unigrams' mass is spread evenly over the whole vocabulary."""
    unigrams, bigrams = collections.Counter(), collections.defaultdict(collections.Counter)
    for line in text:
        tokens = ["<s>", *line.split(), "</s>"]
        unigrams.update(tokens[1:])
        for a, b in zip(tokens, tokens[1:]):
            bigrams[a][b] += 1
    vocabulary = sorted(words | {"</s>"})
    total = sum(unigrams.values())
    p1 = {w: 0.9 * unigrams[w] / total + 0.1 / len(vocabulary) for w in vocabulary}
    out = ["\\data\\", f"ngram 1={len(vocabulary) + 1}", f"ngram 2={sum(len(b) for b in bigrams.values())}", "", "\\1-grams:"]
    for w in ["<s>", *vocabulary]:
        after = bigrams.get(w)
        backoff = 0.0
        if after:
            count, kinds = sum(after.values()), len(after)
            left = kinds / (count + kinds)
            backoff = math.log10(left / max(1e-9, 1 - sum(p1[b] for b in after)))
        out.append(f"{-99 if w == '<s>' else math.log10(p1[w]):.4f} {w} {backoff:.4f}")
    out += ["", "\\2-grams:"]
    for a in ["<s>", *vocabulary]:
        after = bigrams.get(a)
        if after:
            count, kinds = sum(after.values()), len(after)
            out += [f"{math.log10(after[b] / (count + kinds)):.4f} {a} {b}" for b in sorted(after)]
    return "\n".join([*out, "", "\\end\\", ""])


def plain(line):
    return " ".join("".join(c if c.isalpha() else " " for c in line.lower()).split())


def main():
    task, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    etc = task / "etc"
    etc.mkdir(parents=True, exist_ok=True)

    spoken, text = sentences.sentences(count, seed=1), sentences.sentences(TEXT_FOR_BIGRAMS, seed=2)
    scripts = {plain(part) for line in SAMPLES.read_text().splitlines() if line.count("|") == 3
               for part in line.split("|")[3].replace("?", ".").replace(":", ".").split(".")}
    learned = [s for s in spoken + text if s in scripts and len(s.split()) > 4]
    if learned:
        sys.exit(f"a sentence of the sample meetings must not be learned: {learned[0]}")

    words = lexicon.vocabulary() | {w for s in spoken + text for w in s.split()}
    (etc / "voices.dic").write_text("".join(f"{w} {sounds.sounds(w)}\n" for w in sorted(words)))
    (etc / "voices.phone").write_text("\n".join([*sounds.PHONES, "SIL"]) + "\n")
    (etc / "voices.filler").write_text("<s> SIL\n</s> SIL\n<sil> SIL\n")
    (etc / "voices_train.fileids").write_text("".join(f"s{i:05}\n" for i in range(count)))
    (etc / "voices_train.transcription").write_text("".join(f"<s> {s} </s> (s{i:05})\n" for i, s in enumerate(spoken)))
    (etc / "voices_test.fileids").write_text("")
    (etc / "voices_test.transcription").write_text("")
    (etc / "voices.lm").write_text(arpa(text, words))
    # Any sounds in any order, as likely as Spanish has them: what the language gate compares the words with.
    loops = ["SIL " + " ".join(sounds.sounds(w) for w in line.split()) + " SIL" for line in text]
    (etc / "voices-phone.lm").write_text(arpa(loops, {*sounds.PHONES, "SIL"}))
    # One line a sentence for the shell: file, voice, pitch, words a minute, text. Pitch and speed run through their ranges evenly.
    (task / "speak.txt").write_text("".join(
        f"s{i:05}|{VOICES[i % len(VOICES)]}|{25 + i * 7 % 41}|{140 + i * 11 % 41}|{s}\n" for i, s in enumerate(spoken)))


main()
