using System.Globalization;
using System.Runtime.CompilerServices;

namespace Kipu.Payments;

/// <summary>What changes at Mercado Pago when an organization changes its mind, and what has changed there by itself.</summary>
internal sealed partial class MercadoPagoProvider
{
    /// <remarks>A month that has begun is never recalculated: at once, a change costs nothing.</remarks>
    public async Task<ChangePrice?> PreviewChangeAsync(PlanChange change, CancellationToken cancellationToken) =>
        await FindAsync(change.SubscriptionId, cancellationToken) is null ? null : new ChangePrice(0, MercadoPagoMoney.Currency, []);

    public async Task<ChangeAnswer?> ChangePlanAsync(PlanChange change, CancellationToken cancellationToken)
    {
        if (await FindAsync(change.SubscriptionId, cancellationToken) is not { Status: not "cancelled" } before) return null;
        var price = MercadoPagoMoney.ToPesos(PriceOf(change.Plan).AmountMinor);
        var result = ChangeResult.Unchanged;
        if (before.Reason != ReasonOf(change.Plan))
        {
            var recurring = new { transaction_amount = price, currency_id = MercadoPagoMoney.WireCurrency };
            before = await ChangeAsync(
                before.Id, new { reason = ReasonOf(change.Plan), auto_recurring = recurring }, change.Key, cancellationToken);
            result = ChangeResult.WithNextPayment;
        }

        return new ChangeAnswer(result, await SnapshotAsync(before, cancellationToken), null);
    }

    public async Task<SubscriptionSnapshot?> CancelAsync(
        string subscriptionId, bool atPeriodEnd, string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(subscriptionId, cancellationToken) is not { } preapproval) return null;
        var wanted = atPeriodEnd ? "paused" : "cancelled";
        if (preapproval.Status != "cancelled" && preapproval.Status != wanted)
            preapproval = await ChangeAsync(subscriptionId, new { status = wanted }, key, cancellationToken);
        return await SnapshotAsync(preapproval, cancellationToken);
    }

    public async Task<SubscriptionSnapshot?> ResumeAsync(string subscriptionId, string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(subscriptionId, cancellationToken) is not { } preapproval) return null;
        if (preapproval.Status == "paused")
            preapproval = await ChangeAsync(subscriptionId, new { status = "authorized" }, key, cancellationToken);
        return await SnapshotAsync(preapproval, cancellationToken);
    }

    public async Task RefundAsync(string paymentKey, string key, CancellationToken cancellationToken)
    {
        var payment = await api.FindAsync<MercadoPagoPayment>($"/v1/payments/{paymentKey}", cancellationToken);
        if (payment is { Status: "approved" })
            await api.SendAsync<MercadoPagoRefund>(HttpMethod.Post, $"/v1/payments/{paymentKey}/refunds", new { }, key, cancellationToken);
    }

    public async IAsyncEnumerable<ProviderChange> ListChangedAsync(
        DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var begin = Uri.EscapeDataString(since.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
        var payments = $"/v1/payments/search?range=date_last_updated&begin_date={begin}&end_date=NOW&sort=date_last_updated&criteria=desc";
        await foreach (var payment in api.SearchAsync<MercadoPagoPayment>(payments, cancellationToken))
        {
            if (Guid.TryParse(payment.ExternalReference, out _) && IsOurs(payment.CollectorId))
                yield return new(SyncKind.Charge, payment.Id, payment.DateLastUpdated);
        }

        const string preapprovals = "/preapproval/search?sort=last_modified:desc";
        await foreach (var preapproval in api.SearchAsync<MercadoPagoPreapproval>(preapprovals, cancellationToken))
        {
            if (preapproval.LastModified < since) yield break;
            if (Guid.TryParse(preapproval.ExternalReference, out _) && IsOurs(preapproval.CollectorId))
                yield return new(SyncKind.Subscription, preapproval.Id, preapproval.LastModified);
        }
    }
}
