using Microsoft.AspNetCore.Http;

namespace Kipu.ServiceDefaults;

/// <summary>What a request says about whose it is: an organization's code, a user's token, an API key, and who acts.</summary>
internal sealed class Credentials(
    TenantCache tenants, VerifiedTokens tokens, OrganizationCodes codes, ApiKeys apiKeys, ApiKeyUses uses, ClientAddress addresses, GuessThrottle throttle,
    TimeProvider time)
{
    public const string CodeHeader = "x-organization-code";
    public const string UserHeader = "x-user-id";

    public static bool AreIn(HttpRequest request) => request.Headers.ContainsKey(CodeHeader) || request.Headers.ContainsKey("Authorization");

    /// <summary>Who calls, or why that can't be said. One who guesses codes or keys is held up here.</summary>
    public async ValueTask<(Caller? Caller, IResult? Refusal)> ReadAsync(HttpContext context)
    {
        if (throttle.HoldsUpAnybody && IsGuessable(context.Request) && addresses.GuesserOf(context) is { } asking
            && throttle.HeldUp(GuessLimit.Codes, asking) is { } heldUp)
        {
            return (null, context.TooManyAttempts(heldUp));
        }

        var (caller, error) = await FindAsync(context);
        if (error is null) return (caller, null);

        var wrong = error == CommonErrors.InvalidCode || error == CommonErrors.InvalidApiKey;
        if (wrong && addresses.GuesserOf(context) is { } guesser && await throttle.TakeAsync(GuessLimit.Codes, guesser) is { } wait)
        {
            return (null, context.TooManyAttempts(wait));
        }

        return (null, error.ToProblem());
    }

    private static bool IsGuessable(HttpRequest request) =>
        request.Headers.ContainsKey(CodeHeader) || ApiKeys.TryRead(request.Headers.Authorization, out _);

    private async ValueTask<(Caller? Caller, ApiError? Error)> FindAsync(HttpContext context)
    {
        var request = context.Request;
        // What is looked up serves the next requests too, and nearly always it is there: the request's own token would cost more to ask for.
        var cancellationToken = CancellationToken.None;
        AccessToken? token = null;
        ApiKeyOwner? apiKey = null;
        if (ApiKeys.TryRead(request.Headers.Authorization, out var key))
        {
            apiKey = ApiKeys.IsWellFormed(key) ? await tenants.FindApiKeyAsync(apiKeys.Hash(key), cancellationToken) : null;
            if (apiKey is null || apiKey.ValidUntil <= time.GetUtcNow()) return (null, CommonErrors.InvalidApiKey);
            uses.Note(apiKey.KeyId);
        }
        else if (request.Headers.ContainsKey("Authorization"))
        {
            if (await tokens.VerifyAsync(context) is not var (found, principal)) return (null, CommonErrors.InvalidToken);
            (token, context.User) = (found, principal);
        }

        var organizationId = token?.OrganizationId ?? apiKey?.OrganizationId;
        if (request.Headers.TryGetValue(CodeHeader, out var code))
        {
            if (!OrganizationCodes.TryNormalize(code, out var normalized)) return (null, CommonErrors.InvalidCode);
            var owner = await tenants.FindCodeAsync(codes.Hash(normalized), cancellationToken);
            if (owner is null || (owner.ValidUntil is { } end && end <= time.GetUtcNow())) return (null, CommonErrors.InvalidCode);
            if (organizationId is { } claimed && claimed != owner.OrganizationId) return (null, CommonErrors.OrganizationMismatch);
            organizationId = owner.OrganizationId;
        }

        if (organizationId is not { } id) return (null, CommonErrors.CodeRequired);
        if (await tenants.FindOrganizationAsync(id, cancellationToken) is not { } organization)
        {
            return (null, token is not null ? CommonErrors.InvalidToken : apiKey is not null ? CommonErrors.InvalidApiKey : CommonErrors.InvalidCode);
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

        var role = apiKey?.Scopes.Contains(ApiKeyScope.Admin) is true ? Role.Admin : member?.Role ?? Role.User;
        var tenant = new TenantContext(id, organization.Name, organization.Plan, organization.Status, member?.UserId, role, apiKey?.KeyId);
        return (new(tenant, apiKey?.Scopes, token?.IsEnrolling is true), null);
    }
}

/// <summary>Who calls.</summary>
/// <param name="Tenant">The organization, the user when known, and the role.</param>
/// <param name="Scopes">What an API key may do; null for others, whose role alone decides.</param>
/// <param name="IsEnrolling">A user who has to set up a second factor before anything else.</param>
internal sealed record Caller(TenantContext Tenant, IReadOnlyList<ApiKeyScope>? Scopes, bool IsEnrolling)
{
    /// <returns>Why the caller may not do this; null when they may.</returns>
    public ApiError? RefusalOf(Access.Tenant access, HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            || metadata?.GetMetadata<Access.Reading>() is not null;
        if (IsEnrolling && metadata?.GetMetadata<Access.Enrolling>() is null)
        {
            return CommonErrors.MfaEnrolmentRequired;
        }

        if (Scopes?.Contains(reads ? ApiKeyScope.Read : ApiKeyScope.Write) is false) return CommonErrors.InsufficientScope;
        if (Tenant.Status is OrganizationStatus.Suspended or OrganizationStatus.Cancelled && !reads && !access.AllowSuspended)
        {
            return CommonErrors.OrganizationSuspended;
        }

        return Tenant.Role < access.MinimumRole ? CommonErrors.Forbidden : null;
    }
}
