using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Kipu.Auth;

/// <summary>Settings of section <c>WeeklyTasks</c>.</summary>
internal sealed class WeeklyTasksOptions
{
    /// <summary>How often it is looked whether a mail is due.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>Looks from time to time whose weekly mail is due.</summary>
internal sealed partial class WeeklyTasksWorker(
    IServiceScopeFactory scopes, IOptions<WeeklyTasksOptions> options, TimeProvider time, ILogger<WeeklyTasksWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            IReadOnlyList<Guid> due = [];
            await TryAsync(async mail => due = await mail.FindDueAsync(stoppingToken), stoppingToken);
            foreach (var organizationId in due) await TryAsync(mail => mail.MailAsync(organizationId, stoppingToken), stoppingToken);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "An organization that fails must not hold up the others; the fault is logged, and the next round tries again.")]
    private async Task TryAsync(Func<WeeklyTasksMail, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<WeeklyTasksMail>());
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

    [LoggerMessage(LogLevel.Warning, "Weekly mails wait for the next round")]
    private static partial void LogPostponed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Weekly mails failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

internal static class WeeklyTasksExtensions
{
    public static void AddWeeklyTasks(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<WeeklyTasksOptions>().BindConfiguration("WeeklyTasks")
            .Validate(options => options.Every > TimeSpan.Zero, "WeeklyTasks:Every must be positive.").ValidateOnStart();
        builder.AddInternalClient<IOpenActionItems, OpenActionItems>("recordings");
        builder.Services.AddScoped<WeeklyTasksMail>();
        builder.Services.AddHostedService<WeeklyTasksWorker>();
    }
}
