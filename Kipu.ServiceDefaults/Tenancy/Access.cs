using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kipu.ServiceDefaults;

/// <summary>Who may call an endpoint. One that says nothing needs a tenant.</summary>
public abstract record Access
{
    /// <summary>An organization's callers of at least this role; for the suspended, reading only unless allowed.</summary>
    public sealed record Tenant(Role MinimumRole = Role.User, bool AllowSuspended = false) : Access;

    /// <summary>Beside <see cref="Tenant"/>: also users who still have to set up the second factor that their organization requires.</summary>
    public sealed record Enrolling;

    /// <summary>Beside <see cref="Tenant"/>: changes nothing, although its method is not GET.</summary>
    public sealed record Reading;

    /// <summary>Everybody; a tenant is known when credentials were sent and <see cref="OptionalTenant"/> is set.</summary>
    public sealed record Open(string Reason, bool OptionalTenant) : Access;

    /// <summary>Kipu's own services, by the internal token.</summary>
    public sealed record Internal : Access;
}

public static class AccessExtensions
{
    /// <summary>The endpoint acts for an organization, named by its code or by an access token.</summary>
    public static TBuilder RequireTenant<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Access.Tenant()).ProducesError(
            CommonErrors.CodeRequired, CommonErrors.InvalidCode, CommonErrors.InvalidToken, CommonErrors.InvalidApiKey, CommonErrors.Forbidden,
            CommonErrors.OrganizationMismatch, CommonErrors.OrganizationSuspended, CommonErrors.InsufficientScope,
            CommonErrors.MfaEnrolmentRequired, CommonErrors.TooManyAttempts);

    /// <summary>As <see cref="RequireTenant{TBuilder}"/>, for callers of at least this role.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder builder, Role minimum) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Access.Tenant(minimum)).ProducesError(CommonErrors.Forbidden);

    /// <summary>The endpoint stays open to suspended organizations although it changes something: paying, signing out.</summary>
    public static TBuilder AllowSuspended<TBuilder>(this TBuilder builder, Role minimum = Role.User) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Access.Tenant(minimum, AllowSuspended: true));

    /// <summary>The endpoint serves also users who have yet to set up the second factor that their organization requires.</summary>
    public static TBuilder AllowEnrolling<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Access.Enrolling());

    /// <summary>
    /// The endpoint changes nothing, although its method is not GET: keys that may only read are let in, and suspended organizations.
    /// </summary>
    public static TBuilder OnlyReads<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Access.Reading());

    /// <summary>The endpoint needs no tenant.</summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="reason">Why not: what protects it, or why nothing has to.</param>
    /// <param name="optionalTenant">Whether credentials that are sent are checked and make the tenant known.</param>
    public static TBuilder AllowPublic<TBuilder>(this TBuilder builder, string reason, bool optionalTenant = false) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Access.Open(reason, optionalTenant));

    /// <summary>Routes for Kipu's own services: never forwarded by the gateway, not in the OpenAPI document, closed without the internal token.</summary>
    public static RouteGroupBuilder MapInternal(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/internal").WithMetadata(new Access.Internal()).ExcludeFromDescription();
}
