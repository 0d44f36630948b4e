using System.Text;
using Kipu.Voice;

namespace Kipu.Tests;

public sealed class ClientMessageTests
{
    [Fact]
    public void Each_message_of_the_contract_is_understood()
    {
        Assert.Equal([1, 2], Assert.IsType<ClientMessage.Audio>(Parse("""{"type":"audio","data":"AQI="}""")).Pcm.ToArray());
        Assert.Equal("¿Qué?", Assert.IsType<ClientMessage.Text>(Parse("""{"type":"text","text":" ¿Qué? "}""")).Words);
        Assert.IsType<ClientMessage.TurnComplete>(Parse("""{"type":"turn_complete"}"""));
        Assert.IsType<ClientMessage.ActivityStart>(Parse("""{"type":"activity_start"}"""));
        Assert.IsType<ClientMessage.ActivityEnd>(Parse("""{"type":"activity_end"}"""));
        Assert.IsType<ClientMessage.Interrupt>(Parse("""{"type":"interrupt"}"""));
        Assert.Equal(5, Assert.IsType<ClientMessage.Ping>(Parse("""{"type":"ping","t":5}""")).Token!.Value.GetInt32());
        Assert.IsType<ClientMessage.Close>(Parse("""{"type":"close"}"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"shout"}""")]
    [InlineData("""{"type":"audio"}""")]
    [InlineData("""{"type":"audio","data":"***"}""")]
    [InlineData("""{"type":"audio","data":"AQ=="}""")]
    [InlineData("""{"type":"audio","data":""}""")]
    [InlineData("""{"type":"text","text":"  "}""")]
    public void What_is_nothing_we_know_is_told_so(string json)
    {
        Assert.False(ClientMessage.TryParse(Encoding.UTF8.GetBytes(json), out _, out var problem));
        Assert.NotEmpty(problem);
    }

    private static ClientMessage Parse(string json)
    {
        Assert.True(ClientMessage.TryParse(Encoding.UTF8.GetBytes(json), out var message, out var problem), problem);
        return message;
    }
}
