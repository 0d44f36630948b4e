using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// What the API answers instead of a result. An exception, because most are found while nested parameters are read;
/// <see cref="StripeApi"/> turns it into Stripe's error object.
/// </summary>
internal sealed class StripeFault(int status, string type, string message) : Exception(message)
{
    public int Status { get; } = status;
    public string? Code { get; init; }
    public string? Param { get; init; }

    public JsonObject ToJson(string requestId)
    {
        var error = new JsonObject { ["type"] = type, ["message"] = Message, ["request_log_url"] = $"https://dashboard.stripe.com/test/logs/{requestId}" };
        if (Code is not null)
        {
            error["code"] = Code;
            error["doc_url"] = $"https://stripe.com/docs/error-codes/{Code.Replace('_', '-')}";
        }

        if (Param is not null) error["param"] = Param;
        return new JsonObject { ["error"] = error };
    }

    public static StripeFault Request(string message, string? param = null, string? code = null, int status = 400) =>
        new(status, "invalid_request_error", message) { Code = code, Param = param };

    public static StripeFault Missing(string param) => Request($"Missing required param: {param}.", param, "parameter_missing");

    public static StripeFault Unknown(string param) => Request($"Received unknown parameter: {param}", param, "parameter_unknown");

    public static StripeFault NoSuch(string kind, string id, string param = "id", int status = 404) =>
        Request($"No such {kind}: '{id}'", param, "resource_missing", status);
}
