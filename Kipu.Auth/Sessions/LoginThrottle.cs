namespace Kipu.Auth;

/// <summary>
/// Bounds guesses at passwords: for each account, whether or not there is one, so that a refusal tells nothing, and for each address
/// that they come from, so that one password can't be tried on all accounts.
/// </summary>
internal sealed class LoginThrottle(GuessThrottle guesses, ClientAddress addresses)
{
    /// <returns>How long to wait; null when the attempt may go on.</returns>
    public async Task<TimeSpan?> TakeAsync(HttpContext context, string normalizedEmail)
    {
        if (addresses.GuesserOf(context) is { } guesser && await guesses.TakeAsync(GuessLimit.SignIn, guesser) is { } wait) return wait;
        return await guesses.TakeAsync(GuessLimit.Account, normalizedEmail);
    }

    /// <summary>The password was right: the account's failures are forgotten, while the address keeps those of other accounts.</summary>
    public async Task SucceedAsync(HttpContext context, string normalizedEmail)
    {
        await guesses.ForgetAsync(GuessLimit.Account, normalizedEmail);
        if (addresses.GuesserOf(context) is { } guesser) await guesses.GiveBackAsync(GuessLimit.SignIn, guesser);
    }
}
