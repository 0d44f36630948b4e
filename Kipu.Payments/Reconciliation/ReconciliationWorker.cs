using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Kipu.Payments;

/// <summary>Compares our books with the provider's from time to time.</summary>
internal sealed partial class ReconciliationWorker(
    IServiceScopeFactory scopes, IOptions<ReconciliationOptions> options, TimeProvider time, ILogger<ReconciliationWorker> logger)
    : BackgroundService
{
    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "A comparison that fails must not end the service; the fault is logged and the next round tries again.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Reconciliation>().RunDueAsync(stoppingToken);
            }
            catch (Exception exception) when (Outage.Is(exception))
            {
                LogPostponed(logger, exception);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reconciliation waits for the next round")]
    private static partial void LogPostponed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Reconciliation failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
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
