using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>An attempt to take money: approved, rejected or waiting for the bank; later perhaps refunded or contested.</summary>
internal sealed class MercadoPagoPayment
{
    public required long Id { get; init; }
    public required long CollectorId { get; init; }
    public required string Description { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required string PayerEmail { get; init; }
    public required long PayerId { get; init; }
    public required long Created { get; init; }
    public required string Status { get; set; }
    public required string Detail { get; set; }
    public string? ExternalReference { get; init; }
    public Preapproval? Preapproval { get; init; }
    public long Modified { get; set; }
    public long? Approved { get; set; }
    public List<MercadoPagoRefund> Refunds { get; } = [];
    public long Refunded => Refunds.Sum(refund => refund.Amount);

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["date_created"] = MercadoPagoTime.Text(Created),
        ["date_approved"] = MercadoPagoTime.Text(Approved),
        ["date_last_updated"] = MercadoPagoTime.Text(Modified),
        ["money_release_date"] = null,
        ["operation_type"] = Preapproval is null ? "regular_payment" : "recurring_payment",
        ["payment_method_id"] = "visa",
        ["payment_type_id"] = "credit_card",
        ["status"] = Status,
        ["status_detail"] = Detail,
        ["currency_id"] = Currency,
        ["description"] = Description,
        ["live_mode"] = false,
        ["collector_id"] = CollectorId,
        ["payer"] = new JsonObject { ["id"] = PayerId.ToString(System.Globalization.CultureInfo.InvariantCulture), ["email"] = PayerEmail },
        ["metadata"] = Preapproval is null ? [] : new JsonObject { ["preapproval_id"] = Preapproval.Id },
        ["external_reference"] = ExternalReference,
        ["transaction_amount"] = Amount,
        ["transaction_amount_refunded"] = Refunded,
        ["installments"] = 1,
        ["captured"] = true,
        ["refunds"] = new JsonArray([.. Refunds.Select(refund => refund.ToJson())]),
        ["point_of_interaction"] = Preapproval is null
            ? new JsonObject { ["type"] = "CHECKOUT" }
            : new JsonObject { ["type"] = "SUBSCRIPTIONS", ["transaction_data"] = new JsonObject { ["subscription_id"] = Preapproval.Id } },
    };
}

/// <summary>Money that went back of a payment.</summary>
internal sealed record MercadoPagoRefund(long Id, long PaymentId, long Amount, long Created)
{
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["payment_id"] = PaymentId,
        ["amount"] = Amount,
        ["status"] = "approved",
        ["refund_mode"] = "standard",
        ["date_created"] = MercadoPagoTime.Text(Created),
        ["source"] = new JsonObject { ["name"] = "Kipu", ["type"] = "collector" },
    };
}
