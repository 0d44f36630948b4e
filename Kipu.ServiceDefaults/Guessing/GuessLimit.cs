namespace Kipu.ServiceDefaults;

/// <summary>So many wrong guesses at one secret, or from one address, in so long a time.</summary>
public sealed record GuessLimit(string Name, int Attempts, TimeSpan Window)
{
    /// <summary>Passwords of one account, whether or not there is such an account.</summary>
    public static readonly GuessLimit Account = new("account", 10, TimeSpan.FromMinutes(15));

    /// <summary>Passwords from one address, whoever's they are: a whole office may sit behind it.</summary>
    public static readonly GuessLimit SignIn = new("sign-in", 100, TimeSpan.FromMinutes(15));

    /// <summary>Six digits, of which three are right at any moment: a thief of the password needs two years on average.</summary>
    public static readonly GuessLimit SecondFactor = new("second-factor", 5, TimeSpan.FromMinutes(15));

    /// <summary>Organization codes and API keys from one address.</summary>
    public static readonly GuessLimit Codes = new("codes", 30, TimeSpan.FromMinutes(5));
}
