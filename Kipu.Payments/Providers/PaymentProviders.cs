namespace Kipu.Payments;

/// <summary>The providers that are configured. Each checkout and each subscription stays with the one that it was begun with.</summary>
internal sealed class PaymentProviders(IEnumerable<IPaymentProvider> all)
{
    private readonly Dictionary<string, IPaymentProvider> _byName = all.ToDictionary(provider => provider.Name);

    public IReadOnlyCollection<IPaymentProvider> All => _byName.Values;

    public IPaymentProvider? Find(string name) => _byName.GetValueOrDefault(name);

    /// <exception cref="InvalidOperationException">Something was bought there, and it is not configured any more.</exception>
    public IPaymentProvider Of(string name) =>
        Find(name) ?? throw new InvalidOperationException($"The payment provider {name} is not configured.");
}
