using System.Collections.Frozen;
using System.Net;
using Stripe;
using Plan = Kipu.Contracts.Plan;

namespace Kipu.Payments;

/// <summary>
/// The plans as Stripe's prices, found by lookup key. What an account lacks is made on the way, so that a fresh one needs no set-up;
/// when a plan's price has changed, the key moves on to a new price, and running subscriptions keep theirs.
/// </summary>
internal sealed class StripeCatalog(StripeClient stripe)
{
    private const string Currency = "usd";

    private static readonly FrozenDictionary<string, Plan> PlansByKey =
        Contracts.Plans.All.Where(plan => plan.MonthlyPriceUsd > 0).ToFrozenDictionary(plan => KeyOf(plan.Plan), plan => plan.Plan);

    private static readonly FrozenDictionary<string, Plan> PlansByProduct =
        Contracts.Plans.All.Where(plan => plan.MonthlyPriceUsd > 0).ToFrozenDictionary(plan => ProductOf(plan.Plan), plan => plan.Plan);

    public static PlanPrice PriceOf(Plan plan) => new(Contracts.Plans.Of(plan).MonthlyPriceUsd * 100L, Currency);

    /// <summary>The plan that a price is for.</summary>
    /// <exception cref="InvalidOperationException">The price is none of ours: somebody has changed the subscription by hand.</exception>
    public static Plan PlanOf(Price price)
    {
        // A price whose key has moved on still names its plan in its metadata.
        if (price.LookupKey is { } key && PlansByKey.TryGetValue(key, out var plan)) return plan;
        if (price.Metadata.TryGetValue("plan", out var name) && Enum.TryParse(name, ignoreCase: true, out plan)) return plan;
        throw new InvalidOperationException($"The price {price.Id} belongs to no plan.");
    }

    /// <summary>The plan that an invoice was for: that of its dearest line, as what a change gives back is less than nothing.</summary>
    /// <returns>Null where the line's product is none of ours: its price was made by hand.</returns>
    public static Plan? PlanOf(Invoice invoice) =>
        invoice.Lines.MaxBy(line => line.Amount)?.Pricing?.PriceDetails?.Product is { } product
        && PlansByProduct.TryGetValue(product, out var plan)
            ? plan
            : null;

    public async Task<string> PriceIdOfAsync(Plan plan, CancellationToken cancellationToken)
    {
        var key = KeyOf(plan);
        var amount = PriceOf(plan).AmountMinor;
        var found = await stripe.V1.Prices.ListAsync(new PriceListOptions { LookupKeys = [key], Active = true }, cancellationToken: cancellationToken);
        if (found.FirstOrDefault(price => price.UnitAmount == amount && price.Currency == Currency) is { } existing) return existing.Id;

        var created = await stripe.V1.Prices.CreateAsync(
            new PriceCreateOptions
            {
                Product = await ProductIdOfAsync(plan, cancellationToken),
                Currency = Currency,
                UnitAmount = amount,
                LookupKey = key,
                TransferLookupKey = true,
                Recurring = new PriceRecurringOptions { Interval = "month" },
                Metadata = new() { ["plan"] = plan.ToString() },
            },
            new RequestOptions { IdempotencyKey = $"price:{key}:{amount}" },
            cancellationToken);
        return created.Id;
    }

    private async Task<string> ProductIdOfAsync(Plan plan, CancellationToken cancellationToken)
    {
        var id = ProductOf(plan);
        try
        {
            return (await stripe.V1.Products.GetAsync(id, cancellationToken: cancellationToken)).Id;
        }
        catch (StripeException exception) when (exception.HttpStatusCode == HttpStatusCode.NotFound)
        {
            var options = new ProductCreateOptions { Id = id, Name = $"Kipu {plan}", Metadata = new() { ["plan"] = plan.ToString() } };
            return (await stripe.V1.Products.CreateAsync(options, new RequestOptions { IdempotencyKey = $"product:{id}" }, cancellationToken)).Id;
        }
    }

    private static string ProductOf(Plan plan) => $"kipu_{plan.ToString().ToLowerInvariant()}";

    private static string KeyOf(Plan plan) => $"{ProductOf(plan)}_month_usd";
}
