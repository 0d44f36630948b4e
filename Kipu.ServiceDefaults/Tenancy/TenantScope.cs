namespace Kipu.ServiceDefaults;

/// <summary>
/// Whose rows the code that runs now may see. The database interceptors hand it to PostgreSQL with each transaction,
/// where row-level security enforces it; outside any scope a query sees nothing.
/// </summary>
public static class TenantScope
{
    /// <summary>The envelope's tenant id of messages that belong to no single organization.</summary>
    public const string SystemTenantId = "system";

    private static readonly AsyncLocal<Scope?> Current = new();

    public static Guid? OrganizationId => Current.Value?.OrganizationId;

    /// <summary>Who calls, inside of a request with a tenant; null elsewhere.</summary>
    public static TenantContext? Caller => Current.Value?.Caller;

    /// <summary>True inside <see cref="EnterSystem"/>: rows of all organizations are visible.</summary>
    public static bool IsSystem => Current.Value is { OrganizationId: null };

    /// <summary>The scope in the form that messages carry it; null outside any.</summary>
    public static string? TenantId => Current.Value is not { } scope ? null : scope.OrganizationId?.ToString() ?? SystemTenantId;

    /// <summary>Everything up to the disposal sees this organization's rows and no others.</summary>
    public static IDisposable EnterOrganization(Guid organizationId) => Enter(organizationId, Caller);

    /// <summary>As <see cref="EnterOrganization"/>, for the rest of the asynchronous method that calls it and all that a request does in it.</summary>
    internal static void EnterRequest(TenantContext caller) => Current.Value = new(caller.OrganizationId, caller);

    /// <summary>Everything up to the disposal works across organizations: sweeps, leases, look-ups that find the tenant in the first place.</summary>
    /// <param name="reason">Why no single tenant will do; for the reader of the code.</param>
    public static IDisposable EnterSystem(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return Enter(null, Caller);
    }

    private static Restore Enter(Guid? organizationId, TenantContext? caller)
    {
        var restore = new Restore(Current.Value);
        Current.Value = new(organizationId, caller);
        return restore;
    }

    private sealed record Scope(Guid? OrganizationId, TenantContext? Caller);

    private sealed class Restore(Scope? previous) : IDisposable
    {
        public void Dispose() => Current.Value = previous;
    }
}
