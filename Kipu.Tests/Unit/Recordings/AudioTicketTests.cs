using Kipu.Recordings;
using Kipu.ServiceDefaults;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Kipu.Tests;

public sealed class AudioTicketTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));
    private readonly Guid _organization = Guid.NewGuid();
    private readonly Guid _recording = Guid.CreateVersion7();

    [Fact]
    public void A_ticket_opens_its_recording_until_it_expires()
    {
        var tickets = Tickets("one secret of ours");
        var (ticket, expiresAt) = tickets.Issue(_organization, _recording);

        Assert.Equal(_organization, tickets.Check(ticket, _recording));
        Assert.Null(tickets.Check(ticket, Guid.CreateVersion7()));

        _time.SetUtcNow(expiresAt);
        Assert.Null(tickets.Check(ticket, _recording));
    }

    [Fact]
    public void A_ticket_that_was_changed_in_any_place_or_signed_by_others_opens_nothing()
    {
        var tickets = Tickets("one secret of ours");
        var (ticket, _) = tickets.Issue(_organization, _recording);

        for (var i = 0; i < ticket.Length; i++)
        {
            var changed = ticket[..i] + (ticket[i] == 'A' ? 'B' : 'A') + ticket[(i + 1)..];
            Assert.Null(tickets.Check(changed, _recording));
        }

        Assert.Null(Tickets("another secret, not ours").Check(ticket, _recording));
        Assert.Null(tickets.Check(null, _recording));
        Assert.Null(tickets.Check("", _recording));
    }

    private AudioTickets Tickets(string secret) => new(Options.Create(new InternalOptions { Token = secret }), _time);
}
