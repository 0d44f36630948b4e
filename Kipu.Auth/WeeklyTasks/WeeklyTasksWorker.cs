using Microsoft.Extensions.Options;

namespace Kipu.Auth;

/// <summary>Settings of section <c>WeeklyTasks</c>.</summary>
internal sealed class WeeklyTasksOptions
{
    /// <summary>How often it is looked whether a mail is due.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>Looks from time to time whose weekly mail is due. An organization that fails doesn't hold up the others.</summary>
internal sealed class WeeklyTasksWorker(
    IServiceScopeFactory scopes, IOptions<WeeklyTasksOptions> options, TimeProvider time, ILogger<WeeklyTasksWorker> logger)
    : PeriodicWorker(options.Value.Every, time, logger)
{
    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> due = [];
        await WithMailAsync(async mail => due = await mail.FindDueAsync(cancellationToken));
        foreach (var organizationId in due)
        {
            await TryAsync(() => WithMailAsync(mail => mail.MailAsync(organizationId, cancellationToken)), cancellationToken);
        }
    }

    private async Task WithMailAsync(Func<WeeklyTasksMail, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<WeeklyTasksMail>());
    }
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
