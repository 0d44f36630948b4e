using System.Net;
using System.Text.Json;

namespace Kipu.Voice;

/// <summary>Recordings, over its internal routes and in the name of the organization whose scope is open.</summary>
internal sealed class RecordingsClient(HttpClient recordings)
{
    /// <param name="Context">What the agent is told; null when refused.</param>
    /// <param name="Refusal">Why there is none.</param>
    /// <param name="Details">What Recordings says of it further: where the recording stands.</param>
    public sealed record Found(RecordingContext? Context, ApiError? Refusal = null, IDictionary<string, object?>? Details = null);

    public async Task<Found> FindContextAsync(Guid recordingId, CancellationToken cancellationToken)
    {
        using var response = await recordings.GetAsync(new Uri($"/internal/recordings/{recordingId}/context", UriKind.Relative), cancellationToken);
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotFound:
                return new(null, VoiceErrors.RecordingNotFound);
            case HttpStatusCode.Conflict:
                var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
                string[] further = ["recordingStatus", "stage", "progress"];
                return new(null, VoiceErrors.NotReady, further.Where(name => problem.TryGetProperty(name, out _))
                    .ToDictionary(name => name, name => (object?)problem.GetProperty(name)));
            default:
                response.EnsureSuccessStatusCode();
                return new(await response.Content.ReadFromJsonAsync<RecordingContext>(cancellationToken));
        }
    }

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(Guid recordingId, string query, int limit, CancellationToken cancellationToken)
    {
        var path = $"/internal/recordings/{recordingId}/search?q={Uri.EscapeDataString(query)}&limit={limit}";
        using var response = await recordings.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<IReadOnlyList<SearchHit>>(cancellationToken) ?? [];
    }
}
