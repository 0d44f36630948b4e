using Kipu.AudioWorker;

namespace Kipu.Tests;

/// <summary>Words, results of segments and jobs, where only their number or their gaps matter.</summary>
internal static class SomeTurns
{
    /// <summary>Words of which none stands twice.</summary>
    public static string Words(int count, int from = 0) => string.Join(' ', Enumerable.Range(from, count).Select(Word));

    /// <summary>What was heard of a segment of a minute.</summary>
    public static SegmentResult Heard(string words, params UnheardStretch[] unheard) =>
        new("es", false, [], [new("S1", 0, 60, words)], new("gemini", "gemini-3.8-flash", "gemini-3.8-flash", "high"), []) { Unheard = unheard };

    public static Job Job() => new()
    {
        OrganizationId = Guid.NewGuid(),
        Id = Guid.NewGuid(),
        RecordingId = Guid.NewGuid(),
        Sha256 = "",
        Bytes = 1,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static string Word(int number) => string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));
}
