using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>
/// Deletes sessions, refresh tokens, mailed tokens and kept answers that have ended, and old lines of webhooks' logs. Running twice at once
/// does no harm.
/// </summary>
internal sealed partial class AuthSweep(IServiceScopeFactory scopes, TimeProvider time, ILogger<AuthSweep> logger)
    : PeriodicWorker(Period, time, logger)
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        using var tenant = TenantScope.EnterSystem("what has ended is deleted in all organizations");
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
        var now = Time.GetUtcNow();
        await db.RefreshTokens.Where(t => t.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await db.MailedTokens.Where(t => t.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await db.AnsweredRequests.Where(r => r.CreatedAt < now - AnsweredRequests.Lifetime).ExecuteDeleteAsync(cancellationToken);
        await db.WebhookDeliveries.Where(d => d.CreatedAt < now - WebhookDelivery.Lifetime).ExecuteDeleteAsync(cancellationToken);
        var sessions = await db.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        LogSwept(Logger, sessions);
    }

    [LoggerMessage(LogLevel.Information, "Deleted {Sessions} ended sessions")]
    private static partial void LogSwept(ILogger logger, int sessions);
}
