using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>What time brings to a subscription: the next period, the end of its trial, its own end.</summary>
internal static class Renewal
{
    public const long TrialWarningSeconds = 3 * 86_400;

    /// <summary>The current period is over.</summary>
    public static void Run(StripeState state, JsonObject subscription)
    {
        var trialEnds = subscription.Text("status") == "trialing";
        if (trialEnds && !EndTrial(state, subscription)) return;

        // Who doesn't pay gets bills that nobody tries to collect.
        var unpaid = subscription.Text("status") == "unpaid";
        JsonObject? invoice = null;
        state.Change("customer.subscription.updated", subscription, () =>
        {
            if (trialEnds) subscription["status"] = "active";
            var lines = subscription.Entries("items").Where(item => item.Number("current_period_end") <= state.Now)
                .Select(item => NextPeriod(state, subscription, item)).ToList();
            invoice = InvoiceDraft.Add(state, subscription, "subscription_cycle", [.. PendingItems.Take(state, subscription), .. lines]);
            invoice["period_start"] = subscription.Entries("items").First().Number("current_period_start");
            invoice["period_end"] = subscription.Entries("items").First().Number("current_period_end");
            subscription["latest_invoice"] = invoice.Id();
            Discounts.UseUp(state, subscription, invoice);
        });
        PaidTime.Keep(state, invoice!.Entries("lines"));
        if (unpaid)
        {
            invoice!["auto_advance"] = false;
            invoice["automatically_finalizes_at"] = null;
        }

        state.Emit("invoice.created", invoice!);
    }

    public static void WarnOfTrialEnd(StripeState state, JsonObject subscription)
    {
        state.Notes(subscription.Id())["trial_warned"] = true;
        state.Emit("customer.subscription.trial_will_end", subscription);
    }

    /// <summary>When the next renewal is announced; null when it was, or isn't to be.</summary>
    public static long? AnnouncementTime(StripeState state, JsonObject subscription)
    {
        var end = subscription.Entries("items").Min(item => item.Number("current_period_end"));
        var days = state.Billing.Of(subscription.Text("customer")).UpcomingDays;
        var announced = days == 0
            || subscription.NumberOrNull("cancel_at") is not null || state.Notes(subscription.Id()).NumberOrNull("announced") == end;
        return announced ? null : Math.Max(subscription.Number("start_date"), end - (days * 86_400L));
    }

    /// <summary>Tells of an invoice that is not there yet and so has no id.</summary>
    public static void Announce(StripeState state, JsonObject subscription)
    {
        state.Notes(subscription.Id())["announced"] = subscription.Entries("items").Min(item => item.Number("current_period_end"));
        var invoice = InvoicePreview.Of(state, subscription);
        invoice.Remove("id");
        state.Emit("invoice.upcoming", invoice);
    }

    /// <summary>The draft's hour is over.</summary>
    public static void FinalizeDraft(StripeState state, JsonObject invoice)
    {
        Collection.FinalizeInvoice(state, invoice);
        if (invoice.Text("status") == "open") Collection.Collect(state, invoice, Collection.MethodOf(state, invoice), scheduled: true);
    }

    public static void Retry(StripeState state, JsonObject invoice) =>
        Collection.Collect(state, invoice, Collection.MethodOf(state, invoice), scheduled: true);

    /// <returns>Whether it goes on to a paid period.</returns>
    private static bool EndTrial(StripeState state, JsonObject subscription)
    {
        var customer = state.Get(Customers.Kind, subscription.Text("customer")!);
        var method = subscription.Text("default_payment_method") ?? customer["invoice_settings"]!.Text("default_payment_method");
        var behavior = subscription["trial_settings"]!["end_behavior"]!.Text("missing_payment_method");
        if (method is not null || behavior == "create_invoice") return true;
        if (behavior == "cancel")
        {
            Cancellation.End(state, subscription, "payment_failed");
            return false;
        }

        state.Change("customer.subscription.updated", subscription, () => subscription["status"] = "paused");
        state.Emit("customer.subscription.paused", subscription);
        return false;
    }

    private static JsonObject NextPeriod(StripeState state, JsonObject subscription, JsonObject item)
    {
        var start = item.Number("current_period_end");
        var end = BillingPeriod.EndAfter(subscription.Number("billing_cycle_anchor"), start, item["price"]!["recurring"]!);
        item["current_period_start"] = start;
        item["current_period_end"] = end;
        item["billed_until"] = end;
        return InvoiceLines.ForPeriod(state, item, start, end);
    }
}
