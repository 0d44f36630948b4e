using System.Net.Http.Headers;

namespace Kipu.Benchmarks;

/// <summary>What it costs a request that its tenant is resolved.</summary>
internal static class TenancyBenchmark
{
    private const int Rounds = 80;
    private const int Clients = 16;
    private const int Revocations = 200;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(0.5);

    /// <summary>Until the runtime has compiled both paths for good: before that it is measured how much code each has, not what it costs.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public static async Task<Report> RunAsync(BenchmarkSystem system, CancellationToken cancellationToken)
    {
        await using var host = await TenancyHost.StartAsync(system, cancellationToken);
        var session = await system.SignUpAsync(cancellationToken);
        using var byCode = new HttpClient { BaseAddress = host.Address };
        byCode.DefaultRequestHeaders.Add("x-organization-code", session.OrganizationCode);
        using var byToken = new HttpClient { BaseAddress = host.Address };
        byToken.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);

        Console.WriteLine($"Measuring {Rounds} rounds");
        List<Comparison> pairs =
        [
            new(new(byCode, Clients), TenancyHost.Open, TenancyHost.WithTenant), new(new(byToken, Clients), TenancyHost.SignedIn, TenancyHost.WithTenant),
        ];
        await MeasureAsync(pairs, cancellationToken);
        var (code, token) = (pairs[0], pairs[1]);
        using var service = new HttpClient { BaseAddress = host.Address };
        using var gateway = new HttpClient { BaseAddress = system.EndpointOf("gateway") };
        gateway.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);
        var delays = (await new Invalidation(service, gateway).MeasureAsync(Revocations, cancellationToken)).Order().ToList();
        return new(
            "tenancy",
            "at least 0.95 of the requests of the same endpoint without the tenant's resolution",
            [
                new("code sent, tenant not resolved", code.Without, "requests/s"),
                new("code sent, tenant resolved by it", code.With, "requests/s", code.Ratio),
                new("token checked, tenant not resolved", token.Without, "requests/s"),
                new("token checked, tenant resolved", token.With, "requests/s", token.Ratio),
                new("revoked key refused by another service, median", delays[Revocations / 2].TotalMilliseconds, "ms"),
                new("revoked key refused by another service, p99", delays[Revocations * 99 / 100].TotalMilliseconds, "ms"),
            ],
            Math.Min(code.Ratio, token.Ratio));
    }

    /// <summary>
    /// All in turns, and in each round first one of a pair and then the other: what else the machine does meets both, and the median of the
    /// rounds' ratios leaves out where it met one alone.
    /// </summary>
    private static async Task MeasureAsync(List<Comparison> pairs, CancellationToken cancellationToken)
    {
        foreach (var pair in pairs) await pair.WarmUpAsync(cancellationToken);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var pair in pairs) await pair.MeasureAsync(withFirst: round % 2 > 0, cancellationToken);
        }
    }

    /// <summary>The same requests to an endpoint without and with the tenant's resolution.</summary>
    private sealed class Comparison(Load load, string without, string with)
    {
        private readonly List<(double Without, double With)> _rounds = [];

        public double Without => Median.Of(_rounds.Select(round => round.Without));

        public double With => Median.Of(_rounds.Select(round => round.With));

        public double Ratio => Median.Of(_rounds.Select(round => round.With / round.Without));

        public async Task WarmUpAsync(CancellationToken cancellationToken)
        {
            await load.MeasureAsync(without, WarmUp, cancellationToken);
            await load.MeasureAsync(with, WarmUp, cancellationToken);
        }

        public async Task MeasureAsync(bool withFirst, CancellationToken cancellationToken)
        {
            var first = await load.MeasureAsync(withFirst ? with : without, Turn, cancellationToken);
            var second = await load.MeasureAsync(withFirst ? without : with, Turn, cancellationToken);
            _rounds.Add(withFirst ? (second, first) : (first, second));
        }
    }
}
