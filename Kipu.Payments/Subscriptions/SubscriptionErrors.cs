namespace Kipu.Payments;

internal static class SubscriptionErrors
{
    public static readonly ApiError NoSubscription = new(409, "no_subscription",
        "The organization has no subscription. Buy a plan first.");
    public static readonly ApiError PlanUnchanged = new(409, "plan_unchanged", "The subscription is for this plan already.");
    public static readonly ApiError PaymentOverdue = new(409, "payment_overdue",
        "A payment is overdue. Settle it in the payment portal, then change the plan.");
    public static readonly ApiError SubscriptionEnding = new(409, "subscription_ending",
        "The subscription ends with its period. Resume it, then change the plan.");
    public static readonly ApiError DowngradeBelowUse = new(409, "downgrade_below_use",
        "The organization uses more than the plan allows; over names what to remove.");
    public static readonly ApiError NothingToResume = new(409, "nothing_to_resume", "The subscription is not about to end.");
    public static readonly ApiError CardDeclined = new(402, "card_declined",
        "The card was declined and nothing has changed. Change the card in the payment portal and try again.");
    public static readonly ApiError PortalUnavailable = new(409, "portal_unavailable",
        "The payment provider has no portal. Card and payments are in the payer's own account there.");
    public static readonly ApiError ProrationDateInvalid = new(400, "proration_date_invalid",
        "prorationDate must be that of a preview of the last hour. Ask for a new preview.");

    /// <summary>What any change of a subscription can be refused for.</summary>
    public static readonly ApiError[] OfCommands =
        [CommonErrors.ValidationFailed, NoSubscription, CommonErrors.RequestInProgress, CommonErrors.IdempotencyKeyReused];

    public static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult OverUse(Plan plan, IReadOnlyList<PlanExcess> over) =>
        DowngradeBelowUse.ToProblem(new Dictionary<string, object?> { ["plan"] = plan, ["over"] = over });
}
