using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

internal static class Invoices
{
    public const string Kind = "invoice";
    public const string Payment = "invoice_payment";

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
            (customer is null || (string?)invoice["customer"] == customer)
            && (subscription is null || (string?)invoice["parent"]?["subscription_details"]?["subscription"] == subscription)
            && (status is null || (string?)invoice["status"] == status)
            && created(invoice)));
    }

    public static JsonObject ListPayments(StripeCall call)
    {
        var parameters = call.Parameters;
        var invoice = parameters.Text("invoice");
        var status = parameters.OneOf("status", "canceled", "open", "paid");
        var payment = parameters.Nested("payment");
        payment?.OneOf("type", "payment_intent");
        var intent = payment?.Text("payment_intent");
        return call.Page(call.State.All(Payment).Where(item =>
            (invoice is null || (string?)item["invoice"] == invoice)
            && (status is null || (string?)item["status"] == status)
            && (intent is null || (string?)item["payment"]!["payment_intent"] == intent)));
    }

    /// <summary>The paid first invoice of a subscription.</summary>
    public static JsonObject NewPaid(StripeState state, JsonObject customer, JsonObject subscription, string baseUrl)
    {
        var id = StripeState.NewId("in");
        var now = state.Now;
        var lines = subscription["items"]!["data"]!.AsArray().Select(item => NewLine(state, id, item!)).ToList();
        var total = lines.Sum(line => (long)line["amount"]!);
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = Kind,
            ["amount_due"] = total,
            ["amount_overpaid"] = 0,
            ["amount_paid"] = total,
            ["amount_remaining"] = 0,
            ["amount_shipping"] = 0,
            ["attempt_count"] = 1,
            ["attempted"] = true,
            ["auto_advance"] = false,
            ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["status"] = null },
            ["billing_reason"] = "subscription_create",
            ["collection_method"] = "charge_automatically",
            ["created"] = now,
            ["currency"] = (string)subscription["currency"]!,
            ["customer"] = (string)customer["id"]!,
            ["customer_email"] = (string?)customer["email"],
            ["customer_name"] = (string?)customer["name"],
            ["default_tax_rates"] = new JsonArray(),
            ["discounts"] = new JsonArray(),
            ["due_date"] = null,
            ["effective_at"] = now,
            ["ending_balance"] = 0,
            ["hosted_invoice_url"] = $"{baseUrl}/receipts/{id}",
            ["invoice_pdf"] = null,
            ["issuer"] = new JsonObject { ["type"] = "self" },
            ["lines"] = StripeCall.ListOf(lines, $"/v1/invoices/{id}/lines"),
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["next_payment_attempt"] = null,
            ["number"] = TakeNumber(customer),
            ["parent"] = new JsonObject
            {
                ["quote_details"] = null,
                ["subscription_details"] = new JsonObject
                {
                    ["metadata"] = subscription["metadata"]!.DeepClone(),
                    ["subscription"] = (string)subscription["id"]!,
                },
                ["type"] = "subscription_details",
            },
            ["payment_settings"] = new JsonObject { ["default_mandate"] = null, ["payment_method_options"] = null, ["payment_method_types"] = null },
            ["period_end"] = now,
            ["period_start"] = now,
            ["post_payment_credit_notes_amount"] = 0,
            ["pre_payment_credit_notes_amount"] = 0,
            ["starting_balance"] = 0,
            ["status"] = "paid",
            ["status_transitions"] = new JsonObject
            {
                ["finalized_at"] = now,
                ["marked_uncollectible_at"] = null,
                ["paid_at"] = now,
                ["voided_at"] = null,
            },
            ["subtotal"] = total,
            ["total"] = total,
            ["total_discount_amounts"] = new JsonArray(),
            ["total_taxes"] = new JsonArray(),
        };
    }

    /// <summary>The link between an invoice and what paid it.</summary>
    public static JsonObject NewPayment(StripeState state, JsonObject invoice, JsonObject intent) => new()
    {
        ["id"] = StripeState.NewId("inpay"),
        ["object"] = Payment,
        ["amount_paid"] = (long)invoice["total"]!,
        ["amount_requested"] = (long)invoice["total"]!,
        ["created"] = state.Now,
        ["currency"] = (string)invoice["currency"]!,
        ["invoice"] = (string)invoice["id"]!,
        ["is_default"] = true,
        ["livemode"] = false,
        ["payment"] = new JsonObject { ["type"] = "payment_intent", ["payment_intent"] = (string)intent["id"]! },
        ["status"] = "paid",
        ["status_transitions"] = new JsonObject { ["canceled_at"] = null, ["paid_at"] = state.Now },
    };

    private static string TakeNumber(JsonObject customer)
    {
        var sequence = (long)customer["next_invoice_sequence"]!;
        customer["next_invoice_sequence"] = sequence + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{(string?)customer["invoice_prefix"]}-{sequence:D4}");
    }

    private static JsonObject NewLine(StripeState state, string invoice, JsonNode item)
    {
        var price = item["price"]!;
        var product = (string)price["product"]!;
        var quantity = (long)item["quantity"]!;
        var amount = (long)price["unit_amount"]! * quantity;
        return new JsonObject
        {
            ["id"] = StripeState.NewId("il"),
            ["object"] = "line_item",
            ["amount"] = amount,
            ["currency"] = (string)price["currency"]!,
            ["description"] = $"{quantity} × {(string?)state.Get(Catalog.Product, product)["name"]}",
            ["discount_amounts"] = new JsonArray(),
            ["discountable"] = true,
            ["discounts"] = new JsonArray(),
            ["invoice"] = invoice,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["parent"] = new JsonObject
            {
                ["invoice_item_details"] = null,
                ["subscription_item_details"] = new JsonObject
                {
                    ["invoice_item"] = null,
                    ["proration"] = false,
                    ["proration_details"] = new JsonObject { ["credited_items"] = null },
                    ["subscription"] = (string)item["subscription"]!,
                    ["subscription_item"] = (string)item["id"]!,
                },
                ["type"] = "subscription_item_details",
            },
            ["period"] = new JsonObject { ["start"] = (long)item["current_period_start"]!, ["end"] = (long)item["current_period_end"]! },
            ["pricing"] = new JsonObject
            {
                ["price_details"] = new JsonObject { ["price"] = (string)price["id"]!, ["product"] = product },
                ["type"] = "price_details",
                ["unit_amount_decimal"] = (string)price["unit_amount_decimal"]!,
            },
            ["quantity"] = quantity,
            ["subtotal"] = amount,
            ["taxes"] = new JsonArray(),
        };
    }
}
