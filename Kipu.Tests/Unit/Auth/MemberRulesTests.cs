using Kipu.Auth;

namespace Kipu.Tests;

public sealed class MemberRulesTests
{
    [Theory]
    [InlineData(Role.Owner, Role.Owner, true)]
    [InlineData(Role.Owner, Role.User, true)]
    [InlineData(Role.Admin, Role.Admin, true)]
    [InlineData(Role.Admin, Role.User, true)]
    [InlineData(Role.Admin, Role.Owner, false)]
    [InlineData(Role.User, Role.User, false)]
    public void Who_manages_members_reaches_up_to_their_own_role(Role actor, Role touched, bool allowed) =>
        Assert.Equal(allowed, MemberRules.Allows(actor, touched));

    [Fact]
    public void An_admin_does_not_make_an_owner_of_a_user() => Assert.False(MemberRules.Allows(Role.Admin, Role.User, Role.Owner));
}
