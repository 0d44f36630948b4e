using System.Text.RegularExpressions;

namespace Kipu.Gemini;

/// <summary>
/// Notices that a model has begun to write the same thing again and again. Digits count as equal, because a looping
/// transcript repeats its words under times that go on; but not those of a label, which tells one speaker from another.
/// </summary>
internal sealed partial class RepetitionDetector
{
    private const int Window = 4_000;
    private const int CheckEvery = 200;

    // Four times the same sentence is a loop; single words are said four times by people, too, but not twelve times.
    private const int SentenceLetters = 12;
    private const int SentenceTimes = 4;
    private const int WordTimes = 12;
    private const int ShortestLoop = 60;

    private readonly Queue<char> _tail = new(Window);
    private char _previous;
    private int _unchecked;
    private int _length;

    /// <summary>How much of the text stands before the repetition, its first saying included.</summary>
    public int GoodLength { get; private set; }

    /// <returns>True once the end of the text is a loop.</returns>
    public bool Add(string text)
    {
        foreach (var letter in text)
        {
            if (_tail.Count == Window) _tail.Dequeue();
            _tail.Enqueue(char.IsDigit(letter) && !char.IsLetter(_previous) ? '0' : letter);
            _previous = letter;
        }

        _length += text.Length;
        _unchecked += text.Length;
        if (_unchecked < CheckEvery) return false;

        _unchecked = 0;
        return EndsInLoop();
    }

    // Knuth-Morris-Pratt's prefix function of the reversed tail gives the period of each of its ends in one pass.
    private bool EndsInLoop()
    {
        var reversed = _tail.ToArray();
        var isScaffolding = Scaffolding(new string(reversed));
        Array.Reverse(reversed);
        Array.Reverse(isScaffolding);
        var borders = new int[reversed.Length];
        for (var end = 1; end < reversed.Length; end++)
        {
            var border = borders[end - 1];
            while (border > 0 && reversed[border] != reversed[end]) border = borders[border - 1];
            if (reversed[border] == reversed[end]) border++;
            borders[end] = border;

            var length = end + 1;
            var period = length - border;
            if (length >= ShortestLoop && length >= period * SentenceTimes && IsLoop(reversed.AsSpan(0, period), isScaffolding, length / period))
            {
                // The loop goes back as far as each letter is that of one period later.
                while (length < reversed.Length && reversed[length] == reversed[length - period]) length++;
                GoodLength = Math.Max(0, _length - length + period);
                return true;
            }
        }

        return false;
    }

    private static bool IsLoop(ReadOnlySpan<char> unit, bool[] isScaffolding, int times)
    {
        var letters = 0;
        for (var i = 0; i < unit.Length; i++)
        {
            if (char.IsLetter(unit[i]) && !isScaffolding[i]) letters++;
        }

        return letters >= SentenceLetters || (letters >= 2 && times >= WordTimes);
    }

    /// <summary>The letters that stand again in each turn, however little is said in it.</summary>
    private static bool[] Scaffolding(string text)
    {
        var scaffolding = new bool[text.Length];
        foreach (var match in Names().EnumerateMatches(text)) scaffolding.AsSpan(match.Index, match.Length).Fill(true);
        return scaffolding;
    }

    // The names of JSON's properties, and who speaks.
    [GeneratedRegex("""
        "speaker"\s*:\s*"[^"]*"|"\w+"\s*:
        """)]
    private static partial Regex Names();
}
