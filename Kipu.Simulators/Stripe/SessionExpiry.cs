namespace Kipu.Simulators;

/// <summary>Expires open checkout sessions when their time is up.</summary>
internal sealed class SessionExpiry(StripeState state, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    public void RunOnce()
    {
        lock (state.Gate)
        {
            foreach (var session in state.All(CheckoutSessions.Kind).ToList())
            {
                if ((string)session["status"]! == "open" && (long)session["expires_at"]! <= state.Now) CheckoutSessions.Expire(state, session);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) RunOnce();
    }
}
