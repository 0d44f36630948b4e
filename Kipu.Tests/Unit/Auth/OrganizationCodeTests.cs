using Kipu.Auth;

namespace Kipu.Tests;

public sealed class OrganizationCodeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_code_that_was_revoked_before_its_issue_arrived_stays_revoked()
    {
        var code = new OrganizationCode { CodeHash = "h", CreatedAt = Now };

        code.EndAt(Now);
        code.Issue(new(Guid.NewGuid(), "h", Guid.NewGuid(), Plan.Starter, ValidUntil: null, Now));

        Assert.False(code.IsValid(Now));
    }

    [Fact]
    public void An_issue_that_is_heard_again_does_not_take_a_code_from_the_organization_that_claimed_it()
    {
        var claimedBy = Guid.NewGuid();
        var code = new OrganizationCode { CodeHash = "h", CreatedAt = Now, OrganizationId = claimedBy };

        code.Issue(new(Guid.NewGuid(), "h", OrganizationId: null, Plan.Starter, ValidUntil: null, Now));

        Assert.Equal(claimedBy, code.OrganizationId);
    }

    [Fact]
    public void A_later_end_does_not_prolong_a_code()
    {
        var code = new OrganizationCode { CodeHash = "h", CreatedAt = Now };

        code.EndAt(Now.AddHours(1));
        code.EndAt(Now.AddHours(24));

        Assert.True(code.IsValid(Now));
        Assert.False(code.IsValid(Now.AddHours(1)));
    }
}
