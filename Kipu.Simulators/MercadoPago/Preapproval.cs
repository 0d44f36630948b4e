using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>A subscription: pending until a customer authorizes it with a card, then charged by itself.</summary>
internal sealed class Preapproval
{
    public required string Id { get; init; }
    public required long CollectorId { get; init; }
    public required long PayerId { get; init; }
    public required string PayerEmail { get; set; }
    public required string Reason { get; set; }
    public required string BackUrl { get; set; }
    public required string InitPoint { get; init; }
    public required long Created { get; init; }
    public required Frequency Frequency { get; init; }
    public Frequency? FreeTrial { get; init; }
    public required long Amount { get; set; }
    public required string Currency { get; init; }
    public string? ExternalReference { get; set; }
    public string Status { get; set; } = "pending";
    public long Modified { get; set; }

    /// <summary>Whose name is on the card, and so what its bank will say.</summary>
    public CardOutcome? Card { get; set; }

    /// <summary>The first charge; the others are counted from it.</summary>
    public long Anchor { get; set; }
    public int Periods { get; set; }
    public long? NextPayment { get; set; }
    public int Charged { get; set; }
    public long ChargedAmount { get; set; }
    public long? LastCharged { get; set; }
    public long? LastAmount { get; set; }

    /// <summary>Instalments in a row of which no attempt was paid.</summary>
    public int Unpaid { get; set; }

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["payer_id"] = PayerId,
        ["payer_email"] = "",
        ["back_url"] = BackUrl,
        ["collector_id"] = CollectorId,
        ["application_id"] = MercadoPagoState.ApplicationId,
        ["status"] = Status,
        ["reason"] = Reason,
        ["external_reference"] = ExternalReference,
        ["date_created"] = MercadoPagoTime.Text(Created),
        ["last_modified"] = MercadoPagoTime.Text(Modified),
        ["init_point"] = InitPoint,
        ["auto_recurring"] = new JsonObject
        {
            ["frequency"] = Frequency.Count,
            ["frequency_type"] = Frequency.Type,
            ["transaction_amount"] = Amount,
            ["currency_id"] = Currency,
            ["free_trial"] = FreeTrial is null
                ? null
                : new JsonObject { ["frequency"] = FreeTrial.Count, ["frequency_type"] = FreeTrial.Type },
        },
        ["summarized"] = new JsonObject
        {
            ["quotas"] = null,
            ["charged_quantity"] = Charged,
            ["pending_charge_quantity"] = null,
            ["charged_amount"] = ChargedAmount,
            ["pending_charge_amount"] = null,
            ["semaphore"] = Charged == 0 ? null : Unpaid == 0 ? "green" : Unpaid == 1 ? "yellow" : "red",
            ["last_charged_date"] = MercadoPagoTime.Text(LastCharged),
            ["last_charged_amount"] = LastAmount,
        },
        ["next_payment_date"] = MercadoPagoTime.Text(NextPayment),
        ["payment_method_id"] = Card is null ? null : "visa",
        ["first_invoice_offset"] = null,
    };
}

/// <summary>How often something is charged, or how long it is free.</summary>
internal sealed record Frequency(int Count, string Type)
{
    public long After(long start, int periods)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(start);
        return (Type == "days" ? at.AddDays(Count * periods) : at.AddMonths(Count * periods)).ToUnixTimeSeconds();
    }
}
