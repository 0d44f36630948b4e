// The official client, unmodified, against Storage behind the gateway: TUS_ENDPOINT, with CODE, sends FILE as RECORDING and as JOINED.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { test } from "node:test";
import { Upload } from "tus-js-client";

const { TUS_ENDPOINT: endpoint, CODE: code, FILE: path, RECORDING: recordingId, JOINED: joinedId } = process.env;
const headers = { "x-organization-code": code };
const file = await readFile(path);

const upload = (options) =>
  new Promise((resolve, reject) => {
    const started = new Upload(file, {
      endpoint, headers, retryDelays: [0, 200, 500, 1000, 2000], ...options,
      onSuccess: () => resolve(started),
      onError: (error) => reject(Object.assign(error, { upload: started })),
    });
    started.start();
  });

// The endpoint behind a connection that breaks, once, when so many bytes have gone through.
const breaking = async (bytes) => {
  let left = bytes;
  const server = createServer((client) => {
    const target = new URL(endpoint);
    const service = connect(target.port, target.hostname);
    client.on("data", (data) => {
      const breaks = left > 0 && (left -= data.length) <= 0;
      service.write(data);
      if (breaks) { service.end(); client.destroy(); }
    });
    service.pipe(client);
    client.on("end", () => service.end()).on("error", () => service.destroy());
    service.on("error", () => client.destroy());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { endpoint: `http://127.0.0.1:${server.address().port}/api/tus`, hasBroken: () => left <= 0 };
};

test("an upload whose connection breaks goes on where it stopped", async () => {
  const metadata = { filename: "reunión.wav", filetype: "audio/wav", title: "Reunión de lunes", recordingId };
  const connection = await breaking(file.length / 2);
  const offsets = [];

  await upload({
    endpoint: connection.endpoint,
    metadata,
    onBeforeRequest: (request) => { if (request.getMethod() === "PATCH") offsets.push(Number(request.getHeader("Upload-Offset"))); },
  });

  assert.ok(connection.hasBroken());
  assert.ok(offsets.length > 1 && offsets.at(-1) > 0, `went on at ${offsets}`);
});

test("an upload in small requests is one upload", async () => {
  const offsets = [];

  await upload({ chunkSize: 3_000_000, uploadDataDuringCreation: true, onChunkComplete: (_, accepted) => offsets.push(accepted) });

  assert.equal(offsets.at(-1), file.length);
  assert.ok(offsets.length > 2);
});

test("an upload in several parts at once is joined", async () => {
  const { url } = await upload({ parallelUploads: 3, metadata: { recordingId: joinedId, title: "Joined" } });

  assert.ok(url.endsWith(joinedId));
});

test("an upload that is given up is gone", async () => {
  const { endpoint: broken } = await breaking(file.length / 2);
  const { upload: left } = await upload({ endpoint: broken, retryDelays: null }).then(assert.fail, (error) => error);

  await left.abort(true);

  const response = await fetch(left.url, { method: "HEAD", headers: { ...headers, "Tus-Resumable": "1.0.0" } });
  assert.equal(response.status, 410);
});
