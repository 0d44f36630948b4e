using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Payments and what goes back of them.</summary>
internal static class PaymentCalls
{
    public static object Account(MercadoPagoCall call) => new JsonObject
    {
        ["id"] = MercadoPagoState.CollectorId,
        ["nickname"] = "KIPU",
        ["site_id"] = "MCO",
        ["country_id"] = "CO",
    };

    public static object Get(MercadoPagoCall call) => Find(call).ToJson();

    public static object Search(MercadoPagoCall call)
    {
        var (begin, end) = (BoundOf(call, "begin_date"), BoundOf(call, "end_date"));
        return SearchAnswer.Of(call, call.State.Payments.Values
            .Where(item => call.Query("external_reference") is not { } reference || item.ExternalReference == reference)
            .Where(item => call.Query("status") is not { } status || item.Status == status)
            .Where(item => call.Query("range") is not { } range || (DateOf(item, range) is { } at && at >= begin && at <= end))
            .OrderByDescending(item => item.Id)
            .Select(item => item.ToJson()));
    }

    public static object Refunds(MercadoPagoCall call) => new JsonArray([.. Find(call).Refunds.Select(refund => refund.ToJson())]);

    public static object Refund(MercadoPagoCall call) => Collecting.Refund(
        call.State, Find(call), call.Body["amount"] is null ? null : call.Body.Amount("amount")).ToJson();

    private static MercadoPagoPayment Find(MercadoPagoCall call) =>
        call.NumberOf("id") is { } id && call.State.Payments.TryGetValue(id, out var payment)
            ? payment
            : throw MercadoPagoFault.NotFound("Payment", call.Route("id"));

    private static long? DateOf(MercadoPagoPayment payment, string range) => range switch
    {
        "date_created" => payment.Created,
        "date_approved" => payment.Approved,
        "date_last_updated" => payment.Modified,
        _ => throw MercadoPagoFault.Bad("Invalid value for range"),
    };

    /// <summary>A time, or NOW with so many days before it: <c>NOW-7DAYS</c>.</summary>
    private static long BoundOf(MercadoPagoCall call, string name)
    {
        if (call.Query(name) is not { } text) return name == "begin_date" ? long.MinValue : long.MaxValue;
        if (text == "NOW") return call.State.Clock.Account;
        if (text.StartsWith("NOW-", StringComparison.Ordinal) && text.EndsWith("DAYS", StringComparison.Ordinal)
            && int.TryParse(text[4..^4], NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return call.State.Clock.Account - (days * 86_400L);
        return MercadoPagoTime.Read(text) ?? throw MercadoPagoFault.Bad($"Invalid value for {name}");
    }
}
