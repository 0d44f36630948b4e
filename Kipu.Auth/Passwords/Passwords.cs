using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Kipu.Auth;

/// <summary>Hashes passwords and checks them by ASP.NET Core Identity's hasher (PBKDF2 with HMAC-SHA512).</summary>
internal sealed class Passwords
{
    // The hasher salts by itself and takes nothing from whom it hashes for.
    private readonly IPasswordHasher<Passwords> _hasher;
    private readonly string _dummy;

    public Passwords(IPasswordHasher<Passwords> hasher)
    {
        _hasher = hasher;
        _dummy = Hash(Guid.NewGuid().ToString());
    }

    public string Hash(string password) => _hasher.HashPassword(this, password);

    /// <summary>For a user who has yet to choose: of a password that nobody knows, and that takes as long to refuse as any other.</summary>
    public string HashOfNone() => Hash(RandomNumberGenerator.GetHexString(64));

    /// <summary>Checks a password against a user's hash, or, for the same time, against nobody's.</summary>
    public bool Verify(string? hash, string password)
    {
        var matches = _hasher.VerifyHashedPassword(this, hash ?? _dummy, password) is not PasswordVerificationResult.Failed;
        return matches && hash is not null;
    }
}

internal static class PasswordExtensions
{
    /// <summary>As OWASP's Password Storage Cheat Sheet asks for HMAC-SHA512.</summary>
    private const int Iterations = 210_000;

    public static void AddPasswords(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        builder.Services.AddSingleton<IPasswordHasher<Passwords>, PasswordHasher<Passwords>>();
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddSingleton<CommonPasswords>();
    }

    public static void MapPasswords(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/api/auth").WithTags("Auth");
        auth.MapChangePassword();
        auth.MapForgotPassword();
        auth.MapResetPassword();
        auth.MapVerifyEmail();
    }
}
