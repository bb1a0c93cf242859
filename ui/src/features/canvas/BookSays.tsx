/** What the book itself answers to a guiding question, beside what a person answered. Nothing where it knows nothing. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Canvas } from "../../bindings/Canvas";
import type { Facts } from "../../bindings/Facts";
import type { Question } from "../../bindings/Question";
import type { Standing } from "../../bindings/Standing";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useMeansName } from "../../strings/channels";
import { useRelations } from "../../strings/stages";
import { inBlock } from "./notes";
import { comparedOf, useWhichCanvas } from "./queries";

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
      return facts.mostTouched.length > 0 && around(<Trans>spoken with most: <Names of={facts.mostTouched} note={(by) => by} />.</Trans>);
    case "traditional":
      return facts.longest.length > 0 && around(<Trans>with you for longest: <Names of={facts.longest} note={(by) => by.slice(0, 4)} />.</Trans>);
    case "betterGroups":
      return around(<Uncovered count={facts.uncovered} />);
    case "howToSpeak":
      return around(<Reachable facts={facts} />);
    case "joinedUp":
      return facts.channels.length > 0 && around(<InUse facts={facts} />);
    case "mostEfficient":
    case "whichType":
      return <PerSegment question={question} around={around} />;
    case "sameForAll":
      return around(<Served facts={facts} />);
    case "integrated":
      return around(<Fitting canvas={canvas} />);
    case "whatCost":
      return null;
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

function Names({ of, note }: { of: readonly Standing[]; note: (by: string) => string }) {
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

function InUse({ facts }: { facts: Facts }) {
  const { t } = useLingui();
  const format = useFormat();
  const way = useMeansName();
  const used = facts.channels.slice(0, 4).map(({ channel, touches, of }) => `${way(channel)} (${format.percent(touches / Math.max(of, 1))})`);
  const ways = format.list(used);
  return <>{t`you use ${ways}.`}</>;
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

/** Per segment of the canvas: the channel most used, or the type that most of its people have. */
function PerSegment({ question, around }: { question: "mostEfficient" | "whichType"; around: BookSaysProps["around"] }) {
  const { t } = useLingui();
  const way = useMeansName();
  const relations = useRelations();
  const { data } = useQuery(comparedOf(useWhichCanvas()[0]));
  const said = (data ?? []).flatMap(({ segment, channels, relations: served }) => {
    const name = isolated(segment.name);
    const [channel] = channels;
    const [type] = [...served].sort((one, other) => other.count - one.count);
    const most = question === "mostEfficient" ? channel && way(channel.channel) : type && relations.name(type.relation);
    return most ? [t`${most} for ${name}`] : [];
  });
  if (said.length === 0) return null;
  const all = said.join("; ");
  return around(question === "mostEfficient" ? t`most used: ${all}.` : `${all}.`);
}

/** Whether the three customer blocks say something at all. */
function Fitting({ canvas }: { canvas: Canvas }) {
  const { t } = useLingui();
  const { notes } = canvas;
  const count = (block: "segments" | "channels" | "relationships") => inBlock(notes, block).length;
  const segments = count("segments");
  const channels = count("channels");
  const kinds = count("relationships");
  return <>{t`${plural(segments, { one: "one segment", other: "# segments" })}, ${plural(channels, { one: "one channel", other: "# channels" })} and ${plural(kinds, { one: "one kind of relationship", other: "# kinds of relationship" })} on this sheet.`}</>;
}
