using Kipu.Auth;

namespace Kipu.Tests;

public sealed class KeyPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_key_one_is_due_at_once()
    {
        Assert.Equal(Now, KeyPlan.Of([], Now).SuccessorDue);
    }

    [Fact]
    public void A_key_without_a_successor_gets_one_whose_turn_comes_when_its_own_ends()
    {
        Assert.Equal(Now + KeyPlan.Service, KeyPlan.Of([Key("a", Now)], Now).SuccessorDue);
    }

    [Fact]
    public void The_successor_is_published_long_before_it_signs()
    {
        var plan = KeyPlan.Of([Key("a", Now), Key("b", Now + KeyPlan.Service)], Now);

        Assert.Equal(("a", "a b", null), (plan.Signing!.Id, Published(plan), plan.SuccessorDue));
    }

    [Fact]
    public void When_its_turn_comes_it_signs_and_the_key_before_it_is_published_until_its_last_token_has_ended()
    {
        SigningKey[] keys = [Key("a", Now - KeyPlan.Service), Key("b", Now), Key("c", Now + KeyPlan.Service)];

        Assert.Equal(("b", "a b c"), (KeyPlan.Of(keys, Now).Signing!.Id, Published(KeyPlan.Of(keys, Now))));
        Assert.True(KeyPlan.Afterlife > SessionIssuer.AccessLifetime);
        Assert.Equal("b c", Published(KeyPlan.Of(keys, Now + KeyPlan.Afterlife)));
    }

    [Fact]
    public void A_retired_key_neither_signs_nor_is_published()
    {
        var leaked = Key("a", Now.AddDays(-1));
        leaked.RetiredAt = Now;

        var plan = KeyPlan.Of([leaked, Key("b", Now)], Now);

        Assert.Equal(("b", "b"), (plan.Signing!.Id, Published(plan)));
    }

    [Fact]
    public void After_a_long_standstill_the_old_key_is_followed_at_once()
    {
        Assert.Equal(Now, KeyPlan.Of([Key("a", Now - KeyPlan.Service - TimeSpan.FromDays(9))], Now).SuccessorDue);
    }

    private static string Published(KeyPlan plan) => string.Join(' ', plan.Published.Select(k => k.Id));

    private static SigningKey Key(string id, DateTimeOffset signsAt) =>
        new() { Id = id, PublicKey = [], ProtectedPrivateKey = [], CreatedAt = Now, SignsAt = signsAt };
}
