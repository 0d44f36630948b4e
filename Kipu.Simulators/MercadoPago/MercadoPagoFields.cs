using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Reads what was sent, as strictly as Mercado Pago does.</summary>
internal static class MercadoPagoFields
{
    public const string Currency = "COP";

    public static string? TextOrNull(this JsonObject body, string name)
    {
        if (body[name] is null) return null;
        return body[name] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw MercadoPagoFault.Bad($"{name} must be a string");
    }

    public static string Required(this JsonObject body, string name) =>
        body.TextOrNull(name) is { Length: > 0 } text ? text : throw MercadoPagoFault.Bad($"{name} is required");

    public static string RequiredUrl(this JsonObject body, string name) =>
        Uri.TryCreate(body.Required(name), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url.OriginalString
            : throw MercadoPagoFault.Bad($"Invalid value for {name}, must be a valid URL");

    public static string RequiredEmail(this JsonObject body, string name) =>
        body.Required(name) is var email && PayForm.IsEmail(email) ? email : throw MercadoPagoFault.Bad($"Invalid value for {name}");

    public static JsonObject RequiredObject(this JsonObject body, string name) =>
        body[name] as JsonObject ?? throw MercadoPagoFault.Bad($"{name} is required");

    /// <summary>Colombian pesos have no fraction here, although the standard gives them two decimals.</summary>
    public static long Amount(this JsonObject body, string name)
    {
        if (body[name] is not JsonValue value || !value.TryGetValue<decimal>(out var amount) || amount <= 0)
            throw MercadoPagoFault.Bad($"Invalid value for {name}");
        return amount == decimal.Truncate(amount)
            ? (long)amount
            : throw MercadoPagoFault.Bad($"{name} must have no decimals in {Currency}");
    }

    public static void CheckCurrency(this JsonObject body)
    {
        if (body.Required("currency_id") != Currency) throw MercadoPagoFault.Bad("Invalid value for currency_id");
    }

    public static Frequency Frequency(this JsonObject body)
    {
        if (body["frequency"] is not JsonValue value || !value.TryGetValue<int>(out var count) || count <= 0)
            throw MercadoPagoFault.Bad("Invalid value for frequency");
        return body.Required("frequency_type") is "days" or "months"
            ? new(count, body.Required("frequency_type"))
            : throw MercadoPagoFault.Bad("Invalid value for frequency_type");
    }
}
