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

    /// <summary>What else belongs to the error: decline_code, payment_intent, charge.</summary>
    public JsonObject? Details { get; init; }

    /// <summary>Whether it is the result of work, which an idempotency key then keeps.</summary>
    public bool IsKept => Status == 402 || Status >= 500;

    public JsonObject ToJson(string requestId)
    {
        var error = new JsonObject
        {
            ["type"] = type,
            ["message"] = Message,
            ["request_log_url"] = $"https://dashboard.stripe.com/test/logs/{requestId}"
        };
        if (Code is not null)
        {
            error["code"] = Code;
            error["doc_url"] = $"https://stripe.com/docs/error-codes/{Code.Replace('_', '-')}";
        }

        if (Param is not null) error["param"] = Param;
        foreach (var (name, value) in Details ?? []) error[name] = value?.DeepClone();
        return new JsonObject { ["error"] = error };
    }

    public static StripeFault Request(string message, string? param = null, string? code = null, int status = 400) =>
        new(status, "invalid_request_error", message) { Code = code, Param = param };

    /// <summary>A bank's no, with the payment it was said to.</summary>
    public static StripeFault Card(Decline decline, JsonObject? intent)
    {
        var details = new JsonObject { ["charge"] = intent?.Text("latest_charge"), ["advice_code"] = decline.Advice };
        if (decline.Code == "card_declined") details["decline_code"] = decline.DeclineCode;
        if (intent is not null) details["payment_intent"] = intent.DeepClone();
        return new StripeFault(402, "card_error", decline.Message) { Code = decline.Code, Details = details };
    }

    /// <summary>What Stripe says when it is in trouble, or asked too often.</summary>
    public static StripeFault Outage(int status) => status switch
    {
        429 => Request("Request rate limit exceeded.", code: "rate_limit", status: 429),
        409 => Request("This object cannot be accessed right now because another request is currently accessing it.", code: "lock_timeout",
            status: 409),
        >= 500 => new StripeFault(status, "api_error", "An unknown error occurred."),
        _ => Request("The request was refused.", status: status),
    };

    public static StripeFault Missing(string param) => Request($"Missing required param: {param}.", param, "parameter_missing");

    public static StripeFault Unknown(string param) => Request($"Received unknown parameter: {param}", param, "parameter_unknown");

    public static StripeFault NoSuch(string kind, string id, string param = "id", int status = 404) =>
        Request($"No such {kind}: '{id}'", param, "resource_missing", status);
}
