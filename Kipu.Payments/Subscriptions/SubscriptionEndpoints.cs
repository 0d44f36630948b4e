using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Payments;

internal static class SubscriptionEndpoints
{
    private const decimal Gigabyte = 1_000_000_000;
    private const int LongestKey = 255;

    public static void AddSubscriptions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<BillingOptions>().BindConfiguration("Billing")
            .Validate(
                options => options.Grace >= TimeSpan.Zero && options.ReadableAfterEnd >= TimeSpan.Zero,
                "Billing:Grace and Billing:ReadableAfterEnd must not be negative.")
            .ValidateOnStart();
        builder.AddInternalClient<IUserCounts, UserCounts>("auth");
        builder.AddInternalClient<IRecordingCounts, RecordingCounts>("recordings");
        builder.Services.AddScoped<OrganizationUse>();
        builder.Services.AddScoped<SubscriptionBooks>();
        builder.Services.AddScoped<BillingCommands>();
        builder.Services.AddScoped<CancelSubscription>();
        builder.Services.AddScoped<ChangePlan>();
    }

    public static void MapSubscriptions(this IEndpointRouteBuilder routes)
    {
        var subscription = routes.MapGroup("/api/payments/subscription").WithTags("Payments").RequireTenant();
        subscription.MapGet("/{organizationId:guid}", Get).ProducesError(CommonErrors.NotFound);
        subscription.MapPost("/change/preview", PreviewChange).RequireRole(Role.Admin)
            .ProducesError(SubscriptionErrors.OfCommands).ProducesError(ChangeErrors);
        subscription.MapPost("/change", Change).RequireRole(Role.Admin)
            .ProducesError(SubscriptionErrors.OfCommands).ProducesError([.. ChangeErrors, SubscriptionErrors.CardDeclined]);
        // Who can't pay must still be able to stop, and to pay.
        subscription.MapPost("/cancel", Cancel).AllowSuspended(Role.Admin).ProducesError(SubscriptionErrors.OfCommands);
        subscription.MapPost("/resume", Resume).AllowSuspended(Role.Admin)
            .ProducesError(SubscriptionErrors.OfCommands).ProducesError(SubscriptionErrors.NothingToResume);
    }

    private static ApiError[] ChangeErrors =>
    [
        SubscriptionErrors.SubscriptionEnding, SubscriptionErrors.PlanUnchanged, SubscriptionErrors.PaymentOverdue,
        SubscriptionErrors.DowngradeBelowUse, SubscriptionErrors.ProrationDateInvalid,
    ];

    /// <summary>Shows an organization's plan, its subscription, if it has one, and its limits.</summary>
    public static async Task<Results<Ok<SubscriptionResponse>, ProblemHttpResult>> Get(
        Guid organizationId, TenantContext tenant, PaymentsDbContext db, CancellationToken cancellationToken)
    {
        if (organizationId != tenant.OrganizationId) return CommonErrors.NotFound.ToProblem();

        var subscription = await db.Subscriptions.AsNoTracking().Where(s => s.OrganizationId == organizationId)
            .OrderBy(s => s.Status == SubscriptionStatus.Cancelled).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        var usedBytes = await db.StorageUses.Where(u => u.OrganizationId == organizationId).Select(u => u.UsedBytes).SingleOrDefaultAsync(cancellationToken);
        var limits = tenant.Limits;
        return TypedResults.Ok(new SubscriptionResponse(true, new SubscribedOrganization(
            tenant.OrganizationId, tenant.Name, tenant.Plan, tenant.Status, subscription?.ToInfo(),
            new SubscriptionLimits(limits.MaxUsers, limits.MaxRecordings, limits.MaxStorageBytes / Gigabyte, usedBytes / Gigabyte))));
    }

    /// <summary>Shows what a change of the plan would cost now, and refuses what the change itself would be refused for.</summary>
    public static async Task<Results<Ok<ChangePreview>, ProblemHttpResult>> PreviewChange(
        ChangePlanRequest request, TenantContext tenant, PaymentsDbContext db, ChangePlan change, CancellationToken cancellationToken)
    {
        await using var reading = await db.Database.BeginTransactionAsync(cancellationToken);
        var subscription = await db.Subscriptions.AsNoTracking()
            .SingleOrDefaultAsync(s => s.OrganizationId == tenant.OrganizationId && s.Status != SubscriptionStatus.Cancelled, cancellationToken);
        await reading.CommitAsync(cancellationToken);
        return subscription is null
            ? SubscriptionErrors.NoSubscription.ToProblem()
            : Answer(await change.PreviewAsync(subscription, request, cancellationToken));
    }

    /// <summary>
    /// Changes the plan. The difference is charged, or credited, at once, where the provider can do that; else the new price, and with
    /// it the new plan, comes with the next payment. The new limits hold as soon as the provider shows the new plan. A plan that present use does not fit is refused, with what is over.
    /// </summary>
    public static async Task<Results<Ok<ChangePlanResponse>, ProblemHttpResult>> Change(
        ChangePlanRequest request,
        [FromHeader(Name = "Idempotency-Key"), MaxLength(LongestKey)] string? idempotencyKey,
        TenantContext tenant,
        ChangePlan change,
        CancellationToken cancellationToken) =>
        Answer(await change.RunAsync(tenant, request, idempotencyKey, cancellationToken));

    /// <summary>Ends the subscription, with the period that is paid for or at once.</summary>
    public static async Task<Results<Ok<SubscriptionActionResponse>, ProblemHttpResult>> Cancel(
        CancelSubscriptionRequest request,
        [FromHeader(Name = "Idempotency-Key"), MaxLength(LongestKey)] string? idempotencyKey,
        TenantContext tenant,
        BillingCommands commands,
        CancelSubscription cancel,
        CancellationToken cancellationToken) => Answer(await commands.RunAsync(
            tenant, idempotencyKey, request,
            _ => Task.FromResult<CommandResult<SubscriptionActionResponse>?>(null),
            async (subscription, command) =>
                Shown(subscription, await cancel.RunAsync(subscription, request.AtPeriodEnd!.Value, command.ProviderKey, cancellationToken)),
            cancellationToken));

    /// <summary>Takes back the end of the subscription while its period still runs.</summary>
    public static async Task<Results<Ok<SubscriptionActionResponse>, ProblemHttpResult>> Resume(
        [FromHeader(Name = "Idempotency-Key"), MaxLength(LongestKey)] string? idempotencyKey,
        TenantContext tenant,
        BillingCommands commands,
        PaymentProviders providers,
        CancellationToken cancellationToken) => Answer(await commands.RunAsync(
            tenant, idempotencyKey, "resume",
            subscription => Task.FromResult<CommandResult<SubscriptionActionResponse>?>(
                subscription.CancelAtPeriodEnd ? null : new(SubscriptionErrors.NothingToResume.ToProblem())),
            async (subscription, command) =>
                Shown(subscription, await providers.Of(subscription.Provider).ResumeAsync(
                    subscription.ProviderSubscriptionId, command.ProviderKey, cancellationToken)),
            cancellationToken));

    private static CommandResult<SubscriptionActionResponse> Shown(Subscription subscription, SubscriptionSnapshot? snapshot) =>
        snapshot is null
        ? new(SubscriptionErrors.NoSubscription.ToProblem())
        : new(new SubscriptionActionResponse(true, subscription.ToInfo(snapshot)));

    private static Results<Ok<TAnswer>, ProblemHttpResult> Answer<TAnswer>(CommandResult<TAnswer> result) where TAnswer : class =>
        result.Answer is { } answer ? TypedResults.Ok(answer) : result.Refusal!;
}
