using Kipu.Recordings;

namespace Kipu.Tests;

public sealed class AgentContextTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_agent_is_told_conclusions_with_their_moment_and_how_sure_they_are_then_the_words()
    {
        var text = ContextOf(SomeAnalysis.Of(), SomeAnalysis.Turn(1, "Abramos en Medellín.", start: 12)).Text;

        Assert.Contains("[00:12] Abrir en Medellín\n", text, StringComparison.Ordinal);
        Assert.Contains("[00:20] Escribir el contrato (owner: Ana) (due: viernes) (tentative)\n", text, StringComparison.Ordinal);
        Assert.Contains("[00:12] Ana: Abramos en Medellín.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transcript_that_does_not_fit_is_cut_and_says_so()
    {
        var turns = Enumerable.Range(1, 2000).Select(i => SomeAnalysis.Turn(i, $"Esto es lo que se dijo en el punto {i}.", start: i)).ToArray();

        var text = ContextOf(SomeAnalysis.Of(), turns).Text;

        Assert.InRange(text.Length, AgentContext.LongestText - 200, AgentContext.LongestText + 200);
        Assert.Contains("search it for the rest", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "00:00")]
    [InlineData(59.99, "00:59")]
    [InlineData(3599, "59:59")]
    [InlineData(3600, "1:00:00")]
    [InlineData(100_000, "27:46:40")]
    public void Moments_are_minutes_and_seconds_and_hours_when_there_are_any(double seconds, string text) =>
        Assert.Equal(text, TranscriptSegment.TimestampOf(seconds));

    private static RecordingContext ContextOf(AnalysisDocument analysis, params TranscriptTurn[] turns)
    {
        var recording = Recording.Create(Guid.CreateVersion7(), Guid.NewGuid(), null, "Lunes", null, null, Now, null);
        return AgentContext.Of(recording, analysis with { Transcript = turns });
    }
}
