using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Something that Mercado Pago tells of: a topic, what happened, and to which object.</summary>
internal sealed record Happening(string Topic, string Action, string ObjectId, string? PreapprovalId);

/// <summary>The simulated account: everything in it, under one gate.</summary>
internal sealed class MercadoPagoState(AccountClock clock, TimeProvider time)
{
    public const long CollectorId = 1_795_000_001;
    public const long ApplicationId = 1_795_000_002;

    /// <summary>Ids are unique for good: who keeps books outlives this process.</summary>
    private long _lastId = time.GetUtcNow().ToUnixTimeMilliseconds() * 100;

    public Lock Gate { get; } = new();
    public AccountClock Clock => clock;
    public InstalmentSettings Settings { get; set; } = new();
    public Dictionary<string, Preapproval> Preapprovals { get; } = [];
    public Dictionary<long, Instalment> Instalments { get; } = [];
    public Dictionary<long, MercadoPagoPayment> Payments { get; } = [];

    /// <summary>Plans and preferences: kept as they were sent, with an id.</summary>
    public Dictionary<string, JsonObject> Plans { get; } = [];
    public Dictionary<string, JsonObject> Preferences { get; } = [];

    /// <summary>Answers by idempotency key.</summary>
    public Dictionary<string, KeptAnswer> Answers { get; } = [];

    public event Action<Happening>? Happened;

    public long NextNumber() => ++_lastId;

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <remarks>
    /// Changes are dated by the account, whatever a subscription's own clock says: a reader who remembers where it stopped misses none.
    /// </remarks>
    public void Tell(Preapproval preapproval, string action)
    {
        preapproval.Modified = clock.Account;
        Happened?.Invoke(new("subscription_preapproval", action, preapproval.Id, preapproval.Id));
    }

    public void Tell(Instalment instalment, string action)
    {
        instalment.Modified = clock.Account;
        Happened?.Invoke(new("subscription_authorized_payment", action, $"{instalment.Id}", instalment.Preapproval.Id));
    }

    public void Tell(MercadoPagoPayment payment, string action)
    {
        payment.Modified = clock.Account;
        Happened?.Invoke(new("payment", $"payment.{action}", $"{payment.Id}", payment.Preapproval?.Id));
    }

    public IEnumerable<Instalment> InstalmentsOf(Preapproval preapproval) =>
        Instalments.Values.Where(instalment => instalment.Preapproval == preapproval).OrderByDescending(instalment => instalment.Id);

    public void Clear()
    {
        Preapprovals.Clear();
        Instalments.Clear();
        Payments.Clear();
        Plans.Clear();
        Preferences.Clear();
        Answers.Clear();
        Settings = new();
        clock.Reset();
    }
}

/// <summary>What a call with an idempotency key was answered.</summary>
internal sealed record KeptAnswer(string Fingerprint, int Status, string Body);
