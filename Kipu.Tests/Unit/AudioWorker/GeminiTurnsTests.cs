using System.Text.Json;
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

    [Theory]
    [InlineData("Ana", "Buenos días, soy Ana", "Ana")]
    [InlineData("Ana", "soy ana.", "Ana")]
    [InlineData("Ana", "Me llamo Ana", null)]
    [InlineData("Ana", "Buenos días", null)]
    [InlineData("Ana", "Ana", null)]
    [InlineData("Ana", null, null)]
    public void A_name_counts_when_the_words_that_tell_it_were_said(string name, string? evidence, string? kept)
    {
        var result = Read($$"""
            { "language": "es", "speakers": [{ "id": "S1", "name": "{{name}}", "evidence": {{JsonSerializer.Serialize(evidence)}} }],
              "segments": [{ "start": "00:00", "end": "00:05", "speaker": "S1", "language": "es", "text": "Buenos días, soy Ana." }] }
            """);

        Assert.Equal(kept, Assert.Single(result.Speakers).Name);
    }

    private static SegmentResult Read(string answer) => GeminiSegments.Read(
        new() { Outcome = GeminiOutcome.Complete, Text = answer, Model = "gemini-3.8-flash" },
        new("", new(0, 0, 60, 0, 60), new(60, null, [new(0, 60)], [], "low", false, []), null, []), 0, 60)!;
}
