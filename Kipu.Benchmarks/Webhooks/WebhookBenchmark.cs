using System.Net;

namespace Kipu.Benchmarks;

/// <summary>How long a provider waits until its webhook is acknowledged, while what the webhooks mean is worked on.</summary>
internal static class WebhookBenchmark
{
    private const int Rounds = 15;
    private const int Clients = 4;
    private const int Purchases = 16;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public static async Task<Report> RunAsync(BenchmarkSystem system, CancellationToken cancellationToken)
    {
        var events = await StripeEvents.BuyAsync(system, Purchases, cancellationToken);
        using var service = new HttpClient { BaseAddress = system.EndpointOf("payments") };
        (string What, Func<HttpRequestMessage> Write, HttpStatusCode Wanted)[] requests =
        [
            ("/alive", () => new(HttpMethod.Get, new Uri("/alive", UriKind.Relative)), HttpStatusCode.OK),
            ("a new event of Stripe", events.New, HttpStatusCode.OK),
            ("one that has come before", events.Known, HttpStatusCode.OK),
            ("one that Stripe did not sign", events.Forged, HttpStatusCode.BadRequest),
        ];

        Console.WriteLine($"Measuring {Rounds} rounds of {Clients} clients");
        var answers = new AnswerTimes(service, Clients);
        var rounds = new List<IReadOnlyList<double>[]>();
        for (var round = 0; round <= Rounds; round++)
        {
            var times = new IReadOnlyList<double>[requests.Length];
            // All in each round, every other time the other way round: what else the machine does meets each.
            foreach (var i in round % 2 == 0 ? Enumerable.Range(0, requests.Length) : Enumerable.Range(0, requests.Length).Reverse())
                times[i] = await answers.MeasureAsync(requests[i].Write, requests[i].Wanted, Turn, cancellationToken);

            // The first only warms up.
            if (round > 0) rounds.Add(times);
        }

        return new(
            "webhooks",
            "a new event is acknowledged in at most 10 times what the same service takes to answer /alive",
            [.. requests.SelectMany((request, i) => LinesOf(request.What, i, rounds))],
            RatioOf(1, rounds));
    }

    /// <summary>What is usual, as the median of the rounds, and the slowest answers of all rounds, each beside those of <c>/alive</c>.</summary>
    private static IEnumerable<Measurement> LinesOf(string what, int place, List<IReadOnlyList<double>[]> rounds)
    {
        var isOther = place > 0;
        yield return new(
            $"{what}, median", Median.Of(rounds.Select(round => Median.Of(round[place]))), "ms", isOther ? RatioOf(place, rounds) : null);
        foreach (var percent in new[] { 95, 99 })
        {
            var slow = SlowestOf(place, percent, rounds);
            yield return new($"{what}, p{percent}", slow, "ms", isOther ? slow / SlowestOf(0, percent, rounds) : null);
        }
    }

    private static double RatioOf(int place, List<IReadOnlyList<double>[]> rounds) =>
        Median.Of(rounds.Select(round => Median.Of(round[place]) / Median.Of(round[0])));

    private static double SlowestOf(int place, int percent, List<IReadOnlyList<double>[]> rounds)
    {
        var ordered = rounds.SelectMany(round => round[place]).Order().ToList();
        return ordered[ordered.Count * percent / 100];
    }
}
