namespace Kipu.Payments;

/// <summary>Settings of section <c>Checkout</c>.</summary>
internal sealed class CheckoutOptions
{
    /// <summary>Hosts that a customer may be sent back to, besides that of <c>Kipu:PublicUrl</c>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>How many days an organization's first subscription is free; none when 0.</summary>
    public int TrialDays { get; init; }
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
