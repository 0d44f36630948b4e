using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>The links between invoices and what pays them.</summary>
internal static class InvoicePayments
{
    public const string Kind = "invoice_payment";

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    public static JsonObject List(StripeCall call)
    {
        var parameters = call.Parameters;
        var invoice = parameters.Text("invoice");
        var status = parameters.OneOf("status", "canceled", "open", "paid");
        var payment = parameters.Nested("payment");
        payment?.OneOf("type", "payment_intent");
        var intent = payment?.Text("payment_intent");
        return call.Page(call.State.All(Kind).Where(item =>
            (invoice is null || item.Text("invoice") == invoice)
            && (status is null || item.Text("status") == status)
            && (intent is null || item["payment"]!.Text("payment_intent") == intent)));
    }

    public static IEnumerable<JsonObject> Of(StripeState state, JsonObject invoice) =>
        state.All(Kind).Where(payment => payment.Text("invoice") == invoice.Id());

    public static JsonObject New(StripeState state, JsonObject invoice, JsonObject intent) => new()
    {
        ["id"] = StripeState.NewId("inpay"),
        ["object"] = Kind,
        ["amount_paid"] = null,
        ["amount_requested"] = invoice.Number("amount_due"),
        ["created"] = state.Now,
        ["currency"] = invoice.Text("currency"),
        ["invoice"] = invoice.Id(),
        ["is_default"] = true,
        ["livemode"] = false,
        ["payment"] = new JsonObject { ["type"] = "payment_intent", ["payment_intent"] = intent.Id() },
        ["status"] = "open",
        ["status_transitions"] = new JsonObject { ["canceled_at"] = null, ["paid_at"] = null },
    };
}
