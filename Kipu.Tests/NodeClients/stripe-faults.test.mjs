// The official client, unmodified, meets the troubles that the simulator at STRIPE_SIMULATOR is told to make.
import assert from "node:assert/strict";
import { test } from "node:test";
import Stripe from "stripe";

const address = new URL(process.env.STRIPE_SIMULATOR);
const client = (key) => new Stripe(key, { host: address.hostname, port: address.port, protocol: "http" });
const stripe = client("sk_test_kipu_simulator");

async function fault(rule) {
  const answer = await fetch(new URL("/_sim/faults", address), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(rule) });
  assert.equal(answer.status, 204);
}

async function named(name) {
  return (await stripe.customers.search({ query: `name:'${name}'` })).data.length;
}

for (const rule of [{ status: 409 }, { status: 500 }, { status: 503 }, { drop: "before" }, { drop: "after" }]) {
  test(`one customer comes of ${JSON.stringify(rule)}`, async () => {
    const name = `once ${JSON.stringify(rule)} ${Date.now()}`.replaceAll(/['"{}]/g, "");
    await fault({ method: "POST", path: "/v1/customers", ...rule });
    await stripe.customers.create({ name });
    assert.equal(await named(name), 1);
  });
}

test("a rate limit is an error, unless the answer says to try again", async () => {
  await fault({ path: "/v1/customers", status: 429 });
  await assert.rejects(stripe.customers.list(), Stripe.errors.StripeRateLimitError);
  await fault({ path: "/v1/customers", status: 429, shouldRetry: true });
  await stripe.customers.list();
});

test("an outage that says not to try again is an error at once", async () => {
  await fault({ path: "/v1/customers", status: 500, shouldRetry: false });
  await assert.rejects(stripe.customers.list(), Stripe.errors.StripeAPIError);
});

test("each refusal has its class", async () => {
  await assert.rejects(stripe.customers.retrieve("cus_none"), { statusCode: 404, code: "resource_missing" });
  await assert.rejects(stripe.customers.create({ nonsense: 1 }), { statusCode: 400, code: "parameter_unknown", param: "nonsense" });
  await assert.rejects(stripe.refunds.create({}), { type: "StripeInvalidRequestError", code: "parameter_missing" });
  await assert.rejects(stripe.rawRequest("GET", "/v1/nonsense"), { statusCode: 404 });
  await assert.rejects(client("sk_live_x").customers.list(), Stripe.errors.StripeAuthenticationError);
});

test("texts of all alphabets, brackets of metadata and empty values arrive as they are", async () => {
  const created = await stripe.customers.create({ name: "Ñandú & Söhne + 100 %", description: "a=b&c", metadata: { "über key": "日本 / ?", gone: "x" } });
  const read = await stripe.customers.retrieve(created.id);
  assert.deepEqual([read.name, read.description, read.metadata["über key"]], ["Ñandú & Söhne + 100 %", "a=b&c", "日本 / ?"]);
  const cleared = await stripe.customers.update(created.id, { description: "", metadata: { gone: "" } });
  assert.deepEqual([cleared.description, Object.keys(cleared.metadata)], [null, ["über key"]]);
  assert.deepEqual((await stripe.customers.update(created.id, { metadata: "" })).metadata, {});
});
