using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Kipu.Tests;

public sealed class McpTests(KipuSystem kipu)
{
    [Fact]
    public async Task An_agent_lists_searches_and_reads_the_recordings_of_its_keys_organization_and_no_others()
    {
        var (tenant, stranger) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        var recording = await tenant.CreateAnalysedRecordingAsync(
            SomeAnalysis.Of(
                "Sedes", "es", SomeAnalysis.Turn(1, "Abramos en Medellín.", start: 12), SomeAnalysis.Turn(2, "De acuerdo.", start: 20)));
        var theirs = await stranger.CreateAnalysedRecordingAsync(SomeAnalysis.Of("Ajena", "es", SomeAnalysis.Turn(1, "Abramos en Cali.")));
        await using var agent = await ConnectAsync(tenant);

        var tools = await agent.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        var listed = await CallAsync<Page<RecordingSummary>>(agent, "list_recordings", []);
        var found = await CallAsync<Page<RecordingSummary>>(agent, "search_recordings", new() { ["query"] = "abramos medellin" });
        var read = await CallAsync<AnalysisDocument>(agent, "read_recording", new() { ["recordingId"] = recording.Id });
        var words = await CallAsync<Page<TranscriptTurn>>(agent, "read_transcript",
            new() { ["recordingId"] = recording.Id, ["from"] = 18 });
        var stolen = await agent.CallToolAsync(
            "read_recording", new Dictionary<string, object?> { ["recordingId"] = theirs.Id },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["list_recordings", "read_recording", "read_transcript", "search_recordings"], tools.Select(t => t.Name).Order());
        Assert.All(tools, t => Assert.True(t.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.Equal([recording.Id], listed.Items.Select(r => r.Id));
        Assert.Equal("s1", Assert.Single(Assert.Single(found.Items).Hits!).SegmentId);
        Assert.Equal("Abrir en Medellín", Assert.Single(read.Decisions).Text);
        Assert.Equal(["De acuerdo."], words.Items.Select(t => t.Text));
        Assert.True(stolen.IsError);
        Assert.EndsWith("There is no such recording.", Assert.IsType<TextContentBlock>(Assert.Single(stolen.Content)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_turns_the_pages_of_a_search_and_of_a_transcript_whose_people_talk_at_once()
    {
        var tenant = await kipu.SignUpAsync();
        var words = SomeAnalysis.Of("Sedes", "es", [.. Enumerable.Range(1, 5).Select(i => SomeAnalysis.Turn(i, $"Abramos en Medellín {i}.", start: 12))]);
        var first = await tenant.CreateAnalysedRecordingAsync(words);
        var second = await tenant.CreateAnalysedRecordingAsync(words);
        await using var agent = await ConnectAsync(tenant);

        var turns = await PagesAsync<TranscriptTurn>(agent, "read_transcript", new() { ["recordingId"] = first.Id, ["limit"] = 2 });
        var found = await PagesAsync<RecordingSummary>(agent, "search_recordings", new() { ["query"] = "medellin", ["limit"] = 1 });

        Assert.Equal(["s1", "s2", "s3", "s4", "s5"], turns.Select(t => t.SegmentId));
        Assert.Equal([second.Id, first.Id], found.Select(r => r.Id));
    }

    private static async Task<List<T>> PagesAsync<T>(McpClient agent, string tool, Dictionary<string, object?> arguments)
    {
        var all = new List<T>();
        while (true)
        {
            var page = await CallAsync<Page<T>>(agent, tool, arguments);
            all.AddRange(page.Items);
            if (page.NextCursor is null) return all;
            arguments["cursor"] = page.NextCursor;
        }
    }

    [Fact]
    public async Task Without_a_key_there_is_no_agent()
    {
        using var anybody = kipu.CreateClient("gateway");

        using var response = await anybody.PostAsJsonAsync("/api/mcp", new { jsonrpc = "2.0", id = 1, method = "tools/list" });

        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "organization_code_required");
    }

    private async Task<McpClient> ConnectAsync(TestTenant tenant)
    {
        using var made = await tenant.Client.PostAsJsonAsync(
            "/api/organizations/current/api-keys",
            new CreateApiKeyRequest("Agent", [ApiKeyScope.Read], ExpiresAt: null));
        var key = (await made.ReadAsync<CreateApiKeyResponse>()).Key;
        var transport = new HttpClientTransport(new()
        {
            Endpoint = new(await kipu.GetEndpointAsync("gateway"), "/api/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" },
        });
        return await McpClient.CreateAsync(transport, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task<T> CallAsync<T>(McpClient agent, string tool, Dictionary<string, object?> arguments)
    {
        var result = await agent.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.IsError is not true, JsonSerializer.Serialize(result.Content));
        return result.StructuredContent!.Value.Deserialize<T>(JsonSerializerOptions.Web)!;
    }
}
