using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>A file that was uploaded whole.</summary>
internal sealed record GeminiStoredFile(
    string Id, string Path, string? DisplayName, string MimeType, long SizeBytes, string Sha256, DateTimeOffset CreatedAt, DateTimeOffset ActiveAt, bool Failed)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    public string Name => $"files/{Id}";

    public DateTimeOffset ExpiresAt => CreatedAt + Lifetime;

    public string State(DateTimeOffset now) => now < ActiveAt ? "PROCESSING" : Failed ? "FAILED" : "ACTIVE";

    public JsonObject ToJson(string host, string version, DateTimeOffset now)
    {
        var json = new JsonObject
        {
            ["name"] = Name,
            ["mimeType"] = MimeType,
            ["sizeBytes"] = SizeBytes.ToString(CultureInfo.InvariantCulture),
            ["createTime"] = Time(CreatedAt),
            ["updateTime"] = Time(CreatedAt),
            ["expirationTime"] = Time(ExpiresAt),
            ["sha256Hash"] = Sha256,
            // An identifier more than an address; the official client takes names out of https ones only.
            ["uri"] = $"https://{host}/{version}/{Name}",
            ["state"] = State(now),
            ["source"] = "UPLOADED",
        };
        if (DisplayName is not null) json["displayName"] = DisplayName;
        if (State(now) is "FAILED") json["error"] = new JsonObject { ["code"] = 3, ["message"] = "The file could not be processed." };
        return json;
    }

    private static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
}
