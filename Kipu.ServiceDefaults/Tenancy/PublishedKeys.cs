using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kipu.ServiceDefaults;

/// <summary>
/// The keys that access tokens are checked with. When they become old they are fetched anew while those that are known go on; when they
/// have changed, requests wait for the new ones, and no longer than <see cref="Patience"/>.
/// </summary>
/// <remarks>
/// Not the library's ConfigurationManager: it drops a wish to fetch that comes soon after another or while it fetches, and a key that was
/// retired just then would be accepted for minutes.
/// </remarks>
internal sealed partial class PublishedKeys(
    Func<CancellationToken, Task<OpenIdConnectConfiguration>> fetch, TimeProvider time, ILogger<PublishedKeys> logger)
    : IConfigurationManager<OpenIdConnectConfiguration>
{
    /// <summary>After this long they are fetched anew; after twice this long nobody gets them without another look.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>How soon they are fetched again after a failure, or for tokens with unknown keys, which anybody can send.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>How long a fetch may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private volatile Fetched? _fetched;
    private Task _fetching = Task.CompletedTask;
    private long _changes;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            if (_fetched is not { } known || known.Changes != Interlocked.Read(ref _changes) || now >= known.WaitAt)
            {
                await RefreshAsync().WaitAsync(cancel);
                continue;
            }

            if (now >= known.RefreshAt) _ = RefreshAsync();
            return known.Keys;
        }
    }

    /// <summary>A token names a key that is not known.</summary>
    public void RequestRefresh()
    {
        if (_fetched is { } known && time.GetUtcNow() >= known.At + Pause) _ = RefreshAsync();
    }

    /// <summary>The keys have changed: none that is known now is used any more without another look.</summary>
    public void Change() => Interlocked.Increment(ref _changes);

    private Task RefreshAsync()
    {
        lock (_gate) return _fetching.IsCompleted ? _fetching = FetchAsync() : _fetching;
    }

    private async Task FetchAsync()
    {
        var known = _fetched;
        // Read before the keys are: what changes meanwhile makes them old at once.
        var changes = Interlocked.Read(ref _changes);
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            var keys = await fetch(patience.Token);
            var now = time.GetUtcNow();
            _fetched = new(keys, changes, now, now + Lifetime, now + Lifetime + Lifetime);
        }
        catch (Exception exception) when (known is not null)
        {
            LogAway(logger, exception);
            var now = time.GetUtcNow();
            _fetched = new(known.Keys, changes, now, now + Pause, now + Lifetime);
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException("Auth's keys could not be fetched in time.", exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Auth's keys could not be fetched: those that are known hold until it answers")]
    private static partial void LogAway(ILogger logger, Exception exception);

    /// <param name="Keys">What Auth published last.</param>
    /// <param name="Changes">How many changes had been told of before they were fetched.</param>
    /// <param name="At">When they were fetched, or last tried to be.</param>
    /// <param name="RefreshAt">From when on they are fetched anew while they hold.</param>
    /// <param name="WaitAt">From when on they hold no longer without another look.</param>
    private sealed record Fetched(
        OpenIdConnectConfiguration Keys, long Changes, DateTimeOffset At, DateTimeOffset RefreshAt, DateTimeOffset WaitAt);
}
