using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Where events are sent to.</summary>
internal static class WebhookEndpoints
{
    public const string Kind = "webhook_endpoint";

    public static JsonObject Create(StripeCall call)
    {
        var parameters = call.Parameters;
        var endpoint = New(call.State, parameters.Url("url") ?? throw StripeFault.Missing("url"), parameters.Texts("enabled_events"));
        endpoint["description"] = parameters.Text("description");
        parameters.ApplyMetadata(endpoint);
        var version = parameters.Text("api_version");
        parameters.End();
        if (endpoint["enabled_events"]!.AsArray().Count == 0) throw StripeFault.Missing("enabled_events");
        if (version is not null && version != StripeState.ApiVersion)
            throw StripeFault.Request($"This simulator renders events of {StripeState.ApiVersion} only.", "api_version");

        // The secret is told once, in this answer.
        var secret = StripeState.NewId("whsec");
        call.State.Add(endpoint);
        call.State.KeepSecret(endpoint, secret);
        var answer = (JsonObject)endpoint.DeepClone();
        answer["secret"] = secret;
        return answer;
    }

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    public static JsonObject List(StripeCall call) => call.Page(call.State.All(Kind));

    public static JsonObject Change(StripeCall call)
    {
        var (parameters, endpoint) = (call.Parameters, call.State.Get(Kind, call.Id));
        var url = parameters.Url("url");
        var events = parameters.Texts("enabled_events");
        var disabled = parameters.Flag("disabled");
        var described = parameters.Has("description");
        var description = parameters.Text("description");
        var metadata = (JsonObject)endpoint.DeepClone();
        parameters.ApplyMetadata(metadata);
        parameters.End();

        if (url is not null) endpoint["url"] = url;
        if (events.Count > 0) endpoint["enabled_events"] = ToArray(events);
        if (disabled is not null) endpoint["status"] = disabled.Value ? "disabled" : "enabled";
        if (described) endpoint["description"] = description;
        endpoint["metadata"] = metadata["metadata"]!.DeepClone();
        return endpoint;
    }

    public static JsonObject Delete(StripeCall call)
    {
        var endpoint = call.State.Get(Kind, call.Id);
        call.Parameters.End();
        call.State.Remove(endpoint);
        return new JsonObject { ["id"] = call.Id, ["object"] = Kind, ["deleted"] = true };
    }

    public static JsonObject New(StripeState state, string url, IEnumerable<string> events) => new()
    {
        ["id"] = StripeState.NewId("we"),
        ["object"] = Kind,
        ["api_version"] = StripeState.ApiVersion,
        ["application"] = null,
        ["created"] = state.Now,
        ["description"] = null,
        ["enabled_events"] = ToArray(events),
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["status"] = "enabled",
        ["url"] = url,
    };

    /// <summary>Whether an endpoint wants events of a type.</summary>
    public static bool Wants(JsonObject endpoint, string type) =>
        (string)endpoint["status"]! == "enabled"
        && endpoint["enabled_events"]!.AsArray().Any(wanted => (string)wanted! == "*" || (string)wanted! == type);

    private static JsonArray ToArray(IEnumerable<string> events) => new([.. events.Select(type => JsonValue.Create(type))]);
}
