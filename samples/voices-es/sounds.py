"""How Spanish is spelled, as sounds: 23 of them, with z kept apart from s because half of the voices lisp."""
import re

EXCEPTIONS = {"méxico": "M E X I K O", "y": "I", "software": "S O F T U A R E", "online": "O N L I N E"}
ACCENTS = str.maketrans("áéíóú", "aeiou")

RULES = [  # (pattern at this place, sounds); the first that fits is taken
    (r"ch", "CH"), (r"ll", "Y"), (r"rr", "RR"), (r"qu(?=[eiéí])", "K"), (r"gu(?=[eiéí])", "G"), (r"gü", "G U"),
    (r"g(?=[eiéí])", "X"), (r"c(?=[eiéí])", "Z"), (r"^r|(?<=[nls])r", "RR"), (r"^x", "S"), (r"x", "K S"), (r"y$", "I"), (r"sh", "S"),
    (r"h", ""), (r"ñ", "NY"), (r"c|k|q", "K"), (r"b|v", "B"), (r"w", "U"), (r"z", "Z"), (r"j", "X"), (r"y", "Y"), (r"ü", "U"),
    (r"a", "A"), (r"e", "E"), (r"i", "I"), (r"o", "O"), (r"u", "U"), (r"d", "D"), (r"f", "F"), (r"g", "G"), (r"l", "L"), (r"m", "M"),
    (r"n", "N"), (r"p", "P"), (r"r", "R"), (r"s", "S"), (r"t", "T"),
]
COMPILED = [(re.compile(pattern), sounds) for pattern, sounds in RULES]
PHONES = sorted({p for _, sounds in RULES for p in sounds.split()})


def sounds(word):
    if word in EXCEPTIONS:
        return EXCEPTIONS[word]
    word, out, at = word.translate(ACCENTS), [], 0
    while at < len(word):
        for pattern, value in COMPILED:
            found = pattern.match(word, at)
            if found:
                out += value.split()
                at = found.end()
                break
        else:
            raise ValueError(f"no rule for {word[at]!r} in {word}")
    return " ".join(out)
