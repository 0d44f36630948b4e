namespace Kipu.Simulators;

/// <summary>Charges what is due, in the order of time, each in the time at which it was due.</summary>
internal static class Collecting
{
    private const long Day = 86_400;

    /// <summary>The customer has given a card: the first charge is made at once, or when the settings say.</summary>
    /// <returns>The payment, when one was tried already.</returns>
    public static MercadoPagoPayment? Authorize(MercadoPagoState state, Preapproval preapproval, CardOutcome card)
    {
        var now = state.Clock.Of(preapproval.Id);
        using var pinned = state.Clock.Pin(now);
        var start = preapproval.FreeTrial?.After(now, 1) ?? now + state.Settings.FirstChargeDelay;

        // The card is tried while its owner looks on: with one that the bank declines nothing begins.
        if (card.IsRejected && start == now)
        {
            var declined = Pay(state, preapproval, card, preapproval.Amount, preapproval.Reason);
            return declined;
        }

        preapproval.Card = card;
        preapproval.Status = "authorized";
        preapproval.Anchor = start;
        preapproval.NextPayment = start;
        state.Tell(preapproval, "updated");
        Schedule(state, preapproval);
        CatchUp(state, preapproval);
        return state.InstalmentsOf(preapproval).FirstOrDefault(instalment => instalment.Payment is not null)?.Payment;
    }

    public static void CatchUp(MercadoPagoState state)
    {
        foreach (var preapproval in state.Preapprovals.Values.ToList()) CatchUp(state, preapproval);
    }

    /// <summary>What is due of one subscription, until nothing is.</summary>
    public static void CatchUp(MercadoPagoState state, Preapproval preapproval)
    {
        while (preapproval.Status == "authorized" && NextOf(state, preapproval) is { } due && DueAt(due) <= state.Clock.Of(preapproval.Id))
        {
            using var pinned = state.Clock.Pin(DueAt(due));
            Charge(state, due);
        }
    }

    /// <summary>The bank's late answer to a payment that waited for it, or a change of its mind.</summary>
    public static void Decide(MercadoPagoState state, MercadoPagoPayment payment, string status, string detail)
    {
        using var pinned = state.Clock.Pin(state.Clock.Of(payment.Preapproval?.Id));
        var waited = payment.Status == "in_process";
        (payment.Status, payment.Detail) = (status, detail);
        if (waited && status == "approved") payment.Approved = state.Clock.Now;
        state.Tell(payment, "updated");
        if (!waited || state.Instalments.Values.FirstOrDefault(instalment => instalment.Payment == payment) is not { } instalment) return;
        if (status == "approved") Succeed(state, instalment, payment);
        else if (status == "rejected") Fail(state, instalment);
    }

    public static MercadoPagoRefund Refund(MercadoPagoState state, MercadoPagoPayment payment, long? amount)
    {
        if (payment.Status != "approved") throw MercadoPagoFault.Bad("The action requested is not valid for the current payment state");
        var wanted = amount ?? payment.Amount - payment.Refunded;
        if (wanted <= 0 || wanted > payment.Amount - payment.Refunded) throw MercadoPagoFault.Bad("Amount for refund is invalid");
        using var pinned = state.Clock.Pin(state.Clock.Of(payment.Preapproval?.Id));
        var refund = new MercadoPagoRefund(state.NextNumber(), payment.Id, wanted, state.Clock.Now);
        payment.Refunds.Add(refund);
        (payment.Status, payment.Detail) = payment.Refunded == payment.Amount
            ? ("refunded", "refunded")
            : ("approved", "partially_refunded");
        state.Tell(payment, "updated");
        return refund;
    }

    public static void Cancel(MercadoPagoState state, Preapproval preapproval)
    {
        preapproval.Status = "cancelled";
        preapproval.NextPayment = null;
        foreach (var open in state.InstalmentsOf(preapproval).Where(i => i.Status is "scheduled" or "recycling").ToList())
        {
            open.Status = "cancelled";
            open.NextTry = null;
            state.Tell(open, "updated");
        }

        state.Tell(preapproval, "updated");
    }

    /// <summary>Goes on after a pause. What would have been due meanwhile is not charged.</summary>
    public static void Resume(MercadoPagoState state, Preapproval preapproval)
    {
        preapproval.Status = "authorized";
        var scheduled = state.InstalmentsOf(preapproval).FirstOrDefault(instalment => instalment.Status == "scheduled");
        if (scheduled is not null && scheduled.DebitDate < state.Clock.Now)
        {
            scheduled.Status = "cancelled";
            state.Tell(scheduled, "updated");
            do preapproval.NextPayment = preapproval.Frequency.After(preapproval.Anchor, ++preapproval.Periods);
            while (preapproval.NextPayment < state.Clock.Now);
            Schedule(state, preapproval);
        }

        state.Tell(preapproval, "updated");
    }

