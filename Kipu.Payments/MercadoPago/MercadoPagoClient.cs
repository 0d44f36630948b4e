using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Kipu.Payments;

/// <summary>Mercado Pago refuses what we sent: our bug, or something that a customer filled in wrong.</summary>
internal sealed class MercadoPagoRefusal(HttpStatusCode status, string message)
    : Exception($"Mercado Pago refuses with {(int)status}: {message}")
{
    public HttpStatusCode Status => status;
}

/// <summary>
/// Mercado Pago's API. There is no official client for .NET: this one sends what the official ones for other languages do. Its
/// troubles and its rate limit are outages, like an unreachable host.
/// </summary>
internal sealed class MercadoPagoClient(IHttpClientFactory clients, IOptions<MercadoPagoOptions> options)
{
    public const string ClientName = "mercadopago-api";
    private const int PageSize = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new UtcTime() },
    };

    /// <returns>Null when it isn't there.</returns>
    public async Task<T?> FindAsync<T>(string path, CancellationToken cancellationToken) where T : class
    {
        using var response = await SendAsync(HttpMethod.Get, path, body: null, key: null, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<T>(response, cancellationToken);
    }

    /// <summary>Everything that a search finds, page by page.</summary>
    public async IAsyncEnumerable<T> SearchAsync<T>(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (var offset = 0; ; offset += PageSize)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}{separator}limit={PageSize}&offset={offset}");
            using var response = await SendAsync(HttpMethod.Get, at, body: null, key: null, cancellationToken);
            var page = await ReadAsync<MercadoPagoPage<T>>(response, cancellationToken);
            foreach (var item in page.Results) yield return item;
            if (page.Results.Count == 0 || offset + page.Results.Count >= page.Paging.Total) yield break;
        }
    }

    /// <summary>Changes something; the same key again is the same change.</summary>
    /// <exception cref="MercadoPagoRefusal">It can't be changed so.</exception>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, object body, string key, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(method, path, body, key, cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body, string? key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"{options.Value.ApiBase.TrimEnd('/')}{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.AccessToken);
        if (body is not null) request.Content = JsonContent.Create(body, options: Json);
        if (key is not null) request.Headers.Add("X-Idempotency-Key", key);
        return await clients.CreateClient(ClientName).SendAsync(request, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken) where T : class
    {
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError)
            throw new HttpRequestException("Mercado Pago can't serve the request now.", inner: null, response.StatusCode);
        if (!response.IsSuccessStatusCode)
            throw new MercadoPagoRefusal(response.StatusCode, MessageOf(await response.Content.ReadAsStringAsync(cancellationToken)));
        return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken)
            ?? throw new InvalidOperationException("Mercado Pago answered nothing.");
    }

    private static string MessageOf(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.TryGetProperty("message", out var message) ? message.ToString() : "";
        }
        catch (JsonException)
        {
            return "no JSON";
        }
    }
}
