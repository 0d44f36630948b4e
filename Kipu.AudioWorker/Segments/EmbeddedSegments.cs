using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>Hears segments with the recognisers on this machine.</summary>
internal sealed class EmbeddedSegments(SpeechEngine speech, ScratchFolder scratch) : ISegmentEngine
{
    public async Task<SegmentResult> HearAsync(SegmentToHear segment, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var heard = await speech.TranscribeAsync(segment.File, new()
        {
            From = segment.Part.From,
            To = segment.Part.To,
            Speech = segment.Measured.Speech,
            Turns = segment.Measured.Turns,
            Language = segment.Language,
            Terms = segment.Vocabulary,
            ScratchFolder = scratch.Path,
        }, progress, cancellationToken);
        var turns = heard.Transcript?.Segments ?? [];
        var engine = heard.Engine;
        return new(
            heard.Transcript?.Language,
            VoicesAreGlobal: true,
            [.. turns.Select(t => t.Speaker ?? "").Distinct().Select(id => new HeardSpeaker(id, null))],
            [.. turns.Select(t => new HeardTurn(t.Speaker ?? "", t.Start, t.End, t.Text, t.Confidence, t.Language))],
            new("embedded", engine.Model ?? engine.Transcriber, engine.Transcriber, engine.Confidence),
            engine.Reasons)
        {
            Unheard = [.. heard.Unheard.Select(stretch => new UnheardStretch(stretch.Start, stretch.End, Reason.RecogniserFailed))],
        };
    }
}
