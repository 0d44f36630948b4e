using Kipu.Speech;

namespace Kipu.Simulators;

/// <summary>What is known about the material of a request: heard in its audio, or read in its text.</summary>
/// <param name="Language">Two letters; und when nothing was understood.</param>
/// <param name="Lines">The transcript.</param>
/// <param name="Reading">What the transcript says; null when there is none.</param>
/// <param name="Speakers">Everybody who speaks, in the order of their first words.</param>
/// <param name="Engine">Who listened or read: the name after kipu-simulator/ in the model version.</param>
/// <param name="Seconds">Length of the audio.</param>
/// <param name="Reasons">Why something is missing.</param>
internal sealed record GeminiFacts(
    string Language,
    IReadOnlyList<GeminiLine> Lines,
    Reading? Reading,
    IReadOnlyList<GeminiSpeaker> Speakers,
    string Engine,
    double Seconds,
    IReadOnlyList<string> Reasons)
{
    public static GeminiFacts From(HeardRecording heard, double offset)
    {
        var lines = (heard.Transcript?.Segments ?? []).Select((segment, index) => new GeminiLine(
            index, offset + segment.Start, offset + segment.End, Label(segment.Speaker), segment.Text, segment.Confidence,
            segment.Language)).ToList();
        return new(
            heard.Transcript?.Language ?? "und",
            lines,
            heard.Reading,
            GeminiSpeaker.From(lines, heard.Voices.Speakers.Select(voice => Label(voice.Id))),
            heard.Engine.Transcriber,
            heard.Measures.Seconds,
            heard.Engine.Reasons);
    }

    public static GeminiFacts From(IReadOnlyList<GeminiLine> lines, DateOnly? meetingDate)
    {
        var segments = lines.Select(line => new SpokenSegment(line.Speaker, line.Start, line.End, line.Text)).ToList();
        var reading = segments.Count > 0 ? Reader.Read(segments, language: null, meetingDate) : null;
        return new(reading?.Language ?? "und", lines, reading, GeminiSpeaker.From(lines, []), "reader", lines.Count > 0 ? lines[^1].End : 0, []);
    }

    /// <summary>The same for several pieces of audio, one after the other.</summary>
    public static GeminiFacts Join(IReadOnlyList<GeminiFacts> parts)
    {
        if (parts is [var only]) return only;

        var lines = parts.SelectMany(part => part.Lines).Select((line, index) => line with { Number = index }).ToList();
        return From(lines, meetingDate: null) with
        {
            Engine = string.Join('+', parts.Select(part => part.Engine).Distinct()),
            Seconds = parts.Sum(part => part.Seconds),
            Reasons = [.. parts.SelectMany(part => part.Reasons).Distinct()],
        };
    }

    public GeminiLine? LineOf(int segment) => segment >= 0 && segment < Lines.Count ? Lines[segment] : null;

    private static string Label(string? voice) => voice is null ? "S1" : $"S{voice}";
}

/// <summary>A line of a transcript; others refer to it by its number.</summary>
internal sealed record GeminiLine(
    int Number, double Start, double End, string Speaker, string Text, double? Confidence = null, string? Language = null);

/// <summary>Somebody who speaks; with a name only where they say it themselves, which is then the evidence.</summary>
internal sealed partial record GeminiSpeaker(string Id, string? Name, string? Evidence)
{
    public static IReadOnlyList<GeminiSpeaker> From(IReadOnlyList<GeminiLine> lines, IEnumerable<string> voices) =>
    [
        .. lines.Select(line => line.Speaker).Concat(voices).Distinct().Select(id =>
        {
            var introduction = lines.Where(line => line.Speaker == id)
                .Select(line => (line.Text, Match: Introduction().Match(line.Text)))
                .FirstOrDefault(found => found.Match.Success);
            return new GeminiSpeaker(id, introduction.Match?.Groups["name"].Value, introduction.Match is null ? null : introduction.Text);
        }),
    ];

    [System.Text.RegularExpressions.GeneratedRegex(
        @"\b(?:[Ss]oy|[Mm]e llamo|[Mm]i nombre es|[Hh]abla|[Mm]y name is|[Tt]his is|I am|I'm) (?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)\b")]
    private static partial System.Text.RegularExpressions.Regex Introduction();
}
