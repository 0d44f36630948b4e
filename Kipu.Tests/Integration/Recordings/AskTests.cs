using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kipu.Tests;

public sealed class AskTests(KipuSystem kipu)
{
    private static readonly AnalysisDocument Sales = SomeAnalysis.Of(
        "Ventas", "es", SomeAnalysis.Turn(1, "Buenos días."),
        SomeAnalysis.Turn(2, "El presupuesto de la sede queda en tres mil dólares.", start: 65),
        SomeAnalysis.Turn(3, "De acuerdo.", start: 70));

    private static readonly AnalysisDocument Hiring = SomeAnalysis.Of(
        "Hiring", "en", SomeAnalysis.Turn(1, "We decided to hire two engineers in March.", start: 12));

    [Fact]
    public async Task A_question_over_all_recordings_is_answered_with_the_segment_that_it_rests_on_and_nothing_of_others()
    {
        var (tenant, stranger) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        var recording = await tenant.CreateAnalysedRecordingAsync(Sales);
        await tenant.CreateAnalysedRecordingAsync(Hiring);
        await stranger.CreateAnalysedRecordingAsync(
            SomeAnalysis.Of("Secreto", "es", SomeAnalysis.Turn(1, "El presupuesto secreto es de un millón.")));

        var (words, end) = await AskAsync(tenant, "/api/recordings/ask", "¿Cuál es el presupuesto de la sede?");

        Assert.Contains("queda en tres mil dólares.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("millón", words, StringComparison.Ordinal);
        var citation = Assert.Single(end.Citations);
        Assert.Equal((recording.Id, "s2", 65, EvidenceState.Verified),
            (citation.RecordingId, citation.SegmentId, citation.StartSeconds, citation.State));
        Assert.Equal("El presupuesto de la sede queda en tres mil dólares.", citation.Quote);
        Assert.Equal("gemini", end.Engine);
        await using var auth = await kipu.OpenAsOwnerAsync("authdb");
        await using var metered = auth.CreateCommand(
            $"select count(*) from usage_records where organization_id = '{tenant.OrganizationId}' and ai_tokens > 0");
        await KipuSystem.WaitUntilAsync(async () => (long)(await metered.ExecuteScalarAsync())! == 1, "the answer's tokens are counted");
    }

    [Fact]
    public async Task A_question_about_one_recording_looks_in_no_other_and_what_nobody_said_is_not_answered()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.CreateAnalysedRecordingAsync(Sales);
        var hiring = await tenant.CreateAnalysedRecordingAsync(Hiring);

        var (words, end) = await AskAsync(tenant, $"/api/recordings/{hiring.Id}/ask", "How many engineers do we hire?");
        var (_, nothing) = await AskAsync(tenant, $"/api/recordings/{hiring.Id}/ask", "¿Cuál es el presupuesto?");

        Assert.Contains("two engineers", words, StringComparison.Ordinal);
        Assert.Equal(hiring.Id, Assert.Single(end.Citations).RecordingId);
        Assert.Equal(["nothing_found"], nothing.Reasons);
    }

    [Fact]
    public async Task A_recording_without_an_analysis_answers_nothing_yet()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();

        using var response = await tenant.Client.PostAsJsonAsync($"/api/recordings/{recording.Id}/ask", new AskRequest("¿Qué?"));

        await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "not_ready");
    }

    private static async Task<(string Words, AnswerEnd End)> AskAsync(TestTenant tenant, string path, string question)
    {
        using var response = await tenant.Client.PostAsJsonAsync(path, new AskRequest(question));
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(e => e.Split('\n')).Where(e => e[0].StartsWith("event: ", StringComparison.Ordinal))
            .Select(e => (Type: e[0][7..], Data: e[1][6..])).ToList();
        Assert.Equal("citations", events[^1].Type);
        return (
            string.Concat(events.Where(e => e.Type == "words")
            .Select(e => JsonSerializer.Deserialize<AnswerWords>(e.Data, JsonSerializerOptions.Web)!.Text)),
            JsonSerializer.Deserialize<AnswerEnd>(events[^1].Data, JsonSerializerOptions.Web)!);
    }
}
