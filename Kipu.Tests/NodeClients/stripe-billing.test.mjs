// The official client, unmodified, bills subscriptions at the simulator at STRIPE_SIMULATOR.
import assert from "node:assert/strict";
import { test } from "node:test";
import Stripe from "stripe";

const address = new URL(process.env.STRIPE_SIMULATOR);
const stripe = new Stripe("sk_test_kipu_simulator", { host: address.hostname, port: address.port, protocol: "http" });
const day = 86_400;

async function price(amount, options = {}) {
  const product = await stripe.products.create({ name: `Kipu ${amount}` });
  return stripe.prices.create({ product: product.id, currency: "usd", unit_amount: amount, recurring: { interval: "month" }, ...options });
}

function form(url, fields) {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}

const card = (cardNumber = "4242424242424242") => ({ email: "pay@acme.example", cardNumber, cardExpiry: "12/49", cardCvc: "123", billingName: "Acme" });

/** A subscription that a customer, with a clock of their own, has paid for on the page. */
async function subscribe({ start = "2027-01-31T10:00:00Z", cardNumber, amount = 2900, ...options } = {}) {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: Date.parse(start) / 1000, name: "renewals" });
  const customer = await stripe.customers.create({ email: "pay@acme.example", test_clock: clock.id });
  const { id } = await price(amount);
  const session = await stripe.checkout.sessions.create({
    mode: "subscription",
    customer: customer.id,
    line_items: [{ price: id, quantity: 1 }],
    success_url: "http://shop.example/ok?s={CHECKOUT_SESSION_ID}",
    ...options,
  });
  const answer = await form(session.url, card(cardNumber));
  assert.equal(answer.status, 303);
  if (answer.headers.get("location").endsWith("/authenticate")) await form(`${session.url}/authenticate`, { outcome: "complete" });
  const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription"] });
  return { clock, customer, session: paid, subscription: paid.subscription };
}

async function advance(clock, iso) {
  const answer = await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: Date.parse(iso) / 1000 });
  assert.equal(answer.status, "advancing");
  for (let tries = 0; tries < 500; tries++) {
    const { status } = await stripe.testHelpers.testClocks.retrieve(clock.id);
    if (status === "ready") return;
    assert.equal(status, "advancing");
  }
  assert.fail("the clock does not become ready");
}

const iso = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);

test("a subscription renews at month ends, each time with a draft hour and a paid invoice", async () => {
  const { clock, subscription } = await subscribe();
  await advance(clock, "2027-02-28T10:30:00Z");
  const [draft] = (await stripe.invoices.list({ subscription: subscription.id })).data;
  assert.deepEqual([draft.status, draft.billing_reason, draft.number], ["draft", "subscription_cycle", null]);
  assert.equal(iso((await stripe.subscriptions.retrieve(subscription.id)).items.data[0].current_period_end), "2027-03-31");

  for (const month of ["2027-04-15", "2027-06-15", "2027-08-15", "2027-10-15", "2027-12-15", "2028-02-01"]) await advance(clock, `${month}T00:00:00Z`);

  const invoices = await stripe.invoices.list({ subscription: subscription.id, limit: 100 });
  assert.equal(invoices.data.length, 13);
  assert.ok(invoices.data.every((invoice) => invoice.status === "paid" && invoice.amount_paid === 2900));
  assert.deepEqual(
    invoices.data.map((invoice) => iso(invoice.lines.data[0].period.start)).reverse().slice(0, 5),
    ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"],
  );
  assert.equal(new Set(invoices.data.map((invoice) => invoice.number)).size, 13);
});

test("an upgrade costs what its preview said", async () => {
  const { clock, subscription, customer } = await subscribe({ start: "2027-04-01T00:00:00Z" });
  await advance(clock, "2027-04-11T07:00:00Z");
  const dearer = await price(9900);
  const items = [{ id: subscription.items.data[0].id, price: dearer.id }];
  const proration_date = Date.parse("2027-04-11T06:59:00Z") / 1000;
  const preview = await stripe.invoices.createPreview({
    customer: customer.id, subscription: subscription.id, subscription_details: { items, proration_behavior: "always_invoice", proration_date },
  });
  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).items.data[0].price.unit_amount, 2900);

  const changed = await stripe.subscriptions.update(subscription.id, {
    items, proration_behavior: "always_invoice", payment_behavior: "pending_if_incomplete", proration_date, expand: ["latest_invoice.payments"],
  });

  assert.equal(changed.items.data[0].price.id, dearer.id);
  assert.equal(changed.pending_update, null);
  const invoice = changed.latest_invoice;
  assert.deepEqual([invoice.status, invoice.total, invoice.billing_reason], ["paid", preview.total, "subscription_update"]);
  assert.deepEqual(invoice.lines.data.map((line) => line.amount), preview.lines.data.map((line) => line.amount));
  assert.ok(invoice.lines.data.every((line) => line.parent.subscription_item_details.proration));
  const share = (amount) => Math.round((amount * (Date.parse("2027-05-01T00:00:00Z") / 1000 - proration_date)) / (30 * day));
  assert.deepEqual(invoice.lines.data.map((line) => line.amount), [-share(2900), share(9900)]);
});

