using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kipu.Payments;

/// <summary>A subscription, as far as we read it.</summary>
internal sealed record MercadoPagoPreapproval(
    string Id, string Status, string? Reason, string? ExternalReference, long? CollectorId, long? PayerId, string InitPoint,
    DateTimeOffset DateCreated, DateTimeOffset? LastModified, DateTimeOffset? NextPaymentDate, MercadoPagoRecurrence AutoRecurring);

internal sealed record MercadoPagoRecurrence(int Frequency, string FrequencyType, decimal TransactionAmount, string CurrencyId)
{
    public DateTimeOffset After(DateTimeOffset start) =>
        FrequencyType == "days" ? start.AddDays(Frequency) : start.AddMonths(Frequency);
}

/// <summary>One charge of a subscription; Mercado Pago calls it an authorized payment.</summary>
internal sealed record MercadoPagoInstalment(
    [property: JsonConverter(typeof(TextOrNumber))] string Id, string PreapprovalId, string Status, DateTimeOffset DebitDate,
    string? Reason, decimal TransactionAmount, string CurrencyId, MercadoPagoInstalmentPayment? Payment);

internal sealed record MercadoPagoInstalmentPayment([property: JsonConverter(typeof(TextOrNumber))] string? Id, string? Status);

/// <summary>An attempt to take money.</summary>
internal sealed record MercadoPagoPayment(
    [property: JsonConverter(typeof(TextOrNumber))] string Id, string Status, string? StatusDetail, long? CollectorId,
    string? ExternalReference, decimal TransactionAmount, decimal? TransactionAmountRefunded, string CurrencyId, DateTimeOffset DateCreated,
    DateTimeOffset? DateApproved, DateTimeOffset? DateLastUpdated);

internal sealed record MercadoPagoRefund([property: JsonConverter(typeof(TextOrNumber))] string Id, string? Status);

internal sealed record MercadoPagoPage<T>(MercadoPagoPaging Paging, IReadOnlyList<T> Results);

internal sealed record MercadoPagoPaging(int Total);

/// <summary>Ids are numbers in one answer and texts in another.</summary>
internal sealed class TextOrNumber : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetInt64().ToString(CultureInfo.InvariantCulture) : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Times come with an offset that says nothing; the database wants them without.</summary>
internal sealed class UtcTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
