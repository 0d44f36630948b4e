namespace Kipu.Payments;

/// <summary>
/// Pesos of Colombia have hundredths by the standard, and so they do in our books; Mercado Pago takes and shows whole ones. How
/// many decimals an amount has on the wire is a provider's matter, not only the currency's.
/// </summary>
internal static class MercadoPagoMoney
{
    public const string WireCurrency = "COP";
    public const string Currency = "cop";
    private const long Hundredths = 100;

    public static long ToMinor(long pesos) => checked(pesos * Hundredths);

    /// <exception cref="InvalidOperationException">It is in another currency, or has a fraction: it was not made by us.</exception>
    public static long ToMinor(decimal amount, string? currency)
    {
        if (currency != WireCurrency)
            throw new InvalidOperationException($"Mercado Pago shows an amount in {currency}, not in {WireCurrency}.");
        return amount == decimal.Truncate(amount)
            ? ToMinor((long)amount)
            : throw new InvalidOperationException($"Mercado Pago shows {amount} {WireCurrency}, which is no whole amount.");
    }

    /// <exception cref="InvalidOperationException">It has a fraction, which can't be charged.</exception>
    public static long ToPesos(long minor) => minor % Hundredths == 0
        ? minor / Hundredths
        : throw new InvalidOperationException($"{minor} hundredths are no whole amount of {WireCurrency}.");
}