test("an upgrade whose payment fails waits, and lapses with its invoice", async () => {
  const { clock, subscription } = await subscribe({ start: "2027-04-01T00:00:00Z", cardNumber: "4000000000000341" });
  const dearer = await price(9900);
  const items = [{ id: subscription.items.data[0].id, price: dearer.id }];
  const changed = await stripe.subscriptions.update(subscription.id, { items, proration_behavior: "always_invoice", payment_behavior: "pending_if_incomplete" });
  assert.equal(changed.items.data[0].price.unit_amount, 2900);
  assert.equal(changed.status, "active");
  assert.equal(changed.pending_update.subscription_items[0].price.id, dearer.id);
  assert.equal((await stripe.invoices.retrieve(changed.latest_invoice)).status, "open");

  await advance(clock, "2027-04-03T00:00:00Z");

  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).pending_update, null);
  assert.equal((await stripe.invoices.retrieve(changed.latest_invoice)).status, "void");
});

test("an upgrade whose payment failed comes true when its hosted invoice is paid", async () => {
  const { subscription } = await subscribe({ start: "2027-04-01T00:00:00Z", cardNumber: "4000002760003184" });
  const dearer = await price(9900);
  const changed = await stripe.subscriptions.update(subscription.id, {
    items: [{ id: subscription.items.data[0].id, price: dearer.id }],
    proration_behavior: "always_invoice", payment_behavior: "pending_if_incomplete", expand: ["latest_invoice"],
  });
  assert.notEqual(changed.pending_update, null);
  await assert.rejects(stripe.invoices.pay(changed.latest_invoice.id), (error) => {
    assert.equal(error.statusCode, 402);
    assert.equal(error.payment_intent.status, "requires_action");
    return true;
  });

  const asked = await form(changed.latest_invoice.hosted_invoice_url, card("4000000000003220"));
  assert.equal(asked.status, 303);
  const answer = await form(new URL(asked.headers.get("location"), address), { outcome: "complete" });

  assert.equal(answer.status, 303);
  const after = await stripe.subscriptions.retrieve(subscription.id);
  assert.deepEqual([after.items.data[0].price.id, after.pending_update], [dearer.id, null]);
});

test("an unpaid renewal is tried again and ends the subscription", async () => {
  const { clock, subscription } = await subscribe({ start: "2027-04-01T00:00:00Z", cardNumber: "4000000000000341" });
  await advance(clock, "2027-05-01T02:00:00Z");
  const late = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
  assert.deepEqual([late.status, late.latest_invoice.status, late.latest_invoice.attempt_count], ["past_due", "open", 1]);
  assert.equal(iso(late.latest_invoice.next_payment_attempt), "2027-05-04");
  await assert.rejects(stripe.invoices.pay(late.latest_invoice.id), { type: "StripeCardError", code: "card_declined", decline_code: "generic_decline" });

  await advance(clock, "2027-05-20T00:00:00Z");

  const ended = await stripe.subscriptions.retrieve(subscription.id);
  assert.deepEqual([ended.status, ended.cancellation_details.reason], ["canceled", "payment_failed"]);
  const types = (await stripe.events.list({ limit: 100 })).data.filter((event) => JSON.stringify(event.data).includes(subscription.id)).map((event) => event.type);
  for (const type of ["invoice.payment_failed", "customer.subscription.updated", "customer.subscription.deleted"]) assert.ok(types.includes(type), type);
});

