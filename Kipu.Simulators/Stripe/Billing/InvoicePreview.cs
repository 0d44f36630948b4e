using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// The invoice that a change, or the next renewal, would make: <c>POST /v1/invoices/create_preview</c>. It changes nothing.
/// </summary>
internal static class InvoicePreview
{
    public static JsonObject Create(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var subscription = Subscriptions.Live(state, parameters.Required("subscription"));
        var customer = parameters.Text("customer");
        if (customer is not null && customer != subscription.Text("customer"))
            throw StripeFault.Request($"The subscription {subscription.Id()} does not belong to the customer {customer}.", "subscription");
        using var time = state.InTimeOf(subscription.Text("customer"));
        var details = parameters.Nested("subscription_details");
        var change = details is null ? null : SubscriptionChange.Read(details, state, subscription);
        if (details?.Text("trial_end") is not (null or "now"))
            throw StripeFault.Request("The simulator previews a trial that ends now only.", "subscription_details[trial_end]");
        var ends = (details?.Flag("cancel_at_period_end") ?? false) || subscription.NumberOrNull("cancel_at") is not null;
        parameters.End();

        return change is null or { IsEmpty: true } ? NextRenewal(state, subscription, ends) : OfChange(state, subscription, change);
    }

    /// <summary>The next renewal, as things are.</summary>
    public static JsonObject Of(StripeState state, JsonObject subscription) => NextRenewal(state, subscription, ends: false);

    private static JsonObject OfChange(StripeState state, JsonObject subscription, SubscriptionChange change)
    {
        var plan = ChangePlan.Make(state, subscription, change);
        var waiting = PendingItems.Look(state, subscription);
        var invoicedNow = change.Proration == "always_invoice" || plan.StartsPeriod;
        return invoicedNow
            ? New(state, subscription, [.. waiting, .. plan.Lines], state.Now)
            : New(state, subscription, [.. waiting, .. plan.Lines, .. Renewals(state, subscription, plan.Items)], EndOf(subscription));
    }

    private static JsonObject NextRenewal(StripeState state, JsonObject subscription, bool ends)
    {
        var waiting = PendingItems.Look(state, subscription);
        if (ends && waiting.Count == 0)
            throw StripeFault.Request("No upcoming invoices for the subscription", code: "invoice_upcoming_none", status: 404);
        return New(state, subscription, ends
            ? waiting
            : [.. waiting, .. Renewals(state, subscription, subscription.Entries("items"))], EndOf(subscription));
    }

    private static IEnumerable<JsonObject> Renewals(StripeState state, JsonObject subscription, IEnumerable<JsonObject> items) =>
        items.Select(item =>
        {
            var start = item.Number("current_period_end");
            var end = BillingPeriod.EndAfter(subscription.Number("billing_cycle_anchor"), start, item["price"]!["recurring"]!);
            return InvoiceLines.ForPeriod(state, item, start, end);
        });

    private static JsonObject New(StripeState state, JsonObject subscription, IEnumerable<JsonObject> lines, long at)
    {
        var preview = InvoiceDraft.New(state, StripeState.NewId("upcoming_in"), subscription, "upcoming", lines);
        preview["next_payment_attempt"] = at;
        preview["period_start"] = subscription.Entries("items").First().Number("current_period_start");
        preview["period_end"] = EndOf(subscription);
        return preview;
    }

    private static long EndOf(JsonObject subscription) => subscription.Entries("items").Min(item => item.Number("current_period_end"));
}
