using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>An invoice's way from draft to paid: finalizing, tries to collect, and what each does to its subscription.</summary>
internal static class Collection
{
    public static JsonObject SubscriptionOf(StripeState state, JsonObject invoice) =>
        state.Get(Subscriptions.Kind, invoice["parent"]!["subscription_details"]!.Text("subscription")!);

    /// <summary>Gives it its number and settles it with the customer's balance. What costs nothing is paid by that.</summary>
    public static void FinalizeInvoice(StripeState state, JsonObject invoice, bool useBalance = true)
    {
        var customer = state.Get(Customers.Kind, invoice.Text("customer")!);
        var balance = useBalance ? customer.Number("balance") : 0;
        var (total, due) = (invoice.Number("total"), Math.Max(0, invoice.Number("total") + balance));
        invoice["number"] = TakeNumber(customer);
        invoice["status"] = "open";
        invoice["starting_balance"] = balance;
        invoice["ending_balance"] = balance + total - due;
        invoice["amount_due"] = due;
        invoice["amount_remaining"] = due;
        invoice["automatically_finalizes_at"] = null;
        invoice["effective_at"] = state.Now;
        invoice["hosted_invoice_url"] = $"{state.BaseUrl}/i/{invoice.Id()}";
        invoice["invoice_pdf"] = $"{state.BaseUrl}/i/{invoice.Id()}?print=1";
        invoice["status_transitions"]!["finalized_at"] = state.Now;
        state.Change("customer.updated", customer, () => customer["balance"] = customer.Number("balance") + total - due);
        state.Emit("invoice.finalized", invoice);
        if (due == 0) MarkPaid(state, invoice);
    }

    /// <summary>The payment that shall pay an open invoice.</summary>
    public static JsonObject IntentOf(StripeState state, JsonObject invoice)
    {
        if (state.Notes(invoice.Id()).Text("intent") is { } known) return state.Get(PaymentIntents.Intent, known);
        var description = invoice.Text("billing_reason") == "subscription_create" ? "Subscription creation" : "Subscription update";
        var intent = state.Add(PaymentIntents.NewIntent(
            state, invoice.Number("amount_remaining"), invoice.Text("currency")!, invoice.Text("customer"), description));
        intent["setup_future_usage"] = "off_session";
        Link(state, invoice, intent);
        state.Emit("payment_intent.created", intent);
        return intent;
    }

    public static void Link(StripeState state, JsonObject invoice, JsonObject intent)
    {
        state.Notes(invoice.Id())["intent"] = intent.Id();
        state.Add(InvoicePayments.New(state, invoice, intent));
    }

    /// <summary>The card that is charged when nobody is asked.</summary>
    public static JsonObject? MethodOf(StripeState state, JsonObject invoice)
    {
        var subscription = SubscriptionOf(state, invoice);
        var customer = state.Get(Customers.Kind, invoice.Text("customer")!);
        var id = invoice.Text("default_payment_method")
            ?? subscription.Text("default_payment_method")
            ?? customer["invoice_settings"]!.Text("default_payment_method");
        return id is null ? null : state.Find(PaymentIntents.Method, id);
    }

    /// <summary>One try to collect an open invoice.</summary>
    /// <param name="state">The account.</param>
    /// <param name="invoice">The open invoice.</param>
    /// <param name="method">The card; null when there is none.</param>
    /// <param name="present">Whether the customer can be asked.</param>
    /// <param name="scheduled">Whether time made this try: its failure leads to the next one.</param>
    public static CollectionResult Collect(
        StripeState state, JsonObject invoice, JsonObject? method, bool present = false, bool scheduled = false)
    {
        invoice["attempted"] = true;
        invoice["attempt_count"] = invoice.Number("attempt_count") + 1;
        var intent = IntentOf(state, invoice);
        if (method is null)
        {
            Dunning.AfterFailure(state, invoice, scheduled, needsAction: false);
            return new CollectionResult(Paid: false, NeedsAuthentication: false, Decline: null, intent);
        }

        var answer = Bank.Ask(state, method, present);
        if (answer.NeedsAuthentication)
        {
            Charging.AwaitAuthentication(state, intent, method);
            if (!present) Dunning.AfterFailure(state, invoice, scheduled, needsAction: true);
            return new CollectionResult(Paid: false, NeedsAuthentication: true, Decline: null, intent);
        }

        return Settle(state, invoice, method, answer.Decline, scheduled);
    }

    /// <summary>The bank has said its last word on a try.</summary>
    public static CollectionResult Settle(
        StripeState state, JsonObject invoice, JsonObject method, Decline? decline, bool scheduled = false)
    {
        var intent = IntentOf(state, invoice);
        if (decline is not null)
        {
            Charging.Refuse(state, intent, method, decline);
            Dunning.AfterFailure(state, invoice, scheduled, needsAction: false);
            return new CollectionResult(Paid: false, NeedsAuthentication: false, decline, intent);
        }

        Charging.Succeed(state, intent, method);
        MarkPaid(state, invoice);
        return new CollectionResult(Paid: true, NeedsAuthentication: false, Decline: null, intent);
    }

    public static void MarkPaid(StripeState state, JsonObject invoice)
    {
        invoice["status"] = "paid";
        invoice["attempted"] = true;
        invoice["amount_paid"] = invoice.Number("amount_due");
        invoice["amount_remaining"] = 0L;
        invoice["auto_advance"] = false;
        invoice["next_payment_attempt"] = null;
        invoice["status_transitions"]!["paid_at"] = state.Now;
        foreach (var payment in InvoicePayments.Of(state, invoice))
        {
            var paid = state.Notes(invoice.Id()).Text("intent") == payment["payment"]!.Text("payment_intent");
            payment["status"] = paid ? "paid" : "canceled";
            payment["amount_paid"] = paid ? invoice.Number("amount_due") : null;
            payment["status_transitions"]![paid ? "paid_at" : "canceled_at"] = state.Now;
            if (paid) state.Emit("invoice_payment.paid", payment);
        }

        state.Emit("invoice.paid", invoice);
        state.Emit("invoice.payment_succeeded", invoice);
        Dunning.AfterPayment(state, invoice);
    }

    private static string TakeNumber(JsonObject customer)
    {
        var sequence = customer.Number("next_invoice_sequence");
        customer["next_invoice_sequence"] = sequence + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{customer.Text("invoice_prefix")}-{sequence:D4}");
    }
}

internal sealed record CollectionResult(bool Paid, bool NeedsAuthentication, Decline? Decline, JsonObject Intent);
