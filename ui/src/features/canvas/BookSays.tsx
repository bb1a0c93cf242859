/** What the book itself answers to a guiding question, beside what a person answered. Nothing where it knows nothing. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Canvas } from "../../bindings/Canvas";
import type { Facts } from "../../bindings/Facts";
import type { Question } from "../../bindings/Question";
import type { SegmentAnswer } from "../../bindings/SegmentAnswer";
import type { Standing } from "../../bindings/Standing";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { currencies, moneyText } from "../../frame/money";
import { useMeansName } from "../../strings/channels";
import { useRelations } from "../../strings/stages";
import { inBlock } from "./notes";
import { answersOf, useWhichCanvas } from "./queries";

/** So many questions have to have gone out before a share of answers says something (the core counts the same). */
const ENOUGH = 5;

export interface BookSaysProps {
  canvas: Canvas;
  question: Question;
  around: (says: ReactNode) => ReactNode;
}

export function BookSays({ canvas, question, around }: BookSaysProps) {
  const { facts } = canvas;
  if (facts.people === 0) return null;
  switch (question) {
    case "forWhom":
      return facts.segments.length > 0 && around(<Largest facts={facts} />);
    case "mostRelevant":
      return <Foremost facts={facts} around={around} />;
    case "traditional":
      return facts.longest.length > 0 && around(<Trans>with you for longest: <Names of={facts.longest} note={(by) => by.slice(0, 4)} />.</Trans>);
    case "betterGroups":
      return around(<Uncovered count={facts.uncovered} />);
    case "howToSpeak":
      return around(<Reachable facts={facts} />);
    case "joinedUp":
      return facts.channels.length > 0 && <InUse facts={facts} around={around} />;
    case "sameForAll":
      return around(<Served facts={facts} />);
    case "integrated":
      return <Integrated canvas={canvas} around={around} />;
    case "mostEfficient":
      return <Efficient around={around} />;
    case "whichType":
      return <Types around={around} />;
    case "whatCost":
      return <Costs around={around} />;
  }
}

function Largest({ facts }: { facts: Facts }) {
  const { t } = useLingui();
  const format = useFormat();
  const names = facts.segments.slice(0, 3).map(({ segment, count }) => (count === null ? isolated(segment.name) : `${isolated(segment.name)} (${format.number(count)})`));
  const count = facts.segments.length;
  const largest = format.list(names);
  return <>{t`${plural(count, { one: "one segment", other: "# segments" })}; the largest: ${largest}.`}</>;
}

interface Asked {
  around: BookSaysProps["around"];
}

/** Who matters most: by what they spent, by how often they came back, and by how often one spoke with them. */
function Foremost({ facts, around }: Asked & { facts: Facts }) {
  const format = useFormat();
  const { data } = useQuery(answersOf(useWhichCanvas()[0]));
  const spent = (data?.spent ?? []).map(({ person, sum, currency, digits }) => ({ person, by: moneyText(format.region, sum, currency, digits) }));
  const returned = data?.returned ?? [];
  if (spent.length + returned.length + facts.mostTouched.length === 0) return null;
  const said = [
    spent.length > 0 && <Trans key="spent">bought most in a year: <Names of={spent} /></Trans>,
    returned.length > 0 && <Trans key="returned">came back most often: <Names of={returned} /></Trans>,
    facts.mostTouched.length > 0 && <Trans key="touched">spoken with most: <Names of={facts.mostTouched} /></Trans>,
  ].filter((one) => one !== false);
  return around(<>{said.flatMap((one, at) => (at > 0 ? ["; ", one] : [one]))}.</>);

}

function Names({ of, note = (by) => by }: { of: readonly Standing[]; note?: (by: string) => string }) {
  return of.map(({ person, by }, at) => (
    <span key={person.id}>
      {at > 0 && ", "}
      <Link to="/people/$personId" params={{ personId: person.id }}><bdi>{person.name}</bdi></Link> ({note(by)})
    </span>
  ));
}

function Uncovered({ count }: { count: number }) {
  const { t } = useLingui();
  if (count === 0) return <>{t`everybody is in at least one segment.`}</>;
  return (
    <Trans>
      {plural(count, { one: "# person is in no segment", other: "# people are in no segment" })}.{" "}
      <Link to="/segments" search={{ show: "none" } as never}>Show them</Link>
    </Trans>
  );
}

function Reachable({ facts }: { facts: Facts }) {
  const { t } = useLingui();
  const { withoutPhone, withoutEmail } = facts;
  if (withoutPhone === 0 && withoutEmail === 0) return <>{t`everybody has a phone number and an e-mail address.`}</>;
  const links = (
    <>
      {withoutPhone > 0 && <Link to="/people" search={{ without: "phone" } as never}>{t`${plural(withoutPhone, { one: "# person without a phone number", other: "# people without a phone number" })}`}</Link>}
      {withoutPhone > 0 && withoutEmail > 0 && " · "}
      {withoutEmail > 0 && <Link to="/people" search={{ without: "email" } as never}>{t`${plural(withoutEmail, { one: "# without an e-mail address", other: "# without an e-mail address" })}`}</Link>}
    </>
  );
  return links;
}

