/** The relationship stack: the layers of value for a segment or a customer, with evidence, and which one is weakest. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { NamedPerson } from "../../bindings/NamedPerson";
import type { StackRow } from "../../bindings/StackRow";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { join } from "../../components/join";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { EmptyState } from "../../components/layout/States";
import { doAction } from "../../frame/actions";
import { PersonPick } from "../../frame/PersonPick";
import { segmentList } from "../../frame/segmentList";
import { LayerCard } from "./LayerCard";
import css from "./plans.module.css";
import { stack, stacks } from "./queries";
import { type Layer, layerKinds, layerNames, layers } from "./words";

const NONE = "none";

export function StackView() {
  const { t, i18n } = useLingui();
  const groups = useQuery(segmentList).data;
  const rows = useQuery(stacks).data ?? [];
  const [subject, setSubject] = useState<string | null>(null);
  const [person, setPerson] = useState<NamedPerson | null>(null);
  const shown = subject ?? rows[0]?.subject ?? (groups?.[0] && `segment:${groups[0].id}`) ?? null;
  const name = rows.find((row) => row.subject === shown)?.name ?? groups?.find(({ id }) => `segment:${id}` === shown)?.name ?? person?.name ?? "";
  const ofSegment = shown?.startsWith("segment:") ? shown.slice(8) : NONE;
  return (
    <div className={css.view}>
      <div className={css.facts}>
        <Select
          label={t`Segment`}
          value={ofSegment}
          onChange={(id) => id !== NONE && setSubject(`segment:${id}`)}
          options={[...(ofSegment === NONE ? [{ id: NONE, label: t`None` }] : []), ...(groups ?? []).map(({ id, name: label }) => ({ id, label }))]}
        />
        <PersonPick
          label={t`or one customer`}
          person={person}
          onChange={(to) => {
            setPerson(to);
            if (to) setSubject(`person:${to.id}`);
          }}
        />
      </div>
      {shown === null ? (
        <EmptyState title={t`Three layers of value`} text={t`Choose a customer, or make a segment, and judge what they have from you: it works, it feels good, they belong. The weakest layer is what to build next.`}>
          <Button kind="primary" icon={Plus} onPress={() => doAction("segments.new")}><Trans>Make a segment</Trans></Button>
        </EmptyState>
      ) : (
        <Layers key={shown} subject={shown} name={name} />
      )}
      {rows.length > 0 && (
        <section>
          <SectionHead title={t`All that were judged`} />
          <div className={css.scroll}>
            <table className={css.table}>
              <thead><tr><th scope="col">{t`Whose`}</th>{layers.map((layer) => <th key={layer} scope="col" className={css.number}>{i18n._(layerKinds[layer])}</th>)}<th scope="col">{t`Weakest`}</th></tr></thead>
              <tbody>{rows.filter((row) => row.name !== "").map((row) => <Row key={row.subject} row={row} isShown={row.subject === shown} onShow={() => setSubject(row.subject)} />)}</tbody>
            </table>
          </div>
        </section>
      )}
    </div>
  );
}

function Row({ row, isShown, onShow }: { row: StackRow; isShown: boolean; onShow: () => void }) {
  const { i18n } = useLingui();
  return (
    <tr className={join(isShown && css.rowShown)}>
      <th scope="row"><button type="button" className={css.cell} aria-pressed={isShown} onClick={onShow}><bdi>{row.name}</bdi></button></th>
      {row.scores.map((score, at) => <td key={layers[at]} className={css.number}>{score ?? "–"}</td>)}
      <td>{row.weakest ? i18n._(layerKinds[row.weakest.layer as Layer]) : "–"}</td>
    </tr>
  );
}

function Layers({ subject, name }: { subject: string; name: string }) {
  const { t, i18n } = useLingui();
  const { data } = useQuery(stack(subject));
  if (!data) return null;
  const { weakest } = data;
  const layer = weakest ? i18n._(layerNames[weakest.layer as Layer]) : "";
  const score = data.layers.find((one) => one.layer === weakest?.layer)?.score ?? 0;
  return (
    <section>
      <SectionHead title={<bdi>{name}</bdi>} />
      {weakest && (
        <Card className={css.weakest}>
          <p>
            <b><Trans>Weakest: {layer}.</Trans></b>{" "}
            {weakest.why === "unsaid" && <Trans>The other layers are judged, and about this one nobody has said anything.</Trans>}
            {weakest.why === "lowest" && <Trans>With {score} of 5 it stands below the others.</Trans>}
            {weakest.why === "leastEvidence" && <Trans>It shares the lowest score, {score} of 5, and has the least evidence.</Trans>}
          </p>
        </Card>
      )}
      <div className={css.layers} role="group" aria-label={t`Layers of value`}>
        {layers.map((one) => {
          const found = data.layers.find((other) => other.layer === one);
          return found && <LayerCard key={one} subject={subject} layer={one} value={found} isWeakest={weakest?.layer === one} />;
        })}
      </div>
    </section>
  );
}
