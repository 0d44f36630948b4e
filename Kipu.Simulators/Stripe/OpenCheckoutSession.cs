using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Opens a hosted checkout session: <c>POST /v1/checkout/sessions</c>.</summary>
internal static class OpenCheckoutSession
{
    private const int ShortestLife = 30 * 60;
    private const int LongestLife = 24 * 60 * 60;

    public static JsonObject Create(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var mode = parameters.OneOf("mode", "payment", "subscription") ?? throw StripeFault.Missing("mode");
        var id = StripeState.NewId("cs_test");
        var lines = parameters.Items("line_items").Select(line => NewLine(line, state, mode)).ToList();
        var session = New(call, id, mode);
        session["customer"] = CustomerOf(parameters, state);
        session["expires_at"] = ExpiryOf(parameters, state);
        parameters.ApplyMetadata(session);
        var details = DetailsOf(parameters, mode);
        var discount = DiscountOf(parameters, state);
        parameters.End();
        CheckLines(lines, mode);

        session["currency"] = lines[0].Text("currency");
        if (discount is not null) session["discounts"] = new JsonArray(discount);
        state.Add(session);
        state.Add(new JsonObject
        {
            ["id"] = CheckoutSessions.DraftId(id),
            ["object"] = "_checkout",
            ["lines"] = new JsonArray([.. lines]),
            ["details"] = details,
        });
        CheckoutSessions.SumUp(state, session);
        return session;
    }

