using Microsoft.Extensions.Options;

namespace Kipu.Payments;

/// <summary>Compares our books with the provider's from time to time.</summary>
internal sealed class ReconciliationWorker(
    IServiceScopeFactory scopes, IOptions<ReconciliationOptions> options, TimeProvider time, ILogger<ReconciliationWorker> logger)
    : PeriodicWorker(options.Value.Every, time, logger)
{
    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Reconciliation>().RunDueAsync(cancellationToken);
    }
}

internal static class ReconciliationExtensions
{
    public static void AddReconciliation(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ReconciliationOptions>().BindConfiguration("Reconciliation")
            .Validate(options => options.IsValid, "The settings of section Reconciliation must be positive.")
            .ValidateOnStart();
        builder.Services.AddScoped<Reconciliation>();
        builder.Services.AddScoped<ReplayEvent>();
        builder.Services.AddHostedService<ReconciliationWorker>();
    }
}
