using Microsoft.AspNetCore.Http;

namespace Kipu.ServiceDefaults;

/// <summary>Resolves once per request who calls, applies the endpoint's <see cref="Access"/>, and opens the tenant's scope around it.</summary>
internal sealed class TenancyMiddleware(RequestDelegate next, Credentials credentials, InternalToken internalToken)
{
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
            case Access.Open when !Credentials.AreIn(context.Request):
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
        var (caller, refusal) = await credentials.ReadAsync(context);
        refusal ??= caller!.RefusalOf(access, context)?.ToProblem();
        if (refusal is not null)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        // Until this method ends: what a method sets in its flow doesn't outlive it.
        TenantScope.EnterRequest(caller!.Tenant);
        await next(context);
    }
}
