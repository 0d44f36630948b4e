namespace Kipu.Payments;

internal static class CheckoutErrors
{
    public static readonly ApiError PlanNotForSale = new(400, "plan_not_for_sale",
        "FREE costs nothing: sign up instead of buying it.");
    public static readonly ApiError UnknownProvider = new(400, "unknown_provider",
        "This payment provider is not available. Leave provider out, or send \"stripe\" or \"mercadopago\".");
    public static readonly ApiError UrlNotAllowed = new(400, "url_not_allowed",
        "successUrl and cancelUrl must be http or https addresses on a host that Checkout:AllowedHosts names.");
    public static readonly ApiError EmailRequired = new(400, "email_required",
        "This payment provider needs the payer's mail address: send email.");
    public static readonly ApiError EmailRefused = new(400, "email_refused",
        "The payment provider does not take this mail address. Correct it, or leave email out.");
    public static readonly ApiError SubscriptionExists = new(409, "subscription_exists",
        "The organization has a subscription. Change it instead of buying a second one.");
    public static readonly ApiError CheckoutPaid = new(409, "checkout_paid",
        "The organization's last checkout has just been completed. Wait for its result.");
    public static readonly ApiError CheckoutInProgress = new(409, "checkout_in_progress",
        "Another checkout of the organization is being opened. Try again in a moment.");
    public static readonly ApiError NotFound = new(404, "checkout_not_found",
        "There is no checkout of this session id.");
}
