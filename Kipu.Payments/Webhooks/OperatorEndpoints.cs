using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>What operators see of the inbox, and do about it. Open to who has the internal token; the gateway forwards none of it.</summary>
internal static class OperatorEndpoints
{
    private static readonly ApiError EventNotFound = new(404, "event_not_found", "Neither the inbox nor the provider knows this event.");

    public static void MapOperators(this IEndpointRouteBuilder routes)
    {
        var payments = routes.MapInternal().MapGroup("/payments");
        payments.MapGet("/events", List);
        payments.MapGet("/events/{eventId}", Get);
        payments.MapPost("/events/{eventId}/replay", Replay);
        payments.MapPost("/reconcile", Reconcile);
    }

    /// <summary>Lists events with their fate, newest first: all, or only those that wait, fail, were processed or ignored.</summary>
    public static async Task<Results<Ok<Page<WebhookEventInfo>>, ProblemHttpResult>> List(
        PaymentsDbContext db, CancellationToken cancellationToken, string? fate = null, [Range(1, 200)] int limit = 50, Guid? cursor = null)
    {
        var wanted = default(EventFate);
        if (fate is not null && !Enum.TryParse(fate, ignoreCase: true, out wanted))
            return CommonErrors.ValidationFailed.With("fate must be waiting, failing, processed or ignored.").ToProblem();

        using var system = TenantScope.EnterSystem("an operator looks at the events of all organizations");
        var events = db.WebhookEvents.AsNoTracking().Where(e => cursor == null || e.Id < cursor);
        events = fate is null ? events : WithFate(events, wanted);
        var found = await events.OrderByDescending(e => e.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var page = found.Take(limit).ToList();
        return TypedResults.Ok(new Page<WebhookEventInfo>([.. page.Select(e => e.ToInfo())], found.Count > limit ? page[^1].Id.ToString() : null));
    }

    public static async Task<Results<Ok<WebhookEventInfo>, ProblemHttpResult>> Get(
        string eventId, PaymentsDbContext db, CancellationToken cancellationToken)
    {
        using var system = TenantScope.EnterSystem("an operator looks at the events of all organizations");
        var found = await db.WebhookEvents.AsNoTracking().WithId(eventId).SingleOrDefaultAsync(cancellationToken);
        return found is null ? EventNotFound.ToProblem() : TypedResults.Ok(found.ToInfo());
    }

    public static async Task<Results<Ok<WebhookEventInfo>, ProblemHttpResult>> Replay(
        string eventId, ReplayEvent replay, CancellationToken cancellationToken) =>
        await replay.RunAsync(eventId, cancellationToken) is { } replayed ? TypedResults.Ok(replayed) : EventNotFound.ToProblem();

    /// <summary>Compares with the providers, or with one of them, now what is otherwise compared from time to time.</summary>
    public static async Task<Results<Ok<ReconciliationReport>, ProblemHttpResult>> Reconcile(
        Reconciliation reconciliation, PaymentProviders providers, CancellationToken cancellationToken, string? provider = null)
    {
        var only = provider is null ? null : providers.Find(provider);
        if (provider is not null && only is null)
        {
            var names = string.Join(" or ", providers.All.Select(p => p.Name));
            return CommonErrors.ValidationFailed.With($"provider must be {names}.").ToProblem();
        }

        return TypedResults.Ok(await reconciliation.RunAllAsync(only, cancellationToken));
    }

    private static IQueryable<WebhookEvent> WithFate(IQueryable<WebhookEvent> events, EventFate fate) => fate switch
    {
        EventFate.Ignored => events.Where(e => e.Kind == null),
        EventFate.Waiting => events.Where(e => e.Kind != null && e.ProcessedAt == null && e.Problem == null),
        EventFate.Failing => events.Where(e => e.Kind != null && e.ProcessedAt == null && e.Problem != null),
        _ => events.Where(e => e.Kind != null && e.ProcessedAt != null),
    };
}
