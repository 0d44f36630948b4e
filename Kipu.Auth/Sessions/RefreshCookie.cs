namespace Kipu.Auth;

/// <summary>
/// Browsers keep the refresh token in a cookie that scripts can't read, sent to <c>/api/auth</c> alone. It is read only from requests with
/// <c>x-kipu-client: browser</c>, a header that another site's page can't send without asking CORS first.
/// </summary>
internal static class RefreshCookie
{
    public const string ClientHeader = "x-kipu-client";
    public const string Name = "kipu_refresh";

    public static bool IsBrowser(HttpRequest request) => request.Headers[ClientHeader] == "browser";

    public static string? Read(HttpRequest request, string? fromBody) => IsBrowser(request) ? request.Cookies[Name] : fromBody;

    /// <summary>The session as its client gets it: browsers with the refresh token as a cookie, others with it in the JSON.</summary>
    public static SessionResponse Hand(HttpContext context, SessionTokens tokens, User user, Organization organization, string? code = null)
    {
        var browser = IsBrowser(context.Request);
        if (browser) Set(context, tokens);

        context.Response.Headers.CacheControl = "no-store";
        return new(
            true, user.ToInfo(), organization.ToInfo(), tokens.Access, browser ? null : tokens.Refresh,
            (int)SessionIssuer.AccessLifetime.TotalSeconds, code, tokens.IsEnrolling);
    }

    /// <summary>Gives a browser its cookie.</summary>
    public static void Set(HttpContext context, SessionTokens tokens)
    {
        var options = Options(context.Request);
        options.Expires = tokens.RefreshExpiresAt;
        context.Response.Cookies.Append(Name, tokens.Refresh, options);
    }

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context.Request));

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/api/auth",
        IsEssential = true,
        // The gateway ends TLS and says so; a client that claims it falsely only gets a stricter cookie.
        Secure = request.IsHttps || request.Headers["X-Forwarded-Proto"] == "https",
    };
}