test("an unpaid renewal that is paid by hand puts the subscription right", async () => {
  const { clock, subscription } = await subscribe({ start: "2027-04-01T00:00:00Z", cardNumber: "4000000000000341" });
  await advance(clock, "2027-05-01T02:00:00Z");
  const { latest_invoice } = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });

  assert.equal((await form(latest_invoice.hosted_invoice_url, card())).status, 303);

  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).status, "active");
  await advance(clock, "2027-06-15T00:00:00Z");
  assert.deepEqual((await stripe.invoices.list({ subscription: subscription.id })).data.map((invoice) => invoice.status), ["paid", "paid", "paid"]);
});

test("a cancelled subscription ends with its period, unless that is undone", async () => {
  const { clock, subscription } = await subscribe({ start: "2027-04-01T00:00:00Z" });
  const asked = await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true, cancellation_details: { feedback: "unused", comment: "no" } });
  assert.deepEqual([asked.status, asked.cancel_at_period_end, iso(asked.cancel_at), asked.cancellation_details.feedback], ["active", true, "2027-05-01", "unused"]);
  const undone = await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false });
  assert.deepEqual([undone.cancel_at_period_end, undone.cancel_at, undone.canceled_at], [false, null, null]);
  await stripe.subscriptions.update(subscription.id, { cancel_at: "min_period_end" });
  assert.equal((await stripe.subscriptions.update(subscription.id, { cancel_at: "" })).cancel_at, null);
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });

  await advance(clock, "2027-05-02T00:00:00Z");

  const ended = await stripe.subscriptions.retrieve(subscription.id);
  assert.deepEqual([ended.status, iso(ended.ended_at)], ["canceled", "2027-05-01"]);
  assert.equal((await stripe.invoices.list({ subscription: subscription.id })).data.length, 1);
});

test("a subscription that ends at once gives the rest back to the balance", async () => {
  const { clock, customer, subscription } = await subscribe({ start: "2027-04-01T00:00:00Z", amount: 3000 });
  await advance(clock, "2027-04-16T00:00:00Z");

  const ended = await stripe.subscriptions.cancel(subscription.id, { prorate: true, invoice_now: true });

  assert.equal(ended.status, "canceled");
  assert.equal((await stripe.customers.retrieve(customer.id)).balance, -1500);
  await assert.rejects(stripe.subscriptions.cancel(subscription.id), { statusCode: 404, code: "resource_missing" });
});

test("a cheaper plan begins with the next period by a schedule", async () => {
  const { clock, subscription } = await subscribe({ start: "2027-04-01T00:00:00Z", amount: 9900 });
  const cheaper = await price(2900);
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
  const [phase] = schedule.phases;
  await stripe.subscriptionSchedules.update(schedule.id, {
    end_behavior: "release",
    phases: [
      { items: [{ price: phase.items[0].price, quantity: 1 }], start_date: phase.start_date, end_date: phase.end_date },
      { items: [{ price: cheaper.id, quantity: 1 }], duration: { interval: "month", interval_count: 1 }, proration_behavior: "none" },
    ],
  });
  await assert.rejects(stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true }), { statusCode: 400 });
  await advance(clock, "2027-05-01T02:00:00Z");

  const lower = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice", "schedule"] });
  assert.deepEqual([lower.items.data[0].price.id, lower.latest_invoice.total, lower.schedule.status], [cheaper.id, 2900, "active"]);
  await advance(clock, "2027-06-01T02:00:00Z");
  assert.equal((await stripe.subscriptionSchedules.retrieve(schedule.id)).status, "released");
  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).schedule, null);
});

test("a trial becomes a paid period", async () => {
  const { clock, session, subscription } = await subscribe({ start: "2027-04-01T00:00:00Z", subscription_data: { trial_period_days: 14 } });
  assert.deepEqual([session.payment_status, session.amount_total, subscription.status], ["no_payment_required", 0, "trialing"]);
  await advance(clock, "2027-04-15T02:00:00Z");
  const after = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
  assert.deepEqual([after.status, after.latest_invoice.status, after.latest_invoice.total], ["active", "paid", 2900]);
  assert.equal(iso(after.items.data[0].current_period_end), "2027-05-15");
});

test("money is given back in parts, never more than was paid", async () => {
  const { subscription } = await subscribe();
  const links = await stripe.invoicePayments.list({ invoice: subscription.latest_invoice });
  const payment_intent = links.data[0].payment.payment_intent;
  await stripe.refunds.create({ payment_intent, amount: 900, reason: "requested_by_customer", metadata: { why: "test" } });
  const intent = await stripe.paymentIntents.retrieve(payment_intent, { expand: ["latest_charge.refunds"] });
  assert.deepEqual([intent.latest_charge.amount_refunded, intent.latest_charge.refunded, intent.latest_charge.refunds.data.length], [900, false, 1]);
  await assert.rejects(stripe.refunds.create({ payment_intent, amount: 2001 }), { code: "amount_too_large" });
  await stripe.refunds.create({ payment_intent });
  await assert.rejects(stripe.refunds.create({ payment_intent }), { code: "charge_already_refunded" });
});

