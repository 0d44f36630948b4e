using Kipu.Auth;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace Kipu.Tests;

public sealed class TotpsTests
{
    private static readonly byte[] Secret = "12345678901234567890"u8.ToArray();

    /// <summary>RFC 6238, appendix B: the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        Assert.Equal(seconds / 30, StepAt(seconds, code));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(-30, true)]
    [InlineData(60, false)]
    [InlineData(-60, false)]
    public void A_clock_may_be_half_a_minute_off_and_no_more(int seconds, bool taken)
    {
        Assert.Equal(taken, StepAt(1111111111 + seconds, "050471") is not null);
    }

    [Fact]
    public void The_address_for_the_app_names_the_account()
    {
        var shown = Totps.Show(Secret, "ana@example.com");

        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", shown.Secret);
        Assert.Equal($"otpauth://totp/Kipu:ana%40example.com?secret={shown.Secret}&issuer=Kipu&algorithm=SHA1&digits=6&period=30", shown.Uri);
    }

    private static long? StepAt(long seconds, string code)
    {
        var totps = new Totps(new EphemeralDataProtectionProvider(), new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(seconds)));
        return totps.StepOf(new() { OrganizationId = Guid.NewGuid(), UserId = Guid.NewGuid(), ProtectedSecret = totps.Protect(Secret) }, code);
    }
}
