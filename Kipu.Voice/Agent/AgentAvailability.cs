namespace Kipu.Voice;

/// <summary>Whether the agent answers, as far as the last attempt to reach it tells.</summary>
internal sealed class AgentAvailability(TimeProvider time)
{
    private static readonly TimeSpan DoubtLasts = TimeSpan.FromSeconds(30);
    private long _failedAt;

    public bool IsAvailable => Volatile.Read(ref _failedAt) is 0 || time.GetUtcNow().UtcTicks - Volatile.Read(ref _failedAt) > DoubtLasts.Ticks;

    public void Answered() => Volatile.Write(ref _failedAt, 0);

    public void Failed() => Volatile.Write(ref _failedAt, time.GetUtcNow().UtcTicks);
}
