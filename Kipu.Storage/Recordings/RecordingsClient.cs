using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Storage;

/// <summary>What Recordings says of a recording whose audio begins to arrive.</summary>
/// <param name="Language">What is spoken, when the recording's maker said so.</param>
/// <param name="Refusal">Why it takes none, to be passed on: the plan's recordings are used up, or the id is not this
/// organization's.</param>
internal sealed record EnsuredRecording(string? Language, ProblemHttpResult? Refusal);

/// <summary>The service that knows which recordings there are, and how many a plan allows.</summary>
internal interface IRecordings
{
    /// <summary>Tells what <see cref="EnsureAsync"/> would, and makes nothing.</summary>
    Task<EnsuredRecording> TryAsync(Guid recordingId, EnsureRecordingRequest request, CancellationToken cancellationToken);

    /// <summary>Makes the recording unless there is one.</summary>
    Task<EnsuredRecording> EnsureAsync(Guid recordingId, EnsureRecordingRequest request, CancellationToken cancellationToken);
}

internal sealed class RecordingsClient(HttpClient recordings) : IRecordings
{
    public Task<EnsuredRecording> TryAsync(Guid recordingId, EnsureRecordingRequest request, CancellationToken cancellationToken) =>
        PutAsync($"/internal/recordings/{recordingId}?dryRun=true", request, cancellationToken);

    public Task<EnsuredRecording> EnsureAsync(Guid recordingId, EnsureRecordingRequest request, CancellationToken cancellationToken) =>
        PutAsync($"/internal/recordings/{recordingId}", request, cancellationToken);

    private async Task<EnsuredRecording> PutAsync(string address, EnsureRecordingRequest request, CancellationToken cancellationToken)
    {
        using var response = await recordings.PutAsJsonAsync(new Uri(address, UriKind.Relative), request, cancellationToken);
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotFound:
                return new(null, CommonErrors.NotFound.ToProblem());
            case HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.Gone:
                var problem = await response.Content.ReadFromJsonAsync<Dictionary<string, JsonElement>>(cancellationToken);
                return new(null, Pass(problem ?? [], response.StatusCode));
            default:
                response.EnsureSuccessStatusCode();
                var recording = await response.Content.ReadFromJsonAsync<RecordingSummary>(cancellationToken);
                return new(recording?.Language is { Length: > 0 } language and not "auto" ? language : null, null);
        }
    }

    private static ProblemHttpResult Pass(Dictionary<string, JsonElement> problem, HttpStatusCode status)
    {
        var error = new ApiError((int)status, Text("code") ?? CommonErrors.Forbidden.Code, Text("detail") ?? CommonErrors.Forbidden.Detail);
        string[] standard = ["type", "title", "status", "detail", "instance", "code", "traceId"];
        return error.ToProblem(problem.Where(m => !standard.Contains(m.Key)).ToDictionary(m => m.Key, m => (object?)m.Value));

        string? Text(string key) =>
            problem.TryGetValue(key, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
    }
}

internal static class RecordingsExtensions
{
    public static void AddRecordings(this IHostApplicationBuilder builder) =>
        builder.AddInternalClient<IRecordings, RecordingsClient>("recordings");
}