/** Which channels are used, where conversations go on, and what is left without an answer. */
function InUse({ facts, around }: Asked & { facts: Facts }) {
  const { t } = useLingui();
  const { data } = useQuery(answersOf(useWhichCanvas()[0]));
  const format = useFormat();
  const way = useMeansName();
  const used = facts.channels.slice(0, 4).map(({ channel, touches, of }) => `${way(channel)} (${format.percent(touches / Math.max(of, 1))})`);
  const ways = format.list(used);
  const said = [t`you use ${ways}.`];
  if (data && data.crossed.length > 0) {
    const paths = format.list(data.crossed.map(({ from, to, count }) => `${way(from)} → ${way(to)} (${format.number(count)})`));
    said.push(t`Conversations went on from ${paths}.`);
  }
  if (data && data.written > 0) {
    const left = format.number(data.left);
    said.push(t`${left} of ${plural(data.written, { one: "# message", other: "# messages" })} from them had no word of yours in two weeks.`);
  }
  return around(said.join(" "));
}

function Served({ facts }: { facts: Facts }) {
  const { t } = useLingui();
  const format = useFormat();
  const relations = useRelations();
  const used = facts.relations.filter(({ count }) => count > 0).map(({ relation, count }) => `${relations.name(relation)} (${format.number(count)})`);
  if (used.length === 0) return <>{t`nobody's kind of relationship is noted yet.`}</>;
  const kinds = format.list(used);
  return <>{t`people are served by ${kinds}.`}</>;
}

/** What is said of each segment, one after another. */
function PerSegment({ say, around }: Asked & { say: (answer: SegmentAnswer) => string | undefined }) {
  const { data } = useQuery(answersOf(useWhichCanvas()[0]));
  const said = (data?.segments ?? []).flatMap((answer) => say(answer) ?? []);
  return said.length > 0 && around(`${said.join("; ")}.`);
}

/** The channel with the largest share of answers, or, where too few wait for one, the one used most. */
function Efficient({ around }: Asked) {
  const { t } = useLingui();
  const way = useMeansName();
  const say = ({ segment, channel }: SegmentAnswer) => {
    if (!channel) return undefined;
    const name = isolated(segment.name);
    const through = way(channel.channel);
    const { asked, answered, touches } = channel;
    if (asked < ENOUGH || answered === 0) return t`${through} for ${name} (used most, ${plural(touches, { one: "# touchpoint", other: "# touchpoints" })})`;
    return t`${through} for ${name} (${answered} of ${asked} answered)`;
  };
  return <PerSegment say={say} around={around} />;
}

/** How a segment is meant to be served beside what its year looks like. */
function Types({ around }: Asked) {
  const { t } = useLingui();
  const relations = useRelations();
  const say = ({ segment, planned, lived, said }: SegmentAnswer) => {
    const name = isolated(segment.name);
    const type = planned.relation || said;
    if (!type && !lived) return undefined;
    const meant = relations.name(type || lived || "");
    if (!type) return t`${name} looks like ${meant}`;
    if (!lived || lived === type) return t`${meant} for ${name}`;
    const looks = relations.name(lived);
    return t`${meant} for ${name}, though the year looks like ${looks}`;
  };
  return <PerSegment say={say} around={around} />;
}

/** What the people of a segment take in a month, planned and logged, beside what they bought in a year. */
function Costs({ around }: Asked) {
  const { t } = useLingui();
  const format = useFormat();
  const all = useQuery(currencies).data ?? [];
  const say = ({ segment, count, planned, minutes, bought }: SegmentAnswer) => {
    const said: string[] = [];
    const inHours = (of: number) => format.number(Math.round(of / 6) / 10);
    if (planned.minutes !== null && count) {
      const hours = inHours(planned.minutes * count);
      said.push(t`${hours} h a month planned`);
    }
    if (planned.cost !== null && count) {
      const money = moneyText(format.region, planned.cost * count, planned.currency, all.find(({ code }) => code === planned.currency)?.digits ?? 2);
      said.push(t`${money} a month planned`);
    }
    if (minutes > 0) {
      const hours = inHours(minutes);
      said.push(t`${hours} h a month logged`);
    }
    if (said.length === 0) return undefined;
    if (bought.buyers > 0) {
      const sums = bought.inBase ? [bought.inBase] : bought.currencies;
      const money = format.list(sums.map(({ currency, sum, digits }) => moneyText(format.region, sum, currency, digits)));
      said.push(t`bought ${money} in a year`);
    }
    return `${isolated(segment.name)}: ${said.join(", ")}`;
  };
  return <PerSegment say={say} around={around} />;
}

/** Whether relationships belong to what the business is made of; without links, whether the customer blocks say something. */
function Integrated({ canvas, around }: Asked & { canvas: Canvas }) {
  const { t } = useLingui();
  const { data } = useQuery(answersOf(useWhichCanvas()[0]));
  const count = (block: "segments" | "channels" | "relationships") => inBlock(canvas.notes, block).length;
  if (data && data.relationships > 0 && canvas.links.length > 0) {
    const { relationships, integrated } = data;
    return around(t`${integrated} of ${plural(relationships, { one: "one note about relationships is", other: "# notes about relationships are" })} linked to value, resources, costs or revenue.`);
  }
  const segments = count("segments");
  const channels = count("channels");
  const kinds = count("relationships");
  return around(t`${plural(segments, { one: "one segment", other: "# segments" })}, ${plural(channels, { one: "one channel", other: "# channels" })} and ${plural(kinds, { one: "one kind of relationship", other: "# kinds of relationship" })} on this sheet.`);
}
