using System.ComponentModel.DataAnnotations;

namespace Kipu.Payments;

/// <summary>Settings of section <c>Stripe</c>.</summary>
internal sealed class StripeOptions
{
    /// <summary>The secret key; its prefix says whether real money moves.</summary>
    [Required, RegularExpression("^(sk|rk)_(test|live)_\\S+$", ErrorMessage = "Stripe:ApiKey must be a secret or restricted key (sk_..., rk_...).")]
    public string ApiKey { get; set; } = "";

    /// <summary>The webhook endpoint's signing secret.</summary>
    [Required, RegularExpression("^whsec_\\S+$", ErrorMessage = "Stripe:WebhookSecret must be the endpoint's signing secret (whsec_...).")]
    public string WebhookSecret { get; set; } = "";

    /// <summary>Whether the pay page takes promotion codes. They are made at Stripe, which also keeps their rules.</summary>
    public bool PromotionCodes { get; set; } = true;

    /// <summary>Where the API is, when it isn't Stripe's own.</summary>
    [Url]
    public string? ApiBase { get; set; }
}
