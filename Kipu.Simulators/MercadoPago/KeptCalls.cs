using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Plans and one-off preferences: checked, kept as they were sent, and answered with an id.</summary>
internal static class KeptCalls
{
    public static object CreatePlan(MercadoPagoCall call)
    {
        CheckPlan(call.Body);
        return Keep(call, call.State.Plans, plan =>
        {
            plan["status"] = "active";
            plan["collector_id"] = MercadoPagoState.CollectorId;
            plan["application_id"] = MercadoPagoState.ApplicationId;
            plan["init_point"] = $"{call.BaseUrl}/subscriptions/checkout?preapproval_plan_id={plan.Id()}";
        });
    }

    public static object GetPlan(MercadoPagoCall call) => Find(call, call.State.Plans, "Plan");

    public static object ChangePlan(MercadoPagoCall call)
    {
        var plan = Find(call, call.State.Plans, "Plan");
        var changed = (JsonObject)plan.DeepClone();
        foreach (var (name, value) in call.Body.Where(field => field.Key != "id")) changed[name] = value?.DeepClone();
        CheckPlan(changed);
        changed["last_modified"] = MercadoPagoTime.Text(call.State.Clock.Now);
        return call.State.Plans[plan.Id()] = changed;
    }

    public static object SearchPlans(MercadoPagoCall call) => SearchAnswer.Of(call, call.State.Plans.Values
        .Where(plan => call.Query("status") is not { } status || plan.Text("status") == status).Reverse());

    public static object CreatePreference(MercadoPagoCall call)
    {
        if (call.Body["items"] is not JsonArray { Count: > 0 } items) throw MercadoPagoFault.Bad("items needed");
        foreach (var item in items)
        {
            if (item is not JsonObject entry) throw MercadoPagoFault.Bad("items needed");
            entry.Required("title");
            entry.Amount("unit_price");
            entry.Amount("quantity");
        }

        return Keep(call, call.State.Preferences, preference =>
        {
            preference["collector_id"] = MercadoPagoState.CollectorId;
            var url = $"{call.BaseUrl}{PreferencePage.PathOf(preference.Id())}";
            preference["init_point"] = url;
            preference["sandbox_init_point"] = url;
        });
    }

    public static object GetPreference(MercadoPagoCall call) => Find(call, call.State.Preferences, "Preference");

    private static void CheckPlan(JsonObject plan)
    {
        plan.Required("reason");
        plan.RequiredUrl("back_url");
        var recurring = plan.RequiredObject("auto_recurring");
        recurring.CheckCurrency();
        recurring.Frequency();
        recurring.Amount("transaction_amount");
    }

    private static JsonObject Keep(MercadoPagoCall call, Dictionary<string, JsonObject> shelf, Action<JsonObject> complete)
    {
        var kept = (JsonObject)call.Body.DeepClone();
        kept["id"] = MercadoPagoState.NewId();
        kept["date_created"] = MercadoPagoTime.Text(call.State.Clock.Now);
        kept["last_modified"] = MercadoPagoTime.Text(call.State.Clock.Now);
        complete(kept);
        shelf.Add(kept.Id(), kept);
        return kept;
    }

    private static JsonObject Find(MercadoPagoCall call, Dictionary<string, JsonObject> shelf, string what) =>
        shelf.TryGetValue(call.Route("id"), out var found) ? found : throw MercadoPagoFault.NotFound(what, call.Route("id"));
}
