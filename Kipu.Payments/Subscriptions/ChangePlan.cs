namespace Kipu.Payments;

/// <summary>
/// Moves a subscription to another plan. The limits follow when the provider shows the new price: at once, with the difference
/// collected, or with the next payment where a provider can't do that. FREE is no price: the way there is the end of the
/// subscription with its period.
/// </summary>
internal sealed class ChangePlan(
    PaymentProviders providers, CancelSubscription cancel, BillingCommands commands, OrganizationUse use, TimeProvider time)
{
    /// <summary>How long a preview's price holds.</summary>
    private static readonly TimeSpan PreviewLife = TimeSpan.FromHours(1);

    public async Task<CommandResult<ChangePreview>> PreviewAsync(
        Subscription subscription, ChangePlanRequest request, CancellationToken cancellationToken)
    {
        var plan = request.Plan!.Value;
        if (await RefuseAsync<ChangePreview>(subscription, request, cancellationToken) is { } refusal) return refusal;

        var at = PricedAt(subscription, request);
        var provider = providers.Of(subscription.Provider);
        if (plan == Plan.Free) return new(new ChangePreview(true, plan, 0, provider.PriceOf(subscription.Plan).Currency, at, []));

        var price = await provider.PreviewChangeAsync(new(subscription.ProviderSubscriptionId, plan, at, ""), cancellationToken);
        return price is null
            ? new(SubscriptionErrors.NoSubscription.ToProblem())
            : new(new ChangePreview(true, plan, price.AmountMinor, price.Currency, at, price.Lines));
    }

    public Task<CommandResult<ChangePlanResponse>> RunAsync(
        TenantContext tenant, ChangePlanRequest request, string? clientKey, CancellationToken cancellationToken) => commands.RunAsync(
        tenant, clientKey, request,
        subscription => RefuseAsync<ChangePlanResponse>(subscription, request, cancellationToken),
        (subscription, command) => request.Plan == Plan.Free
            ? EndAsync(subscription, command, cancellationToken)
            : ChangeAsync(subscription, command, request, cancellationToken),
        cancellationToken);

    private async Task<CommandResult<ChangePlanResponse>> ChangeAsync(
        Subscription subscription, BillingCommand command, ChangePlanRequest request, CancellationToken cancellationToken)
    {
        // As of the command, not of the attempt: repeated, it is the same change.
        var at = request.ProrationDate ?? Later(command.CreatedAt, subscription.CurrentPeriodStart);
        var change = new PlanChange(subscription.ProviderSubscriptionId, request.Plan!.Value, WholeSeconds(at), command.ProviderKey);
        return await providers.Of(subscription.Provider).ChangePlanAsync(change, cancellationToken) switch
        {
            null => new(SubscriptionErrors.NoSubscription.ToProblem()),
            { Result: ChangeResult.Unchanged } => new(SubscriptionErrors.PlanUnchanged.ToProblem()),
            { Result: ChangeResult.Declined } => new(SubscriptionErrors.CardDeclined.ToProblem()),
            { Result: ChangeResult.PaymentPending } answer => new(
                new ChangePlanResponse(true, ChangeOutcome.PaymentRequired, subscription.ToInfo(answer.Subscription), answer.PaymentUrl)),
            { Result: ChangeResult.WithNextPayment } answer => new(
                new ChangePlanResponse(true, ChangeOutcome.AtPeriodEnd, subscription.ToInfo(answer.Subscription), null)),
            { } answer => new(new ChangePlanResponse(true, ChangeOutcome.Changed, subscription.ToInfo(answer.Subscription), null)),
        };
    }

    private async Task<CommandResult<ChangePlanResponse>> EndAsync(
        Subscription subscription, BillingCommand command, CancellationToken cancellationToken) =>
        await cancel.RunAsync(subscription, atPeriodEnd: true, command.ProviderKey, cancellationToken) is { } ended
            ? new(new ChangePlanResponse(true, ChangeOutcome.AtPeriodEnd, subscription.ToInfo(ended), null))
            : new(SubscriptionErrors.NoSubscription.ToProblem());

    private async Task<CommandResult<TAnswer>?> RefuseAsync<TAnswer>(
        Subscription subscription, ChangePlanRequest request, CancellationToken cancellationToken) where TAnswer : class
    {
        var plan = request.Plan!.Value;
        if (subscription.CancelAtPeriodEnd) return new(SubscriptionErrors.SubscriptionEnding.ToProblem());
        // Where a change waits for the next payment, the plan of today may be the way back from it: the provider knows.
        if (subscription.Plan == plan && providers.Of(subscription.Provider).Capabilities.ChangesAtOnce)
            return new(SubscriptionErrors.PlanUnchanged.ToProblem());
        if (subscription.Status is SubscriptionStatus.PastDue or SubscriptionStatus.Suspended)
            return new(SubscriptionErrors.PaymentOverdue.ToProblem());
        if (request.ProrationDate is { } at && !IsFresh(at, subscription)) return new(SubscriptionErrors.ProrationDateInvalid.ToProblem());
        if (Plans.Of(plan).MonthlyPriceUsd >= Plans.Of(subscription.Plan).MonthlyPriceUsd) return null;

        var over = await use.FindExcessAsync(subscription.OrganizationId!.Value, plan, cancellationToken);
        return over.Count == 0 ? null : new(SubscriptionErrors.OverUse(plan, over));
    }

    private bool IsFresh(DateTimeOffset at, Subscription subscription) =>
        at >= Later(time.GetUtcNow() - PreviewLife, WholeSeconds(subscription.CurrentPeriodStart))
        && at <= Later(time.GetUtcNow(), subscription.CurrentPeriodStart);

    /// <remarks>The provider's clock may be a moment ahead of ours, and nothing is priced before its period.</remarks>
    private DateTimeOffset PricedAt(Subscription subscription, ChangePlanRequest request) =>
        WholeSeconds(request.ProrationDate ?? Later(time.GetUtcNow(), subscription.CurrentPeriodStart));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
