using System.ComponentModel.DataAnnotations;

namespace Kipu.Payments;

/// <summary>Settings of section <c>MercadoPago</c>. Without an access token it is not offered.</summary>
internal sealed class MercadoPagoOptions : IValidatableObject
{
    /// <summary>The access token; whether real money moves is up to the account that it is of.</summary>
    [RegularExpression("^(TEST|APP_USR)-\\S+$", ErrorMessage = "MercadoPago:AccessToken must be an access token (TEST-..., APP_USR-...).")]
    public string? AccessToken { get; set; }

    /// <summary>The secret that signs the application's notifications.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>The account that is to be paid; what belongs to another is refused. Not compared when absent.</summary>
    public long? CollectorId { get; set; }

    /// <summary>What a month of each plan costs, in whole Colombian pesos.</summary>
    public Dictionary<Plan, long> Prices { get; } = new()
    {
        [Plan.Starter] = 119_000,
        [Plan.Professional] = 399_000,
        [Plan.Enterprise] = 1_199_000,
    };

    /// <summary>Where the API is.</summary>
    [Required, Url]
    public string ApiBase { get; set; } = "https://api.mercadopago.com";

    public bool IsConfigured => !string.IsNullOrEmpty(AccessToken);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured) yield break;
        if (string.IsNullOrWhiteSpace(WebhookSecret)) yield return new("MercadoPago:WebhookSecret is needed beside the access token.");
        foreach (var plan in Plans.All.Where(plan => plan.MonthlyPriceUsd > 0))
        {
            if (Prices.GetValueOrDefault(plan.Plan) <= 0)
                yield return new($"MercadoPago:Prices:{plan.Plan} must be a price in whole Colombian pesos.");
        }
    }
}
