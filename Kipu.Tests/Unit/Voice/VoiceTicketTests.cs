using Kipu.Voice;

namespace Kipu.Tests;

public sealed class VoiceTicketTests
{
    [Fact]
    public void A_ticket_names_its_organization_and_no_two_are_alike()
    {
        var organization = Guid.NewGuid();
        var ticket = VoiceTicket.New(organization);

        Assert.True(VoiceTicket.TryParse(ticket.Text, out var parsed));
        Assert.Equal(organization, parsed.OrganizationId);
        Assert.Equal(ticket.Hash, parsed.Hash);
        Assert.NotEqual(ticket.Text, VoiceTicket.New(organization).Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64url!")]
    [InlineData("AAAA")]
    public void What_is_no_ticket_is_refused(string? text) => Assert.False(VoiceTicket.TryParse(text, out _));

    [Theory]
    [InlineData("http://localhost:10000", "ws://localhost:10000/api/voice/ws/")]
    [InlineData("https://kipu.example/", "wss://kipu.example/api/voice/ws/")]
    [InlineData("https://example.com/kipu", "wss://example.com/kipu/api/voice/ws/")]
    public void The_socket_stands_at_the_public_address(string publicUrl, string expected)
    {
        var id = Guid.NewGuid();
        var ticket = VoiceTicket.New(Guid.NewGuid());

        Assert.Equal($"{expected}{id}?ticket={ticket.Text}", SessionEndpoints.SocketUrl(publicUrl, id, ticket));
    }
}
