using Stripe;

namespace Kipu.Tests;

/// <summary>Whatever is done to subscriptions in whatever order: the books of the simulated account balance.</summary>
public sealed class StripeLedgerTests : IAsyncLifetime
{
    private const int Steps = 40;
    private readonly long[] _amounts = [900, 2900, 3333, 9900, 19_999];
    private StripeSimulatorHost _stripe = null!;
    private Price[] _prices = null!;

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeSimulatorHost.StartAsync();
        _prices = await Task.WhenAll(_amounts.Select(amount => _stripe.CreatePriceAsync(amount)));
    }

    public async ValueTask DisposeAsync() => await _stripe.DisposeAsync();

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_books_balance_after_any_life(int seed)
    {
        var random = new Random(seed);
        var card = random.Next(3) == 0 ? "4000000000000341" : "4242424242424242";
        var subscription = await _stripe.SubscribeAsync($"2027-01-{random.Next(1, 32):D2}T{random.Next(24):D2}:17:05Z", card);
        var log = new List<string>();

        for (var step = 0; step < Steps && (await _stripe.ReadAsync(subscription)).Status != "canceled"; step++)
        {
            try
            {
                log.Add(await LiveAsync(subscription, random));
            }
            catch (StripeException refusal) when ((int)refusal.HttpStatusCode < 500)
            {
                log.Add($"refused: {refusal.StripeError.Message}");
            }

            await CheckAsync(subscription, string.Join('\n', log));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', log));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    private async Task<string> LiveAsync(ClockedSubscription subscription, Random random)
    {
        var now = await _stripe.ReadAsync(subscription, "latest_invoice");
        var item = now.Items.Data[0].Id;
        var price = _prices[random.Next(_prices.Length)];
        switch (random.Next(9))
        {
            case 0 or 1 or 2:
                var clock = await _stripe.Api.TestHelpers.TestClocks.GetAsync(subscription.Clock);
                var to = clock.FrozenTime.AddMinutes(random.Next(1, 40 * 24 * 60));
                await _stripe.AdvanceAsync(subscription.Clock, $"{to:yyyy-MM-ddTHH:mm:ss}Z");
                return $"advanced to {to:u}";
            case 3 or 4:
                var behavior = ((string[])["allow_incomplete", "pending_if_incomplete", "error_if_incomplete"])[random.Next(3)];
                var proration = ((string[])["always_invoice", "create_prorations", "none"])[behavior == "allow_incomplete"
                    ? random.Next(3)
                    : 0];
                await _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, new()
                {
                    Items = [new() { Id = item, Price = price.Id, Quantity = random.Next(1, 4) }],
                    ProrationBehavior = proration,
                    PaymentBehavior = behavior,
                });
                return $"changed to {price.UnitAmount}, {proration}, {behavior}";
            case 5:
                await _stripe.Api.Subscriptions.UpdateAsync(subscription.Id, new() { CancelAtPeriodEnd = random.Next(4) == 0 });
                return "asked about the end";
            case 6 when now.LatestInvoice?.Status == "open":
                await _stripe.PayAsync(now.LatestInvoice.HostedInvoiceUrl, expiry: "12/49");
                return "paid by hand";
            case 7:
                var schedule = await _stripe.Api.SubscriptionSchedules.CreateAsync(new() { FromSubscription = subscription.Id });
                var phase = schedule.Phases.Single();
                await _stripe.Api.SubscriptionSchedules.UpdateAsync(schedule.Id, new()
                {
                    Phases =
                    [
                        new() { StartDate = phase.StartDate, EndDate = phase.EndDate,
                            Items = [new() { Price = phase.Items[0].PriceId, Quantity = 1 }] },
                        new() { Items = [new() { Price = price.Id, Quantity = 1 }], Duration = new() { Interval = "month" } },
                    ],
                });
                return $"scheduled {price.UnitAmount}";
            case 8 when now.ScheduleId is not null:
                await _stripe.Api.SubscriptionSchedules.ReleaseAsync(now.ScheduleId);
                return "released";
            default:
                return "nothing";
        }
    }

    private async Task CheckAsync(ClockedSubscription subscription, string log)
    {
        var current = await _stripe.ReadAsync(subscription);
        var invoices = (await _stripe.Api.Invoices.ListAsync(new InvoiceListOptions { Subscription = subscription.Id, Limit = 100 })).Data;
        var balance = (await _stripe.Api.Customers.GetAsync(subscription.Customer)).Balance;
        var clock = (await _stripe.Api.TestHelpers.TestClocks.GetAsync(subscription.Clock)).FrozenTime;
        var taken = 0L;
        foreach (var invoice in invoices)
        {
            Assert.True(invoice.Subtotal == invoice.Lines.Data.Sum(line => line.Amount), log);
            Assert.True(invoice.Status == "void" || invoice.AmountDue == invoice.AmountPaid + invoice.AmountRemaining, log);
            if (invoice.Status is "draft" or "void") continue;
            Assert.True(invoice.Total + invoice.StartingBalance - invoice.EndingBalance == invoice.AmountDue, log);
            taken += invoice.EndingBalance!.Value - invoice.StartingBalance;
        }

        Assert.True(balance == taken, log);
        Assert.True(balance <= 0, log);
        if (current.Status is "active" or "past_due")
            Assert.True(current.Items.Data.All(entry => entry.CurrentPeriodStart <= clock && clock < entry.CurrentPeriodEnd), log);

        // Money that came in is what paid invoices say, and each period is billed once.
        var received = 0L;
        await foreach (var intent in _stripe.Api.PaymentIntents.ListAutoPagingAsync(
            new PaymentIntentListOptions { Customer = subscription.Customer, Limit = 100 }))
            received += intent.AmountReceived;
        Assert.True(received == invoices.Where(invoice => invoice.Status == "paid").Sum(invoice => invoice.AmountPaid), log);
        var periods = invoices.Where(invoice => invoice.Status != "void").SelectMany(invoice => invoice.Lines.Data)
            .Where(line => !line.Parent.SubscriptionItemDetails.Proration).Select(line => line.Period.Start).ToList();
        Assert.True(periods.Count == periods.Distinct().Count(), log);
    }
}
