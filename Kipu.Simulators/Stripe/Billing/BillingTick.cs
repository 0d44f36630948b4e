namespace Kipu.Simulators;

/// <summary>Lets the running time do its work once a second: checkouts expire, subscriptions renew.</summary>
internal sealed class BillingTick(StripeState state, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    public void RunOnce()
    {
        lock (state.Gate)
        {
            CheckoutSessions.ExpireOld(state);
            BillingEngine.CatchUp(state);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) RunOnce();
    }
}
