namespace Kipu.Simulators;

/// <summary>
/// What time it is in the simulated account. The account can be set ahead of the world, a customer (of Mercado Pago, a preapproval)
/// ahead of the account, and
/// whoever works in another time (a test clock, a renewal of last night) pins it for as long as that takes.
/// </summary>
internal sealed class AccountClock(TimeProvider time)
{
    private readonly Dictionary<string, long> _customers = [];
    private long _ahead;
    private long? _pinned;

    public long Now => _pinned ?? Account;

    /// <summary>The account's time, whatever is pinned: events are listed by it.</summary>
    public long Account => World + _ahead;

    /// <summary>The real time: what people wait for on a page.</summary>
    public long World => time.GetUtcNow().ToUnixTimeSeconds();

    public long Of(string? customer) => Account + (customer is null ? 0 : _customers.GetValueOrDefault(customer));

    public void Move(long seconds, string? customer)
    {
        if (customer is null) _ahead += seconds;
        else _customers[customer] = _customers.GetValueOrDefault(customer) + seconds;
    }

    public IDisposable Pin(long at)
    {
        var pin = new Pinned(this, _pinned);
        _pinned = at;
        return pin;
    }

    public void Reset()
    {
        _customers.Clear();
        _ahead = 0;
    }

    private sealed class Pinned(AccountClock clock, long? before) : IDisposable
    {
        public void Dispose() => clock._pinned = before;
    }
}
