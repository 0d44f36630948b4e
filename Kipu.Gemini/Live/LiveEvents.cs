using System.Text.Json;

namespace Kipu.Gemini;

/// <summary>Something that a voice session tells; several may come in one message, here always in a sensible order.</summary>
public abstract record LiveEvent;

/// <summary>A piece of the answer: 16-bit little-endian mono PCM. It comes faster than it is played.</summary>
public sealed record LiveAudio(ReadOnlyMemory<byte> Pcm, int SampleRate) : LiveEvent;

public sealed record LiveText(string Text) : LiveEvent;

/// <summary>What the user was heard to say; an increment, not in step with the audio.</summary>
public sealed record LiveInputTranscript(string Text, bool IsFinished) : LiveEvent;

/// <summary>What the model says; an increment, not in step with the audio.</summary>
public sealed record LiveOutputTranscript(string Text, bool IsFinished) : LiveEvent;

/// <summary>The user spoke: what is buffered for playback is to be dropped now.</summary>
public sealed record LiveInterrupted : LiveEvent;

/// <summary>All of the answer has been sent; playback still goes on.</summary>
public sealed record LiveGenerationComplete : LiveEvent;

/// <summary>The turn is over, playback included.</summary>
/// <param name="Reason">Why, when it didn't end well; null otherwise.</param>
public sealed record LiveTurnComplete(string? Reason) : LiveEvent;

/// <summary>Tokens of a turn. The whole context is billed anew each turn: the sum of all of these is the bill.</summary>
public sealed record LiveUsage(GeminiUsage Usage) : LiveEvent;

/// <summary>The model wants tools to be run; answer by <see cref="GeminiLiveSession.SendToolResponsesAsync"/>.</summary>
public sealed record LiveToolCall(IReadOnlyList<LiveFunctionCall> Calls) : LiveEvent;

/// <summary>These calls are not wanted any more: stop their work, send no answer.</summary>
public sealed record LiveToolCallCancelled(IReadOnlyList<string> Ids) : LiveEvent;

/// <summary>A state that a later session can go on from.</summary>
public sealed record LiveResumable(string Handle) : LiveEvent;

/// <summary>Gemini will end the connection; the session changes it over by itself.</summary>
public sealed record LiveGoingAway(TimeSpan TimeLeft) : LiveEvent;

/// <summary>The session has a new connection.</summary>
/// <param name="Cause">Why the old one was given up.</param>
/// <param name="IsResumed">False: Gemini remembers nothing of the conversation; tell it by <see cref="GeminiLiveSession.SendHistoryAsync"/>.</param>
public sealed record LiveReconnected(LiveCloseReason Cause, bool IsResumed) : LiveEvent;

/// <summary>The last event of a session.</summary>
public sealed record LiveClosed(LiveCloseReason Reason, string Detail) : LiveEvent;

public sealed record LiveFunctionCall(string Id, string Name, JsonElement Arguments);

/// <summary>What a tool found. Gemini copes badly with more than 8 KB; an empty result is to say that asking again is no use.</summary>
/// <param name="Id">The call's id.</param>
/// <param name="Name">The call's name.</param>
/// <param name="Output">A JSON value.</param>
/// <param name="IsError">Whether the tool failed and the output says why.</param>
public sealed record LiveToolResponse(string Id, string Name, JsonElement Output, bool IsError = false);
