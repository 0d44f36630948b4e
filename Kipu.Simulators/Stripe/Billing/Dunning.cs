using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>What a failed or late payment means for its subscription, and when it is tried again.</summary>
internal static class Dunning
{
    private const int DaySeconds = 86_400;

    public static void AfterFailure(StripeState state, JsonObject invoice, bool scheduled, bool needsAction)
    {
        var subscription = Collection.SubscriptionOf(state, invoice);
        var pending = PendingUpdates.IsFor(state, subscription, invoice);
        var exhausted = scheduled && !pending && !ScheduleRetry(state, invoice);
        if (needsAction) state.Emit("invoice.payment_action_required", invoice);
        state.Emit("invoice.payment_failed", invoice);

        // A change that waits for its payment leaves the subscription as it is.
        if (pending) return;
        if (subscription.Text("status") is "active" or "trialing") SetStatus(state, subscription, "past_due");
        if (exhausted) End(state, subscription);
    }

    public static void AfterPayment(StripeState state, JsonObject invoice)
    {
        var subscription = Collection.SubscriptionOf(state, invoice);
        if (PendingUpdates.IsFor(state, subscription, invoice))
        {
            PendingUpdates.Apply(state, subscription);
            return;
        }

        var recovers = subscription.Text("status") is "past_due" or "unpaid" or "incomplete"
            && subscription.Text("latest_invoice") == invoice.Id();
        if (recovers) SetStatus(state, subscription, "active");
    }

    private static bool ScheduleRetry(StripeState state, JsonObject invoice)
    {
        var notes = state.Notes(invoice.Id());
        var failures = (int)(notes.NumberOrNull("failures") ?? 0);
        notes["failures"] = failures + 1L;
        var retries = state.Billing.Of(invoice.Text("customer")).RetryDays;
        invoice["next_payment_attempt"] = failures < retries.Count ? state.Now + (long)retries[failures] * DaySeconds : null;
        if (failures < retries.Count) return true;
        invoice["auto_advance"] = false;
        return false;
    }

    private static void End(StripeState state, JsonObject subscription)
    {
        var end = state.Billing.Of(subscription.Text("customer")).End;
        if (end == DunningEnd.Cancel) Cancellation.End(state, subscription, "payment_failed");
        if (end == DunningEnd.Unpaid) SetStatus(state, subscription, "unpaid");
    }

    private static void SetStatus(StripeState state, JsonObject subscription, string status) =>
        state.Change("customer.subscription.updated", subscription, () => subscription["status"] = status);
}
