using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Kipu.Benchmarks;

/// <summary>How long a credential lives on at another service after Auth has said that it is revoked.</summary>
internal sealed class Invalidation(HttpClient service, HttpClient gateway)
{
    /// <summary>Makes an API key, has the service know it, revokes it, and waits until the service refuses it; again and again.</summary>
    public async Task<IReadOnlyList<TimeSpan>> MeasureAsync(int times, CancellationToken cancellationToken)
    {
        List<TimeSpan> delays = [];
        for (var i = 0; i < times; i++) delays.Add(await RevokeAsync(cancellationToken));
        return delays;
    }

    private async Task<TimeSpan> RevokeAsync(CancellationToken cancellationToken)
    {
        var keys = new Uri("/api/organizations/current/api-keys", UriKind.Relative);
        using var made = await gateway.PostAsJsonAsync(keys, new CreateApiKeyRequest("Bench", [ApiKeyScope.Read], ExpiresAt: null), cancellationToken);
        made.EnsureSuccessStatusCode();
        var key = (await made.Content.ReadFromJsonAsync<CreateApiKeyResponse>(cancellationToken))!;
        if (await UseAsync(key.Key, cancellationToken) is not HttpStatusCode.OK and var refusal) throw new HttpRequestException($"A new key was answered {refusal}.");

        using var revoked = await gateway.DeleteAsync(new Uri($"{keys}/{key.ApiKey.Id}", UriKind.Relative), cancellationToken);
        revoked.EnsureSuccessStatusCode();
        var watch = Stopwatch.StartNew();
        while (await UseAsync(key.Key, cancellationToken) is HttpStatusCode.OK)
        {
        }

        return watch.Elapsed;
    }

    private async Task<HttpStatusCode> UseAsync(string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, TenancyHost.WithTenant);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await service.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }
}
