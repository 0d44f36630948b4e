using System.Net;

namespace Kipu.Recordings;

/// <summary>Reads a recording's files from Storage, in the name of the organization whose scope is open.</summary>
internal sealed class StoredObjects(HttpClient storage)
{
    /// <summary>What a player hears: remuxed, with a duration and seekable.</summary>
    public const string Playback = "playback";

    /// <summary>What was recorded.</summary>
    public const string Master = "master";
    public const string Waveform = "waveform";

    private static readonly string[] Conditions = ["Range", "If-Range", "If-None-Match", "If-Modified-Since"];

    /// <summary>What a stored file is.</summary>
    public sealed record Facts(string ContentType, long Bytes, string Sha256);

    /// <returns>Null when there is no such file.</returns>
    public async Task<Facts?> FindAsync(Guid recordingId, string kind, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, AddressOf(recordingId, kind));
        using var response = await storage.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound) return null;

        var headers = response.EnsureSuccessStatusCode().Content.Headers;
        // Storage's entity tag is the content's digest.
        return new(headers.ContentType!.ToString(), headers.ContentLength!.Value, response.Headers.ETag!.Tag.Trim('"'));
    }

    /// <summary>Asks for a file with the method and the conditions of a client's request; the answer's body is still on its way.</summary>
    /// <param name="recordingId">The recording.</param>
    /// <param name="kind">Which of its files.</param>
    /// <param name="client">The client's request.</param>
    /// <param name="mayRedirect">Whether the answer may be a redirect to the object store.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when there is no such file.</returns>
    public async Task<HttpResponseMessage?> OpenAsync(
        Guid recordingId, string kind, HttpRequest client, bool mayRedirect, CancellationToken cancellationToken)
    {
        var method = HttpMethods.IsHead(client.Method) ? HttpMethod.Head : HttpMethod.Get;
        var address = AddressOf(recordingId, kind);
        using var request = new HttpRequestMessage(method, mayRedirect ? new Uri($"{address}?redirect=true", UriKind.Relative) : address);
        foreach (var name in Conditions)
        {
            if (client.Headers.TryGetValue(name, out var value)) request.Headers.TryAddWithoutValidation(name, value.ToArray());
        }

        var response = await storage.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.NotModified
            or HttpStatusCode.RequestedRangeNotSatisfiable or HttpStatusCode.TemporaryRedirect)
        {
            return response;
        }

        using (response)
        {
            if (response.StatusCode is HttpStatusCode.NotFound) return null;
            response.EnsureSuccessStatusCode();
            throw new HttpRequestException($"Storage answered {(int)response.StatusCode} to a request for a file.");
        }
    }

    private static Uri AddressOf(Guid recordingId, string kind) => new($"/internal/objects/{recordingId}/{kind}", UriKind.Relative);
}
