using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// What the API answers instead of a result. An exception, because most are found deep in a request's JSON;
/// <see cref="GeminiApi"/> turns it into Google's error object.
/// </summary>
internal sealed class GeminiRefusal(int code, string status, string message, params JsonNode[] details) : Exception(message)
{
    public int Code { get; } = code;

    public static GeminiRefusal Invalid(string message) => new(400, "INVALID_ARGUMENT", message);

    public static GeminiRefusal BadKey() => new(
        400,
        "INVALID_ARGUMENT",
        "API key not valid. Please pass a valid API key.",
        new JsonObject
        {
            ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo",
            ["reason"] = "API_KEY_INVALID",
            ["domain"] = "googleapis.com",
            ["metadata"] = new JsonObject { ["service"] = "generativelanguage.googleapis.com" },
        });

    public static GeminiRefusal Forbidden(string message) => new(403, "PERMISSION_DENIED", message);

    public static GeminiRefusal NoModel(string model, string version, string method) => new(
        404, "NOT_FOUND", $"models/{model} is not found for API version {version}, or is not supported for {method}.");

    public static GeminiRefusal NoFile(string name) =>
        Forbidden($"You do not have permission to access the File {name} or it may not exist.");

    public static GeminiRefusal PerMinute(string retryDelay) => new(
        429,
        "RESOURCE_EXHAUSTED",
        "You exceeded your current quota, please check your plan and billing details.",
        Quota("GenerateRequestsPerMinutePerProjectPerModel-FreeTier"),
        new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.RetryInfo", ["retryDelay"] = retryDelay });

    public static GeminiRefusal PerDay() => new(
        429,
        "RESOURCE_EXHAUSTED",
        "You exceeded your current quota, please check your plan and billing details.",
        Quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier"));

    public JsonObject ToJson()
    {
        var error = new JsonObject { ["code"] = Code, ["message"] = Message, ["status"] = status };
        if (details.Length > 0) error["details"] = new JsonArray([.. details.Select(detail => detail.DeepClone())]);
        return new() { ["error"] = error };
    }

    private static JsonObject Quota(string quotaId) => new()
    {
        ["@type"] = "type.googleapis.com/google.rpc.QuotaFailure",
        ["violations"] = new JsonArray(new JsonObject
        {
            ["quotaMetric"] = "generativelanguage.googleapis.com/generate_content_free_tier_requests",
            ["quotaId"] = quotaId,
            ["quotaValue"] = "20",
        }),
    };
}
