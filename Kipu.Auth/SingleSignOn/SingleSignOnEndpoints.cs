using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Auth;

/// <summary>Sign-in at an organization's own OpenID Connect provider: authorization code with PKCE, state and nonce bound to the browser.</summary>
internal static class SingleSignOnEndpoints
{
    private const string Purpose = "single-sign-on";
    private const string Cookie = "kipu_sso";
    private const string Callback = "/api/auth/sso/callback";

    public static void AddSingleSignOn(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SingleSignOnOptions>().BindConfiguration("SingleSignOn");
        builder.Services.AddSingleton<ProviderClient>().AddSingleton<ProviderSecrets>().AddSingleton<DomainProof>();
        builder.Services.AddScoped<ProvidedUsers>();
    }

    public static void MapSingleSignOn(this IEndpointRouteBuilder routes)
    {
        var sso = routes.MapGroup("/api/auth/sso").WithTags("Auth");
        sso.MapPost("/start", Start).AllowPublic("Leads to the provider, which asks for credentials.")
            .ProducesError(CommonErrors.ValidationFailed, SingleSignOnErrors.NoSingleSignOn, CommonErrors.Unavailable);
        sso.MapGet("/callback", Complete).AllowPublic("The provider's code and the browser's state are the credentials.");
    }

    public static string RedirectUri(ConsoleOptions console) => console.At(Callback).ToString();

    /// <summary>Begins a sign-in at the provider of an address's domain. The browser goes to the url of the answer.</summary>
    public static async Task<Results<Ok<StartSingleSignOnResponse>, ProblemHttpResult>> Start(
        StartSingleSignOnRequest request, HttpContext context, ProvidedUsers users, ProviderClient providers, Ceremonies ceremonies,
        IOptions<ConsoleOptions> console, CancellationToken cancellationToken)
    {
        if (await users.FindProviderAsync(request.Email, cancellationToken) is not { } provider)
        {
            return SingleSignOnErrors.NoSingleSignOn.ToProblem();
        }

        if (await providers.DiscoverAsync(provider.Issuer, cancellationToken) is not { } issuer)
        {
            return CommonErrors.Unavailable.ToProblem();
        }

        var attempt = new Attempt(provider.OrganizationId, Random(), Random(), Random());
        var state = await ceremonies.BeginAsync(Purpose, JsonSerializer.Serialize(attempt));
        context.Response.Cookies.Append(Cookie, attempt.Browser, CookieOf(context.Request));
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new StartSingleSignOnResponse(QueryHelpers.AddQueryString(issuer.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["client_id"] = provider.ClientId,
            ["response_type"] = "code",
            ["scope"] = "openid email profile",
            ["redirect_uri"] = RedirectUri(console.Value),
            ["state"] = state.ToString(),
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(attempt.Verifier))),
            ["code_challenge_method"] = "S256",
            ["login_hint"] = request.Email,
        })));
    }

    /// <summary>Where the provider sends the browser back to. Signs in and leads to the console, or back to the sign-in with <c>sso_error</c>.</summary>
    public static async Task<RedirectHttpResult> Complete(
        string? state, string? code, HttpContext context, AuthDbContext db, ProvidedUsers users, ProviderClient providers, ProviderSecrets secrets,
        Ceremonies ceremonies, SessionIssuer issuer, AuditLog audit, IOptions<ConsoleOptions> console, CancellationToken cancellationToken)
    {
        var browser = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, CookieOf(context.Request));
        if (!Guid.TryParse(state, out var id) || await ceremonies.TakeAsync(Purpose, id) is not { } stored) return Back("sso_expired");
        var attempt = JsonSerializer.Deserialize<Attempt>(stored)!;
        // Another browser's state: somebody wants this one to be signed in as them.
        if (browser is null || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(browser), Encoding.ASCII.GetBytes(attempt.Browser)))
        {
            return Back("sso_expired");
        }

        if (code is null) return Back("sso_refused");

        var provider = await db.LookUpAsync(
            "the state names the organization",
            context => context.IdentityProviders.AsNoTracking().SingleOrDefaultAsync(p => p.OrganizationId == attempt.OrganizationId, cancellationToken),
            cancellationToken);
        if (provider is null) return Back("sso_expired");
        if (await providers.DiscoverAsync(provider.Issuer, cancellationToken) is not { } known) return Back("sso_unavailable");
        var token = await providers.RedeemAsync(
            known, provider.ClientId, secrets.Open(provider), code, attempt.Verifier, RedirectUri(console.Value), cancellationToken);
        if (token is null || await ProviderClient.ReadAsync(token, known, provider.ClientId, attempt.Nonce) is not { } provided)
        {
            return Back("sso_failed");
        }

        var (user, refusal) = await users.FindAsync(provided, provider, cancellationToken);
        if (refusal is not null) return Back(refusal.Code);

        using var tenant = TenantScope.EnterOrganization(attempt.OrganizationId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (user is null)
        {
            (user, var full) = await users.JoinAsync(provided, provider, SignUpEndpoints.LocaleOf(context.Request), cancellationToken);
            if (user is null) return Back((string)full!.ProblemDetails.Extensions["code"]!);
        }

        var tokens = await issuer.BeginAsync(user, SignInMethod.Provider, cancellationToken);
        audit.Record(user.OrganizationId, AuditActions.SignInSucceeded, user.Id, "provider");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (SignUpEndpoints.IsTaken(exception))
        {
            return Back(UserErrors.EmailTaken.Code);
        }

        await transaction.CommitAsync(cancellationToken);
        RefreshCookie.Set(context, tokens);
        return TypedResults.Redirect(console.Value.At("/").ToString());

        RedirectHttpResult Back(string error) => TypedResults.Redirect(console.Value.At($"/?sso_error={error}").ToString());
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Lax, since it has to come back with a navigation from the provider's site.</summary>
    private static CookieOptions CookieOf(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Path = "/api/auth/sso",
        IsEssential = true,
        MaxAge = TimeSpan.FromMinutes(5),
        Secure = request.IsHttps || request.Headers["X-Forwarded-Proto"] == "https",
    };

    private sealed record Attempt(Guid OrganizationId, string Nonce, string Verifier, string Browser);
}
