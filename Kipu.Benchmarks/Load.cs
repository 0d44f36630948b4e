using System.Diagnostics;

namespace Kipu.Benchmarks;

/// <summary>Clients that each send a request as soon as the last one is answered.</summary>
internal sealed class Load(HttpClient client, int clients)
{
    /// <summary>Requests a second that are answered with success.</summary>
    /// <exception cref="HttpRequestException">One was not.</exception>
    public async Task<double> MeasureAsync(string path, TimeSpan duration, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => SendAsync()));
        return counts.Sum() / watch.Elapsed.TotalSeconds;

        async Task<long> SendAsync()
        {
            var sent = 0L;
            while (watch.Elapsed < duration)
            {
                using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
                response.EnsureSuccessStatusCode();
                sent++;
            }

            return sent;
        }
    }
}
