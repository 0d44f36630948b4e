using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Kipu.Gemini;

/// <summary>One attempt of one call: credentials, deadline, and every failure as a <see cref="GeminiException"/>.</summary>
internal sealed class GeminiTransport(
    IHttpClientFactory clients, GeminiCredentials credentials, IOptions<GeminiOptions> options, TimeProvider time)
{
    public const string ClientName = "Kipu.Gemini";

    // An error body is some hundred bytes; more than this is not Gemini's.
    private const int LargestErrorBody = 64 * 1024;

    public Task<T> PostAsync<T>(Uri uri, object body, CancellationToken cancellationToken) => CallAsync(
        () => Post(uri, body), options.Value.RequestTimeout, ReadJsonAsync<T>, cancellationToken);

    public Task<T> GetAsync<T>(Uri uri, CancellationToken cancellationToken) => CallAsync(
        () => new(HttpMethod.Get, uri), options.Value.TransferTimeout, ReadJsonAsync<T>, cancellationToken);

    /// <summary>Sends, and reads the answer, within a time limit.</summary>
    public Task<T> CallAsync<T>(
        Func<HttpRequestMessage> create,
        TimeSpan timeout,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken) => WithinAsync(timeout, async token =>
        {
            using var response = await OpenAsync(create, timeout, token);
            return await read(response, token);
        }, cancellationToken);

    /// <summary>Sends and returns at the answer's head; the caller reads the body and disposes it.</summary>
    public async Task<HttpResponseMessage> OpenAsync(Func<HttpRequestMessage> create, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var response = await SendAsync(create(), timeout, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized && credentials.TryRenew())
        {
            response.Dispose();
            response = await SendAsync(create(), timeout, cancellationToken);
        }

        if (response.IsSuccessStatusCode) return response;

        using (response)
        {
            var body = await ReadErrorAsync(response, cancellationToken);
            throw GeminiErrors.From((int)response.StatusCode, body, RetryAfter(response), time.GetUtcNow());
        }
    }

    public static HttpRequestMessage Post(Uri uri, object body) =>
        new(HttpMethod.Post, uri) { Content = JsonContent.Create(body, body.GetType(), options: Wire.Json) };

    /// <summary>Runs a piece of a call under a deadline and translates what the network throws.</summary>
    public async Task<T> WithinAsync<T>(TimeSpan timeout, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await work(both.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GeminiException(GeminiFailure.TimedOut, $"Gemini did not answer within {timeout}.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new GeminiException(GeminiFailure.Network, $"The connection to Gemini failed: {exception.Message}", exception);
        }
        catch (JsonException exception)
        {
            throw new GeminiException(GeminiFailure.Protocol, "Gemini's answer is not the JSON that was to come.", exception);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using (request)
        {
            var (name, value) = await credentials.GetHeaderAsync(cancellationToken);
            request.Headers.TryAddWithoutValidation(name, value);
            request.Headers.TryAddWithoutValidation("x-goog-api-client", $"kipu/{typeof(GeminiTransport).Assembly.GetName().Version?.ToString(3)}");
            request.Headers.TryAddWithoutValidation(
                "X-Server-Timeout", Math.Ceiling(timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            return await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
    }

    private static async Task<T> ReadJsonAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken) =>
        await response.Content.ReadFromJsonAsync<T>(Wire.Json, cancellationToken)
        ?? throw new GeminiException(GeminiFailure.Protocol, "Gemini answered with the word null.");

    private static async Task<string> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[LargestErrorBody];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
