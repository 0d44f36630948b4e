using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kipu.ServiceDefaults;

/// <summary>
/// The keys that access tokens are checked with: fetched when they are asked for and are older than <see cref="Lifetime"/>, have changed, or
/// lack a key that a token names. While Auth doesn't answer, those that are known go on.
/// </summary>
/// <remarks>
/// Not the library's ConfigurationManager: it drops a wish to fetch that comes soon after another or while it fetches, and a key that was
/// retired just then would be accepted for minutes.
/// </remarks>
internal sealed class PublishedKeys(
    Func<CancellationToken, Task<OpenIdConnectConfiguration>> fetch, TimeProvider time) : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>How often tokens with unknown keys can have them fetched: anybody can send such tokens.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile Fetched? _fetched;
    private long _changes;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (_fetched is { } known && IsCurrent(known)) return known.Keys;

        await _turn.WaitAsync(cancel);
        try
        {
            if (_fetched is { } other && IsCurrent(other)) return other.Keys;
            // Read before the keys are: what changes meanwhile makes them old at once.
            var changes = Interlocked.Read(ref _changes);
            return (_fetched = await FetchAsync(changes, cancel)).Keys;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A token names a key that is not known.</summary>
    public void RequestRefresh()
    {
        if (_fetched is { } known && time.GetUtcNow() >= known.At + Pause) Change();
    }

    /// <summary>The keys have changed: none that is known now is used any more without another look.</summary>
    public void Change() => Interlocked.Increment(ref _changes);

    public void Dispose() => _turn.Dispose();

    private bool IsCurrent(Fetched known) => known.Changes == Interlocked.Read(ref _changes) && time.GetUtcNow() < known.Until;

    private async Task<Fetched> FetchAsync(long changes, CancellationToken cancellationToken)
    {
        var known = _fetched;
        try
        {
            var keys = await fetch(cancellationToken);
            var now = time.GetUtcNow();
            return new(keys, changes, now, now + Lifetime);
        }
        catch (IOException) when (known is not null)
        {
            // Auth doesn't answer: tried again soon, and what is known holds until then.
            var now = time.GetUtcNow();
            return new(known.Keys, changes, now, now + Pause);
        }
    }

    private sealed record Fetched(OpenIdConnectConfiguration Keys, long Changes, DateTimeOffset At, DateTimeOffset Until);
}
