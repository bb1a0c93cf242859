/** Letters of the pretend core: two invented ones, and a coach that finds the same three things. */
const at = Date.UTC(2026, 10, 23, 12);
const text = `Dear Marisol,

When we spoke in September you told me the new invoices made Elena’s month harder. You were right, and the guide we promised reached you late. I am sorry.

Since then we have put the VAT line back where it was, and I’m going to fix the summary page too. It will definitely be perfect by Friday.

Could we speak for ten minutes this week? Any day but Tuesday. I would also like to hear how Inés is finding Oaxaca.

Warmly,
Ana`;
const row = (id, name, kind, subject, status) => ({ id, person: { id: `p-${id}`, name }, kind, channel: "email", subject, status, changedAt: at });
let rows = [
  row("d1", "Marisol Reyes Ibarra", "checkIn", "Check-in after a quiet spell", "writing"),
  row("d2", "Hyun-woo Kim", "thankYou", "Five years: thank you", "handedOver"),
  row("d3", "Priya Deshmukh", "solvedFollowUp", "Did it work? What we changed", "sent"),
];
const texts = {};
const one = (id) => ({
  row: rows.find((r) => r.id === id), text: texts[id] ?? text, language: "en", to: "marisol@cafetropico.example", remember: "Closed on Tuesdays. Dislikes “Mari”. Inés studies in Oaxaca.", ignored: [],
  last: { id: "t1", at: at - 63 * 864e5, channel: "phone", direction: "outbound", title: "Renewal call", text: "", felt: -1, feltWord: "let down", stage: "", loopStage: "", purpose: "", people: [] },
});
const put = (id, part) => ((rows = rows.map((r) => (r.id === id ? { ...r, ...part } : r))), one(id));
const finding = (read, words, id, variant, level, args, fixes = []) => {
  const from = read.indexOf(words);
  return from < 0 ? [] : [{ id, variant, level, from, to: from + words.length, args, source: "", fixes: fixes.map(([label, to]) => ({ label, from, to: from + words.length, text: to })) }];
};

export const letters = {
  "drafts.list": () => rows,
  "drafts.get": ({ id }) => one(id),
  "drafts.save": ({ id, text: to, subject }) => (to !== undefined && (texts[id] = to), put(id, subject === undefined ? {} : { subject })),
  "drafts.remove": ({ id }) => void (rows = rows.filter((r) => r.id !== id)),
  "drafts.handOver": ({ id }) => ({ draft: put(id, { status: "handedOver" }), mailto: "mailto:marisol@cafetropico.example", eml: null, text }),
  "drafts.went": ({ id }) => put(id, { status: "sent" }).last,
  "drafts.didNotGo": ({ id }) => put(id, { status: "writing" }),
  "drafts.start": ({ kind }) => ((rows = [row("d9", "Aurelio Bianchi", kind, "", "writing"), ...rows]), (texts.d9 = ""), one("d9")),
  "drafts.templates": () => [{ key: "check-in-1.en", own: false, kind: "checkIn", language: "en", title: "After a quiet spell", subject: "", body: "" }],
  "drafts.fill": () => ({ subject: "", text, problem: null, spans: ["Marisol", "in September"].map((w) => ({ from: text.indexOf(w), to: text.indexOf(w) + w.length, field: w, fallback: false })) }),
  "drafts.coach": ({ text: read }) => ({
    findings: [
      ...finding(read, "It will definitely be perfect by Friday", "MC10", "dated", "warn", { what: "It will definitely be perfect by Friday", date: "2026-11-27" }),
      ...finding(read, "I’m going to fix", "MC06", "we", "hint", { written: "I’m going to", better: "we will" }, [["say", "we will fix"]]),
      ...finding(read, "[name]", "MC01", "marker", "stop", { written: "[name]" }),
    ],
    passed: ["MC24", "MC01", "MC04", "MC03"].map((id) => ({ id, args: {} })).concat({ id: "MC13", args: { step: "Could we speak for ten minutes this week?" } }, { id: "MC16", args: {} }),
    notChecked: [],
  }),
  "people.list": () => ({ items: [], total: 0 }),
};
