using Kipu.Demo;

if (args is not [var gateway, var file, var answer])
{
    Console.Error.WriteLine("usage: Kipu.Demo GATEWAY AUDIO-FILE ANSWER.wav    (./kipu demo calls it)");
    return 2;
}

using var ended = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    ended.Cancel();
};

try
{
    using var customer = new Customer(new Uri(gateway));
    var audio = new FileInfo(file);
    Console.WriteLine($"A meeting's way through Kipu: {audio.Name} ({Words.Bytes(audio.Length)})");

    await Step.RunAsync("Sign up", () => customer.SignUpAsync(ended.Token));
    await Step.RunAsync("Checkout", () => customer.CheckOutAsync(ended.Token));
    await Step.RunAsync("Pay", () => customer.PayAsync(ended.Token));
    await Step.RunAsync("Code", () => customer.AwaitCodeAsync(ended.Token));

    var recording = new Recording(customer.Client, audio);
    await Step.RunAsync("Upload", () => recording.UploadAsync(ended.Token));
    await Step.RunAsync("Finalize", () => recording.FinalizeAsync(ended.Token));
    await Step.RunAsync("Analysis", () => recording.FollowAsync(ended.Token));
    var analysis = await Step.RunAsync("Result", () => recording.ReadAsync(ended.Token));
    AnalysisReport.Print(analysis);
    if (analysis.Transcript is { Count: > 0 })
    {
        await Step.RunAsync("Search", () => recording.SearchAsync(AnalysisReport.WordToSearch(analysis), ended.Token));
    }

    var conversation = new Conversation(customer.Client, recording.Id, analysis.Language);
    await Step.RunAsync("Voice", () => conversation.AskAsync(answer, ended.Token));

    Console.WriteLine();
    Console.WriteLine($"See it in the console:  {new Uri(customer.Client.BaseAddress!, $"recordings/{recording.Id}")}");
    Console.WriteLine($"Sign in as:             {customer.Email}   password: {customer.Password}");
    return 0;
}
catch (DemoException e)
{
    Console.Error.WriteLine();
    Console.Error.WriteLine($"The demo stops here: {e.Message}");
    return 1;
}
catch (OperationCanceledException) when (ended.IsCancellationRequested)
{
    return 130;
}
