using System.Net.Http.Json;
using System.Text.Json;
using RabbitMQ.Client;

namespace Kipu.Tests;

public sealed partial class TestTenant
{
    /// <summary>Reserves a recording, as a front end does before it sends audio.</summary>
    public async Task<RecordingSummary> CreateRecordingAsync(string? title = null)
    {
        using var response = await Client.PostAsJsonAsync("/api/recordings", new CreateRecordingRequest(title, "auto", "api"));
        return await response.ReadAsync<RecordingSummary>();
    }

    public async Task<RecordingStatusInfo> GetStatusAsync(Guid recordingId) =>
        (await Client.GetFromJsonAsync<RecordingStatusInfo>($"/api/status/{recordingId}", JsonSerializerOptions.Web))!;

    /// <summary>A recording that was analysed with this outcome: the worker's message without the work.</summary>
    public async Task<RecordingSummary> CreateAnalysedRecordingAsync(AnalysisDocument analysis, string? title = null)
    {
        var recording = await CreateRecordingAsync(title);
        await TellRecordingsAsync(new RecordingAnalyzed(recording.Id, OrganizationId, Guid.CreateVersion7(), analysis, DateTimeOffset.UtcNow));
        await KipuSystem.WaitUntilAsync(
            async () => (await GetStatusAsync(recording.Id)).Status is RecordingStatus.Completed, "the analysis is stored");
        return recording;
    }

    /// <summary>Puts a message of this organization into the queue of Recordings, as another service's outbox does.</summary>
    public async Task TellRecordingsAsync<T>(T message)
    {
        var factory = new ConnectionFactory { Uri = new(await Kipu.GetConnectionStringAsync("rabbitmq")) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var properties = new BasicProperties
        {
            MessageId = Guid.CreateVersion7().ToString(),
            Type = typeof(T).FullName,
            ContentType = "application/json",
            Persistent = true,
            Headers = new Dictionary<string, object?> { ["tenant-id"] = OrganizationId.ToString() },
        };
        await channel.BasicPublishAsync(
            exchange: "", routingKey: "recordings", mandatory: true, properties, JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web));
    }
}
