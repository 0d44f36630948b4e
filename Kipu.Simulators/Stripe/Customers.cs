using System.Text.Json.Nodes;

namespace Kipu.Simulators;

internal static class Customers
{
    public const string Kind = "customer";

    public static JsonObject Create(StripeCall call)
    {
        var customer = New(call.State, email: null, name: null);
        Update(customer, call.Parameters);
        call.Parameters.End();
        call.State.Add(customer);
        call.State.Emit("customer.created", customer);
        return customer;
    }

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    public static JsonObject Change(StripeCall call)
    {
        var customer = call.State.Get(Kind, call.Id);
        var changed = (JsonObject)customer.DeepClone();
        Update(changed, call.Parameters);
        call.Parameters.End();

        var previous = new JsonObject();
        foreach (var (name, value) in changed)
        {
            if (JsonNode.DeepEquals(value, customer[name])) continue;
            previous[name] = customer[name]?.DeepClone();
            customer[name] = value?.DeepClone();
        }

        if (previous.Count > 0) call.State.Emit("customer.updated", customer, previous);
        return customer;
    }

    public static JsonObject Delete(StripeCall call)
    {
        var customer = call.State.Get(Kind, call.Id);
        call.Parameters.End();
        if (call.State.All(Subscriptions.Kind).Any(subscription => (string?)subscription["customer"] == call.Id))
            throw StripeFault.Request("The simulator does not delete a customer that has a subscription.");
        call.State.Remove(customer);
        call.State.Emit("customer.deleted", customer);
        return new JsonObject { ["id"] = call.Id, ["object"] = Kind, ["deleted"] = true };
    }

    public static JsonObject List(StripeCall call)
    {
        var email = call.Parameters.Text("email");
        var created = call.Parameters.Range("created");
        return call.Page(call.State.All(Kind).Where(customer => (email is null || (string?)customer["email"] == email) && created(customer)));
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

    private static void Update(JsonObject customer, Parameters parameters)
    {
        foreach (var name in (string[])["description", "email", "name", "phone"])
        {
            if (parameters.Has(name)) customer[name] = parameters.Text(name);
        }

        if (parameters.Has("preferred_locales"))
            customer["preferred_locales"] = new JsonArray([.. parameters.Texts("preferred_locales").Select(locale => JsonValue.Create(locale))]);
        if (parameters.Has("address")) customer["address"] = Address(parameters.Nested("address"));
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
