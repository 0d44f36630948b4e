using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Payments;

internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/payments/plans", List).WithTags("Payments").AllowPublic("Plans and prices are for everybody to see.");

    /// <summary>Lists the plans with their prices and limits.</summary>
    public static Ok<PlanList> List(PaymentProviders providers)
    {
        var mercadoPago = providers.Find(Provider.MercadoPago);
        return TypedResults.Ok(new PlanList([.. Kipu.Contracts.Plans.All.Select(plan => new PlanInfo(
            plan.Plan, plan.Plan.ToString(), plan.MonthlyPriceUsd, PesosOf(plan), plan.MaxUsers, plan.MaxRecordings, plan.MaxStorageBytes,
            plan.MaxVoiceSessions))]));

        long? PesosOf(PlanLimits plan) => mercadoPago is not null && plan.MonthlyPriceUsd > 0
            ? MercadoPagoMoney.ToPesos(mercadoPago.PriceOf(plan.Plan).AmountMinor)
            : null;
    }
}
