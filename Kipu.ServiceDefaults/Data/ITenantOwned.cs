using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.ServiceDefaults;

/// <summary>A row that belongs to an organization.</summary>
public interface ITenantOwned
{
    Guid OrganizationId { get; }
}

public static class TenantOwnedExtensions
{
    /// <summary>The key of a tenant's table leads with the organization, so that foreign keys can't cross tenants (their checks pass row-level security).</summary>
    public static void HasTenant<T>(this EntityTypeBuilder<T> builder) where T : class, ITenantOwned =>
        builder.Property(e => e.OrganizationId).IsRequired();
}
