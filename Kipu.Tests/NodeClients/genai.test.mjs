// The official client, in both of its major versions, unmodified, against the simulator at GEMINI_SIMULATOR.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as three from "@google/genai";
import * as two from "genai-2";

const baseUrl = process.env.GEMINI_SIMULATOR;
const model = "gemini-3.8-flash";
const notes = "The budget is 300 dollars. The launch is on Friday. Marta pays for the parking lot.";

for (const [name, { GoogleGenAI, ApiError, Modality }] of Object.entries({ three, two })) {
  const ai = new GoogleGenAI({ apiKey: "kipu-simulator", httpOptions: { baseUrl } });

  test(`${name}: models are listed and described`, async () => {
    const names = [];
    for await (const found of await ai.models.list({ config: { pageSize: 3 } })) names.push(found.name);
    assert.ok(names.includes("models/gemini-3.8-live"));
    assert.deepEqual((await ai.models.get({ model })).supportedActions, ["generateContent", "countTokens"]);
  });

  test(`${name}: a question is answered from the text that comes with it, whole and in a stream`, async () => {
    const contents = [{ role: "user", parts: [{ text: notes }, { text: "What is the budget?" }] }];

    const answer = await ai.models.generateContent({ model, contents });
    let streamed = "";
    for await (const piece of await ai.models.generateContentStream({ model, contents })) streamed += piece.text ?? "";

    assert.equal(answer.text, "The budget is 300 dollars.");
    assert.equal(streamed, answer.text);
    assert.match(answer.modelVersion, /^kipu-simulator\//);
    assert.equal(answer.candidates[0].finishReason, "STOP");
    assert.ok(answer.usageMetadata.promptTokenCount > 20);
  });

  test(`${name}: a file is uploaded in chunks, used, listed and deleted`, async () => {
    const bytes = new Uint8Array(9 * 1024 * 1024 + 1).fill(7);

    const file = await ai.files.upload({ file: new Blob([bytes], { type: "audio/wav" }), config: { mimeType: "audio/wav", displayName: "D" } });

    assert.equal(file.sizeBytes, String(bytes.length));
    assert.equal(file.state, "ACTIVE");
    assert.equal((await ai.files.get({ name: file.uri })).name, file.name);
    const listed = [];
    for await (const found of await ai.files.list({ config: { pageSize: 10 } })) listed.push(found.name);
    assert.ok(listed.includes(file.name));
    await ai.files.delete({ name: file.name });
    await assert.rejects(ai.files.get({ name: file.name }), (error) => error instanceof ApiError && error.status === 403);
  });

  test(`${name}: tokens are counted and texts embedded`, async () => {
    assert.ok((await ai.models.countTokens({ model, contents: notes })).totalTokens > 10);

    const { embeddings } = await ai.models.embedContent({
      model: "gemini-embedding-001",
      contents: [notes, "Marta pays for parking.", "Completely different words here."],
      config: { taskType: "RETRIEVAL_DOCUMENT", outputDimensionality: 768 },
    });
    const likeness = (a, b) => a.values.reduce((sum, value, index) => sum + value * b.values[index], 0);
    assert.equal(embeddings[0].values.length, 768);
    assert.ok(likeness(embeddings[0], embeddings[1]) > likeness(embeddings[0], embeddings[2]));
  });

  test(`${name}: mistakes are errors with Google's words`, async () => {
    const stranger = new GoogleGenAI({ apiKey: "invalid", httpOptions: { baseUrl } });
    await assert.rejects(stranger.models.generateContent({ model, contents: "x" }), (error) => error.status === 400 && /API key not valid/.test(error.message));
    await assert.rejects(ai.models.generateContent({ model: "gemini-1.0-pro", contents: "x" }), { status: 404 });
    await assert.rejects(
      ai.models.generateContent({ model, contents: "x", config: { thinkingConfig: { thinkingLevel: "MINIMAL" } } }),
      (error) => error.status === 400 && /MINIMAL is not supported/.test(error.message),
    );
  });

  test(`${name}: a voice session answers aloud, calls its tool and says what it costs`, async () => {
    const messages = [];
    let wake = () => {};
    const session = await ai.live.connect({
      model: "gemini-3.8-live",
      config: {
        responseModalities: [Modality.AUDIO],
        systemInstruction: "You answer about meetings.",
        tools: [{ functionDeclarations: [{ name: "search", description: "Searches", parameters: { type: "OBJECT", properties: { query: { type: "STRING" } } } }] }],
        outputAudioTranscription: {},
        sessionResumption: {},
      },
      callbacks: { onmessage: (message) => { messages.push(message); wake(); }, onerror: () => wake(), onclose: () => wake() },
    });
    const until = async (fits) => {
      while (!messages.some(fits)) await new Promise((resolve) => { wake = resolve; });
      return messages.find(fits);
    };

    session.sendClientContent({ turns: "Who pays for the parking lot?" });
    const { toolCall } = await until((message) => message.toolCall);
    const [{ id, name: tool, args }] = toolCall.functionCalls;
    session.sendToolResponse({ functionResponses: [{ id, name: tool, response: { output: notes } }] });
    const last = await until((message) => message.serverContent?.turnComplete);
    session.close();

    assert.match(args.query, /parking/);
    assert.equal(messages.map((message) => message.serverContent?.outputTranscription?.text ?? "").join("").trim(), "Marta pays for the parking lot.");
    const audio = messages.flatMap((message) => message.serverContent?.modelTurn?.parts ?? []).filter((part) => part.inlineData);
    assert.ok(audio.length > 5 && audio.every((part) => part.inlineData.mimeType === "audio/pcm;rate=24000"));
    assert.ok(last.usageMetadata.responseTokenCount > 0);
    assert.ok(messages.some((message) => message.sessionResumptionUpdate?.newHandle));
  });

  test(`${name}: a voice session can be opened by a token that works once`, async () => {
    const early = new GoogleGenAI({ apiKey: "kipu-simulator", httpOptions: { baseUrl, apiVersion: "v1alpha" } });
    const token = await early.authTokens.create({ config: { uses: 1, httpOptions: { apiVersion: "v1alpha" } } });
    const guest = new GoogleGenAI({ apiKey: token.name, httpOptions: { baseUrl, apiVersion: "v1alpha" } });
    let opened;
    const setUp = new Promise((resolve) => { opened = resolve; });

    const session = await guest.live.connect({
      model: "gemini-3.8-live",
      config: { responseModalities: [Modality.AUDIO] },
      callbacks: { onmessage: (message) => message.setupComplete && opened(true) },
    });

    assert.equal(await setUp, true);
    session.close();
  });
}

test("Vertex AI's paths answer as well", async () => {
  const response = await fetch(`${baseUrl}/v1beta1/projects/p/locations/global/publishers/google/models/${model}:generateContent`, {
    method: "POST",
    headers: { authorization: "Bearer some-token", "content-type": "application/json" },
    body: JSON.stringify({ contents: [{ role: "user", parts: [{ text: notes }, { text: "When is the launch?" }] }] }),
  });

  assert.equal((await response.json()).candidates[0].content.parts[0].text, "The launch is on Friday.");
});
