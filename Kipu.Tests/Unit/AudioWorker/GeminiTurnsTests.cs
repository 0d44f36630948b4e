using Kipu.AudioWorker;
using Kipu.Gemini;

namespace Kipu.Tests;

public sealed class GeminiTurnsTests
{
    [Fact]
    public void A_turn_has_the_language_that_it_is_spoken_in()
    {
        var result = Read("""
            { "language": "es", "speakers": [], "segments": [
              { "start": "00:00", "end": "00:05", "speaker": "S1", "language": "es-CO", "text": "Buenos días." },
              { "start": "00:06", "end": "00:10", "speaker": "S1", "language": "en", "text": "Let us begin." },
              { "start": "00:12", "end": "00:15", "speaker": "S1", "language": "und", "text": "Mm." } ] }
            """);

        Assert.Equal("es", result.Language);
        Assert.Equal(["es", "en", null], result.Turns.Select(t => t.Language));
    }

    private static SegmentResult Read(string answer) => GeminiSegments.Read(
        new() { Outcome = GeminiOutcome.Complete, Text = answer, Model = "gemini-3.8-flash" },
        new("", new(0, 0, 60, 0, 60), new(60, null, [new(0, 60)], [], "low", false, []), null, []), 0, 60)!;
}
