using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>A refusal in Mercado Pago's form.</summary>
internal sealed class MercadoPagoFault(int status, string error, string message) : Exception(message)
{
    public int Status => status;

    public static MercadoPagoFault Bad(string message) => new(400, "bad_request", message);

    public static MercadoPagoFault NotFound(string what, string id) => new(404, "not_found", $"{what} with id {id} not found");

    public JsonObject ToJson() => new()
    {
        ["message"] = Message,
        ["error"] = error,
        ["status"] = status,
        ["cause"] = new JsonArray(new JsonObject { ["code"] = status, ["description"] = Message }),
    };
}
