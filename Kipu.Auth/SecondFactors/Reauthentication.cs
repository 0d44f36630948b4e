using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Auth;

/// <summary>Asks a signed-in user to prove themselves again before their second factor changes: a stolen access token must not suffice.</summary>
internal sealed class Reauthentication(AuthDbContext db, Passwords passwords, SecondFactors factors, GuessThrottle throttle)
{
    /// <returns>Null when the proof holds.</returns>
    public async Task<ProblemHttpResult?> RefuseAsync(
        MfaProofRequest proof, User user, SecondFactor factor, HttpContext context, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(proof.Password))
        {
            if (await throttle.TakeAsync(GuessLimit.Account, user.NormalizedEmail) is { } hold) return context.TooManyAttempts(hold);
            await db.EndReadingAsync();
            if (!await passwords.VerifyAsync(user.PasswordHash, proof.Password, cancellationToken)) return SessionErrors.InvalidCredentials.ToProblem();
            await throttle.ForgetAsync(GuessLimit.Account, user.NormalizedEmail);
            return null;
        }

        if (string.IsNullOrEmpty(proof.Code)) return SecondFactorErrors.ProofRequired.ToProblem();
        var (check, wait) = await factors.TryAsync(factor, proof.Code, cancellationToken);
        return check switch
        {
            CodeCheck.Throttled => context.TooManyAttempts(wait),
            CodeCheck.Wrong => SecondFactorErrors.InvalidMfaCode.ToProblem(),
            _ => null,
        };
    }
}
