namespace Kipu.Payments;

/// <summary>Wakes the worker of this process; other processes notice raised tasks when they look again.</summary>
internal sealed class SyncSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0);

    public void Set() => _raised.Release();

    /// <summary>Waits until something was raised, or the time is up.</summary>
    public Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken) => _raised.WaitAsync(limit, cancellationToken);

    public void Dispose() => _raised.Dispose();
}

internal static class SyncExtensions
{
    public static void AddSync(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SyncSignal>();
        builder.Services.AddScoped<FulfilCheckout>();
        builder.Services.AddScoped<FollowSubscription>();
        builder.Services.AddScoped<FollowCharge>();
        builder.Services.AddScoped<FollowInstalment>();
        builder.Services.AddScoped<EndSubscription>();
        builder.Services.AddScoped<ReturnPurchase>();
        builder.Services.AddScoped<HandOverPurchase>();
        builder.Services.AddHostedService<SyncWorker>();
    }
}
