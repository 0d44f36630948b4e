using System.Globalization;
using Kipu.AudioWorker;

namespace Kipu.Tests;

public sealed class AnalysisPromptTests
{
    [Fact]
    public void Every_line_of_a_transcript_has_its_number_moment_and_speaker()
    {
        var transcript = new MergedTranscript("es", [], [new("S1", 1, 4, "Buenos días."), new("S2", 221, 225, "Una línea\ny otra.")]);

        var prompt = AnalysisPrompt.ForTranscript(transcript, new(2026, 11, 24));

        Assert.Contains("2026-11-24", prompt, StringComparison.Ordinal);
        Assert.Contains("\n[1] 00:01 S1: Buenos días.\n[2] 03:41 S2: Una línea y otra.\n", prompt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UTC", "2026-11-04")]
    [InlineData("America/Bogota", "2026-11-03")]
    public void A_meeting_has_its_day_where_it_took_place(string timeZone, string day)
    {
        var options = new AnalysisOptions { TimeZone = timeZone };

        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), options.DayOf(new(2026, 11, 4, 1, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_segment_is_asked_for_with_the_organizations_spelling_of_names()
    {
        Assert.Contains("Kipu; Ñañez", AnalysisPrompt.ForSegment(60, "es", ["Kipu", "Ñañez"]), StringComparison.Ordinal);
        Assert.DoesNotContain("spelled", AnalysisPrompt.ForSegment(60, "es", []), StringComparison.Ordinal);
    }
}
