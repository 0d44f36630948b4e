namespace Kipu.Speech;

/// <summary>Turns and talk time, from channels or from clustered sounds.</summary>
internal static class VoiceReports
{
    /// <summary>A pause shorter than this doesn't end a turn while nobody else speaks.</summary>
    private const double LongestPause = 0.8;

    public static VoiceReport ByChannel(IReadOnlyList<IReadOnlyList<TimeRange>> channels) =>
        Report("channels", "high", channels.SelectMany((speech, channel) => speech.Select(range => new Said(range, channel, null))));

    public static VoiceReport ByTimbre(IReadOnlyList<VoicedStretch> stretches, int? speakers)
    {
        var assigned = VoiceClusters.Assign(stretches, speakers);
        var said = new List<Said>();
        for (var i = 0; i < stretches.Count; i++)
        {
            // A stretch without a voiced sound is taken for the one who spoke last.
            var voice = assigned[i] ?? (said.Count > 0 ? said[^1].Voice : 0);
            said.Add(new Said(stretches[i].Range, voice, stretches[i].Sound));
        }
        return Report("timbre", "low", said);
    }

    private static VoiceReport Report(string method, string confidence, IEnumerable<Said> all)
    {
        var said = all.OrderBy(s => s.Range.Start).ToList();
        if (said.Count == 0) return new VoiceReport("none", "low", [], []);

        var names = said.Select(s => s.Voice).Distinct().Select((voice, i) => (voice, Id: $"{i + 1}")).ToDictionary(v => v.voice, v => v.Id);
        var talk = said.Sum(s => s.Range.Seconds);
        return new VoiceReport(
            method, confidence,
            [.. said.GroupBy(s => s.Voice).Select(voice => new HeardVoice(
                names[voice.Key], Math.Round(voice.Sum(s => s.Range.Seconds), 3), Math.Round(voice.Sum(s => s.Range.Seconds) / talk, 4), Pitch(voice)))],
            Turns(said, names, method == "channels"));
    }

    private static List<VoiceTurn> Turns(List<Said> said, Dictionary<int, string> names, bool byChannel)
    {
        var turns = new List<VoiceTurn>();
        foreach (var (range, voice, _) in said)
        {
            var before = turns.FindLastIndex(turn => turn.Speaker == names[voice]);
            var interrupted = before >= 0 && before < turns.Count - 1 && turns[^1].Start > turns[before].End;
            if (before >= 0 && !interrupted && range.Start - turns[before].End < LongestPause)
            {
                turns[before] = turns[before] with { End = Math.Max(turns[before].End, Math.Round(range.End, 3)) };
            }
            else
            {
                turns.Add(new VoiceTurn(names[voice], Math.Round(range.Start, 3), Math.Round(range.End, 3), byChannel ? voice : null));
            }
        }
        return turns;
    }

    private static double? Pitch(IEnumerable<Said> voice) =>
        voice.Select(s => s.Sound).OfType<Gaussian>().Aggregate(new Gaussian(), (sum, sound) => sum + sound).PitchHz is { } hertz
            ? Math.Round(hertz) : null;

    private sealed record Said(TimeRange Range, int Voice, Gaussian? Sound);
}
