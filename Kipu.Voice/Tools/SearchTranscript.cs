using System.Globalization;
using System.Text.Json;
using Kipu.Gemini;

namespace Kipu.Voice;

/// <summary>Lets the agent look up who said what, and when.</summary>
internal sealed class SearchTranscript(IServiceScopeFactory scopes)
{
    public const string Name = "search_transcript";

    /// <summary>Gemini copes badly with more than 8 KB; eight snippets of 240 characters stay well below.</summary>
    private const int MostHits = 8;
    private const int LongestQuery = 200;

    public static LiveFunction Declaration { get; } = new(
        Name,
        "Finds what was said in the recording: passages with these words, with speaker and time.",
        [new("query", LiveParameterType.Text, "One to four telling words, in the language of the recording.")]);

    public async Task<JsonElement> RunAsync(Guid recordingId, JsonElement arguments, CancellationToken cancellationToken)
    {
        var query = arguments.ValueKind is JsonValueKind.Object && arguments.TryGetProperty("query", out var given) && given.ValueKind is JsonValueKind.String
            ? given.GetString()!
            : "";
        if (string.IsNullOrWhiteSpace(query)) return JsonSerializer.SerializeToElement("query is missing: give one to four words.");

        await using var scope = scopes.CreateAsyncScope();
        var recordings = scope.ServiceProvider.GetRequiredService<RecordingsClient>();
        var hits = await recordings.SearchAsync(recordingId, query.Length > LongestQuery ? query[..LongestQuery] : query, MostHits, cancellationToken);
        return hits.Count == 0
            ? JsonSerializer.SerializeToElement("No passage has these words. Asking again for the same is no use.")
            : JsonSerializer.SerializeToElement(new
            {
                passages = hits.Select(hit => new { at = TimestampOf(hit.StartSeconds), speaker = hit.Speaker, words = hit.Snippet }),
            });
    }

    private static string? TimestampOf(double? seconds) => seconds is not { } at
        ? null
        : TimeSpan.FromSeconds(Math.Floor(at)).ToString(at < 3600 ? "mm\\:ss" : "h\\:mm\\:ss", CultureInfo.InvariantCulture);
}
