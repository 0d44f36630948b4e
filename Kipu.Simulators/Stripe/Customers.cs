using System.Text.Json.Nodes;

namespace Kipu.Simulators;

internal static class Customers
{
    public const string Kind = "customer";

    public static JsonObject Create(StripeCall call)
    {
        var customer = New(call.State, email: null, name: null);
        Update(call.State, customer, call.Parameters);
        if (call.Parameters.Text("test_clock") is { } clock)
            customer["test_clock"] = call.State.Get(TestClocks.Kind, clock, "test_clock", status: 400).Id();
        call.Parameters.End();
        using var time = call.State.Clock.Pin(customer.Text("test_clock") is { } id
            ? call.State.Get(TestClocks.Kind, id).Number("frozen_time")
            : call.State.Now);
        customer["created"] = call.State.Now;
        call.State.Add(customer);
        call.State.Emit("customer.created", customer);
        return customer;
    }

    /// <summary>Also one that was deleted: its id, and that it is.</summary>
    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Find(Kind, call.Id) ?? throw StripeFault.NoSuch(Kind, call.Id);
    }

    public static JsonObject Search(StripeCall call) => SearchQuery.Run(call, Kind);

    public static JsonObject Change(StripeCall call)
    {
        var customer = call.State.Get(Kind, call.Id);
        var changed = (JsonObject)customer.DeepClone();
        Update(call.State, changed, call.Parameters);
        call.Parameters.End();
        call.State.Change("customer.updated", customer, () =>
        {
            foreach (var (name, value) in changed) customer[name] = value?.DeepClone();
        });
        return customer;
    }

    public static JsonObject Delete(StripeCall call)
    {
        var customer = call.State.Get(Kind, call.Id);
        call.Parameters.End();
        using var time = call.State.InTimeOf(call.Id);
        Remove(call.State, customer);
        return new JsonObject { ["id"] = call.Id, ["object"] = Kind, ["deleted"] = true };
    }

    /// <summary>Deletes a customer; their subscriptions end with them.</summary>
    public static void Remove(StripeState state, JsonObject customer)
    {
        foreach (var subscription in state.All(Subscriptions.Kind).Where(Subscriptions.IsLive).ToList())
        {
            if (subscription.Text("customer") == customer.Id()) Cancellation.End(state, subscription, "cancellation_requested");
        }

        state.Bury(customer);
        state.Emit("customer.deleted", customer);
    }

    public static JsonObject List(StripeCall call)
    {
        var email = call.Parameters.Text("email");
        var clock = call.Parameters.Text("test_clock");
        var created = call.Parameters.Range("created");
        return call.Page(call.State.All(Kind).Where(customer =>
            (email is null || customer.Text("email") == email)
                && (clock is null || customer.Text("test_clock") == clock) && created(customer)));
    }

    public static JsonObject New(StripeState state, string? email, string? name) => new()
    {
        ["id"] = StripeState.NewId("cus"),
        ["object"] = Kind,
        ["address"] = null,
        ["balance"] = 0,
        ["created"] = state.Now,
        ["currency"] = null,
        ["default_source"] = null,
        ["delinquent"] = false,
        ["description"] = null,
        ["email"] = email,
        ["invoice_prefix"] = StripeState.NewId("x")[2..10].ToUpperInvariant(),
        ["invoice_settings"] = new JsonObject
        {
            ["custom_fields"] = null,
            ["default_payment_method"] = null,
            ["footer"] = null,
            ["rendering_options"] = null,
        },
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["name"] = name,
        ["next_invoice_sequence"] = 1L,
        ["phone"] = null,
        ["preferred_locales"] = new JsonArray(),
        ["shipping"] = null,
        ["tax_exempt"] = "none",
        ["test_clock"] = null,
    };

    private static void Update(StripeState state, JsonObject customer, Parameters parameters)
    {
        foreach (var name in (string[])["description", "email", "name", "phone"])
        {
            if (parameters.Has(name)) customer[name] = parameters.Text(name);
        }

        if (parameters.Has("preferred_locales"))
            customer["preferred_locales"] = new JsonArray(
                [.. parameters.Texts("preferred_locales").Select(locale => JsonValue.Create(locale))]);
        if (parameters.Has("address")) customer["address"] = Address(parameters.Nested("address"));
        if (parameters.Has("balance")) customer["balance"] = parameters.Integer("balance") ?? 0;
        if (parameters.Nested("invoice_settings") is { } settings && settings.Has("default_payment_method"))
        {
            var method = settings.Text("default_payment_method");
            customer["invoice_settings"]!["default_payment_method"] =
                method is null
                    ? null
                    : state.Get(PaymentIntents.Method, method, "invoice_settings[default_payment_method]", status: 400).Id();
        }

        parameters.ApplyMetadata(customer);
    }

    private static JsonObject? Address(Parameters? address) => address is null ? null : new JsonObject
    {
        ["city"] = address.Text("city"),
        ["country"] = address.Text("country"),
        ["line1"] = address.Text("line1"),
        ["line2"] = address.Text("line2"),
        ["postal_code"] = address.Text("postal_code"),
        ["state"] = address.Text("state"),
    };
}
