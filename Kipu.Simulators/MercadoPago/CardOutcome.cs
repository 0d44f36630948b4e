namespace Kipu.Simulators;

/// <summary>What a card's bank says, chosen by the name on it, as with Mercado Pago's own test cards.</summary>
internal sealed record CardOutcome(string Name, string Status, string Detail, string Meaning)
{
    public static readonly IReadOnlyList<CardOutcome> All =
    [
        new("APRO", "approved", "accredited", "Approved"),
        new("CONT", "in_process", "pending_contingency", "Pending: the bank answers later"),
        new("OTHE", "rejected", "cc_rejected_other_reason", "Declined"),
        new("FUND", "rejected", "cc_rejected_insufficient_amount", "Declined: not enough money"),
        new("CALL", "rejected", "cc_rejected_call_for_authorize", "Declined: the bank wants to be called"),
        new("SECU", "rejected", "cc_rejected_bad_filled_security_code", "Declined: wrong security code"),
        new("EXPI", "rejected", "cc_rejected_bad_filled_date", "Declined: wrong expiration date"),
        new("FORM", "rejected", "cc_rejected_bad_filled_other", "Declined: something is filled in wrong"),
        new("LOCK", "rejected", "cc_rejected_card_disabled", "Declined: the card is disabled"),
        new("DUPL", "rejected", "cc_rejected_duplicated_payment", "Declined: paid already"),
    ];

    public bool IsApproved => Status == "approved";

    public bool IsRejected => Status == "rejected";

    /// <summary>By the first word of the name, whatever its case.</summary>
    public static CardOutcome? Find(string? holder) => holder?.Trim().Split(' ')[0] is { Length: > 0 } name
        ? All.FirstOrDefault(outcome => outcome.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        : null;
}
