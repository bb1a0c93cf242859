/** Who of a batch gets no letter as it stands: why, and what one can do about it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Batch } from "../../bindings/Batch";
import type { HeldPerson } from "../../bindings/HeldPerson";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { EmptyState, Notice } from "../../components/layout/States";
import { useSentence } from "../../strings/sentences";
import { useLeaveOut, useTakeIn, useTryHeld } from "./batchActions";
import { heldPeople } from "./batchQueries";
import css from "./batch.module.css";
import pad from "./drafts.module.css";
import { useHeldWords } from "./heldWords";

export function HeldList({ batch }: { batch: Batch }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data, error } = useQuery(heldPeople(batch.id));
  if (error) return <div className={pad.pad}><Notice tone="danger">{sentence(error)}</Notice></div>;
  if (!data) return null;
  if (data.length === 0) return <EmptyState title={t`Nobody is held`} text={t`Everybody of this batch has a letter.`} />;
  return (
    <div className={css.held}>
      <SectionHead title={t`No letter as it stands`} count={data.length} />
      <Card rows>
        <ul className={css.people} aria-label={t`Held`}>
          {data.map((held) => <Row key={held.id ?? held.letter} held={held} before={batch.held} />)}
        </ul>
      </Card>
    </div>
  );
}

function Row({ held, before }: { held: HeldPerson; before: number }) {
  const { t } = useLingui();
  const words = useHeldWords();
  const takeIn = useTakeIn();
  const again = useTryHeld();
  const leaveOut = useLeaveOut();
  const { person, why, letter } = held;
  const name = person.name;
  const isSoft = why === "tooMany" || why === "otherBatch";
  return (
    <li className={css.person}>
      <div className={css.who}>
        <Link to="/people/$personId" params={{ personId: person.id }} className={css.link}><bdi>{name}</bdi></Link>
        <p className={css.why} dir="auto">{words(held)}</p>
      </div>
      <span className={css.deeds}>
        {letter ? (
          <Button size="s" aria-label={t`Take in: ${name}`} onPress={() => takeIn.mutate(letter)}><Trans>Take in</Trans></Button>
        ) : (
          <>
            {isSoft && <Button size="s" aria-label={t`Write anyway: ${name}`} onPress={() => again.mutate({ held, anyway: true, before })}><Trans>Write anyway</Trans></Button>}
            <Button size="s" aria-label={t`Try again: ${name}`} onPress={() => again.mutate({ held, anyway: false, before })}><Trans>Try again</Trans></Button>
            <Button size="s" kind="quiet" aria-label={t`Leave out: ${name}`} onPress={() => leaveOut.mutate(held)}><Trans>Leave out</Trans></Button>
          </>
        )}
      </span>
    </li>
  );
}