test("a payment is contested and the dispute won by evidence", async () => {
  const { subscription } = await subscribe({ cardNumber: "4000000000000259" });
  const links = await stripe.invoicePayments.list({ invoice: subscription.latest_invoice });
  const { data } = await stripe.disputes.list({ payment_intent: links.data[0].payment.payment_intent });
  assert.deepEqual([data[0].status, data[0].amount], ["needs_response", 2900]);
  assert.equal((await stripe.disputes.update(data[0].id, { evidence: { uncategorized_text: "winning_evidence" }, submit: true })).status, "won");
});

test("subscriptions are found by their metadata, page by page", async () => {
  const mark = `m${Date.now()}`;
  for (let i = 0; i < 5; i++) await subscribe({ subscription_data: { metadata: { mark } } });
  const found = [];
  for await (const subscription of stripe.subscriptions.search({ query: `metadata['mark']:'${mark}' AND status:'active'`, limit: 2 })) found.push(subscription.id);
  assert.equal(new Set(found).size, 5);
  assert.equal((await stripe.subscriptions.search({ query: `metadata['mark']:'${mark}'`, expand: ["total_count"] })).total_count, 5);
  await assert.rejects(stripe.subscriptions.search({ query: "status='active'" }), { statusCode: 400 });
});

test("a promotion code lowers the checkout and the renewals it is meant for", async () => {
  const coupon = await stripe.coupons.create({ percent_off: 25, duration: "repeating", duration_in_months: 2 });
  const code = await stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: coupon.id }, code: `ANDES${Date.now()}` });
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: Date.parse("2027-04-01T00:00:00Z") / 1000 });
  const customer = await stripe.customers.create({ email: "pay@acme.example", test_clock: clock.id });
  const session = await stripe.checkout.sessions.create({
    mode: "subscription", customer: customer.id, allow_promotion_codes: true, success_url: "http://shop.example/ok",
    line_items: [{ price: (await price(1000)).id, quantity: 1 }],
  });
  assert.equal((await form(`${session.url}/promotion`, { promotionCode: "NONSENSE" })).status, 400);
  assert.equal((await form(`${session.url}/promotion`, { promotionCode: code.code.toLowerCase() })).status, 303);
  assert.equal((await form(session.url, card())).status, 303);
  const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription.discounts", "invoice"] });
  assert.deepEqual([paid.amount_total, paid.total_details.amount_discount, paid.invoice.amount_paid], [750, 250, 750]);
  assert.equal(paid.subscription.discounts[0].source.coupon, coupon.id);
  await advance(clock, "2027-05-15T00:00:00Z");
  await advance(clock, "2027-06-15T00:00:00Z");
  assert.deepEqual((await stripe.invoices.list({ customer: customer.id })).data.map((invoice) => invoice.total), [1000, 750, 750]);
});

test("the portal changes card and plan, cancels by date and takes that back", async () => {
  const { customer, subscription } = await subscribe();
  const dearer = await price(9900, { lookup_key: `portal_${Date.now()}` });
  const portal = await stripe.billingPortal.sessions.create({ customer: customer.id, return_url: "http://shop.example/account" });
  assert.match(await (await fetch(portal.url)).text(), /Current plan/);

  assert.equal((await form(`${portal.url}/card`, card("5555555555554444"))).status, 303);
  assert.equal((await form(`${portal.url}/card`, card("4000000000000002"))).status, 402);
  assert.equal((await form(`${portal.url}/plan`, { price: dearer.id })).status, 303);
  assert.equal((await form(`${portal.url}/cancel`, {})).status, 303);
  const leaving = await stripe.subscriptions.retrieve(subscription.id, { expand: ["default_payment_method"] });
  assert.deepEqual([leaving.items.data[0].price.id, leaving.cancel_at_period_end, leaving.default_payment_method.card.last4], [dearer.id, false, "4444"]);
  assert.equal(leaving.cancel_at, leaving.items.data[0].current_period_end);
  assert.equal((await form(`${portal.url}/undo`, {})).status, 303);
  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).cancel_at, null);
});
