namespace Kipu.Auth;

internal static class SingleSignOnErrors
{
    public static readonly ApiError PlanRequired = new(403, "plan_required", "Sign-in with your own provider comes with the plan ENTERPRISE.");
    public static readonly ApiError InvalidIssuer = new(400, "invalid_issuer",
        "The issuer can't be used: it must answer at /.well-known/openid-configuration over https, on a public address, and name itself exactly so.");
    public static readonly ApiError InvalidDomain = new(400, "invalid_domain", "A domain is written like example.com, without address or scheme.");
    public static readonly ApiError SecretRequired = new(400, "client_secret_required", "Send clientSecret: none is known yet, or the issuer is another one.");
    public static readonly ApiError DomainNotVerified = new(409, "domain_not_verified",
        "The domain has no such TXT record yet. DNS may take a while to show it.");
    public static readonly ApiError DomainTaken = new(409, "domain_taken", "Another organization has verified this domain.");
    public static readonly ApiError NoSingleSignOn = new(404, "no_single_sign_on", "There is no provider for this address's domain.");
}
