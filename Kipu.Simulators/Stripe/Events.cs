using System.Text.Json.Nodes;

namespace Kipu.Simulators;

internal static class Events
{
    public const string Kind = "event";

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    public static JsonObject List(StripeCall call)
    {
        var parameters = call.Parameters;
        var type = parameters.Text("type");
        var types = parameters.Texts("types");
        var delivered = parameters.Flag("delivery_success");
        var created = parameters.Range("created");
        return call.Page(call.State.All(Kind).Where(item =>
            (type is null || (string?)item["type"] == type)
            && (types.Count == 0 || types.Contains((string)item["type"]!))
            && (delivered is null || ((long)item["pending_webhooks"]! == 0) == delivered)
            && created(item)));
    }
}
