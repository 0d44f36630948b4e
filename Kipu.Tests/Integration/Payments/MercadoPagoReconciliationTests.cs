using System.Net;
using System.Text.Json;
using Kipu.Payments;
using Kipu.Simulators;

namespace Kipu.Tests;

[Collection(MercadoPagoNotifications.Name)]
public sealed class MercadoPagoReconciliationTests(KipuSystem kipu)
{
    /// <summary>How much of its news gets lost of each subscription that is told of in disorder; of the last nothing is told at all.</summary>
    private static readonly double[] Losses = [0, 0.3, 0.6, 1];

    /// <summary>Four that every run plays, and one of its own, which a failure names.</summary>
    public static TheoryData<int> Seeds => [1, 2, 3, 4, Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Shuffled_doubled_and_partly_lost_notifications_of_a_whole_life_leave_the_books_that_orderly_ones_leave(int seed)
    {
        var life = LifeOf(new Random(seed));
        var orderly = await OpenUntoldAsync();
        await LiveInOrderAsync(orderly, life);
        var disorderly = await Task.WhenAll(Losses.Select(_ => OpenUntoldAsync()));

        await Task.WhenAll(disorderly.Select((subscriber, i) => LiveInDisorderAsync(subscriber, life, Losses[i], new Random(seed + i))));
        await new Operator(kipu).ReconcileAsync(Provider.MercadoPago);
        await orderly.SettleAsync();

        var expected = await BooksOfAsync(orderly);
        Assert.Equal($"seed {seed}: {await ShowPaymentsAsync(orderly)}", $"seed {seed}: {expected.Payments}");
        Assert.Equal(1, expected.Codes);
        foreach (var (subscriber, loss) in disorderly.Zip(Losses))
        {
            var books = await BooksOfAsync(subscriber);
            Assert.True(expected == books, $"Seed {seed}, {loss:P0} lost: {books} instead of {expected}");
            await subscriber.WaitForAsync(Plan.Free, OrganizationStatus.Active);
        }
    }

    /// <summary>
    /// Bought, paid for some months, upgraded and paid in the new plan; of the newest payment a part is given back, the first one, whose
    /// month is over, goes back whole; then cancelled.
    /// </summary>
    private static List<Func<MercadoPagoSubscriber, Task>> LifeOf(Random random)
    {
        var months = random.Next(3, 6);
        var (upgrade, part, whole) = (random.Next(months - 1), random.Next(months), random.Next(months));
        var pesos = 1000 * random.Next(1, 50);
        var life = new List<Func<MercadoPagoSubscriber, Task>>
        {
            async subscriber => Assert.Equal(HttpStatusCode.SeeOther, (await subscriber.AuthorizeAsync()).StatusCode),
        };
        for (var month = 0; month < months; month++)
        {
            life.Add(subscriber => subscriber.RenewAsync());
            if (month == part) life.Add(async subscriber => await subscriber.RefundAsync((await subscriber.PaymentsAsync())[0], pesos));
            if (month == whole) life.Add(async subscriber => await subscriber.RefundAsync((await subscriber.PaymentsAsync())[^1]));
            if (month == upgrade) life.Add(UpgradeAsync);
        }

        life.Add(subscriber => subscriber.ChangeAsync(new { status = "cancelled" }));
        return life;
    }

    private static Task UpgradeAsync(MercadoPagoSubscriber subscriber) => subscriber.ChangeAsync(
        new { reason = "Kipu Professional", auto_recurring = new { transaction_amount = 399_000, currency_id = "COP" } });

    /// <summary>Chooses a plan; of what comes then Mercado Pago tells nothing, and the test what it likes.</summary>
    private async Task<MercadoPagoSubscriber> OpenUntoldAsync()
    {
        var subscriber = await MercadoPagoSubscriber.OpenAsync(kipu);
        await subscriber.TroubleAsync(WebhookTrouble.Drop);
        return subscriber;
    }

    private static async Task LiveInOrderAsync(MercadoPagoSubscriber subscriber, List<Func<MercadoPagoSubscriber, Task>> life)
    {
        var told = 0;
        foreach (var step in life)
        {
            await step(subscriber);
            foreach (var notification in (await subscriber.NotificationsAsync())[told..])
            {
                await subscriber.DeliverAsync(notification);
                told++;
            }

            await subscriber.SettleAsync();
        }
    }

    /// <summary>Each notification comes up to three times or never, at once with others, and some only when life has gone on.</summary>
    private static async Task LiveInDisorderAsync(
        MercadoPagoSubscriber subscriber, List<Func<MercadoPagoSubscriber, Task>> life, double loss, Random random)
    {
        var (told, waiting) = (0, new List<Notification>());
        foreach (var step in life)
        {
            await step(subscriber);
            var notifications = await subscriber.NotificationsAsync();
            waiting.AddRange(notifications[told..].Where(_ => random.NextDouble() >= loss)
                .SelectMany(notification => Enumerable.Repeat(notification, random.Next(1, 4))));
            told = notifications.Count;
            var arriving = waiting.ToArray();
            random.Shuffle(arriving);
            waiting = [.. arriving.Skip(arriving.Length / 2)];
            await Task.WhenAll(arriving.Take(arriving.Length / 2).Select(subscriber.DeliverAsync));
        }

        await Task.WhenAll(waiting.Select(subscriber.DeliverAsync));
    }

    private static async Task<Books> BooksOfAsync(MercadoPagoSubscriber subscriber) => await subscriber.Till.QueryAsync(
        """
        select concat_ws(' ', s.plan, s.status, s.next_plan, s.cancel_at_period_end, s.falls_to_free),
               s.current_period_start = max(p.paid_at),
               string_agg(concat_ws(' ', p.kind, 'Kipu', p.plan, p.amount_minor / 100, p.refunded_minor / 100), ', ' order by p.id),
               (select count(*) from organization_codes o where o.checkout_id = s.checkout_id)
        from subscriptions s join payments p on p.subscription_id = s.id
        where s.provider_subscription_id = $1 group by s.id
        """,
        row => new Books(row.GetString(0), row.GetBoolean(1), row.GetString(2), row.GetInt64(3)), subscriber.Id);

    /// <summary>The payments as the books are to have them.</summary>
    private static async Task<string> ShowPaymentsAsync(MercadoPagoSubscriber subscriber) => string.Join(", ",
        (await subscriber.ShowPaymentsAsync()).AsEnumerable().Reverse().Select((payment, i) =>
            $"{(i == 0 ? PaymentKind.First : PaymentKind.Renewal)} {Text(payment, "description")} {Text(payment, "transaction_amount")} "
            + Text(payment, "transaction_amount_refunded")));

    private static string Text(JsonElement payment, string name) => payment.GetProperty(name).ToString();

    /// <summary>What the books say of a subscription.</summary>
    private sealed record Books(string Subscription, bool PeriodBeganWithLastPayment, string Payments, long Codes);
}
