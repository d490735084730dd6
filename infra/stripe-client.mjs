// What Stripe's own client does with our stand-in; see infra/stripe-client.
import { createRequire } from "node:module";
import { randomUUID } from "node:crypto";
import { join } from "node:path";

const [standIn, product, key, secret, folder] = process.argv.slice(2);
const Stripe = createRequire(join(folder, "node_modules", "stripe", "x.js"))("stripe");
const address = new URL(standIn);
const client = (apiKey, options = {}) =>
  new Stripe(apiKey, { host: address.hostname, port: address.port, protocol: "http", apiVersion: "2025-03-31.basil", maxNetworkRetries: 0, telemetry: false, ...options });
const stripe = client(key);

const check = async (name, work) => {
  try {
    await work();
    console.log(`ok stripe client: ${name}`);
  } catch (fault) {
    console.log(`not ok stripe client: ${name}: ${fault?.stack?.split("\n").slice(0, 2).join(" ") ?? fault}`);
  }
};
const same = (found, expected, what = "value") => {
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${what} is ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
};
const refuses = async (type, work) => {
  let fault;
  try { await work(); } catch (thrown) { fault = thrown; }
  same(fault?.type, type, "the refusal");
};

const wish = (unit_amount = 3350000, attempt = randomUUID()) => ({
  mode: "payment",
  client_reference_id: attempt,
  success_url: "http://komeji.test/bayar/1?kembali=1",
  line_items: [{ quantity: 1, price_data: { currency: "idr", unit_amount, product_data: { name: "Belanja" } } }],
  metadata: { attempt },
  payment_intent_data: { metadata: { attempt } },
});
const pay = async session => {
  const answer = await fetch(`${session.url}/bayar`, { method: "POST", redirect: "manual" });
  same(answer.status, 302, "the page's answer");
  return stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent.latest_charge.balance_transaction"] });
};

await check("a session, opened, found again and closed", async () => {
  const made = await stripe.checkout.sessions.create(wish());
  same([made.object, made.status, made.payment_status, made.amount_total, made.currency, made.livemode, made.payment_intent], ["checkout.session", "open", "unpaid", 3350000, "idr", false, null]);
  const listed = await stripe.checkout.sessions.list({ created: { gte: made.created - 5 }, limit: 1 });
  same([listed.object, listed.data[0].id], ["list", made.id]);
  same((await stripe.checkout.sessions.expire(made.id)).status, "expired");
  await refuses("StripeInvalidRequestError", () => stripe.checkout.sessions.expire(made.id));
});

await check("one key is one session, and another request under it is refused", async () => {
  const [form, idempotencyKey] = [wish(), randomUUID()];
  const first = await stripe.checkout.sessions.create(form, { idempotencyKey });
  const again = await stripe.checkout.sessions.create(form, { idempotencyKey });
  same(again.id, first.id);
  same(again.lastResponse.headers["idempotent-replayed"], "true", "the header");
  await refuses("StripeIdempotencyError", () => stripe.checkout.sessions.create({ ...form, line_items: wish(3350100).line_items }, { idempotencyKey }));
});

await check("money, its cost, and back again", async () => {
  const paid = await pay(await stripe.checkout.sessions.create(wish()));
  const intent = paid.payment_intent;
  same([paid.status, paid.payment_status, intent.status, intent.amount_received], ["complete", "paid", "succeeded", 3350000]);
  same([intent.latest_charge.balance_transaction.fee, intent.latest_charge.balance_transaction.currency], [97150, "idr"], "the cost");
  const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 1000000, metadata: { refund: "a" } });
  same([refund.object, refund.status, refund.amount, refund.metadata.refund], ["refund", "succeeded", 1000000, "a"]);
  await refuses("StripeInvalidRequestError", () => stripe.refunds.create({ payment_intent: intent.id, amount: 2350100 }));
  const all = [];
  for await (const found of stripe.refunds.list({ payment_intent: intent.id, limit: 1 })) all.push(found.id);
  same(all, [refund.id], "the refunds");
});

await check("lists turn their pages", async () => {
  const made = [];
  for (let i = 0; i < 5; i++) made.unshift((await stripe.checkout.sessions.create(wish())).id);
  const read = [];
  for await (const found of stripe.checkout.sessions.list({ limit: 2 })) if (read.push(found.id) === 5) break;
  same(read, made);
  same((await stripe.balanceTransactions.list({ limit: 3, expand: ["data.source"] })).data.every(l => l.source.id), true);
});

await check("what is wrong is refused as Stripe refuses it", async () => {
  await refuses("StripeAuthenticationError", () => client("sk_test_salah").checkout.sessions.list());
  await refuses("StripeInvalidRequestError", () => stripe.checkout.sessions.retrieve("cs_test_tidakada"));
  await refuses("StripeInvalidRequestError", () => stripe.checkout.sessions.create(wish(100)));
  await refuses("StripeInvalidRequestError", () => stripe.checkout.sessions.create({ ...wish(), expires_at: Math.floor(Date.now() / 1000) + 60 }));
});

await check("the hook believes what Stripe's client signs, and nothing else", async () => {
  const payload = JSON.stringify({ id: `evt_${randomUUID().replaceAll("-", "")}`, type: "balance.available", api_version: null, livemode: false, data: { object: { object: "balance" } } });
  const post = async header => (await fetch(`${product}/hook/stripe`, { method: "POST", body: payload, headers: { "content-type": "application/json", ...(header ? { "stripe-signature": header } : {}) } })).status;
  const sign = (by, timestamp) => stripe.webhooks.generateTestHeaderString({ payload, secret: by, timestamp });
  const now = Math.floor(Date.now() / 1000);
  same(await post(sign(secret, now)), 200, "signed");
  same(await post(sign(secret, now - 200)), 200, "signed a while ago");
  same(await post(sign(secret, now - 400)), 400, "signed long ago");
  same(await post(sign(secret, now + 400)), 400, "signed ahead of time");
  same(await post(sign("whsec_salah", now)), 400, "signed by another");
  same(await post(), 400, "not signed");
});
