using System.Net;

namespace Kipu.Tests;

public sealed class AnalysisAnswerTests(KipuSystem kipu)
{
    [Fact]
    public async Task The_analysis_comes_back_as_the_worker_made_it_with_or_without_the_words()
    {
        var tenant = await kipu.SignUpAsync();
        var analysis = SomeAnalysis.Of("Ventas", "es", SomeAnalysis.Turn(1, "Abramos en Medellín.", start: 12), SomeAnalysis.Turn(2, "Bien.", start: 3725));
        var recording = await tenant.CreateAnalysedRecordingAsync(analysis);

        using var whole = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}/analysis");
        using var brief = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}/analysis?transcript=none");

        var document = await whole.ReadAsync<AnalysisDocument>();
        Assert.Equal(["00:12", "1:02:05"], document.Transcript!.Select(t => t.Timestamp));
        Assert.Equal("Abramos en Medellín.", document.Transcript![0].Text);
        Assert.Equivalent(analysis with { Transcript = null }, document with { Transcript = null });
        Assert.Null((await brief.ReadAsync<AnalysisDocument>()).Transcript);
    }

    [Fact]
    public async Task Words_that_could_not_be_had_are_null_and_not_an_empty_list()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of() with { Transcript = null });

        using var response = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}/analysis");

        Assert.Null((await response.ReadAsync<AnalysisDocument>()).Transcript);
    }

    [Fact]
    public async Task The_transcript_comes_in_pages_from_any_moment()
    {
        var tenant = await kipu.SignUpAsync();
        var turns = Enumerable.Range(0, 10).Select(i => SomeAnalysis.Turn(i, $"Frase {i}.", start: i * 10)).ToArray();
        var recording = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of(transcript: turns));

        using var first = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}/transcript?from=35&limit=4");
        var page = await first.ReadAsync<Page<TranscriptTurn>>();
        using var second = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}/transcript?limit=4&cursor={page.NextCursor}");
        var rest = await second.ReadAsync<Page<TranscriptTurn>>();

        Assert.Equal(["s4", "s5", "s6", "s7"], page.Items.Select(t => t.SegmentId));
        Assert.Equal(["s8", "s9"], rest.Items.Select(t => t.SegmentId));
        Assert.Null(rest.NextCursor);
    }

    [Theory]
    [InlineData("analysis")]
    [InlineData("transcript")]
    [InlineData("context")]
    [InlineData("audio")]
    [InlineData("waveform")]
    public async Task What_is_not_there_yet_is_refused_as_not_ready_with_the_status(string part)
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();

        using var response = await tenant.Client.GetAsync($"/api/recordings/{recording.Id}/{part}");

        // The problem's own member status is the HTTP status, so that the recording's goes by another name.
        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "not_ready");
        Assert.Equal("RECORDING", problem.GetProperty("recordingStatus").GetString());
    }
}
