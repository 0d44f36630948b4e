using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Invoices as they begin: summed up, without a number, open to be finalized.</summary>
internal static class InvoiceDraft
{
    /// <summary>For this long a renewal's invoice stays a draft.</summary>
    public const long DraftSeconds = 3600;

    public static JsonObject Add(StripeState state, JsonObject subscription, string reason, IEnumerable<JsonObject> lines)
    {
        var invoice = state.Add(New(state, StripeState.NewId("in"), subscription, reason, lines));
        invoice["automatically_finalizes_at"] = state.Now + DraftSeconds;
        return invoice;
    }

    public static JsonObject New(StripeState state, string id, JsonObject subscription, string reason, IEnumerable<JsonObject> lines)
    {
        var customer = state.Get(Customers.Kind, subscription.Text("customer")!);
        var items = lines.ToList();
        var discounts = Discounts.Apply(state, subscription, items);
        foreach (var line in items) line["invoice"] = id;
        var subtotal = items.Sum(line => line.Number("subtotal"));
        var total = subtotal - discounts.Sum(discount => discount.Number("amount"));
        var due = Math.Max(0, total + customer.Number("balance"));
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = Invoices.Kind,
            ["amount_due"] = due,
            ["amount_overpaid"] = 0,
            ["amount_paid"] = 0,
            ["amount_remaining"] = due,
            ["amount_shipping"] = 0,
            ["attempt_count"] = 0,
            ["attempted"] = false,
            ["auto_advance"] = true,
            ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["status"] = null },
            ["automatically_finalizes_at"] = null,
            ["billing_reason"] = reason,
            ["collection_method"] = "charge_automatically",
            ["created"] = state.Now,
            ["currency"] = subscription.Text("currency"),
            ["customer"] = customer.Id(),
            ["customer_email"] = customer.Text("email"),
            ["customer_name"] = customer.Text("name"),
            ["default_payment_method"] = null,
            ["default_tax_rates"] = new JsonArray(),
            ["description"] = null,
            ["discounts"] = subscription["discounts"]!.DeepClone(),
            ["due_date"] = null,
            ["effective_at"] = null,
            ["ending_balance"] = null,
            ["hosted_invoice_url"] = null,
            ["invoice_pdf"] = null,
            ["issuer"] = new JsonObject { ["type"] = "self" },
            ["lines"] = StripeCall.ListOf(items, $"/v1/invoices/{id}/lines"),
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["next_payment_attempt"] = null,
            ["number"] = null,
            ["parent"] = new JsonObject
            {
                ["quote_details"] = null,
                ["subscription_details"] = new JsonObject
                {
                    ["metadata"] = subscription["metadata"]!.DeepClone(),
                    ["subscription"] = subscription.Id(),
                },
                ["type"] = "subscription_details",
            },
            ["payment_settings"] = new JsonObject
            {
                ["default_mandate"] = null,
                ["payment_method_options"] = null,
                ["payment_method_types"] = null
            },
            ["period_end"] = state.Now,
            ["period_start"] = state.Now,
            ["post_payment_credit_notes_amount"] = 0,
            ["pre_payment_credit_notes_amount"] = 0,
            ["starting_balance"] = customer.Number("balance"),
            ["status"] = "draft",
            ["status_transitions"] = new JsonObject
            {
                ["finalized_at"] = null,
                ["marked_uncollectible_at"] = null,
                ["paid_at"] = null,
                ["voided_at"] = null,
            },
            ["subtotal"] = subtotal,
            ["test_clock"] = customer.Text("test_clock"),
            ["total"] = total,
            ["total_discount_amounts"] = new JsonArray([.. discounts]),
            ["total_taxes"] = new JsonArray(),
        };
    }
}
