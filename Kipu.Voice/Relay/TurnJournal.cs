using System.Text;
using Kipu.Gemini;

namespace Kipu.Voice;

/// <summary>What is to be written down at once: turns, and the session's totals by then. Writing it twice does no harm.</summary>
internal sealed record TurnBatch(
    IReadOnlyList<VoiceTurn> Turns, long InputTokens, long OutputTokens, long CostMicros, string? ResumptionHandle, string? Model);

/// <summary>
/// Puts the increments of both sides together to turns, and keeps them until they are stored. The user's words may still come
/// when the answer has begun: a turn is whole when the model says that it is over.
/// </summary>
internal sealed class TurnJournal(SessionHold.Held held, TimeProvider time)
{
    private readonly StringBuilder _user = new();
    private readonly StringBuilder _agent = new();
    private readonly List<VoiceTurn> _all = [.. held.Turns];
    private readonly List<VoiceTurn> _unsaved = [];
    private readonly Lock _lock = new();
    private int _next = held.Turns.Count;
    private GeminiUsage _turnUsage = GeminiUsage.None;
    private long _input = held.Session.InputTokens;
    private long _output = held.Session.OutputTokens;
    private decimal _costMicros = held.Session.CostMicros;

    /// <summary>Everything that was said, also before this connection: for a model that has lost its memory.</summary>
    public IReadOnlyList<GeminiTurn> History
    {
        get
        {
            lock (_lock)
            {
                return HistoryOf(_all);
            }
        }
    }

    public static IReadOnlyList<GeminiTurn> HistoryOf(IEnumerable<VoiceTurn> turns) =>
        [.. turns.Select(t => t.Role == VoiceTurn.User ? GeminiTurn.User(t.Text) : GeminiTurn.Model(t.Text))];

    public ServerMessage.Transcript Hear(string role, string increment)
    {
        lock (_lock)
        {
            var words = role == VoiceTurn.User ? _user : _agent;
            words.Append(increment);
            return new(role, increment, words.ToString().Trim(), Final: false);
        }
    }

    public ServerMessage.Usage Count(string model, GeminiUsage usage)
    {
        lock (_lock)
        {
            _turnUsage += usage;
            _costMicros += GeminiPrices.MicroDollarsOf(model, usage, time.GetUtcNow()) ?? 0;
            var (input, output) = (usage.PromptTokens, usage.OutputTokens + usage.ThoughtTokens);
            (_input, _output) = (_input + input, _output + output);
            return new(input, output, _input, _output);
        }
    }

    /// <summary>The turn is over, or was cut short: what either side said of it stands.</summary>
    public IReadOnlyList<ServerMessage.Transcript> EndTurn()
    {
        lock (_lock)
        {
            var ended = new List<ServerMessage.Transcript>();
            foreach (var (role, words) in new[] { (VoiceTurn.User, _user), (VoiceTurn.Agent, _agent) })
            {
                var text = words.ToString().Trim();
                words.Clear();
                if (text.Length == 0) continue;
                ended.Add(new(role, "", text, Final: true));
                Write(role, text);
            }

            return ended;
        }
    }

    /// <summary>What isn't stored yet. It stays here until <see cref="Saved"/>.</summary>
    public TurnBatch Unsaved(string? resumptionHandle, string? model)
    {
        lock (_lock)
        {
            return new([.. _unsaved], _input, _output, (long)Math.Ceiling(_costMicros), resumptionHandle, model);
        }
    }

    public void Saved(TurnBatch batch)
    {
        lock (_lock)
        {
            _unsaved.RemoveRange(0, batch.Turns.Count);
        }
    }

    private void Write(string role, string text)
    {
        var isAgent = role == VoiceTurn.Agent;
        var turn = new VoiceTurn
        {
            OrganizationId = held.Session.OrganizationId,
            SessionId = held.Session.Id,
            Ordinal = _next++,
            Role = role,
            Text = text.Replace("\0", "", StringComparison.Ordinal),
            At = time.GetUtcNow(),
            InputTokens = isAgent ? _turnUsage.PromptTokens : 0,
            OutputTokens = isAgent ? _turnUsage.OutputTokens + _turnUsage.ThoughtTokens : 0,
        };
        if (isAgent) _turnUsage = GeminiUsage.None;
        _unsaved.Add(turn);
        _all.Add(turn);
    }
}
