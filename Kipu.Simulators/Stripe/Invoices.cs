using System.Text.Json.Nodes;

namespace Kipu.Simulators;

internal static class Invoices
{
    public const string Kind = "invoice";

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    public static JsonObject List(StripeCall call)
    {
        var parameters = call.Parameters;
        var customer = parameters.Text("customer");
        var subscription = parameters.Text("subscription");
        var status = parameters.OneOf("status", "draft", "open", "paid", "uncollectible", "void");
        var created = parameters.Range("created");
        return call.Page(call.State.All(Kind).Where(invoice =>
            (customer is null || invoice.Text("customer") == customer)
            && (subscription is null || SubscriptionIdOf(invoice) == subscription)
            && (status is null || invoice.Text("status") == status)
            && created(invoice)));
    }

    public static JsonObject Search(StripeCall call) => SearchQuery.Run(call, Kind);

    public static JsonObject ListLines(StripeCall call) => call.Page(call.State.Get(Kind, call.Id).Entries("lines"));

    /// <summary>Collects an open invoice now, by the customer's card or another one.</summary>
    public static JsonObject Pay(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var invoice = state.Get(Kind, call.Id);
        using var time = state.InTimeOf(invoice.Text("customer"));
        var methodId = parameters.Text("payment_method");
        var method = methodId is null
            ? Collection.MethodOf(state, invoice)
            : state.Get(PaymentIntents.Method, methodId, "payment_method", status: 400);
        var outOfBand = parameters.Flag("paid_out_of_band") ?? false;
        parameters.Flag("off_session");
        parameters.End();
        if (invoice.Text("status") == "draft") Collection.FinalizeInvoice(state, invoice);
        if (invoice.Text("status") == "paid") return methodId is null && invoice.Number("amount_due") == 0 ? invoice : throw AlreadyPaid();
        Require(invoice, "open", "paid");
        if (outOfBand)
        {
            Collection.MarkPaid(state, invoice);
            return invoice;
        }

        if (method is null)
        {
            throw StripeFault.Request(
                "There is no `default_payment_method` set on this Customer or Invoice. Please set a `default_payment_method`.",
                    code: "resource_missing");
        }

        var result = Collection.Collect(state, invoice, method);
        if (result.Paid) return invoice;
        throw StripeFault.Card(
            result.Decline ?? new Decline("invoice_payment_intent_requires_action", "authentication_required"), result.Intent);
    }

    public static JsonObject FinalizeNow(StripeCall call)
    {
        var (state, invoice) = (call.State, call.State.Get(Kind, call.Id));
        using var time = state.InTimeOf(invoice.Text("customer"));
        var advance = call.Parameters.Flag("auto_advance") ?? true;
        call.Parameters.End();
        Require(invoice, "draft", "finalized");
        Collection.FinalizeInvoice(state, invoice);
        invoice["auto_advance"] = advance && invoice.Text("status") == "open";
        if (invoice.Is("auto_advance")) invoice["next_payment_attempt"] = state.Now + InvoiceDraft.DraftSeconds;
        return invoice;
    }

    public static JsonObject VoidNow(StripeCall call)
    {
        var invoice = call.State.Get(Kind, call.Id);
        using var time = call.State.InTimeOf(invoice.Text("customer"));
        call.Parameters.End();
        if (invoice.Text("status") is not ("open" or "uncollectible")) Require(invoice, "open", "voided");
        Void(call.State, invoice);
        return invoice;
    }

    public static JsonObject GiveUp(StripeCall call)
    {
        var invoice = call.State.Get(Kind, call.Id);
        using var time = call.State.InTimeOf(invoice.Text("customer"));
        call.Parameters.End();
        Require(invoice, "open", "marked uncollectible");
        Close(invoice, "uncollectible");
        invoice["status_transitions"]!["marked_uncollectible_at"] = call.State.Now;
        call.State.Emit("invoice.marked_uncollectible", invoice);
        return invoice;
    }

    /// <summary>Nobody has to pay it any more; what it took from the customer's balance goes back there.</summary>
    public static void Void(StripeState state, JsonObject invoice)
    {
        Close(invoice, "void");
        invoice["status_transitions"]!["voided_at"] = state.Now;
        var customer = state.Get(Customers.Kind, invoice.Text("customer")!);
        customer["balance"] = customer.Number("balance") + invoice.Number("starting_balance") - invoice.Number("ending_balance");
        if (state.Notes(invoice.Id()).Text("intent") is { } intent) state.Get(PaymentIntents.Intent, intent)["status"] = "canceled";
        state.Emit("invoice.voided", invoice);
    }

    public static IEnumerable<JsonObject> Of(StripeState state, JsonObject subscription) =>
        state.All(Kind).Where(invoice => SubscriptionIdOf(invoice) == subscription.Id());

    private static string? SubscriptionIdOf(JsonObject invoice) => invoice["parent"]?["subscription_details"]?.Text("subscription");

    private static void Close(JsonObject invoice, string status)
    {
        invoice["status"] = status;
        invoice["auto_advance"] = false;
        invoice["next_payment_attempt"] = null;
    }

    private static void Require(JsonObject invoice, string status, string what)
    {
        if (invoice.Text("status") == "paid") throw AlreadyPaid();
        if (invoice.Text("status") != status)
            throw StripeFault.Request(
                $"This invoice has the status {invoice.Text("status")}: it can't be {what}.", code: "invoice_not_editable");
    }

    private static StripeFault AlreadyPaid() => StripeFault.Request("Invoice is already paid", code: "invoice_already_paid");
}
