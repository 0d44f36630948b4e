namespace Kipu.Payments;

/// <summary>What Mercado Pago's objects come to: a preapproval with what was really paid for it.</summary>
internal sealed partial class MercadoPagoProvider
{
    private async Task<CheckoutSnapshot> CheckoutOfAsync(MercadoPagoPreapproval preapproval, CancellationToken cancellationToken)
    {
        var subscription = await SnapshotAsync(preapproval, cancellationToken);
        var paid = subscription.Payments.Count > 0;
        var price = MercadoPagoMoney.ToMinor(preapproval.AutoRecurring.TransactionAmount, preapproval.AutoRecurring.CurrencyId);
        // What was ordered is what was paid first, whatever the price may be by now.
        var first = paid ? subscription.Payments[^1].AmountMinor : price;
        return new CheckoutSnapshot(
            preapproval.Id, subscription.CheckoutId, MercadoPagoStatus.OfCheckout(preapproval.Status, paid), first, first,
            MercadoPagoMoney.Currency, paid ? subscription : null);
    }

    /// <summary>The plan is the one that was last paid for: a new price, and what it buys, comes with the next payment.</summary>
    private async Task<SubscriptionSnapshot> SnapshotAsync(MercadoPagoPreapproval preapproval, CancellationToken cancellationToken)
    {
        var instalments = await ListInstalmentsAsync(preapproval.Id, cancellationToken);
        var collected = instalments.Where(i => MercadoPagoStatus.IsCollected(i.Payment?.Status)).ToList();
        var payments = await ListPaymentsAsync(preapproval, collected, cancellationToken);
        var last = collected.FirstOrDefault();
        var start = last?.DebitDate ?? preapproval.DateCreated;
        var end = preapproval.AutoRecurring.After(start);
        var tried = instalments.FirstOrDefault(i => i.Status is not ("scheduled" or "cancelled"));
        var status = MercadoPagoStatus.OfSubscription(
            preapproval.Status, tried is null ? null : (tried.Status, tried.Payment?.Status), last is null ? null : end, time.GetUtcNow());
        var plan = PlanOf(last?.Reason ?? preapproval.Reason);
        var next = PlanOf(preapproval.Reason);
        return new SubscriptionSnapshot(
            preapproval.Id,
            $"{preapproval.PayerId}",
            Guid.TryParse(preapproval.ExternalReference, out var checkoutId) ? checkoutId : null,
            plan,
            status,
            start,
            end,
            preapproval.Status == "paused" && status == SubscriptionStatus.Active,
            payments,
            next == plan || status == SubscriptionStatus.Cancelled ? null : next);
    }

    /// <summary>All instalments, newest first.</summary>
    private async Task<List<MercadoPagoInstalment>> ListInstalmentsAsync(string preapprovalId, CancellationToken cancellationToken)
    {
        var path = $"/authorized_payments/search?preapproval_id={Uri.EscapeDataString(preapprovalId)}";
        var instalments = new List<MercadoPagoInstalment>();
        await foreach (var instalment in api.SearchAsync<MercadoPagoInstalment>(path, cancellationToken))
        {
            if (instalment.PreapprovalId == preapprovalId) instalments.Add(instalment);
        }

        return [.. instalments.OrderByDescending(instalment => instalment.DebitDate)];
    }

    /// <summary>The payments of instalments. The list is enough as a rule; what it doesn't show yet is read one by one.</summary>
    private async Task<IReadOnlyList<PaymentSnapshot>> ListPaymentsAsync(
        MercadoPagoPreapproval preapproval, List<MercadoPagoInstalment> collected, CancellationToken cancellationToken)
    {
        if (collected.Count == 0) return [];
        var reference = Uri.EscapeDataString(preapproval.ExternalReference ?? "");
        var path = $"/v1/payments/search?sort=date_created&criteria=desc&external_reference={reference}";
        var listed = new Dictionary<string, MercadoPagoPayment>();
        await foreach (var payment in api.SearchAsync<MercadoPagoPayment>(path, cancellationToken)) listed[payment.Id] = payment;

        var payments = new List<PaymentSnapshot>();
        foreach (var instalment in collected)
        {
            var id = instalment.Payment!.Id!;
            var payment = listed.GetValueOrDefault(id)
                ?? await api.FindAsync<MercadoPagoPayment>($"/v1/payments/{Uri.EscapeDataString(id)}", cancellationToken)
                ?? throw new InvalidOperationException($"Instalment {instalment.Id} was paid by {id}, which is not there.");
            payments.Add(PaymentOf(preapproval, instalment, payment, isFirst: instalment == collected[^1]));
        }

        return payments;
    }

    /// <exception cref="InvalidOperationException">What was paid is not what the instalment is for.</exception>
    private static PaymentSnapshot PaymentOf(
        MercadoPagoPreapproval preapproval, MercadoPagoInstalment instalment, MercadoPagoPayment payment, bool isFirst)
    {
        if (payment.CollectorId != preapproval.CollectorId
            || payment.ExternalReference != preapproval.ExternalReference
            || payment.TransactionAmount != instalment.TransactionAmount
            || payment.CurrencyId != instalment.CurrencyId)
            throw new InvalidOperationException($"Payment {payment.Id} does not belong to instalment {instalment.Id}.");
        return new PaymentSnapshot(
            payment.Id,
            isFirst ? PaymentKind.First : PaymentKind.Renewal,
            PlanOf(instalment.Reason ?? preapproval.Reason),
            MercadoPagoMoney.ToMinor(payment.TransactionAmount, payment.CurrencyId),
            MercadoPagoMoney.Currency,
            payment.DateApproved ?? payment.DateCreated,
            ReceiptUrl: null);
    }
}
