using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Payment intents, charges and payment methods: read by the API, made by the checkout page.</summary>
internal static class PaymentIntents
{
    public const string Intent = "payment_intent";
    public const string Charge = "charge";
    public const string Method = "payment_method";

    /// <summary>The type of a method whose bank takes days to answer.</summary>
    public const string BankAccount = "us_bank_account";

    public static JsonObject GetIntent(StripeCall call) => Get(call, Intent);

    public static JsonObject GetCharge(StripeCall call) => Get(call, Charge);

    public static JsonObject GetMethod(StripeCall call) => Get(call, Method);

    public static JsonObject ListIntents(StripeCall call)
    {
        var customer = call.Parameters.Text("customer");
        var created = call.Parameters.Range("created");
        return call.Page(call.State.All(Intent).Where(intent => (customer is null || (string?)intent["customer"] == customer)
            && created(intent)));
    }

    public static JsonObject NewIntent(StripeState state, long amount, string currency, string? customer, string? description)
    {
        var id = StripeState.NewId("pi");
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = Intent,
            ["amount"] = amount,
            ["amount_capturable"] = 0,
            ["amount_received"] = 0,
            ["capture_method"] = "automatic",
            ["client_secret"] = $"{id}_secret_{StripeState.NewId("x")[2..]}",
            ["confirmation_method"] = "automatic",
            ["created"] = state.Now,
            ["currency"] = currency,
            ["customer"] = customer,
            ["description"] = description,
            ["last_payment_error"] = null,
            ["latest_charge"] = null,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["next_action"] = null,
            ["payment_method"] = null,
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = new JsonArray("card"),
            ["setup_future_usage"] = null,
            ["status"] = "requires_payment_method",
        };
    }

    /// <summary>Keeps a card that was typed; whose it is comes later.</summary>
    public static JsonObject AddMethod(StripeState state, CardEntry entry)
    {
        var method = state.Add(NewMethod(state, entry));
        state.Notes(method.Id())["number"] = entry.Card.Number;
        return method;
    }

    public static JsonObject ListMethods(StripeCall call)
    {
        var customer = call.Parameters.Text("customer");
        call.Parameters.OneOf("type", "card");
        return call.Page(call.State.All(Method).Where(method => method.Text("customer") is { } owner
            && (customer is null || owner == customer)));
    }

    public static JsonObject ListCharges(StripeCall call)
    {
        var parameters = call.Parameters;
        var customer = parameters.Text("customer");
        var intent = parameters.Text("payment_intent");
        var created = parameters.Range("created");
        return call.Page(call.State.All(Charge).Where(charge =>
            (customer is null || charge.Text("customer") == customer)
                && (intent is null || charge.Text("payment_intent") == intent) && created(charge)));
    }

    private static JsonObject NewMethod(StripeState state, CardEntry entry) => new()
    {
        ["id"] = StripeState.NewId("pm"),
        ["object"] = Method,
        ["billing_details"] = new JsonObject { ["address"] = null, ["email"] = entry.Email, ["name"] = entry.Name, ["phone"] = null },
        ["card"] = new JsonObject
        {
            ["brand"] = entry.Card.Brand,
            ["country"] = "US",
            ["exp_month"] = entry.Month,
            ["exp_year"] = entry.Year,
            ["funding"] = "credit",
            ["last4"] = entry.Card.Last4,
        },
        ["created"] = state.Now,
        ["customer"] = null,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["type"] = "card",
    };

    /// <summary>One try of the bank; a declined one is a charge too.</summary>
    public static JsonObject NewCharge(StripeState state, JsonObject intent, JsonObject method, Decline? decline)
    {
        var id = StripeState.NewId("ch");
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = Charge,
            ["amount"] = (long)intent["amount"]!,
            ["amount_captured"] = decline is null ? (long)intent["amount"]! : 0,
            ["amount_refunded"] = 0,
            ["balance_transaction"] = decline is null ? StripeState.NewId("txn") : null,
            ["billing_details"] = method["billing_details"]!.DeepClone(),
            ["captured"] = decline is null,
            ["created"] = state.Now,
            ["currency"] = (string)intent["currency"]!,
            ["customer"] = (string?)intent["customer"],
            ["disputed"] = false,
            ["failure_code"] = decline?.Code,
            ["failure_message"] = decline?.Message,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["outcome"] = new JsonObject
            {
                ["network_status"] = decline is null ? "approved_by_network" : "declined_by_network",
                ["reason"] = decline?.DeclineCode,
                ["risk_level"] = "normal",
                ["risk_score"] = 12,
                ["seller_message"] = decline is null
                    ? "Payment complete."
                    : "The bank did not return any further details with this decline.",
                ["type"] = decline is null ? "authorized" : "issuer_declined",
            },
            ["paid"] = decline is null,
            ["payment_intent"] = (string)intent["id"]!,
            ["payment_method"] = (string)method["id"]!,
            ["payment_method_details"] = DetailsOf(method),
            ["receipt_url"] = decline is null ? $"{state.BaseUrl}/receipts/{id}" : null,
            ["refunded"] = false,
            ["status"] = decline is null ? "succeeded" : "failed",
        };
    }

    public static JsonObject NewBankAccount(StripeState state, string email, string? name) => new()
    {
        ["id"] = StripeState.NewId("pm"),
        ["object"] = Method,
        ["billing_details"] = new JsonObject { ["address"] = null, ["email"] = email, ["name"] = name, ["phone"] = null },
        ["created"] = state.Now,
        ["customer"] = null,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["type"] = BankAccount,
        [BankAccount] = new JsonObject { ["bank_name"] = "SIMULATED BANK", ["last4"] = "6789" },
    };

    private static JsonObject DetailsOf(JsonObject method)
    {
        var type = method.Text("type")!;
        var details = method[type]!.DeepClone().AsObject();
        if (type != BankAccount)
        {
            details["network"] = details.Text("brand");
            details["three_d_secure"] = null;
        }

        return new JsonObject { ["type"] = type, [type] = details };
    }

    private static JsonObject Get(StripeCall call, string kind)
    {
        call.Parameters.End();
        return call.State.Get(kind, call.Id);
    }
}

/// <summary>What a person typed on the checkout page, checked.</summary>
internal sealed record CardEntry(TestCard Card, int Month, int Year, string Email, string? Name);
