using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Auth;

internal static class WebhookEndpoints
{
    private const int MaxWebhooks = 20;

    public static void AddWebhooks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebhookOptions>().BindConfiguration("Webhooks").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<WebhookSecrets>();
        builder.Services.AddSingleton<WebhookClient>();
        builder.Services.AddHostedService<WebhookSender>();
    }

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var current = routes.MapGroup("/api/organizations/current").WithTags("Webhooks").RequireTenant().RequireRole(Role.Admin);
        current.MapGet("/webhooks", List);
        current.MapPost("/webhooks", Create).ProducesError(
            CommonErrors.ValidationFailed, WebhookErrors.InvalidUrl, WebhookErrors.TooMany, CommonErrors.IdempotencyKeyReused);
        current.MapPatch("/webhooks/{id:guid}", Update).ProducesError(CommonErrors.ValidationFailed, WebhookErrors.InvalidUrl, CommonErrors.NotFound);
        current.MapDelete("/webhooks/{id:guid}", Remove).AllowSuspended(Role.Admin).ProducesError(CommonErrors.NotFound);
        current.MapGet("/webhooks/{id:guid}/deliveries", ListDeliveries).ProducesError(CommonErrors.ValidationFailed, Cursor.Invalid, CommonErrors.NotFound);
        current.MapPost("/webhooks/{id:guid}/test", Test).ProducesError(CommonErrors.NotFound, WebhookErrors.Disabled);
        current.MapPost("/deliveries/{id:guid}/resend", Resend).ProducesError(CommonErrors.NotFound, WebhookErrors.Disabled);
    }

    /// <summary>The organization's webhooks, newest first.</summary>
    public static async Task<Ok<Page<WebhookInfo>>> List(AuthDbContext db, CancellationToken cancellationToken)
    {
        var webhooks = await db.Webhooks.AsNoTracking().OrderByDescending(w => w.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<WebhookInfo>([.. webhooks.Select(w => w.ToInfo())], null));
    }

    /// <summary>
    /// Adds a webhook. What is sent there is signed as the Standard Webhooks specification says; the answer holds the secret to verify it
    /// with, here and never again, but for the same request with the same Idempotency-Key.
    /// </summary>
    public static async Task<Results<Created<CreateWebhookResponse>, ProblemHttpResult>> Create(
        CreateWebhookRequest request, [FromHeader(Name = "Idempotency-Key"), MaxLength(255)] string? idempotencyKey, TenantContext tenant,
        HttpContext context, AuthDbContext db, WebhookSecrets secrets, AnsweredRequests answers, AuditLog audit, IOptions<WebhookOptions> options,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (!OutsideAddresses.IsAllowed(request.Url, options.Value.AllowLoopback)) return WebhookErrors.InvalidUrl.ToProblem();
        if (!request.Events.All(Enum.IsDefined)) return WebhookErrors.NoSuchEvent.ToProblem();

        // Locked: of two who add the twentieth at once, the second waits here and is refused.
        await using var transaction = await OrganizationLock.TakeAsync(db, tenant.OrganizationId, cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        var (answered, refusal) = await answers.FindAsync<CreateWebhookResponse>(tenant, idempotencyKey, request, cancellationToken);
        if (refusal is not null) return refusal.ToProblem();
        if (answered is not null) return TypedResults.Created((string?)null, answered);
        if (await db.Webhooks.CountAsync(cancellationToken) >= MaxWebhooks) return WebhookErrors.TooMany.ToProblem();

        var secret = WebhookSecrets.Generate();
        var webhook = new Webhook
        {
            OrganizationId = tenant.OrganizationId,
            Url = request.Url,
            Events = [.. request.Events.Distinct()],
            Description = request.Description,
            ProtectedSecret = secrets.Protect(secret),
            CreatedAt = time.GetUtcNow(),
        };
        db.Webhooks.Add(webhook);
        audit.Record(tenant.OrganizationId, AuditActions.WebhookAdded, tenant.UserId, webhook.Url);
        var answer = new CreateWebhookResponse(secret, webhook.ToInfo());
        answers.Keep(tenant, idempotencyKey, request, answer);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created((string?)null, answer);
    }

    /// <summary>Changes a webhook, or switches it off and on. What waits for one that is off is sent once it is on again.</summary>
    public static async Task<Results<Ok<WebhookInfo>, ProblemHttpResult>> Update(
        Guid id, UpdateWebhookRequest request, TenantContext tenant, AuthDbContext db, AuditLog audit, IOptions<WebhookOptions> options,
        CancellationToken cancellationToken)
    {
        if (request.Url is not null && !OutsideAddresses.IsAllowed(request.Url, options.Value.AllowLoopback)) return WebhookErrors.InvalidUrl.ToProblem();
        if (request.Events?.All(Enum.IsDefined) is false) return WebhookErrors.NoSuchEvent.ToProblem();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } webhook) return CommonErrors.NotFound.ToProblem();
        webhook.Url = request.Url ?? webhook.Url;
        if (request.Events is { } events) webhook.Events = [.. events.Distinct()];
        webhook.Description = request.Description ?? webhook.Description;
        if (request.Enabled is { } enabled) webhook.Enable(enabled);
        audit.Record(tenant.OrganizationId, AuditActions.WebhookChanged, tenant.UserId, webhook.Url);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(webhook.ToInfo());
    }

    /// <summary>Removes a webhook, and its log with it.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        Guid id, TenantContext tenant, AuthDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } webhook) return CommonErrors.NotFound.ToProblem();
        db.Webhooks.Remove(webhook);
        audit.Record(tenant.OrganizationId, AuditActions.WebhookRemoved, tenant.UserId, webhook.Url);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>What was sent to a webhook in the last 30 days and what became of it, newest first.</summary>
    public static async Task<Results<Ok<Page<WebhookDeliveryInfo>>, ProblemHttpResult>> ListDeliveries(
        Guid id, [Range(1, Cursor.MaxPage)] int? limit, string? cursor, AuthDbContext db, CancellationToken cancellationToken)
    {
        if (!Cursor.TryRead(cursor, out var before)) return Cursor.Invalid.ToProblem();
        if (!await db.Webhooks.AnyAsync(w => w.Id == id, cancellationToken)) return CommonErrors.NotFound.ToProblem();

        var deliveries = db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == id);
        if (before is { } last) deliveries = deliveries.Where(d => d.Id < last);
        var size = limit ?? Cursor.DefaultPage;
        var rows = await deliveries.OrderByDescending(d => d.Id).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(d => d.ToInfo()).ToPage(size, d => d.Id));
    }

    /// <summary>Sends a test message; the log shows what becomes of it.</summary>
    public static async Task<Results<Accepted<WebhookDeliveryInfo>, ProblemHttpResult>> Test(
        Guid id, AuthDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } webhook)
            return CommonErrors.NotFound.ToProblem();
        if (!webhook.Enabled) return WebhookErrors.Disabled.ToProblem();

        var now = time.GetUtcNow();
        var delivery = WebhookDelivery.Of(webhook, WebhookEventType.Test, now, news: null, now);
        db.WebhookDeliveries.Add(delivery);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted((string?)null, delivery.ToInfo());
    }

    /// <summary>Sends a message again now, with the same id, and with all its attempts before it.</summary>
    public static async Task<Results<Accepted<WebhookDeliveryInfo>, ProblemHttpResult>> Resend(
        Guid id, AuthDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var enabled = await db.WebhookDeliveries.Where(d => d.Id == id)
            .Join(db.Webhooks, d => d.WebhookId, w => w.Id, (_, w) => (bool?)w.Enabled).SingleOrDefaultAsync(cancellationToken);
        if (enabled is null) return CommonErrors.NotFound.ToProblem();
        if (enabled is false) return WebhookErrors.Disabled.ToProblem();

        var now = time.GetUtcNow();
        await db.WebhookDeliveries.Where(d => d.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(d => d.Status, WebhookDeliveryStatus.Pending).SetProperty(d => d.Attempts, 0).SetProperty(d => d.DueAt, now),
            cancellationToken);
        return TypedResults.Accepted((string?)null, (await db.WebhookDeliveries.AsNoTracking().SingleAsync(d => d.Id == id, cancellationToken)).ToInfo());
    }
}
