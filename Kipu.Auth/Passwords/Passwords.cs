using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Kipu.Auth;

/// <summary>
/// Hashes passwords and checks them by ASP.NET Core Identity's hasher (PBKDF2 with HMAC-SHA512). That keeps a core busy for a long moment,
/// so they take turns on half of the cores: however many sign in at once, everything else goes on.
/// </summary>
internal sealed class Passwords : IDisposable
{
    // The hasher salts by itself and takes nothing from whom it hashes for.
    private readonly IPasswordHasher<Passwords> _hasher;
    private readonly SemaphoreSlim _turns = new(Math.Max(Environment.ProcessorCount / 2, 1));

    public Passwords(IPasswordHasher<Passwords> hasher)
    {
        _hasher = hasher;
        HashOfNone = hasher.HashPassword(this, RandomNumberGenerator.GetHexString(64));
    }

    /// <summary>For a user who has yet to choose: of a password that nobody knows, and that takes as long to refuse as any other.</summary>
    public string HashOfNone { get; }

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        TakeTurnAsync(() => Task.FromResult(_hasher.HashPassword(this, password)), cancellationToken);

    /// <summary>
    /// Hashes, unless there is a reason not to when its turn has come: of a hundred who want the last seat at once, one has to wait for a
    /// hash, and the others for no more than a look.
    /// </summary>
    public Task<(string? Hash, TRefusal? Refusal)> HashUnlessAsync<TRefusal>(
        string password, Func<Task<TRefusal?>> refuse, CancellationToken cancellationToken) where TRefusal : class =>
        TakeTurnAsync(
            async () => await refuse() is { } refusal
                ? ((string?)null, (TRefusal?)refusal)
                : (_hasher.HashPassword(this, password), null),
            cancellationToken);

    /// <summary>Checks a password against a user's hash, or, for the same time, against nobody's.</summary>
    public async Task<bool> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        var result = await TakeTurnAsync(
            () => Task.FromResult(_hasher.VerifyHashedPassword(this, hash ?? HashOfNone, password)), cancellationToken);
        return result is not PasswordVerificationResult.Failed && hash is not null;
    }

    public void Dispose() => _turns.Dispose();

    private async Task<T> TakeTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _turns.Release();
        }
    }
}

internal static class PasswordExtensions
{
    /// <summary>As OWASP's Password Storage Cheat Sheet asks for HMAC-SHA512.</summary>
    private const int Iterations = 210_000;

    public static void AddPasswords(this IHostApplicationBuilder builder)
    {
        // Tests sign up a thousand users; where there is something to protect, no setting weakens a hash.
        var iterations = builder.Environment.IsDevelopment() ? builder.Configuration.GetValue("Passwords:Iterations", Iterations) : Iterations;
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = iterations);
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
