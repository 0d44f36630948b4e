namespace Kipu.Payments;

/// <summary>Settings of section <c>Checkout</c>.</summary>
internal sealed class CheckoutOptions
{
    /// <summary>Hosts that a customer may be sent back to, besides that of <c>Kipu:PublicUrl</c>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>How often open checkouts are compared with the provider.</summary>
    public TimeSpan ReconcileEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How old a checkout is before it is compared: webhooks get the chance to come first.</summary>
    public TimeSpan ReconcileAfter { get; init; } = TimeSpan.FromMinutes(2);
}

/// <summary>Decides where the provider may send a customer back to: an open redirect behind a payment page is a gift to phishers.</summary>
internal sealed class AllowedUrls(IEnumerable<string> hosts)
{
    private readonly HashSet<string> _hosts = new(hosts, StringComparer.OrdinalIgnoreCase);

    public bool Contains(string text) =>
        !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.UserInfo.Length == 0
        && _hosts.Contains(url.Host);
}
