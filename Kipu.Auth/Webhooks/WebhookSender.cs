using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Auth;

/// <summary>Sends what is due, several at once, and notes what became of it. Any number of processes may do so beside each other.</summary>
internal sealed partial class WebhookSender(
    IServiceScopeFactory scopes, WebhookClient client, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookSender> logger)
    : BackgroundService
{
    private const int Parallel = 8;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>A process that dies in an attempt has it repeated after this.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var slots = new SemaphoreSlim(Parallel);
        using var timer = new PeriodicTimer(Poll, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await SendDueAsync(slots, stoppingToken);
        }
        finally
        {
            // What is under way ends with the token, and gives its slot back.
            for (var i = 0; i < Parallel; i++) await slots.WaitAsync(CancellationToken.None);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "A turn that fails must not end the service; the fault is logged, and the next turn tries again.")]
    private async Task SendDueAsync(SemaphoreSlim slots, CancellationToken stoppingToken)
    {
        try
        {
            while (await BeginNextAsync(slots, stoppingToken))
            {
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Report(exception);
        }
    }

    /// <summary>Waits for a free slot, and begins with the next message.</summary>
    /// <returns>False when nothing is due.</returns>
    private async Task<bool> BeginNextAsync(SemaphoreSlim slots, CancellationToken stoppingToken)
    {
        await slots.WaitAsync(stoppingToken);
        var begun = false;
        try
        {
            if (await TakeAsync(stoppingToken) is not { } taken) return false;
            begun = true;
            _ = SendAsync(taken.Delivery, taken.Webhook, slots, stoppingToken);
            return true;
        }
        finally
        {
            if (!begun) slots.Release();
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "A message that can't be sent must not end the others; the fault is logged, and its lease has it tried again.")]
    private async Task SendAsync(WebhookDelivery delivery, Webhook webhook, SemaphoreSlim slots, CancellationToken stoppingToken)
    {
        try
        {
            using var tenant = TenantScope.EnterOrganization(delivery.OrganizationId);
            var (status, problem) = await client.SendAsync(webhook, delivery, stoppingToken);
            await NoteAsync(delivery, webhook, status, problem, stoppingToken);
        }
        catch (Exception exception)
        {
            if (!stoppingToken.IsCancellationRequested) Report(exception);
        }
        finally
        {
            slots.Release();
        }
    }

    private void Report(Exception exception)
    {
        if (Outage.Is(exception)) LogPostponed(logger, exception);
        else LogFailed(logger, exception);
    }

    private async Task<(WebhookDelivery Delivery, Webhook Webhook)?> TakeAsync(CancellationToken cancellationToken)
    {
        using var system = TenantScope.EnterSystem("messages of all organizations wait in one line");
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var taken = await db.WebhookDeliveries.FromSql($"""
            update webhook_deliveries set due_at = {now + Lease}, attempts = attempts + 1, last_attempt_at = {now}
            where (organization_id, id) = (
              select d.organization_id, d.id from webhook_deliveries d
              join webhooks w on w.organization_id = d.organization_id and w.id = d.webhook_id and w.enabled
              where d.status = 'Pending' and d.due_at <= {now} order by d.due_at limit 1 for update of d skip locked)
            returning *
            """).AsNoTracking().ToListAsync(cancellationToken);
        if (taken is not [var delivery]) return null;
        var webhook = await db.Webhooks.AsNoTracking()
            .SingleAsync(w => w.OrganizationId == delivery.OrganizationId && w.Id == delivery.WebhookId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (delivery, webhook);
    }

    private async Task NoteAsync(WebhookDelivery delivery, Webhook webhook, int? status, string? problem, CancellationToken cancellationToken)
    {
        var pauses = options.Value.EffectivePauses;
        var isGone = status is (int)HttpStatusCode.Gone;
        var isLast = delivery.Attempts > pauses.Count;
        var state = problem is null ? WebhookDeliveryStatus.Delivered
            : isGone || isLast ? WebhookDeliveryStatus.Failed
            : WebhookDeliveryStatus.Pending;
        var due = time.GetUtcNow() + pauses[Math.Min(delivery.Attempts, pauses.Count) - 1];
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Whoever asked for it to be sent again meanwhile gets that.
        await db.WebhookDeliveries.Where(d => d.Id == delivery.Id && d.DueAt == delivery.DueAt).ExecuteUpdateAsync(
            set => set
                .SetProperty(d => d.Status, state)
                .SetProperty(d => d.DueAt, due)
                .SetProperty(d => d.ResponseStatus, status)
                .SetProperty(d => d.Problem, problem),
            cancellationToken);
        if (problem is not null && (isGone || isLast))
        {
            var reason = isGone ? "gone" : "failing";
            await db.Webhooks.Where(w => w.Id == webhook.Id && w.Enabled).ExecuteUpdateAsync(
                set => set.SetProperty(w => w.Enabled, false).SetProperty(w => w.DisabledReason, reason), cancellationToken);
            LogDisabled(logger, webhook.Id, webhook.OrganizationId, reason);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Webhooks wait for the next turn: the database is away")]
    private static partial void LogPostponed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "A webhook's message could not be sent")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Information, "Webhook {WebhookId} of organization {OrganizationId} is switched off: {Reason}")]
    private static partial void LogDisabled(ILogger logger, Guid webhookId, Guid organizationId, string reason);
}