    private static JsonObject New(StripeCall call, string id, string mode)
    {
        var parameters = call.Parameters;
        var email = parameters.Text("customer_email");
        if (email is not null && !PayForm.IsEmail(email))
            throw StripeFault.Request($"Invalid email address: {email}", "customer_email", "email_invalid");
        parameters.OneOf("ui_mode", "hosted_page");
        if (parameters.Nested("automatic_tax")?.Flag("enabled") == true)
            throw StripeFault.Request("The simulator has no tax engine.", "automatic_tax[enabled]");
        var methods = parameters.Texts("allowed_payment_method_types");
        if (methods.FirstOrDefault(method => method is not ("card" or PaymentIntents.BankAccount)) is { } unknown)
            throw StripeFault.Request($"The simulator takes cards and bank debits only, not {unknown}.", "allowed_payment_method_types");

        return new JsonObject
        {
            ["id"] = id,
            ["object"] = CheckoutSessions.Kind,
            ["allow_promotion_codes"] = parameters.Flag("allow_promotion_codes"),
            ["amount_subtotal"] = null,
            ["amount_total"] = null,
            ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["provider"] = null, ["status"] = null },
            ["billing_address_collection"] = parameters.OneOf("billing_address_collection", "auto"),
            ["cancel_url"] = parameters.Url("cancel_url"),
            ["client_reference_id"] = parameters.Text("client_reference_id"),
            ["created"] = call.State.Now,
            ["currency"] = null,
            ["custom_fields"] = new JsonArray(),
            ["customer"] = null,
            ["customer_details"] = email is null ? null : CheckoutSessions.DetailsOf(email, name: null),
            ["customer_email"] = email,
            ["discounts"] = new JsonArray(),
            ["expires_at"] = null,
            ["invoice"] = null,
            ["livemode"] = false,
            ["locale"] = parameters.Text("locale"),
            ["metadata"] = new JsonObject(),
            ["mode"] = mode,
            ["payment_intent"] = null,
            ["payment_method_collection"] = parameters.OneOf("payment_method_collection", "always", "if_required")
                ?? (mode == "subscription" ? "always" : "if_required"),
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = methods.Count == 0
                ? new JsonArray("card")
                : new JsonArray([.. methods.Select(method => JsonValue.Create(method))]),
            ["payment_status"] = "unpaid",
            ["phone_number_collection"] = new JsonObject { ["enabled"] = false },
            ["setup_intent"] = null,
            ["shipping_options"] = new JsonArray(),
            ["status"] = "open",
            ["subscription"] = null,
            ["success_url"] = parameters.Url("success_url") ?? throw StripeFault.Missing("success_url"),
            ["total_details"] = new JsonObject { ["amount_discount"] = 0, ["amount_shipping"] = 0, ["amount_tax"] = 0 },
            ["ui_mode"] = "hosted_page",
            ["url"] = $"{call.BaseUrl}/c/pay/{id}",
        };
    }

    private static JsonObject NewLine(Parameters line, StripeState state, string mode)
    {
        var price = state.Get(Catalog.Price, line.Required("price"), "line_items[0][price]", status: 400);
        var quantity = line.Integer("quantity", 1, 999_999) ?? throw StripeFault.Missing("line_items[0][quantity]");
        if (!(bool)price["active"]!)
            throw StripeFault.Request($"The price specified is inactive: {(string?)price["id"]}.", "line_items[0][price]");
        if (mode == "payment" && (string)price["type"]! == "recurring")
            throw StripeFault.Request("You specified `payment` mode but passed a recurring price. Switch to `subscription` mode.", "mode");

        var amount = checked((long)price["unit_amount"]! * quantity);
        return new JsonObject
        {
            ["id"] = StripeState.NewId("li"),
            ["object"] = "item",
            ["amount_discount"] = 0,
            ["amount_subtotal"] = amount,
            ["amount_tax"] = 0,
            ["amount_total"] = amount,
            ["currency"] = (string)price["currency"]!,
            ["description"] = (string?)state.Get(Catalog.Product, (string)price["product"]!)["name"],
            ["metadata"] = new JsonObject(),
            ["price"] = price.DeepClone(),
            ["quantity"] = quantity,
        };
    }

    private static void CheckLines(List<JsonObject> lines, string mode)
    {
        if (lines.Count == 0) throw StripeFault.Missing("line_items");
        if (lines.Select(line => (string)line["currency"]!).Distinct().Count() > 1)
            throw StripeFault.Request("All line items must have the same currency.", "line_items");
        if (mode == "subscription" && lines.Any(line => (string)line["price"]!["type"]! != "recurring"))
            throw StripeFault.Request("The simulator bills subscriptions by recurring prices only.", "line_items");
        if (lines.Select(line => line["price"]!["recurring"]?.ToJsonString()).Distinct().Count() > 1)
            throw StripeFault.Request("All recurring prices must have the same interval.", "line_items");
    }

    private static string? CustomerOf(Parameters parameters, StripeState state)
    {
        if (parameters.Text("customer") is not { } customer) return null;
        if (parameters.Has("customer_email"))
            throw StripeFault.Request("You may only specify one of these parameters: customer, customer_email.", "customer_email");
        return (string)state.Get(Customers.Kind, customer, "customer", status: 400)["id"]!;
    }

    private static long ExpiryOf(Parameters parameters, StripeState state)
    {
        // People wait on this page in real time, whatever the account's clock says.
        var now = state.Clock.World;
        var at = parameters.Integer("expires_at") ?? now + LongestLife;
        if (at < now + ShortestLife - 60 || at > now + LongestLife + 60)
            throw StripeFault.Request("The `expires_at` timestamp must be between 30 minutes and 24 hours from now.", "expires_at");
        return at;
    }

    /// <summary>Metadata and description that the subscription, or the payment, shall have.</summary>
    private static JsonObject DetailsOf(Parameters parameters, string mode)
    {
        var name = mode == "subscription" ? "subscription_data" : "payment_intent_data";
        var details = new JsonObject { ["metadata"] = new JsonObject(), ["description"] = null };
        if (parameters.Nested(name) is not { } data) return details;
        data.ApplyMetadata(details);
        details["description"] = data.Text("description");
        if (mode != "subscription") return details;
        details["trial_days"] = data.Integer("trial_period_days", 1, 730);
        details["missing_payment_method"] =
            data.Nested("trial_settings")?.Nested("end_behavior")?.OneOf("missing_payment_method", "cancel", "create_invoice", "pause");
        return details;
    }

    private static JsonObject? DiscountOf(Parameters parameters, StripeState state)
    {
        if (parameters.Items("discounts") is not [var first, ..]) return null;
        if (parameters.Flag("allow_promotion_codes") == true)
            throw StripeFault.Request("You may only specify one of these parameters: allow_promotion_codes, discounts.", "discounts");
        if (first.Text("promotion_code") is { } id)
        {
            var code = state.Get(Coupons.Code, id, "discounts[0][promotion_code]", status: 400);
            return new JsonObject { ["coupon"] = Coupons.CouponOf(state, code).Id(), ["promotion_code"] = id };
        }

        var coupon = state.Get(Coupons.Kind, first.Required("coupon"), "discounts[0][coupon]", status: 400);
        return new JsonObject { ["coupon"] = coupon.Id(), ["promotion_code"] = null };
    }
}