    /// <summary>A scheduled instalment follows the subscription's new price; one that is being tried keeps its own.</summary>
    public static void Reprice(MercadoPagoState state, Preapproval preapproval)
    {
        foreach (var scheduled in state.InstalmentsOf(preapproval).Where(instalment => instalment.Status == "scheduled"))
            (scheduled.Amount, scheduled.Reason) = (preapproval.Amount, preapproval.Reason);
    }

    public static MercadoPagoPayment Pay(
        MercadoPagoState state, Preapproval preapproval, CardOutcome card, long amount, string description)
    {
        var payment = new MercadoPagoPayment
        {
            Id = state.NextNumber(),
            CollectorId = preapproval.CollectorId,
            Description = description,
            Amount = amount,
            Currency = preapproval.Currency,
            PayerEmail = preapproval.PayerEmail,
            PayerId = preapproval.PayerId,
            Created = state.Clock.Now,
            Status = card.Status,
            Detail = card.Detail,
            ExternalReference = preapproval.ExternalReference,
            Preapproval = preapproval,
            Approved = card.IsApproved ? state.Clock.Now : null,
        };
        state.Payments.Add(payment.Id, payment);
        state.Tell(payment, "created");
        return payment;
    }

    private static Instalment? NextOf(MercadoPagoState state, Preapproval preapproval) =>
        state.InstalmentsOf(preapproval).FirstOrDefault(instalment => instalment.Status is "scheduled" or "recycling");

    private static long DueAt(Instalment instalment) => instalment.NextTry ?? instalment.DebitDate;

    private static void Schedule(MercadoPagoState state, Preapproval preapproval)
    {
        var instalment = new Instalment
        {
            Id = state.NextNumber(),
            Preapproval = preapproval,
            Created = state.Clock.Now,
            DebitDate = preapproval.NextPayment!.Value,
            Amount = preapproval.Amount,
            Reason = preapproval.Reason,
        };
        state.Instalments.Add(instalment.Id, instalment);
        state.Tell(instalment, "created");
    }

    private static void Charge(MercadoPagoState state, Instalment instalment)
    {
        if (instalment.Status == "recycling") instalment.Retries++;
        var card = instalment.Preapproval.Card!;
        var payment = Pay(state, instalment.Preapproval, card, instalment.Amount, instalment.Reason);
        instalment.Payment = payment;
        if (card.IsApproved)
        {
            // One payment is commonly told of twice.
            state.Tell(payment, "updated");
            Succeed(state, instalment, payment);
        }
        else if (card.IsRejected)
        {
            Fail(state, instalment);
        }
        else
        {
            instalment.Status = "waiting for gateway";
            instalment.NextTry = null;
            state.Tell(instalment, "updated");
        }
    }

    private static void Succeed(MercadoPagoState state, Instalment instalment, MercadoPagoPayment payment)
    {
        var preapproval = instalment.Preapproval;
        preapproval.Charged++;
        preapproval.ChargedAmount += payment.Amount;
        (preapproval.LastCharged, preapproval.LastAmount, preapproval.Unpaid) = (state.Clock.Now, payment.Amount, 0);
        End(state, instalment);
    }

    private static void Fail(MercadoPagoState state, Instalment instalment)
    {
        if (instalment.Retries < InstalmentSettings.RetryDays.Count)
        {
            instalment.Status = "recycling";
            instalment.NextTry = instalment.DebitDate + (InstalmentSettings.RetryDays[instalment.Retries] * Day);
            state.Tell(instalment, "updated");
            return;
        }

        instalment.Preapproval.Unpaid++;
        End(state, instalment);
    }

    /// <summary>Nothing more is tried of it, paid or not: the next one is scheduled, unless too many in a row were not paid.</summary>
    private static void End(MercadoPagoState state, Instalment instalment)
    {
        instalment.Status = "processed";
        instalment.NextTry = null;
        state.Tell(instalment, "updated");
        var preapproval = instalment.Preapproval;
        if (preapproval.Status == "cancelled") return;
        if (preapproval.Unpaid >= state.Settings.CancelAfter)
        {
            Cancel(state, preapproval);
            return;
        }

        preapproval.NextPayment = preapproval.Frequency.After(preapproval.Anchor, ++preapproval.Periods);
        state.Tell(preapproval, "updated");
        Schedule(state, preapproval);
    }
}

/// <summary>Has due instalments charged as time goes by.</summary>
internal sealed class InstalmentTick(MercadoPagoState state, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            lock (state.Gate) Collecting.CatchUp(state);
        }
    }
}
