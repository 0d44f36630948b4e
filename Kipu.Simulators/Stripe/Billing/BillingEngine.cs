using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Does what is due, in the order of time, each thing at its own time.</summary>
internal static class BillingEngine
{
    /// <param name="state">The account; the caller holds its gate.</param>
    /// <param name="limitOf">Up to which time a customer's work is due; null leaves the customer out.</param>
    public static void Run(StripeState state, Func<string, long?> limitOf)
    {
        while (Next(state, limitOf) is { } work)
        {
            using var time = state.Clock.Pin(work.At);
            work.Do();
        }
    }

    /// <summary>What the running time has brought to everyone.</summary>
    public static void CatchUp(StripeState state) => Run(state, customer => state.TimeOf(customer));

    private static DueWork? Next(StripeState state, Func<string, long?> limitOf)
    {
        DueWork? first = null;
        foreach (var (customer, work) in All(state))
        {
            if (work.At <= limitOf(customer) && (first is null || work.ComesBefore(first))) first = work;
        }

        return first;
    }

    private static IEnumerable<(string Customer, DueWork Work)> All(StripeState state)
    {
        foreach (var schedule in state.All(Schedules.Kind))
        {
            if (Schedules.NextStep(schedule) is { } at)
                yield return (schedule.Text("customer")!, new DueWork(at, 0, () => Schedules.Step(state, schedule)));
        }

        foreach (var subscription in state.All(Subscriptions.Kind).Where(Subscriptions.IsLive))
        {
            foreach (var work in Of(state, subscription)) yield return (subscription.Text("customer")!, work);
        }

        foreach (var invoice in state.All(Invoices.Kind))
        {
            var customer = invoice.Text("customer")!;
            var status = invoice.Text("status");
            if (status == "draft" && invoice.NumberOrNull("automatically_finalizes_at") is { } draft)
                yield return (customer, new DueWork(draft, 3, () => Renewal.FinalizeDraft(state, invoice)));
            if (status == "open" && invoice.NumberOrNull("next_payment_attempt") is { } attempt)
                yield return (customer, new DueWork(attempt, 4, () => Renewal.Retry(state, invoice)));
        }

        foreach (var refund in state.All(Refunds.Kind))
        {
            if (state.Notes(refund.Id()).NumberOrNull("due") is { } at)
                yield return (state.Notes(refund.Id()).Text("customer") ?? "", new DueWork(at, 5, () => Refunds.Finish(state, refund)));
        }
    }

    private static IEnumerable<DueWork> Of(StripeState state, JsonObject subscription)
    {
        if (subscription["pending_update"] is { } pending)
            yield return new DueWork(pending.Number("expires_at"), 0, () => PendingUpdates.Lapse(state, subscription));
        if (subscription.NumberOrNull("cancel_at") is { } end)
            yield return new DueWork(end, 1, () => Cancellation.End(state, subscription, "cancellation_requested"));
        var status = subscription.Text("status");
        if (status is "paused" or "incomplete") yield break;
        if (status == "trialing" && !state.Notes(subscription.Id()).Is("trial_warned"))
            yield return new DueWork(WarningTime(subscription), 1, () => Renewal.WarnOfTrialEnd(state, subscription));
        if (Renewal.AnnouncementTime(state, subscription) is { } early)
            yield return new DueWork(early, 1, () => Renewal.Announce(state, subscription));
        yield return new DueWork(
            subscription.Entries("items").Min(item => item.Number("current_period_end")), 2, () => Renewal.Run(state, subscription));
    }

    /// <summary>Three days before the trial ends; at once when it is shorter.</summary>
    private static long WarningTime(JsonObject subscription) =>
        Math.Max(subscription.Number("trial_start"), subscription.Number("trial_end") - Renewal.TrialWarningSeconds);
}

/// <summary>Something that time brings; at the same moment the lower rank goes first.</summary>
internal sealed record DueWork(long At, int Rank, Action Do)
{
    public bool ComesBefore(DueWork other) => At < other.At || (At == other.At && Rank < other.Rank);
}
