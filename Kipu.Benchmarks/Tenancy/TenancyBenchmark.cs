using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Kipu.Benchmarks;

/// <summary>What it costs a request that its tenant is resolved.</summary>
internal static class TenancyBenchmark
{
    private const int Rounds = 9;
    private const int Clients = 16;
    private const int Revocations = 200;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    public static async Task<Report> RunAsync(BenchmarkSystem system, CancellationToken cancellationToken)
    {
        await using var host = await TenancyHost.StartAsync(system, cancellationToken);
        var session = await SignUpAsync(system, cancellationToken);
        using var byCode = new HttpClient { BaseAddress = host.Address };
        byCode.DefaultRequestHeaders.Add("x-organization-code", session.OrganizationCode);
        using var byToken = new HttpClient { BaseAddress = host.Address };
        byToken.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);

        Console.WriteLine($"Measuring {Rounds} rounds");
        var (open, withCode) = await CompareAsync(new(byCode, Clients), TenancyHost.Open, TenancyHost.WithTenant, cancellationToken);
        var (signedIn, withToken) = await CompareAsync(new(byToken, Clients), TenancyHost.SignedIn, TenancyHost.WithTenant, cancellationToken);
        using var service = new HttpClient { BaseAddress = host.Address };
        using var gateway = new HttpClient { BaseAddress = system.EndpointOf("gateway") };
        gateway.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);
        var delays = (await new Invalidation(service, gateway).MeasureAsync(Revocations, cancellationToken)).Order().ToList();
        return new(
            "tenancy",
            "at least 0.95 of the requests of the same endpoint without the tenant's resolution",
            [
                new("code sent, tenant not resolved", open, "requests/s"),
                new("code sent, tenant resolved by it", withCode, "requests/s", withCode / open),
                new("token checked, tenant not resolved", signedIn, "requests/s"),
                new("token checked, tenant resolved", withToken, "requests/s", withToken / signedIn),
                new("revoked key refused by another service, median", delays[Revocations / 2].TotalMilliseconds, "ms"),
                new("revoked key refused by another service, p99", delays[Revocations * 99 / 100].TotalMilliseconds, "ms"),
            ],
            Math.Min(withCode / open, withToken / signedIn));
    }

    /// <summary>Both in turns, so that what else the machine does meets both; the median of each.</summary>
    private static async Task<(double Without, double With)> CompareAsync(
        Load load, string without, string with, CancellationToken cancellationToken)
    {
        await load.MeasureAsync(without, Turn, cancellationToken);
        await load.MeasureAsync(with, Turn, cancellationToken);
        var (withoutRates, withRates) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            withoutRates.Add(await load.MeasureAsync(without, Turn, cancellationToken));
            withRates.Add(await load.MeasureAsync(with, Turn, cancellationToken));
        }

        return (Median(withoutRates), Median(withRates));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<SessionResponse> SignUpAsync(BenchmarkSystem system, CancellationToken cancellationToken)
    {
        using var gateway = new HttpClient { BaseAddress = system.EndpointOf("gateway") };
        var request = new SignUpRequest(
            $"{Guid.NewGuid():N}@example.com", Guid.NewGuid().ToString(), "Bench", OrganizationName: "Bench", OrganizationCode: null);
        using var response = await gateway.PostAsJsonAsync(new Uri("/api/auth/signup", UriKind.Relative), request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<SessionResponse>(cancellationToken))!;
    }
}
