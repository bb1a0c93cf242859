/** What came out: the sentence about how one serves whom, what is still open, and one next step. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ArrowRight, BookmarkPlus, CircleHelp, Printer } from "lucide-react";
import { useState } from "react";
import type { Canvas } from "../../../bindings/Canvas";
import { Button } from "../../../components/controls/Button";
import { SectionHead } from "../../../components/layout/Heads";
import { doAction } from "../../../frame/actions";
import { KeepDialog } from "../KeepDialog";
import { versionsOf } from "../queries";
import { useCanvasWords } from "../words";
import css from "./guided.module.css";
import { BACK_KEY } from "./screens";
import { type Way, nextOpen } from "./steps";
import { useServed } from "./useServed";
import { useStateWords } from "./WayHead";

export interface ResultProps {
  canvas: Canvas;
  way: Way;
  minutes: number;
  onGo: (at: number) => void;
  onLeave: () => void;
}

export function Result({ canvas, way, minutes, onGo, onLeave }: ResultProps) {
  const { t } = useLingui();
  const { data: versions = [] } = useQuery(versionsOf(canvas.id));
  const [keeps, setKeeps] = useState(false);
  const { steps, answered, unknown, open } = way;
  const first = nextOpen(way, 0);
  const parts = [t`${plural(answered, { one: "One question answered", other: "# questions answered" })}`];
  if (unknown > 0) parts.push(t`${plural(unknown, { one: "one not known yet", other: "# not known yet" })}`);
  if (open > 0) parts.push(t`${plural(open, { one: "one open", other: "# open" })}`);
  if (minutes > 0) parts.push(t`${plural(minutes, { one: "one minute", other: "# minutes" })}`);
  return (
    <div className={css.screen}>
      <div className={css.question}>
        <div>
          <p className={css.block}>{parts.join(" · ")}</p>
          <h1 className={css.asked} tabIndex={-1}>{t`How you serve your customers`}</h1>
        </div>
        <Served canvas={canvas} />
        <StillOpen way={way} onGo={onGo} />
      </div>
      <footer className={css.foot}>
        <Button icon={ArrowLeft} keys={BACK_KEY} onPress={() => onGo(steps.length - 1)}>{t`Back`}</Button>
        <span className={css.gap} />
        <Button kind="quiet" icon={Printer} onPress={() => doAction("press.print")}>{t`Print…`}</Button>
        <Button kind="quiet" onPress={onLeave}>{t`To the sheet`}</Button>
        {first !== null ? (
          <Button kind="primary" icon={ArrowRight} onPress={() => onGo(first)}>{t`Answer what is open`}</Button>
        ) : (
          <Button kind="primary" icon={BookmarkPlus} onPress={() => setKeeps(true)}>{t`Keep this version…`}</Button>
        )}
      </footer>
      {keeps && <KeepDialog canvas={canvas} number={(versions[0]?.number ?? 0) + 1} onClose={() => setKeeps(false)} />}
    </div>
  );
}

/** "We serve … through … with …". */
function Served({ canvas }: { canvas: Canvas }) {
  const { serve, through, by } = useServed(canvas);
  if (!serve) return null;
  const whom = <Named of={serve} />;
  const where = through && <Named of={through} />;
  const how = by && <Named of={by} />;
  return (
    <p className={css.served}>
      {where && how ? <Trans>We serve {whom} through {where} with {how}.</Trans> : where ? <Trans>We serve {whom} through {where}.</Trans> : how ? <Trans>We serve {whom} with {how}.</Trans> : <Trans>We serve {whom}.</Trans>}
    </p>
  );
}

const Named = ({ of: { text, missing } }: { of: { text: string; missing: boolean } }) => (missing ? <em className={css.missing}>{text}</em> : <strong className={css.named}>{text}</strong>);

function StillOpen({ way, onGo }: { way: Way; onGo: (at: number) => void }) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const said = useStateWords();
  const left = way.steps.flatMap((step, n) => (step.state === "open" || step.state === "unknown" ? [{ ...step, n }] : []));
  if (left.length === 0) return <p className={css.hint}>{t`Every question is answered. Keep this version, and you can compare with it when you know more.`}</p>;
  return (
    <section className={css.notesPart} aria-label={t`Still open`}>
      <SectionHead title={t`Still open`} count={left.length} />
      <ul className={css.openList}>
        {left.map(({ question, block, state, n }) => {
          const [name, how] = [words.block(block), said(state)];
          return (
            <li key={question}>
              <Button kind="quiet" className={css.openOne} icon={state === "unknown" ? CircleHelp : ArrowRight} onPress={() => onGo(n)}>
                <span className={css.openAsked}>{words.question(question)}</span>
                <span className={css.quiet}>{t`${name} · ${how}`}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
