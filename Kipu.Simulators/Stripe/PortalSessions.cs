using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Sessions of the customer portal.</summary>
internal static class PortalSessions
{
    public const string Kind = "billing_portal.session";
    private const string Configuration = "bpc_simulator";

    public static JsonObject Create(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var customer = state.Get(Customers.Kind, parameters.Required("customer"), "customer", status: 400);
        var id = StripeState.NewId("bps");
        var flow = parameters.Nested("flow_data") is { } data ? Flow(data, state, customer) : null;
        var session = new JsonObject
        {
            ["id"] = id,
            ["object"] = Kind,
            ["configuration"] = parameters.Text("configuration") ?? Configuration,
            ["created"] = state.Now,
            ["customer"] = customer.Id(),
            ["flow"] = flow,
            ["livemode"] = false,
            ["locale"] = parameters.Text("locale"),
            ["return_url"] = parameters.Url("return_url"),
            ["url"] = $"{call.BaseUrl}/p/session/{id}",
        };
        parameters.End();
        state.Add(session);
        state.Emit("billing_portal.session.created", session);
        return session;
    }

    private static JsonObject Flow(Parameters data, StripeState state, JsonObject customer)
    {
        var type = data.OneOf("type", "payment_method_update", "subscription_cancel", "subscription_update", "subscription_update_confirm")
            ?? throw StripeFault.Missing("flow_data[type]");
        var flow = new JsonObject { ["type"] = type, ["after_completion"] = AfterCompletion(data.Nested("after_completion")) };
        foreach (var kind in (string[])["subscription_cancel", "subscription_update", "subscription_update_confirm"])
        {
            var param = $"flow_data[{kind}][subscription]";
            var details = data.Nested(kind);
            if (kind != type)
            {
                flow[kind] = null;
                continue;
            }

            var subscription = state.Get(
                Subscriptions.Kind, details?.Text("subscription") ?? throw StripeFault.Missing(param), param, status: 400);
            if (subscription.Text("customer") != customer.Id())
                throw StripeFault.NoSuch(Subscriptions.Kind, subscription.Id(), param, status: 400);
            flow[kind] = new JsonObject { ["subscription"] = subscription.Id() };
            if (kind == "subscription_update_confirm") flow[kind]!["items"] = Items(details, state, subscription);
        }

        return flow;
    }

    private static JsonArray Items(Parameters details, StripeState state, JsonObject subscription)
    {
        var items = details.Items("items").Select(item => ItemChange.Read(item, state, subscription)).ToList();
        if (items.Count == 0) throw StripeFault.Missing("flow_data[subscription_update_confirm][items]");
        return new JsonArray(
            [.. items.Select(item => new JsonObject { ["id"] = item.Id, ["price"] = item.Price?.Id(), ["quantity"] = item.Quantity })]);
    }

    private static JsonObject AfterCompletion(Parameters? completion)
    {
        var type = completion?.OneOf("type", "portal_homepage", "redirect", "hosted_confirmation") ?? "portal_homepage";
        var redirect = completion?.Nested("redirect")?.Url("return_url");
        if (type == "redirect" && redirect is null) throw StripeFault.Missing("flow_data[after_completion][redirect][return_url]");
        var message = completion?.Nested("hosted_confirmation")?.Text("custom_message");
        return new JsonObject
        {
            ["type"] = type,
            ["redirect"] = redirect is null ? null : new JsonObject { ["return_url"] = redirect },
            ["hosted_confirmation"] = type == "hosted_confirmation" ? new JsonObject { ["custom_message"] = message } : null,
        };
    }
}
