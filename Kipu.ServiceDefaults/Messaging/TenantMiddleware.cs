using Wolverine;

namespace Kipu.ServiceDefaults;

/// <summary>Opens the scope of the message's tenant around its handler, before the transaction begins.</summary>
public static class TenantMiddleware
{
    /// <remarks>Synchronous on purpose: what an async method sets in an AsyncLocal does not flow back to its caller.</remarks>
    public static IDisposable? Before(Envelope envelope) => envelope.TenantId switch
    {
        TenantScope.SystemTenantId => TenantScope.EnterSystem("the message belongs to no single organization"),
        { } tenant when Guid.TryParse(tenant, out var organizationId) => TenantScope.EnterOrganization(organizationId),
        _ => null,
    };

    public static void Finally(IDisposable? scope) => scope?.Dispose();
}

/// <summary>Stamps each outgoing message with the scope that it was published in.</summary>
internal sealed class TenantEnvelopeRule : IEnvelopeRule
{
    public void Modify(Envelope envelope) => envelope.TenantId ??= TenantScope.TenantId;
}
