using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;

namespace Kipu.ServiceDefaults;

/// <summary>Resolves once per request who calls, applies the endpoint's <see cref="Access"/>, and opens the tenant's scope around it.</summary>
internal sealed class TenancyMiddleware(RequestDelegate next, TenantCache tenants, OrganizationCodes codes, InternalToken internalToken, TimeProvider time)
{
    public const string CodeHeader = "x-organization-code";
    public const string UserHeader = "x-user-id";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }

        switch (endpoint.Metadata.GetMetadata<Access>())
        {
            case Access.Internal:
                await InvokeInternalAsync(context);
                return;
            case Access.Open { OptionalTenant: false }:
            case Access.Open when !HasCredentials(context.Request):
                await next(context);
                return;
            case Access.Open:
                await InvokeTenantAsync(context, new Access.Tenant(AllowSuspended: true));
                return;
            case var access:
                await InvokeTenantAsync(context, access as Access.Tenant ?? new Access.Tenant());
                return;
        }
    }

    private static bool HasCredentials(HttpRequest request) =>
        request.Headers.ContainsKey(CodeHeader) || request.Headers.ContainsKey("Authorization");

    private async Task InvokeInternalAsync(HttpContext context)
    {
        if (!internalToken.Matches(context.Request.Headers[InternalToken.TokenHeader]))
        {
            await CommonErrors.InternalTokenRequired.ToProblem().ExecuteAsync(context);
            return;
        }

        if (!Guid.TryParse(context.Request.Headers[InternalToken.OrganizationHeader], out var organizationId))
        {
            await next(context);
            return;
        }

        using (TenantScope.EnterOrganization(organizationId))
        {
            await next(context);
        }
    }

    private async Task InvokeTenantAsync(HttpContext context, Access.Tenant access)
    {
        var (tenant, error) = await ResolveAsync(context);
        if (tenant is not null)
        {
            var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
            if (tenant.Status is OrganizationStatus.Suspended or OrganizationStatus.Cancelled && !reads && !access.AllowSuspended)
            {
                error = CommonErrors.OrganizationSuspended;
            }
            else if (tenant.Role < access.MinimumRole)
            {
                error = CommonErrors.Forbidden;
            }
        }

        if (error is not null)
        {
            await error.ToProblem().ExecuteAsync(context);
            return;
        }

        context.Features.Set(tenant);
        using (TenantScope.EnterOrganization(tenant!.OrganizationId))
        {
            await next(context);
        }
    }

    private async Task<(TenantContext? Tenant, ApiError? Error)> ResolveAsync(HttpContext context)
    {
        var request = context.Request;
        var cancellationToken = context.RequestAborted;
        AccessToken? token = null;
        if (request.Headers.ContainsKey("Authorization"))
        {
            var authentication = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
            if (!authentication.Succeeded || (token = AccessToken.From(authentication.Principal)) is null) return (null, CommonErrors.InvalidToken);
            context.User = authentication.Principal;
        }

        Guid? organizationId = token?.OrganizationId;
        if (request.Headers.TryGetValue(CodeHeader, out var code))
        {
            if (!OrganizationCodes.TryNormalize(code, out var normalized)) return (null, CommonErrors.InvalidCode);
            var owner = await tenants.FindCodeAsync(codes.Hash(normalized), cancellationToken);
            if (owner is null || owner.ValidUntil <= time.GetUtcNow()) return (null, CommonErrors.InvalidCode);
            if (organizationId is { } claimed && claimed != owner.OrganizationId) return (null, CommonErrors.OrganizationMismatch);
            organizationId = owner.OrganizationId;
        }

        if (organizationId is not { } id) return (null, CommonErrors.CodeRequired);
        if (await tenants.FindOrganizationAsync(id, cancellationToken) is not { } organization)
        {
            return (null, token is null ? CommonErrors.InvalidCode : CommonErrors.InvalidToken);
        }

        // The token tells who, the directory what they may do now: who was removed or got another role is so at once.
        TenantMember? member = null;
        if (token is not null && (member = await tenants.FindMemberAsync(id, token.UserId, cancellationToken)) is null)
        {
            return (null, CommonErrors.InvalidToken);
        }

        if (request.Headers.TryGetValue(UserHeader, out var user))
        {
            // The header alone proves nothing: it must name a member, and never outranks USER.
            if (!Guid.TryParse(user, out var userId)) return (null, CommonErrors.InvalidRequest.With("x-user-id is not a UUID."));
            if (member is not null && member.UserId != userId) return (null, CommonErrors.OrganizationMismatch);
            if (member is null)
            {
                if (await tenants.FindMemberAsync(id, userId, cancellationToken) is null) return (null, CommonErrors.OrganizationMismatch);
                member = new(userId, Role.User);
            }
        }

        return (new(id, organization.Name, organization.Plan, organization.Status, member?.UserId, member?.Role ?? Role.User), null);
    }
}
