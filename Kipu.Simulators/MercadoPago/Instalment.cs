using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>One charge of a subscription (an authorized payment): scheduled, then tried until it is paid or given up.</summary>
internal sealed class Instalment
{
    public required long Id { get; init; }
    public required Preapproval Preapproval { get; init; }
    public required long Created { get; init; }
    public required long DebitDate { get; init; }
    public required long Amount { get; set; }
    public required string Reason { get; set; }
    public string Status { get; set; } = "scheduled";
    public long Modified { get; set; }
    public int Retries { get; set; }
    public long? NextTry { get; set; }
    public MercadoPagoPayment? Payment { get; set; }

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = "recurring",
        ["date_created"] = MercadoPagoTime.Text(Created),
        ["last_modified"] = MercadoPagoTime.Text(Modified),
        ["preapproval_id"] = Preapproval.Id,
        ["reason"] = Reason,
        ["external_reference"] = Preapproval.ExternalReference,
        ["currency_id"] = Preapproval.Currency,
        ["transaction_amount"] = Amount,
        ["debit_date"] = MercadoPagoTime.Text(DebitDate),
        ["next_retry_date"] = MercadoPagoTime.Text(NextTry),
        ["retry_attempt"] = Retries,
        ["status"] = Status,
        ["summarized"] = Status is "processed" ? "done" : "pending",
        ["payment"] = Payment is null
            ? null
            : new JsonObject { ["id"] = Payment.Id, ["status"] = Payment.Status, ["status_detail"] = Payment.Detail },
    };
}
