using System.Diagnostics;
using System.Net;

namespace Kipu.Benchmarks;

/// <summary>Clients that each send a request as soon as the last one is answered, and note how long that took.</summary>
internal sealed class AnswerTimes(HttpClient client, int clients)
{
    /// <summary>How long each took until its answer was read, in milliseconds. What writing it takes does not count.</summary>
    /// <exception cref="HttpRequestException">One was answered with another status.</exception>
    public async Task<IReadOnlyList<double>> MeasureAsync(
        Func<HttpRequestMessage> write, HttpStatusCode wanted, TimeSpan duration, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => SendAsync()));
        return [.. times.SelectMany(sent => sent)];

        async Task<List<double>> SendAsync()
        {
            var sent = new List<double>();
            while (Stopwatch.GetElapsedTime(begun) < duration)
            {
                using var request = write();
                var started = Stopwatch.GetTimestamp();
                using var response = await client.SendAsync(request, cancellationToken);
                sent.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (response.StatusCode != wanted) throw new HttpRequestException($"{request.RequestUri} was answered {response.StatusCode}.");
            }

            return sent;
        }
    }
}
